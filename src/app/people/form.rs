//! The form of a person and a stint: texts as typed, what is wrong with them, and the one edit they make.

use chrono::NaiveDate;

use super::known::read_known_date;
use super::new_rows::NewRows;
use super::pick::Pick;
use super::stint_part::StintPart;
use crate::app::fresh::FreshKeys;
use crate::domain::{
    Department, DepartmentId, Discipline, Edit, Institution, InstitutionId, InstitutionKind, Label, Person, Registry,
    Sex, Stint, Table, rank_of, tidy_name,
};
use crate::i18n::Tr;

/// A field that something can be wrong with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormField {
    /// The name.
    Name,
    /// The year of birth.
    BirthYear,
    /// The host institution.
    Host,
    /// The first day.
    Arrive,
    /// The planned last day.
    PlanLeave,
    /// The actual last day.
    Leave,
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Which.
    pub field: FormField,
    /// In words.
    pub words: String,
}

/// The form.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ExpertForm {
    /// Name.
    pub name: String,
    /// Sex.
    pub sex: Option<Sex>,
    /// Year of birth, as typed.
    pub birth_year: String,
    /// Professional title.
    pub title: String,
    /// Home institution.
    pub inst: Pick<Institution>,
    /// Home department.
    pub dept: Pick<Department>,
    /// Kind of staff.
    pub discipline: Option<Discipline>,
    /// Speciality.
    pub specialty: String,
    /// Post.
    pub post: String,
    /// Party membership.
    pub party: String,
    /// The office's own number.
    pub code: String,
    /// Phone.
    pub phone: String,
    /// Remark.
    pub note: String,
    /// The stint; absent for own staff.
    pub stint: Option<StintPart>,
    base: Person,
}

impl ExpertForm {
    /// An empty form for a new expert, hosted by the own institution, on long-term post from today.
    #[must_use]
    pub fn new_expert(registry: &Registry, today: NaiveDate) -> Self {
        let newest = registry.batches.values().max_by_key(|batch| (batch.plan_from, batch.id));
        Self { stint: Some(StintPart::new(registry, newest, today)), ..Self::default() }
    }

    /// An empty form for somebody of the own staff.
    #[must_use]
    pub fn new_staff(registry: &Registry) -> Self {
        Self { inst: registry.own_institution().map(|inst| inst.id).into(), ..Self::default() }
    }

    /// The form of a stored person, with a stint of theirs.
    #[must_use]
    pub fn of(person: &Person, stint: Option<&Stint>, tr: Tr) -> Self {
        Self {
            name: person.name.clone(),
            sex: person.sex,
            birth_year: person.birth_year.map_or_else(String::new, |year| year.to_string()),
            title: person.title_text.clone(),
            inst: person.inst.into(),
            dept: person.dept.into(),
            discipline: stint.and_then(|stint| stint.discipline).or(person.discipline),
            specialty: person.specialty.clone(),
            post: person.post.clone(),
            party: person.party.clone(),
            code: person.code.clone(),
            phone: person.phone.clone(),
            note: person.note.clone(),
            stint: stint.map(|stint| StintPart::of(stint, tr)),
            base: person.clone(),
        }
    }

    /// The same person with one more stint.
    #[must_use]
    pub fn with_new_stint(person: &Person, registry: &Registry, today: NaiveDate, tr: Tr) -> Self {
        Self { stint: Some(StintPart::new(registry, None, today)), ..Self::of(person, None, tr) }
    }

