//! Which document is wanted, of what, for whose eyes.

use serde::{Deserialize, Serialize};

use crate::domain::{DocumentKind, Period, RelationId};

/// How much of a phone number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mask {
    /// All digits hidden: the column is left out and the document says so.
    Full,
    /// 139****0001.
    #[default]
    Partial,
    /// As stored, for internal use.
    None,
}

/// A document to be made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentRequest {
    /// Which.
    pub kind: DocumentKind,
    /// Of which days.
    pub period: Period,
    /// Narrowed to one relation.
    pub relation: Option<RelationId>,
    /// How phones are shown.
    pub mask: Mask,
    /// Shades instead of colours.
    pub is_grey: bool,
    /// Empty rows for handwriting at the end.
    pub empty_rows: u8,
}
