//! Backups: whole copies of the data file, verified, optionally behind a password, thinned as they age.

mod copy;
mod names;
mod restore;
mod seal;
mod thin;

pub(super) use copy::{Existing, settle, temporary};
pub use names::{BackupFile, BackupReason, backups_beside, data_folder_of};
pub use restore::restore;
pub use seal::is_encrypted;
pub use thin::{Thinning, thin};

use std::path::Path;

use chrono::NaiveDateTime;
use rusqlite::Connection;

use super::error::StoreError;
use super::fault::{named, named_io};
use super::look::{self, folder_of};
use super::{FileInfo, Store, connect};

impl Store {
    /// Writes a verified copy of the data file, with a password where one is given. What stands under that
    /// name is replaced only once the copy is whole and on the disk. Gives the size in bytes.
    ///
    /// # Errors
    /// Where the place cannot be written, or the copy does not pass the check; [`StoreError::Exists`] where the place
    /// is the data file itself or a file that is no backup, which a copy must never replace.
    pub fn backup_to(&self, to: &Path, password: Option<&str>) -> Result<u64, StoreError> {
        if is_same_file(&self.path, to) || !may_give_way(to) {
            return Err(StoreError::Exists { path: to.to_path_buf() });
        }
        write(&self.conn, &self.path, to, password)
    }

    /// Makes a backup in the folder of backups, named after its moment, its step and its reason.
    ///
    /// # Errors
    /// As [`Store::backup_to`].
    pub fn back_up(&self, at: NaiveDateTime, reason: BackupReason) -> Result<BackupFile, StoreError> {
        keep(&self.conn, &self.path, at, self.last_step()?, reason)
    }
}

/// Takes away the automatic backups that the policy lets go; gives how many.
///
/// # Errors
/// Where the folder cannot be read or written.
pub fn thin_backups(data: &Path, now: NaiveDateTime, policy: Thinning) -> Result<usize, StoreError> {
    let automatic: Vec<_> =
        backups_beside(data)?.into_iter().filter(|backup| backup.reason != BackupReason::Manual).collect();
    let made: Vec<_> = automatic.iter().map(|backup| backup.at).collect();
    let to_go = thin(now, &made, policy);
    for backup in to_go.iter().filter_map(|at| automatic.get(*at)) {
        std::fs::remove_file(&backup.path).map_err(|error| named_io(&backup.path, error))?;
    }
    Ok(to_go.len())
}

/// Makes a backup before the schema is brought up to date.
pub(super) fn before_upgrade(conn: &Connection, path: &Path, at: NaiveDateTime) -> Result<(), StoreError> {
    let sql = "SELECT coalesce(max(step), 0) FROM journal_step";
    let step = conn.query_row(sql, [], |row| row.get(0)).map_err(|error| named(path, error))?;
    keep(conn, path, at, step, BackupReason::Upgrade).map(drop)
}

fn keep(
    conn: &Connection,
    data: &Path,
    at: NaiveDateTime,
    step: i64,
    reason: BackupReason,
) -> Result<BackupFile, StoreError> {
    let path = names::path_of(data, at, step, reason);
    let folder = folder_of(&path);
    std::fs::create_dir_all(folder).map_err(|error| named_io(folder, error))?;
    let size = write(conn, data, &path, None)?;
    Ok(BackupFile { path, at, step, reason, size })
}

fn write(conn: &Connection, data: &Path, to: &Path, password: Option<&str>) -> Result<u64, StoreError> {
    // A copy that is to be sealed is never on the other disk in the clear, not even for a moment.
    let place = if password.is_some() { data } else { to };
    let plain = temporary(place)?;
    let name = plain.to_str().ok_or_else(|| StoreError::Sql(rusqlite::Error::InvalidPath(plain.to_path_buf())))?;
    conn.execute("VACUUM INTO ?1", [name]).map_err(|error| named(to, error))?;
    look_over(&plain, to)?;
    let whole = match password {
        None => plain,
        Some(password) => seal::seal(&plain, to, password)?,
    };
    let size = whole.metadata().map_err(|error| named_io(to, error))?.len();
    settle(whole, to, Existing::Replace)?;
    Ok(size)
}

/// Whether both names lead to one file.
fn is_same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// Whether what stands there may be replaced by a backup: nothing, an empty file that a script has made ready, or an
/// earlier backup.
fn may_give_way(to: &Path) -> bool {
    let is_empty = to.metadata().is_ok_and(|there| there.is_file() && there.len() == 0);
    !to.is_file()
        || is_empty
        || is_encrypted(to).unwrap_or(true)
        || !matches!(look::header(to), Err(StoreError::Foreign { .. }))
}

/// Looks a copy over as a data file is when it is opened; `known_as` is its name in messages.
fn look_over(copy: &Path, known_as: &Path) -> Result<(), StoreError> {
    let under_its_name = |error| match error {
        StoreError::Damaged { detail, .. } => StoreError::Damaged { path: known_as.to_path_buf(), detail },
        StoreError::Foreign { .. } => StoreError::Foreign { path: known_as.to_path_buf() },
        StoreError::Newer { file, program, .. } => StoreError::Newer { path: known_as.to_path_buf(), file, program },
        error => error,
    };
    look::header(copy).map_err(under_its_name)?;
    let conn = connect::for_reading(copy).map_err(|error| named(known_as, error))?;
    look::content(&conn, known_as).map(drop)
}

/// Checks a backup by reading it whole, and gives what it says of itself.
///
/// # Errors
/// [`StoreError::WrongPassword`] where it is sealed and the password does not open it; the states of a data
/// file otherwise.
pub fn verify(backup: &Path, password: Option<&str>) -> Result<FileInfo, StoreError> {
    let conn = if is_encrypted(backup)? {
        let content = seal::unseal_in_memory(backup, password)?;
        look::judge(backup, &content)?;
        connect::in_memory(&content).map_err(|error| named(backup, error))?
    } else {
        look::header(backup)?;
        connect::for_reading(backup).map_err(|error| named(backup, error))?
    };
    look::content(&conn, backup)?;
    let store = Store { conn, path: backup.to_path_buf(), lock: None };
    match store.check(true)?.problems.first() {
        None => store.info(),
        Some(problem) => Err(StoreError::Damaged { path: backup.to_path_buf(), detail: format!("{problem:?}") }),
    }
}
