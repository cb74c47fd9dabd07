//! Tasks with their steps, what happened to them, and the files that prove it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::duty::ReportId;
use super::institution::{DepartmentId, InstitutionId, RelationId};
use super::meeting::ResolutionId;
use super::person::PersonId;
use crate::domain::codes::{ChaseLevel, InstitutionKind, Programme, TaskEventKind, TaskStatus};
use crate::domain::id::Id;

/// Key of a [`TaskTemplate`].
pub type TaskTemplateId = Id<TaskTemplate>;
/// Key of a [`Task`].
pub type TaskId = Id<Task>;
/// Key of a [`Milestone`].
pub type MilestoneId = Id<Milestone>;
/// Key of a [`TaskEvent`].
pub type TaskEventId = Id<TaskEvent>;
/// Key of an [`Evidence`].
pub type EvidenceId = Id<Evidence>;

/// A task as it is meant for every site of a list (任务模板); no task itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TaskTemplate {
    /// Key.
    #[serde(default)]
    pub id: TaskTemplateId,
    /// Name of the list.
    pub list: String,
    /// Number within the list.
    #[serde(default)]
    pub no: Option<u32>,
    /// Group within the list.
    #[serde(default)]
    pub category: String,
    /// What is to be done.
    pub title: String,
    /// When it counts as done.
    #[serde(default)]
    pub standard: String,
    /// How much is to be done, in [`Self::unit`].
    #[serde(default)]
    pub target_qty: Option<i64>,
    /// Unit of the target.
    #[serde(default)]
    pub unit: String,
    /// Responsible leader.
    #[serde(default)]
    pub leader: String,
    /// Lead department, as written.
    #[serde(default)]
    pub lead_dept: String,
    /// Responsible person, as written.
    #[serde(default)]
    pub owner: String,
    /// Cooperating departments, joined by 、.
    #[serde(default)]
    pub cooperate: String,
    /// First day.
    #[serde(default)]
    pub start_on: Option<NaiveDate>,
    /// Last day.
    pub due_on: NaiveDate,
    /// Weight within the list, 0–1000.
    #[serde(default)]
    pub weight: u32,
    /// Money for it at each site, in fen.
    #[serde(default)]
    pub budget_fen: Option<i64>,
    /// Meant for every site of its relation or programme.
    #[serde(default)]
    pub for_all: bool,
    /// Meant for the sites of these kinds.
    #[serde(default)]
    pub for_kinds: Vec<InstitutionKind>,
    /// Meant for these sites.
    #[serde(default)]
    pub for_sites: Vec<InstitutionId>,
    /// Under which relation.
    #[serde(default)]
    pub relation: Option<RelationId>,
    /// Under which programme.
    #[serde(default)]
    pub programme: Option<Programme>,
}

impl TaskTemplate {
    /// A template of a list with nothing more than its title and its last day.
    #[must_use]
    pub fn new(list: impl Into<String>, title: impl Into<String>, due_on: NaiveDate) -> Self {
        Self {
            id: Id::NEW,
            list: list.into(),
            no: None,
            category: String::new(),
            title: title.into(),
            standard: String::new(),
            target_qty: None,
            unit: String::new(),
            leader: String::new(),
            lead_dept: String::new(),
            owner: String::new(),
            cooperate: String::new(),
            start_on: None,
            due_on,
            weight: 0,
            budget_fen: None,
            for_all: false,
            for_kinds: Vec::new(),
            for_sites: Vec::new(),
            relation: None,
            programme: None,
        }
    }
}

