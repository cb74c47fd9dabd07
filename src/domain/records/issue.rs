//! What stays of an issue: the plan as it stood, the sheets as they were printed, and who was told.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::person::PersonId;
use super::schedule::{PublicationId, Session};
use crate::domain::codes::DocumentKind;
use crate::domain::id::Id;

/// Key of an [`Edition`].
pub type EditionId = Id<Edition>;
/// Key of a [`KeptSheet`].
pub type KeptSheetId = Id<KeptSheet>;
/// Key of a [`Notice`].
pub type NoticeId = Id<Notice>;

/// The sessions as an issue froze them: what hangs on the wall, whatever happened since (发布存档).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Edition {
    /// Key.
    pub id: EditionId,
    /// The issue.
    pub publication: PublicationId,
    /// Every session of its days, by date, half-day and stint.
    pub sessions: Vec<Session>,
}

/// An issued sheet, kept page for page as it left the printer (存档表格). The pages stand in the data file under their
/// digest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeptSheet {
    /// Key.
    #[serde(default)]
    pub id: KeptSheetId,
    /// The issue it belongs to, absent for a sheet that was only handed out.
    #[serde(default)]
    pub publication: Option<PublicationId>,
    /// Which document.
    pub document: DocumentKind,
    /// First day covered.
    pub period_from: NaiveDate,
    /// Last day covered.
    pub period_to: NaiveDate,
    /// Its version, 0 for none.
    pub version: u32,
    /// When.
    pub kept_at: NaiveDateTime,
    /// Why it was issued.
    #[serde(default)]
    pub reason: String,
    /// SHA-256 of the PDF, in lower-case hexadecimal.
    pub digest: String,
    /// How many pages.
    pub pages: u32,
}

/// Somebody who has to hear of an issue, ticked off once told (通知对象).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Notice {
    /// Key.
    pub id: NoticeId,
    /// Of which issue.
    pub publication: PublicationId,
    /// Who, where the person is in the file.
    pub person: Option<PersonId>,
    /// What they are called: a person or a department (门诊部).
    pub audience: String,
    /// When they were told; absent until then.
    pub told_at: Option<NaiveDateTime>,
    /// How (电话、微信群).
    pub way: String,
}
