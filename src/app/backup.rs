//! When backups are made by themselves, and which of them may go.

use chrono::{NaiveDateTime, TimeDelta};

use super::failure::Failure;
use super::office::Office;
use crate::store::{BackupReason, Thinning, backups_beside, thin_backups};

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
    /// Where the folder of backups cannot be written, or the backup does not pass its own check.
    pub fn back_up(&self, reason: BackupReason) -> Result<(), Failure> {
        let now = self.clock().now();
        self.store().back_up(now, reason)?;
        if let Err(error) = thin_backups(self.store().path(), now, Thinning::default()) {
            // It is tried again after the next backup.
            tracing::warn!(%error, "old backups stay");
        }
        Ok(())
    }

    /// When the first change was made that no backup holds.
    fn unsaved_since(&self) -> Result<Option<NaiveDateTime>, Failure> {
        let newest = backups_beside(self.store().path())?.into_iter().next();
        Ok(self.store().unsaved_since(newest.as_ref())?)
    }
}
