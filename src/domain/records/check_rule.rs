//! Thresholds as data: what is checked, where, since when, and by which policy.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::institution::{InstitutionId, RelationId};
use crate::domain::codes::{InstitutionKind, Programme};
use crate::domain::finding::Severity;
use crate::domain::id::Id;

/// Key of a [`CheckRule`].
pub type CheckRuleId = Id<CheckRule>;

/// A check with its bounds (检查规则). Several rows of one code may stand side by side for different scopes and times.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckRule {
    /// Key.
    #[serde(default)]
    pub id: CheckRuleId,
    /// Which check, by its number in the domain's list (C01).
    pub code: String,
    /// Only under this programme.
    #[serde(default)]
    pub programme: Option<Programme>,
    /// Only under this relation.
    #[serde(default)]
    pub relation: Option<RelationId>,
    /// Only at this kind of place.
    #[serde(default)]
    pub inst_kind: Option<InstitutionKind>,
    /// Only at this place.
    #[serde(default)]
    pub inst: Option<InstitutionId>,
    /// Its bounds, a JSON object of names to numbers or words.
    pub params: String,
    /// How much a breach matters.
    pub severity: Severity,
    /// The sentence of the policy behind it (依据).
    #[serde(default)]
    pub basis: String,
    /// First day it applies.
    #[serde(default)]
    pub from_on: Option<NaiveDate>,
    /// Last day it applies.
    #[serde(default)]
    pub to_on: Option<NaiveDate>,
    /// Whether it is switched off.
    #[serde(default)]
    pub is_off: bool,
}
