//! A month by person: a letter for each half-day, and what everybody has done, side by side.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::app::week::{Narrowing, session_line};
use crate::app::{Failure, Office};
use crate::domain::{
    BatchId, DayKind, DepartmentId, Leave, Registry, Session, SessionStatus, Slot, Stint, StintId, WorkCalendar,
    Workload, workloads,
};
use crate::i18n::Tr;
use crate::report::month_of;

/// A half-day of the month.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MonthCell {
    /// The letter of its activity, empty for nothing.
    pub letter: String,
    /// Its hue, absent for an empty cell and a rest mark.
    pub hue: Option<u8>,
    /// Whether nobody is expected.
    pub is_off: bool,
    /// Whether all of it was cancelled.
    pub is_struck: bool,
    /// What stands there.
    pub sessions: Vec<Session>,
    /// What a screen reader says.
    pub spoken: String,
}

/// A person of the month.
#[derive(Debug, Clone, PartialEq)]
pub struct MonthRow {
    /// The stint.
    pub stint: StintId,
    /// The name.
    pub name: String,
    /// The department at the host.
    pub dept: String,
    /// The same by its key.
    pub dept_id: Option<DepartmentId>,
    /// The batch.
    pub batch: Option<BatchId>,
    /// Two half-days a day: morning, afternoon.
    pub cells: Vec<MonthCell>,
    /// Half-days of work, of on-call and of tours, and half-days of work for each ten half-days on post.
    pub counts: [String; 4],
    /// How far the share is from that of everybody: above 0 more work than others.
    pub balance: f32,
}

/// The picture of a month.
#[derive(Debug, Clone, PartialEq)]
pub struct MonthVm {
    /// Its first day.
    pub first: NaiveDate,
    /// Day of the month, weekday, kind, mark, whether it is today.
    pub days: Vec<(NaiveDate, String, DayKind, bool)>,
    /// The people.
    pub rows: Vec<MonthRow>,
    /// What it can be narrowed to.
    pub narrowing: Narrowing,
}

impl MonthVm {
    /// Reads the month that holds the day.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn load(office: &Office, on: NaiveDate, tr: Tr) -> Result<Self, Failure> {
        let month = month_of(on);
        let sessions = office.sessions(month)?;
        let (registry, calendar, today) = (office.registry(), office.calendar(), office.clock().today());
        let mut filling = Filling::default();
        for session in &sessions {
            filling.planned.entry((session.stint, session.on_date, session.slot)).or_default().push(session);
            if let Some(worker) = session.worker().filter(|worker| *worker != session.stint) {
                filling.covered.insert((worker, session.on_date, session.slot), session);
            }
        }
        let days: Vec<NaiveDate> = month.days().collect();
        let busy: BTreeSet<StintId> =
            filling.planned.keys().chain(filling.covered.keys()).map(|(stint, ..)| *stint).collect();
        let is_shown = |stint: &&Stint| stint.touches(month) || busy.contains(&stint.id);
        let mut shown: Vec<&Stint> = registry.stints.values().filter(is_shown).collect();
        shown.sort_by_key(|stint| {
            (registry.people.get(&stint.person).map_or(i64::MAX, |person| person.sort), stint.person, stint.id)
        });
        let narrowing = Narrowing::of(registry, tr, shown.iter().copied(), sessions.iter());
        let loads = workloads(&sessions, registry);
        let row = |stint: &Stint| {
            let leave = registry.leave.values().filter(|leave| leave.person == stint.person).collect();
            let load = loads.get(&stint.id).copied().unwrap_or_default();
            Maker { registry, calendar, tr, stint, leave, filling: &filling }.row(&days, load)
        };
        let (mut rows, shares): (Vec<_>, Vec<_>) = shown.into_iter().map(row).unzip();
        balance(&mut rows, &shares);
        let head = |on: &NaiveDate| {
            let kind = calendar.facts(*on).kind;
            let mark = match kind {
                DayKind::Holiday => tr.schedule_day_off(),
                DayKind::MakeUp => tr.schedule_day_on(),
                DayKind::Workday | DayKind::Weekend => "",
            };
            (*on, format!("{}{mark}", tr.paper_weekday_mark(*on)), kind, *on == today)
        };
        Ok(Self { first: month.from(), days: days.iter().map(head).collect(), rows, narrowing })
    }
}

