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

/// The rule behind a finding; numbers are those of the domain's list of checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RuleCode {
    /// C11: one person twice in one half-day.
    DoubleBooked,
    /// C11: one room twice in one half-day.
    RoomClash,
    /// C11: at work while on leave.
    OnLeave,
    /// C11: outside the stint.
    OutsideStint,
    /// C11: two places too far apart in adjacent half-days.
    TwoTowns,
    /// C11: at work in the half-day after a night on call.
    RestAfterDuty,
    /// C11: a title too low for the session.
    TitleRequired,
    /// C12: at work on a public holiday.
    OnHoliday,
    /// C12: a make-up day without a decision which weekday it follows.
    MakeUpUndecided,
}

impl RuleCode {
    /// The check of the domain's list.
    #[must_use]
    pub const fn check(self) -> &'static str {
        match self {
            Self::OnHoliday | Self::MakeUpUndecided => "C12",
            _ => "C11",
        }
    }

    /// Its row in the table of the schedule's rules.
    #[must_use]
    pub const fn term(self) -> RuleTerm {
        match self {
            Self::DoubleBooked => RuleTerm::DoubleBooked,
            Self::RoomClash => RuleTerm::RoomClash,
            Self::OnLeave => RuleTerm::OnLeave,
            Self::OutsideStint => RuleTerm::OutsideStint,
            Self::TwoTowns => RuleTerm::TwoTowns,
            Self::RestAfterDuty => RuleTerm::RestAfterDuty,
            Self::TitleRequired => RuleTerm::TitleRequired,
            Self::OnHoliday => RuleTerm::OnHoliday,
            Self::MakeUpUndecided => RuleTerm::MakeUpUndecided,
        }
    }

    /// How much a breach matters.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::OnHoliday | Self::MakeUpUndecided | Self::TwoTowns => Severity::Hint,
            Self::OutsideStint
            | Self::OnLeave
            | Self::RoomClash
            | Self::DoubleBooked
            | Self::RestAfterDuty
            | Self::TitleRequired => Severity::Warning,
        }
    }
}

/// One thing a rule found, as data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule.
    pub rule: RuleCode,
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
}
