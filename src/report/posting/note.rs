//! What a patient must know beside the hours: closed days, cancelled clinics, whom to ask, how long it holds.

use chrono::NaiveDate;

use super::super::posted::Posted;
use super::super::request::DocumentRequest;
use super::super::sources::Sources;
use super::{is_clinic, is_held_clinic, name_of};
use crate::domain::{DayKind, Period, Session, SessionStatus};
use crate::i18n::Tr;

pub(super) fn notes(sources: &Sources<'_>, request: &DocumentRequest, posted: &[Posted<'_>], tr: Tr) -> Vec<String> {
    let shown: Vec<&Session> = sources
        .sessions_in(request.period)
        .filter(|session| posted.iter().any(|one| one.stint.id == session.stint))
        .collect();
    let held: Vec<&Session> = shown.iter().copied().filter(|session| is_held_clinic(sources, session)).collect();
    let mut notes = holidays(sources, request.period, &held, posted, tr);
    notes.extend(make_up_days(sources, request.period, &held, tr));
    let cancelled: Vec<_> = shown
        .iter()
        .filter(|session| session.status == SessionStatus::Cancelled && is_clinic(sources, session))
        .map(|session| said(sources, session, posted, tr))
        .collect();
    if !cancelled.is_empty() {
        notes.push(tr.paper_clinic_cancelled(&cancelled.join(tr.paper_clause())));
    }
    let phone = sources.registry.setting("hotline").filter(|phone| !phone.is_empty());
    let foot = [
        phone.map_or_else(|| tr.paper_ask_blank().to_owned(), |phone| tr.paper_ask(phone)),
        tr.paper_valid(&tr.paper_days(request.period)),
        tr.paper_may_change().to_owned(),
    ];
    notes.extend(sources.calendar_note(request, tr));
    notes.push(foot.join(tr.paper_dot()));
    notes
}

/// 6月22日—24日端午节停诊, with the clinics that are held all the same.
fn holidays(sources: &Sources<'_>, period: Period, held: &[&Session], posted: &[Posted<'_>], tr: Tr) -> Vec<String> {
    let days: Vec<(NaiveDate, String)> = period
        .days()
        .map(|day| (day, sources.calendar.facts(day)))
        .filter(|(_, facts)| facts.kind == DayKind::Holiday)
        .map(|(day, facts)| (day, facts.name.clone()))
        .collect();
    let together =
        |one: &(NaiveDate, String), next: &(NaiveDate, String)| one.0.succ_opt() == Some(next.0) && one.1 == next.1;
    let mut notes = Vec::new();
    for run in days.chunk_by(together) {
        let (Some((first, name)), Some((last, _))) = (run.first(), run.last()) else { continue };
        let Some(run) = Period::new(*first, *last) else { continue };
        let name = if name.is_empty() { tr.paper_holiday() } else { name };
        let open: Vec<_> = held
            .iter()
            .filter(|session| run.contains(session.on_date))
            .map(|session| said(sources, session, posted, tr))
            .collect();
        notes.push(if open.is_empty() {
            tr.paper_holiday_closed(&tr.paper_days(run), name)
        } else {
            tr.paper_holiday_except(&tr.paper_days(run), name, &open.join(tr.paper_list_comma()))
        });
    }
    notes
}

fn make_up_days(sources: &Sources<'_>, period: Period, held: &[&Session], tr: Tr) -> Vec<String> {
    period
        .days()
        .filter(|day| sources.calendar.facts(*day).kind == DayKind::MakeUp)
        .filter(|day| held.iter().any(|session| session.on_date == *day))
        .map(|day| tr.paper_make_up_open(&tr.paper_dated(day)))
        .collect()
}

/// 6月23日 周五上午邹龙.
fn said(sources: &Sources<'_>, session: &Session, posted: &[Posted<'_>], tr: Tr) -> String {
    let person = sources.registry.person_of(session.stint).map(|person| person.id);
    let name = person.and_then(|id| name_of(posted, id)).unwrap_or_default();
    tr.paper_who_when(&tr.half_day(session.on_date, session.slot), name)
}
