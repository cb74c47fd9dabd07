//! The one room that knows SQL: the data file, its journal and undo, its checks and backups.

mod apply;
mod backup;
mod bin;
mod check;
mod connect;
mod contradict;
mod dump;
mod error;
mod fault;
mod history;
mod info;
mod journal;
mod kept;
mod lock;
mod look;
mod migrate;
mod open;
mod overlap;
mod query;
mod recover;
mod refuse;
mod rows;
mod statements;
mod types;
mod undo;

pub use backup::{
    BackupFile, BackupReason, Thinning, backups_beside, data_folder_of, is_encrypted, restore, thin, thin_backups,
    verify,
};
pub use error::{Holder, Refusal, StoreError};
pub use kept::digest;
pub use recover::{Salvaged, recover};
pub use types::{Applied, BinItem, CheckReport, FileInfo, HistoryRow, HistoryStep, Problem, StepKind};

use std::path::{Path, PathBuf};

use rusqlite::Connection;

/// An open data file. Dropping it closes the file and gives the writer's lock back.
pub struct Store {
    // Fields are dropped in this order: the lock goes back only after the file is closed.
    conn: Connection,
    path: PathBuf,
    lock: Option<lock::WriterLock>,
}

impl Store {
    /// The newest schema that this program knows; an older file is brought up to it, a newer one refused.
    pub const SCHEMA: u32 = migrate::SCHEMA;

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it was opened for reading only.
    #[must_use]
    pub const fn is_read_only(&self) -> bool {
        self.lock.is_none()
    }

    /// Gives an error of the database engine the name under which people know it.
    fn named(&self, error: rusqlite::Error) -> StoreError {
        fault::named(&self.path, error)
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("path", &self.path).finish_non_exhaustive()
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        if !self.is_read_only() {
            // Takes the empty journal file away. Failing to is harmless: the next one to open uses it.
            let _ = self.conn.pragma_update(None, "journal_mode", "DELETE");
        }
    }
}
