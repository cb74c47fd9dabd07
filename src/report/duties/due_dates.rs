//! The due dates of open tasks, of reports, resolutions and problems as events, for phones.

use std::collections::HashSet;

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::tasks_of;
use crate::domain::{Obligation, ObligationId, Report, ReportStatus, Resolution, TaskStatus, due_of, duty_periods};
use crate::i18n::Tr;
use crate::report::calendar::{Calendar, Event, fingerprint};
use crate::report::request::DocumentRequest;
use crate::report::sources::Sources;

/// Builds the calendar: open tasks and periods that fall due inside the period asked for, or after a single day.
#[must_use]
pub fn due_dates(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Calendar {
    let period = request.period;
    let is_open_end = period.from() == period.to();
    let is_inside = |on: NaiveDate| on >= period.from() && (is_open_end || on <= period.to());
    let file = fingerprint(sources.unit());
    let mut events: Vec<Event> = tasks_of(sources, request)
        .into_iter()
        .filter(|task| !task.is_closed() && is_inside(task.due_on))
        .map(|task| Event {
            place: task.site.and_then(|id| sources.institution(id)).map_or_else(String::new, |it| it.name.clone()),
            note: [task.lead_dept.as_str(), task.owner.as_str()].join(" ").trim().to_owned(),
            ..event(format!("task-{}-{file:x}", task.id.raw()), task.due_on, task.title.clone())
        })
        .collect();
    events.extend(decided(sources, request, &is_inside, file, tr));
    let sent: HashSet<_> = sources.registry.reports.values().filter(|it| is_sent(it)).map(key).collect();
    let last = if is_open_end { period.to().checked_add_signed(TimeDelta::days(366)) } else { Some(period.to()) };
    let is_meant = |duty: &&Obligation| request.relation.is_none_or(|relation| duty.relation == Some(relation));
    for duty in sources.registry.obligations.values().filter(is_meant) {
        let margin = TimeDelta::days(i64::from(duty.due_offset.unsigned_abs()) + 31);
        let first = duty.anchor_on.min(period.from());
        let within = last.and_then(|last| crate::domain::Period::new(first, last.checked_add_signed(margin)?));
        for of in within.map_or_else(Vec::new, |within| duty_periods(duty, within)) {
            let due = due_of(duty, of.period, sources.calendar).on;
            let is_sent = sent.contains(&(duty.id, of.period.from()));
            if !is_sent && is_inside(due) && last.is_some_and(|last| due <= last) {
                let uid = format!("report-{}-{}-{file:x}", duty.id.raw(), of.period.from());
                let summary = format!("{} {}", duty.title, tr.period_number(of.no));
                events.push(Event { note: duty.addressee.clone(), ..event(uid, due, summary) });
            }
        }
    }
    events.sort_by(|one, other| (one.from, &one.uid).cmp(&(other.from, &other.uid)));
    Calendar { name: tr.calendar_due().to_owned(), events }
}

/// Open resolutions of the meetings meant, and open problems, with a due date.
fn decided(
    sources: &Sources<'_>,
    request: &DocumentRequest,
    is_inside: &impl Fn(NaiveDate) -> bool,
    file: u64,
    tr: Tr,
) -> Vec<Event> {
    let registry = sources.registry;
    let is_of = |it: &Resolution| {
        let meeting = registry.meetings.get(&it.meeting);
        request.relation.is_none_or(|relation| meeting.is_some_and(|meeting| meeting.relation == Some(relation)))
    };
    // One that has become a task is due as that task.
    let resolutions = registry.resolutions.values().filter(|it| it.task.is_none() && is_of(it)).filter_map(|it| {
        let due = it.due_on.filter(|due| it.status != TaskStatus::Closed && is_inside(*due))?;
        let note = [it.unit.as_str(), it.owner.as_str()].join(" ").trim().to_owned();
        let summary = tr.calendar_resolution(&it.text);
        Some(Event { note, ..event(format!("resolution-{}-{file:x}", it.id.raw()), due, summary) })
    });
    let problems = registry.problems.values().filter(|it| it.task.is_none() && request.relation.is_none());
    let problems = problems.filter_map(|it| {
        let due = it.due_on.filter(|due| it.status != TaskStatus::Closed && is_inside(*due))?;
        let summary = tr.calendar_problem(&it.text);
        Some(Event { note: it.owner.clone(), ..event(format!("problem-{}-{file:x}", it.id.raw()), due, summary) })
    });
    resolutions.chain(problems).collect()
}

/// Whether a report for all sites together is done with.
fn is_sent(it: &Report) -> bool {
    it.subject.is_none() && (it.submitted_on.is_some() || it.status != ReportStatus::Pending)
}

fn key(it: &Report) -> (ObligationId, NaiveDate) {
    (it.obligation, it.period_from)
}

/// An event in the morning of a day.
fn event(uid: String, on: NaiveDate, summary: String) -> Event {
    let from = on.and_time(NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default());
    let to = from.checked_add_signed(TimeDelta::minutes(30)).unwrap_or(from);
    Event {
        uid,
        from,
        to,
        summary,
        place: String::new(),
        note: String::new(),
        is_cancelled: false,
        sequence: 0,
        changed_at: None,
    }
}
