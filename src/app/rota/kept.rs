//! Issued sheets of all weeks: found by the day they speak of, looked at and saved exactly as they were printed.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::app::paper;
use crate::app::{Failure, Office};
use crate::domain::{DocumentKind, KeptSheet, KeptSheetId, Period};
use crate::export;
use crate::i18n::Tr;

/// An issued sheet as a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptLine {
    /// The sheet.
    pub id: KeptSheetId,
    /// Texts in the order of [`KeptLine::COLUMNS`].
    pub cells: Vec<String>,
    /// A name for a copy of its file.
    pub file_name: String,
}

impl KeptLine {
    /// The addresses of the columns.
    pub const COLUMNS: [&'static str; 6] = ["at", "document", "period", "version", "reason", "pages"];
}

/// The kept sheets, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeptVm {
    /// Those that speak of the day asked for, or all.
    pub lines: Vec<KeptLine>,
    /// How many there are in all.
    pub total: usize,
}

impl KeptVm {
    /// Gathers the sheets that speak of a day, or all.
    #[must_use]
    pub fn load(office: &Office, on: Option<NaiveDate>, tr: Tr) -> Self {
        let all = &office.registry().kept_sheets;
        let speaks_of = |sheet: &&KeptSheet| on.is_none_or(|on| sheet.period_from <= on && on <= sheet.period_to);
        let mut sheets: Vec<&KeptSheet> = all.values().filter(speaks_of).collect();
        sheets.sort_by_key(|sheet| (std::cmp::Reverse(sheet.kept_at), sheet.document, sheet.id));
        Self { lines: sheets.into_iter().map(|sheet| line(sheet, tr)).collect(), total: all.len() }
    }
}

fn line(sheet: &KeptSheet, tr: Tr) -> KeptLine {
    let period = Period::new(sheet.period_from, sheet.period_to);
    let period = period.map(|period| tr.paper_long_period(period)).unwrap_or_default();
    KeptLine {
        id: sheet.id,
        cells: vec![
            sheet.kept_at.format("%Y-%m-%d %H:%M").to_string(),
            tr.document_kind(sheet.document).to_owned(),
            period,
            tr.paper_edition(sheet.version),
            sheet.reason.clone(),
            sheet.pages.to_string(),
        ],
        file_name: file_name(sheet.document, sheet, tr),
    }
}

fn file_name(document: DocumentKind, sheet: &KeptSheet, tr: Tr) -> String {
    format!("{} {} {}.pdf", tr.document_kind(document), sheet.period_from, tr.paper_edition(sheet.version))
}

impl Office {
    /// Hands the pages of an issued sheet to the program that shows PDF files; gives the file.
    ///
    /// # Errors
    /// Where the pages are not in this file, or nothing opens them.
    pub fn show_kept(&self, id: KeptSheetId) -> Result<PathBuf, Failure> {
        let bytes = self.kept_pages(id)?;
        let code = self.registry().kept_sheets.get(&id).map_or("", |sheet| sheet.document.code());
        paper::show_pdf(code, &bytes, self.clock().now())
    }

    /// Saves the pages of an issued sheet as a file.
    ///
    /// # Errors
    /// Where the pages are not in this file, or the file cannot be written.
    pub fn save_kept(&self, id: KeptSheetId, path: &Path) -> Result<(), Failure> {
        Ok(export::atomic::write(path, &self.kept_pages(id)?)?)
    }

    /// The PDF of an issued sheet, byte for byte.
    fn kept_pages(&self, id: KeptSheetId) -> Result<Vec<u8>, Failure> {
        let sheet = self.registry().kept_sheets.get(&id);
        let digest = sheet.map_or("", |sheet| sheet.digest.as_str());
        self.store().kept_file(digest)?.ok_or(Failure::SheetMissing)
    }
}
