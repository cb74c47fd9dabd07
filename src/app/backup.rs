//! When backups are made by themselves: at close, after half an hour of changes, before an import or a restore.

use std::time::Duration;

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
    /// Takes note of a change.
    pub fn note(&mut self, now: NaiveDateTime) {
        self.0.get_or_insert(now);
    }

    /// How long until a backup is due: nothing where none will be, zero where it is.
    #[must_use]
    pub fn remaining(self, now: NaiveDateTime) -> Option<Duration> {
        // A clock that was put back makes nobody wait longer than the interval.
        self.0.map(|since| (INTERVAL - (now - since).max(TimeDelta::zero())).to_std().unwrap_or_default())
    }

    /// A backup failed: the next attempt is a whole interval away.
    pub const fn try_later(&mut self, now: NaiveDateTime) {
        self.0 = Some(now);
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

    /// How long nobody may ask anything before a backup is due, where changes wait for one.
    pub(super) fn until_backup(&self) -> Option<Duration> {
        self.unsaved().remaining(self.clock().now())
    }

    /// Makes the backup that has fallen due, with a change or while nobody asked anything.
    pub(super) fn back_up_when_due(&mut self) {
        if self.until_backup() != Some(Duration::ZERO) {
            return;
        }
        match self.back_up_changes(BackupReason::Interval) {
            Ok(_) => self.unsaved_mut().settle(),
            Err(error) => {
                tracing::warn!(%error, "no backup was made");
                let now = self.clock().now();
                self.unsaved_mut().try_later(now);
            }
        }
    }

    /// Closes the data file, with a backup where something changed.
    pub fn close(mut self) {
        // Nobody waits for it: what goes wrong goes to the log.
        if let Err(error) = self.back_up_changes(BackupReason::Close) {
            tracing::warn!(%error, "no backup was made at the end");
        }
    }

    fn is_backed_up(&self) -> Result<bool, Failure> {
        let Some(last) = self.store().history(1)?.into_iter().next() else { return Ok(true) };
        let newest = backups_beside(self.store().path())?.into_iter().next();
        // A file that was put back counts its steps anew, so that the number alone does not tell.
        Ok(newest.is_some_and(|backup| backup.step == last.step && last.at <= backup.at))
    }
}
