//! The year and month that dates without one are read in.

use chrono::{Datelike, NaiveDate};

use super::periods::{PeriodValue, period_of_text};
use crate::domain::Period;
use crate::import::Context;

/// What titles and choices say about time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Frame {
    /// Year for dates without one.
    pub year: Option<i32>,
    /// Month for days without one.
    pub month: Option<u32>,
    /// The dates covered; chooses the year where the sheet spans a new year.
    pub period: Option<Period>,
    /// Whether serial numbers written as text count from 1904.
    pub is_1904: bool,
}

impl Frame {
    /// The frame of a sheet's context (`year`, `month`, `period`, else `valid`).
    #[must_use]
    pub fn of(context: &Context) -> Self {
        let number = |key: &str| context.get(key).map(|text| text.trim_end_matches(['年', '月']).trim());
        let mut frame = Self {
            year: number("year").and_then(|year| year.parse().ok()).filter(|year| (1900..=2100).contains(year)),
            month: number("month").and_then(|month| month.parse().ok()).filter(|month| (1..=12).contains(month)),
            period: None,
            is_1904: context.get("epoch").is_some_and(|epoch| epoch == "1904"),
        };
        let period = context.get("period").or_else(|| context.get("valid"));
        frame.period = period.and_then(|text| read_period(text, &frame));
        if let Some(period) = frame.period {
            frame.cover(period);
        }
        frame
    }

    /// A frame that knows no more than a year.
    #[must_use]
    pub fn of_year(year: i32) -> Self {
        Self { year: Some(year), ..Self::default() }
    }

    /// Takes year and month from the period where they are not said otherwise and the period has only one.
    fn cover(&mut self, period: Period) {
        let (from, to) = (period.from(), period.to());
        if from.year() == to.year() {
            self.year = self.year.or(Some(from.year()));
            if from.month() == to.month() {
                self.month = self.month.or(Some(from.month()));
            }
        }
    }

    /// The year of a day written without one: that in which the day lies in the period, else the frame's.
    #[must_use]
    pub fn year_for(&self, month: u32, day: u32) -> Option<i32> {
        let inside = self.period.and_then(|period| {
            (period.from().year()..=period.to().year())
                .find(|year| NaiveDate::from_ymd_opt(*year, month, day).is_some_and(|on| period.contains(on)))
        });
        let nearest = self.period.map(|period| period.from().year());
        inside.or(self.year).or(nearest)
    }
}

/// `2023-06-12..2023-06-18`, or any spelling of a period.
fn read_period(text: &str, frame: &Frame) -> Option<Period> {
    if let Some((from, to)) = text.split_once("..") {
        return Period::new(from.trim().parse().ok()?, to.trim().parse().ok()?);
    }
    match period_of_text(text, frame) {
        Ok(Some(PeriodValue::Dates(period) | PeriodValue::Tenure(_, Some(period)))) => Some(period),
        _ => None,
    }
}
