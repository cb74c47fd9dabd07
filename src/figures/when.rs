//! Time in questions: periods with open ends, days, and the units that a series runs in.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::key::Grain;
use crate::domain::{Period, Week};

/// From a day to a day, both counted; either end may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bounds {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

/// What a period in a question says before it is known whose tenure it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskedPeriod {
    /// Plain days.
    Days(Bounds),
    /// The n-th quarter of a tenure, from 1.
    Tenure(u32),
}

/// The time of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// What lies in or touches these days.
    Period(Bounds),
    /// The state of a day.
    On(NaiveDate),
}

/// When a line of a ledger holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Without a date: it always counts.
    Always,
    /// On one of these days: one day, or all days of a month or a year where it is not known more exactly.
    Event(Period),
    /// From the first possible to the last possible day; open without one.
    Interval(NaiveDate, Option<NaiveDate>),
    /// From a day on, broken off on a day that nobody knows, by the planned one at the latest.
    Broken(NaiveDate, Option<NaiveDate>),
    /// A quantity of these days as a whole.
    Quantity(Period),
    /// From then on.
    Since(NaiveDate),
}

/// Whether a line counts in a question's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// Its days are cut by the period: it is left out and named.
    Cut,
}

impl Bounds {
    /// Whole days.
    #[must_use]
    pub const fn of(period: Period) -> Self {
        Self { from: Some(period.from()), to: Some(period.to()) }
    }

    /// Whether a day of the interval lies inside.
    #[must_use]
    pub fn touches(self, from: NaiveDate, to: Option<NaiveDate>) -> bool {
        self.to.is_none_or(|last| from <= last) && self.from.zip(to).is_none_or(|(first, to)| first <= to)
    }

    /// Whether the period lies wholly inside.
    #[must_use]
    pub fn holds(self, period: Period) -> bool {
        self.from.is_none_or(|from| from <= period.from()) && self.to.is_none_or(|to| period.to() <= to)
    }

    /// Whether the day lies inside.
    #[must_use]
    pub fn contains(self, on: NaiveDate) -> bool {
        self.holds(Period::day(on))
    }

    /// `2023-06-01..2023-06-30`, `..2023-06-30`.
    #[must_use]
    pub fn written(self) -> String {
        let day = |on: Option<NaiveDate>| on.map_or_else(String::new, |on| on.to_string());
        format!("{}..{}", day(self.from), day(self.to))
    }
}

impl Time {
    /// The last day that it looks at; `None` where it is open.
    #[must_use]
    pub const fn last(self) -> Option<NaiveDate> {
        match self {
            Self::Period(bounds) => bounds.to,
            Self::On(on) => Some(on),
        }
    }

    /// The days up to the day of `on`, or the days of the period.
    #[must_use]
    pub const fn bounds(self) -> Bounds {
        match self {
            Self::Period(bounds) => bounds,
            Self::On(on) => Bounds { from: None, to: Some(on) },
        }
    }
}

impl When {
    /// Whether it counts in that time.
    #[must_use]
    pub fn kept(self, time: Time) -> Kept {
        let yes = |holds: bool| if holds { Kept::Yes } else { Kept::No };
        match (self, time) {
            (Self::Always, _) => Kept::Yes,
            (Self::Event(days), Time::Period(bounds)) => yes(bounds.touches(days.from(), Some(days.to()))),
            (Self::Event(days), Time::On(on)) => yes(days.from() <= on),
            (Self::Interval(from, to) | Self::Broken(from, to), Time::Period(bounds)) => yes(bounds.touches(from, to)),
            (Self::Broken(..), Time::On(_)) => Kept::No,
            (Self::Interval(from, to), Time::On(on)) => yes(from <= on && to.is_none_or(|to| on <= to)),
            (Self::Since(from), _) => yes(time.last().is_none_or(|last| from <= last)),
            (Self::Quantity(days), _) => {
                let bounds = time.bounds();
                if bounds.holds(days) {
                    Kept::Yes
                } else if bounds.touches(days.from(), Some(days.to())) {
                    Kept::Cut
                } else {
                    Kept::No
                }
            }
        }
    }

    /// The first day it speaks of.
    #[must_use]
    pub const fn first(self) -> Option<NaiveDate> {
        match self {
            Self::Always => None,
            Self::Event(days) | Self::Quantity(days) => Some(days.from()),
            Self::Interval(from, _) | Self::Broken(from, _) | Self::Since(from) => Some(from),
        }
    }
}

