//! The work calendar: years built in from `assets/calendar`, with the data file's own days on top.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use crate::domain::{CalendarDay, CalendarDayId, DayKind, Registry, WorkCalendar};

/// A year's notice of the State Council: days off and make-up days by festival.
#[derive(Debug, Deserialize)]
struct Notice {
    year: i32,
    source: String,
    holidays: BTreeMap<String, Vec<NaiveDate>>,
    make_up: BTreeMap<String, Vec<NaiveDate>>,
}

/// The notices that came with the program.
#[derive(Debug, Default)]
struct BuiltIn {
    days: Vec<CalendarDay>,
    years: BTreeSet<i32>,
}

static BUILT_IN: LazyLock<BuiltIn> = LazyLock::new(|| {
    // The asset is part of the program and a test reads it; a broken one leaves plain weeks rather than no window.
    let notices: Vec<Notice> = serde_json::from_str(include_str!("../../assets/calendar/china.json"))
        .inspect_err(|error| tracing::error!(%error, "built-in calendar"))
        .unwrap_or_default();
    let years = notices.iter().map(|notice| notice.year).collect();
    BuiltIn { days: notices.iter().flat_map(Notice::days).collect(), years }
});

impl Notice {
    fn days(&self) -> impl Iterator<Item = CalendarDay> {
        let of = |kind, festivals: &BTreeMap<String, Vec<NaiveDate>>| -> Vec<CalendarDay> {
            let named = festivals.iter().flat_map(|(name, days)| days.iter().map(move |day| (name, *day)));
            named
                .map(|(name, on_date)| CalendarDay {
                    id: CalendarDayId::NEW,
                    on_date,
                    kind,
                    name: name.clone(),
                    acts_as_weekday: None,
                    source: self.source.clone(),
                })
                .collect()
        };
        of(DayKind::Holiday, &self.holidays).into_iter().chain(of(DayKind::MakeUp, &self.make_up))
    }
}

/// The calendar of a data file: its own days win over the built-in ones, date by date.
#[must_use]
pub fn work_calendar(registry: &Registry) -> WorkCalendar {
    let own = registry.calendar_days.values();
    let announced = BUILT_IN.years.iter().copied().chain(own.clone().filter_map(announces));
    let named: BTreeMap<NaiveDate, &str> = BUILT_IN.days.iter().map(|day| (day.on_date, day.name.as_str())).collect();
    // A decision about a make-up day is often written down without the festival: the built-in name stays.
    let own: Vec<CalendarDay> = own
        .map(|day| match named.get(&day.on_date) {
            Some(name) if day.name.is_empty() => CalendarDay { name: (*name).to_owned(), ..day.clone() },
            _ => day.clone(),
        })
        .collect();
    WorkCalendar::new(BUILT_IN.days.iter().chain(&own), announced)
}

/// The year that a day of the data file announces: every notice of the State Council has 1 October, and no local
/// holiday falls on it, so a file that knows what 1 October is knows the year.
fn announces(day: &CalendarDay) -> Option<i32> {
    let is_national_day = (day.on_date.month(), day.on_date.day()) == (10, 1);
    (is_national_day && day.kind == DayKind::Holiday).then(|| day.on_date.year())
}
