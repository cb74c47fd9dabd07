//! The records that a box of a register is chosen from, as people call them.

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::domain::{Activity, Department, Institution, NameBook, Pairing, Person, Registry, Stint, Table};
use crate::i18n::Tr;

/// A record to choose: its key and what it is called.
pub type Choosable = (i64, String);

/// What can be chosen, table by table.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    records: BTreeMap<Table, Vec<Choosable>>,
    /// Departments by the key of their institution.
    departments: BTreeMap<i64, Vec<Choosable>>,
}

impl Choices {
    /// Everything that registers refer to.
    #[must_use]
    pub fn new(registry: &Registry, tr: Tr) -> Self {
        let names = NameBook::new(registry);
        let mut departments: BTreeMap<i64, Vec<Choosable>> = BTreeMap::new();
        let mut own: Vec<&Department> = registry.departments.values().collect();
        own.sort_by_key(|dept| (dept.inst, dept.sort, dept.id));
        for dept in own {
            departments.entry(dept.inst.raw()).or_default().push((dept.id.raw(), dept.name.clone()));
        }
        let records = [
            (Table::Institution, institutions(registry)),
            (Table::Person, people(registry, &names)),
            (Table::Relation, relations(registry, tr)),
            (Table::Stint, stints(registry, &names, tr)),
            (Table::Department, all_departments(registry)),
            (Table::Pairing, pairings(registry, &names)),
            (Table::Activity, activities(registry, tr)),
            (Table::Team, registry.teams.values().map(|team| (team.id.raw(), team.name.clone())).collect()),
        ];
        Self { records: records.into(), departments }
    }

    /// The records of a table.
    #[must_use]
    pub fn records(&self, table: Table) -> &[Choosable] {
        self.records.get(&table).map_or(&[], Vec::as_slice)
    }

    /// The departments of an institution.
    #[must_use]
    pub fn departments(&self, inst: Option<i64>) -> &[Choosable] {
        inst.and_then(|inst| self.departments.get(&inst)).map_or(&[], Vec::as_slice)
    }
}

fn institutions(registry: &Registry) -> Vec<Choosable> {
    let mut all: Vec<&Institution> = registry.institutions.values().collect();
    all.sort_by_key(|inst| (!inst.is_own, inst.sort, inst.id));
    all.into_iter().map(|inst| (inst.id.raw(), inst.name.clone())).collect()
}

/// Those in use first.
fn people(registry: &Registry, names: &NameBook) -> Vec<Choosable> {
    let mut all: Vec<&Person> = registry.people.values().collect();
    all.sort_by_key(|person| (person.is_retired, person.sort, person.id));
    all.into_iter().map(|person| (person.id.raw(), names.name(person).to_owned())).collect()
}

fn relations(registry: &Registry, tr: Tr) -> Vec<Choosable> {
    let name = |id| registry.institutions.get(&id).map_or("", |inst| inst.name.as_str());
    let words = |relation: &crate::domain::Relation| {
        tr.register_relation(name(relation.from_inst), name(relation.to_inst), tr.programme(relation.programme))
    };
    registry.relations.values().map(|relation| (relation.id.raw(), words(relation))).collect()
}

/// Those of the own institution first, others with the name of theirs.
fn all_departments(registry: &Registry) -> Vec<Choosable> {
    let is_own = |dept: &Department| registry.institutions.get(&dept.inst).is_some_and(|inst| inst.is_own);
    let mut all: Vec<&Department> = registry.departments.values().collect();
    all.sort_by_key(|dept| (!is_own(dept), dept.inst, dept.sort, dept.id));
    let words = |dept: &Department| match registry.institutions.get(&dept.inst) {
        Some(inst) if !inst.is_own => format!("{} {}", inst.name, dept.name),
        _ => dept.name.clone(),
    };
    all.into_iter().map(|dept| (dept.id.raw(), words(dept))).collect()
}

/// The newest first, with the year in which each began.
fn pairings(registry: &Registry, names: &NameBook) -> Vec<Choosable> {
    let mut all: Vec<&Pairing> = registry.pairings.values().collect();
    all.sort_by_key(|pairing| (std::cmp::Reverse(pairing.from_on), pairing.id));
    let name = |id| registry.people.get(&id).map_or("", |person| names.name(person));
    let words = |pairing: &Pairing| {
        format!("{} \u{2192} {} {}", name(pairing.mentor), name(pairing.apprentice), pairing.from_on.year())
    };
    all.into_iter().map(|pairing| (pairing.id.raw(), words(pairing))).collect()
}

fn activities(registry: &Registry, tr: Tr) -> Vec<Choosable> {
    let mut all: Vec<&Activity> = registry.activities.values().filter(|activity| activity.is_work).collect();
    all.sort_by_key(|activity| (activity.sort, activity.id));
    all.into_iter().map(|activity| (activity.id.raw(), tr.name_of(activity).to_owned())).collect()
}

/// The newest first: name, department, arrival.
fn stints(registry: &Registry, names: &NameBook, tr: Tr) -> Vec<Choosable> {
    let mut all: Vec<&Stint> = registry.stints.values().collect();
    all.sort_by_key(|stint| (std::cmp::Reverse(stint.arrive_on), stint.id));
    let words = |stint: &Stint| {
        let person = registry.people.get(&stint.person).map_or("", |person| names.name(person));
        let dept = stint.host_dept.and_then(|id| registry.departments.get(&id)).map(|dept| dept.name.as_str());
        let host = registry.institutions.get(&stint.host_inst).map_or("", |inst| inst.name.as_str());
        let since = tr.known_date(stint.arrive_on, stint.arrive_prec);
        [person, dept.unwrap_or(host), &since].join(" ")
    };
    all.into_iter().map(|stint| (stint.id.raw(), words(stint))).collect()
}
