//! One line of the list: a stint with its person, or a person without one.

use chrono::NaiveDate;

use crate::domain::{BatchId, NameBook, Person, PersonId, Precision, Registry, Stint, StintId};
use crate::i18n::Tr;

/// How many days before the planned end a stint is called for, as offices plan the handover a quarter ahead.
const ENDING_SOON_DAYS: i64 = 90;

/// How a stint stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// The planned end is past and no actual one is entered.
    Overdue,
    /// It ends within so many days.
    EndsSoon(i64),
    /// On post.
    OnPost,
    /// Not arrived yet.
    ToCome,
    /// Has left.
    Left,
    /// A person without a stint.
    OwnStaff,
}

impl Standing {
    /// How the stint stands on a day.
    #[must_use]
    pub fn of(stint: &Stint, today: NaiveDate) -> Self {
        if today < stint.first_day() {
            return Self::ToCome;
        }
        match (stint.leave_on, stint.last_day()) {
            (Some(_), Some(last)) if last < today => Self::Left,
            (None, Some(last)) if last < today => Self::Overdue,
            (_, Some(last)) if (last - today).num_days() <= ENDING_SOON_DAYS => {
                Self::EndsSoon((last - today).num_days())
            }
            _ => Self::OnPost,
        }
    }

    /// Whether the expert is on post.
    #[must_use]
    pub const fn is_on_post(self) -> bool {
        matches!(self, Self::Overdue | Self::EndsSoon(_) | Self::OnPost)
    }

    /// Whether somebody should look at it.
    #[must_use]
    pub const fn is_problem(self) -> bool {
        matches!(self, Self::Overdue | Self::EndsSoon(_))
    }
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonLine {
    /// The stint, absent for own staff.
    pub stint: Option<StintId>,
    /// The person.
    pub person: PersonId,
    /// The batch.
    pub batch: Option<BatchId>,
    /// How it stands.
    pub standing: Standing,
    /// What is missing or due, in words; empty for nothing.
    pub remark: String,
    /// Texts by column.
    pub cells: Vec<String>,
    /// What the name is sorted by.
    pub name_key: String,
    pub(super) sort: (bool, i64, PersonId, NaiveDate),
}

impl PersonLine {
    /// The address of the columns that [`PersonLine::cells`] follows.
    pub const COLUMNS: [&'static str; 18] = [
        "name",
        "remark",
        "sex",
        "birth_year",
        "title_text",
        "inst",
        "home_dept",
        "host_inst",
        "host_dept",
        "batch",
        "role",
        "mode",
        "specialty",
        "arrive_on",
        "plan_leave_on",
        "leave_on",
        "phone",
        "note",
    ];

    /// The key by which the line is selected: that of the stint, or the negative one of the person.
    #[must_use]
    pub fn key(&self) -> i64 {
        self.stint.map_or(-self.person.raw(), crate::domain::Id::raw)
    }

    /// Whether the stint is over.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.standing == Standing::Left
    }

    /// Whether somebody should look at it.
    #[must_use]
    pub const fn is_problem(&self) -> bool {
        !self.remark.is_empty()
    }

    pub(super) fn of_stint(
        stint: &Stint,
        registry: &Registry,
        names: &NameBook,
        today: NaiveDate,
        tr: Tr,
    ) -> Option<Self> {
        let person = registry.people.get(&stint.person)?;
        let standing = Standing::of(stint, today);
        let remark = remark(stint, standing, tr);
        let inst = |id| registry.institutions.get(&id).map_or("", |inst| inst.name.as_str());
        let dept = stint.host_dept.and_then(|id| registry.departments.get(&id)).map_or("", |dept| dept.name.as_str());
        let batch = stint.batch.and_then(|id| registry.batches.get(&id));
        let date = |on: Option<NaiveDate>, precision: Precision| {
            on.map_or_else(String::new, |on| tr.known_date(on, precision))
        };
        let mut cells = person_cells(person, registry, names, tr);
        cells.splice(1..1, [remark.clone()]);
        let note = [person.note.as_str(), stint.note.as_str()].into_iter().filter(|note| !note.is_empty());
        let note = note.collect::<Vec<_>>().join("; ");
        cells.extend([
            inst(stint.host_inst).to_owned(),
            dept.to_owned(),
            batch.map_or_else(String::new, |batch| tr.batch_name(batch)),
            tr.stint_role(stint.role).to_owned(),
            tr.stint_mode(stint.mode).to_owned(),
            if stint.specialty.is_empty() { person.specialty.clone() } else { stint.specialty.clone() },
            date(Some(stint.arrive_on), stint.arrive_prec),
            date(stint.plan_leave_on, stint.plan_leave_prec),
            date(stint.leave_on, stint.leave_prec),
            person.phone.clone(),
            note,
        ]);
        Some(Self {
            stint: Some(stint.id),
            person: person.id,
            batch: stint.batch,
            standing,
            sort: (remark.is_empty(), person.sort, person.id, stint.arrive_on),
            remark,
            cells,
            name_key: person.name.clone(),
        })
    }

    pub(super) fn of_person(person: &Person, registry: &Registry, names: &NameBook, tr: Tr) -> Self {
        let mut cells = person_cells(person, registry, names, tr);
        let remark = if person.is_retired { tr.people_retired().to_owned() } else { String::new() };
        cells.splice(1..1, [remark.clone()]);
        cells.extend(std::iter::repeat_n(String::new(), 5));
        cells.push(person.specialty.clone());
        cells.extend(std::iter::repeat_n(String::new(), 3));
        cells.extend([person.phone.clone(), person.note.clone()]);
        Self {
            stint: None,
            person: person.id,
            batch: None,
            standing: Standing::OwnStaff,
            remark: String::new(),
            sort: (true, person.sort, person.id, NaiveDate::MIN),
            cells,
            name_key: person.name.clone(),
        }
    }
}

/// Name, sex, year of birth, title, home institution and department.
fn person_cells(person: &Person, registry: &Registry, names: &NameBook, tr: Tr) -> Vec<String> {
    let inst = person.inst.and_then(|id| registry.institutions.get(&id));
    let dept = person.dept.and_then(|id| registry.departments.get(&id));
    vec![
        names.name(person).to_owned(),
        person.sex.map_or("", |sex| tr.sex(sex)).to_owned(),
        person.birth_year.map_or_else(String::new, |year| year.to_string()),
        person.title_text.clone(),
        inst.map_or_else(String::new, |inst| inst.name.clone()),
        dept.map_or_else(String::new, |dept| dept.name.clone()),
    ]
}

/// What is missing or due.
fn remark(stint: &Stint, standing: Standing, tr: Tr) -> String {
    let due = match standing {
        Standing::Overdue => tr.people_overdue().to_owned(),
        Standing::EndsSoon(0) => tr.people_ends_today().to_owned(),
        Standing::EndsSoon(days) => tr.people_ends_soon(days),
        Standing::OnPost | Standing::ToCome | Standing::Left | Standing::OwnStaff => String::new(),
    };
    let is_current = standing.is_on_post() || standing == Standing::ToCome;
    let no_dept = if is_current && stint.host_dept.is_none() { tr.people_no_department() } else { "" };
    let no_end = if is_current && stint.last_day().is_none() { tr.people_no_end() } else { "" };
    let parts = [due.as_str(), no_dept, no_end];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(tr.schedule_between())
}
