//! The reference records as lines: institutions, departments, activities, and a year of the work calendar.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::app::office::Office;
use crate::domain::{Activity, CalendarDay, DayFacts, DayKind, Department, Id, Institution, InstitutionId, Period};
use crate::i18n::Tr;

/// An institution as a line, with its record for the form beside the list.
#[derive(Debug, Clone, PartialEq)]
pub struct InstitutionLine {
    /// The record.
    pub record: Institution,
    /// What it is.
    pub kind: &'static str,
    /// County and town.
    pub place: String,
    /// People whose home it is, in figures.
    pub people: String,
}

/// A department as a line, with its record for the form beside the list.
#[derive(Debug, Clone, PartialEq)]
pub struct DepartmentLine {
    /// The record.
    pub record: Department,
    /// Whose department.
    pub inst: String,
    /// People whose home it is, in figures.
    pub people: String,
}

/// An activity as a line, with its record for the form beside the list.
#[derive(Debug, Clone, PartialEq)]
pub struct ActivityLine {
    /// The record.
    pub record: Activity,
    /// Its name in the language of the window.
    pub name: String,
    /// What it counts as.
    pub counts_as: String,
    /// Whether it came with the program or is the hospital's own, in words.
    pub origin: &'static str,
}

/// A year of the work calendar.
#[derive(Debug, Clone, PartialEq)]
pub struct YearVm {
    /// The year.
    pub year: i32,
    /// Whether its notice is known.
    pub is_known: bool,
    /// Working days, make-up days included.
    pub working_days: usize,
    /// What each day is, from 1 January.
    pub days: Vec<(NaiveDate, DayFacts)>,
    /// Days that this file decides for itself, by date.
    pub own: BTreeMap<NaiveDate, CalendarDay>,
}

/// The institutions, in the order of the office.
#[must_use]
pub fn institutions(office: &Office, tr: Tr) -> Vec<InstitutionLine> {
    let registry = office.registry();
    let mut people: BTreeMap<InstitutionId, usize> = BTreeMap::new();
    for inst in registry.people.values().filter_map(|person| person.inst) {
        *people.entry(inst).or_default() += 1;
    }
    let mut records: Vec<&Institution> = registry.institutions.values().collect();
    records.sort_by_key(|inst| (!inst.is_own, inst.sort, inst.id));
    records
        .into_iter()
        .map(|inst| {
            let place: Vec<&str> =
                [inst.county.as_str(), inst.town.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
            InstitutionLine {
                record: inst.clone(),
                kind: tr.institution_kind(inst.kind),
                place: place.join(" "),
                people: people.get(&inst.id).map_or_else(String::new, ToString::to_string),
            }
        })
        .collect()
}

/// The departments, by institution, in the order of the office.
#[must_use]
pub fn departments(office: &Office) -> Vec<DepartmentLine> {
    let registry = office.registry();
    let mut people: BTreeMap<Id<Department>, usize> = BTreeMap::new();
    for dept in registry.people.values().filter_map(|person| person.dept) {
        *people.entry(dept).or_default() += 1;
    }
    let mut records: Vec<&Department> = registry.departments.values().collect();
    let is_own = |inst| registry.institutions.get(&inst).is_some_and(|inst: &Institution| inst.is_own);
    records.sort_by_key(|dept| (!is_own(dept.inst), dept.inst, dept.sort, dept.id));
    records
        .into_iter()
        .map(|dept| DepartmentLine {
            record: dept.clone(),
            inst: registry.institutions.get(&dept.inst).map_or_else(String::new, |inst| inst.name.clone()),
            people: people.get(&dept.id).map_or_else(String::new, ToString::to_string),
        })
        .collect()
}

/// The activities, in the order of the office.
#[must_use]
pub fn activities(office: &Office, tr: Tr) -> Vec<ActivityLine> {
    let mut records: Vec<&Activity> = office.registry().activities.values().collect();
    records.sort_by_key(|activity| (activity.sort, activity.id));
    let is_plain = |activity: &Activity| {
        activity.is_work && !activity.is_clinic && !activity.is_outside && !activity.counts_as_duty()
    };
    let kinds = |activity: &Activity| {
        let kinds = [
            (activity.is_clinic, tr.activity_clinic()),
            (activity.is_outside, tr.activity_outside()),
            (activity.counts_as_duty(), tr.activity_duty()),
            (is_plain(activity), tr.activity_work()),
            (!activity.is_work, tr.activity_rest()),
        ];
        let kinds: Vec<&str> = kinds.into_iter().filter(|(is_so, _)| *is_so).map(|(_, words)| words).collect();
        kinds.join(tr.list_comma())
    };
    let line = |record: &Activity| ActivityLine {
        record: record.clone(),
        name: tr.name_of(record).to_owned(),
        counts_as: kinds(record),
        origin: if record.code.is_empty() { tr.activity_own() } else { tr.activity_built_in() },
    };
    records.into_iter().map(line).collect()
}

/// A year of the work calendar, built-in days and the file's own together.
#[must_use]
pub fn year(office: &Office, year: i32) -> YearVm {
    let calendar = office.calendar();
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    let last = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(first);
    let period = Period::new(first, last).unwrap_or(Period::day(first));
    let own = office.registry().calendar_days.values().filter(|day| day.on_date.year() == year);
    YearVm {
        year,
        is_known: calendar.knows(year),
        working_days: calendar.working_days(period),
        days: period.days().map(|day| (day, calendar.facts(day).clone())).collect(),
        own: own.map(|day| (day.on_date, day.clone())).collect(),
    }
}

impl YearVm {
    /// The record that makes a day something else.
    #[must_use]
    pub fn decided(&self, on: NaiveDate, kind: DayKind, name: &str) -> CalendarDay {
        let id = self.own.get(&on).map_or(Id::NEW, |day| day.id);
        CalendarDay { id, on_date: on, kind, name: name.to_owned(), acts_as_weekday: None, source: String::new() }
    }
}
