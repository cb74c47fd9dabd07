//! A plan as people and files have it: the duties, who is taught when, and everyone's fixed half-days.

use serde::{Deserialize, Serialize};

use super::duty::Duty;

/// A plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// All duties, in order.
    pub duties: Vec<Duty>,
    /// Pair, day and half of each teaching that is attended.
    #[serde(default)]
    pub teach: Vec<(usize, usize, usize)>,
    /// Expert, stay, weekday and half that clinics keep to; chosen as well as possible where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<Vec<(usize, usize, usize, usize)>>,
}
