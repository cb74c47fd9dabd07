//! A connection with the switches that every data file is opened with.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, MAIN_DB, OpenFlags};

/// How long a reader waits for a commit of the writer.
const READER_PATIENCE: Duration = Duration::from_secs(10);
/// How long the writer waits for a reader; another writer is told of at once by the lock file.
const WRITER_PATIENCE: Duration = Duration::from_secs(10);
/// How long opening waits before it says that the file is in use.
const OPENING_PATIENCE: Duration = Duration::from_millis(250);

/// Opens an existing file for writing. Nothing is written by that.
pub(super) fn for_writing(path: &Path) -> rusqlite::Result<Connection> {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    harden(&conn)?;
    conn.busy_timeout(OPENING_PATIENCE)?;
    Ok(conn)
}

/// Opens an existing file for reading only.
pub(super) fn for_reading(path: &Path) -> rusqlite::Result<Connection> {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    harden(&conn)?;
    conn.busy_timeout(READER_PATIENCE)?;
    Ok(conn)
}

/// Opens the content of a whole file for reading only, without the file.
pub(super) fn in_memory(content: &[u8]) -> rusqlite::Result<Connection> {
    let mut conn = Connection::open_in_memory()?;
    conn.deserialize_read_exact(MAIN_DB, content, content.len(), true)?;
    harden(&conn)?;
    Ok(conn)
}

/// Lets the engine take back what a killed writer left half done, as it does whenever a file is opened for writing.
pub(super) fn finish_interrupted(path: &Path) -> rusqlite::Result<()> {
    for_writing(path)?.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
}

/// Makes a connection that has passed the look-over ready for work.
pub(super) fn make_durable(conn: &Connection) -> rusqlite::Result<()> {
    conn.busy_timeout(WRITER_PATIENCE)?;
    // TRUNCATE with FULL loses nothing acknowledged in a power cut, and the file can be copied as one.
    conn.query_row("PRAGMA journal_mode = TRUNCATE", [], |_| Ok(()))?;
    conn.execute_batch("PRAGMA synchronous = FULL; PRAGMA cache_size = -32000;")
}

/// Switches for files of unknown origin: nothing stored in them is run.
pub(super) fn harden(conn: &Connection) -> rusqlite::Result<()> {
    for (switch, is_on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        // The journal's own triggers are temporary ones, which this leaves alone.
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
    ] {
        conn.set_db_config(switch, is_on)?;
    }
    conn.set_prepared_statement_cache_capacity(128);
    conn.execute_batch("PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;")
}
