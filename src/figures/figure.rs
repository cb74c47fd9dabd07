//! What a question gets for an answer: a figure with everything behind it, or a refusal with its reason.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::Table;

/// A value as programs read it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Number {
    /// A count.
    Whole(i64),
    /// A rounded number.
    Rounded(f64),
    /// A ratio, or the wording of the news.
    Text(String),
    /// A list.
    List(Vec<String>),
    /// A denominator was 0.
    Absent,
}

/// A record behind a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct RecordRef {
    /// Its table.
    pub table: Table,
    /// Its key.
    pub id: i64,
}

/// One value of a series.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Point {
    /// Whose or when.
    pub key: String,
    /// The value.
    pub value: Number,
    /// As it is printed.
    pub display: String,
    /// The records behind it.
    pub records: Vec<RecordRef>,
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    /// The code.
    pub code: &'static str,
    /// What was really used.
    pub params: BTreeMap<&'static str, String>,
    /// The value.
    pub value: Number,
    /// Its unit.
    pub unit: String,
    /// The counting unit or 口径 in words.
    pub basis: String,
    /// As it is printed.
    pub display: String,
    /// In numbers, so that a reader can redo it.
    pub formula: String,
    /// Every record that entered it, each once.
    pub records: Vec<RecordRef>,
    /// What a reader has to know.
    pub notes: Vec<String>,
    /// The values of a series.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub series: Option<Vec<Point>>,
}

/// Why a question is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum RefusalKind {
    /// Rows of several bases, or a list of them asked for.
    #[serde(rename = "mixed basis")]
    MixedBasis,
    /// Records of several programmes or of both directions.
    #[serde(rename = "mixed programme")]
    MixedProgramme,
    /// A total of what cannot be added.
    #[serde(rename = "not additive")]
    NotAdditive,
    /// A name fits several records.
    #[serde(rename = "ambiguous name")]
    AmbiguousName,
    /// A name fits none.
    #[serde(rename = "unknown name")]
    UnknownName,
}

/// A refusal before it is told whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Why.
    pub kind: RefusalKind,
    /// A sentence that says what to choose.
    pub reason: String,
}

/// A refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// Why.
    pub refused: RefusalKind,
    /// A sentence that says what to choose.
    pub reason: String,
    /// The code.
    pub code: &'static str,
    /// What was asked.
    pub params: BTreeMap<&'static str, String>,
}

/// What a question gets.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Outcome {
    /// A figure.
    Figure(Figure),
    /// A refusal; nothing is guessed.
    Refused(Refused),
}
