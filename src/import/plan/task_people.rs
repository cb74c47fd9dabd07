//! Who is responsible for a task: leader, lead department, owner, cooperating departments.

use super::bench::Bench;
use super::line::{Line, fill};
use super::lookup::Dept;
use super::outcome::{About, Refused};
use super::person_match::Who;
use crate::domain::{DepartmentId, InstitutionId, PersonId, Task, TaskTemplate};
use crate::import::{Code, values};

const LEADER: &str = "责任领导";
const LEAD_DEPT: &str = "牵头科室";
const OWNER: &str = "责任人";
const COOPERATE: &str = "配合科室";

/// Who is responsible, as a row says.
#[derive(Debug, Clone, Default)]
pub(super) struct TaskPeople {
    leader: Option<String>,
    lead_dept: Option<String>,
    dept: Option<DepartmentId>,
    owner: Option<String>,
    owner_person: Option<PersonId>,
    cooperate: Option<String>,
}

impl TaskPeople {
    /// Sets them unless the cells were blank; another name without a record clears the one of the name before.
    pub(super) fn fill(self, task: &mut Task) {
        // The same words mean what they meant when they were stored.
        if self.lead_dept.as_ref().is_some_and(|name| *name != task.lead_dept) {
            task.dept = self.dept;
        }
        if self.owner.as_ref().is_some_and(|name| *name != task.owner) {
            task.owner_person = self.owner_person;
        }
        fill(&mut task.leader, self.leader);
        fill(&mut task.lead_dept, self.lead_dept);
        fill(&mut task.owner, self.owner);
        fill(&mut task.cooperate, self.cooperate);
    }

    /// Sets them on a template, which knows no records.
    pub(super) fn fill_template(&self, template: &mut TaskTemplate) {
        fill(&mut template.leader, self.leader.clone());
        fill(&mut template.lead_dept, self.lead_dept.clone());
        fill(&mut template.owner, self.owner.clone());
        fill(&mut template.cooperate, self.cooperate.clone());
    }
}

impl Bench<'_> {
    /// Who is responsible. A department that the list of the institution lacks is R04, an owner whom its staff list
    /// lacks R10.
    pub(super) fn task_people(&self, line: &Line<'_>, site: Option<InstitutionId>) -> Result<TaskPeople, Refused> {
        let inst = site.or_else(|| self.own());
        let (lead_dept, dept) = self.lead_department(line, inst)?;
        let owner = line.text(OWNER);
        let owner_person = match inst.zip(owner.as_deref()) {
            Some((inst, owner)) => self.owner(line, inst, owner)?,
            None => None,
        };
        let cooperate = values::list(line.raw(COOPERATE)).join("、");
        Ok(TaskPeople {
            leader: line.text(LEADER),
            lead_dept,
            dept,
            owner,
            owner_person,
            cooperate: (!cooperate.is_empty()).then_some(cooperate),
        })
    }

    /// The lead department: of several the first; another institution may lead as well.
    fn lead_department(
        &self,
        line: &Line<'_>,
        inst: Option<InstitutionId>,
    ) -> Result<(Option<String>, Option<DepartmentId>), Refused> {
        let names = values::list(line.raw(LEAD_DEPT));
        let Some(first) = names.first() else { return Ok((None, None)) };
        let written = Some(names.join("、"));
        let Some(inst) = inst else { return Ok((written, None)) };
        if let Some(id) = self.index.department(inst, first) {
            return Ok((written, Some(id)));
        }
        if names.len() > 1 || !self.index.institutions(first).is_empty() {
            return Ok((written, None));
        }
        match self.department_cell(line, LEAD_DEPT, Some(inst))? {
            Dept::Known(id) => Ok((written, Some(id))),
            Dept::Unnamed | Dept::New(_) => Ok((written, None)),
        }
    }

    /// The owner as a person: a name is sought among all people, and must be known where the institution has brought
    /// its staff list; several names, posts and departments stay words.
    fn owner(&self, line: &Line<'_>, inst: InstitutionId, owner: &str) -> Result<Option<PersonId>, Refused> {
        let names = values::names(line.raw(OWNER));
        let [name] = names.as_slice() else { return Ok(None) };
        let who = Who { side: vec![inst], ..Who::of(OWNER, name.clone()) };
        if let Some(person) = self.matching_person(line, &who)? {
            return Ok(Some(person));
        }
        if values::may_be_person(&name.name, owner) && self.registry().has_staff_list(inst) {
            return Err(line.refuse(OWNER, Code::R10, About::Nothing));
        }
        Ok(None)
    }
}
