//! Mentors and apprentices: pairs, their goals and pauses, and what they did together.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::institution::{DepartmentId, RelationId};
use super::office::ActivityId;
use super::person::PersonId;
use super::stint::StintId;
use crate::domain::codes::{PairingKind, PairingMode, PairingStatus, Programme, Slot};
use crate::domain::date::Precision;
use crate::domain::id::Id;

/// Key of a [`Pairing`].
pub type PairingId = Id<Pairing>;
/// Key of a [`PairingGoal`].
pub type PairingGoalId = Id<PairingGoal>;
/// Key of a [`PairingPause`].
pub type PairingPauseId = Id<PairingPause>;
/// Key of a [`TeachingLog`].
pub type TeachingLogId = Id<TeachingLog>;

/// A mentor and an apprentice for a time (结对). The mentor may be local; the same two never overlap.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pairing {
    /// Key.
    #[serde(default)]
    pub id: PairingId,
    /// Who teaches.
    pub mentor: PersonId,
    /// The posting during which they began, absent for a local mentor.
    #[serde(default)]
    pub mentor_stint: Option<StintId>,
    /// Who learns, never the mentor.
    pub apprentice: PersonId,
    /// Under which relation, where there is no posting to say so.
    #[serde(default)]
    pub relation: Option<RelationId>,
    /// Under which programme, where there is neither posting nor relation to say so.
    #[serde(default)]
    pub programme: Option<Programme>,
    /// How it is arranged.
    pub kind: PairingKind,
    /// First day, planned or actual.
    pub from_on: NaiveDate,
    /// How exactly that is known.
    #[serde(default)]
    pub from_prec: Precision,
    /// Planned last day.
    #[serde(default)]
    pub plan_to_on: Option<NaiveDate>,
    /// How exactly that is known.
    #[serde(default)]
    pub plan_to_prec: Precision,
    /// Actual last day.
    #[serde(default)]
    pub to_on: Option<NaiveDate>,
    /// How exactly that is known.
    #[serde(default)]
    pub to_prec: Precision,
    /// Where it stands.
    pub status: PairingStatus,
    /// Whether they meet or go on remotely.
    pub mode: PairingMode,
    /// Number of the agreement, empty for none.
    #[serde(default)]
    pub agreement_no: String,
    /// When the agreement was signed.
    #[serde(default)]
    pub signed_on: Option<NaiveDate>,
    /// Department where they work together.
    #[serde(default)]
    pub host_dept: Option<DepartmentId>,
    /// The pairing that this one goes on from.
    #[serde(default)]
    pub previous: Option<PairingId>,
    /// What the apprentice finds lacking in himself (徒弟自评不足), for the agreement.
    #[serde(default)]
    pub weakness: String,
    /// Why it was stopped or given to another mentor.
    #[serde(default)]
    pub end_cause: String,
    /// Remark.
    #[serde(default)]
    pub note: String,
}

/// One thing that an apprentice is to learn (带教目标).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PairingGoal {
    /// Key.
    pub id: PairingGoalId,
    /// Whose.
    pub pairing: PairingId,
    /// What.
    pub item: String,
    /// Number or standard in words, for the agreement (主刀≥5例,独立≥1例).
    pub standard: String,
    /// Unit of the numbers, empty for times.
    pub unit: String,
    /// How many are wanted.
    pub target: Option<u32>,
    /// How many are done.
    pub done: Option<u32>,
    /// By when.
    pub due_on: Option<NaiveDate>,
    /// When it was reached.
    pub done_on: Option<NaiveDate>,
    /// How it is tested.
    pub test: String,
}

/// A time in which a pair rests (暂停): it counts as a pair, but nothing is expected of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PairingPause {
    /// Key.
    #[serde(default)]
    pub id: PairingPauseId,
    /// Which pair.
    pub pairing: PairingId,
    /// First day.
    pub from_on: NaiveDate,
    /// Last day, open while it lasts.
    #[serde(default)]
    pub to_on: Option<NaiveDate>,
    /// Why.
    pub reason: String,
}

/// Something a mentor taught (带教记录), one row for each apprentice; rows with the same day, half-day, mentor,
/// activity and topic are one event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TeachingLog {
    /// Key.
    #[serde(default)]
    pub id: TeachingLogId,
    /// The day.
    pub on_date: NaiveDate,
    /// How exactly that is known.
    #[serde(default)]
    pub on_prec: Precision,
    /// The half-day, where written.
    #[serde(default)]
    pub slot: Option<Slot>,
    /// Who taught.
    pub mentor: PersonId,
    /// During which posting; after it where the guidance goes on remotely.
    #[serde(default)]
    pub stint: Option<StintId>,
    /// Who learned; absent where nobody is named.
    #[serde(default)]
    pub apprentice: Option<PersonId>,
    /// The pair of the two, where there is one.
    #[serde(default)]
    pub pairing: Option<PairingId>,
    /// Under which relation, where there is no posting to say so.
    #[serde(default)]
    pub relation: Option<RelationId>,
    /// Under which programme, where there is neither posting nor relation to say so.
    #[serde(default)]
    pub programme: Option<Programme>,
    /// The form it took.
    pub activity: ActivityId,
    /// The form in the words of the sheet where they differ from the activity's name (病例讨论).
    #[serde(default)]
    pub form: String,
    /// What was taught.
    pub topic: String,
    /// Cases or hours, in tenths.
    #[serde(default)]
    pub qty_tenths: Option<u32>,
    /// How many people took part in all.
    #[serde(default)]
    pub attendees: Option<u32>,
    /// In which department.
    #[serde(default)]
    pub dept: Option<DepartmentId>,
    /// What the apprentice made of it.
    #[serde(default)]
    pub reflection: String,
    /// Who signed for it.
    #[serde(default)]
    pub checked_by: String,
    /// When it was signed.
    #[serde(default)]
    pub checked_on: Option<NaiveDate>,
    /// Remark.
    #[serde(default)]
    pub note: String,
}
