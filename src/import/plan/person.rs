//! Sheet kind `person`: the staff list of an institution.

use super::bench::Bench;
use super::line::{Line, fill, fill_phone, fill_some, fill_title};
use super::lookup::{Dept, Inst};
use super::outcome::{About, Refused, Taken};
use super::person_match::Who;
use crate::domain::{InstitutionId, InstitutionKind, Person, PersonId};
use crate::import::{Code, RowResult, values};

const CODE: &str = "编号";
const NAME: &str = "姓名";
const INSTITUTION: &str = "单位";
const DEPARTMENT: &str = "科室";

/// One member of staff.
pub(super) fn take(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let name = line.required_name(NAME)?;
    let home = home(bench, line)?;
    let dept = bench.department_cell(line, DEPARTMENT, home.as_ref().and_then(Inst::known))?;
    let who = Who {
        code: line.code(),
        inst: home.as_ref().and_then(Inst::known),
        dept: line.text(DEPARTMENT),
        title: line.text("职称"),
        may_rename: true,
        ..Who::of(NAME, name)
    };
    let stored = match home {
        Some(Inst::New(_)) => None,
        _ => bench.matching_person(line, &who)?,
    };
    if let (false, Some(other)) = (matches!(home, Some(Inst::New(_))), bench.other_of_number(&who, stored)) {
        return Err(line.refuse(CODE, Code::R11, About::Name(other.name.clone())));
    }
    let sex = line.read("性别", values::sex)?;
    let birth_year = line.read("出生年", values::birth_year)?;
    let discipline = line.read("学科类别", values::discipline)?;

    let stored = stored.map(|id| told_apart(bench, line, id, &dept, &who)).transpose()?;
    let inst = home.map(|home| settle(bench, home));
    let dept = inst.and_then(|inst| bench.settle_department(inst, dept));
    let mut person = match stored {
        Some(person) => person,
        None => new(bench, who.name.clone()),
    };
    fill(&mut person.code, who.code);
    fill_some(&mut person.inst, inst);
    fill_some(&mut person.dept, dept);
    fill_some(&mut person.sex, sex);
    fill_some(&mut person.birth_year, birth_year);
    fill_some(&mut person.discipline, discipline);
    fill_title(&mut person.title_text, &mut person.title_rank, who.title);
    fill(&mut person.post, line.text("职务"));
    fill(&mut person.party, line.text("政治面貌"));
    fill(&mut person.specialty, line.text("专业"));
    fill_phone(&mut person.phone, values::phone(line.raw("联系电话")));
    fill(&mut person.note, line.text("备注"));
    let id = person.id;
    let result = bench.claim_person(&person).map_err(|_| line.refuse(NAME, Code::R11, About::Nothing))?;
    let result = result.with(bench.keep_mark(id, who.mark));
    bench.listed.insert(id);
    Ok(result)
}

fn home(bench: &Bench<'_>, line: &Line<'_>) -> Result<Option<Inst>, Refused> {
    if let Some(inst) = bench.institution_cell(line, INSTITUTION)? {
        return Ok(Some(inst));
    }
    Ok(bench.context_institution(line, "institution").or_else(|| bench.own()).map(Inst::Known))
}

fn settle(bench: &mut Bench<'_>, home: Inst) -> InstitutionId {
    match home {
        Inst::Known(id) => id,
        Inst::New(name) => bench.create_institution(&name, InstitutionKind::Other),
    }
}

/// The stored person. A number may bring a new spelling of the name, but two names under one number are a slip;
/// and two rows of one list that differ in department are two people whom only the clerk can tell apart.
fn told_apart(bench: &Bench<'_>, line: &Line<'_>, id: PersonId, dept: &Dept, who: &Who) -> Result<Person, Refused> {
    let mut person = bench.draft.get(id).cloned().unwrap_or_default();
    let is_listed_twice = bench.listed.contains(&id);
    if is_listed_twice && who.code.is_some() && person.name != who.name {
        return Err(line.refuse(CODE, Code::R11, About::Name(person.name)));
    }
    let is_elsewhere = match dept {
        Dept::Unnamed => false,
        Dept::Known(dept) => person.dept.is_some_and(|own| own != *dept),
        Dept::New(_) => person.dept.is_some(),
    };
    if is_listed_twice && is_elsewhere && who.code.is_some() {
        return Err(line.refuse(DEPARTMENT, Code::R11, About::Name(bench.department_name(person.dept))));
    }
    if is_listed_twice && is_elsewhere {
        let names = vec![bench.department_name(person.dept), line.text(DEPARTMENT).unwrap_or_default()];
        return Err(line.refuse(NAME, Code::R09, About::People(names)));
    }
    if who.code.is_some() && who.code.as_ref() == Some(&person.code) {
        person.name.clone_from(&who.name);
    }
    Ok(person)
}

impl Bench<'_> {
    /// Keeps what stood behind the name as a remark, unless it only tells the person from namesakes.
    fn keep_mark(&mut self, id: PersonId, mark: Option<String>) -> RowResult {
        let Some(mark) = mark.filter(|mark| !self.bears_mark(id, mark)) else { return RowResult::Unchanged };
        match self.draft.get(id) {
            Some(stored) if stored.note.is_empty() => {
                let person = Person { note: mark, ..stored.clone() };
                self.put_person(person)
            }
            _ => RowResult::Unchanged,
        }
    }
}

/// A person that is not stored yet, at the end of the list.
pub(super) fn new(bench: &mut Bench<'_>, name: String) -> Person {
    Person {
        id: bench.draft.new_id(),
        name,
        sort: bench.draft.last_sort(|person: &Person| person.sort),
        ..Person::default()
    }
}
