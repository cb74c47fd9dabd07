//! Names to keys: the hash tables by which rows find institutions, departments, people and stints.

use std::collections::{HashMap, HashSet};

use crate::domain::{Department, DepartmentId, Institution, InstitutionId, Person, PersonId, Registry, Stint, StintId};
use crate::import::Raw;
use crate::import::values;

/// What is known under which name.
#[derive(Debug, Default)]
pub(super) struct Index {
    institution_codes: HashMap<String, InstitutionId>,
    institutions: HashMap<String, Vec<InstitutionId>>,
    short_names: HashMap<String, Vec<InstitutionId>>,
    departments: HashMap<InstitutionId, HashMap<String, DepartmentId>>,
    with_list: HashSet<InstitutionId>,
    codes: HashMap<String, Vec<PersonId>>,
    people: HashMap<String, Vec<PersonId>>,
    stints: HashMap<PersonId, Vec<StintId>>,
}

impl Index {
    /// Everything that is stored.
    pub(super) fn of(registry: &Registry) -> Self {
        let mut index = Self::default();
        registry.institutions.values().for_each(|inst| index.add_institution(inst));
        registry.departments.values().for_each(|dept| index.add_department(dept));
        registry.people.values().for_each(|person| index.add_person(person));
        registry.stints.values().for_each(|stint| index.add_stint(stint));
        index
    }

    /// Makes an institution known under its code and names.
    pub(super) fn add_institution(&mut self, inst: &Institution) {
        if !inst.code.is_empty() {
            self.institution_codes.insert(inst.code.clone(), inst.id);
        }
        add(&mut self.institutions, values::institution_key(&inst.name), inst.id);
        for short in values::list(&Raw::Text(inst.short_name.clone())) {
            add(&mut self.short_names, values::institution_key(&short), inst.id);
        }
    }

    /// Makes a department known.
    pub(super) fn add_department(&mut self, dept: &Department) {
        if dept.is_listed {
            self.with_list.insert(dept.inst);
        }
        self.departments.entry(dept.inst).or_default().insert(values::institution_key(&dept.name), dept.id);
    }

    /// Makes a person known under code and name.
    pub(super) fn add_person(&mut self, person: &Person) {
        if !person.code.is_empty() {
            add(&mut self.codes, person.code.clone(), person.id);
        }
        add(&mut self.people, person_key(&person.name), person.id);
    }

    /// Makes a stint known to its person.
    pub(super) fn add_stint(&mut self, stint: &Stint) {
        let of_person = self.stints.entry(stint.person).or_default();
        if !of_person.contains(&stint.id) {
            of_person.push(stint.id);
        }
    }

    /// The institution with the office's own number.
    pub(super) fn institution_by_code(&self, code: &str) -> Option<InstitutionId> {
        self.institution_codes.get(code).copied()
    }

    /// Institutions of that full name, or where there is none, of that short name.
    pub(super) fn institutions(&self, name: &str) -> &[InstitutionId] {
        let key = values::institution_key(name);
        self.institutions.get(&key).or_else(|| self.short_names.get(&key)).map_or(&[], Vec::as_slice)
    }

    /// The department of that name.
    pub(super) fn department(&self, inst: InstitutionId, name: &str) -> Option<DepartmentId> {
        self.departments.get(&inst)?.get(&values::institution_key(name)).copied()
    }

    /// Whether the institution has a list of departments, so that an unknown one is a mistake.
    pub(super) fn has_list(&self, inst: InstitutionId) -> bool {
        self.with_list.contains(&inst)
    }

    /// People with the staff number; every hospital counts its own.
    pub(super) fn people_by_code(&self, code: &str) -> &[PersonId] {
        self.codes.get(code).map_or(&[], Vec::as_slice)
    }

    /// People of that name.
    pub(super) fn people(&self, name: &str) -> &[PersonId] {
        self.people.get(name).map_or(&[], Vec::as_slice)
    }

    /// Stints of a person.
    pub(super) fn stints(&self, person: PersonId) -> &[StintId] {
        self.stints.get(&person).map_or(&[], Vec::as_slice)
    }
}

/// The form in which names of people are compared.
fn person_key(name: &str) -> String {
    values::name(&Raw::Text(name.to_owned())).map_or_else(|| name.to_owned(), |value| value.name)
}

fn add<T: PartialEq>(map: &mut HashMap<String, Vec<T>>, key: String, id: T) {
    let ids = map.entry(key).or_default();
    if !ids.contains(&id) {
        ids.push(id);
    }
}
