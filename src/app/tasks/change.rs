//! What a clerk does to tasks, as edits: each is one step with a name of its own.

use chrono::NaiveDate;

use crate::domain::{
    ChaseLevel, Edit, Id, InstitutionId, Label, Problem, Registry, Table, Task, TaskEvent, TaskEventId, TaskEventKind,
    TaskId, TaskStatus, copies,
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
        [Edit::put(Task { due_on: to, ..(*task).clone() }), Edit::put(postponed(task, to, approver, on))]
    });
    let edits: Vec<Edit> = edits.collect();
    (!edits.is_empty()).then_some(Edit::Many { label: Label::TaskPostponed { name, to }, edits })
}

/// The entry in the history of a task that it was postponed, and by whose leave.
pub(super) fn postponed(task: &Task, to: NaiveDate, approver: &str, on: NaiveDate) -> TaskEvent {
    TaskEvent {
        by: approver.trim().to_owned(),
        old_due_on: Some(task.due_on),
        new_due_on: Some(to),
        ..event(task, TaskEventKind::Postponed, on)
    }
}

/// Notes that tasks were chased, each at its level. One carried to the joint meeting joins the list of problems.
#[must_use]
pub fn chase_edit(
    chased: &[(&Task, ChaseLevel)],
    text: &str,
    reply_due_on: Option<NaiveDate>,
    on: NaiveDate,
    registry: &Registry,
) -> Option<Edit> {
    let (first, level) = chased.first()?;
    let name = named(first, registry);
    let label = match chased.len() {
        1 => Label::TaskChased { name, level: *level },
        count => Label::TasksChased { name, count },
    };
    let mut edits = Vec::with_capacity(chased.len());
    for (task, level) in chased {
        let text = text.trim().to_owned();
        let event = event(task, TaskEventKind::Chase, on);
        edits.push(Edit::put(TaskEvent { level: Some(*level), text, reply_due_on, ..event }));
        if *level == ChaseLevel::Meeting {
            edits.extend(problem_of(task, on, registry).map(Edit::put));
        }
    }
    Some(Edit::Many { label, edits })
}

/// A late task as a problem for the joint meeting; `None` where it stands on the list already.
fn problem_of(task: &Task, on: NaiveDate, registry: &Registry) -> Option<Problem> {
    let is_there = registry.problems.values().any(|it| it.task == Some(task.id) && it.status != TaskStatus::Closed);
    (!is_there).then(|| Problem {
        id: Id::NEW,
        raised_on: on,
        by: String::new(),
        text: named(task, registry),
        site: task.site,
        owner: if task.leader.is_empty() { task.owner.clone() } else { task.leader.clone() },
        due_on: None,
        status: TaskStatus::Pending,
        done_on: None,
        result: String::new(),
        task: Some(task.id),
    })
}

/// Puts a task on the list of problems; `None` where it stands there already.
#[must_use]
pub fn problem_edit(task: &Task, on: NaiveDate, registry: &Registry) -> Option<Edit> {
    let problem = problem_of(task, on, registry)?;
    let label = Label::Added { table: Table::Problem, name: problem.text.clone() };
    Some(Edit::Many { label, edits: vec![Edit::put(problem)] })
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
    if edits.is_empty() {
        return None;
    }
    Some(Edit::Many { label: Label::Several { count: edits.len() }, edits })
}

/// Takes tasks to the bin, with their steps, events and evidence; money and decisions stay and forget them.
#[must_use]
pub fn delete_edit(tasks: &[&Task], registry: &Registry) -> Option<Edit> {
    let ids: std::collections::HashSet<_> = tasks.iter().map(|task| task.id).collect();
    let name = named(tasks.first()?, registry);
    let mut edits = Vec::new();
    let drop = |table, id: i64| Edit::Delete { table, id };
    let is_meant = |task: Option<TaskId>| task.is_some_and(|id| ids.contains(&id));
    let events = registry.task_events.values().filter(|it| ids.contains(&it.task));
    edits.extend(events.map(|it| drop(Table::TaskEvent, it.id.raw())));
    let steps = registry.milestones.values().filter(|it| ids.contains(&it.task));
    edits.extend(steps.map(|it| drop(Table::Milestone, it.id.raw())));
    let proofs = registry.evidence.values().filter(|it| it.task.is_some_and(|id| ids.contains(&id)));
    edits.extend(proofs.map(|it| drop(Table::Evidence, it.id.raw())));
    for expense in registry.expenses.values().filter(|it| is_meant(it.task)) {
        edits.push(Edit::put(crate::domain::Expense { task: None, ..expense.clone() }));
    }
    for resolution in registry.resolutions.values().filter(|it| is_meant(it.task)) {
        edits.push(Edit::put(crate::domain::Resolution { task: None, ..resolution.clone() }));
    }
    for problem in registry.problems.values().filter(|it| is_meant(it.task)) {
        edits.push(Edit::put(Problem { task: None, ..problem.clone() }));
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

/// Makes the missing tasks.
#[must_use]
pub fn make_edit(missing: &[Task]) -> Option<Edit> {
    let list = missing.first()?.list.clone();
    let edits = missing.iter().cloned().map(Edit::put).collect();
    Some(Edit::Many { label: Label::TasksMade { list, count: missing.len() }, edits })
}

/// Copies tasks, as if nothing had been done, into another list, to another site, or by so many years later.
#[must_use]
pub fn copy_edit(tasks: &[&Task], site: Option<InstitutionId>, list: &str, years: i32) -> Option<Edit> {
    let list = list.trim();
    if list.is_empty() {
        return None;
    }
    make_edit(&copies(tasks, site, Some(list), years))
}
