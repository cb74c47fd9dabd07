//! A copy of the records on which rows take effect in memory, so that later rows and sheets see earlier ones.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value;

use super::OnDup;
use crate::domain::{
    Agreement, Appointment, Attendance, Batch, Benefit, CalendarDay, CheckRule, Department, Edit, Id, Institution,
    Leave, Liaison, Pairing, PairingGoal, PairingPause, Person, Publication, Record, Registry, Relation, Row, Shelf,
    Stint, Studio, StudyLeave, Table, TeachingLog, Team, TeamMember, Template, Tour, TourMember, Visit,
};
use crate::domain::{
    Appraisal, Evidence, Expense, Fund, Meeting, Milestone, Obligation, Problem, Report, Resolution, Task, TaskEvent,
    TaskTemplate,
};
use crate::import::{RowResult, values};

/// A record that another row of the same sheet has written otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Claimed;

/// A record that an import may write, with the shelf it stands on.
pub(super) trait Shelved: Record {
    /// Its shelf.
    fn shelf(registry: &Registry) -> &Shelf<Self>;
    /// Its shelf, to be written.
    fn shelf_mut(registry: &mut Registry) -> &mut Shelf<Self>;
}

macro_rules! shelves {
    ($($record:ident $field:ident),+ $(,)?) => {
        $(impl Shelved for $record {
            fn shelf(registry: &Registry) -> &Shelf<Self> { &registry.$field }
            fn shelf_mut(registry: &mut Registry) -> &mut Shelf<Self> { &mut registry.$field }
        })+

        /// The row with the key, from whichever shelf its table is.
        fn row(registry: &Registry, table: Table, id: i64) -> Option<Row> {
            match table {
                $(Table::$record => registry.$field.get(&Id::new(id)).cloned().map(Row::from),)+
                Table::Setting | Table::Activity | Table::Session => None,
                Table::Edition | Table::KeptSheet | Table::Notice | Table::RotaRule | Table::PlanLock => None,
            }
        }
    };
}

shelves! {
    CalendarDay calendar_days, Institution institutions, Relation relations, Agreement agreements,
    Department departments, Person people, Batch batches, Stint stints, Appointment appointments,
    TaskTemplate task_templates, Task tasks, Milestone milestones, TaskEvent task_events, Obligation obligations,
    Report reports, Meeting meetings, Resolution resolutions, Problem problems, Fund funds, Expense expenses,
    Evidence evidence, Appraisal appraisals, Leave leave, Pairing pairings, PairingGoal pairing_goals, PairingPause pairing_pauses, TeachingLog teaching_logs,
    Attendance attendance, Studio studios, Team teams, TeamMember team_members, StudyLeave study_leaves,
    Benefit benefits, Liaison liaisons, Visit visits, CheckRule check_rules, Template templates, Publication publications,
    Tour tours, TourMember tour_members,
}

/// The records as they will be; the difference to those as they are is the import.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    base: &'a Registry,
    now: Registry,
    next: BTreeMap<Table, i64>,
    touched: BTreeSet<Key>,
    /// Records that the present sheet is about, with the first row that is.
    claimed: HashMap<Key, usize>,
    /// Every record that was written, in order; a later row may have put it back.
    written: Vec<Key>,
    row: usize,
    on_dup: OnDup,
}

/// A record of any kind.
pub(super) type Key = (Table, i64);

impl<'a> Draft<'a> {
    /// Starts from the records as they are.
    pub(super) fn new(base: &'a Registry, on_dup: OnDup) -> Self {
        Self {
            base,
            now: base.clone(),
            next: BTreeMap::new(),
            touched: BTreeSet::new(),
            claimed: HashMap::new(),
            written: Vec::new(),
            row: 0,
            on_dup,
        }
    }

    /// The records as they will be.
    pub(super) const fn registry(&self) -> &Registry {
        &self.now
    }

    /// How many stored records the import would change.
    pub(super) fn differing(&self) -> usize {
        self.touched.iter().filter(|key| self.is_stored(**key) && !self.is_as_stored(**key)).count()
    }

    /// Begins a sheet: within one, two rows never say different things of the same record.
    pub(super) fn begin_sheet(&mut self) {
        self.claimed.clear();
    }

    /// Begins a row; gives how much was written before it.
    pub(super) const fn begin_row(&mut self) -> usize {
        self.row += 1;
        self.written.len()
    }

    /// The records written so far.
    pub(super) fn written(&self) -> &[Key] {
        &self.written
    }

