//! What the rules have to say about the records. A finding never blocks anything.

use serde::{Deserialize, Serialize};

use super::codes::{RuleTerm, Slot};
use super::date::Period;
use super::row::Table;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth a look.
    Hint,
    /// Should be settled.
    Warning,
    /// A requirement is not met.
    Failure,
}

/// One thing a rule found, as data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule.
    pub rule: RuleTerm,
    /// How much it matters, as the rule says.
    pub severity: Severity,
    /// Whom or what it is about, as people call it.
    pub subject: String,
    /// What clashes: the activities, people or places, joined by [`Finding::BETWEEN`]; the code of the kind of leave;
    /// the festival; the limits of the stint as `2022-05..2023-05-31`.
    pub detail: String,
    /// When.
    pub period: Period,
    /// In which half-day, where it is about one.
    pub slot: Option<Slot>,
    /// The records behind it.
    pub records: Vec<(Table, i64)>,
}

impl Finding {
    /// Stands between several names in [`Finding::detail`].
    pub const BETWEEN: &'static str = " / ";

    /// The check of the domain's list: C12 is about days off, C11 about all other clashes.
    #[must_use]
    pub const fn check(&self) -> &'static str {
        match self.rule {
            RuleTerm::OnHoliday | RuleTerm::MakeUpUndecided => "C12",
            _ => "C11",
        }
    }
}
