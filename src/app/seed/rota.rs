//! The dated sessions of generated data, week by week.

use chrono::{Days, NaiveDate};
use fastrand::Rng;

use super::Size;
use super::cast::{Cast, Expert, HALF_DAYS_OF_A_WEEK, WEEKS_OF_A_STINT};
use crate::domain::{DayKind, Edit, Session, SessionId, SessionStatus, Slot, Week, WorkCalendar};

/// One session in so many is cancelled for no planned reason.
const CANCELLED_ONE_IN: u32 = 200;

/// Makes sessions on demand, in order of date.
pub(super) struct Rota {
    cast: Cast,
    size: Size,
    calendar: WorkCalendar,
    chance: Rng,
    week: usize,
    made: usize,
    waiting: std::vec::IntoIter<Session>,
}

impl Rota {
    pub fn new(cast: Cast, size: Size, calendar: WorkCalendar, chance: Rng) -> Self {
        Self { cast, size, calendar, chance, week: 0, made: 0, waiting: Vec::new().into_iter() }
    }

    /// The next sessions, at most so many; fewer only at the end.
    pub fn take(&mut self, count: usize) -> Vec<Edit> {
        let mut edits = Vec::new();
        while edits.len() < count && self.made < self.size.sessions {
            if let Some(session) = self.waiting.next() {
                self.made += 1;
                edits.push(Edit::put(session));
            } else if self.week < self.size.weeks {
                self.waiting = self.sessions_of_the_week().into_iter();
                self.week += 1;
            } else {
                break;
            }
        }
        edits
    }

    fn sessions_of_the_week(&mut self) -> Vec<Session> {
        let ahead = Days::new(7 * u64::try_from(self.week).unwrap_or_default());
        let monday = self.size.first.monday();
        let days = Week::of(monday.checked_add_days(ahead).unwrap_or(monday)).days();
        let mut sessions = Vec::new();
        for (day, on) in days.into_iter().take(HALF_DAYS_OF_A_WEEK / 2).enumerate() {
            for (half, slot) in [Slot::Am, Slot::Pm].into_iter().enumerate() {
                let experts = std::mem::take(&mut self.cast.experts);
                sessions.extend(experts.iter().filter_map(|expert| self.session(expert, day * 2 + half, on, slot)));
                self.cast.experts = experts;
            }
        }
        let [.., saturday, _] = days;
        sessions.extend(self.cast.experts.iter().filter_map(|expert| self.rest(expert, saturday, Slot::Am)));
        sessions
    }

    fn session(&mut self, expert: &Expert, half_day: usize, on: NaiveDate, slot: Slot) -> Option<Session> {
        if self.calendar.facts(on).kind == DayKind::Holiday {
            return self.rest(expert, on, slot);
        }
        let year = self.week / WEEKS_OF_A_STINT;
        let work = expert.week.get(half_day)?;
        let is_away = expert.leave.iter().any(|(from, to)| *from <= on && on <= *to);
        let is_cancelled = is_away || self.chance.u32(..CANCELLED_ONE_IN) == 0;
        let town = (work.activity == self.cast.tour).then(|| self.chance.choice(&self.cast.towns)).flatten();
        Some(Session {
            activity: work.activity,
            inst: town.copied().unwrap_or(self.cast.host),
            dept: town.is_none().then_some(expert.dept),
            room: work.room.clone(),
            status: if is_cancelled { SessionStatus::Cancelled } else { self.status(on) },
            reason: if is_cancelled { self.chance.choice(&self.cast.reasons).cloned()? } else { String::new() },
            from_template: work.templates.get(year).copied(),
            ..self.rest(expert, on, slot)?
        })
    }

    fn rest(&self, expert: &Expert, on_date: NaiveDate, slot: Slot) -> Option<Session> {
        Some(Session {
            id: SessionId::NEW,
            on_date,
            slot,
            stint: *expert.stints.get(self.week / WEEKS_OF_A_STINT)?,
            activity: self.cast.rest,
            further: Vec::new(),
            topic: String::new(),
            inst: self.cast.host,
            dept: Some(expert.dept),
            room: String::new(),
            status: self.status(on_date),
            substitute_stint: None,
            reason: String::new(),
            from_template: None,
        })
    }

    /// Past days are done, this week is published, the next is planned.
    fn status(&self, on: NaiveDate) -> SessionStatus {
        if on < self.size.today {
            SessionStatus::Done
        } else if Week::of(on) <= Week::of(self.size.today) {
            SessionStatus::Published
        } else {
            SessionStatus::Planned
        }
    }
}
