//! Under which relation or programme a record stands, and whom a row means on either side of it.

use chrono::NaiveDate;

use super::bench::Bench;
use super::line::Line;
use super::lookup::Dept;
use super::outcome::Refused;
use super::person;
use super::person_match::Who;
use crate::domain::{DepartmentId, InstitutionId, PersonId, Programme, RelationId, Stint, StintId, StintMode, rank_of};
use crate::import::values;

/// Relation and programme of a record: of both only what its posting does not say already.
pub(super) type Scope = (Option<RelationId>, Option<Programme>);

impl Bench<'_> {
    /// The relation chosen for the sheet, else its programme; neither where the posting has a relation.
    pub(super) fn scope(&self, line: &Line<'_>, stint: Option<StintId>) -> Scope {
        if stint.and_then(|id| self.draft.get(id)).is_some_and(|stint| stint.relation.is_some()) {
            return (None, None);
        }
        let programme = Self::context_programme(line);
        let ends = Self::context_ends(line);
        let known = |name: Option<&String>| match self.index.institutions(name?) {
            [one] => Some(*one),
            _ => None,
        };
        let relation = known(ends.from.as_ref())
            .zip(known(ends.to.as_ref()))
            .and_then(|(from, to)| self.relation_between(from, to, programme));
        (relation, if relation.is_some() { None } else { programme })
    }

    /// The posting of a person that a ledger row means: of the programme chosen, running, a long one first.
    pub(super) fn posting_of(&self, line: &Line<'_>, person: PersonId, on: NaiveDate) -> Option<StintId> {
        let programme = Self::context_programme(line);
        let is_of_programme = |stint: &Stint| {
            let relation = stint.relation.and_then(|id| self.draft.get(id));
            relation.is_some_and(|relation| Some(relation.programme) == programme)
        };
        let stints = self.index.stints(person).iter().filter_map(|id| self.draft.get(*id));
        let rank = |stint: &&Stint| {
            let is_foreign = programme.is_some() && !is_of_programme(stint);
            let away = (on - stint.first_day()).num_days().abs();
            (is_foreign, !stint.runs_on(on), stint.mode != StintMode::LongTerm, away)
        };
        stints.min_by_key(rank).map(|stint| stint.id)
    }

    /// The side that receives: of the relation chosen, the institution of the sheet, the own one.
    pub(super) fn receiving_side(&self, line: &Line<'_>) -> Option<InstitutionId> {
        let named = Self::context_ends(line).to;
        let chosen = named.and_then(|name| match self.index.institutions(&name) {
            [one] => Some(*one),
            _ => None,
        });
        chosen.or_else(|| self.context_institution(line, "institution")).or_else(|| self.own())
    }

    /// The department of that name at the institution, made where it keeps no list; `None` where it is not on the list.
    pub(super) fn department_if_any(&mut self, inst: InstitutionId, name: Option<String>) -> Option<DepartmentId> {
        let name = name?;
        match self.index.department(inst, &name) {
            Some(id) => Some(id),
            None if self.index.has_list(inst) => None,
            None => Some(self.department_or_new(inst, &name)),
        }
    }

    /// Makes a person that a row introduces, or fills what is not known yet of one that is stored.
    pub(super) fn introduce(
        &mut self,
        known: Option<PersonId>,
        who: &Who,
        home: InstitutionId,
        dept: Dept,
    ) -> PersonId {
        let mut person = match known.and_then(|id| self.draft.get(id)) {
            Some(stored) => stored.clone(),
            None => person::new(self, who.name.clone()),
        };
        if known.is_none() {
            person.code = who.code.clone().unwrap_or_default();
            person.inst = Some(home);
        }
        if person.inst == Some(home) && person.dept.is_none() {
            person.dept = self.settle_department(home, dept);
        }
        if let (true, Some(title)) = (person.title_text.is_empty(), who.title.clone()) {
            person.title_rank = rank_of(&title);
            person.title_text = title;
        }
        let id = person.id;
        self.put_person(person);
        id
    }

    /// A name that a ledger keeps as text, with the person it means where one is known beyond doubt.
    pub(super) fn linked(
        &self,
        line: &Line<'_>,
        heading: &'static str,
        name: &str,
        side: Option<InstitutionId>,
    ) -> Option<PersonId> {
        let who = Who { heading, name: name.to_owned(), side: side.into_iter().collect(), ..Who::default() };
        self.matching_person(line, &who).ok().flatten()
    }
}

/// An institution that may carry the department behind it: 商洛市中心医院胃肠外科.
pub(super) fn institution_and_department(
    bench: &Bench<'_>,
    line: &Line<'_>,
    heading: &str,
) -> Result<(Option<InstitutionId>, Option<String>), Refused> {
    let Some(text) = line.text(heading) else { return Ok((None, None)) };
    if let Some(id) = bench.institution(line, heading, &text)? {
        return Ok((Some(id), None));
    }
    let known = &bench.registry().institutions;
    let full = known.values().map(|inst| inst.name.as_str());
    let short = known.values().flat_map(|inst| inst.short_name.split('、'));
    match values::split_institution(&text, full.chain(short)) {
        Some((name, rest)) => {
            let inst = bench.institution(line, heading, name)?;
            Ok((inst, (!rest.is_empty()).then(|| rest.to_owned())))
        }
        None => bench.known_institution_cell(line, heading).map(|inst| (inst, None)),
    }
}
