//! When a stint runs, and posts during it: from the first day it may have begun to the last day it may still have lasted.

use chrono::NaiveDate;

use super::date::{Period, Precision};
use super::records::{Appointment, Relation, Stint};

impl Appointment {
    /// Whether the post was held at some time of the stint.
    #[must_use]
    pub fn overlaps(&self, stint: &Stint) -> bool {
        let begins_later = self.first_day().zip(stint.last_day()).is_some_and(|(from, last)| last < from);
        let has_ended = self.last_day().is_some_and(|to| to < stint.first_day());
        !begins_later && !has_ended
    }

    /// The first day in office that is possible, where one is known.
    #[must_use]
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.from_on.map(|on| self.from_prec.span(on).from())
    }

    /// The last day in office that is possible; `None` while open.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.to_on.map(|on| self.to_prec.span(on).to())
    }
}

impl Relation {
    /// Whether the relation runs on a day of the period; open ends run for ever.
    #[must_use]
    pub fn touches(&self, period: Period) -> bool {
        let begins = self.start_on.map(|on| self.start_prec.span(on).from());
        let ends = self.end_on.map(|on| self.end_prec.span(on).to());
        begins.is_none_or(|begins| begins <= period.to()) && ends.is_none_or(|ends| period.from() <= ends)
    }
}

impl Stint {
    /// The first day on post that is possible: a month or a year counts from its first day.
    #[must_use]
    pub fn first_day(&self) -> NaiveDate {
        self.arrive_prec.span(self.arrive_on).from()
    }

    /// The last day on post that is possible: the actual one, else the planned one; `None` while open.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        match (self.leave_on, self.plan_leave_on) {
            (Some(left), _) => Some(self.leave_prec.span(left).to()),
            (None, Some(planned)) => Some(self.plan_leave_prec.span(planned).to()),
            (None, None) => None,
        }
    }

    /// The last day on post that is certain: counts of days end with it. `None` while open.
    #[must_use]
    pub fn surely_until(&self) -> Option<NaiveDate> {
        match (self.leave_on, self.plan_leave_on) {
            (Some(left), _) => Some(self.leave_prec.span(left).from()),
            (None, Some(planned)) => Some(self.plan_leave_prec.span(planned).from()),
            (None, None) => None,
        }
    }

    /// Whether the first day is known to the day.
    #[must_use]
    pub fn begins_on_a_day(&self) -> bool {
        self.arrive_prec == Precision::Day
    }

    /// Whether the last day, where there is one, is known to the day.
    #[must_use]
    pub fn ends_on_a_day(&self) -> bool {
        match (self.leave_on, self.plan_leave_on) {
            (Some(_), _) => self.leave_prec == Precision::Day,
            (None, Some(_)) => self.plan_leave_prec == Precision::Day,
            (None, None) => true,
        }
    }

    /// Whether the stint runs on the day.
    #[must_use]
    pub fn runs_on(&self, on: NaiveDate) -> bool {
        self.touches(Period::day(on))
    }

    /// Whether the stint runs on a day of the period.
    #[must_use]
    pub fn touches(&self, period: Period) -> bool {
        self.first_day() <= period.to() && self.last_day().is_none_or(|last| period.from() <= last)
    }
}
