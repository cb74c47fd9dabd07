//! The periods of an obligation: fortnights and tenure quarters from their anchor, the others by the calendar.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::domain::codes::Cycle;
use crate::domain::date::Period;
use crate::domain::records::Obligation;

/// One period of an obligation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DutyPeriod {
    /// Its number: within the year of its last day, for tenure quarters since the anchor.
    pub no: u32,
    /// Its days.
    pub period: Period,
}

/// Periods of the obligation whose last day lies inside `within`, in order. Nothing before the period that holds the
/// anchor, nothing beyond the number of periods or the last day that the obligation names.
#[must_use]
pub fn duty_periods(duty: &Obligation, within: Period) -> Vec<DutyPeriod> {
    let limit = duty.period_limit.map_or(usize::MAX, |limit| usize::try_from(limit).unwrap_or(usize::MAX));
    let mut in_year = (i32::MIN, 0);
    (0..)
        .map_while(|index| nth(duty.cycle, duty.anchor_on, index))
        .take(limit)
        .take_while(|period| period.to() <= within.to() && duty.until_on.is_none_or(|until| period.to() <= until))
        .enumerate()
        .map(|(index, period)| {
            let year = period.to().year();
            in_year = if in_year.0 == year { (year, in_year.1 + 1) } else { (year, 1) };
            DutyPeriod { no: number(duty.cycle, index, in_year.1, period), period }
        })
        .filter(|duty_period| within.contains(duty_period.period.to()))
        .collect()
}

/// The number by which the office calls a period.
fn number(cycle: Cycle, index: usize, in_year: u32, period: Period) -> u32 {
    let month = period.to().month();
    match cycle {
        Cycle::Weekly | Cycle::Fortnightly => in_year,
        Cycle::HalfMonthly => month * 2 - u32::from(period.to().day() <= 15),
        Cycle::Monthly => month,
        Cycle::Quarterly => month.div_ceil(3),
        Cycle::HalfYearly => month.div_ceil(6),
        Cycle::Yearly => 1,
        Cycle::TenureQuarterly => u32::try_from(index + 1).unwrap_or(u32::MAX),
    }
}

/// The period after `index` others.
fn nth(cycle: Cycle, anchor: NaiveDate, index: u32) -> Option<Period> {
    match cycle {
        Cycle::Weekly => of_days(anchor, 7, index),
        Cycle::Fortnightly => of_days(anchor, 14, index),
        Cycle::HalfMonthly => half_month(anchor, index),
        Cycle::Monthly => of_months(anchor, 1, index),
        Cycle::Quarterly => of_months(anchor, 3, index),
        Cycle::HalfYearly => of_months(anchor, 6, index),
        Cycle::Yearly => of_months(anchor, 12, index),
        Cycle::TenureQuarterly => spanning(anchor, 3, index),
    }
}

fn of_days(anchor: NaiveDate, length: u64, index: u32) -> Option<Period> {
    let from = anchor.checked_add_days(Days::new(length * u64::from(index)))?;
    Period::new(from, from.checked_add_days(Days::new(length - 1))?)
}

/// Natural months, quarters, halves or years, beginning with the one that holds the anchor.
fn of_months(anchor: NaiveDate, length: u32, index: u32) -> Option<Period> {
    let first = NaiveDate::from_ymd_opt(anchor.year(), (anchor.month() - 1) / length * length + 1, 1)?;
    spanning(first, length, index)
}

/// Spans of whole months counted from a day.
fn spanning(first: NaiveDate, length: u32, index: u32) -> Option<Period> {
    let after = |count: u32| first.checked_add_months(Months::new(length.checked_mul(count)?));
    Period::new(after(index)?, after(index.checked_add(1)?)?.pred_opt()?)
}

/// 1–15 and 16–end of the month, beginning with the half that holds the anchor.
fn half_month(anchor: NaiveDate, index: u32) -> Option<Period> {
    let halves = index.checked_add(u32::from(anchor.day() > 15))?;
    let first = anchor.with_day(1)?.checked_add_months(Months::new(halves / 2))?;
    if halves % 2 == 0 {
        return Period::new(first, first.with_day(15)?);
    }
    Period::new(first.with_day(16)?, first.checked_add_months(Months::new(1))?.pred_opt()?)
}
