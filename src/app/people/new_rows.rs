//! Institutions and departments that a form names for the first time, added in the same step.

use super::pick::Pick;
use crate::app::fresh::FreshKeys;
use crate::domain::{
    Department, DepartmentId, Edit, Id, Institution, InstitutionId, InstitutionKind, Record, Registry,
};

/// Rows that are named for the first time, with the keys that the store will give them.
pub(super) struct NewRows<'a> {
    registry: &'a Registry,
    pub edits: Vec<Edit>,
    institutions: Vec<(String, InstitutionId)>,
    departments: Vec<(InstitutionId, String, DepartmentId)>,
}

impl<'a> NewRows<'a> {
    pub const fn new(registry: &'a Registry) -> Self {
        Self { registry, edits: Vec::new(), institutions: Vec::new(), departments: Vec::new() }
    }

    /// The key that the next new row of the type will have.
    fn next<T: Record>(&self) -> Id<T> {
        let before = self.edits.iter().filter(|edit| matches!(edit, Edit::Put { row } if row.table() == T::TABLE));
        FreshKeys::new(self.registry).nth(i64::try_from(before.count()).unwrap_or_default() + 1)
    }

    /// The key of a picked institution; a new name becomes a row of the kind.
    pub fn institution(&mut self, pick: &Pick<Institution>, kind: InstitutionKind) -> Option<InstitutionId> {
        let name = match pick {
            Pick::Nothing => return None,
            Pick::Known(id) => return Some(*id),
            Pick::New(name) => name.trim(),
        };
        let known = self.registry.institutions.values().find(|inst| inst.name == name).map(|inst| inst.id);
        let named = self.institutions.iter().find(|(other, _)| other == name).map(|(_, id)| *id);
        if name.is_empty() || known.or(named).is_some() {
            return known.or(named);
        }
        let id = self.next::<Institution>();
        self.edits.push(Edit::put(Institution {
            id: Id::NEW,
            code: String::new(),
            name: name.to_owned(),
            short_name: String::new(),
            kind,
            level: String::new(),
            county: String::new(),
            town: String::new(),
            is_own: false,
            sort: id.raw(),
            note: String::new(),
        }));
        self.institutions.push((name.to_owned(), id));
        Some(id)
    }

    /// The key of a picked department; a new name becomes a row of the institution.
    pub fn department(&mut self, pick: &Pick<Department>, inst: Option<InstitutionId>) -> Option<DepartmentId> {
        let name = match pick {
            Pick::Nothing => return None,
            Pick::Known(id) => return Some(*id),
            Pick::New(name) => name.trim(),
        };
        let inst = inst?;
        let of_inst = self.registry.departments.values().filter(|dept| dept.inst == inst);
        let known = of_inst.clone().find(|dept| dept.name == name).map(|dept| dept.id);
        let named = self.departments.iter().find(|(at, other, _)| *at == inst && other == name).map(|(.., id)| *id);
        if name.is_empty() || known.or(named).is_some() {
            return known.or(named);
        }
        let id = self.next::<Department>();
        let sort = of_inst.map(|dept| dept.sort).max().unwrap_or_default() + 1;
        self.edits.push(Edit::put(Department {
            id: Id::NEW,
            inst,
            name: name.to_owned(),
            code: String::new(),
            is_listed: true,
            sort,
        }));
        self.departments.push((inst, name.to_owned(), id));
        Some(id)
    }
}
