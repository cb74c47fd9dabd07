//! The work bench of a plan: the draft with its index of names, the dated sessions, the work calendar.

use std::collections::HashSet;

use chrono::NaiveDateTime;

use super::draft::{Claimed, Draft};
use super::index::Index;
use super::rows::Written;
use super::session_book::SessionBook;
use crate::domain::{
    Department, DepartmentId, Institution, InstitutionId, InstitutionKind, Person, PersonId, Registry, Stint,
    WorkCalendar, tidy_name,
};
use crate::import::RowResult;

/// What the rows of every kind work on.
#[derive(Debug)]
pub(super) struct Bench<'a> {
    /// The records as they will be.
    pub(super) draft: Draft<'a>,
    /// Names to keys.
    pub(super) index: Index,
    /// The dated sessions.
    pub(super) book: SessionBook,
    /// Holidays and make-up days.
    pub(super) calendar: &'a WorkCalendar,
    /// People whom the present sheet has listed already.
    pub(super) listed: HashSet<PersonId>,
    /// What the rows of the present sheet wrote over stored records.
    pub(super) written: Vec<Written>,
    /// The moment of the import.
    pub(super) now: NaiveDateTime,
}

impl Bench<'_> {
    /// The records as they will be.
    pub(super) const fn registry(&self) -> &Registry {
        self.draft.registry()
    }

    /// The institution that keeps the data file.
    pub(super) fn own(&self) -> Option<InstitutionId> {
        self.registry().own_institution().map(|inst| inst.id)
    }

    /// Writes the institution that the row is about.
    pub(super) fn claim_institution(&mut self, inst: &Institution) -> Result<RowResult, Claimed> {
        let result = self.draft.claim(inst.clone())?;
        self.index.add_institution(inst);
        Ok(result)
    }

    /// Writes the department that the row is about.
    pub(super) fn claim_department(&mut self, dept: &Department) -> Result<RowResult, Claimed> {
        let result = self.draft.claim(dept.clone())?;
        self.index.add_department(dept);
        Ok(result)
    }

    /// Writes the person that the row is about.
    pub(super) fn claim_person(&mut self, person: &Person) -> Result<RowResult, Claimed> {
        let result = self.draft.claim(person.clone())?;
        self.index.add_person(person);
        Ok(result)
    }

    /// Writes the stint that the row is about.
    pub(super) fn claim_stint(&mut self, stint: &Stint) -> Result<RowResult, Claimed> {
        let result = self.draft.claim(stint.clone())?;
        self.index.add_stint(stint);
        Ok(result)
    }

    /// Writes an institution.
    pub(super) fn put_institution(&mut self, inst: Institution) -> RowResult {
        self.index.add_institution(&inst);
        self.draft.put(inst)
    }

    /// Writes a department.
    pub(super) fn put_department(&mut self, dept: Department) -> RowResult {
        self.index.add_department(&dept);
        self.draft.put(dept)
    }

    /// Writes a person.
    pub(super) fn put_person(&mut self, person: Person) -> RowResult {
        self.index.add_person(&person);
        self.draft.put(person)
    }

    /// Makes an institution that was met by name only.
    pub(super) fn create_institution(&mut self, name: &str, otherwise: InstitutionKind) -> InstitutionId {
        let inst = Institution {
            id: self.draft.new_id(),
            code: String::new(),
            name: tidy_name(name),
            short_name: String::new(),
            kind: kind_by_name(name).unwrap_or(otherwise),
            level: String::new(),
            county: String::new(),
            town: String::new(),
            is_own: false,
            sort: self.draft.last_sort(|inst: &Institution| inst.sort),
            note: String::new(),
        };
        let id = inst.id;
        self.put_institution(inst);
        id
    }

    /// The department of that name; one that is not known yet is made, unlisted.
    pub(super) fn department_or_new(&mut self, inst: InstitutionId, name: &str) -> DepartmentId {
        if let Some(id) = self.index.department(inst, name) {
            return id;
        }
        let dept = Department {
            id: self.draft.new_id(),
            inst,
            name: tidy_name(name),
            code: String::new(),
            is_listed: false,
            sort: self.draft.last_sort(|dept: &Department| dept.sort),
        };
        let id = dept.id;
        self.put_department(dept);
        id
    }
}

/// What an institution is, where its name says so.
pub(super) fn kind_by_name(name: &str) -> Option<InstitutionKind> {
    const ENDINGS: &[(&str, InstitutionKind)] = &[
        ("社区卫生服务中心", InstitutionKind::Community),
        ("社区卫生服务站", InstitutionKind::Community),
        ("村卫生室", InstitutionKind::Village),
        ("卫生室", InstitutionKind::Village),
        ("卫生院", InstitutionKind::Township),
        ("急救分站", InstitutionKind::AmbulanceStation),
        ("救助分站", InstitutionKind::AmbulanceStation),
        ("卫生健康局", InstitutionKind::Authority),
        ("卫生健康委员会", InstitutionKind::Authority),
        ("卫健局", InstitutionKind::Authority),
        ("卫健委", InstitutionKind::Authority),
        ("分院", InstitutionKind::Branch),
    ];
    ENDINGS.iter().find(|(ending, _)| name.ends_with(ending)).map(|(_, kind)| *kind)
}
