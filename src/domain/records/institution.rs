//! Institutions, what they are made of and who helps whom.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::{InstitutionKind, Programme};
use crate::domain::date::Precision;
use crate::domain::id::Id;

/// Key of an [`Institution`].
pub type InstitutionId = Id<Institution>;
/// Key of a [`Department`].
pub type DepartmentId = Id<Department>;
/// Key of a [`Relation`].
pub type RelationId = Id<Relation>;
/// Key of an [`Agreement`].
pub type AgreementId = Id<Agreement>;

/// A hospital, clinic, site or authority (机构).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Institution {
    /// Key.
    #[serde(default)]
    pub id: InstitutionId,
    /// The office's own number for it, empty for none.
    #[serde(default)]
    pub code: String,
    /// Full name.
    pub name: String,
    /// Short names, joined by 、.
    #[serde(default)]
    pub short_name: String,
    /// What it is.
    pub kind: InstitutionKind,
    /// Hospital grade as written.
    #[serde(default)]
    pub level: String,
    /// County or district.
    #[serde(default)]
    pub county: String,
    /// Town or street.
    #[serde(default)]
    pub town: String,
    /// Whether this is the institution that keeps this data file; exactly one is.
    #[serde(default)]
    pub is_own: bool,
    /// Order in lists.
    #[serde(default)]
    pub sort: i64,
    /// Remark.
    #[serde(default)]
    pub note: String,
}

/// A department of an institution (科室), by its local name.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Department {
    /// Key.
    pub id: DepartmentId,
    /// Whose department.
    pub inst: InstitutionId,
    /// Local name, unique within the institution.
    pub name: String,
    /// National subject code, empty for none.
    pub code: String,
    /// Whether it stands on the institution's own list; one met only in passing does not.
    pub is_listed: bool,
    /// Order in lists.
    pub sort: i64,
}

/// Who helps whom (帮扶关系): a directed edge from the supporting to the supported side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Relation {
    /// Key.
    #[serde(default)]
    pub id: RelationId,
    /// Under which programme.
    pub programme: Programme,
    /// The supporting institution.
    pub from_inst: InstitutionId,
    /// The supported institution.
    pub to_inst: InstitutionId,
    /// Whether the supporter leads the others (牵头).
    #[serde(default)]
    pub is_lead: bool,
    /// Since when.
    #[serde(default)]
    pub start_on: Option<NaiveDate>,
    /// How exactly that is known.
    #[serde(default)]
    pub start_prec: Precision,
    /// Until when, open where absent.
    #[serde(default)]
    pub end_on: Option<NaiveDate>,
    /// How exactly that is known.
    #[serde(default)]
    pub end_prec: Precision,
    /// Remark.
    #[serde(default)]
    pub note: String,
}

/// A signed agreement behind a relation (协议).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Agreement {
    /// Key.
    #[serde(default)]
    pub id: AgreementId,
    /// The relation it is about.
    pub relation: RelationId,
    /// Its number, as written.
    #[serde(default)]
    pub number: String,
    /// When it was signed.
    #[serde(default)]
    pub signed_on: Option<NaiveDate>,
    /// First day of validity.
    #[serde(default)]
    pub valid_from: Option<NaiveDate>,
    /// Last day of validity.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
    /// Goals agreed.
    #[serde(default)]
    pub goals: String,
    /// Name of the scanned file.
    #[serde(default)]
    pub file: String,
}
