//! What surrounds the experts: attendance, studios and teams, benefits, leaders' visits, and own staff sent to study.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::institution::{DepartmentId, InstitutionId, RelationId};
use super::person::PersonId;
use super::stint::StintId;
use crate::domain::codes::{AttendanceMark, BenefitKind, BuildStatus, Programme, Slot, StudyKind, StudyStatus};
use crate::domain::date::Precision;
use crate::domain::id::Id;

/// Key of an [`Attendance`].
pub type AttendanceId = Id<Attendance>;
/// Key of a [`Studio`].
pub type StudioId = Id<Studio>;
/// Key of a [`Team`].
pub type TeamId = Id<Team>;
/// Key of a [`TeamMember`].
pub type TeamMemberId = Id<TeamMember>;
/// Key of a [`StudyLeave`].
pub type StudyLeaveId = Id<StudyLeave>;
/// Key of a [`Benefit`].
pub type BenefitId = Id<Benefit>;
/// Key of a [`Liaison`].
pub type LiaisonId = Id<Liaison>;
/// Key of a [`Visit`].
pub type VisitId = Id<Visit>;

/// One mark of the attendance sheet (考勤): one half-day of one posting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Attendance {
    /// Key.
    #[serde(default)]
    pub id: AttendanceId,
    /// The day.
    pub on_date: NaiveDate,
    /// Morning or afternoon.
    pub slot: Slot,
    /// Whose.
    pub stint: StintId,
    /// What is marked.
    pub mark: AttendanceMark,
    /// Remark of the month, on its first mark.
    #[serde(default)]
    pub note: String,
}

/// A studio of a noted doctor at a host (名医工作室).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Studio {
    /// Key.
    #[serde(default)]
    pub id: StudioId,
    /// Where it is.
    pub host_inst: InstitutionId,
    /// Its name, unique within the host.
    pub name: String,
    /// What it is called as a kind (名中医工作室).
    #[serde(default)]
    pub kind: String,
    /// Who heads it, where known as a person.
    #[serde(default)]
    pub head: Option<PersonId>,
    /// Who heads it, as written.
    #[serde(default)]
    pub head_name: String,
    /// Where the head comes from.
    #[serde(default)]
    pub head_inst: Option<InstitutionId>,
    /// Department or subject.
    #[serde(default)]
    pub dept: Option<DepartmentId>,
    /// Since when.
    #[serde(default)]
    pub opened_on: Option<NaiveDate>,
    /// How exactly that is known.
    #[serde(default)]
    pub opened_prec: Precision,
    /// How far it is.
    #[serde(default)]
    pub status: Option<BuildStatus>,
    /// Under which relation.
    #[serde(default)]
    pub relation: Option<RelationId>,
    /// Under which programme, where there is no relation to say so.
    #[serde(default)]
    pub programme: Option<Programme>,
    /// Remark.
    #[serde(default)]
    pub note: String,
}

/// A team of experts or of a village round (团队, 服务队).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Team {
    /// Key.
    pub id: TeamId,
    /// Whose, or where it works.
    pub inst: InstitutionId,
    /// Its name, unique within the institution.
    pub name: String,
    /// Who leads it, where known as a person.
    pub head: Option<PersonId>,
    /// Who leads it, as written.
    pub head_name: String,
    /// How many people it has, the head included.
    pub headcount: Option<u32>,
    /// Villages or subjects it looks after, joined by 、.
    pub area: String,
    /// Since when.
    pub from_on: Option<NaiveDate>,
    /// How exactly that is known.
    pub from_prec: Precision,
    /// Under which relation.
    pub relation: Option<RelationId>,
    /// Under which programme, where there is no relation to say so.
    pub programme: Option<Programme>,
    /// Remark.
    pub note: String,
}

/// Somebody in a team beside its head.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TeamMember {
    /// Key.
    pub id: TeamMemberId,
    /// Which team.
    pub team: TeamId,
    /// Who, where known as a person.
    pub person: Option<PersonId>,
    /// Who, as written.
    pub name: String,
}

/// Own staff sent to another hospital to learn (进修).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StudyLeave {
    /// Key.
    #[serde(default)]
    pub id: StudyLeaveId,
    /// Who.
    pub person: PersonId,
    /// Where to.
    pub dest_inst: InstitutionId,
    /// What is studied, or in which department.
    #[serde(default)]
    pub dest_dept: String,
    /// How long or in which form.
    #[serde(default)]
    pub kind: Option<StudyKind>,
    /// Group for counting (护理骨干, 学科带头人), empty for none.
    #[serde(default)]
    pub category: String,
    /// Number of the group sent together.
    #[serde(default)]
    pub batch_no: Option<u32>,
    /// First day.
    pub from_on: NaiveDate,
    /// How exactly that is known.
    #[serde(default)]
    pub from_prec: Precision,
    /// Last day.
    #[serde(default)]
    pub to_on: Option<NaiveDate>,
    /// How exactly that is known.
    #[serde(default)]
    pub to_prec: Precision,
    /// Where it stands.
    pub status: StudyStatus,
    /// What came of it.
    #[serde(default)]
    pub result: String,
    /// What it cost, in fen.
    #[serde(default)]
    pub cost_fen: Option<i64>,
    /// Under which relation.
    #[serde(default)]
    pub relation: Option<RelationId>,
    /// Under which programme, where there is no relation to say so.
    #[serde(default)]
    pub programme: Option<Programme>,
    /// Remark.
    #[serde(default)]
    pub note: String,
}

/// Something an expert is granted (待遇).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Benefit {
    /// Key.
    #[serde(default)]
    pub id: BenefitId,
    /// To whom.
    pub stint: StintId,
    /// What; one of each kind for a posting.
    pub kind: BenefitKind,
    /// The standard as written.
    #[serde(default)]
    pub standard: String,
    /// Amount in fen, where it is one.
    #[serde(default)]
    pub amount_fen: Option<i64>,
    /// In force from.
    #[serde(default)]
    pub from_on: Option<NaiveDate>,
    /// In force until.
    #[serde(default)]
    pub to_on: Option<NaiveDate>,
    /// When it was granted.
    #[serde(default)]
    pub done_on: Option<NaiveDate>,
    /// Remark.
    #[serde(default)]
    pub note: String,
}

/// Which leader looks after an expert (领导联系).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Liaison {
    /// Key.
    pub id: LiaisonId,
    /// The leader, as written.
    pub leader: String,
    /// After whom.
    pub stint: StintId,
    /// Since when.
    pub from_on: Option<NaiveDate>,
    /// Until when.
    pub to_on: Option<NaiveDate>,
}

/// A leader's visit to an expert (走访), one row for each expert; rows with the same day and leader are one visit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Visit {
    /// Key.
    #[serde(default)]
    pub id: VisitId,
    /// The day.
    pub on_date: NaiveDate,
    /// How exactly that is known.
    #[serde(default)]
    pub on_prec: Precision,
    /// The leader, as written.
    pub leader: String,
    /// To whom.
    pub stint: StintId,
    /// What the expert brought up.
    #[serde(default)]
    pub issues: String,
    /// What was done about it.
    #[serde(default)]
    pub outcome: String,
    /// When it was settled.
    #[serde(default)]
    pub handled_on: Option<NaiveDate>,
}
