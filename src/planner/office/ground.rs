//! What is planned with: the records at one moment, the days, and what may be moved.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::domain::{Period, Registry, RuleBook, Session, Slot, StintId, Week, WorkCalendar};

/// A half-day of a stint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// Whose.
    pub stint: StintId,
    /// The day.
    pub on: NaiveDate,
    /// The half-day.
    pub slot: Slot,
}

impl Cell {
    /// Where a session stands.
    #[must_use]
    pub const fn of(session: &Session) -> Self {
        Self { stint: session.stint, on: session.on_date, slot: session.slot }
    }
}

/// Which of the sessions that stand may be moved. Past days, what was held and what the clerk has locked never move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Freedom {
    /// Free half-days are filled; only what has become impossible is planned anew.
    #[default]
    Fill,
    /// What is planned and not issued may move as well, at a price.
    Replan,
    /// What is issued may move too, at a price: the fewest changes that repair a plan.
    Repair,
}

/// The records of the office, and what is asked of the planner.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// Reference records.
    pub registry: &'a Registry,
    /// The work calendar.
    pub calendar: &'a WorkCalendar,
    /// The rules of the schedule.
    pub book: &'a RuleBook,
    /// Sessions from [`Ground::LOOKS_BACK`] days before the first week to the end of the last.
    pub sessions: &'a [Session],
    /// Half-days that the clerk has locked: what stands there stays, and nothing is put into an empty one.
    pub locked: &'a BTreeSet<Cell>,
    /// The days to plan.
    pub period: Period,
    /// Today: earlier days never change.
    pub today: NaiveDate,
    /// What may be moved.
    pub freedom: Freedom,
}

impl Ground<'_> {
    /// How many days before its first week a plan looks for habits.
    pub const LOOKS_BACK: u64 = 56;

    /// Whether anything may be put on the day.
    #[must_use]
    pub fn is_open(&self, on: NaiveDate) -> bool {
        self.period.contains(on) && on >= self.today
    }
}

/// The whole weeks that a period touches; days are counted from their first Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Horizon {
    first: NaiveDate,
    weeks: usize,
}

impl Horizon {
    /// Of a period.
    #[must_use]
    pub fn of(period: Period) -> Self {
        let first = Week::of(period.from()).monday();
        let days = Week::of(period.to()).monday().signed_duration_since(first).num_days();
        Self { first, weeks: usize::try_from(days / 7).unwrap_or(0) + 1 }
    }

    /// The first Monday.
    #[must_use]
    pub const fn first(self) -> NaiveDate {
        self.first
    }

    /// How many weeks.
    #[must_use]
    pub const fn weeks(self) -> usize {
        self.weeks
    }

    /// How many days.
    #[must_use]
    pub const fn days(self) -> usize {
        7 * self.weeks
    }

    /// The date of a day by number.
    #[must_use]
    pub fn on(self, day: usize) -> NaiveDate {
        self.first.checked_add_days(Days::new(day as u64)).unwrap_or(self.first)
    }

    /// The number of a date, where it lies within.
    #[must_use]
    pub fn day(self, on: NaiveDate) -> Option<usize> {
        usize::try_from(on.signed_duration_since(self.first).num_days()).ok().filter(|day| *day < self.days())
    }

    /// First and last day as a period.
    #[must_use]
    pub fn period(self) -> Period {
        Period::new(self.first, self.on(self.days() - 1)).unwrap_or_else(|| Period::day(self.first))
    }
}

/// Half-days by number, as duties count them: 0 morning, 1 afternoon; the night has none.
pub(super) const fn half_of(slot: Slot) -> Option<usize> {
    match slot {
        Slot::Am => Some(0),
        Slot::Pm => Some(1),
        Slot::Night => None,
    }
}

/// The half-day of a number.
pub(super) const fn slot_of(half: usize) -> Slot {
    if half == 0 { Slot::Am } else { Slot::Pm }
}
