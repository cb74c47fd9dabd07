//! Which tasks are to be chased today, at which level, and whether that was done.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use crate::checks::{Rules, chase_of};
use crate::domain::{Chase, ChaseLevel, Registry, Task, TaskEventKind, TaskId, WorkCalendar};

/// How a task is to be chased on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chasing {
    /// The step reached.
    pub step: Chase,
    /// When it was chased at this step; absent while that is to be done.
    pub done_on: Option<NaiveDate>,
}

/// What was chased when, and the rules of the data file, read once for all tasks.
pub(super) struct Chaser<'a> {
    registry: &'a Registry,
    calendar: &'a WorkCalendar,
    rules: Rules<'a>,
    chases: HashMap<TaskId, Vec<(NaiveDate, ChaseLevel)>>,
}

impl<'a> Chaser<'a> {
    /// Reads the rules and the chases.
    pub fn new(registry: &'a Registry, calendar: &'a WorkCalendar) -> Self {
        let mut chases: HashMap<TaskId, Vec<(NaiveDate, ChaseLevel)>> = HashMap::new();
        for event in registry.task_events.values().filter(|event| event.kind == TaskEventKind::Chase) {
            chases.entry(event.task).or_default().push((event.on_date, event.level.unwrap_or(ChaseLevel::Owner)));
        }
        Self { registry, calendar, rules: Rules::new(registry), chases }
    }

    /// How the task is to be chased on the day; `None` for one that is not near its due date.
    pub fn of(&self, task: &Task, on: NaiveDate) -> Option<Chasing> {
        let step = chase_of(&self.rules, self.registry, self.calendar, task, on)?;
        // A reminder before the due date counts from the day on which its step began; a late one from the due date.
        let since = match step.lead {
            Some(lead) => task.due_on.checked_sub_days(Days::new(lead.unsigned_abs())).unwrap_or(task.due_on),
            None => task.due_on.succ_opt().unwrap_or(task.due_on),
        };
        let is_meant =
            |(chased, level): &&(NaiveDate, ChaseLevel)| *chased >= since && *chased <= on && *level >= step.level;
        let done = self.chases.get(&task.id).into_iter().flatten().filter(is_meant);
        Some(Chasing { step, done_on: done.map(|(chased, _)| *chased).max() })
    }
}