/// Half-days of work for each ten half-days on post, one decimal.
fn share(work: usize, present: usize) -> String {
    if present == 0 {
        return String::new();
    }
    let tenths = work * 100 / present;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// How far each share, work of half-days on post, is from that of all together.
fn balance(rows: &mut [MonthRow], shares: &[(usize, usize)]) {
    #[expect(clippy::cast_precision_loss, reason = "half-days of a month, for a bar on the screen")]
    let ratio = |work: usize, present: usize| if present == 0 { 0.0 } else { work as f32 / present as f32 };
    let all = ratio(shares.iter().map(|(work, _)| work).sum(), shares.iter().map(|(_, present)| present).sum());
    for (row, (work, present)) in rows.iter_mut().zip(shares) {
        row.balance = if *present == 0 { 0.0 } else { ratio(*work, *present) - all };
    }
}

/// A half-day of an expert.
type HalfDay = (StintId, NaiveDate, Slot);

/// What stands in the half-days of the month.
#[derive(Default)]
struct Filling<'a> {
    planned: BTreeMap<HalfDay, Vec<&'a Session>>,
    /// What is done for somebody else, by the half-day of the stand-in.
    covered: BTreeMap<HalfDay, &'a Session>,
}

/// Makes the row of a person.
struct Maker<'a> {
    registry: &'a Registry,
    calendar: &'a WorkCalendar,
    tr: Tr,
    stint: &'a Stint,
    leave: Vec<&'a Leave>,
    filling: &'a Filling<'a>,
}

impl Maker<'_> {
    /// The row, with the half-days of work and those on post.
    fn row(&self, days: &[NaiveDate], load: Workload) -> (MonthRow, (usize, usize)) {
        let (registry, stint) = (self.registry, self.stint);
        let mut present = 0;
        let mut cells = Vec::with_capacity(2 * days.len());
        for on in days {
            let is_working = self.calendar.facts(*on).is_working();
            for slot in [Slot::Am, Slot::Pm] {
                let key = (stint.id, *on, slot);
                let there = self.filling.planned.get(&key).map_or(&[][..], Vec::as_slice);
                let cell = match self.filling.covered.get(&key).filter(|_| there.is_empty()) {
                    Some(session) => self.covering(session),
                    None => self.cell(*on, slot, there),
                };
                present += usize::from(is_working && !cell.is_off);
                cells.push(cell);
            }
        }
        let dept = stint.host_dept.and_then(|id| registry.departments.get(&id));
        let counts = [load.sessions, load.duty, load.tours].map(|count| count.to_string());
        let [sessions, duty, tours] = counts;
        let row = MonthRow {
            stint: stint.id,
            name: registry.people.get(&stint.person).map(|person| person.name.clone()).unwrap_or_default(),
            dept: dept.map(|dept| dept.name.clone()).unwrap_or_default(),
            dept_id: stint.host_dept,
            batch: stint.batch,
            cells,
            counts: [sessions, duty, tours, share(load.sessions, present)],
            balance: 0.0,
        };
        (row, (load.sessions, present))
    }

    /// A half-day in which the expert stands in for somebody else; the session stands in the other's row.
    fn covering(&self, session: &Session) -> MonthCell {
        let name = |stint| self.registry.person_of(stint).map_or("", |person| person.name.as_str());
        let what = session_line(session, self.registry, self.tr);
        let covers = self.tr.schedule_covers(name(session.stint), &what);
        let activity = self.registry.activities.get(&session.activity);
        MonthCell {
            letter: activity.map(|activity| activity.letter.clone()).unwrap_or_default(),
            spoken: format!("{} {} {covers}", name(self.stint.id), self.tr.half_day(session.on_date, session.slot)),
            ..MonthCell::default()
        }
    }

    fn cell(&self, on: NaiveDate, slot: Slot, there: &[&Session]) -> MonthCell {
        let held: Vec<_> = there
            .iter()
            .filter(|session| session.status != SessionStatus::Cancelled)
            .filter_map(|session| self.registry.activities.get(&session.activity))
            .collect();
        let work = held.iter().find(|activity| activity.is_work);
        let is_away = self.leave.iter().any(|leave| leave.covers(on, slot));
        let is_struck = held.is_empty() && !there.is_empty();
        let first = there.first().and_then(|session| self.registry.activities.get(&session.activity));
        let what = match work.copied().or(first) {
            Some(activity) => self.tr.name_of(activity).to_owned(),
            None => self.tr.schedule_nothing().to_owned(),
        };
        let person = self.registry.people.get(&self.stint.person).map_or("", |person| person.name.as_str());
        MonthCell {
            letter: work.copied().or(first).map(|activity| activity.letter.clone()).unwrap_or_default(),
            hue: work.map(|activity| activity.hue % 10),
            is_off: !self.stint.runs_on(on) || is_away,
            is_struck,
            sessions: there.iter().map(|session| (*session).clone()).collect(),
            spoken: format!("{person} {} {what}", self.tr.half_day(on, slot)),
        }
    }
}

impl MonthVm {
    /// The month before or after, by its first day.
    #[must_use]
    pub fn label(&self, tr: Tr) -> String {
        tr.paper_span(month_of(self.first))
    }

    /// The number of days.
    #[must_use]
    pub fn len(&self) -> usize {
        self.days.len()
    }

    /// Whether nobody is on post.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The year and the month.
    #[must_use]
    pub fn number(&self) -> (i32, u32) {
        (self.first.year(), self.first.month())
    }
}
