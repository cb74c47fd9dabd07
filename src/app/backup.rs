//! When backups are made by themselves, and which of them may go.

use chrono::{NaiveDateTime, TimeDelta};

use super::failure::Failure;
use super::office::Office;
use crate::store::{BackupFile, BackupReason, Thinning, backups_beside, thin};

/// How long a change may stand without a backup while the program is open, in minutes.
pub const INTERVAL_MINUTES: i64 = 30;

impl Office {
    /// Backs up half an hour after the first change that no backup holds. Cheap to ask; says whether one was made.
    ///
    /// # Errors
    /// Where the folder of backups cannot be written.
    pub fn back_up_when_due(&self) -> Result<bool, Failure> {
        let now = self.clock().now();
        let due = |since: NaiveDateTime| now - since >= TimeDelta::minutes(INTERVAL_MINUTES);
        match self.unsaved_since()? {
            Some(since) if due(since) => self.back_up(BackupReason::Interval).map(|()| true),
            _ => Ok(false),
        }
    }

    /// Backs up where something was changed since the newest backup; says whether one was made.
    ///
    /// # Errors
    /// Where the folder of backups cannot be written.
    pub fn back_up_changes(&self, reason: BackupReason) -> Result<bool, Failure> {
        if self.unsaved_since()?.is_none() {
            return Ok(false);
        }
        self.back_up(reason).map(|()| true)
    }

    /// Makes a backup and lets go of those that may go.
    ///
    /// # Errors
    /// Where the folder of backups cannot be written.
    pub(super) fn back_up(&self, reason: BackupReason) -> Result<(), Failure> {
        let now = self.clock().now();
        self.store().back_up(now, reason)?;
        for old in thinned(now, backups_beside(self.store().path())?) {
            if let Err(error) = std::fs::remove_file(&old.path) {
                // It is tried again after the next backup.
                tracing::warn!(path = %old.path.display(), %error, "an old backup stays");
            }
        }
        Ok(())
    }

    /// When the first change was made that no backup holds.
    fn unsaved_since(&self) -> Result<Option<NaiveDateTime>, Failure> {
        let held = backups_beside(self.store().path())?.first().map_or(0, |backup| backup.step);
        let mut steps = self.store().history(usize::MAX)?;
        steps.retain(|step| step.step > held);
        Ok(steps.last().map(|step| step.at))
    }
}

/// The backups that may go: those made by hand never do.
fn thinned(now: NaiveDateTime, backups: Vec<BackupFile>) -> Vec<BackupFile> {
    let automatic: Vec<BackupFile> =
        backups.into_iter().filter(|backup| backup.reason != BackupReason::Manual).collect();
    let made: Vec<NaiveDateTime> = automatic.iter().map(|backup| backup.at).collect();
    let gone = thin(now, &made, Thinning::default());
    automatic.into_iter().enumerate().filter(|(place, _)| gone.contains(place)).map(|(_, backup)| backup).collect()
}
