//! A rule of the schedule as data: what is counted, where, over which window, within which bounds, and what a breach costs.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::institution::{DepartmentId, InstitutionId, RelationId};
use super::office::ActivityId;
use super::person::PersonId;
use crate::domain::codes::{InstitutionKind, RuleForce, RuleTerm, RuleWindow, Slot};
use crate::domain::finding::Severity;
use crate::domain::id::Id;

/// Key of a [`RotaRule`].
pub type RotaRuleId = Id<RotaRule>;

/// One row of the table of rules, used alike by the checks, the planner and what is printed about both.
///
/// The scope is the conjunction of its parts: one that is absent fits everything. Of several rules of one term the one
/// with the narrowest scope holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RotaRule {
    /// Key.
    #[serde(default)]
    pub id: RotaRuleId,
    /// What is counted or forbidden.
    pub term: RuleTerm,
    /// Scope: one relation.
    #[serde(default)]
    pub relation: Option<RelationId>,
    /// Scope: sites of one kind.
    #[serde(default)]
    pub inst_kind: Option<InstitutionKind>,
    /// Scope: one site.
    #[serde(default)]
    pub inst: Option<InstitutionId>,
    /// Scope: one department.
    #[serde(default)]
    pub dept: Option<DepartmentId>,
    /// Scope: one person.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// Scope: one activity.
    #[serde(default)]
    pub activity: Option<ActivityId>,
    /// Counts only titles of at least this rank, 1–5.
    #[serde(default)]
    pub min_rank: Option<u8>,
    /// Over which stretch of time it counts.
    pub window: RuleWindow,
    /// Lower bound, in what the term counts.
    #[serde(default)]
    pub at_least: Option<u32>,
    /// Upper bound, in what the term counts.
    #[serde(default)]
    pub at_most: Option<u32>,
    /// Whether a plan may break it.
    pub force: RuleForce,
    /// What each unit of a breach costs a plan; without meaning for a hard rule.
    #[serde(default)]
    pub price: u32,
    /// How much a breach matters in the list of findings.
    pub severity: Severity,
    /// Whether it is in force.
    pub is_on: bool,
    /// The sentence of the policy behind it (依据).
    #[serde(default)]
    pub basis: String,
    /// First day in force.
    #[serde(default)]
    pub from_on: Option<NaiveDate>,
    /// Last day in force.
    #[serde(default)]
    pub to_on: Option<NaiveDate>,
    /// Only this weekday, 1 Monday … 7 Sunday (wishes, days of tours).
    #[serde(default)]
    pub weekday: Option<u8>,
    /// Only this half-day of the day.
    #[serde(default)]
    pub slot: Option<Slot>,
}
