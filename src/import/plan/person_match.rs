//! Whom a name means: number, institution, posting, department and title decide, in this order.

use super::bench::Bench;
use super::line::Line;
use super::outcome::{About, Refused};
use crate::domain::{InstitutionId, Person, PersonId};
use crate::import::values::NameValue;
use crate::import::{Code, values};

/// What a row says about a person.
#[derive(Debug, Clone, Default)]
pub(super) struct Who {
    /// Heading of the cell with the name: where a refusal points to.
    pub(super) heading: &'static str,
    /// Staff number.
    pub(super) code: Option<String>,
    /// Name.
    pub(super) name: String,
    /// Home institution, where the row says so.
    pub(super) inst: Option<InstitutionId>,
    /// What stands in brackets behind the name: lists tell namesakes apart by it.
    pub(super) mark: Option<String>,
    /// Department, at home or at the host.
    pub(super) dept: Option<String>,
    /// Title.
    pub(super) title: Option<String>,
    /// Home or host that the sheet is about: a preference, not a condition.
    pub(super) side: Vec<InstitutionId>,
    /// Whether a number may bring another spelling of the name (staff lists); else both must agree.
    pub(super) may_rename: bool,
    /// Whether only people with a stint can be meant.
    pub(super) is_posted: bool,
}

impl Who {
    /// A name as the cell under the heading gives it.
    pub(super) fn of(heading: &'static str, name: NameValue) -> Self {
        let mark = (!name.remark.is_empty()).then_some(name.remark);
        Self { heading, name: name.name, mark, ..Self::default() }
    }
}

