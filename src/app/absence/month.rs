//! The picture of a month of absences.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::span::{AwaySpan, half_days};
use crate::app::{Failure, Office};
use crate::domain::{
    DayKind, Leave, NameBook, Period, PersonId, Registry, Session, SessionStatus, Slot, Stint, StintId, WorkCalendar,
};
use crate::i18n::Tr;
use crate::report::month_of;

/// A day of the month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwayDay {
    /// Which.
    pub on: NaiveDate,
    /// 一 … 日.
    pub weekday: &'static str,
    /// Workday, weekend, holiday or make-up day.
    pub kind: DayKind,
    /// 休 or 班, empty for an ordinary day.
    pub mark: &'static str,
    /// What a screen reader says: date, kind, festival, how many are away.
    pub spoken: String,
    /// Whether it is today.
    pub is_today: bool,
    /// How many people are away at some time of it.
    pub away: usize,
}

/// A half-day of a person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AwayHalf {
    /// The letter of the session then, empty for none.
    pub letter: String,
    /// What the session is, in words.
    pub session: String,
    /// Whether the session stands although the person is away.
    pub is_clash: bool,
    /// Whether the person is not posted then.
    pub is_off: bool,
}

/// A person of the month.
#[derive(Debug, Clone, PartialEq)]
pub struct AwayRow {
    /// Who.
    pub person: PersonId,
    /// The stint that runs in the month, absent for own staff.
    pub stint: Option<StintId>,
    /// The name, told apart from namesakes.
    pub name: String,
    /// The department.
    pub dept: String,
    /// Two half-days a day: morning, afternoon.
    pub halves: Vec<AwayHalf>,
    /// Absences, in order.
    pub spans: Vec<AwaySpan>,
    /// Days away in the month, in words; empty for none.
    pub total: String,
}

/// The picture of a month.
#[derive(Debug, Clone)]
pub struct AwayMonth {
    /// Its days.
    pub days: Vec<AwayDay>,
    /// The people, by the order of the office.
    pub rows: Vec<AwayRow>,
    /// The records it was made from.
    pub registry: Arc<Registry>,
    /// The work calendar.
    pub calendar: Arc<WorkCalendar>,
    /// The month.
    pub month: Period,
    /// Today.
    pub today: NaiveDate,
}

/// What the rows are made from.
struct Maker<'a> {
    registry: &'a Registry,
    names: NameBook,
    by_stint: BTreeMap<StintId, Vec<&'a Session>>,
    month: Period,
    tr: Tr,
}

