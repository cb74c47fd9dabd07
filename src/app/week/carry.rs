//! 复制上周: what of the week before fits this week, and why the rest does not.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::head::weekday_of;
use super::rows::absence;
use super::vm::{Absence, Records, WeekVm};
use crate::domain::{DayKind, Edit, Label, Session, SessionStatus, Slot, Week};

/// What would come over from the week before.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Carry {
    /// The rows that come over, new and planned.
    pub rows: Vec<Session>,
    /// What does not come over, and why.
    pub left_out: Vec<LeftOut>,
}

/// A session of the week before that does not come over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Whose and what: 邹龙 坐诊 门诊203.
    pub what: String,
    /// The half-day that it would have filled.
    pub on: NaiveDate,
    /// The half-day of it.
    pub slot: Slot,
    /// Why it stays behind.
    pub why: String,
}

impl Carry {
    pub(super) fn plan(records: &Records, week: Week) -> Self {
        let taken: BTreeSet<_> = records
            .around
            .iter()
            .filter(|session| session.status != SessionStatus::Cancelled)
            .map(|session| (session.stint, session.on_date, session.slot))
            .collect();
        let mut carry = Self::default();
        for on in week.days() {
            for session in sources(records, week, on) {
                let why = if taken.contains(&(session.stint, on, session.slot)) {
                    Some(records.tr.schedule_left_filled().to_owned())
                } else {
                    obstacle(records, session, on)
                };
                match why {
                    Some(why) => carry.left_out.push(LeftOut {
                        what: format!("{} {}", records.stint_name(session.stint), records.line(session)),
                        on,
                        slot: session.slot,
                        why,
                    }),
                    None => carry.rows.push(copy_of(session, on)),
                }
            }
        }
        carry
    }
}

impl WeekVm {
    /// Fills the week from the week before; `None` where nothing would come over.
    #[must_use]
    pub fn carry_over(&self) -> Option<Edit> {
        let rows = &self.carry.rows;
        let label = Label::WeekCopied { to: self.week.monday(), count: rows.len() };
        (!rows.is_empty()).then(|| Edit::Many { label, edits: rows.iter().cloned().map(Edit::put).collect() })
    }
}

/// The sessions of the day before that a day is filled from: a make-up day follows its weekday.
fn sources(records: &Records, week: Week, on: NaiveDate) -> impl Iterator<Item = &Session> {
    let facts = records.calendar.facts(on);
    let follows = facts.acts_as_weekday.filter(|_| facts.kind == DayKind::MakeUp).and_then(weekday_of);
    let source = week.previous().on(follows.unwrap_or(on.weekday()));
    records.before.iter().filter(move |session| session.on_date == source)
}

/// Why the session does not fit the day.
fn obstacle(records: &Records, session: &Session, on: NaiveDate) -> Option<String> {
    let (tr, facts) = (records.tr, records.calendar.facts(on));
    let source = records.calendar.facts(session.on_date);
    if matches!(session.status, SessionStatus::Cancelled | SessionStatus::Extra | SessionStatus::Swapped) {
        return Some(tr.schedule_left_one_off(tr.session_status(session.status)));
    }
    let stint = records.stint(session.stint)?;
    match absence(records, stint, on, session.slot) {
        Some(Absence::OffPost) => return Some(tr.schedule_off_post().to_owned()),
        Some(Absence::Leave(kind)) => return Some(tr.leave_kind(kind).to_owned()),
        None => {}
    }
    if !records.is_work(session) {
        return (facts.is_working()).then(|| tr.schedule_left_workday().to_owned());
    }
    match (facts.kind, source.kind) {
        (DayKind::Holiday, _) => Some(tr.schedule_left_holiday(&facts.name)),
        (DayKind::Weekend, DayKind::MakeUp) => Some(tr.schedule_left_make_up().to_owned()),
        (_, DayKind::Holiday) => Some(tr.schedule_left_holiday_duty(&source.name)),
        _ => None,
    }
}

/// The same for another day: planned, with nothing of what happened to it.
fn copy_of(session: &Session, on: NaiveDate) -> Session {
    Session {
        id: crate::domain::Id::NEW,
        on_date: on,
        status: SessionStatus::Planned,
        substitute_stint: None,
        reason: String::new(),
        ..session.clone()
    }
}
