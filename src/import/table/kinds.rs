//! The table of sheet kinds: `assets/import/kinds.txt`, read once.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::heading::{bare, normal};

/// How much a kind needs a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// ●
    Required,
    /// ◐: one of the group.
    OneOf,
    /// ○
    Optional,
    /// ⊘: compared with the computed value, never stored.
    Compared,
}

/// A column of a kind.
#[derive(Debug)]
pub struct Column {
    /// Canonical heading.
    pub heading: &'static str,
    /// How much it is needed.
    pub need: Need,
    /// ⇊: an empty cell takes the value above.
    pub fills_down: bool,
    /// Whether total rows are compared with its sum.
    pub is_summed: bool,
}

/// How closely a heading fits a column; smaller is closer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The canonical heading.
    Canonical,
    /// A synonym.
    Synonym,
}

/// A sheet kind.
#[derive(Debug)]
pub struct Kind {
    /// Its id.
    pub id: &'static str,
    /// Whether this version imports it; others are only recognised.
    pub is_importable: bool,
    /// Words of titles that name it, in groups of which each must be met.
    pub titles: Vec<Vec<&'static str>>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Whether it has a column for each day.
    pub has_days: bool,
    /// Columns that begin the heading of others: 导师 of 导师职称.
    pub persons: Vec<usize>,
    words: HashMap<String, Vec<(Fit, usize)>>,
}

/// Every kind, in the order in which kinds are imported.
pub static KINDS: LazyLock<Vec<Kind>> = LazyLock::new(|| parse(include_str!("../../../assets/import/kinds.txt")));

/// The kind of an id.
#[must_use]
pub fn kind(id: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.id == id)
}

impl Kind {
    /// Columns that a normalised heading may mean, closest first.
    #[must_use]
    pub fn matches(&self, heading: &str) -> &[(Fit, usize)] {
        self.words.get(heading).map_or(&[], Vec::as_slice)
    }

    /// The column of a canonical heading, however it is spaced.
    #[must_use]
    pub fn canonical(&self, heading: &str) -> Option<usize> {
        let heading = normal(heading);
        self.columns.iter().position(|column| normal(column.heading) == heading)
    }

    fn learn(&mut self, word: &str, fit: Fit, column: usize) {
        let entries = self.words.entry(normal(word)).or_default();
        if !entries.iter().any(|(_, known)| *known == column) {
            entries.push((fit, column));
            entries.sort_unstable();
        }
    }

    fn finish(&mut self) {
        let headings: Vec<&str> = self.columns.iter().map(|column| column.heading).collect();
        let begins = |start: &str| headings.iter().any(|other| other.len() > start.len() && other.starts_with(start));
        self.persons = (0..headings.len()).filter(|at| headings.get(*at).is_some_and(|start| begins(start))).collect();
    }
}

fn parse(text: &'static str) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = Vec::new();
    for line in text.lines() {
        let mut parts = line.split('\t');
        match (parts.next(), kinds.last_mut()) {
            (Some("kind"), _) => kinds.push(Kind {
                id: parts.next().unwrap_or_default(),
                is_importable: parts.next() == Some("import"),
                titles: Vec::new(),
                columns: Vec::new(),
                has_days: false,
                persons: Vec::new(),
                words: HashMap::new(),
            }),
            (Some("title"), Some(kind)) => kind.titles = parts.map(|group| group.split('|').collect()).collect(),
            (Some("days"), Some(kind)) => kind.has_days = true,
            (Some("column"), Some(kind)) => column(kind, parts),
            _ => {}
        }
    }
    kinds.iter_mut().for_each(Kind::finish);
    kinds
}

fn column(kind: &mut Kind, mut parts: std::str::Split<'static, char>) {
    let mut next = || parts.next().unwrap_or_default();
    let (need, fills, heading, synonyms, sum) = (next(), next(), next(), next(), next());
    let need = match need {
        "●" => Need::Required,
        "◐" => Need::OneOf,
        "⊘" => Need::Compared,
        _ => Need::Optional,
    };
    let at = kind.columns.len();
    kind.columns.push(Column { heading, need, fills_down: fills == "⇊", is_summed: sum == "sum" });
    kind.learn(heading, Fit::Canonical, at);
    if let Some((bare, _)) = bare(&normal(heading)) {
        kind.learn(bare, Fit::Synonym, at);
    }
    for synonym in synonyms.split('|').filter(|synonym| !synonym.is_empty()) {
        kind.learn(synonym, Fit::Synonym, at);
    }
}
