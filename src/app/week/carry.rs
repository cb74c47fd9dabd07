//! 复制上周: what of the weeks before fits this week, and why the rest does not.
//!
//! Each day is filled from the latest day of its kind: a make-up day from the weekday it follows, and a workday that
//! was a holiday last week from the week before that.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::head::weekday_of;
use super::rows::absence;
use super::vm::{Absence, Records, WeekVm};
use crate::domain::{DayKind, Edit, Label, Session, SessionStatus, Slot, Week};

/// How far back a day of the same kind is looked for, in days.
const DAYS_BACK: u64 = 28;

/// What would come over from the weeks before.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Carry {
    /// The rows that come over, new and planned.
    pub rows: Vec<Session>,
    /// What does not come over, and why.
    pub left_out: Vec<LeftOut>,
    /// Days that are filled from another day than that of the week before: the day, and the one it follows.
    pub from_elsewhere: Vec<(NaiveDate, NaiveDate)>,
}

/// A session of the week before that does not come over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Whose and what: the name, the activity, the room.
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
        let mut by_day: BTreeMap<NaiveDate, Vec<&Session>> = BTreeMap::new();
        for session in &records.before {
            by_day.entry(session.on_date).or_default().push(session);
        }
        let taken: BTreeSet<_> = records
            .around
            .iter()
            .filter(|session| session.status != SessionStatus::Cancelled)
            .map(|session| (session.stint, session.on_date, session.slot))
            .collect();
        let mut carry = Self::default();
        let mut used = BTreeSet::new();
        for on in week.days() {
            let Some(source) = source_of(records, &by_day, week, on) else { continue };
            used.insert(source);
            let usual = week.previous().on(on.weekday());
            if source != usual && by_day.contains_key(&source) {
                carry.from_elsewhere.push((on, source));
            }
            for session in by_day.get(&source).into_iter().flatten() {
                let is_taken = taken.contains(&(session.stint, on, session.slot));
                carry.take(records, session, on, is_taken);
            }
        }
        for (usual, on) in week.previous().days().into_iter().zip(week.days()) {
            if !used.contains(&usual) {
                let unused = by_day.get(&usual).into_iter().flatten().filter(|session| records.is_work(session));
                unused.for_each(|session| carry.leave(records, session, on, unused_because(records, usual)));
            }
        }
        carry
    }

    /// Brings a session over, or says why not. A mark for a free half-day stays behind in silence.
    fn take(&mut self, records: &Records, session: &Session, on: NaiveDate, is_taken: bool) {
        let is_work = records.is_work(session);
        let why =
            if is_taken { Some(records.tr.schedule_left_filled().to_owned()) } else { obstacle(records, session, on) };
        match why {
            None if is_work || !records.calendar.facts(on).is_working() => self.rows.push(copy_of(session, on)),
            Some(why) if is_work => self.leave(records, session, on, why),
            None | Some(_) => {}
        }
    }

    fn leave(&mut self, records: &Records, session: &Session, on: NaiveDate, why: String) {
        self.left_out.push(LeftOut {
            what: format!("{} {}", records.stint_name(session.stint), records.line(session)),
            on,
            slot: session.slot,
            why,
        });
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

/// The latest day of the same kind, in weeks in which anything stands.
fn source_of(
    records: &Records,
    by_day: &BTreeMap<NaiveDate, Vec<&Session>>,
    week: Week,
    on: NaiveDate,
) -> Option<NaiveDate> {
    let kind = records.calendar.facts(on).kind;
    if kind == DayKind::Holiday {
        return Some(week.previous().on(on.weekday()));
    }
    let is_alike = |day: &NaiveDate| {
        let is_working = records.calendar.facts(on).is_working();
        let other = records.calendar.facts(*day);
        let is_same_kind = if is_working { other.is_working() } else { other.kind == DayKind::Weekend };
        is_same_kind && weekday_followed(records, *day) == weekday_followed(records, on)
    };
    let is_used = |day: &NaiveDate| Week::of(*day).days().iter().any(|day| by_day.contains_key(day));
    (1..=DAYS_BACK).filter_map(|back| week.monday().checked_sub_days(Days::new(back))).filter(is_alike).find(is_used)
}

/// The weekday whose clinics the day follows.
fn weekday_followed(records: &Records, on: NaiveDate) -> Weekday {
    let facts = records.calendar.facts(on);
    let decided = facts.acts_as_weekday.filter(|_| facts.kind == DayKind::MakeUp).and_then(weekday_of);
    decided.unwrap_or_else(|| on.weekday())
}

/// Why a day of the week before fills no day of this one.
fn unused_because(records: &Records, day: NaiveDate) -> String {
    let (tr, facts) = (records.tr, records.calendar.facts(day));
    match facts.kind {
        DayKind::Holiday => tr.schedule_left_holiday_duty(tr.festival(&facts.name)),
        DayKind::MakeUp => tr.schedule_left_make_up().to_owned(),
        DayKind::Workday | DayKind::Weekend => tr.schedule_left_no_such_day().to_owned(),
    }
}

/// Why the session does not fit the day.
fn obstacle(records: &Records, session: &Session, on: NaiveDate) -> Option<String> {
    let (tr, facts) = (records.tr, records.calendar.facts(on));
    if matches!(session.status, SessionStatus::Cancelled | SessionStatus::Extra | SessionStatus::Swapped) {
        return Some(tr.schedule_left_one_off(tr.session_status(session.status)));
    }
    let stint = records.stint(session.stint)?;
    match absence(records, stint, on, session.slot) {
        Some(Absence::OffPost) => Some(tr.schedule_off_post().to_owned()),
        Some(Absence::Leave(kind)) => Some(tr.leave_kind(kind).to_owned()),
        None if facts.kind == DayKind::Holiday && records.is_work(session) => {
            Some(tr.schedule_left_holiday(tr.festival(&facts.name)))
        }
        None => None,
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
