//! The matching rules of the import contract: which stored record a name in a cell means.

use super::bench::Bench;
use super::line::Line;
use super::outcome::{About, Reason, Refused};
use crate::domain::{DepartmentId, InstitutionId, Programme, Relation, RelationId};
use crate::import::{Code, MappedSheet, values};

/// A department as a cell names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Dept {
    /// None was named.
    Unnamed,
    /// A known one.
    Known(DepartmentId),
    /// One that is yet to be made, unlisted.
    New(String),
}

/// An institution as a cell names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Inst {
    /// A known one.
    Known(InstitutionId),
    /// One that is yet to be made.
    New(String),
}

impl Inst {
    /// Its key, where it is known already.
    pub(super) const fn known(&self) -> Option<InstitutionId> {
        match self {
            Self::Known(id) => Some(*id),
            Self::New(_) => None,
        }
    }
}

/// A relation that the clerk chose for the sheet: who sends, who receives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ends {
    /// The supporting side.
    pub(super) from: Option<String>,
    /// The supported side.
    pub(super) to: Option<String>,
}

impl Bench<'_> {
    /// The one institution of that name. Several of the same name are R09, none is `None`.
    pub(super) fn institution(
        &self,
        line: &Line<'_>,
        heading: &str,
        name: &str,
    ) -> Result<Option<InstitutionId>, Refused> {
        match self.index.institutions(name) {
            [] => Ok(None),
            [one] => Ok(Some(*one)),
            several => {
                let names = several.iter().map(|id| self.institution_in_full(*id)).collect();
                Err(line.refuse(heading, Code::R09, About::People(names)))
            }
        }
    }

    /// The institution in a cell, which may be a new one.
    pub(super) fn institution_cell(&self, line: &Line<'_>, heading: &str) -> Result<Option<Inst>, Refused> {
        let Some(name) = line.text(heading) else { return Ok(None) };
        Ok(Some(self.institution(line, heading, &name)?.map_or(Inst::New(name), Inst::Known)))
    }

    /// The institution in a cell, which must be known: R04 otherwise.
    pub(super) fn known_institution_cell(
        &self,
        line: &Line<'_>,
        heading: &str,
    ) -> Result<Option<InstitutionId>, Refused> {
        let Some(name) = line.text(heading) else { return Ok(None) };
        match self.institution(line, heading, &name)? {
            Some(id) => Ok(Some(id)),
            None => Err(line.refuse(heading, Code::R04, self.near_institutions(&name))),
        }
    }

    /// The site that a column of departments names instead of a department, as townships have none.
    pub(super) fn site_cell(&self, line: &Line<'_>, heading: &str) -> Option<InstitutionId> {
        match self.index.institutions(&line.text(heading)?) {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// The institution that a choice of the clerk or a title names, if it is known.
    pub(super) fn context_institution(&self, line: &Line<'_>, key: &str) -> Option<InstitutionId> {
        match self.index.institutions(line.context(key)?) {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// What the clerk should know where a sheet names its institution and nobody here is called so.
    pub(super) fn unknown_institution(&self, sheet: &MappedSheet) -> Option<Reason> {
        let name = sheet.context.get("institution").filter(|name| self.index.institutions(name).is_empty())?;
        let about = self.near_institutions(name);
        Some(Reason { code: Code::N01, column: String::new(), cell: name.clone(), about })
    }

    /// The department in a cell: R04 where the institution has a list on which it does not stand.
    pub(super) fn department_cell(
        &self,
        line: &Line<'_>,
        heading: &str,
        inst: Option<InstitutionId>,
    ) -> Result<Dept, Refused> {
        let Some(name) = line.text(heading) else { return Ok(Dept::Unnamed) };
        let Some(inst) = inst else { return Ok(Dept::New(name)) };
        match self.index.department(inst, &name) {
            Some(id) => Ok(Dept::Known(id)),
            None if self.index.has_list(inst) => {
                Err(line.refuse(heading, Code::R04, self.near_departments(inst, &name)))
            }
            None => Ok(Dept::New(name)),
        }
    }

    /// The department that a cell named, made now if it is new.
    pub(super) fn settle_department(&mut self, inst: InstitutionId, dept: Dept) -> Option<DepartmentId> {
        match dept {
            Dept::Unnamed => None,
            Dept::Known(id) => Some(id),
            Dept::New(name) => Some(self.department_or_new(inst, &name)),
        }
    }

    /// The relation chosen for the sheet, as names: `A→B`.
    pub(super) fn context_ends(line: &Line<'_>) -> Ends {
        let (from, to) = line
            .context("relation")
            .and_then(|text| text.split_once('→').or_else(|| text.split_once("->")))
            .map_or((None, None), |(from, to)| (Some(from), Some(to)));
        let named = |own: Option<&str>, key| {
            own.or_else(|| line.context(key)).map(|name| name.trim().to_owned()).filter(|name| !name.is_empty())
        };
        Ends { from: named(from, "supporter"), to: named(to, "host") }
    }

    /// The programme chosen for the sheet.
    pub(super) fn context_programme(line: &Line<'_>) -> Option<Programme> {
        values::programme(&line.context_raw("programme")).ok().flatten()
    }

    /// The relation between two institutions, of the programme where one is chosen; the newest of several.
    pub(super) fn relation_between(
        &self,
        from: InstitutionId,
        to: InstitutionId,
        programme: Option<Programme>,
    ) -> Option<RelationId> {
        let fits = |relation: &&Relation| {
            relation.from_inst == from
                && relation.to_inst == to
                && programme
                    .map_or(relation.programme != Programme::Subordination, |wanted| relation.programme == wanted)
        };
        self.registry().relations.values().filter(fits).max_by_key(|relation| relation.start_on).map(|it| it.id)
    }

    /// What people call an institution.
    pub(super) fn institution_name(&self, id: InstitutionId) -> String {
        self.draft.get(id).map(|inst| inst.name.clone()).unwrap_or_default()
    }

    /// What people call a department, empty for none.
    pub(super) fn department_name(&self, id: Option<DepartmentId>) -> String {
        id.and_then(|id| self.draft.get(id)).map(|dept| dept.name.clone()).unwrap_or_default()
    }

    fn institution_in_full(&self, id: InstitutionId) -> String {
        self.draft.get(id).map_or_else(String::new, |inst| {
            [inst.county.as_str(), inst.name.as_str(), inst.code.as_str()]
                .iter()
                .filter(|part| !part.is_empty())
                .copied()
                .collect::<Vec<_>>()
                .join(" ")
        })
    }

    /// Departments of the institution whose names come near.
    pub(super) fn near_departments(&self, inst: InstitutionId, name: &str) -> About {
        let names = self.registry().departments.values().filter(|dept| dept.inst == inst).map(|dept| &dept.name);
        About::Near { institution: self.institution_name(inst), similar: similar(name, names) }
    }

    /// Institutions whose names come near.
    pub(super) fn near_institutions(&self, name: &str) -> About {
        let names = self.registry().institutions.values().map(|inst| &inst.name);
        About::Near { institution: String::new(), similar: similar(name, names) }
    }
}

/// Up to three names that are spelt much like the one asked for; they are offered, never taken silently.
fn similar<'a>(name: &str, known: impl Iterator<Item = &'a String>) -> Vec<String> {
    const NEAR: f64 = 0.6;
    let mut near: Vec<(f64, &String)> = known
        .map(|other| (strsim::normalized_damerau_levenshtein(name, other), other))
        .filter(|(closeness, _)| *closeness >= NEAR)
        .collect();
    near.sort_by(|one, other| other.0.total_cmp(&one.0));
    near.into_iter().take(3).map(|(_, other)| other.clone()).collect()
}