impl AwayMonth {
    /// Reads the month that holds the day.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn load(office: &Office, on: NaiveDate, tr: Tr) -> Result<Arc<Self>, Failure> {
        let month = month_of(on);
        let sessions = office.sessions(month)?;
        let registry = Arc::clone(office.registry());
        let mut by_stint: BTreeMap<StintId, Vec<&Session>> = BTreeMap::new();
        for session in &sessions {
            by_stint.entry(session.stint).or_default().push(session);
        }
        let maker = Maker { registry: &registry, names: NameBook::new(&registry), by_stint, month, tr };
        let rows = maker.rows();
        let calendar = Arc::clone(office.calendar());
        let today = office.clock().today();
        let days = days(month, &rows, &calendar, today, tr);
        Ok(Arc::new(Self { days, rows, registry, calendar, month, today }))
    }

    /// The day and half-day at a place.
    #[must_use]
    pub fn half_at(&self, place: usize) -> Option<(NaiveDate, Slot)> {
        let day = self.days.get(place / 2)?;
        Some((day.on, if place.is_multiple_of(2) { Slot::Am } else { Slot::Pm }))
    }

    /// The absence of a row at a place.
    #[must_use]
    pub fn span_at(&self, row: usize, place: usize) -> Option<&AwaySpan> {
        self.rows.get(row)?.spans.iter().find(|span| span.from <= place && place <= span.to)
    }

    /// The row and the place of the first half-day in the month of an absence.
    #[must_use]
    pub fn find(&self, leave: crate::domain::LeaveId) -> Option<(usize, usize)> {
        let mut rows = self.rows.iter().enumerate();
        rows.find_map(|(row, one)| Some((row, one.spans.iter().find(|span| span.leave == leave)?.from)))
    }

    /// What a screen reader says of a half-day of a row.
    #[must_use]
    pub fn spoken(&self, row: usize, place: usize, tr: Tr) -> String {
        let (Some(one), Some((on, slot))) = (self.rows.get(row), self.half_at(place)) else { return String::new() };
        let half = one.halves.get(place);
        let away = self.span_at(row, place).map_or("", |span| span.words.as_str());
        let session = half.map_or("", |half| half.session.as_str());
        let off = half.filter(|half| half.is_off).map_or("", |_| tr.away_off_post());
        let clash = half.filter(|half| half.is_clash).map_or("", |_| tr.away_clash());
        let when = tr.half_day(on, slot);
        let parts = [one.name.as_str(), &when, away, session, clash, off];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

impl Maker<'_> {
    /// Whoever is posted in the month, and whoever else is away in it.
    fn rows(&self) -> Vec<AwayRow> {
        let mut posted: BTreeMap<PersonId, &Stint> = BTreeMap::new();
        for stint in self.registry.stints.values().filter(|stint| stint.touches(self.month)) {
            let newer = posted.get(&stint.person).is_none_or(|known| known.first_day() < stint.first_day());
            if newer {
                posted.insert(stint.person, stint);
            }
        }
        let mut by_person: BTreeMap<PersonId, Vec<&Leave>> = BTreeMap::new();
        for leave in self.registry.leave.values() {
            let is_inside = leave.from_on <= self.month.to() && self.month.from() <= leave.to_on;
            if is_inside {
                by_person.entry(leave.person).or_default().push(leave);
            }
        }
        let everybody: BTreeSet<PersonId> = posted.keys().chain(by_person.keys()).copied().collect();
        let mut people: Vec<_> = everybody.into_iter().filter_map(|id| self.registry.people.get(&id)).collect();
        people.sort_by_key(|person| (!posted.contains_key(&person.id), person.sort, person.id));
        let none = Vec::new();
        people
            .into_iter()
            .map(|person| {
                let stint = posted.get(&person.id).copied();
                self.row(person.id, self.names.name(person), stint, by_person.get(&person.id).unwrap_or(&none))
            })
            .collect()
    }

    fn row(&self, person: PersonId, name: &str, stint: Option<&Stint>, leave: &[&Leave]) -> AwayRow {
        let own = self.registry.people.get(&person).and_then(|person| person.dept);
        let dept = stint.and_then(|stint| stint.host_dept).or(own).and_then(|id| self.registry.departments.get(&id));
        let mut halves = Vec::new();
        for on in self.month.days() {
            for slot in [Slot::Am, Slot::Pm] {
                halves.push(self.half(stint, leave, on, slot));
            }
        }
        let mut spans: Vec<AwaySpan> =
            leave.iter().filter_map(|leave| AwaySpan::of(leave, name, self.month, self.tr)).collect();
        spans.sort_by_key(|span| (span.from, span.leave));
        for span in &mut spans {
            let covered = halves.get(span.from..=span.to).unwrap_or_default();
            span.clashes = covered.iter().filter(|half| half.is_clash).count();
            if span.clashes > 0 {
                span.spoken = format!("{} {}", span.spoken, self.tr.away_clashes(span.clashes));
            }
        }
        // What lies outside the month is not of this month.
        let inside: i64 = spans.iter().map(|span| i64::try_from(span.to - span.from + 1).unwrap_or_default()).sum();
        let whole = leave.iter().all(|leave| half_days(leave) > 0);
        let total = if inside > 0 && whole { self.tr.away_days(inside / 2, inside % 2 == 1) } else { String::new() };
        AwayRow {
            person,
            stint: stint.map(|stint| stint.id),
            name: name.to_owned(),
            dept: dept.map(|dept| dept.name.clone()).unwrap_or_default(),
            halves,
            spans,
            total,
        }
    }

    fn half(&self, stint: Option<&Stint>, leave: &[&Leave], on: NaiveDate, slot: Slot) -> AwayHalf {
        let Some(stint) = stint else { return AwayHalf::default() };
        let own = self.by_stint.get(&stint.id).map_or(&[][..], Vec::as_slice);
        let work = own.iter().filter(|session| session.on_date == on && session.slot == slot).find(|session| {
            let activity = self.registry.activities.get(&session.activity);
            session.status != SessionStatus::Cancelled && activity.is_none_or(|activity| activity.is_work)
        });
        let letter = work.and_then(|session| self.registry.activities.get(&session.activity));
        let is_away = leave.iter().any(|leave| leave.covers(on, slot));
        // One that was handed over or is already held is settled.
        let is_open = work.is_some_and(|session| {
            !matches!(session.status, SessionStatus::Substituted | SessionStatus::Done | SessionStatus::Cancelled)
        });
        AwayHalf {
            letter: letter.map(|activity| activity.letter.clone()).unwrap_or_default(),
            session: work
                .map(|session| crate::app::week::session_line(session, self.registry, self.tr))
                .unwrap_or_default(),
            is_clash: is_away && is_open,
            is_off: !stint.runs_on(on),
        }
    }
}

fn days(month: Period, rows: &[AwayRow], calendar: &WorkCalendar, today: NaiveDate, tr: Tr) -> Vec<AwayDay> {
    let day = |(place, on): (usize, NaiveDate)| {
        let facts = calendar.facts(on);
        let is_away = |row: &&AwayRow| row.spans.iter().any(|span| span.from <= place * 2 + 1 && place * 2 <= span.to);
        let away = rows.iter().filter(is_away).count();
        let mark = match facts.kind {
            DayKind::Holiday => tr.schedule_day_off(),
            DayKind::MakeUp => tr.schedule_day_on(),
            DayKind::Workday | DayKind::Weekend => "",
        };
        let told = if away > 0 { tr.away_people(away) } else { String::new() };
        let (date, weekday) = (tr.month_day(on), tr.weekday(on.weekday()));
        let parts = [date.as_str(), weekday, tr.day_kind(facts.kind), tr.festival(&facts.name), &told];
        AwayDay {
            on,
            weekday: tr.paper_weekday_mark(on),
            kind: facts.kind,
            mark,
            spoken: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
            is_today: on == today,
            away,
        }
    };
    month.days().enumerate().map(day).collect()
}
