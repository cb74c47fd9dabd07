//! What a tour counts as, and how often a site was visited.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::super::codes::{RuleTerm, RuleWindow, Slot, TourStatus};
use super::super::date::Period;
use super::super::records::{Institution, Tour};
use super::super::registry::Registry;
use super::book::{RuleBook, RulePlace};
use super::required::window_of;

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

/// How often a site was visited in the window of its rule, on different days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visits {
    /// The kind of window: that of the rule, a month without one.
    pub window: RuleWindow,
    /// The window that holds the day asked about.
    pub period: Period,
    /// Days with a tour that took place.
    pub held: u32,
    /// Days with a tour that took place or is still to come.
    pub standing: u32,
    /// How many the rule asks for; absent without one.
    pub required: Option<u32>,
}

/// Counts the visits to a site in the window that holds the day (C10).
#[must_use]
pub fn visits(registry: &Registry, book: &RuleBook, site: &Institution, on: NaiveDate) -> Visits {
    let rule = book.rule(RuleTerm::Tours, &RulePlace::site(site, on));
    let window = rule.map_or(RuleWindow::Month, |rule| rule.window);
    let period = window_of(window, on);
    let days = |counts: fn(&Tour) -> bool| {
        let own = registry.tours.values().filter(|tour| tour.inst == site.id && period.contains(tour.from_on));
        let days: BTreeSet<NaiveDate> = own.filter(|tour| counts(tour)).map(|tour| tour.from_on).collect();
        u32::try_from(days.len()).unwrap_or(u32::MAX)
    };
    let required = rule.and_then(|rule| rule.at_least);
    Visits { window, period, held: days(Tour::is_held), standing: days(Tour::stands), required }
}
