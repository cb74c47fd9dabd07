//! Putting a backup in place of the data file, which is kept aside under a dated name.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use rusqlite::Connection;
use tempfile::TempPath;

use super::super::error::{Holder, StoreError};
use super::super::fault::named_io;
use super::super::lock::WriterLock;
use super::super::{Store, connect, look, open};
use super::copy::{Existing, settle, temporary};
use super::{look_over, seal};

/// What the engine may keep beside a data file; each belongs to one state of it and to no other.
const COMPANIONS: [&str; 3] = ["-journal", "-wal", "-shm"];

impl Store {
    /// Puts a backup in place of this data file, under the lock that is held all the while, and opens it.
    /// Gives where the replaced file was put aside.
    ///
    /// # Errors
    /// As [`verify`](super::verify); the data file is as it was then.
    pub fn replace_with(
        &mut self,
        backup: &Path,
        password: Option<&str>,
        at: NaiveDateTime,
    ) -> Result<Option<PathBuf>, StoreError> {
        if self.is_read_only() {
            return Err(StoreError::ReadOnly { path: self.path.clone() });
        }
        let copy = unpack(backup, &self.path, password)?;
        // The file is closed while it is replaced; an empty one in memory holds its place.
        let idle = Connection::open_in_memory().map_err(|error| self.named(error))?;
        self.conn.pragma_update(None, "journal_mode", "DELETE").map_err(|error| self.named(error))?;
        drop(std::mem::replace(&mut self.conn, idle));
        let swapped = swap_in(copy, &self.path, at);
        self.conn = open::ready(&self.path, at)?;
        swapped
    }
}

/// Puts a backup in place of a data file that is not open, be it damaged or missing. Gives where the replaced
/// file was put aside.
///
/// # Errors
/// As [`verify`](super::verify), and where the data file is in use or may not be written; it is as it was then.
pub fn restore(
    backup: &Path,
    over: &Path,
    password: Option<&str>,
    at: NaiveDateTime,
    holder: &Holder,
) -> Result<Option<PathBuf>, StoreError> {
    if over.symlink_metadata().is_ok() {
        look::writable(over)?;
    }
    let _lock = WriterLock::take(over, holder)?;
    let copy = unpack(backup, over, password)?;
    // The file is put aside as a whole, without what a killed writer left half done. A damaged one goes as it is.
    if look::header(over).is_ok()
        && let Err(error) = connect::finish_interrupted(over)
    {
        tracing::warn!(%error, "the file that is to be replaced cannot be brought to rest");
    }
    swap_in(copy, over, at)
}

/// A plain, looked-over copy of a backup beside `beside`.
pub(super) fn unpack(backup: &Path, beside: &Path, password: Option<&str>) -> Result<TempPath, StoreError> {
    let is_sealed = seal::is_encrypted(backup)?;
    if !is_sealed {
        // Before anything is copied: a foreign file may be huge.
        look::header(backup)?;
    }
    let copy = temporary(beside)?;
    if is_sealed {
        seal::unseal(backup, &copy, password)?;
    } else {
        let copied =
            File::open(backup).and_then(|mut from| io::copy(&mut from, &mut File::options().write(true).open(&copy)?));
        copied.map_err(|error| named_io(beside, error))?;
    }
    look_over(&copy, backup)?;
    Ok(copy)
}

/// Puts the copy in place of the file, which is kept aside.
fn swap_in(copy: TempPath, over: &Path, at: NaiveDateTime) -> Result<Option<PathBuf>, StoreError> {
    let is_there = over.symlink_metadata().is_ok();
    let aside = is_there.then(|| aside_of(over, at));
    if let Some(aside) = &aside {
        // Linked, not moved: there is no moment in which the data file is missing.
        fs::hard_link(over, aside)
            .or_else(|_| fs::copy(over, aside).and_then(|_| File::open(aside)?.sync_all()))
            .map_err(|error| named_io(aside, error))?;
    }
    for companion in COMPANIONS {
        let from = with_suffix(over, companion);
        // Left behind, it would be taken for a part of the file that is put in place.
        let moved = match &aside {
            Some(aside) if from.metadata().is_ok_and(|meta| meta.len() > 0) => {
                fs::rename(&from, with_suffix(aside, companion))
            }
            _ => fs::remove_file(&from),
        };
        match moved {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(named_io(&from, error)),
            _ => {}
        }
    }
    settle(copy, over, Existing::Replace)?;
    Ok(aside)
}

/// A free name beside the file that says when it was replaced.
fn aside_of(path: &Path, at: NaiveDateTime) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let name = format!("{stem}-replaced-{}", at.format("%Y%m%d-%H%M%S"));
    let mut free = path.with_file_name(format!("{name}{ending}"));
    for number in 2.. {
        if free.symlink_metadata().is_err() {
            break;
        }
        free = path.with_file_name(format!("{name}-{number}{ending}"));
    }
    free
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
