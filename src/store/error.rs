//! What can be wrong with a data file or a change to it, one variant for each thing a clerk can do about it.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::domain::Table;

/// Who has a data file open for writing, and since when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// Login name.
    pub user: String,
    /// Computer.
    pub host: String,
    /// Process number.
    pub pid: u32,
    /// Local time, `YYYY-MM-DDThh:mm`.
    pub since: String,
}

/// Why a change was refused; nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Refusal {
    /// The row is not there.
    NoSuchRow {
        /// Its table.
        table: Table,
        /// Its key.
        id: i64,
    },
    /// Other records refer to the row: it can be retired, not deleted.
    InUse {
        /// Its table.
        table: Table,
        /// Its key.
        id: i64,
        /// A table that refers to it.
        by: Table,
    },
    /// The row refers to a record that is not there.
    Dangling {
        /// Its table.
        table: Table,
    },
    /// Another row already stands for the same thing.
    Duplicate {
        /// Its table.
        table: Table,
    },
    /// It would end before it starts.
    EndBeforeStart {
        /// Its table.
        table: Table,
    },
    /// The same two people would be paired twice at a time, or one person serve two long postings at once.
    Overlap {
        /// Its table.
        table: Table,
        /// Key of the row that stands already.
        id: i64,
    },
    /// A required text is empty, or a number is out of its range.
    Invalid {
        /// Its table.
        table: Table,
        /// The field, by its column name.
        field: String,
    },
    /// A task would be a part of itself.
    Circular {
        /// Its table.
        table: Table,
        /// Its key.
        id: i64,
    },
    /// More would be spent than there is, and no reason is given for it.
    OverBudget {
        /// The fund.
        fund: i64,
        /// What it has, in fen.
        budget_fen: i64,
        /// What would be spent, in fen.
        spent_fen: i64,
    },
}

/// What can go wrong with a data file.
#[derive(Debug, Error)]
pub enum StoreError {
    /// Another program has it open for writing.
    #[error("{path} is in use")]
    InUse {
        /// The file.
        path: PathBuf,
        /// Who, where known.
        holder: Option<Holder>,
    },
    /// It may not be written.
    #[error("{path} is read-only")]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// It has an older schema and was to be read only: it is brought up to date where it may be written.
    #[error("{path} has an older schema")]
    Older {
        /// The file.
        path: PathBuf,
    },
    /// The disk is full.
    #[error("no space left for {path}")]
    NoSpace {
        /// The file.
        path: PathBuf,
    },
    /// Its content is damaged.
    #[error("{path} is damaged: {detail}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What the check found, for the log.
        detail: String,
    },
    /// A newer program wrote it.
    #[error("{path} has schema {file}, this program knows {program}")]
    Newer {
        /// The file.
        path: PathBuf,
        /// Schema of the file.
        file: u32,
        /// Newest schema of this program.
        program: u32,
    },
    /// It is not a file of this program.
    #[error("{path} is not a data file of this program")]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// There is no such file.
    #[error("{path} does not exist")]
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// There already is such a file.
    #[error("{path} exists already")]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The password does not open it.
    #[error("wrong password for {path}")]
    WrongPassword {
        /// The file.
        path: PathBuf,
    },
    /// Rows of a step were changed since, so it cannot be taken back by itself.
    #[error("{} rows were changed since step {step}", rows.len())]
    Conflict {
        /// The step.
        step: i64,
        /// The rows in the way.
        rows: Vec<(Table, i64)>,
    },
    /// The records would contradict each other.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// Nothing to undo.
    #[error("nothing to undo")]
    NothingToUndo,
    /// Nothing to redo.
    #[error("nothing to redo")]
    NothingToRedo,
    /// No such step.
    #[error("no step {0}")]
    NoSuchStep(i64),
    /// Reading or writing failed.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// The database engine failed in a way that has no better name.
    #[error(transparent)]
    Sql(rusqlite::Error),
}
