//! D12: what is overdue or due soon, to be signed for by those responsible.

use chrono::NaiveDate;

use super::{listed, tasks_of};
use crate::domain::{Task, TaskEventKind, TaskState, WorkCalendar, days_left, task_state};
use crate::i18n::Tr;
use crate::report::request::DocumentRequest;
use crate::report::sheet::{Align, Cell, Column, Line, Sheet, SheetRow};
use crate::report::sources::Sources;

/// Working days that are given for an answer.
const REPLY_WITHIN: usize = 3;

/// Builds the slip as of the last day of the period, the most urgent first.
#[must_use]
pub fn chase_slip(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let on = sources.as_of(request);
    let mut tasks = tasks_of(sources, request);
    tasks.retain(|task| task_state(task, on, TaskState::NOTICE_DAYS).is_problem());
    tasks.sort_by_key(|task| task.due_on);
    let rows = tasks.iter().map(|task| row(sources, task, on, tr)).collect();
    let text = |width, align| Column::text(width, align);
    let columns = vec![
        text(46.0, Align::Left),
        text(20.0, Align::Centre),
        text(16.0, Align::Centre),
        text(26.0, Align::Left),
        Column::number(12.0),
        text(20.0, Align::Centre),
        text(30.0, Align::Left),
        text(18.0, Align::Left),
    ];
    let head = vec![
        tr.paper_task(),
        tr.paper_decision_due(),
        tr.paper_chase_overdue(),
        tr.paper_chase_who(),
        tr.paper_chase_times(),
        tr.paper_chase_reply_due(),
        tr.paper_chase_reply(),
        tr.paper_chase_signed(),
    ];
    let mut sheet = listed(sources, request, rows, columns, head, tr.paper_chase_none(), tr);
    sheet.is_landscape = false;
    sheet
}

fn row(sources: &Sources<'_>, task: &Task, on: NaiveDate, tr: Tr) -> SheetRow {
    let left = days_left(task.due_on, on, sources.calendar);
    let late = if left.days < 0 { left.overdue_workdays().to_string() } else { tr.paper_left_days(left.days) };
    let chases = sources.registry.task_events.values();
    let chases: Vec<_> = chases.filter(|it| it.task == task.id && it.kind == TaskEventKind::Chase).collect();
    let newest = chases.iter().max_by_key(|it| (it.on_date, it.id));
    let reply_by = newest.and_then(|it| it.reply_due_on).or_else(|| working_day(on, sources.calendar));
    let reply_by = reply_by.map_or_else(String::new, |day| tr.paper_before(&tr.month_day(day)));
    let who = [task.lead_dept.as_str(), task.owner.as_str()].into_iter().filter(|text| !text.is_empty());
    let site = task.site.and_then(|id| sources.institution(id)).map_or("", |site| site.name.as_str());
    let number = task.no.map_or_else(String::new, |no| format!("{no} "));
    let title = Cell { lines: vec![Line::new(format!("{number}{}", task.title), site)], ..Cell::new(0, "") };
    let mut row = SheetRow::of([
        String::new(),
        task.due_on.to_string(),
        late,
        who.collect::<Vec<_>>().join("/"),
        chases.len().to_string(),
        reply_by,
        newest.map_or_else(String::new, |it| it.reply.clone()),
        String::new(),
    ]);
    if let Some(first) = row.cells.first_mut() {
        *first = title.strong();
    }
    row
}

/// The working day on which an answer is asked for.
fn working_day(on: NaiveDate, calendar: &WorkCalendar) -> Option<NaiveDate> {
    on.iter_days().skip(1).take(31).filter(|day| calendar.facts(*day).is_working()).nth(REPLY_WITHIN - 1)
}
