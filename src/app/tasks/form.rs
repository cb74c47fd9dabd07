//! The form of a task: texts as typed, what is wrong with them, and the task that they make.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::change::postponed;
use super::typed::{read_date, read_number};
use crate::domain::{DepartmentId, Edit, InstitutionId, Label, Money, Registry, Table, Task, TaskId, TaskStatus};
use crate::i18n::Tr;
use crate::import::values::may_be_person;

/// What numbers within a list may be.
const NUMBERS: RangeInclusive<u32> = 1..=u32::MAX;
/// What quantities may be.
const QUANTITIES: RangeInclusive<u32> = 0..=u32::MAX;
/// What weights may be.
const WEIGHTS: RangeInclusive<u32> = 0..=1000;

/// A task as it is typed.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskForm {
    /// The stored task, where it is one.
    pub id: TaskId,
    /// List.
    pub list: String,
    /// Title.
    pub title: String,
    /// Site.
    pub site: Option<InstitutionId>,
    /// Category.
    pub category: String,
    /// Standard.
    pub standard: String,
    /// Leader.
    pub leader: String,
    /// Lead department.
    pub lead_dept: String,
    /// Owner.
    pub owner: String,
    /// Cooperating departments.
    pub cooperate: String,
    /// First day.
    pub start_on: Option<NaiveDate>,
    /// Last day.
    pub due_on: Option<NaiveDate>,
    /// Progress in percent.
    pub progress: String,
    /// Progress in words.
    pub progress_note: String,
    /// Evidence in words.
    pub evidence_note: String,
    /// Budget in yuan.
    pub budget: String,
    /// Where it stands by hand, for one that is not closed.
    pub is_begun: bool,
    /// Number within the list.
    pub no: String,
    /// How much is to be done.
    pub target: String,
    /// How much of it is done.
    pub done: String,
    /// Unit of both.
    pub unit: String,
    /// Weight.
    pub weight: String,
    /// Where the due date comes from.
    pub due_rule: String,
    /// The task it is a part of.
    pub parent: Option<TaskId>,
    /// Who gave leave to postpone it.
    pub approver: String,
    /// Remark.
    pub note: String,
    /// The owner as stored; another one must be known.
    stored_owner: String,
    /// The due date as it is stored; a later one needs leave.
    stored_due_on: Option<NaiveDate>,
}

/// What is wrong with a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskTrouble {
    /// No list.
    List,
    /// No title.
    Title,
    /// No due date.
    Due,
    /// Starts after it is due.
    Start,
    /// No percentage.
    Progress,
    /// No amount.
    Budget,
    /// The number within the list is none.
    Number,
    /// The target is none.
    Target,
    /// What is done is no number.
    Done,
    /// The weight is none.
    Weight,
    /// Postponed without leave.
    Approver,
    /// The owner stands on no staff list.
    Owner,
}

impl TaskTrouble {
    /// In words.
    #[must_use]
    pub const fn text(self, tr: Tr) -> &'static str {
        match self {
            Self::List => tr.tasks_list_missing(),
            Self::Title => tr.tasks_title_missing(),
            Self::Due => tr.tasks_due_missing(),
            Self::Start => tr.tasks_start_late(),
            Self::Progress => tr.tasks_percent_wrong(),
            Self::Budget => tr.tasks_budget_wrong(),
            Self::Number | Self::Target | Self::Done => tr.tasks_count_wrong(),
            Self::Weight => tr.tasks_weight_wrong(),
            Self::Approver => tr.tasks_approver_missing(),
            Self::Owner => tr.tasks_owner_unknown(),
        }
    }
}

impl TaskForm {
    /// An empty form for a list.
    #[must_use]
    pub fn new(list: &str, site: Option<InstitutionId>, today: NaiveDate) -> Self {
        let mut form = Self::of(&Task { site, ..Task::new(list, "", today) });
        (form.due_on, form.stored_due_on) = (None, None);
        form
    }

