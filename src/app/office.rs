//! The office: the open data file with the picture of its records; the one door for every change.

use std::path::Path;
use std::sync::Arc;

use serde::Serialize;

use super::backup::Unsaved;
use super::clock::Clock;
use super::failure::Failure;
use super::label::label_of;
use crate::domain::{Edit, Label, Period, Registry, Session, Table, WorkCalendar};
use crate::store::{Applied, Holder, Store, StoreError};

/// What a change did, told to every page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Done {
    /// Its number in the history.
    pub step: i64,
    /// What it is called.
    pub label: Label,
    /// Tables it touched: pages that show them ask again.
    pub tables: Vec<Table>,
    /// Rows it touched.
    pub rows: usize,
    /// Keys given to new rows, in order.
    pub new_ids: Vec<i64>,
}

impl From<Applied> for Done {
    fn from(applied: Applied) -> Self {
        let Applied { step, label, tables, rows, new_ids } = applied;
        Self { step, label, tables, rows, new_ids }
    }
}

/// An open data file and everything that is asked of it.
pub struct Office {
    store: Store,
    registry: Arc<Registry>,
    calendar: Arc<WorkCalendar>,
    clock: Clock,
    unsaved: Unsaved,
}

impl Office {
    /// Moves into an open data file.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn new(store: Store, clock: Clock) -> Result<Self, Failure> {
        let registry = Arc::new(store.registry()?);
        let calendar = Arc::new(super::calendar::work_calendar(&registry));
        Ok(Self { store, registry, calendar, clock, unsaved: Unsaved::default() })
    }

    /// Makes a new, empty data file and moves in.
    ///
    /// # Errors
    /// Where a file is already there, or the place cannot be written.
    pub fn create(path: &Path, clock: Clock) -> Result<Self, Failure> {
        Self::new(Store::create(path, &holder(clock))?, clock)
    }

    /// Opens a data file for reading and writing, alone.
    ///
    /// # Errors
    /// Each state of a file that cannot be written, by its own variant; the file stays as it was.
    pub fn open(path: &Path, clock: Clock) -> Result<Self, Failure> {
        Self::new(Store::open(path, &holder(clock))?, clock)
    }

    /// Opens a data file to look at it, also while another program writes it.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn open_read_only(path: &Path, clock: Clock) -> Result<Self, Failure> {
        Self::new(Store::open_read_only(path)?, clock)
    }

    /// The reference records.
    #[must_use]
    pub fn registry(&self) -> &Arc<Registry> {
        &self.registry
    }

    /// The work calendar, built-in years and the file's own days together.
    #[must_use]
    pub fn calendar(&self) -> &Arc<WorkCalendar> {
        &self.calendar
    }

    /// The clock.
    #[must_use]
    pub const fn clock(&self) -> Clock {
        self.clock
    }

    /// The data file, for reading.
    #[must_use]
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// The data file, for work on the file as a whole (backups, the bin).
    pub const fn store_mut(&mut self) -> &mut Store {
        &mut self.store
    }

    /// The changes that no backup holds yet.
    pub(super) const fn unsaved(&self) -> Unsaved {
        self.unsaved
    }

    /// The same, to take note of what was done.
    pub(super) const fn unsaved_mut(&mut self) -> &mut Unsaved {
        &mut self.unsaved
    }

    /// Sessions of the period.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn sessions(&self, period: Period) -> Result<Vec<Session>, Failure> {
        Ok(self.store.sessions(period)?)
    }

    /// Applies an edit as one undo step; on the disk when this returns.
    ///
    /// # Errors
    /// The refusal or the state of the file; nothing was changed then.
    pub fn run(&mut self, edit: &Edit) -> Result<Done, Failure> {
        self.run_keeping(edit, &[])
    }

    /// The same together with files that its records name by their digests.
    ///
    /// # Errors
    /// As [`Office::run`].
    pub(super) fn run_keeping(&mut self, edit: &Edit, files: &[Vec<u8>]) -> Result<Done, Failure> {
        let label = label_of(edit, &self.registry, &self.store)?;
        let edits = match edit {
            Edit::Many { edits, .. } => edits.as_slice(),
            single => std::slice::from_ref(single),
        };
        let applied = self.store.apply_keeping(&label, self.clock.now(), edits, files)?;
        self.settle(applied)
    }

    /// Takes the newest step back.
    ///
    /// # Errors
    /// Where there is none, or the state of the file.
    pub fn undo(&mut self) -> Result<Done, Failure> {
        let applied = self.store.undo(self.clock.now())?;
        self.settle(applied)
    }

    /// Does the step again that was taken back last.
    ///
    /// # Errors
    /// Where there is none, or the state of the file.
    pub fn redo(&mut self) -> Result<Done, Failure> {
        let applied = self.store.redo(self.clock.now())?;
        self.settle(applied)
    }

    /// Takes one step back out of order.
    ///
    /// # Errors
    /// Where its rows were changed since, or the state of the file.
    pub fn undo_step(&mut self, step: i64) -> Result<Done, Failure> {
        let applied = self.store.undo_step(step, self.clock.now())?;
        self.settle(applied)
    }

    /// Takes an import back.
    ///
    /// # Errors
    /// Where there is no such import, or its rows were changed since.
    pub fn undo_import(&mut self, step: i64) -> Result<Done, Failure> {
        match self.store.history(usize::MAX)?.into_iter().find(|past| past.step == step) {
            None => Err(StoreError::NoSuchStep(step).into()),
            Some(past) if !matches!(past.label, Label::Imported { .. }) => Err(Failure::NotAnImport(step)),
            Some(_) => self.undo_step(step),
        }
    }

    /// Renews the picture of the records after a change.
    pub(super) fn settle(&mut self, applied: Applied) -> Result<Done, Failure> {
        if applied.tables.iter().any(|table| *table != Table::Session) {
            self.store.renew(Arc::make_mut(&mut self.registry), &applied.tables)?;
        }
        if applied.tables.contains(&Table::CalendarDay) {
            self.calendar = Arc::new(super::calendar::work_calendar(&self.registry));
        }
        if applied.step != 0 {
            self.unsaved.note(self.clock.now());
            self.back_up_when_due();
        }
        Ok(applied.into())
    }

    /// Reads the picture of the records anew.
    pub(super) fn look_again(&mut self) -> Result<(), Failure> {
        self.registry = Arc::new(self.store.registry()?);
        self.calendar = Arc::new(super::calendar::work_calendar(&self.registry));
        Ok(())
    }
}

/// Who we are to others that find the file in use.
pub(super) fn holder(clock: Clock) -> Holder {
    let user = ["USER", "LOGNAME", "USERNAME"].into_iter().find_map(|name| std::env::var(name).ok());
    Holder {
        user: user.unwrap_or_default(),
        host: gethostname::gethostname().to_string_lossy().into_owned(),
        pid: std::process::id(),
        since: clock.now().format("%Y-%m-%dT%H:%M").to_string(),
    }
}
