//! The notes under the weekly schedule: marks, what was counted, who is at work on a holiday.

use std::collections::BTreeSet;

use super::super::posted::Posted;
use super::super::request::DocumentRequest;
use super::super::sources::Sources;
use super::{Day, words};
use crate::domain::{DayKind, Session, SessionStatus};
use crate::i18n::Tr;

/// Statuses that a cell marks in brackets.
const MARKED: [SessionStatus; 4] =
    [SessionStatus::Cancelled, SessionStatus::Substituted, SessionStatus::Swapped, SessionStatus::Extra];

pub(super) fn notes(
    sources: &Sources<'_>,
    request: &DocumentRequest,
    days: &[Day],
    posted: &[Posted<'_>],
    tr: Tr,
) -> Vec<String> {
    let shown: Vec<&Session> = sources
        .sessions_in(request.period)
        .filter(|session| posted.iter().any(|one| one.stint.id == session.stint))
        .collect();
    let mut notes = vec![marks(&shown, tr)];
    notes.extend(at_work_on_holidays(sources, &shown, days, posted, tr));
    let halves: BTreeSet<_> = shown
        .iter()
        .filter(|session| is_work(sources, session))
        .map(|session| (session.stint, session.on_date, session.slot))
        .collect();
    if !request.paper.is_blank {
        notes.push(tr.paper_count_week(posted.len(), halves.len()));
    }
    notes.extend(sources.calendar_note(request, tr));
    notes
}

fn is_work(sources: &Sources<'_>, session: &Session) -> bool {
    session.status != SessionStatus::Cancelled && sources.activity(session).is_some_and(|activity| activity.is_work)
}

fn marks(shown: &[&Session], tr: Tr) -> String {
    let used = MARKED.iter().filter(|status| shown.iter().any(|session| session.status == **status));
    let used: Vec<_> = used.map(|status| tr.paper_status_means(*status)).collect();
    if used.is_empty() {
        return tr.paper_marks().to_owned();
    }
    format!("{}{}", tr.paper_status_marks(&used.join(tr.paper_list_comma())), tr.paper_marks())
}

/// Public holidays never forbid a session: they are named.
fn at_work_on_holidays(
    sources: &Sources<'_>,
    shown: &[&Session],
    days: &[Day],
    posted: &[Posted<'_>],
    tr: Tr,
) -> Option<String> {
    let mut at_work = Vec::new();
    for day in days.iter().filter(|day| day.facts.kind == DayKind::Holiday) {
        for session in shown.iter().filter(|session| session.on_date == day.on && is_work(sources, session)) {
            let Some(one) = posted.iter().find(|one| session.worker() == Some(one.stint.id)) else { continue };
            let name = if day.facts.name.is_empty() { tr.paper_holiday() } else { &day.facts.name };
            let what = words::activity_words(sources, session, tr);
            at_work.push(tr.paper_held_on(&tr.month_day(day.on), name, tr.slot(session.slot), &one.name, &what));
        }
    }
    (!at_work.is_empty()).then(|| tr.paper_on_holiday(&at_work.join(tr.paper_clause())))
}
