//! The backups of the data file: the list, and the work on them.

use std::path::{Path, PathBuf};

use super::moment;
use crate::app::clock::Clock;
use crate::app::failure::Failure;
use crate::app::office::{Office, holder};
use crate::i18n::Tr;
use crate::store::{BackupReason, backups_beside, restore, verify};

/// A backup as a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupLine {
    /// Its place in the list.
    pub id: i64,
    /// Where it is.
    pub path: PathBuf,
    /// When it was made.
    pub at: String,
    /// Why.
    pub reason: &'static str,
    /// Size in figures.
    pub size: String,
    /// Steps done since.
    pub since: String,
}

/// The backups beside the data file, the newest first.
///
/// # Errors
/// Where the folder cannot be read.
pub fn backups(office: &Office, tr: Tr) -> Result<Vec<BackupLine>, Failure> {
    lines_of(office.store().path(), Some(office.store().last_step()?), tr)
}

/// The backups beside a data file that is not open, the newest first.
///
/// # Errors
/// Where the folder cannot be read.
pub fn backups_of(data: &Path, tr: Tr) -> Result<Vec<BackupLine>, Failure> {
    lines_of(data, None, tr)
}

fn lines_of(data: &Path, last: Option<i64>, tr: Tr) -> Result<Vec<BackupLine>, Failure> {
    let found = backups_beside(data)?;
    let lines = found.into_iter().zip(1..).map(|(file, id)| BackupLine {
        id,
        at: moment(file.at),
        reason: reason_text(file.reason, tr),
        size: size_text(file.size),
        since: last.map_or_else(String::new, |last| (last - file.step).max(0).to_string()),
        path: file.path,
    });
    Ok(lines.collect())
}

/// Reads a backup whole and says how many records it holds.
///
/// # Errors
/// Where it is damaged or cannot be read.
pub fn check_backup(path: &Path) -> Result<u64, Failure> {
    Ok(verify(path, None)?.counts.iter().map(|(_, count)| count).sum())
}

/// Puts a backup in place of a data file that cannot be opened; what stood there is put aside.
///
/// # Errors
/// Where the backup is damaged, or the file is in use or may not be written.
pub fn put_back_closed(backup: &Path, over: &Path, clock: Clock) -> Result<(), Failure> {
    restore(backup, over, None, clock.now(), &holder(clock))?;
    Ok(())
}

impl Office {
    /// Makes a backup because somebody asked for it.
    ///
    /// # Errors
    /// Where it cannot be written or does not pass its own check.
    pub fn back_up_now(&mut self) -> Result<(), Failure> {
        self.back_up(BackupReason::Manual).map(drop)
    }

    /// Puts a backup in place of the data, which are backed up first.
    ///
    /// # Errors
    /// Where the backup is damaged or the data cannot be backed up; the data are as they were then.
    pub fn put_back(&mut self, backup: &Path) -> Result<(), Failure> {
        let now = self.clock().now();
        self.back_up_changes(BackupReason::Restore)?;
        self.store_mut().replace_with(backup, None, now)?;
        self.look_again()
    }
}

fn reason_text(reason: BackupReason, tr: Tr) -> &'static str {
    match reason {
        BackupReason::Close => tr.backup_close(),
        BackupReason::Interval => tr.backup_interval(),
        BackupReason::Import => tr.backup_import(),
        BackupReason::Restore => tr.backup_restore(),
        BackupReason::Upgrade => tr.backup_upgrade(),
        BackupReason::Manual => tr.backup_manual(),
    }
}

fn size_text(bytes: u64) -> String {
    match bytes {
        0..1_048_576 => format!("{} KB", bytes.div_ceil(1024)),
        _ => format!("{}.{} MB", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576),
    }
}
