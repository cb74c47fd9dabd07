//! Postings: batches, stints and absences.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::institution::{DepartmentId, InstitutionId, RelationId};
use super::person::PersonId;
use crate::domain::codes::{BatchMode, Discipline, EndReason, LeaveKind, Slot, StintMode, StintRole};
use crate::domain::date::Precision;
use crate::domain::id::Id;

/// Key of a [`Batch`].
pub type BatchId = Id<Batch>;
/// Key of a [`Stint`].
pub type StintId = Id<Stint>;
/// Key of a [`Leave`].
pub type LeaveId = Id<Leave>;

/// A numbered group that a relation sends together (批次).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Batch {
    /// Key.
    #[serde(default)]
    pub id: BatchId,
    /// The relation that numbers it.
    pub relation: RelationId,
    /// Its number within the relation, from 1.
    pub no: u32,
    /// Another name, empty for the usual 第N批.
    #[serde(default)]
    pub label: String,
    /// Whether it stays or comes and goes.
    pub mode: BatchMode,
    /// Planned first day.
    #[serde(default)]
    pub plan_from: Option<NaiveDate>,
    /// How exactly that is known.
    #[serde(default)]
    pub plan_from_prec: Precision,
    /// Planned last day.
    #[serde(default)]
    pub plan_to: Option<NaiveDate>,
    /// How exactly that is known.
    #[serde(default)]
    pub plan_to_prec: Precision,
    /// How many people are planned.
    #[serde(default)]
    pub headcount_plan: Option<u32>,
}

/// One posting of one person at one host (派驻任期); coming back makes another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stint {
    /// Key.
    #[serde(default)]
    pub id: StintId,
    /// Who.
    pub person: PersonId,
    /// Under which relation.
    #[serde(default)]
    pub relation: Option<RelationId>,
    /// In which batch.
    #[serde(default)]
    pub batch: Option<BatchId>,
    /// Where.
    pub host_inst: InstitutionId,
    /// In which department there.
    #[serde(default)]
    pub host_dept: Option<DepartmentId>,
    /// Role inside the team.
    pub role: StintRole,
    /// How it is served.
    pub mode: StintMode,
    /// Kind of staff during this stint.
    #[serde(default)]
    pub discipline: Option<Discipline>,
    /// Subject as written (专业).
    #[serde(default)]
    pub specialty: String,
    /// First day.
    pub arrive_on: NaiveDate,
    /// How exactly that is known.
    #[serde(default)]
    pub arrive_prec: Precision,
    /// Planned last day.
    #[serde(default)]
    pub plan_leave_on: Option<NaiveDate>,
    /// How exactly that is known.
    #[serde(default)]
    pub plan_leave_prec: Precision,
    /// Actual last day.
    #[serde(default)]
    pub leave_on: Option<NaiveDate>,
    /// How exactly that is known.
    #[serde(default)]
    pub leave_prec: Precision,
    /// Why it ended.
    #[serde(default)]
    pub end_reason: Option<EndReason>,
    /// Who takes over.
    #[serde(default)]
    pub successor_stint: Option<StintId>,
    /// Whether mentoring is not expected (leader, manager).
    #[serde(default)]
    pub no_mentoring: bool,
    /// Remark.
    #[serde(default)]
    pub note: String,
}

/// Absence with half-day precision (请假), both ends included.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Leave {
    /// Key.
    #[serde(default)]
    pub id: LeaveId,
    /// Who.
    pub person: PersonId,
    /// During which stint.
    #[serde(default)]
    pub stint: Option<StintId>,
    /// Kind.
    pub kind: LeaveKind,
    /// First day.
    pub from_on: NaiveDate,
    /// First half-day: morning or afternoon.
    pub from_slot: Slot,
    /// Last day.
    pub to_on: NaiveDate,
    /// Last half-day: morning or afternoon.
    pub to_slot: Slot,
    /// Where to.
    #[serde(default)]
    pub destination: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
    /// Who stands in.
    #[serde(default)]
    pub substitute: Option<PersonId>,
    /// Who approved.
    #[serde(default)]
    pub approver: String,
    /// When back.
    #[serde(default)]
    pub back_on: Option<NaiveDate>,
}
