//! Files kept under their digest, and the plan of an issue: what stays as it was, whatever is changed later.

use std::fmt::Write;

use rusqlite::OptionalExtension;
use sha2::{Digest, Sha256};

use super::Store;
use super::error::StoreError;
use super::rows::from_row;
use super::statements::statements;
use crate::domain::{Edition, PublicationId, Table};

impl Store {
    /// Keeps a file and gives its digest; one that is there already stays as it is.
    ///
    /// Not a step of the history: a file that no record names any more does no harm, and one that a step brings back
    /// is still there.
    ///
    /// # Errors
    /// The state of the file.
    pub fn keep_file(&mut self, bytes: &[u8]) -> Result<String, StoreError> {
        if self.is_read_only() {
            return Err(StoreError::ReadOnly { path: self.path.clone() });
        }
        let digest = digest(bytes);
        let keep =
            self.conn.execute("INSERT OR IGNORE INTO kept_file (digest, bytes) VALUES (?1, ?2)", (&digest, bytes));
        keep.map_err(|error| self.named(error))?;
        Ok(digest)
    }

    /// The file of a digest, `None` where it is not kept here.
    ///
    /// # Errors
    /// Where the data file cannot be read.
    pub fn kept_file(&self, digest: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let read = || {
            let mut statement = self.conn.prepare_cached("SELECT bytes FROM kept_file WHERE digest = ?1")?;
            statement.query_row([digest], |row| row.get(0)).optional()
        };
        read().map_err(|error| self.named(error))
    }

    /// The plan that an issue froze, `None` where it kept none.
    ///
    /// # Errors
    /// Where the data file cannot be read.
    pub fn edition(&self, publication: PublicationId) -> Result<Option<Edition>, StoreError> {
        let sql = format!("{} WHERE publication = ?1", statements(Table::Edition).select);
        let read = || self.conn.prepare_cached(&sql)?.query_row([publication.raw()], from_row).optional();
        read().map_err(|error| self.named(error))
    }
}

/// SHA-256 in lower-case hexadecimal.
fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing into a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
