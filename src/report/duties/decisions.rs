//! D22: what meetings decided and what became of it, in the columns that the import reads back.

use super::{DASH, date, listed};
use crate::domain::{Problem, Resolution, TaskState, TaskStatus, days_left};
use crate::i18n::Tr;
use crate::report::request::DocumentRequest;
use crate::report::sheet::{Align, Column, Sheet, SheetRow};
use crate::report::sources::Sources;

/// Builds the list of every decision up to the last day of the period.
#[must_use]
pub fn decisions(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let on = sources.as_of(request);
    let meeting = |it: &Resolution| sources.registry.meetings.get(&it.meeting);
    let mut all: Vec<&Resolution> = sources
        .registry
        .resolutions
        .values()
        .filter(|it| {
            meeting(it).is_some_and(|meeting| {
                meeting.on_date.is_none_or(|day| day <= on)
                    && request.relation.is_none_or(|relation| meeting.relation == Some(relation))
            })
        })
        .collect();
    all.sort_by_key(|it| (meeting(it).and_then(|meeting| meeting.on_date), it.meeting, it.id));
    let mut above = None;
    let mut rows = Vec::new();
    for it in all {
        let mut row = row(sources, request, it, tr);
        row.starts_group = above.is_some_and(|above| above != it.meeting);
        above = Some(it.meeting);
        rows.push(row);
    }
    let left = |width| Column::text(width, Align::Left);
    let centre = |width| Column::text(width, Align::Centre);
    let columns = vec![
        left(40.0),
        centre(22.0),
        left(52.0),
        left(34.0),
        centre(18.0),
        centre(22.0),
        left(40.0),
        centre(18.0),
        left(30.0),
    ];
    let head = vec![
        tr.paper_meeting(),
        tr.paper_meeting_date(),
        tr.paper_decision(),
        tr.paper_decision_unit(),
        tr.paper_owner(),
        tr.paper_decision_due(),
        tr.paper_decision_progress(),
        tr.paper_state(),
        tr.paper_decision_ask(),
    ];
    let mut sheet = listed(sources, request, rows, columns, head, tr.paper_no_decisions(), tr);
    sheet.notes.extend(open_problems(sources, on, tr));
    sheet
}

/// The problems that are not solved on that day, for the meeting to see: one note each.
fn open_problems(sources: &Sources<'_>, on: chrono::NaiveDate, tr: Tr) -> Vec<String> {
    let is_open = |it: &&Problem| it.raised_on <= on && it.done_on.is_none_or(|done| done > on);
    let open: Vec<&Problem> = sources
        .registry
        .problems
        .values()
        .filter(is_open)
        .filter(|it| it.done_on.is_some() || it.status != TaskStatus::Closed)
        .collect();
    if open.is_empty() {
        return Vec::new();
    }
    let line = |(no, it): (usize, &&Problem)| {
        let until = it.due_on.map_or_else(String::new, |due| tr.paper_before(&due.to_string()));
        let parts = [it.text.as_str(), it.owner.as_str(), &until];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{no}. {}", parts.join("  "))
    };
    std::iter::once(tr.paper_open_problems(open.len())).chain((1..).zip(&open).map(line)).collect()
}

fn row(sources: &Sources<'_>, request: &DocumentRequest, it: &Resolution, tr: Tr) -> SheetRow {
    let on = sources.as_of(request);
    let meeting = sources.registry.meetings.get(&it.meeting);
    let late = it.due_on.filter(|due| *due < on && it.status != TaskStatus::Closed);
    let state = late.map_or_else(
        || tr.task_status(it.status).to_owned(),
        |due| tr.task_state(TaskState::Overdue, days_left(due, on, sources.calendar)),
    );
    SheetRow::of([
        meeting.map_or_else(String::new, |meeting| meeting.title.clone()),
        meeting.and_then(|meeting| meeting.on_date).map_or_else(|| DASH.to_owned(), |day| day.to_string()),
        it.text.clone(),
        it.unit.clone(),
        it.owner.clone(),
        date(it.due_on),
        it.progress_note.clone(),
        state,
        it.ask.clone(),
    ])
}
