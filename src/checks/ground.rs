//! What every check looks at: the records, the day, the rules, and what people and places are called.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use super::rules::{Place, Rule, Rules};
use super::runs::{Stints, teaching_stint};
use crate::domain::{
    DepartmentId, Discipline, InstitutionId, NameBook, Pairing, Period, PersonId, Registry, Stint, StintId, StintMode,
    Table,
};
use crate::figures::{Books, RecordRef};
use crate::i18n::Tr;

/// The ground of all checks.
pub struct Ground<'a> {
    /// The records.
    pub books: &'a Books<'a>,
    /// The reference records.
    pub registry: &'a Registry,
    /// The day.
    pub on: NaiveDate,
    /// The rule rows.
    pub rules: Rules<'a>,
    /// Words.
    pub tr: Tr,
    /// The stints of each person.
    pub stints: Stints<'a>,
    names: NameBook,
    pairs: HashMap<StintId, Vec<&'a Pairing>>,
}

impl<'a> Ground<'a> {
    /// Lays it out.
    pub fn new(books: &'a Books<'a>, on: NaiveDate, tr: Tr) -> Self {
        let registry = books.registry;
        let stints = Stints::new(registry);
        let mut pairs: HashMap<StintId, Vec<&Pairing>> = HashMap::new();
        for pairing in registry.pairings.values() {
            if let Some(stint) = teaching_stint(registry, &stints, pairing, on) {
                pairs.entry(stint.id).or_default().push(pairing);
            }
        }
        Self { books, registry, on, rules: Rules::new(registry), tr, stints, names: NameBook::new(registry), pairs }
    }

    /// The rule of a check for a stint.
    pub fn rule_of(&self, code: &str, stint: &Stint) -> Option<&Rule<'a>> {
        self.rules.at(code, &Place::of_stint(self.registry, stint), self.on)
    }

    /// What a person is called.
    pub fn person(&self, id: PersonId) -> String {
        self.registry.people.get(&id).map_or_else(String::new, |person| self.names.name(person).to_owned())
    }

    /// What an institution is called.
    pub fn place(&self, id: InstitutionId) -> &'a str {
        self.registry.institutions.get(&id).map_or("", |place| &place.name)
    }

    /// What a department is called.
    pub fn dept(&self, id: DepartmentId) -> &'a str {
        self.registry.departments.get(&id).map_or("", |dept| &dept.name)
    }

    /// The pairs of a mentor's stint: those it began, those that go on in it, and those that name no stint.
    pub fn pairs_of(&self, stint: StintId) -> &[&'a Pairing] {
        self.pairs.get(&stint).map_or(&[], Vec::as_slice)
    }

    /// Stints of experts who are expected to teach: clinical, staying, in use, not exempt.
    pub fn mentors(&self) -> impl Iterator<Item = &'a Stint> + '_ {
        let registry = self.registry;
        registry.stints.values().filter(move |stint| {
            let of_person = registry.people.get(&stint.person).and_then(|person| person.discipline);
            let kind = stint.discipline.or(of_person).unwrap_or(Discipline::Clinical);
            let teaches = stint.mode == StintMode::LongTerm && !stint.no_mentoring && kind == Discipline::Clinical;
            teaches && !self.is_retired(stint.person)
        })
    }

    /// Whether somebody is no longer in use: nothing is expected of them.
    pub fn is_retired(&self, id: PersonId) -> bool {
        self.registry.people.get(&id).is_some_and(|person| person.is_retired)
    }

    /// Whether either of a pair is no longer in use.
    pub fn is_of_retired(&self, pairing: &Pairing) -> bool {
        self.is_retired(pairing.mentor) || self.is_retired(pairing.apprentice)
    }

    /// The day so many days later.
    pub fn ahead(&self, days: i64) -> NaiveDate {
        later(self.on, days)
    }
}

/// The day so many days later.
pub fn later(on: NaiveDate, days: i64) -> NaiveDate {
    u64::try_from(days).ok().and_then(|days| on.checked_add_days(Days::new(days))).unwrap_or(on)
}

/// How many days a period has.
pub fn length(days: Period) -> i64 {
    (days.to() - days.from()).num_days() + 1
}

/// A record behind a finding.
pub fn record(table: Table, id: i64) -> RecordRef {
    RecordRef { table, id }
}