impl Bench<'_> {
    /// The person, who must be known: R10 where there is none, R09 where several fit.
    pub(super) fn known_person(&self, line: &Line<'_>, who: &Who) -> Result<PersonId, Refused> {
        match self.matching_person(line, who)? {
            Some(id) => Ok(id),
            None => Err(line.refuse(who.heading, Code::R10, About::Nothing)),
        }
    }

    /// The person, if known. R09 where several fit.
    pub(super) fn matching_person(&self, line: &Line<'_>, who: &Who) -> Result<Option<PersonId>, Refused> {
        if let Some(id) = self.by_code(who) {
            return Ok(Some(id));
        }
        let mut fits = self.of_name(&who.name);
        if who.code.is_some() {
            // Another number means another person, even under the same name.
            fits.retain(|id| self.draft.get(*id).is_some_and(|person| person.code.is_empty()));
        }
        if let Some(inst) = who.inst {
            fits.retain(|id| self.draft.get(*id).is_some_and(|person| person.inst.is_none_or(|home| home == inst)));
        }
        self.decide(line, who, fits)
    }

    /// The person with the number: of the same institution, and of the same name unless it may change.
    fn by_code(&self, who: &Who) -> Option<PersonId> {
        let numbered = self.index.people_by_code(who.code.as_deref()?);
        let is_meant = |id: &&PersonId| {
            self.draft.get(**id).is_some_and(|person| {
                (person.name == who.name || who.may_rename && !self.is_somebody_else(**id, who))
                    && can_be_at(person, who.inst)
            })
        };
        numbered.iter().find(is_meant).copied()
    }

    /// Whether the name is borne by others of the institution: then the number does not bring a new spelling of it.
    fn is_somebody_else(&self, id: PersonId, who: &Who) -> bool {
        let others = self.index.people(&who.name).iter().filter(|other| **other != id);
        others.filter_map(|other| self.draft.get(*other)).any(|person| can_be_at(person, who.inst))
    }

    /// Who else at the institution has the number.
    pub(super) fn other_of_number(&self, who: &Who, own: Option<PersonId>) -> Option<&Person> {
        let numbered = self.index.people_by_code(who.code.as_deref()?).iter();
        let others = numbered.filter(|id| Some(**id) != own).filter_map(|id| self.draft.get(*id));
        others.into_iter().find(|person| can_be_at(person, who.inst))
    }

    fn decide(&self, line: &Line<'_>, who: &Who, mut fits: Vec<PersonId>) -> Result<Option<PersonId>, Refused> {
        if let (true, Some(mark)) = (fits.len() > 1, who.mark.as_ref()) {
            prefer(&mut fits, |id| self.bears_mark(*id, mark));
        }
        if fits.len() > 1 && who.is_posted {
            prefer(&mut fits, |id| !self.index.stints(*id).is_empty());
        }
        if fits.len() > 1 && !who.side.is_empty() {
            prefer(&mut fits, |id| self.is_on_side(*id, &who.side));
        }
        if let (true, Some(dept)) = (fits.len() > 1, who.dept.as_ref()) {
            prefer(&mut fits, |id| self.works_in(*id, dept));
        }
        if let (true, Some(title)) = (fits.len() > 1, who.title.as_ref()) {
            prefer(&mut fits, |id| self.draft.get(*id).is_some_and(|person| person.title_text == *title));
        }
        match fits.as_slice() {
            [] => Ok(None),
            [one] => Ok(Some(*one)),
            several => {
                let names = several.iter().map(|id| self.person_in_full(*id)).collect();
                Err(line.refuse(who.heading, Code::R09, About::People(names)))
            }
        }
    }

    /// People of that name; of the name without its form of address only if nobody has the longer one.
    fn of_name(&self, name: &str) -> Vec<PersonId> {
        let exact = self.index.people(name);
        if !exact.is_empty() {
            return exact.to_vec();
        }
        values::name_without_title(name).map_or_else(Vec::new, |(bare, _)| self.index.people(bare.trim()).to_vec())
    }

    fn is_on_side(&self, id: PersonId, side: &[InstitutionId]) -> bool {
        let is_home = self.draft.get(id).and_then(|person| person.inst).is_some_and(|home| side.contains(&home));
        let stints = self.index.stints(id).iter().filter_map(|stint| self.draft.get(*stint));
        is_home || stints.into_iter().any(|stint| side.contains(&stint.host_inst))
    }

    /// Whether the text in brackets is what tells the person from namesakes: department, institution or number.
    pub(super) fn bears_mark(&self, id: PersonId, mark: &str) -> bool {
        let Some(person) = self.draft.get(id) else { return false };
        let mark = values::institution_key(mark);
        let inst = person.inst.map(|inst| self.institution_name(inst)).unwrap_or_default();
        let marks = [self.department_name(person.dept), inst, person.code.clone()];
        marks.iter().any(|own| !own.is_empty() && values::institution_key(own) == mark)
    }

    fn works_in(&self, id: PersonId, dept: &str) -> bool {
        let wanted = values::institution_key(dept);
        let home = self.draft.get(id).and_then(|person: &Person| person.dept);
        let hosts = self.index.stints(id).iter().filter_map(|stint| self.draft.get(*stint)?.host_dept);
        home.into_iter().chain(hosts).any(|dept| values::institution_key(&self.department_name(Some(dept))) == wanted)
    }

    /// Institution and department, to tell people of the same name apart.
    fn person_in_full(&self, id: PersonId) -> String {
        let Some(person) = self.draft.get(id) else { return String::new() };
        let inst = person.inst.map(|inst| self.institution_name(inst)).unwrap_or_default();
        format!("{inst}{}{}", self.department_name(person.dept), person.code)
    }

    /// A name with the department behind it where others share it.
    pub(super) fn person_name(&self, id: PersonId) -> String {
        self.draft.get(id).map(|person| person.name.clone()).unwrap_or_default()
    }
}

/// Whether somebody's home can be the institution, as far as both are known.
fn can_be_at(person: &Person, inst: Option<InstitutionId>) -> bool {
    person.inst.is_none() || inst.is_none() || person.inst == inst
}

/// Keeps those that fit, unless none does.
fn prefer(fits: &mut Vec<PersonId>, fit: impl Fn(&PersonId) -> bool) {
    if fits.iter().any(&fit) {
        fits.retain(fit);
    }
}
