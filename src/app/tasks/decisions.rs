//! What meetings decided, the most urgent first.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::app::fresh::FreshKeys;
use crate::app::{Failure, Office};
use crate::domain::{
    Edit, Label, Registry, Resolution, ResolutionId, Task, TaskState, TaskStatus, WorkCalendar, days_left,
};
use crate::i18n::Tr;

/// One decision.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionLine {
    /// The decision.
    pub id: ResolutionId,
    /// How it stands.
    pub state: TaskState,
    /// Texts by column.
    pub cells: Vec<String>,
}

/// The decisions.
#[derive(Debug, Clone)]
pub struct DecisionBook {
    /// Its lines.
    pub lines: Vec<DecisionLine>,
    /// The records, for edits.
    pub registry: Arc<Registry>,
    /// The day it was made for.
    pub today: NaiveDate,
}

impl DecisionLine {
    /// The addresses of the columns that [`DecisionLine::cells`] follows.
    pub const COLUMNS: [&'static str; 8] =
        ["text", "state", "due_on", "unit", "owner", "meeting", "on_date", "progress_note"];
}

/// How a decision stands on a day; one without a due date is never overdue.
pub(crate) fn decision_state(it: &Resolution, today: NaiveDate) -> TaskState {
    match (it.status, it.due_on.map(|due| (due - today).num_days())) {
        (TaskStatus::Closed, _) => TaskState::Closed,
        (_, Some(left)) if left < 0 => TaskState::Overdue,
        (_, Some(left)) if left <= TaskState::NOTICE_DAYS => TaskState::DueSoon,
        (TaskStatus::Pending, _) => TaskState::Pending,
        (TaskStatus::Active, _) => TaskState::Active,
    }
}

impl DecisionBook {
    /// Reads the decisions.
    ///
    /// # Errors
    /// Never at present; questions to the office share one shape.
    pub fn load(office: &Office, tr: Tr) -> Result<Self, Failure> {
        let registry = Arc::clone(office.registry());
        let today = office.clock().today();
        let mut lines: Vec<DecisionLine> =
            registry.resolutions.values().map(|it| line(it, &registry, office.calendar(), today, tr)).collect();
        lines.sort_by_key(|line| (line.state, line.id));
        Ok(Self { lines, registry, today })
    }

    /// A decision.
    #[must_use]
    pub fn decision(&self, key: i64) -> Option<&Resolution> {
        self.registry.resolutions.get(&ResolutionId::new(key))
    }
}

fn line(it: &Resolution, registry: &Registry, calendar: &WorkCalendar, today: NaiveDate, tr: Tr) -> DecisionLine {
    let state = decision_state(it, today);
    let meeting = registry.meetings.get(&it.meeting);
    let date = |on: Option<NaiveDate>| on.map_or_else(String::new, |on| on.to_string());
    let standing = it.due_on.map_or_else(
        || tr.task_status(it.status).to_owned(),
        |due| tr.task_state(state, days_left(due, today, calendar)),
    );
    let cells = vec![
        it.text.clone(),
        standing,
        date(it.due_on),
        it.unit.clone(),
        it.owner.clone(),
        meeting.map_or_else(String::new, |meeting| meeting.title.clone()),
        date(meeting.and_then(|meeting| meeting.on_date)),
        it.progress_note.clone(),
    ];
    DecisionLine { id: it.id, state, cells }
}

/// Makes a task of a decision and ties the two; `None` where it is one already.
#[must_use]
pub fn task_of_decision(it: &Resolution, registry: &Registry, today: NaiveDate) -> Option<Edit> {
    if it.task.is_some() {
        return None;
    }
    let meeting = registry.meetings.get(&it.meeting)?;
    let id = FreshKeys::new(registry).nth::<Task>(1);
    let task = Task {
        id,
        owner: it.owner.clone(),
        lead_dept: it.unit.clone(),
        progress_note: it.progress_note.clone(),
        start_on: meeting.on_date.filter(|on| it.due_on.is_none_or(|due| *on <= due)),
        relation: meeting.relation,
        programme: meeting.programme,
        ..Task::new(meeting.title.clone(), it.text.clone(), it.due_on.unwrap_or(today))
    };
    let label = Label::TasksMade { list: meeting.title.clone(), count: 1 };
    let tied = Resolution { task: Some(id), ..it.clone() };
    Some(Edit::Many { label, edits: vec![Edit::put(task), Edit::put(tied)] })
}
