//! A finding of a check, ready for lists and programs.

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use crate::domain::{Period, Severity};
use crate::figures::RecordRef;
use crate::i18n::{Lang, Tr};

/// What a check found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Found {
    /// The check (C13).
    pub rule: String,
    /// How much it matters.
    #[serde(serialize_with = "severity_word")]
    pub severity: Severity,
    /// Whom or what it is about.
    pub subject: String,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// What there is.
    pub actual: String,
    /// What is asked for.
    pub required: String,
    /// The sentence of the policy behind it.
    pub basis: String,
    /// The records behind it.
    pub records: Vec<RecordRef>,
}

impl Found {
    /// The same with its days.
    #[must_use]
    pub fn during(self, days: Period) -> Self {
        Self { from: Some(days.from()), to: Some(days.to()), ..self }
    }

    /// The same with its day.
    #[must_use]
    pub fn on(self, day: NaiveDate) -> Self {
        self.during(Period::day(day))
    }
}

/// The Chinese word is the name of the value, whatever the language of the screen.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands fields over by reference")]
fn severity_word<S: Serializer>(severity: &Severity, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(Tr::new(Lang::Zh).severity(*severity))
}
