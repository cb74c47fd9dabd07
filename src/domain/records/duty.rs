//! What falls due again and again, and one record for each of its periods.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::institution::{InstitutionId, RelationId};
use crate::domain::codes::{Cycle, DueShift, InstitutionKind, ObligationKind, Programme, ReportStatus};
use crate::domain::id::Id;

/// Key of an [`Obligation`].
pub type ObligationId = Id<Obligation>;
/// Key of a [`Report`].
pub type ReportId = Id<Report>;

/// A report, meeting or evaluation that falls due again and again (报送事项).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Obligation {
    /// Key.
    #[serde(default)]
    pub id: ObligationId,
    /// What it is.
    pub kind: ObligationKind,
    /// Its name.
    pub title: String,
    /// To whom it goes.
    #[serde(default)]
    pub addressee: String,
    /// How often.
    pub cycle: Cycle,
    /// First day of the first period.
    pub anchor_on: NaiveDate,
    /// How many periods there are, where that is limited.
    #[serde(default)]
    pub period_limit: Option<u32>,
    /// Last day on which a period may end, where there is one.
    #[serde(default)]
    pub until_on: Option<NaiveDate>,
    /// Due so many days after the last day of the period; negative for before.
    #[serde(default)]
    pub due_offset: i32,
    /// What happens where that is no working day.
    pub shift: DueShift,
    /// Responsible department or person.
    #[serde(default)]
    pub owner: String,
    /// One series each for every site of its relation or programme.
    #[serde(default)]
    pub for_all: bool,
    /// One series each for the sites of these kinds.
    #[serde(default)]
    pub for_kinds: Vec<InstitutionKind>,
    /// One series each for these sites.
    #[serde(default)]
    pub for_sites: Vec<InstitutionId>,
    /// What is to be ticked off in each period, beginning afresh.
    #[serde(default)]
    pub checklist: Vec<String>,
    /// Under which relation.
    #[serde(default)]
    pub relation: Option<RelationId>,
    /// Under which programme.
    #[serde(default)]
    pub programme: Option<Programme>,
    /// Remark.
    #[serde(default)]
    pub note: String,
}

impl Obligation {
    /// One with nothing more than its name and its first period; due on the last day of each, or the working day before.
    #[must_use]
    pub fn new(kind: ObligationKind, title: impl Into<String>, cycle: Cycle, anchor_on: NaiveDate) -> Self {
        Self {
            id: Id::NEW,
            kind,
            title: title.into(),
            addressee: String::new(),
            cycle,
            anchor_on,
            period_limit: None,
            until_on: None,
            due_offset: 0,
            shift: DueShift::Advance,
            owner: String::new(),
            for_all: false,
            for_kinds: Vec::new(),
            for_sites: Vec::new(),
            checklist: Vec::new(),
            relation: None,
            programme: None,
            note: String::new(),
        }
    }
}

/// The record of one period of an obligation (报送记录); one for each obligation, subject and period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Key.
    #[serde(default)]
    pub id: ReportId,
    /// Of which obligation.
    pub obligation: ObligationId,
    /// Whose, where each subject has its own series.
    #[serde(default)]
    pub subject: Option<InstitutionId>,
    /// Number of the period as the office counts it.
    pub period_no: u32,
    /// First day of the period.
    pub period_from: NaiveDate,
    /// Last day of the period.
    pub period_to: NaiveDate,
    /// When it is due, moved by the work calendar.
    pub due_on: NaiveDate,
    /// When it was sent or held.
    #[serde(default)]
    pub submitted_on: Option<NaiveDate>,
    /// Where it stands by hand.
    pub status: ReportStatus,
    /// Which entries of the checklist are ticked, by their words.
    #[serde(default)]
    pub ticked: Vec<String>,
    /// The figures as they were when it was sent, as JSON; empty before.
    #[serde(default)]
    pub snapshot: String,
    /// Remark.
    #[serde(default)]
    pub note: String,
}
