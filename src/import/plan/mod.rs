//! From mapped rows to changes: pure, in memory, on a draft of the records; nothing is written here.

mod appointment;
mod appraisal;
mod attendance;
mod attendance_sums;
mod batch;
mod bench;
mod benefit;
mod calendar;
mod department;
mod draft;
mod expense;
mod fund;
mod grid;
mod grid_line;
mod grid_names;
mod index;
mod institution;
mod leave;
mod line;
mod lookup;
mod meeting;
mod obligation;
mod origin;
mod outcome;
mod pairing;
mod pairing_goal;
mod pairing_ratio;
mod person;
mod person_match;
mod posting;
mod problem;
mod publication;
mod relation;
mod report;
mod rooms;
mod rows;
mod scope;
mod session;
mod session_book;
mod session_cells;
mod sitting;
mod span;
mod stint;
mod stint_choice;
mod stint_dates;
mod stint_home;
mod stint_write;
mod studio;
mod study;
mod task;
mod task_index;
mod task_parent;
mod task_people;
mod task_template;
mod teaching;
mod timetable;
mod tour;
mod tour_cells;
mod words;

use std::collections::HashSet;

use chrono::NaiveDateTime;

use self::bench::Bench;
use self::draft::Draft;
use self::index::Index;
use self::line::Line;
use self::outcome::Taken;
use self::rows::{Pass, look_back, take_rows};
use self::session_book::SessionBook;
use crate::domain::{Edit, Registry, Session, Table, WorkCalendar};
use crate::import::{MappedSheet, RowResult};

pub use self::line::written_heading;
pub use self::outcome::{About, Reason, RowOutcome};
pub use self::span::span;

/// What happens to stored records that differ from a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OnDup {
    /// They take the new values.
    #[default]
    Update,
    /// They stay as they are.
    Skip,
    /// The whole import is refused.
    Fail,
}

/// What a plan is made from.
#[derive(Debug)]
pub struct Input<'a> {
    /// The sheets, in the order of the files.
    pub sheets: &'a [MappedSheet],
    /// The stored records.
    pub registry: &'a Registry,
    /// The stored sessions of the time that [`span`] names.
    pub sessions: Vec<Session>,
    /// Holidays and make-up days.
    pub calendar: &'a WorkCalendar,
    /// The moment of the import.
    pub now: NaiveDateTime,
    /// What happens to stored records that differ.
    pub on_dup: OnDup,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ImportPlan {
    /// The changes, parents before children; new rows carry their keys.
    pub edits: Vec<Edit>,
    /// What became of each sheet, in the order of the sheets given.
    pub sheets: Vec<SheetOutcome>,
    /// How many stored records it would change.
    pub differing: usize,
}

/// What became of a sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SheetOutcome {
    /// Its rows; a line of a schedule grid may come back several times, once for each refused cell.
    pub rows: Vec<RowOutcome>,
}

impl SheetOutcome {
    /// How many rows came out so.
    #[must_use]
    pub fn count(&self, result: RowResult) -> usize {
        self.rows.iter().filter(|row| row.result == result).count()
    }
}

impl ImportPlan {
    /// How many rows came out so.
    #[must_use]
    pub fn count(&self, result: RowResult) -> usize {
        self.sheets.iter().map(|sheet| sheet.count(result)).sum()
    }
}

/// How the rows of a kind are taken: one by one, or a sheet at a time.
enum Way {
    Rows(fn(&mut Bench<'_>, &mut Line<'_>) -> Taken),
    Sheet(fn(&mut Bench<'_>, &MappedSheet) -> Vec<RowOutcome>),
}

/// The kinds in the order in which they are taken: later ones refer to earlier ones.
const KINDS: &[(&str, Way)] = &[
    ("calendar", Way::Rows(calendar::take)),
    ("institution", Way::Sheet(institution::take)),
    ("relation", Way::Rows(relation::take)),
    ("department", Way::Rows(department::take)),
    ("person", Way::Rows(person::take)),
    ("batch", Way::Rows(batch::take)),
    ("stint", Way::Rows(stint::take)),
    ("appointment", Way::Rows(appointment::take)),
    ("session", Way::Sheet(session::take)),
    ("grid", Way::Sheet(grid::take)),
    ("posting", Way::Sheet(posting::take)),
    ("leave", Way::Rows(leave::take)),
    ("pairing", Way::Sheet(pairing::take)),
    ("teaching", Way::Rows(teaching::take)),
    ("attendance", Way::Sheet(attendance::take)),
    ("study", Way::Rows(study::take)),
    ("studio", Way::Rows(studio::take)),
    ("team", Way::Rows(studio::take_team)),
    ("benefit", Way::Rows(benefit::take)),
    ("visit", Way::Rows(benefit::take_visit)),
    ("tour", Way::Rows(tour::take)),
    ("obligation", Way::Rows(obligation::take)),
    ("task", Way::Sheet(task::take)),
    ("report", Way::Rows(report::take)),
    ("meeting", Way::Rows(meeting::take)),
    ("problem", Way::Rows(problem::take)),
    ("fund", Way::Rows(fund::take)),
    ("expense", Way::Sheet(expense::take)),
    ("appraisal", Way::Rows(appraisal::take)),
];

/// Works out what an import would do.
#[must_use]
pub fn plan(input: Input<'_>) -> ImportPlan {
    let next_session = input.registry.next_id(Table::Session);
    let mut bench = Bench {
        draft: Draft::new(input.registry, input.on_dup),
        index: Index::of(input.registry),
        book: SessionBook::new(input.sessions, input.registry, next_session),
        calendar: input.calendar,
        listed: HashSet::new(),
        written: Vec::new(),
        now: input.now,
    };
    let mut sheets = vec![SheetOutcome::default(); input.sheets.len()];
    let mut written = Vec::new();
    for (kind, way) in KINDS {
        let of_kind = input.sheets.iter().zip(&mut sheets).enumerate();
        for (at, (sheet, outcome)) in of_kind.filter(|(_, (sheet, _))| sheet.kind == *kind) {
            bench.listed.clear();
            bench.draft.begin_sheet();
            outcome.rows = match way {
                Way::Rows(take) => take_rows(&mut bench, sheet, Pass::First, take),
                Way::Sheet(take) => take(&mut bench, sheet),
            };
            if let (Some(hint), Some(first)) = (bench.unknown_institution(sheet), outcome.rows.first_mut())
                && first.result != RowResult::Rejected
            {
                first.reasons.push(hint);
            }
            written.push((at, std::mem::take(&mut bench.written)));
        }
    }
    for (at, written) in &written {
        if let Some(sheet) = sheets.get_mut(*at) {
            look_back(&mut sheet.rows, written, &bench.draft);
        }
    }
    let mut edits = bench.draft.edits();
    let differing = bench.draft.differing() + bench.book.differing();
    // Sessions refer to other records, and nothing refers to them: they come last.
    edits.append(&mut bench.book.into_edits());
    ImportPlan { edits, sheets, differing }
}
