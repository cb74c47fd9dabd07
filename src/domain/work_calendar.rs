//! The Chinese work calendar: public holidays, make-up workdays, and years not yet announced.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, Weekday};

use super::codes::DayKind;
use super::date::Period;
use super::records::CalendarDay;

/// What a date is. Holidays are shown and counted; they never forbid an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayFacts {
    /// Workday, weekend, public holiday or make-up workday.
    pub kind: DayKind,
    /// Festival, empty for none.
    pub name: String,
    /// For a make-up day: the weekday (1–7) whose clinics it follows, once decided.
    pub acts_as_weekday: Option<u8>,
}

impl DayFacts {
    /// Whether the office works on it.
    #[must_use]
    pub const fn is_working(&self) -> bool {
        matches!(self.kind, DayKind::Workday | DayKind::MakeUp)
    }
}

static WORKDAY: DayFacts = DayFacts { kind: DayKind::Workday, name: String::new(), acts_as_weekday: None };
static WEEKEND: DayFacts = DayFacts { kind: DayKind::Weekend, name: String::new(), acts_as_weekday: None };

/// Dates that differ from Monday-to-Friday, and the years for which they are known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WorkCalendar {
    days: BTreeMap<NaiveDate, DayFacts>,
    years: BTreeSet<i32>,
}

impl WorkCalendar {
    /// A calendar from layers, later ones winning date by date.
    ///
    /// `announced` are the years whose notice of the State Council is among the layers.
    pub fn new<'a>(
        layers: impl IntoIterator<Item = &'a CalendarDay>,
        announced: impl IntoIterator<Item = i32>,
    ) -> Self {
        let days = layers
            .into_iter()
            .map(|day| {
                let facts = DayFacts { kind: day.kind, name: day.name.clone(), acts_as_weekday: day.acts_as_weekday };
                (day.on_date, facts)
            })
            .collect();
        Self { days, years: announced.into_iter().collect() }
    }

    /// What the date is; a year without a notice falls back to Monday to Friday. Cheap: nothing is copied.
    #[must_use]
    pub fn facts(&self, on: NaiveDate) -> &DayFacts {
        let ordinary = if matches!(on.weekday(), Weekday::Sat | Weekday::Sun) { &WEEKEND } else { &WORKDAY };
        self.days.get(&on).unwrap_or(ordinary)
    }

    /// Whether the year's notice is known.
    #[must_use]
    pub fn knows(&self, year: i32) -> bool {
        self.years.contains(&year)
    }

    /// Years of the period whose notice is not known; they print a footnote.
    #[must_use]
    pub fn missing_years(&self, period: Period) -> Vec<i32> {
        (period.from().year()..=period.to().year()).filter(|year| !self.knows(*year)).collect()
    }

    /// Working days of the period, make-up days included.
    #[must_use]
    pub fn working_days(&self, period: Period) -> usize {
        period.days().filter(|day| self.facts(*day).is_working()).count()
    }
}
