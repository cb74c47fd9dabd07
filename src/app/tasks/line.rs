//! One line of the task list: every cell as a text, worked out once.

use chrono::NaiveDate;

use super::chasing::{Chaser, Chasing};
use super::evidence::files_by;
use crate::domain::{
    ChaseLevel, DaysLeft, InstitutionId, Money, Registry, Task, TaskId, TaskState, WorkCalendar, days_left, task_state,
};
use crate::i18n::Tr;

/// A line of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskLine {
    /// The task.
    pub id: TaskId,
    /// Its site.
    pub site: Option<InstitutionId>,
    /// Its list.
    pub list: String,
    /// Who is responsible.
    pub owner: String,
    /// Its group within the list.
    pub category: String,
    /// How it stands.
    pub state: TaskState,
    /// How far its due date is.
    pub left: DaysLeft,
    /// First day, where there is one.
    pub start_on: Option<NaiveDate>,
    /// Last day.
    pub due_on: NaiveDate,
    /// How far it is, 0–100.
    pub progress: u8,
    /// How it is to be chased today.
    pub chasing: Option<Chasing>,
    /// How many files prove it.
    pub files: usize,
    /// Texts by column.
    pub cells: Vec<String>,
}

/// What lines are made from: sums by task, worked out once for all of them.
pub(super) struct LineSource<'a> {
    pub registry: &'a Registry,
    pub calendar: &'a WorkCalendar,
    pub today: NaiveDate,
    pub tr: Tr,
    pub spent: std::collections::HashMap<TaskId, i64>,
    pub files: std::collections::HashMap<TaskId, usize>,
    pub chaser: Chaser<'a>,
}

impl<'a> LineSource<'a> {
    /// Sums what is spent on and kept for each task.
    pub fn new(registry: &'a Registry, calendar: &'a WorkCalendar, today: NaiveDate, tr: Tr) -> Self {
        let mut spent = std::collections::HashMap::new();
        for expense in registry.expenses.values() {
            if let Some(task) = expense.task {
                *spent.entry(task).or_insert(0) += expense.amount_fen;
            }
        }
        let files = files_by(registry, |it| it.task);
        Self { registry, calendar, today, tr, spent, files, chaser: Chaser::new(registry, calendar) }
    }
}

impl TaskLine {
    /// The addresses of the columns that [`TaskLine::cells`] follows.
    pub const COLUMNS: [&'static str; 22] = [
        "title",
        "state",
        "left",
        "due_on",
        "progress_pct",
        "site",
        "owner",
        "lead_dept",
        "category",
        "leader",
        "no",
        "list",
        "start_on",
        "standard",
        "cooperate",
        "progress_note",
        "evidence_note",
        "budget",
        "spent",
        "done_on",
        "chase",
        "parent",
    ];

    /// The line of a task.
    pub(super) fn of(task: &Task, from: &LineSource<'_>) -> Self {
        let tr = from.tr;
        let state = task_state(task, from.today, TaskState::NOTICE_DAYS);
        let left = days_left(task.due_on, from.today, from.calendar);
        let site = task.site.and_then(|id| from.registry.institutions.get(&id));
        let date = |on: Option<NaiveDate>| on.map_or_else(String::new, |on| on.to_string());
        let money = |fen: Option<i64>| fen.map_or_else(String::new, |fen| Money::from_fen(fen).to_string());
        let how_far = match (state, task.done_on) {
            (TaskState::Closed, Some(done)) => tr.closed_how((task.due_on - done).num_days()),
            _ => tr.days_left(left),
        };
        let files = from.files.get(&task.id).copied().unwrap_or_default();
        let evidence = if files > 0 { tr.evidence_files(files) } else { task.evidence_note.clone() };
        let chasing = from.chaser.of(task, from.today);
        let parent = task.parent.and_then(|id| from.registry.tasks.get(&id));
        let cells = vec![
            task.title.clone(),
            tr.task_state(state, left),
            how_far,
            task.due_on.to_string(),
            task.progress_pct.to_string(),
            site.map_or_else(String::new, |site| site.name.clone()),
            task.owner.clone(),
            task.lead_dept.clone(),
            task.category.clone(),
            task.leader.clone(),
            task.no.map_or_else(String::new, |no| no.to_string()),
            task.list.clone(),
            date(task.start_on),
            task.standard.clone(),
            task.cooperate.clone(),
            task.progress_note.clone(),
            evidence,
            money(task.budget_fen),
            money(from.spent.get(&task.id).copied()),
            date(task.done_on),
            chasing.map_or_else(String::new, |chasing| chase_words(chasing, tr)),
            parent.map_or_else(String::new, |parent| parent.title.clone()),
        ];
        Self {
            id: task.id,
            site: task.site,
            list: task.list.clone(),
            owner: task.owner.clone(),
            category: task.category.clone(),
            state,
            left,
            start_on: task.start_on,
            due_on: task.due_on,
            progress: task.progress_pct,
            chasing,
            files,
            cells,
        }
    }

    /// The level at which it is still to be chased today.
    #[must_use]
    pub fn chase_due(&self) -> Option<ChaseLevel> {
        self.chasing.filter(|chasing| chasing.done_on.is_none()).map(|chasing| chasing.step.level)
    }

    /// The text of a column, by its address.
    #[must_use]
    pub fn cell(&self, key: &str) -> &str {
        let place = Self::COLUMNS.iter().position(|column| *column == key);
        place.and_then(|place| self.cells.get(place)).map_or("", String::as_str)
    }
}

/// 应催：科室负责人, or when that was done.
fn chase_words(chasing: Chasing, tr: Tr) -> String {
    let level = tr.chase_level(chasing.step.level);
    match chasing.done_on {
        None => tr.tasks_chase_wanted(level),
        Some(on) => tr.tasks_chase_done(&tr.month_day(on), level),
    }
}
