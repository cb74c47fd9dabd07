//! What meetings decided, the most urgent first.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::app::fresh::FreshKeys;
use crate::app::{Failure, Office};
use crate::domain::{
    Edit, Id, Label, Meeting, MeetingId, Registry, Resolution, ResolutionId, Table, Task, TaskState, TaskStatus,
    WorkCalendar, days_left, open_state,
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
    /// The work calendar.
    pub calendar: Arc<WorkCalendar>,
    /// The day it was made for.
    pub today: NaiveDate,
}

impl DecisionLine {
    /// The addresses of the columns that [`DecisionLine::cells`] follows.
    pub const COLUMNS: [&'static str; 10] =
        ["text", "state", "due_on", "unit", "owner", "meeting", "on_date", "progress_note", "ask", "task"];
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
        Ok(Self { lines, calendar: Arc::clone(office.calendar()), registry, today })
    }

    /// A decision.
    #[must_use]
    pub fn decision(&self, key: i64) -> Option<&Resolution> {
        self.registry.resolutions.get(&ResolutionId::new(key))
    }
}

fn line(it: &Resolution, registry: &Registry, calendar: &WorkCalendar, today: NaiveDate, tr: Tr) -> DecisionLine {
    let state = open_state(it.status, it.due_on, today);
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
        it.ask.clone(),
        it.task.and_then(|id| registry.tasks.get(&id)).map_or_else(String::new, |task| task.title.clone()),
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

/// A meeting of today with nothing but a title to be written.
#[must_use]
pub fn fresh_meeting(title: &str, today: NaiveDate) -> Meeting {
    Meeting { title: title.to_owned(), on_date: Some(today), ..Meeting::default() }
}

/// What a meeting decided, nothing written yet.
#[must_use]
pub const fn fresh_resolution(meeting: MeetingId) -> Resolution {
    Resolution {
        id: Id::NEW,
        meeting,
        text: String::new(),
        unit: String::new(),
        owner: String::new(),
        due_on: None,
        progress_note: String::new(),
        status: TaskStatus::Pending,
        ask: String::new(),
        task: None,
    }
}

/// Closes a decision, or opens it again.
#[must_use]
pub fn tick_decision_edit(it: &Resolution) -> Edit {
    let status = if it.status == TaskStatus::Closed { TaskStatus::Active } else { TaskStatus::Closed };
    let label = Label::Changed { table: Table::Resolution, name: it.text.clone() };
    Edit::Many { label, edits: vec![Edit::put(Resolution { status, ..it.clone() })] }
}

/// Takes a meeting away with what it decided and the files about it; tasks made of it stay.
#[must_use]
pub fn delete_meeting_edit(meeting: &Meeting, registry: &Registry) -> Edit {
    let decided: Vec<ResolutionId> =
        registry.resolutions.values().filter(|it| it.meeting == meeting.id).map(|it| it.id).collect();
    let is_of = |it: Option<ResolutionId>| it.is_some_and(|id| decided.contains(&id));
    let files = registry.evidence.values().filter(|it| is_of(it.resolution));
    let mut edits: Vec<Edit> = files.map(|it| Edit::Delete { table: Table::Evidence, id: it.id.raw() }).collect();
    edits.extend(decided.iter().map(|id| Edit::Delete { table: Table::Resolution, id: id.raw() }));
    edits.push(Edit::Delete { table: Table::Meeting, id: meeting.id.raw() });
    Edit::Many { label: Label::Deleted { table: Table::Meeting, name: meeting.title.clone() }, edits }
}

/// Takes decisions away with the files about them; tasks made of them stay.
#[must_use]
pub fn delete_decisions_edit(keys: &[i64], registry: &Registry) -> Option<Edit> {
    let found = |key: &i64| registry.resolutions.get(&ResolutionId::new(*key));
    let name = keys.iter().find_map(found)?.text.clone();
    let is_of = |it: Option<ResolutionId>| it.is_some_and(|id| keys.contains(&id.raw()));
    let files = registry.evidence.values().filter(|it| is_of(it.resolution));
    let mut edits: Vec<Edit> = files.map(|it| Edit::Delete { table: Table::Evidence, id: it.id.raw() }).collect();
    edits.extend(keys.iter().map(|id| Edit::Delete { table: Table::Resolution, id: *id }));
    Some(Edit::Many { label: Label::Deleted { table: Table::Resolution, name }, edits })
}
