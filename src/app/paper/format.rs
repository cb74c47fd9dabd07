//! The formats in which a document can be written.

use std::path::Path;

use serde::Serialize;

use crate::domain::DocumentKind;

/// A file format of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// The pages.
    Pdf,
    /// A workbook, editable.
    Xlsx,
    /// A text document, to be worded further.
    Docx,
    /// The pages as pictures.
    Png,
    /// A web page in one file.
    Html,
    /// Comma-separated text.
    Csv,
    /// For other programs.
    Json,
    /// A calendar for phones.
    Ics,
}

impl Format {
    /// Every format, in the order in which it is offered.
    pub const ALL: &'static [Self] =
        &[Self::Pdf, Self::Xlsx, Self::Docx, Self::Png, Self::Html, Self::Csv, Self::Json, Self::Ics];

    /// The formats of every document.
    const PAPER: &'static [Self] = &[Self::Pdf, Self::Xlsx, Self::Docx, Self::Png, Self::Html, Self::Csv, Self::Json];

    /// As what a document can be written: those of dated sessions are calendars as well.
    #[must_use]
    pub const fn of_document(kind: DocumentKind) -> &'static [Self] {
        match kind {
            DocumentKind::WeekSchedule
            | DocumentKind::MonthSchedule
            | DocumentKind::TaskList
            | DocumentKind::ReportCalendar => Self::ALL,
            _ => Self::PAPER,
        }
    }

    /// The ending of its files, which is also its name on the command line.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
            Self::Png => "png",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Ics => "ics",
        }
    }

    /// The format of a name such as `PDF`, in either case.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.extension().eq_ignore_ascii_case(name))
    }

    /// The format that the name of a file asks for.
    #[must_use]
    pub fn of_path(path: &Path) -> Option<Self> {
        Self::parse(path.extension()?.to_str()?)
    }
}
