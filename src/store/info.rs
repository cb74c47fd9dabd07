//! What a data file says of itself.

use super::Store;
use super::error::StoreError;
use super::fault::named_io;
use super::types::FileInfo;
use crate::domain::Table;

impl Store {
    /// What the file says of itself.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn info(&self) -> Result<FileInfo, StoreError> {
        let size = self.path.metadata().map_err(|error| named_io(&self.path, error))?.len();
        let ask = || -> rusqlite::Result<FileInfo> {
            let count = |name: &str| -> rusqlite::Result<u64> {
                self.conn.query_row(&format!("SELECT count(*) FROM \"{name}\""), [], |row| row.get(0))
            };
            let counts = Table::ALL.iter().map(|table| Ok((*table, count(table.name())?)));
            Ok(FileInfo {
                path: self.path.clone(),
                schema: self.conn.query_row("PRAGMA user_version", [], |row| row.get(0))?,
                journal_mode: self.journal_mode()?,
                size,
                counts: counts.collect::<rusqlite::Result<_>>()?,
                steps: count("journal_step")?,
            })
        };
        ask().map_err(|error| self.named(error))
    }

    /// How the file is written: one that is only read, or is read in memory, cannot say more than that it has no
    /// write-ahead log.
    fn journal_mode(&self) -> rusqlite::Result<String> {
        let mode: String = self.conn.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
        let is_told = !self.is_read_only() || mode == "wal";
        Ok(if is_told { mode } else { "truncate".to_owned() })
    }
}
