//! What a tour counts as.

use chrono::NaiveDate;

use super::super::codes::{Slot, TourStatus};
use super::super::date::Period;
use super::super::records::Tour;

impl Tour {
    /// Whether it took place.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.status == TourStatus::Done
    }

    /// Whether it stands in the plan: held, or still to come.
    #[must_use]
    pub fn stands(&self) -> bool {
        matches!(self.status, TourStatus::Planned | TourStatus::Done)
    }

    /// Its days.
    #[must_use]
    pub fn period(&self) -> Period {
        Period::new(self.from_on, self.to_on).unwrap_or_else(|| Period::day(self.from_on))
    }

    /// Whether people are away with it in the half-day.
    #[must_use]
    pub fn covers(&self, on: NaiveDate, slot: Slot) -> bool {
        self.stands() && self.period().contains(on) && self.slot.is_none_or(|own| own == slot) && slot != Slot::Night
    }

    /// Whether anything was counted.
    #[must_use]
    pub fn has_figures(&self) -> bool {
        let figures = [self.seen, self.consultations, self.rounds, self.discussions, self.lectures, self.trainees];
        figures.into_iter().flatten().any(|count| count > 0)
    }
}
