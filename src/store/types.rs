//! What the store answers: plain data, nothing of the database engine in it.

use std::path::PathBuf;

use chrono::NaiveDateTime;
use serde::Serialize;

use crate::domain::{Label, Row, Table};

/// What a step did.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Applied {
    /// Number of the step in the history; an import is taken back by it. 0 where nothing changed: such a
    /// step is not recorded, and what was taken back before can still be done again.
    pub step: i64,
    /// What the step is called.
    pub label: Label,
    /// Tables it touched.
    pub tables: Vec<Table>,
    /// Rows it touched.
    pub rows: usize,
    /// Keys given to the rows of the edits that had none, in order.
    pub new_ids: Vec<i64>,
}

/// How a step came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// An edit or an import.
    Do,
    /// Took another step back.
    Undo,
    /// Took an undo back.
    Redo,
}

impl StepKind {
    /// The stored code.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Do => "do",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }

    /// The kind of a stored code.
    pub(super) fn from_code(code: &str) -> Option<Self> {
        [Self::Do, Self::Undo, Self::Redo].into_iter().find(|kind| kind.code() == code)
    }
}

/// A step of the history.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HistoryStep {
    /// Its number.
    pub step: i64,
    /// When.
    pub at: NaiveDateTime,
    /// How it came about.
    pub kind: StepKind,
    /// The step it took back or did again.
    pub target: Option<i64>,
    /// What it is called.
    pub label: Label,
    /// Rows it touched.
    pub rows: usize,
    /// Whether it is taken back at present.
    pub is_undone: bool,
}

/// One row before and after a step.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HistoryRow {
    /// Where.
    pub table: Table,
    /// Which.
    pub row_id: i64,
    /// Before, absent where it was added.
    pub old: Option<Row>,
    /// After, absent where it was deleted.
    pub new: Option<Row>,
}

/// A deleted row that can be fetched back (回收站).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BinItem {
    /// Place in the journal: the handle for fetching it back.
    pub entry: i64,
    /// The step that deleted it.
    pub step: i64,
    /// When.
    pub deleted_at: NaiveDateTime,
    /// The row as it was.
    pub row: Row,
}

/// What a data file says of itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FileInfo {
    /// Where it is.
    pub path: PathBuf,
    /// Its schema version.
    pub schema: u32,
    /// `truncate`, or what a foreign hand has made of it.
    pub journal_mode: String,
    /// Size in bytes.
    pub size: u64,
    /// Rows per table.
    pub counts: Vec<(Table, u64)>,
    /// Steps in the history.
    pub steps: u64,
}

/// Something that a check of the file found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum Problem {
    /// The file itself is damaged.
    Damage {
        /// In the words of the database engine, for the log.
        detail: String,
    },
    /// A table or an index is not as this program made it.
    Schema {
        /// Its name.
        name: String,
    },
    /// A row refers to one that is not there.
    Reference {
        /// Table of the row.
        table: Table,
        /// Its key.
        id: i64,
        /// Where the missing row should be.
        parent: Table,
    },
    /// A row cannot be read as its record.
    Unreadable {
        /// Its table.
        table: Table,
        /// What does not fit, for the log.
        detail: String,
    },
    /// A row is not as the journal last left it: it was changed behind the program's back.
    Altered {
        /// Its table.
        table: Table,
        /// Its key.
        id: i64,
    },
}

/// The outcome of a check of the file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CheckReport {
    /// Whether every page, reference and row was read.
    pub is_deep: bool,
    /// What was found; empty for a sound file.
    pub problems: Vec<Problem>,
}

impl CheckReport {
    /// Whether nothing was found.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }
}
