//! The form of a person and a stint: texts as typed, what is wrong with them, and the one edit they make.

use chrono::NaiveDate;

use super::known::read_known_date;
use super::pick::Pick;
use crate::domain::{
    Batch, BatchId, Department, DepartmentId, Discipline, Edit, EndReason, Id, Institution, InstitutionId,
    InstitutionKind, Label, Person, Precision, Registry, Relation, RelationId, Row, Sex, Stint, StintMode, StintRole,
    Table, rank_of, tidy_name,
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

/// The stint part of the form.
#[derive(Debug, Clone, PartialEq)]
pub struct StintPart {
    /// Where.
    pub host_inst: Pick<Institution>,
    /// In which department there.
    pub host_dept: Pick<Department>,
    /// The batch.
    pub batch: Option<BatchId>,
    /// Role inside the team.
    pub role: StintRole,
    /// How it is served.
    pub mode: StintMode,
    /// First day, as typed.
    pub arrive: String,
    /// Planned last day, as typed.
    pub plan_leave: String,
    /// Actual last day, as typed.
    pub leave: String,
    /// Why it ended.
    pub end_reason: Option<EndReason>,
    /// Whether mentoring is not expected.
    pub no_mentoring: bool,
    /// Remark.
    pub note: String,
    base: Option<Stint>,
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
        let person_id = if is_new_person { Id::new(registry.next_id(Table::Person)) } else { person.id };
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

impl StintPart {
    fn new(registry: &Registry, batch: Option<&Batch>, today: NaiveDate) -> Self {
        Self {
            host_inst: registry.own_institution().map(|inst| inst.id).into(),
            host_dept: Pick::Nothing,
            batch: batch.map(|batch| batch.id),
            role: StintRole::Member,
            mode: StintMode::LongTerm,
            arrive: today.format("%Y-%m-%d").to_string(),
            plan_leave: String::new(),
            leave: String::new(),
            end_reason: None,
            no_mentoring: false,
            note: String::new(),
            base: None,
        }
    }

    fn of(stint: &Stint, tr: Tr) -> Self {
        let date = |on: Option<NaiveDate>, precision: Precision| {
            on.map_or_else(String::new, |on| tr.known_date(on, precision))
        };
        Self {
            host_inst: Pick::Known(stint.host_inst),
            host_dept: stint.host_dept.into(),
            batch: stint.batch,
            role: stint.role,
            mode: stint.mode,
            arrive: date(Some(stint.arrive_on), stint.arrive_prec),
            plan_leave: date(stint.plan_leave_on, stint.plan_leave_prec),
            leave: date(stint.leave_on, stint.leave_prec),
            end_reason: stint.end_reason,
            no_mentoring: stint.no_mentoring,
            note: stint.note.clone(),
            base: Some(stint.clone()),
        }
    }

    fn stint(
        &self,
        host: InstitutionId,
        host_dept: Option<DepartmentId>,
        home: Option<InstitutionId>,
        registry: &Registry,
        today: NaiveDate,
    ) -> Option<Stint> {
        let (arrive_on, arrive_prec) = read_known_date(&self.arrive, today)?;
        let plan_leave = read_known_date(&self.plan_leave, today);
        let leave = read_known_date(&self.leave, today);
        let new = Stint {
            id: Id::NEW,
            person: Id::NEW,
            relation: self.relation(host, home, registry),
            batch: self.batch,
            host_inst: host,
            host_dept,
            role: self.role,
            mode: self.mode,
            discipline: None,
            specialty: String::new(),
            arrive_on,
            arrive_prec,
            plan_leave_on: plan_leave.map(|(on, _)| on),
            plan_leave_prec: plan_leave.map(|(_, precision)| precision).unwrap_or_default(),
            leave_on: leave.map(|(on, _)| on),
            leave_prec: leave.map(|(_, precision)| precision).unwrap_or_default(),
            end_reason: self.end_reason.filter(|_| leave.is_some() || self.end_reason == Some(EndReason::Extended)),
            successor_stint: None,
            no_mentoring: self.no_mentoring,
            note: self.note.trim().to_owned(),
        };
        Some(match &self.base {
            None => new,
            Some(base) => Stint {
                id: base.id,
                specialty: base.specialty.clone(),
                successor_stint: base.successor_stint,
                end_reason: if base.end_reason == self.end_reason { base.end_reason } else { new.end_reason },
                ..new
            },
        })
    }

    /// That of the batch, else the stored one, else the one between the two institutions.
    fn relation(&self, host: InstitutionId, home: Option<InstitutionId>, registry: &Registry) -> Option<RelationId> {
        let of_batch = self.batch.and_then(|batch| registry.batches.get(&batch)).map(|batch| batch.relation);
        let stored = self.base.as_ref().and_then(|stint| stint.relation);
        let fits = |relation: &&Relation| relation.to_inst == host && Some(relation.from_inst) == home;
        of_batch.or(stored).or_else(|| registry.relations.values().find(fits).map(|relation| relation.id))
    }
}

/// Rows that are named for the first time, with the keys that the store will give them.
struct NewRows<'a> {
    registry: &'a Registry,
    edits: Vec<Edit>,
    institutions: Vec<(String, InstitutionId)>,
    departments: Vec<(InstitutionId, String, DepartmentId)>,
}

impl<'a> NewRows<'a> {
    const fn new(registry: &'a Registry) -> Self {
        Self { registry, edits: Vec::new(), institutions: Vec::new(), departments: Vec::new() }
    }

    fn next(&self, table: Table) -> i64 {
        let taken = self.edits.iter().filter(|edit| matches!(edit, Edit::Put { row } if row.table() == table));
        self.registry.next_id(table) + i64::try_from(taken.count()).unwrap_or_default()
    }

    fn institution(&mut self, pick: &Pick<Institution>, kind: InstitutionKind) -> Option<InstitutionId> {
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
        let id = Id::new(self.next(Table::Institution));
        self.edits.push(Edit::put(Row::Institution(Institution {
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
        })));
        self.institutions.push((name.to_owned(), id));
        Some(id)
    }

    fn department(&mut self, pick: &Pick<Department>, inst: Option<InstitutionId>) -> Option<DepartmentId> {
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
        let id = Id::new(self.next(Table::Department));
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
