//! Findings as lines of a list.

use super::opening::{Opening, first_opening};
use crate::app::{Failure, Office};
use crate::checks::Found;
use crate::domain::Severity;
use crate::figures::RecordRef;
use crate::i18n::Tr;

/// A finding as a line.
#[derive(Debug, Clone, PartialEq)]
pub struct FindingLine {
    /// Its place among the others, which is its key in lists.
    pub number: i64,
    /// How much it matters.
    pub severity: Severity,
    /// The same in a word.
    pub severity_text: &'static str,
    /// C05 批次空档.
    pub check: String,
    /// Whom or what it is about.
    pub subject: String,
    /// When.
    pub days: String,
    /// What there is.
    pub actual: String,
    /// What is asked for.
    pub required: String,
    /// The policy behind it.
    pub basis: String,
    /// The records behind it.
    pub records: Vec<RecordRef>,
    /// Where it can be looked at.
    pub opening: Option<Opening>,
}

/// Every finding of today, the gravest first.
///
/// # Errors
/// Where the file cannot be read.
pub fn finding_lines(office: &Office, tr: Tr) -> Result<Vec<FindingLine>, Failure> {
    let found = office.findings(None, None, tr)?;
    Ok((0..).zip(found).map(|(number, found)| line(office, tr, number, found)).collect())
}

fn line(office: &Office, tr: Tr, number: i64, found: Found) -> FindingLine {
    let days = match (found.from, found.to) {
        (Some(from), Some(to)) if from != to => format!("{from} – {to}"),
        (Some(on), _) | (None, Some(on)) => on.to_string(),
        (None, None) => String::new(),
    };
    FindingLine {
        number,
        severity: found.severity,
        severity_text: tr.severity(found.severity),
        check: format!("{} {}", found.rule, tr.check_name(&found.rule)),
        opening: first_opening(office, &found.records),
        subject: found.subject,
        days,
        actual: found.actual,
        required: found.required,
        basis: found.basis,
        records: found.records,
    }
}