    /// Whether it is for a row that is not stored yet.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.base.id.is_new() || self.stint.as_ref().is_some_and(|stint| stint.base.is_none())
    }

    /// What is wrong with it; empty where it can be stored.
    #[must_use]
    pub fn troubles(&self, today: NaiveDate, tr: Tr) -> Vec<Trouble> {
        let mut troubles = Vec::new();
        let mut say = |field, words: &str| troubles.push(Trouble { field, words: words.to_owned() });
        if tidy_name(&self.name).is_empty() {
            say(FormField::Name, tr.form_name_missing());
        }
        if !self.birth_year.trim().is_empty() && self.read_birth_year().is_none() {
            say(FormField::BirthYear, tr.form_year_wrong());
        }
        let Some(stint) = &self.stint else { return troubles };
        if stint.host_inst.is_nothing() {
            say(FormField::Host, tr.form_host_missing());
        }
        let arrive = read_known_date(&stint.arrive, today);
        if arrive.is_none() {
            say(
                FormField::Arrive,
                if stint.arrive.trim().is_empty() { tr.form_date_missing() } else { tr.form_date_wrong() },
            );
        }
        for (field, typed) in [(FormField::PlanLeave, &stint.plan_leave), (FormField::Leave, &stint.leave)] {
            match (typed.trim().is_empty(), read_known_date(typed, today)) {
                (true, _) => {}
                (false, None) => say(field, tr.form_date_wrong()),
                (false, Some((last, precision))) => {
                    let first = arrive.map(|(on, precision)| precision.span(on).from());
                    if first.is_some_and(|first| precision.span(last).to() < first) {
                        say(field, tr.form_end_before_start());
                    }
                }
            }
        }
        troubles
    }

    /// The edit that stores it: person, stint, and departments or institutions that are named for the first time.
    ///
    /// `None` where something is wrong with it, or nothing would change.
    #[must_use]
    pub fn edit(&self, registry: &Registry, today: NaiveDate, tr: Tr) -> Option<Edit> {
        if !self.troubles(today, tr).is_empty() {
            return None;
        }
        let mut rows = NewRows::new(registry);
        let inst = rows.institution(&self.inst, InstitutionKind::Supporter);
        let dept = rows.department(&self.dept, inst);
        let person = self.person(inst, dept);
        let is_new_person = person.id.is_new();
        let person_id = if is_new_person { FreshKeys::new(registry).nth(1) } else { person.id };
        if is_new_person || person != self.base {
            rows.edits.push(Edit::put(person.clone()));
        }
        let mut is_new = is_new_person;
        let mut table = Table::Person;
        if let Some(part) = &self.stint {
            let host = rows.institution(&part.host_inst, InstitutionKind::Recipient)?;
            let host_dept = rows.department(&part.host_dept, Some(host));
            let stint = Stint {
                person: person_id,
                discipline: self.discipline,
                ..part.stint(host, host_dept, person.inst, registry, today)?
            };
            if part.base.as_ref() != Some(&stint) {
                is_new |= part.base.is_none();
                table = Table::Stint;
                rows.edits.push(Edit::put(stint));
            }
        }
        let name = person.name;
        let label = if is_new { Label::Added { table, name } } else { Label::Changed { table, name } };
        (!rows.edits.is_empty()).then_some(Edit::Many { label, edits: rows.edits })
    }

    fn person(&self, inst: Option<InstitutionId>, dept: Option<DepartmentId>) -> Person {
        let title = self.title.trim().to_owned();
        let title_rank = if title == self.base.title_text { self.base.title_rank } else { rank_of(&title) };
        Person {
            name: tidy_name(&self.name),
            sex: self.sex,
            birth_year: self.read_birth_year(),
            inst,
            dept,
            title_rank,
            title_text: title,
            post: self.post.trim().to_owned(),
            party: self.party.trim().to_owned(),
            code: self.code.trim().to_owned(),
            // During a stint the kind of staff belongs to the stint; without one, to the person.
            discipline: if self.stint.is_some() { self.base.discipline } else { self.discipline },
            specialty: self.specialty.trim().to_owned(),
            phone: self.phone.trim().to_owned(),
            note: self.note.trim().to_owned(),
            ..self.base.clone()
        }
    }

    fn read_birth_year(&self) -> Option<i32> {
        self.birth_year.trim().parse().ok().filter(|year| (1900..=2100).contains(year))
    }
}
