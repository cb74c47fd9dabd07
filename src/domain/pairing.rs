//! When pairs run, and which records cannot stand side by side.

use chrono::NaiveDate;

use super::codes::{PairingStatus, StintMode};
use super::date::Period;
use super::records::{Pairing, Stint};

impl Pairing {
    /// The first day that is possible: a month or a year counts from its first day.
    #[must_use]
    pub fn first_day(&self) -> NaiveDate {
        self.from_prec.span(self.from_on).from()
    }

    /// The last day that is possible: the actual one, else the planned one; `None` while open.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        match (self.to_on, self.plan_to_on) {
            (Some(ended), _) => Some(self.to_prec.span(ended).to()),
            (None, Some(planned)) => Some(self.plan_to_prec.span(planned).to()),
            (None, None) => None,
        }
    }

    /// Whether it has come about: a proposal and a signed agreement are not yet a pair.
    #[must_use]
    pub const fn has_begun(&self) -> bool {
        !matches!(self.status, PairingStatus::Proposed | PairingStatus::Signed)
    }

    /// Whether it was broken off without a date being known.
    #[must_use]
    pub const fn is_broken_off(&self) -> bool {
        matches!(self.status, PairingStatus::Stopped | PairingStatus::Replaced) && self.to_on.is_none()
    }

    /// Whether it runs on a day of the period; proposals never do.
    #[must_use]
    pub fn touches(&self, period: Period) -> bool {
        self.has_begun() && self.first_day() <= period.to() && self.last_day().is_none_or(|last| period.from() <= last)
    }

    /// Whether it runs on the day (在带). One broken off runs on no day, even where its end is not known.
    #[must_use]
    pub fn runs_on(&self, on: NaiveDate) -> bool {
        !self.is_broken_off() && self.touches(Period::day(on))
    }

    /// Whether the two are the same pair at the same time, however months and years are read.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let is_same_pair = self.mentor == other.mentor && self.apprentice == other.apprentice;
        is_same_pair
            && !self.is_broken_off()
            && !other.is_broken_off()
            && surely_by(self, other.surely_until())
            && surely_by(other, self.surely_until())
    }

    /// The last day that is certain.
    fn surely_until(&self) -> Option<NaiveDate> {
        match (self.to_on, self.plan_to_on) {
            (Some(ended), _) => Some(self.to_prec.span(ended).from()),
            (None, Some(planned)) => Some(self.plan_to_prec.span(planned).from()),
            (None, None) => None,
        }
    }
}

/// Whether the pairing has certainly begun by the day.
fn surely_by(pairing: &Pairing, until: Option<NaiveDate>) -> bool {
    let begun = pairing.from_prec.span(pairing.from_on).to();
    until.is_none_or(|until| begun <= until)
}

impl Stint {
    /// Whether one person would serve two long postings at once, however months and years are read. Leaving one
    /// host on the day of arriving at the next is a handover.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let arrived_before = |stint: &Self, end: Option<NaiveDate>| {
            end.is_none_or(|end| stint.arrive_prec.span(stint.arrive_on).to() < end)
        };
        self.person == other.person
            && self.mode == StintMode::LongTerm
            && other.mode == StintMode::LongTerm
            && arrived_before(self, other.leave_on.or(other.plan_leave_on))
            && arrived_before(other, self.leave_on.or(self.plan_leave_on))
    }
}