/// A period as it is written in a question; `None` where it is not one.
#[must_use]
pub fn parse_period(text: &str) -> Option<AskedPeriod> {
    let text = text.trim();
    if let Some((from, to)) = text.split_once("..") {
        let from = if from.is_empty() { None } else { Some(parse_days(from)?.from()) };
        let to = if to.is_empty() { None } else { Some(parse_days(to)?.to()) };
        let is_forward = from.zip(to).is_none_or(|(from, to)| from <= to);
        return is_forward.then_some(AskedPeriod::Days(Bounds { from, to }));
    }
    if let Some(number) = text.strip_prefix('T') {
        return number.parse().ok().filter(|number| *number > 0).map(AskedPeriod::Tenure);
    }
    parse_days(text).map(|days| AskedPeriod::Days(Bounds::of(days)))
}

/// `2023` `2023H1` `2023Q2` `2023-06` `2023-06-23` `2024-W27`.
fn parse_days(text: &str) -> Option<Period> {
    let text = text.trim();
    if let Some(on) = parse_day(text) {
        return Some(Period::day(on));
    }
    if !text.is_ascii() || text.len() < 4 {
        return None;
    }
    let (year, rest) = text.split_at_checked(4)?;
    let year: i32 = Some(year).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok()?;
    match rest.split_at_checked(1) {
        None => months(year, 1, 12),
        Some(("H", half)) => {
            let half: u32 = half.parse().ok().filter(|half| (1..=2).contains(half))?;
            months(year, half * 6 - 5, 6)
        }
        Some(("Q", quarter)) => {
            let quarter: u32 = quarter.parse().ok().filter(|quarter| (1..=4).contains(quarter))?;
            months(year, quarter * 3 - 2, 3)
        }
        Some(("-", rest)) => match rest.strip_prefix('W') {
            Some(week) => NaiveDate::from_isoywd_opt(year, week.parse().ok()?, chrono::Weekday::Mon)
                .map(|monday| Week::of(monday).period()),
            None if rest.len() <= 2 => months(year, rest.parse().ok()?, 1),
            None => None,
        },
        Some(_) => None,
    }
}

/// A plain date.
#[must_use]
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    (text.len() == 10).then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()).flatten()
}

fn months(year: i32, month: u32, count: u32) -> Option<Period> {
    let from = NaiveDate::from_ymd_opt(year, month, 1)?;
    Period::new(from, from.checked_add_months(Months::new(count))?.pred_opt()?)
}

/// The n-th quarter (from 1) of a tenure that began on the day.
#[must_use]
pub fn tenure_quarter(start: NaiveDate, number: u32) -> Option<Period> {
    let months = number.checked_mul(3)?;
    let from = start.checked_add_months(Months::new(months.checked_sub(3)?))?;
    Period::new(from, start.checked_add_months(Months::new(months))?.pred_opt()?)
}

/// The units of a period with their names, in calendar order; the first and the last may be longer than the period.
#[must_use]
pub fn units(grain: Grain, days: Period, tenure: Option<NaiveDate>) -> Vec<(String, Period)> {
    let mut units = Vec::new();
    if grain == Grain::Tenure {
        let Some(start) = tenure else { return units };
        for number in 1.. {
            let Some(quarter) = tenure_quarter(start, number) else { break };
            if quarter.from() > days.to() {
                break;
            }
            if quarter.to() >= days.from() {
                units.push((format!("T{number}"), quarter));
            }
        }
        return units;
    }
    let mut day = days.from();
    while let Some((name, unit)) = unit_of(grain, day).filter(|(_, unit)| unit.from() <= days.to()) {
        let next = unit.to().checked_add_days(Days::new(1));
        units.push((name, unit));
        match next {
            Some(next) if next <= days.to() => day = next,
            _ => break,
        }
    }
    units
}

fn unit_of(grain: Grain, on: NaiveDate) -> Option<(String, Period)> {
    let (year, month) = (on.year(), on.month());
    Some(match grain {
        Grain::Day => (on.to_string(), Period::day(on)),
        Grain::Week => (format!("{}-W{:02}", on.iso_week().year(), on.iso_week().week()), Week::of(on).period()),
        Grain::Month => (format!("{year}-{month:02}"), months(year, month, 1)?),
        Grain::Quarter => {
            let quarter = month.div_ceil(3);
            (format!("{year}Q{quarter}"), months(year, quarter * 3 - 2, 3)?)
        }
        Grain::Half => {
            let half = month.div_ceil(6);
            (format!("{year}H{half}"), months(year, half * 6 - 5, 6)?)
        }
        Grain::Year => (year.to_string(), months(year, 1, 12)?),
        Grain::Tenure => return None,
    })
}
