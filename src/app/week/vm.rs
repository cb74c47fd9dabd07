//! The parts of the picture: cells, rows, findings; and the picture of a week.

use std::ops::Deref;
use std::sync::Arc;

use chrono::NaiveDate;

use super::carry::Carry;
use super::generate::FromTemplates;
use super::grid_vm::GridVm;
use super::issue::Issue;
use super::told::NoticeVm;
use crate::domain::{
    BatchId, DayKind, DepartmentId, LeaveKind, Period, PersonId, Registry, Session, SessionStatus, Severity, Slot,
    StintId, Table, Week, WorkCalendar, Workload,
};
use crate::i18n::Tr;

/// A half-day of a stint: what a cell of the grid stands for, whatever rows are shown around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CellKey {
    /// Whose.
    pub stint: StintId,
    /// The day.
    pub on: NaiveDate,
    /// The half-day.
    pub slot: Slot,
}

/// The head of a day column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayHead {
    /// The date.
    pub on: NaiveDate,
    /// What it is.
    pub kind: DayKind,
    /// The weekday in words.
    pub weekday: String,
    /// The date in figures, 6/14.
    pub date: String,
    /// 休 or 班, empty on a plain workday.
    pub mark: String,
    /// The festival, or the weekday that a make-up day follows; empty for neither.
    pub note: String,
    /// Whether it is today.
    pub is_today: bool,
}

/// Why nobody is expected in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absence {
    /// Before arrival or after leaving.
    OffPost,
    /// On leave.
    Leave(LeaveKind),
}

/// A cell of the grid.
#[derive(Debug, Clone, PartialEq)]
pub struct CellVm {
    /// Which.
    pub key: CellKey,
    /// What stands there, those that hold before those that were cancelled.
    pub sessions: Vec<Session>,
    /// The letter of its activity, else of what is done for somebody else; empty for nothing.
    pub letter: String,
    /// Its hue, 0–9; absent for an empty cell and for a rest mark.
    pub hue: Option<u8>,
    /// First line: the topic, or the activities joined by a stroke.
    pub what: String,
    /// Second line: room or site, empty for none.
    pub place: String,
    /// 停, 替, 调 or 加 where the plan was changed.
    pub mark: Option<SessionStatus>,
    /// Whether all that stands there was cancelled.
    pub is_struck: bool,
    /// Whether it counts as work.
    pub is_work: bool,
    /// Why nobody is expected.
    pub absence: Option<Absence>,
    /// Whether the clerk has locked it, so that plans leave it.
    pub is_locked: bool,
    /// What the expert does here for somebody else; that session stands in the other's cell. Empty for nothing.
    pub covers: String,
    /// Places in [`GridVm::findings`].
    pub findings: Vec<usize>,
    /// The gravest of them that is not accepted.
    pub worst: Option<Severity>,
    /// What a screen reader says.
    pub spoken: String,
}

impl CellVm {
    /// The session that the cell is about: the first that holds, else the first.
    #[must_use]
    pub fn main(&self) -> Option<&Session> {
        self.sessions.first()
    }

    /// The sessions that hold.
    pub fn held(&self) -> impl Iterator<Item = &Session> {
        self.sessions.iter().filter(|session| session.status != SessionStatus::Cancelled)
    }

    /// Whether nothing stands there that holds.
    #[must_use]
    pub fn is_free(&self) -> bool {
        self.held().next().is_none()
    }
}

/// A row of the grid.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonRow {
    /// The stint.
    pub stint: StintId,
    /// The person.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// The professional title, empty for none.
    pub title: String,
    /// The department at the host, empty for none.
    pub dept: String,
    /// The same by its key.
    pub dept_id: Option<DepartmentId>,
    /// The batch.
    pub batch: Option<BatchId>,
    /// What the days shown count.
    pub counts: Workload,
    /// The same in a few words.
    pub counted: String,
    /// Days of as many half-days as [`GridVm::slots`], day by day.
    pub cells: Vec<CellVm>,
}

/// A finding with its sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct FindingVm {
    /// The check of the domain's list, such as C11.
    pub check: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What it says.
    pub sentence: String,
    /// When.
    pub period: Period,
    /// In which half-day, where it is about one.
    pub slot: Option<Slot>,
    /// The first cell it is about.
    pub cell: Option<CellKey>,
    /// The note with which the clerk accepted it.
    pub accepted: Option<String>,
    /// The records behind it.
    pub(super) records: Vec<(Table, i64)>,
    /// The name under which its note is kept.
    pub(super) key: String,
}

/// A name to choose by, with its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedId<I> {
    /// The key.
    pub id: I,
    /// The name.
    pub name: String,
}

/// The picture of a week: its grid, and what is asked of a week only.
#[derive(Debug, Clone)]
pub struct WeekVm {
    /// Which week.
    pub week: Week,
    /// People by days and half-days.
    pub grid: GridVm,
    /// How far the week is issued.
    pub issue: Issue,
    /// What 复制上周 would bring.
    pub carry: Carry,
    /// What the weekly templates would bring.
    pub templates: FromTemplates,
    /// Who has to hear of the newest issue.
    pub notices: Vec<NoticeVm>,
}

/// Whatever is asked of a grid is asked of a week in the same words.
impl Deref for WeekVm {
    type Target = GridVm;

    fn deref(&self) -> &GridVm {
        &self.grid
    }
}

/// The records behind the picture, for the edits that come from it.
#[derive(Debug, Clone)]
pub(super) struct Records {
    pub registry: Arc<Registry>,
    pub calendar: Arc<WorkCalendar>,
    /// Sessions of the days shown and of a day on either side: neighbours matter for travel.
    pub around: Vec<Session>,
    /// Sessions of the weeks before, for habits and for 复制上周.
    pub before: Vec<Session>,
    pub tr: Tr,
}