    /// The form of a stored task.
    #[must_use]
    pub fn of(task: &Task) -> Self {
        let count = |count: Option<i64>| count.map_or_else(String::new, |count| count.to_string());
        Self {
            id: task.id,
            list: task.list.clone(),
            title: task.title.clone(),
            site: task.site,
            category: task.category.clone(),
            standard: task.standard.clone(),
            leader: task.leader.clone(),
            lead_dept: task.lead_dept.clone(),
            owner: task.owner.clone(),
            stored_owner: task.owner.clone(),
            cooperate: task.cooperate.clone(),
            start_on: task.start_on,
            due_on: Some(task.due_on),
            progress: task.progress_pct.to_string(),
            progress_note: task.progress_note.clone(),
            evidence_note: task.evidence_note.clone(),
            budget: task.budget_fen.map_or_else(String::new, |fen| Money::from_fen(fen).to_string()),
            is_begun: task.status != TaskStatus::Pending,
            no: task.no.map_or_else(String::new, |no| no.to_string()),
            target: count(task.target_qty),
            done: count(task.done_qty),
            unit: task.unit.clone(),
            weight: if task.weight == 0 { String::new() } else { task.weight.to_string() },
            due_rule: task.due_rule.clone(),
            parent: task.parent,
            approver: String::new(),
            note: task.note.clone(),
            stored_due_on: Some(task.due_on),
        }
    }

    /// The columns of the list whose cells are changed in their place.
    pub const CELLS: [&'static str; 13] = [
        "title",
        "due_on",
        "progress_pct",
        "owner",
        "lead_dept",
        "category",
        "leader",
        "no",
        "start_on",
        "standard",
        "cooperate",
        "progress_note",
        "evidence_note",
    ];

    /// The form with what was typed into a cell of the list; `None` for a date that is none.
    #[must_use]
    pub fn with_cell(mut self, key: &str, typed: &str) -> Option<Self> {
        let field = match key {
            "due_on" => {
                self.due_on = Some(read_date(typed)?);
                return Some(self);
            }
            "start_on" => {
                self.start_on = if typed.trim().is_empty() { None } else { Some(read_date(typed)?) };
                return Some(self);
            }
            "title" => &mut self.title,
            "progress_pct" => &mut self.progress,
            "owner" => &mut self.owner,
            "lead_dept" => &mut self.lead_dept,
            "category" => &mut self.category,
            "leader" => &mut self.leader,
            "no" => &mut self.no,
            "standard" => &mut self.standard,
            "cooperate" => &mut self.cooperate,
            "progress_note" => &mut self.progress_note,
            "evidence_note" => &mut self.evidence_note,
            _ => return None,
        };
        typed.clone_into(field);
        Some(self)
    }

    /// What is wrong, in the order of the fields.
    #[must_use]
    pub fn troubles(&self, registry: &Registry) -> Vec<TaskTrouble> {
        let is_late = self.start_on.zip(self.due_on).is_some_and(|(start, due)| start > due);
        [
            (self.list.trim().is_empty(), TaskTrouble::List),
            (self.title.trim().is_empty(), TaskTrouble::Title),
            (self.due_on.is_none(), TaskTrouble::Due),
            (is_late, TaskTrouble::Start),
            (self.percent().is_none(), TaskTrouble::Progress),
            (!self.budget.trim().is_empty() && self.money().is_none(), TaskTrouble::Budget),
            (read_number(&self.no, &NUMBERS).is_err(), TaskTrouble::Number),
            (read_number(&self.target, &QUANTITIES).is_err(), TaskTrouble::Target),
            (read_number(&self.done, &QUANTITIES).is_err(), TaskTrouble::Done),
            (read_number(&self.weight, &WEIGHTS).is_err(), TaskTrouble::Weight),
            (self.is_postponed() && self.approver.trim().is_empty(), TaskTrouble::Approver),
            (self.is_owner_unknown(registry), TaskTrouble::Owner),
        ]
        .into_iter()
        .filter_map(|(is_wrong, trouble)| is_wrong.then_some(trouble))
        .collect()
    }

    /// Whether a name was written as owner that nobody has, though the staff of the site is on record; posts and
    /// departments are taken as written, as the import takes them.
    fn is_owner_unknown(&self, registry: &Registry) -> bool {
        let owner = self.owner.trim();
        owner != self.stored_owner
            && may_be_person(owner, owner)
            && self.site.or_else(|| registry.own_institution().map(|own| own.id)).is_some_and(|inst| {
                registry.has_staff_list(inst) && !registry.people.values().any(|person| person.name == owner)
            })
    }

    /// Whether it gives a stored task more time: that needs somebody's leave.
    #[must_use]
    pub fn is_postponed(&self) -> bool {
        self.stored_due_on.zip(self.due_on).is_some_and(|(stored, due)| due > stored)
    }

