//! Meetings, what they decided, and the list of problems.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::duty::ReportId;
use super::institution::{InstitutionId, RelationId};
use super::task::TaskId;
use crate::domain::codes::{Programme, TaskStatus};
use crate::domain::id::Id;

/// Key of a [`Meeting`].
pub type MeetingId = Id<Meeting>;
/// Key of a [`Resolution`].
pub type ResolutionId = Id<Resolution>;
/// Key of a [`Problem`].
pub type ProblemId = Id<Problem>;

/// A meeting that was or will be held (会议).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Meeting {
    /// Key.
    pub id: MeetingId,
    /// Its name.
    pub title: String,
    /// When.
    pub on_date: Option<NaiveDate>,
    /// Where.
    pub place: String,
    /// Who led it.
    pub host: String,
    /// Who came, as written.
    pub attendees: String,
    /// The period of a recurring meeting that it fulfils.
    pub report: Option<ReportId>,
    /// Under which relation.
    pub relation: Option<RelationId>,
    /// Under which programme.
    pub programme: Option<Programme>,
    /// Remark.
    pub note: String,
}

/// What a meeting decided (议定事项).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Resolution {
    /// Key.
    #[serde(default)]
    pub id: ResolutionId,
    /// Of which meeting.
    pub meeting: MeetingId,
    /// What was decided.
    pub text: String,
    /// Responsible institution or department, as written.
    #[serde(default)]
    pub unit: String,
    /// Responsible person, as written.
    #[serde(default)]
    pub owner: String,
    /// Until when.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
    /// How far it is.
    #[serde(default)]
    pub progress_note: String,
    /// Where it stands by hand.
    pub status: TaskStatus,
    /// What the next meeting has to decide on it.
    #[serde(default)]
    pub ask: String,
    /// The task made of it.
    #[serde(default)]
    pub task: Option<TaskId>,
}

/// Something in the way (问题清单).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    /// Key.
    #[serde(default)]
    pub id: ProblemId,
    /// Since when.
    pub raised_on: NaiveDate,
    /// By whom.
    #[serde(default)]
    pub by: String,
    /// What it is.
    pub text: String,
    /// At which site.
    #[serde(default)]
    pub site: Option<InstitutionId>,
    /// Who sees to it.
    #[serde(default)]
    pub owner: String,
    /// Until when.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
    /// Where it stands by hand.
    pub status: TaskStatus,
    /// When it was settled.
    #[serde(default)]
    pub done_on: Option<NaiveDate>,
    /// What was done.
    #[serde(default)]
    pub result: String,
    /// The task it comes from.
    #[serde(default)]
    pub task: Option<TaskId>,
}