    /// Whether the record is as it was before the import.
    pub(super) fn is_as_stored(&self, (table, id): Key) -> bool {
        row(self.base, table, id) == row(&self.now, table, id)
    }

    fn is_stored(&self, (table, id): Key) -> bool {
        row(self.base, table, id).is_some()
    }

    /// Whether an earlier row of the sheet is about the record.
    pub(super) fn is_claimed<T: Record>(&self, id: Id<T>) -> bool {
        self.claimed.get(&(T::TABLE, id.raw())).is_some_and(|row| *row != self.row)
    }

    /// What happens to stored records that differ.
    pub(super) const fn on_dup(&self) -> OnDup {
        self.on_dup
    }

    /// One record.
    pub(super) fn get<T: Shelved>(&self, id: Id<T>) -> Option<&T> {
        T::shelf(&self.now).get(&id)
    }

    /// A key for a record that is yet to be put.
    pub(super) fn new_id<T: Record>(&mut self) -> Id<T> {
        let next = self.next.entry(T::TABLE).or_insert_with(|| self.base.next_id(T::TABLE));
        let id = Id::new(*next);
        *next += 1;
        id
    }

    /// The next place at the end of a list that is ordered by hand.
    pub(super) fn last_sort<T: Shelved>(&self, sort: impl Fn(&T) -> i64) -> i64 {
        T::shelf(&self.now).values().map(sort).max().unwrap_or(0) + 1
    }

    /// Writes the record that the row is about. `Err` where an earlier row of the sheet is about it too and says
    /// otherwise: which of the two is right only the clerk knows.
    pub(super) fn claim<T: Shelved>(&mut self, record: T) -> Result<RowResult, Claimed> {
        let id = record.id();
        let record = self.respelled(record);
        if self.is_claimed(id) && self.get(id) != Some(&record) {
            return Err(Claimed);
        }
        self.claimed.entry((T::TABLE, id.raw())).or_insert(self.row);
        Ok(self.put(record))
    }

    /// Writes a record into the draft and says what that means for the row it comes from.
    pub(super) fn put<T: Shelved>(&mut self, record: T) -> RowResult {
        let id = record.id();
        let record = self.respelled(record);
        match self.get(id) {
            None => {
                self.insert(record);
                RowResult::Added
            }
            Some(old) if *old == record => RowResult::Unchanged,
            Some(_) => self.replace(record),
        }
    }

    /// The record with the stored spelling of every text that differs from it only in the width of its signs: cells
    /// are read half-width, and nobody changed a text by that.
    fn respelled<T: Shelved>(&self, record: T) -> T {
        match self.get(record.id()) {
            Some(old) if *old != record => respelled(old, &record).unwrap_or(record),
            _ => record,
        }
    }

    fn insert<T: Shelved>(&mut self, record: T) {
        let id = record.id();
        T::shelf_mut(&mut self.now).insert(id, record);
        self.touched.insert((T::TABLE, id.raw()));
        self.written.push((T::TABLE, id.raw()));
    }

    fn replace<T: Shelved>(&mut self, record: T) -> RowResult {
        let id = record.id();
        if self.on_dup == OnDup::Skip && T::shelf(self.base).contains_key(&id) {
            return RowResult::Unchanged;
        }
        self.insert(record);
        RowResult::Changed
    }

    /// The changes, parents before children, each row once.
    pub(super) fn edits(&self) -> Vec<Edit> {
        self.touched
            .iter()
            .filter_map(|(table, id)| {
                let new = row(&self.now, *table, *id)?;
                (row(self.base, *table, *id).as_ref() != Some(&new)).then_some(Edit::Put { row: new })
            })
            .collect()
    }
}

/// The new record with the texts of the old one where they are the same but for width; `None` where none is.
fn respelled<T: Record>(old: &T, new: &T) -> Option<T> {
    let (old, mut new) = (serde_json::to_value(old).ok()?, serde_json::to_value(new).ok()?);
    let mut is_respelled = false;
    for (field, text) in new.as_object_mut()? {
        let Some(stored) = old.get(field).and_then(Value::as_str) else { continue };
        let is_same =
            text.as_str().is_some_and(|text| text != stored && values::squeeze(text) == values::squeeze(stored));
        if is_same && values::half_width(stored) != stored {
            *text = Value::from(stored);
            is_respelled = true;
        }
    }
    is_respelled.then(|| serde_json::from_value(new).ok()).flatten()
}
