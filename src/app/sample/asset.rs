//! The sample as it is kept in `assets/sample`: keys count rows of their table from 1, dates are those of June 2023.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::domain::{
    Agreement, Appointment, Batch, CalendarDay, Department, DepartmentId, HolidayRule, Institution, InstitutionId,
    Leave, Person, Publication, Relation, SessionStatus, Slot, Stint, StintId, WeekRule,
};

/// The rows of the sample, in the order in which they are stored.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asset {
    /// Monday of the week that becomes this week.
    pub week: NaiveDate,
    pub institutions: Vec<Institution>,
    pub relations: Vec<Relation>,
    pub agreements: Vec<Agreement>,
    pub departments: Vec<Department>,
    pub people: Vec<Person>,
    pub batches: Vec<Batch>,
    pub stints: Vec<Stint>,
    pub appointments: Vec<Appointment>,
    pub leave: Vec<Leave>,
    pub calendar_days: Vec<CalendarDay>,
    pub templates: Vec<Weekly>,
    pub sessions: Vec<HalfDay>,
    pub publications: Vec<Publication>,
}

/// A template that names its activity by code.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Weekly {
    pub stint: StintId,
    pub weekday: u8,
    pub slot: Slot,
    pub week_rule: WeekRule,
    pub activity: String,
    pub inst: InstitutionId,
    pub dept: Option<DepartmentId>,
    pub room: String,
    pub from_on: NaiveDate,
    pub holiday_rule: HolidayRule,
}

/// A session that names its activities by code and stands at the host of its stint unless it says otherwise.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HalfDay {
    pub on: NaiveDate,
    pub slot: Slot,
    pub stint: StintId,
    pub activities: Vec<String>,
    #[serde(default)]
    pub topic: String,
    #[serde(default)]
    pub inst: Option<InstitutionId>,
    #[serde(default)]
    pub room: String,
    pub status: SessionStatus,
    #[serde(default)]
    pub reason: String,
}

impl Asset {
    /// The sample county hospital.
    pub fn shangnan() -> Self {
        // The asset is part of the program and a test reads it; a broken one fills in nothing.
        serde_json::from_str(include_str!("../../../assets/sample/shangnan.json"))
            .inspect_err(|error| tracing::error!(%error, "sample hospital"))
            .unwrap_or_default()
    }
}
