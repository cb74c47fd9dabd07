//! The one room that knows SQL: the data file, its journal and undo, its checks and backups.

mod error;

pub use error::{Holder, Refusal, StoreError};

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use serde::Serialize;

use crate::domain::{Edit, Label, Period, Registry, Row, Session, Table};

/// An open data file. Dropping it closes the file and gives the writer's lock back.
pub struct Store {}

/// What a step did.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Applied {
    /// Number of the step in the history; an import is taken back by it.
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

impl Store {
    /// Makes a new, empty data file (activities filled in) and opens it for writing.
    ///
    /// # Errors
    /// Where a file is already there, or the place cannot be written.
    pub fn create(path: &Path, holder: &Holder) -> Result<Self, StoreError> {
        todo!("{path:?} {holder:?}")
    }

    /// Looks the file over, takes the writer's lock, backs up and migrates an older schema, and opens it.
    ///
    /// # Errors
    /// Each of the states of a file that cannot be written, by its own variant; the file stays as it was.
    pub fn open(path: &Path, holder: &Holder) -> Result<Self, StoreError> {
        todo!("{path:?} {holder:?}")
    }

    /// Opens it for reading only, also while another program writes it. Nothing is written, not even a lock.
    ///
    /// # Errors
    /// As [`Store::open`], but for lock and read-only.
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        todo!("{path:?}")
    }

    /// Every record but the sessions.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn registry(&self) -> Result<Registry, StoreError> {
        todo!()
    }

    /// Sessions of the period, by date, slot, stint and key.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn sessions(&self, period: Period) -> Result<Vec<Session>, StoreError> {
        todo!("{period:?}")
    }

    /// Applies edits as one step: all of them or none. Returns after the commit is on the disk.
    ///
    /// # Errors
    /// A [`Refusal`] where the records would contradict each other, else the state of the file.
    pub fn apply(&mut self, label: &Label, at: NaiveDateTime, edits: &[Edit]) -> Result<Applied, StoreError> {
        todo!("{label:?} {at} {edits:?}")
    }

    /// Takes the newest step back that still stands.
    ///
    /// # Errors
    /// [`StoreError::NothingToUndo`], or the state of the file.
    pub fn undo(&mut self, at: NaiveDateTime) -> Result<Applied, StoreError> {
        todo!("{at}")
    }

    /// Does the step again that was taken back last, unless something else was done since.
    ///
    /// # Errors
    /// [`StoreError::NothingToRedo`], or the state of the file.
    pub fn redo(&mut self, at: NaiveDateTime) -> Result<Applied, StoreError> {
        todo!("{at}")
    }

    /// Takes one step back out of order, such as an import of yesterday.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] with the rows that were changed since.
    pub fn undo_step(&mut self, step: i64, at: NaiveDateTime) -> Result<Applied, StoreError> {
        todo!("{step} {at}")
    }

    /// The newest steps first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn history(&self, limit: usize) -> Result<Vec<HistoryStep>, StoreError> {
        todo!("{limit}")
    }

    /// The rows of a step.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn history_rows(&self, step: i64) -> Result<Vec<HistoryRow>, StoreError> {
        todo!("{step}")
    }

    /// Deleted rows that are not there again, newest first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn bin(&self) -> Result<Vec<BinItem>, StoreError> {
        todo!()
    }

    /// Forgets the deleted rows for good, with the steps that deleted them.
    ///
    /// # Errors
    /// The state of the file.
    pub fn empty_bin(&mut self) -> Result<usize, StoreError> {
        todo!()
    }

    /// What the file says of itself.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn info(&self) -> Result<FileInfo, StoreError> {
        todo!()
    }
}