    /// The tasks that it may be a part of, with their names: those of its list and site that are no part of it.
    #[must_use]
    pub fn parents(&self, registry: &Registry) -> Vec<(TaskId, String)> {
        let mut below = std::collections::HashSet::from([self.id]);
        if !self.id.is_new() {
            // Parts of parts are found where their parent was found before; two of one parent take no second look.
            while let Some(part) = registry
                .tasks
                .values()
                .find(|task| !below.contains(&task.id) && task.parent.is_some_and(|parent| below.contains(&parent)))
            {
                below.insert(part.id);
            }
        }
        let is_near =
            |task: &&Task| Some(task.id) == self.parent || (task.list == self.list.trim() && task.site == self.site);
        let near = registry.tasks.values().filter(is_near).filter(|task| !below.contains(&task.id));
        let name = |task: &Task| match task.no {
            Some(no) => format!("{no} {}", task.title),
            None => task.title.clone(),
        };
        near.map(|task| (task.id, name(task))).collect()
    }

    /// The edit that stores it; `None` while something is wrong or nothing has changed.
    #[must_use]
    pub fn edit(&self, registry: &Registry, today: NaiveDate) -> Option<Edit> {
        if !self.troubles(registry).is_empty() {
            return None;
        }
        let stored = registry.tasks.get(&self.id);
        let task = self.task(stored, registry)?;
        if stored == Some(&task) {
            return None;
        }
        let name = task.title.clone();
        let mut edits = Vec::new();
        if self.is_postponed()
            && let Some(stored) = stored
        {
            edits.push(Edit::put(postponed(stored, task.due_on, &self.approver, today)));
            edits.push(Edit::put(task));
            return Some(Edit::Many { label: Label::TaskPostponed { name, to: self.due_on? }, edits });
        }
        let label = if stored.is_some() {
            Label::Changed { table: Table::Task, name }
        } else {
            Label::Added { table: Table::Task, name }
        };
        edits.push(Edit::put(task));
        Some(Edit::Many { label, edits })
    }

    fn task(&self, stored: Option<&Task>, registry: &Registry) -> Option<Task> {
        let due_on = self.due_on?;
        let base = stored.cloned().unwrap_or_else(|| Task::new(self.list.trim(), self.title.trim(), due_on));
        let text = |text: &str| text.trim().to_owned();
        let progress_pct = self.percent()?;
        let status = match (base.status, self.is_begun || progress_pct > 0) {
            (TaskStatus::Closed, _) => TaskStatus::Closed,
            (_, true) => TaskStatus::Active,
            (_, false) => TaskStatus::Pending,
        };
        let inst = self.site.or_else(|| registry.own_institution().map(|own| own.id));
        let owner = text(&self.owner);
        let mut people = registry.people.values().filter(|person| !owner.is_empty() && person.name == owner);
        let owner_person = match (people.next(), people.next()) {
            (Some(one), None) => Some(one.id),
            // Of several of the same name the one that was chosen before stays.
            _ if base.owner == owner => base.owner_person,
            _ => None,
        };
        Some(Task {
            list: text(&self.list),
            title: text(&self.title),
            site: self.site,
            category: text(&self.category),
            standard: text(&self.standard),
            leader: text(&self.leader),
            dept: department(registry, inst, self.lead_dept.trim()),
            lead_dept: text(&self.lead_dept),
            owner,
            owner_person,
            cooperate: text(&self.cooperate),
            start_on: self.start_on,
            due_on,
            progress_pct,
            progress_note: text(&self.progress_note),
            evidence_note: text(&self.evidence_note),
            budget_fen: self.money().map(Money::fen),
            no: read_number(&self.no, &NUMBERS).ok()?,
            target_qty: read_number(&self.target, &QUANTITIES).ok()?.map(i64::from),
            done_qty: read_number(&self.done, &QUANTITIES).ok()?.map(i64::from),
            unit: text(&self.unit),
            weight: read_number(&self.weight, &WEIGHTS).ok()?.unwrap_or_default(),
            due_rule: text(&self.due_rule),
            parent: self.parent,
            note: text(&self.note),
            status,
            ..base
        })
    }

    fn percent(&self) -> Option<u8> {
        let text = self.progress.trim().trim_end_matches('%');
        if text.is_empty() { Some(0) } else { text.parse().ok().filter(|percent| *percent <= 100) }
    }

    fn money(&self) -> Option<Money> {
        Money::parse(self.budget.trim()).filter(|money| money.fen() >= 0)
    }
}

fn department(registry: &Registry, inst: Option<InstitutionId>, name: &str) -> Option<DepartmentId> {
    let fits = |it: &&crate::domain::Department| Some(it.inst) == inst && it.name == name;
    registry.departments.values().find(fits).map(|it| it.id)
}
