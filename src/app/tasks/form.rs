//! The form of a task: texts as typed, what is wrong with them, and the task that they make.

use chrono::NaiveDate;

use crate::domain::{DepartmentId, Edit, InstitutionId, Label, Money, Registry, Table, Task, TaskId, TaskStatus};
use crate::i18n::Tr;

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
        }
    }
}

impl TaskForm {
    /// An empty form for a list.
    #[must_use]
    pub fn new(list: &str, site: Option<InstitutionId>, today: NaiveDate) -> Self {
        let mut form = Self::of(&Task { site, ..Task::new(list, "", today) });
        form.due_on = None;
        form
    }

    /// The form of a stored task.
    #[must_use]
    pub fn of(task: &Task) -> Self {
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
            cooperate: task.cooperate.clone(),
            start_on: task.start_on,
            due_on: Some(task.due_on),
            progress: task.progress_pct.to_string(),
            progress_note: task.progress_note.clone(),
            evidence_note: task.evidence_note.clone(),
            budget: task.budget_fen.map_or_else(String::new, |fen| Money::from_fen(fen).to_string()),
            is_begun: task.status != TaskStatus::Pending,
        }
    }

    /// What is wrong, in the order of the fields.
    #[must_use]
    pub fn troubles(&self) -> Vec<TaskTrouble> {
        let is_late = self.start_on.zip(self.due_on).is_some_and(|(start, due)| start > due);
        [
            (self.list.trim().is_empty(), TaskTrouble::List),
            (self.title.trim().is_empty(), TaskTrouble::Title),
            (self.due_on.is_none(), TaskTrouble::Due),
            (is_late, TaskTrouble::Start),
            (self.percent().is_none(), TaskTrouble::Progress),
            (!self.budget.trim().is_empty() && self.money().is_none(), TaskTrouble::Budget),
        ]
        .into_iter()
        .filter_map(|(is_wrong, trouble)| is_wrong.then_some(trouble))
        .collect()
    }

    /// The edit that stores it; `None` while something is wrong or nothing has changed.
    #[must_use]
    pub fn edit(&self, registry: &Registry) -> Option<Edit> {
        if !self.troubles().is_empty() {
            return None;
        }
        let stored = registry.tasks.get(&self.id);
        let task = self.task(stored, registry)?;
        if stored == Some(&task) {
            return None;
        }
        let name = task.title.clone();
        let label = if stored.is_some() {
            Label::Changed { table: Table::Task, name }
        } else {
            Label::Added { table: Table::Task, name }
        };
        Some(Edit::Many { label, edits: vec![Edit::put(task)] })
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
