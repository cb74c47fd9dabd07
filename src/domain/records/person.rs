//! People, and the posts they hold.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::institution::{DepartmentId, InstitutionId};
use crate::domain::codes::{Discipline, Sex};
use crate::domain::date::Precision;
use crate::domain::id::Id;

/// Key of a [`Person`].
pub type PersonId = Id<Person>;
/// Key of an [`Appointment`].
pub type AppointmentId = Id<Appointment>;

/// Anyone: visiting, local, nurse or manager alike (人员). Being an expert is a [`Stint`].
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Person {
    /// Key.
    pub id: PersonId,
    /// Staff number, empty for none.
    pub code: String,
    /// Name as written, rare characters and · kept.
    pub name: String,
    /// Sex, where recorded.
    pub sex: Option<Sex>,
    /// Year of birth, where recorded.
    pub birth_year: Option<i32>,
    /// Home institution.
    pub inst: Option<InstitutionId>,
    /// Home department.
    pub dept: Option<DepartmentId>,
    /// Professional title as written.
    pub title_text: String,
    /// Rank of the title, 5 chief … 1 assistant; absent for none.
    pub title_rank: Option<u8>,
    /// Administrative post.
    pub post: String,
    /// Party membership.
    pub party: String,
    /// Kind of staff.
    pub discipline: Option<Discipline>,
    /// Speciality, as the posting prints it (擅长 / 专业).
    pub specialty: String,
    /// Phone as written.
    pub phone: String,
    /// Order by hand: in office lists it is deliberate.
    pub sort: i64,
    /// Whether no longer in use; people with history are retired, never deleted.
    pub is_retired: bool,
    /// Remark.
    pub note: String,
}

/// A post held for a time (挂职 / 任职).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Appointment {
    /// Key.
    #[serde(default)]
    pub id: AppointmentId,
    /// Who.
    pub person: PersonId,
    /// Where.
    pub inst: InstitutionId,
    /// The post.
    pub post: String,
    /// Since when.
    #[serde(default)]
    pub from_on: Option<NaiveDate>,
    /// How exactly that is known.
    #[serde(default)]
    pub from_prec: Precision,
    /// Until when.
    #[serde(default)]
    pub to_on: Option<NaiveDate>,
    /// How exactly that is known.
    #[serde(default)]
    pub to_prec: Precision,
    /// Number of the document that appoints.
    #[serde(default)]
    pub doc_no: String,
}
