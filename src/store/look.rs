//! Looks a file over before anything is written to it.

use std::fs::{File, Metadata};
use std::io::{ErrorKind, Read};
use std::path::Path;

use rusqlite::Connection;

use super::error::StoreError;
use super::fault::{named, named_io};
use super::migrate::{self, APPLICATION_ID, SCHEMA};

const MAGIC: &[u8] = b"SQLite format 3\0";
/// Length of the header of a database file.
const HEADER: usize = 100;
/// Where the header keeps `user_version` and `application_id`, big-endian.
const USER_VERSION_AT: usize = 60;
const APPLICATION_ID_AT: usize = 68;
/// How much of a headless file is searched for signs that it was one of ours.
const SEARCHED: u64 = 1 << 20;

/// Reads the header as bytes and gives the schema version: whose file is it, and how new?
///
/// The database engine is not asked yet: it would answer a foreign file by trying to repair or to fill it.
pub(super) fn header(path: &Path) -> Result<u32, StoreError> {
    let file = File::open(path).map_err(|error| match error.kind() {
        ErrorKind::NotADirectory => StoreError::Missing { path: path.to_path_buf() },
        // Not allowed to read is not the same as not allowed to write.
        ErrorKind::PermissionDenied => StoreError::Io { path: path.to_path_buf(), source: error },
        _ => named_io(path, error),
    })?;
    if file.metadata().is_ok_and(|meta| !meta.is_file()) {
        return Err(StoreError::Foreign { path: path.to_path_buf() });
    }
    let mut start = Vec::with_capacity(4096);
    file.take(SEARCHED).read_to_end(&mut start).map_err(|error| named_io(path, error))?;
    judge(path, &start)
}

/// The same for a file whose first bytes, or all of them, are at hand.
pub(super) fn judge(path: &Path, start: &[u8]) -> Result<u32, StoreError> {
    let damaged = |detail: &str| StoreError::Damaged { path: path.to_path_buf(), detail: detail.to_owned() };
    if !start.starts_with(MAGIC) {
        let is_ours = contains(start, b"CREATE TABLE journal_step")
            || number_at(start, APPLICATION_ID_AT) == Some(APPLICATION_ID);
        return Err(if is_ours { damaged("no header") } else { StoreError::Foreign { path: path.to_path_buf() } });
    }
    if start.len() < HEADER {
        return Err(damaged("cut off in the header"));
    }
    if number_at(start, APPLICATION_ID_AT) != Some(APPLICATION_ID) {
        return Err(StoreError::Foreign { path: path.to_path_buf() });
    }
    match number_at(start, USER_VERSION_AT) {
        Some(file) if file > SCHEMA => Err(StoreError::Newer { path: path.to_path_buf(), file, program: SCHEMA }),
        Some(version) if version > 0 => Ok(version),
        _ => Err(damaged("no schema version")),
    }
}

fn number_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes)
}

fn contains(bytes: &[u8], sign: &[u8]) -> bool {
    bytes.windows(sign.len()).any(|window| window == sign)
}

/// Whether the file and its folder, where the journal and the lock go, may be written.
///
/// The permissions are asked, not only tried: an administrator may write anything, and yet a file that
/// somebody set to read-only is meant to stay as it is.
pub(super) fn writable(path: &Path) -> Result<(), StoreError> {
    let refused = || StoreError::ReadOnly { path: path.to_path_buf() };
    let meta = path.metadata().map_err(|error| named_io(path, error))?;
    if meta.permissions().readonly() || folder_of(path).metadata().is_ok_and(|meta| is_closed(&meta)) {
        return Err(refused());
    }
    // Opening for appending writes nothing, and finds what the permissions do not tell.
    File::options().append(true).open(path).map(drop).map_err(|error| named_io(path, error))
}

/// The folder of a file.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whether nothing can be put into the folder. Elsewhere than on Unix the mark means something else.
fn is_closed(folder: &Metadata) -> bool {
    cfg!(unix) && folder.permissions().readonly()
}

/// Lets the database engine check the pages, and compares the schema with that of a sound file.
pub(super) fn content(conn: &Connection, path: &Path) -> Result<u32, StoreError> {
    let damaged = |detail: String| StoreError::Damaged { path: path.to_path_buf(), detail };
    let ask = || -> rusqlite::Result<(u32, String, Vec<migrate::Thing>)> {
        let schema = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        let verdict = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        Ok((schema, verdict, migrate::found(conn)?))
    };
    let (schema, verdict, found) = ask().map_err(|error| named(path, error))?;
    if verdict != "ok" {
        return Err(damaged(verdict));
    }
    let expected = migrate::expected(schema).map_err(|error| named(path, error))?;
    match first_difference(&expected, &found) {
        Some(name) => Err(damaged(format!("schema of {name}"))),
        None => Ok(schema),
    }
}

/// The first thing that is only in one of the two, or made differently.
pub(super) fn first_difference<'a>(expected: &'a [migrate::Thing], found: &'a [migrate::Thing]) -> Option<&'a str> {
    let only =
        |these: &'a [migrate::Thing], those: &[migrate::Thing]| these.iter().find(|thing| !those.contains(thing));
    only(expected, found).or_else(|| only(found, expected)).map(|(name, _)| name.as_str())
}
