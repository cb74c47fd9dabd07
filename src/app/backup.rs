//! When backups are made by themselves: at close, after half an hour of changes, before an import or a restore.

use chrono::{NaiveDateTime, TimeDelta};

use super::failure::Failure;
use super::office::Office;
use crate::store::{BackupFile, BackupReason, Thinning, backups_beside, thin_backups};

/// How long changes may go without a backup while somebody works.
const INTERVAL: TimeDelta = TimeDelta::minutes(30);

/// Since when there are changes that no backup holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Unsaved(Option<NaiveDateTime>);

impl Unsaved {
    /// Takes note of a change, and says whether a backup is due with it.
    pub fn is_due(&mut self, now: NaiveDateTime) -> bool {
        let since = *self.0.get_or_insert(now);
        now - since >= INTERVAL
    }

    /// A backup was made.
    pub const fn settle(&mut self) {
        self.0 = None;
    }
}

impl Office {
    /// Makes a backup in the folder beside the data file, and thins the older ones.
    ///
    /// # Errors
    /// Where it cannot be written or does not pass its own check.
    pub fn back_up(&mut self, reason: BackupReason) -> Result<BackupFile, Failure> {
        let now = self.clock().now();
        let made = self.store().back_up(now, reason)?;
        self.unsaved_mut().settle();
        // The backup is made; an old one that cannot be taken away is in nobody's way.
        if let Err(error) = thin_backups(self.store().path(), now, Thinning::default()) {
            tracing::warn!(%error, "old backups were not thinned");
        }
        Ok(made)
    }

    /// Makes a backup unless the newest one holds the same state, or nothing was ever done.
    ///
    /// # Errors
    /// As [`Office::back_up`].
    pub fn back_up_changes(&mut self, reason: BackupReason) -> Result<Option<BackupFile>, Failure> {
        if self.store().is_read_only() || self.is_backed_up()? {
            return Ok(None);
        }
        self.back_up(reason).map(Some)
    }

    /// The same where nobody waits for it: what goes wrong goes to the log.
    pub(super) fn back_up_quietly(&mut self, reason: BackupReason) {
        if let Err(error) = self.back_up_changes(reason) {
            tracing::warn!(%error, ?reason, "no backup was made");
        }
    }

    /// Closes the data file, with a backup where something changed.
    pub fn close(mut self) {
        self.back_up_quietly(BackupReason::Close);
    }

    fn is_backed_up(&self) -> Result<bool, Failure> {
        let Some(last) = self.store().history(1)?.into_iter().next() else { return Ok(true) };
        let newest = backups_beside(self.store().path())?.into_iter().next();
        // A file that was put back counts its steps anew, so that the number alone does not tell.
        Ok(newest.is_some_and(|backup| backup.step == last.step && last.at <= backup.at))
    }
}
