//! What a clerk does to tasks, as edits: each is one step with a name of its own.

use chrono::NaiveDate;

use crate::domain::{
    ChaseLevel, Edit, Id, Label, Registry, Table, Task, TaskEvent, TaskEventId, TaskEventKind, TaskStatus,
    TaskTemplate, copies, lagging_tasks, missing_tasks,
};
use crate::i18n::Tr;

fn event(task: &Task, kind: TaskEventKind, on_date: NaiveDate) -> TaskEvent {
    TaskEvent {
        id: TaskEventId::NEW,
        task: task.id,
        on_date,
        kind,
        level: None,
        by: String::new(),
        text: String::new(),
        reply_due_on: None,
        replied_on: None,
        reply: String::new(),
        old_due_on: None,
        new_due_on: None,
    }
}

fn named(task: &Task, registry: &Registry) -> String {
    let site = task.site.and_then(|id| registry.institutions.get(&id)).map(|inst| inst.name.as_str());
    site.map_or_else(|| task.title.clone(), |site| format!("{site} {}", task.title))
}

/// Closes the tasks on that day. Without a note they are closed with the words that say whether it was in time.
#[must_use]
pub fn close_edit(tasks: &[&Task], on: NaiveDate, note: &str, registry: &Registry, tr: Tr) -> Option<Edit> {
    let open: Vec<&&Task> = tasks.iter().filter(|task| !task.is_closed()).collect();
    let name = named(open.first()?, registry);
    let mut edits = Vec::with_capacity(open.len() * 2);
    for task in &open {
        let note = note.trim();
        let note = if note.is_empty() { tr.closed_how((task.due_on - on).num_days()) } else { note.to_owned() };
        edits.push(Edit::put(Task {
            status: TaskStatus::Closed,
            done_on: Some(on),
            close_note: note.clone(),
            progress_pct: 100,
            ..(**task).clone()
        }));
        edits.push(Edit::put(TaskEvent { text: note, ..event(task, TaskEventKind::Closed, on) }));
    }
    Some(Edit::Many { label: Label::TasksClosed { name, count: open.len() }, edits })
}

/// Opens closed tasks again; the history of the task keeps that it was closed.
#[must_use]
pub fn reopen_edit(tasks: &[&Task], on: NaiveDate, registry: &Registry) -> Option<Edit> {
    let closed: Vec<&&Task> = tasks.iter().filter(|task| task.is_closed()).collect();
    let name = named(closed.first()?, registry);
    let edits = closed.iter().flat_map(|task| {
        let open = Task { status: TaskStatus::Active, done_on: None, close_note: String::new(), ..(**task).clone() };
        let text = task.close_note.clone();
        [Edit::put(open), Edit::put(TaskEvent { text, ..event(task, TaskEventKind::Reopened, on) })]
    });
    Some(Edit::Many { label: Label::TaskReopened { name }, edits: edits.collect() })
}

/// One key: closes what is open; where all are closed, opens them again.
#[must_use]
pub fn tick_edit(tasks: &[&Task], on: NaiveDate, registry: &Registry, tr: Tr) -> Option<Edit> {
    close_edit(tasks, on, "", registry, tr).or_else(|| reopen_edit(tasks, on, registry))
}

/// Gives the tasks until another day, by leave of somebody; `None` without that leave.
#[must_use]
pub fn postpone_edit(
    tasks: &[&Task],
    to: NaiveDate,
    approver: &str,
    on: NaiveDate,
    registry: &Registry,
) -> Option<Edit> {
    let approver = approver.trim();
    let name = named(tasks.first()?, registry);
    if approver.is_empty() {
        return None;
    }
    let edits = tasks.iter().filter(|task| task.due_on != to).flat_map(|task| {
        let postponed = TaskEvent {
            by: approver.to_owned(),
            old_due_on: Some(task.due_on),
            new_due_on: Some(to),
            ..event(task, TaskEventKind::Postponed, on)
        };
        [Edit::put(Task { due_on: to, ..(*task).clone() }), Edit::put(postponed)]
    });
    let edits: Vec<Edit> = edits.collect();
    (!edits.is_empty()).then_some(Edit::Many { label: Label::TaskPostponed { name, to }, edits })
}

/// Notes that the tasks were chased.
#[must_use]
pub fn chase_edit(
    tasks: &[&Task],
    level: ChaseLevel,
    text: &str,
    reply_due_on: Option<NaiveDate>,
    on: NaiveDate,
    registry: &Registry,
) -> Option<Edit> {
    let name = named(tasks.first()?, registry);
    let chased = |task: &&Task| {
        Edit::put(TaskEvent {
            level: Some(level),
            text: text.trim().to_owned(),
            reply_due_on,
            ..event(task, TaskEventKind::Chase, on)
        })
    };
    Some(Edit::Many { label: Label::TaskChased { name, level }, edits: tasks.iter().map(chased).collect() })
}

