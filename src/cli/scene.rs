//! What every subcommand is given: the data file, the clock, the language.

use std::path::PathBuf;

use crate::app::{Clock, Failure, Office, place};
use crate::i18n::Tr;

/// The circumstances of a run.
#[derive(Debug)]
pub struct Scene {
    /// Words.
    pub tr: Tr,
    /// The clock.
    pub clock: Clock,
    /// The data file.
    pub db: PathBuf,
    /// Whether nothing is to be changed.
    pub is_read_only: bool,
}

impl Scene {
    /// Opens the data file to change it.
    pub fn open(&self) -> Result<Office, Failure> {
        self.may_write()?;
        Office::open(&self.db, self.clock)
    }

    /// Opens the data file to look at it; another program may have it open. A file of an older program is brought up
    /// to date on the way, with a backup, so that nightly scripts go on after an update.
    pub fn look(&self) -> Result<Office, Failure> {
        match Office::open_read_only(&self.db, self.clock) {
            Err(failure) if failure.is_of_older_file() && !self.is_read_only => self.open(),
            opened => opened,
        }
    }

    /// Makes the data file.
    pub fn create(&self) -> Result<Office, Failure> {
        self.prepare()?;
        Office::create(&self.db, self.clock)
    }

    /// Gets ready to write a data file that may not be there yet: the folder of this user is made where it is missing.
    pub fn prepare(&self) -> Result<(), Failure> {
        self.may_write()?;
        if place::folder().is_ok_and(|folder| self.db.parent() == Some(&folder)) {
            place::make_folder()?;
        }
        Ok(())
    }

    /// Refuses where only looking was asked for.
    pub fn may_write(&self) -> Result<(), Failure> {
        if self.is_read_only { Err(Failure::LookingOnly { path: self.db.clone() }) } else { Ok(()) }
    }
}
