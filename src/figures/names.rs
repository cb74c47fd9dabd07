//! Names in questions: which record a name means, or why that cannot be said.

use std::collections::BTreeSet;

use super::books::{Books, ZH};
use super::figure::{Refusal, RefusalKind};
use crate::domain::{DepartmentId, InstitutionId, NameBook, PersonId, RelationId, tidy_name};
use crate::i18n::Tr;

/// What stands between several names in a text.
pub const SEPARATORS: [char; 3] = ['\u{3001}', ',', '\u{ff0c}'];
/// Between a name and where it belongs.
const AT: char = '@';

/// Looks names up, in one language for its refusals.
#[derive(Clone, Copy)]
pub struct Names<'a, 'q> {
    /// The records.
    pub books: &'q Books<'a>,
    /// The words of refusals.
    pub tr: Tr,
}

impl Names<'_, '_> {
    /// No record of that name.
    pub fn unknown(&self, name: &str) -> Refusal {
        Refusal { kind: RefusalKind::UnknownName, reason: self.tr.refused_unknown_name(name) }
    }

    /// Several records of that name.
    pub fn ambiguous(&self, name: &str, found: &[String]) -> Refusal {
        let listed = found.join(self.tr.list_comma());
        Refusal { kind: RefusalKind::AmbiguousName, reason: self.tr.refused_ambiguous_name(name, &listed) }
    }

    /// The institution of a full or short name.
    pub fn institution(&self, name: &str) -> Result<InstitutionId, Refusal> {
        let all = || self.books.registry.institutions.values();
        let exact: Vec<_> = all().filter(|place| same(&place.name, name)).collect();
        let found = if exact.is_empty() {
            all().filter(|place| names_one_of(&place.short_name, name)).collect()
        } else {
            exact
        };
        match found.as_slice() {
            [] => Err(self.unknown(name)),
            [one] => Ok(one.id),
            several => {
                let names: Vec<_> = several.iter().map(|place| format!("{}({})", place.name, place.county)).collect();
                Err(self.ambiguous(name, &names))
            }
        }
    }

    /// The person of a name, with institution and department where needed, or of a staff number; `None` where there
    /// is none, which may still be a name kept as text.
    pub fn person(&self, text: &str) -> Result<Option<PersonId>, Refusal> {
        let mut parts = text.split(AT);
        let name = tidy_name(parts.next().unwrap_or_default());
        let place = parts.next().map(|name| self.institution(name.trim())).transpose()?;
        let dept = parts.next().map(str::trim);
        let registry = self.books.registry;
        let is_there = |person: &&crate::domain::Person| {
            place.is_none_or(|place| person.inst == Some(place))
                && dept.is_none_or(|dept| {
                    person.dept.and_then(|id| self.books.dept(id)).is_some_and(|one| same(&one.name, dept))
                })
        };
        let bearers = registry.people.values().filter(|person| person.name == name);
        let mut found: Vec<_> = bearers.filter(is_there).collect();
        if found.is_empty() && place.is_none() {
            let code = text.trim();
            found = registry.people.values().filter(|person| !code.is_empty() && person.code == code).collect();
        }
        // One who is no longer in use does not count, so the name means the other.
        if found.iter().any(|person| !person.is_retired) {
            found.retain(|person| !person.is_retired);
        }
        match found.as_slice() {
            [] if place.is_some() => Err(self.unknown(text)),
            [] => Ok(None),
            [one] => Ok(Some(one.id)),
            several => {
                let book = NameBook::new(registry);
                let listed: Vec<_> = several
                    .iter()
                    .map(|person| {
                        let home = person.inst.and_then(|id| self.books.place(id)).map_or("", |place| &place.name);
                        format!("{}{AT}{home}", book.name(person))
                    })
                    .collect();
                Err(self.ambiguous(text, &listed))
            }
        }
    }

    /// Every department of a name, or the one of `department@institution`.
    pub fn departments(&self, text: &str) -> Result<BTreeSet<DepartmentId>, Refusal> {
        let (name, place) = match text.split_once(AT) {
            Some((name, place)) => (name.trim(), Some(self.institution(place.trim())?)),
            None => (text, None),
        };
        let named = self.books.registry.departments.values().filter(|dept| same(&dept.name, name));
        Ok(named.filter(|dept| place.is_none_or(|place| dept.inst == place)).map(|dept| dept.id).collect())
    }

    /// The department with its institution, as a question would say it.
    pub fn department_name(&self, id: DepartmentId) -> String {
        let dept = self.books.dept(id);
        let place = dept.and_then(|dept| self.books.place(dept.inst));
        format!("{}{AT}{}", dept.map_or("", |dept| &dept.name), place.map_or("", |place| &place.name))
    }

    /// The relations `supporter→host`.
    pub fn relations(&self, text: &str) -> Result<BTreeSet<RelationId>, Refusal> {
        let (from, to) = ["\u{2192}", "->", "\u{2014}>"]
            .iter()
            .find_map(|arrow| text.split_once(arrow))
            .ok_or_else(|| self.unknown(text))?;
        let (from, to) = (self.institution(from.trim())?, self.institution(to.trim())?);
        let found: BTreeSet<_> = self
            .books
            .registry
            .relations
            .values()
            .filter(|relation| (relation.from_inst, relation.to_inst) == (from, to))
            .map(|relation| relation.id)
            .collect();
        if found.is_empty() { Err(self.unknown(text)) } else { Ok(found) }
    }

    /// A relation as a question says it.
    pub fn relation_name(&self, id: RelationId) -> String {
        let Some(relation) = self.books.registry.relations.get(&id) else { return String::new() };
        let name = |id| self.books.place(id).map_or("", |place| place.name.as_str());
        format!("{}\u{2192}{}", name(relation.from_inst), name(relation.to_inst))
    }

    /// The programme of a relation.
    pub fn programme_of(&self, id: RelationId) -> &'static str {
        self.books.registry.relations.get(&id).map_or("", |relation| ZH.programme(relation.programme))
    }
}

/// Whether one of several names in a text is that name.
pub fn names_one_of(text: &str, name: &str) -> bool {
    text.split(SEPARATORS).any(|one| same(one, name))
}

/// Whether two names are the same: spaces and the width of brackets do not matter.
pub fn same(one: &str, other: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
        text.chars().filter(|letter| !letter.is_whitespace()).map(|letter| match letter {
            '\u{ff08}' => '(',
            '\u{ff09}' => ')',
            other => other,
        })
    }
    letters(one).eq(letters(other))
}