/// A task: one row of the task, responsibility and deadline checklists (任务).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// Key.
    #[serde(default)]
    pub id: TaskId,
    /// The template it was made from.
    #[serde(default)]
    pub template: Option<TaskTemplateId>,
    /// The task it is a part of; never itself, nor a part of itself.
    #[serde(default)]
    pub parent: Option<TaskId>,
    /// Name of the list.
    pub list: String,
    /// Number within the list.
    #[serde(default)]
    pub no: Option<u32>,
    /// The site that does it.
    #[serde(default)]
    pub site: Option<InstitutionId>,
    /// Group within the list.
    #[serde(default)]
    pub category: String,
    /// What is to be done.
    pub title: String,
    /// When it counts as done.
    #[serde(default)]
    pub standard: String,
    /// How much is to be done, in [`Self::unit`].
    #[serde(default)]
    pub target_qty: Option<i64>,
    /// How much of it is done.
    #[serde(default)]
    pub done_qty: Option<i64>,
    /// Unit of both.
    #[serde(default)]
    pub unit: String,
    /// Responsible leader.
    #[serde(default)]
    pub leader: String,
    /// Lead department, as written.
    #[serde(default)]
    pub lead_dept: String,
    /// Lead department, where it is one of the file.
    #[serde(default)]
    pub dept: Option<DepartmentId>,
    /// Responsible person, as written.
    #[serde(default)]
    pub owner: String,
    /// Responsible person, where it is one of the file.
    #[serde(default)]
    pub owner_person: Option<PersonId>,
    /// Cooperating departments, joined by 、.
    #[serde(default)]
    pub cooperate: String,
    /// First day.
    #[serde(default)]
    pub start_on: Option<NaiveDate>,
    /// Last day.
    pub due_on: NaiveDate,
    /// Where the due date comes from, as written.
    #[serde(default)]
    pub due_rule: String,
    /// Weight within the list, 0–1000.
    #[serde(default)]
    pub weight: u32,
    /// Where it stands by hand.
    pub status: TaskStatus,
    /// How far it is, 0–100.
    #[serde(default)]
    pub progress_pct: u8,
    /// How far it is, in words.
    #[serde(default)]
    pub progress_note: String,
    /// When it was closed; there exactly where it is closed.
    #[serde(default)]
    pub done_on: Option<NaiveDate>,
    /// What shows that it is done; a closed task has this, evidence in words or progress in words.
    #[serde(default)]
    pub close_note: String,
    /// Evidence in words, such as the number of papers.
    #[serde(default)]
    pub evidence_note: String,
    /// Money for it, in fen.
    #[serde(default)]
    pub budget_fen: Option<i64>,
    /// Under which relation.
    #[serde(default)]
    pub relation: Option<RelationId>,
    /// Under which programme.
    #[serde(default)]
    pub programme: Option<Programme>,
    /// Remark.
    #[serde(default)]
    pub note: String,
}

impl Task {
    /// An open task of a list with nothing more than its title and its last day.
    #[must_use]
    pub fn new(list: impl Into<String>, title: impl Into<String>, due_on: NaiveDate) -> Self {
        Self {
            id: Id::NEW,
            template: None,
            parent: None,
            list: list.into(),
            no: None,
            site: None,
            category: String::new(),
            title: title.into(),
            standard: String::new(),
            target_qty: None,
            done_qty: None,
            unit: String::new(),
            leader: String::new(),
            lead_dept: String::new(),
            dept: None,
            owner: String::new(),
            owner_person: None,
            cooperate: String::new(),
            start_on: None,
            due_on,
            due_rule: String::new(),
            weight: 0,
            status: TaskStatus::Pending,
            progress_pct: 0,
            progress_note: String::new(),
            done_on: None,
            close_note: String::new(),
            evidence_note: String::new(),
            budget_fen: None,
            relation: None,
            programme: None,
            note: String::new(),
        }
    }

    /// Whether it is closed (已销号).
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        matches!(self.status, TaskStatus::Closed)
    }
}

/// A step on the way to a task (里程碑).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Milestone {
    /// Key.
    #[serde(default)]
    pub id: MilestoneId,
    /// Of which task.
    pub task: TaskId,
    /// What is reached.
    pub title: String,
    /// Until when.
    pub due_on: NaiveDate,
    /// When it was reached.
    #[serde(default)]
    pub done_on: Option<NaiveDate>,
    /// Remark.
    #[serde(default)]
    pub note: String,
}

/// Something that happened to a task (进展 / 催办 / 延期 / 销号 / 退回).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TaskEvent {
    /// Key.
    #[serde(default)]
    pub id: TaskEventId,
    /// Which task.
    pub task: TaskId,
    /// When.
    pub on_date: NaiveDate,
    /// What.
    pub kind: TaskEventKind,
    /// To whom a chase went.
    #[serde(default)]
    pub level: Option<ChaseLevel>,
    /// Who did it; for a postponement who approved, never empty there.
    #[serde(default)]
    pub by: String,
    /// In words.
    #[serde(default)]
    pub text: String,
    /// Until when an answer is asked for.
    #[serde(default)]
    pub reply_due_on: Option<NaiveDate>,
    /// When it was answered.
    #[serde(default)]
    pub replied_on: Option<NaiveDate>,
    /// The answer.
    #[serde(default)]
    pub reply: String,
    /// The due date before a postponement.
    #[serde(default)]
    pub old_due_on: Option<NaiveDate>,
    /// The due date after it.
    #[serde(default)]
    pub new_due_on: Option<NaiveDate>,
}

/// A file that proves something (佐证材料), copied into the data folder.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Evidence {
    /// Key.
    pub id: EvidenceId,
    /// The task it proves; exactly one of task, report and resolution is there.
    pub task: Option<TaskId>,
    /// The report it is.
    pub report: Option<ReportId>,
    /// The resolution it proves.
    pub resolution: Option<ResolutionId>,
    /// Name of the file as it was.
    pub name: String,
    /// Where the copy lies, seen from the folder of the data file.
    pub path: String,
    /// SHA-256 of its content, 64 hexadecimal digits.
    pub sha256: String,
    /// Its size in bytes.
    pub size: i64,
    /// When it was added.
    pub added_on: Option<NaiveDate>,
    /// Remark.
    pub note: String,
}
