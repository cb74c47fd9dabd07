//! The list of problems: what stands in the way, who sees to it, and how far it is.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::app::fresh::FreshKeys;
use crate::app::{Failure, Office};
use crate::domain::{
    Edit, Id, Label, Problem, ProblemId, Registry, Table, Task, TaskState, TaskStatus, WorkCalendar, days_left,
    open_state,
};
use crate::i18n::Tr;

/// One problem.
#[derive(Debug, Clone, PartialEq)]
pub struct ProblemLine {
    /// The problem.
    pub id: ProblemId,
    /// How it stands.
    pub state: TaskState,
    /// Texts by column.
    pub cells: Vec<String>,
}

/// The problems.
#[derive(Debug, Clone)]
pub struct ProblemBook {
    /// Its lines, the open ones first.
    pub lines: Vec<ProblemLine>,
    /// The records, for forms and edits.
    pub registry: Arc<Registry>,
    /// The work calendar.
    pub calendar: Arc<WorkCalendar>,
}

impl ProblemLine {
    /// The addresses of the columns that [`ProblemLine::cells`] follows.
    pub const COLUMNS: [&'static str; 10] =
        ["text", "state", "due_on", "site", "owner", "by", "raised_on", "task", "done_on", "result"];
}

impl ProblemBook {
    /// Reads the problems.
    ///
    /// # Errors
    /// Never at present; questions to the office share one shape.
    pub fn load(office: &Office, tr: Tr) -> Result<Self, Failure> {
        let registry = Arc::clone(office.registry());
        let calendar = Arc::clone(office.calendar());
        let today = office.clock().today();
        let line = |it: &Problem| line(it, &registry, &calendar, today, tr);
        let mut lines: Vec<ProblemLine> = registry.problems.values().map(line).collect();
        lines.sort_by_key(|line| (line.state, line.id));
        Ok(Self { lines, registry, calendar })
    }

    /// A problem.
    #[must_use]
    pub fn problem(&self, key: i64) -> Option<&Problem> {
        self.registry.problems.get(&ProblemId::new(key))
    }
}

fn line(it: &Problem, registry: &Registry, calendar: &WorkCalendar, today: NaiveDate, tr: Tr) -> ProblemLine {
    let state = open_state(it.status, it.due_on, today);
    let date = |on: Option<NaiveDate>| on.map_or_else(String::new, |on| on.to_string());
    let standing = match (state, it.due_on) {
        (TaskState::Overdue, Some(due)) => tr.task_state(state, days_left(due, today, calendar)),
        (TaskState::Overdue | TaskState::DueSoon, _) => tr.state_due_soon().to_owned(),
        _ => tr.problem_status(it.status).to_owned(),
    };
    let cells = vec![
        it.text.clone(),
        standing,
        date(it.due_on),
        it.site.and_then(|id| registry.institutions.get(&id)).map_or_else(String::new, |inst| inst.name.clone()),
        it.owner.clone(),
        it.by.clone(),
        it.raised_on.to_string(),
        it.task.and_then(|id| registry.tasks.get(&id)).map_or_else(String::new, |task| task.title.clone()),
        date(it.done_on),
        it.result.clone(),
    ];
    ProblemLine { id: it.id, state, cells }
}

/// A problem of today with nothing written yet.
#[must_use]
pub const fn fresh_problem(today: NaiveDate) -> Problem {
    Problem {
        id: Id::NEW,
        raised_on: today,
        by: String::new(),
        text: String::new(),
        site: None,
        owner: String::new(),
        due_on: None,
        status: TaskStatus::Pending,
        done_on: None,
        result: String::new(),
        task: None,
    }
}

/// Settles a problem today, or opens it again.
#[must_use]
pub fn tick_problem_edit(it: &Problem, today: NaiveDate) -> Edit {
    let new = match it.status {
        TaskStatus::Closed => Problem { status: TaskStatus::Active, done_on: None, ..it.clone() },
        TaskStatus::Pending | TaskStatus::Active => {
            Problem { status: TaskStatus::Closed, done_on: Some(today), ..it.clone() }
        }
    };
    let label = Label::Changed { table: Table::Problem, name: it.text.clone() };
    Edit::Many { label, edits: vec![Edit::put(new)] }
}

/// Makes a task of a problem and ties the two; `None` where it is one already.
#[must_use]
pub fn task_of_problem(it: &Problem, registry: &Registry, today: NaiveDate, tr: Tr) -> Option<Edit> {
    if it.task.is_some() {
        return None;
    }
    let id = FreshKeys::new(registry).nth::<Task>(1);
    let list = tr.problems_table();
    let task = Task {
        id,
        site: it.site,
        owner: it.owner.clone(),
        start_on: Some(it.raised_on).filter(|on| it.due_on.is_none_or(|due| *on <= due)),
        ..Task::new(list, it.text.clone(), it.due_on.unwrap_or(today).max(it.raised_on))
    };
    let label = Label::TasksMade { list: list.to_owned(), count: 1 };
    let status = if it.status == TaskStatus::Pending { TaskStatus::Active } else { it.status };
    let tied = Problem { task: Some(id), status, ..it.clone() };
    Some(Edit::Many { label, edits: vec![Edit::put(task), Edit::put(tied)] })
}
