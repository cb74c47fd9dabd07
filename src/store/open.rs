//! Making and opening a data file.

use std::path::Path;

use chrono::NaiveDateTime;
use rusqlite::Connection;

use super::error::{Holder, StoreError};
use super::fault::named;
use super::lock::WriterLock;
use super::{Store, backup, connect, journal, look, migrate};

impl Store {
    /// Makes a new, empty data file (activities filled in) and opens it for writing.
    ///
    /// # Errors
    /// Where a file is already there, or the place cannot be written.
    pub fn create(path: &Path, holder: &Holder) -> Result<Self, StoreError> {
        if path.symlink_metadata().is_ok() {
            return Err(StoreError::Exists { path: path.to_path_buf() });
        }
        let lock = WriterLock::take(path, holder)?;
        make(path, |_| Ok(()))?;
        Self::move_in(path, lock, holder)
    }

    /// Looks the file over, takes the writer's lock, backs up and migrates an older schema, and opens it.
    ///
    /// # Errors
    /// Each of the states of a file that cannot be written, by its own variant; the file stays as it was.
    pub fn open(path: &Path, holder: &Holder) -> Result<Self, StoreError> {
        look::header(path)?;
        look::writable(path)?;
        let lock = WriterLock::take(path, holder)?;
        Self::move_in(path, lock, holder)
    }

    /// Opens it for reading only, also while another program writes it. Nothing is written, not even a lock;
    /// only where a writer was killed in the middle of a step is that step taken back first.
    ///
    /// # Errors
    /// As [`Store::open`], but for lock and read-only. A file of an older schema is refused as [`StoreError::Older`]:
    /// it has to be opened for writing once.
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        look::header(path)?;
        let (conn, schema) = match reader(path) {
            // A reader may not take an interrupted step back, and cannot read past it.
            Err(StoreError::ReadOnly { .. }) => {
                look::writable(path)?;
                connect::finish_interrupted(path).map_err(|error| named(path, error))?;
                reader(path)?
            }
            opened => opened?,
        };
        if schema < Self::SCHEMA {
            return Err(StoreError::Older { path: path.to_path_buf() });
        }
        Ok(Self { conn, path: path.to_path_buf(), lock: None })
    }

    /// Opens the file under a lock that is already held.
    pub(super) fn move_in(path: &Path, lock: WriterLock, holder: &Holder) -> Result<Self, StoreError> {
        Ok(Self { conn: ready(path, moment(holder))?, path: path.to_path_buf(), lock: Some(lock) })
    }
}

/// A connection for reading to a file that has been looked over, and its schema.
fn reader(path: &Path) -> Result<(Connection, u32), StoreError> {
    let conn = connect::for_reading(path).map_err(|error| named(path, error))?;
    let schema = look::content(&conn, path)?;
    Ok((conn, schema))
}

/// The moment of opening, for the name of a backup that it may need.
fn moment(holder: &Holder) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(&holder.since, "%Y-%m-%dT%H:%M").unwrap_or_default()
}

/// A connection to a file that has been looked over, brought up to date, and journals every change.
pub(super) fn ready(path: &Path, at: NaiveDateTime) -> Result<Connection, StoreError> {
    let named = |error| named(path, error);
    let mut conn = connect::for_writing(path).map_err(named)?;
    let schema = look::content(&conn, path)?;
    // Another program may hold the file without knowing of our lock.
    conn.execute_batch("BEGIN IMMEDIATE; ROLLBACK;").map_err(named)?;
    if schema < Store::SCHEMA {
        backup::before_upgrade(&conn, path, at)?;
    }
    connect::make_durable(&conn).map_err(named)?;
    migrate::run(&mut conn, schema, Store::SCHEMA).map_err(named)?;
    journal::watch(&conn).map_err(named)?;
    Ok(conn)
}

/// Makes a file of the newest schema, whole or not at all; `fill` puts the first rows in, unjournaled.
pub(super) fn make(
    path: &Path,
    fill: impl FnOnce(&mut Connection) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let temporary = backup::temporary(path)?;
    let mut conn = connect::for_writing(&temporary).map_err(|error| named(path, error))?;
    // A half-made file is thrown away, so no journal is needed; it is brought to the disk at the end.
    conn.execute_batch("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;")
        .map_err(|error| named(path, error))?;
    migrate::run(&mut conn, 0, Store::SCHEMA).map_err(|error| named(path, error))?;
    fill(&mut conn)?;
    journal::witness(&conn).map_err(|error| named(path, error))?;
    conn.close().map_err(|(_, error)| named(path, error))?;
    backup::settle(temporary, path, backup::Existing::Keep)
}
