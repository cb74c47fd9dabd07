//! Tours to townships and villages: who goes, with which car, and what came of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::institution::{InstitutionId, RelationId};
use super::person::PersonId;
use crate::domain::codes::{Slot, TourStatus};
use crate::domain::id::Id;

/// Key of a [`Tour`].
pub type TourId = Id<Tour>;
/// Key of a [`TourMember`].
pub type TourMemberId = Id<TourMember>;

/// A tour (巡回医疗): planned on D05, recorded on D06. Figures are absent until somebody counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tour {
    /// Key.
    #[serde(default)]
    pub id: TourId,
    /// Under which relation.
    #[serde(default)]
    pub relation: Option<RelationId>,
    /// First day.
    pub from_on: NaiveDate,
    /// Last day; the first one for a tour of a day.
    pub to_on: NaiveDate,
    /// Half-day, absent for the whole day.
    #[serde(default)]
    pub slot: Option<Slot>,
    /// The site.
    pub inst: InstitutionId,
    /// Village, empty for the site itself.
    #[serde(default)]
    pub village: String,
    /// Who leads, where the person is in the file.
    #[serde(default)]
    pub leader: Option<PersonId>,
    /// The leader's name as written.
    #[serde(default)]
    pub leader_name: String,
    /// The others in words where they are not named one by one (4人: 内、外、儿、护).
    #[serde(default)]
    pub crew: String,
    /// How many go, the leader included, where it was written and the names are not all known.
    #[serde(default)]
    pub headcount: Option<u32>,
    /// What is done there (义诊、查房、讲座).
    #[serde(default)]
    pub content: String,
    /// Car.
    #[serde(default)]
    pub car: String,
    /// Whom to ask at the site.
    #[serde(default)]
    pub contact: String,
    /// How far it got.
    pub status: TourStatus,
    /// Patients seen (人次).
    #[serde(default)]
    pub seen: Option<u32>,
    /// Consultations (例).
    #[serde(default)]
    pub consultations: Option<u32>,
    /// Teaching rounds (次).
    #[serde(default)]
    pub rounds: Option<u32>,
    /// Case discussions (次).
    #[serde(default)]
    pub discussions: Option<u32>,
    /// Lectures (场).
    #[serde(default)]
    pub lectures: Option<u32>,
    /// Attendances of the lectures (人次).
    #[serde(default)]
    pub trainees: Option<u32>,
    /// Leaflets and medicines handed out, in words.
    #[serde(default)]
    pub given: String,
    /// Their value in 分.
    #[serde(default)]
    pub given_fen: Option<i64>,
    /// Problems and suggestions.
    #[serde(default)]
    pub problems: String,
    /// Remark.
    #[serde(default)]
    pub note: String,
}

/// Somebody who goes along on a tour; the leader stands on the tour itself.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TourMember {
    /// Key.
    pub id: TourMemberId,
    /// The tour.
    pub tour: TourId,
    /// Who, where the person is in the file.
    pub person: Option<PersonId>,
    /// The name as written.
    pub name: String,
    /// Subject as written (内科).
    pub specialty: String,
    /// Whether the person was there; absent before anybody looked.
    pub is_present: Option<bool>,
}
