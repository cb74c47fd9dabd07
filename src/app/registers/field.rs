//! A field of a register: its column, what stands there, whether it must, and where it is shown.

use crate::domain::Table;
use crate::i18n::Tr;

/// A code and its word.
pub type Word = (&'static str, &'static str);

/// What stands in a box of a form, and how it is kept.
#[derive(Debug, Clone, Copy)]
pub enum FieldKind {
    /// A text of one line.
    Text,
    /// A text of several lines.
    Paragraph,
    /// A name as written; where it is empty, that of the person in another field.
    Name(&'static str),
    /// A whole number.
    Count,
    /// A number with one decimal, kept in tenths.
    Tenths,
    /// Yuan with two decimals, kept in fen.
    Yuan,
    /// Yes or no.
    Flag,
    /// A day.
    Day,
    /// A date known to a day, a month or a year; how exactly stands in another column.
    Known(&'static str),
    /// One of a closed list.
    Code(fn(Tr) -> Vec<Word>),
    /// A record of another table.
    Record(Table),
    /// A department of the institution in another field.
    Department(&'static str),
}

/// A field of a register.
#[derive(Debug, Clone, Copy)]
pub struct FieldSpec {
    /// Its column in the data file.
    pub name: &'static str,
    /// What stands there.
    pub kind: FieldKind,
    /// Whether it must be filled in.
    pub is_required: bool,
    /// Width in the list, in points; absent where it stands in the form only.
    pub in_list: Option<f32>,
    label: Option<fn(Tr) -> &'static str>,
}

impl FieldSpec {
    pub(super) const fn new(name: &'static str, kind: FieldKind) -> Self {
        Self { name, kind, is_required: false, in_list: None, label: None }
    }

    /// It must be filled in.
    pub(super) const fn must(self) -> Self {
        Self { is_required: true, ..self }
    }

    /// It stands in the list as well, so wide.
    pub(super) const fn listed(self, width: f32) -> Self {
        Self { in_list: Some(width), ..self }
    }

    /// It is called otherwise than its column.
    pub(super) const fn called(self, label: fn(Tr) -> &'static str) -> Self {
        Self { label: Some(label), ..self }
    }

    /// What it is called.
    #[must_use]
    pub fn label(&self, tr: Tr) -> &'static str {
        self.label.map_or_else(|| tr.field(self.name), |label| label(tr))
    }
}
