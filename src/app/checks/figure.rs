//! Figures as lines of a list: the whole catalogue, and one question that somebody typed.

use std::collections::HashMap;

use crate::app::{Failure, Office};
use crate::figures::{Narrowing, Outcome, Point, RecordRef, codes};
use crate::i18n::Tr;

/// A figure as a line.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureLine {
    /// Its place among the others, which is its key in lists.
    pub number: i64,
    /// What it is about.
    pub group: &'static str,
    /// What it counts.
    pub meaning: String,
    /// The code and the parameters that were used.
    pub asked: String,
    /// As it is printed; a dash where it is refused.
    pub display: String,
    /// Its unit.
    pub unit: String,
    /// Its basis, or the reason of a refusal.
    pub basis: String,
    /// How it came about.
    pub formula: String,
    /// What a reader has to know.
    pub notes: Vec<String>,
    /// The records behind it.
    pub records: Vec<RecordRef>,
    /// The values of a series.
    pub series: Vec<Point>,
    /// Whether it was refused.
    pub is_refused: bool,
}

/// The whole catalogue with its defaults, narrowed.
///
/// # Errors
/// Where the narrowing is not written as it should be, or the file cannot be read.
pub fn figure_lines(office: &Office, tr: Tr, narrowing: &Narrowing) -> Result<Vec<FigureLine>, Failure> {
    let outcomes = office.figures(narrowing, tr)?;
    Ok((0..).zip(outcomes).map(|(number, outcome)| line(number, outcome, tr)).collect())
}

/// One question as somebody typed it: `people.count period=2023 group=month`.
///
/// # Errors
/// Where the question cannot be asked like this, or the file cannot be read.
pub fn ask(office: &Office, tr: Tr, typed: &str) -> Result<FigureLine, Failure> {
    let mut words = typed.split_whitespace();
    let code = words.next().unwrap_or_default();
    let mut pairs: Vec<(String, String)> = Vec::new();
    for word in words {
        match (word.split_once('='), pairs.last_mut()) {
            (Some((key, value)), _) => pairs.push((key.to_owned(), value.to_owned())),
            // A name may hold a space.
            (None, Some((_, value))) => {
                value.push(' ');
                value.push_str(word);
            }
            (None, None) => pairs.push((word.to_owned(), String::new())),
        }
    }
    Ok(line(0, office.figure(code, &pairs, tr)?, tr))
}

fn line(number: i64, outcome: Outcome, tr: Tr) -> FigureLine {
    let known: HashMap<_, _> = codes(tr).map(|entry| (entry.code, entry)).collect();
    let about = |code: &str| known.get(code).map_or(("", ""), |entry| (entry.group, entry.meaning));
    let asked = |code: &str, params: &std::collections::BTreeMap<&str, String>| {
        let pairs = params.iter().map(|(key, value)| format!("{key}={value}"));
        std::iter::once(code.to_owned()).chain(pairs).collect::<Vec<_>>().join(" ")
    };
    match outcome {
        Outcome::Figure(figure) => FigureLine {
            number,
            group: about(figure.code).0,
            meaning: meaning(about(figure.code).1, figure.params.get("indicator").or(figure.params.get("with"))),
            asked: asked(figure.code, &figure.params),
            display: figure.display,
            unit: figure.unit,
            basis: figure.basis,
            formula: figure.formula,
            notes: figure.notes,
            records: figure.records,
            series: figure.series.unwrap_or_default(),
            is_refused: false,
        },
        Outcome::Refused(refused) => FigureLine {
            number,
            group: about(refused.code).0,
            meaning: meaning(about(refused.code).1, refused.params.get("indicator").or(refused.params.get("with"))),
            asked: asked(refused.code, &refused.params),
            display: "\u{2014}".to_owned(),
            unit: String::new(),
            basis: refused.reason,
            formula: String::new(),
            notes: Vec::new(),
            records: Vec::new(),
            series: Vec::new(),
            is_refused: true,
        },
    }
}

/// The name of a code, with what it needs to be asked for.
fn meaning(name: &str, needed: Option<&String>) -> String {
    match needed {
        Some(needed) => format!("{name} · {needed}"),
        None => name.to_owned(),
    }
}