/// Notes the answer to a chase.
#[must_use]
pub fn reply_edit(chase: &TaskEvent, reply: &str, on: NaiveDate) -> Edit {
    Edit::put(TaskEvent { replied_on: Some(on), reply: reply.trim().to_owned(), ..chase.clone() })
}

/// Sets something of several tasks at once.
#[must_use]
pub fn set_edit(tasks: &[&Task], set: impl Fn(Task) -> Task) -> Option<Edit> {
    let changed = tasks.iter().map(|task| set((*task).clone())).zip(tasks).filter(|(new, old)| new != **old);
    let edits: Vec<Edit> = changed.map(|(new, _)| Edit::put(new)).collect();
    (!edits.is_empty()).then(|| Edit::Many { label: Label::Several { count: edits.len() }, edits })
}

/// Takes tasks to the bin, with their steps, events and evidence; money and decisions stay and forget them.
#[must_use]
pub fn delete_edit(tasks: &[&Task], registry: &Registry) -> Option<Edit> {
    let ids: std::collections::HashSet<_> = tasks.iter().map(|task| task.id).collect();
    let name = named(tasks.first()?, registry);
    let mut edits = Vec::new();
    let drop = |table, id: i64| Edit::Delete { table, id };
    let events = registry.task_events.values().filter(|it| ids.contains(&it.task));
    edits.extend(events.map(|it| drop(Table::TaskEvent, it.id.raw())));
    let steps = registry.milestones.values().filter(|it| ids.contains(&it.task));
    edits.extend(steps.map(|it| drop(Table::Milestone, it.id.raw())));
    let proofs = registry.evidence.values().filter(|it| it.task.is_some_and(|id| ids.contains(&id)));
    edits.extend(proofs.map(|it| drop(Table::Evidence, it.id.raw())));
    let is_meant = |task: Option<Id<Task>>| task.is_some_and(|id| ids.contains(&id));
    for expense in registry.expenses.values().filter(|it| is_meant(it.task)) {
        edits.push(Edit::put(crate::domain::Expense { task: None, ..expense.clone() }));
    }
    for resolution in registry.resolutions.values().filter(|it| is_meant(it.task)) {
        edits.push(Edit::put(crate::domain::Resolution { task: None, ..resolution.clone() }));
    }
    for problem in registry.problems.values().filter(|it| is_meant(it.task)) {
        edits.push(Edit::put(crate::domain::Problem { task: None, ..problem.clone() }));
    }
    for part in registry.tasks.values().filter(|it| is_meant(it.parent) && !ids.contains(&it.id)) {
        edits.push(Edit::put(Task { parent: None, ..part.clone() }));
    }
    edits.extend(tasks.iter().map(|task| drop(Table::Task, task.id.raw())));
    let label = if tasks.len() == 1 {
        Label::Deleted { table: Table::Task, name }
    } else {
        Label::Several { count: tasks.len() }
    };
    Some(Edit::Many { label, edits })
}

/// Tasks that a list lacks against its templates, and those that run behind a changed template.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TemplateGap {
    /// Tasks to make.
    pub missing: Vec<Task>,
    /// Running tasks as they would become.
    pub lagging: Vec<Task>,
}

/// What the templates of a list, or of all lists, would make and change.
#[must_use]
pub fn template_gap(list: Option<&str>, registry: &Registry) -> TemplateGap {
    let is_meant = |it: &&TaskTemplate| list.is_none_or(|list| it.list == list);
    let templates: Vec<&TaskTemplate> = registry.task_templates.values().filter(is_meant).collect();
    TemplateGap {
        lagging: templates.iter().flat_map(|it| lagging_tasks(it, registry)).collect(),
        missing: missing_tasks(templates, registry),
    }
}

/// Makes the missing tasks.
#[must_use]
pub fn make_edit(missing: &[Task]) -> Option<Edit> {
    let list = missing.first()?.list.clone();
    let edits = missing.iter().cloned().map(Edit::put).collect();
    Some(Edit::Many { label: Label::TasksMade { list, count: missing.len() }, edits })
}

/// Brings running tasks up to their template.
#[must_use]
pub fn renew_edit(lagging: &[Task]) -> Option<Edit> {
    let edits: Vec<Edit> = lagging.iter().cloned().map(Edit::put).collect();
    (!edits.is_empty()).then_some(Edit::Many { label: Label::TasksRenewed { count: lagging.len() }, edits })
}

/// Copies the tasks into another list, by so many years later.
#[must_use]
pub fn copy_edit(tasks: &[&Task], list: &str, years: i32) -> Option<Edit> {
    make_edit(&copies(tasks, None, Some(list), years))
}
