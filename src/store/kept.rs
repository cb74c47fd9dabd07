//! Files kept under their digest, and the plan of an issue: what stays as it was, whatever is changed later.

use std::fmt::Write;

use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use super::Store;
use super::error::StoreError;
use super::rows::from_row;
use super::statements::statements;
use crate::domain::{Edition, PublicationId, Table};

impl Store {
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

/// Keeps files under their digests, in the transaction of the step that names them; one that is there already stays.
///
/// Not a row of the history: a file that no record names any more does no harm, and one that a step brings back is
/// still there.
pub(super) fn keep(conn: &Connection, files: &[Vec<u8>]) -> rusqlite::Result<()> {
    for bytes in files {
        conn.prepare_cached("INSERT OR IGNORE INTO kept_file (digest, bytes) VALUES (?1, ?2)")?
            .execute((digest(bytes), bytes))?;
    }
    Ok(())
}

/// SHA-256 in lower-case hexadecimal: the name under which a file is kept.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing into a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
