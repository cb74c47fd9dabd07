//! The schedule: weekly rules, dated sessions, issued documents.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::institution::{DepartmentId, InstitutionId};
use super::office::ActivityId;
use super::stint::StintId;
use crate::domain::codes::{DocumentKind, HolidayRule, SessionStatus, Slot, WeekRule};
use crate::domain::id::Id;

/// Key of a [`Template`].
pub type TemplateId = Id<Template>;
/// Key of a [`Session`].
pub type SessionId = Id<Session>;
/// Key of a [`PlanLock`].
pub type PlanLockId = Id<PlanLock>;
/// Key of a [`Publication`].
pub type PublicationId = Id<Publication>;

/// A weekly rule from which sessions are made (排班模板).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Template {
    /// Key.
    #[serde(default)]
    pub id: TemplateId,
    /// Whose.
    pub stint: StintId,
    /// 1 Monday … 7 Sunday.
    pub weekday: u8,
    /// Half-day.
    pub slot: Slot,
    /// Which weeks.
    pub week_rule: WeekRule,
    /// What.
    pub activity: ActivityId,
    /// Where.
    pub inst: InstitutionId,
    /// In which department.
    #[serde(default)]
    pub dept: Option<DepartmentId>,
    /// In which room.
    #[serde(default)]
    pub room: String,
    /// First day it applies.
    #[serde(default)]
    pub from_on: Option<NaiveDate>,
    /// Last day it applies.
    #[serde(default)]
    pub to_on: Option<NaiveDate>,
    /// What happens on a public holiday.
    pub holiday_rule: HolidayRule,
}

/// One dated half-day of one expert (班次).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// Key.
    #[serde(default)]
    pub id: SessionId,
    /// The day.
    pub on_date: NaiveDate,
    /// The half-day.
    pub slot: Slot,
    /// Whose.
    pub stint: StintId,
    /// What; the first where a cell names several.
    pub activity: ActivityId,
    /// Further activities of the same half-day, in order; it still counts as one.
    #[serde(default)]
    pub further: Vec<ActivityId>,
    /// The words of the cell where they say more than the activity (EVL带教), empty for none.
    #[serde(default)]
    pub topic: String,
    /// Where: the host, or the site of a tour.
    pub inst: InstitutionId,
    /// In which department there.
    #[serde(default)]
    pub dept: Option<DepartmentId>,
    /// In which room, as written.
    #[serde(default)]
    pub room: String,
    /// Where it stands.
    pub status: SessionStatus,
    /// Who stood in.
    #[serde(default)]
    pub substitute_stint: Option<StintId>,
    /// Why it was changed.
    #[serde(default)]
    pub reason: String,
    /// The template it was made from.
    #[serde(default)]
    pub from_template: Option<TemplateId>,
}

impl Session {
    /// The stint that does the work: a substituted session counts for the stand-in, and for nobody where none is named.
    #[must_use]
    pub fn worker(&self) -> Option<StintId> {
        match self.status {
            SessionStatus::Substituted => self.substitute_stint,
            _ => Some(self.stint),
        }
    }
}

/// A half-day that the planner leaves as it is: what stands there stays, and nothing is put into an empty one (锁定).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanLock {
    /// Key.
    #[serde(default)]
    pub id: PlanLockId,
    /// Whose; unique with day and half-day.
    pub stint: StintId,
    /// The day.
    pub on_date: NaiveDate,
    /// The half-day.
    pub slot: Slot,
}

/// A document that was issued, with its version (发布).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Publication {
    /// Key.
    #[serde(default)]
    pub id: PublicationId,
    /// Which document.
    pub document: DocumentKind,
    /// First day covered.
    pub period_from: NaiveDate,
    /// Last day covered.
    pub period_to: NaiveDate,
    /// 1 for the first issue.
    pub version: u32,
    /// When.
    pub published_at: NaiveDateTime,
    /// By whom.
    #[serde(default)]
    pub published_by: String,
    /// What changed since the version before.
    #[serde(default)]
    pub changes: String,
}
