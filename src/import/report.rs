//! What an import did or would do, row by row; its JSON shape is fixed by the command line.

use serde::Serialize;

use super::code::Code;
use super::mapped::MappedSheet;
use super::plan::{About, Reason, RowOutcome, SheetOutcome, written_heading};
use super::table::{LeftOut, LeftOutReason};
use crate::i18n::Tr;

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RowResult {
    /// New records.
    Added,
    /// A stored record takes new values.
    Changed,
    /// Equal to what is stored.
    Unchanged,
    /// Not taken.
    Rejected,
}

/// One row of the report; a taken row appears once per hint, or once without.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowReport {
    /// File name without folders.
    pub file: String,
    /// Sheet, null for csv and text.
    pub sheet: Option<String>,
    /// Row number as the spreadsheet program shows it.
    pub row: u32,
    /// What became of it.
    pub result: RowResult,
    /// Column of the reason, as its header is written.
    pub column: Option<String>,
    /// Reason code.
    pub code: Option<String>,
    /// The reason as a sentence.
    pub text: Option<String>,
}

/// Counts of one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct SheetReport {
    /// File name without folders.
    pub file: String,
    /// Sheet, null for csv and text.
    pub sheet: Option<String>,
    /// Kind, null where the sheet is left out.
    pub kind: Option<String>,
    /// 1-based header row, 0 where left out.
    pub header_row: u32,
    /// Rows with new records.
    pub added: usize,
    /// Rows with changes.
    pub changed: usize,
    /// Rows equal to what is stored.
    pub unchanged: usize,
    /// Rows not taken.
    pub rejected: usize,
    /// Columns that map to nothing.
    pub ignored_columns: Vec<String>,
    /// Why the sheet is left out, where it is.
    pub left_out: Option<String>,
}

/// The whole import.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ImportReport {
    /// Number of its step in the history; null for a dry run or where nothing was to do.
    pub import: Option<i64>,
    /// Rows with new records.
    pub added: usize,
    /// Rows with changes.
    pub changed: usize,
    /// Rows equal to what is stored.
    pub unchanged: usize,
    /// Rows not taken.
    pub rejected: usize,
    /// Hints given.
    pub hints: usize,
    /// By sheet.
    pub sheets: Vec<SheetReport>,
    /// By row.
    pub rows: Vec<RowReport>,
}

/// A sheet with what became of it.
#[derive(Debug, Clone, Copy)]
pub enum Reported<'a> {
    /// One that was planned.
    Planned(&'a MappedSheet, &'a SheetOutcome),
    /// One that is not imported.
    LeftOut(&'a LeftOut),
}

impl ImportReport {
    /// The report of sheets in the order of the files; `import` is the step in the history, once there is one.
    #[must_use]
    pub fn new<'a>(sheets: impl IntoIterator<Item = Reported<'a>>, import: Option<i64>, tr: Tr) -> Self {
        let mut report = Self { import, ..Self::default() };
        for sheet in sheets {
            match sheet {
                Reported::Planned(sheet, outcome) => report.add(sheet, outcome, tr),
                Reported::LeftOut(left_out) => report.sheets.push(SheetReport {
                    file: left_out.file.clone(),
                    sheet: left_out.sheet.clone(),
                    left_out: Some(why_left_out(left_out.reason, tr)),
                    ..SheetReport::default()
                }),
            }
        }
        report
    }

    fn add(&mut self, sheet: &MappedSheet, outcome: &SheetOutcome, tr: Tr) {
        let summary = SheetReport {
            file: sheet.file.clone(),
            sheet: sheet.sheet.clone(),
            kind: Some(sheet.kind.to_owned()),
            header_row: sheet.header_row,
            added: outcome.count(RowResult::Added),
            changed: outcome.count(RowResult::Changed),
            unchanged: outcome.count(RowResult::Unchanged),
            rejected: outcome.count(RowResult::Rejected),
            ignored_columns: ignored_columns(sheet),
            left_out: None,
        };
        self.added += summary.added;
        self.changed += summary.changed;
        self.unchanged += summary.unchanged;
        self.rejected += summary.rejected;
        self.sheets.push(summary);
        for row in &outcome.rows {
            self.hints += row.reasons.iter().filter(|reason| !reason.code.is_rejection()).count();
            self.rows.extend(row_reports(sheet, row, tr));
        }
        for hint in sheet_hints(sheet) {
            self.hints += 1;
            self.rows.push(row_report(sheet, &hint, Some(0), tr));
        }
    }

    /// 新增 a · 更新 b · 未变 c · 拒绝 d · 提示 e.
    #[must_use]
    pub fn line(&self, tr: Tr) -> String {
        tr.import_line(self.added, self.changed, self.unchanged, self.rejected, self.hints)
    }
}

/// Columns that are not imported: those without a meaning, and those whose records this version does not keep.
#[must_use]
pub fn ignored_columns(sheet: &MappedSheet) -> Vec<String> {
    const NOT_KEPT: &[(&str, &str)] = &[("session", "接诊人次")];
    let not_kept = NOT_KEPT
        .iter()
        .filter(|(kind, heading)| *kind == sheet.kind && sheet.columns.contains_key(heading))
        .map(|(_, heading)| written_heading(sheet, heading));
    sheet.ignored_columns.iter().cloned().chain(not_kept).collect()
}

/// A row of the report for each reason, or one without.
#[must_use]
pub fn row_reports(sheet: &MappedSheet, row: &RowOutcome, tr: Tr) -> Vec<RowReport> {
    if row.reasons.is_empty() {
        return vec![row_report(sheet, row, None, tr)];
    }
    (0..row.reasons.len()).map(|at| row_report(sheet, row, Some(at), tr)).collect()
}

fn row_report(sheet: &MappedSheet, row: &RowOutcome, at: Option<usize>, tr: Tr) -> RowReport {
    let reason = at.and_then(|at| row.reasons.get(at));
    RowReport {
        file: sheet.file.clone(),
        sheet: sheet.sheet.clone(),
        row: row.row,
        result: row.result,
        column: reason.map(|reason| reason.column.clone()).filter(|column| !column.is_empty()),
        code: reason.map(|reason| reason.code.to_string()),
        text: reason.map(|reason| reason.sentence(row.row, tr)),
    }
}

/// Remarks about the sheet as a whole or its total rows, found while mapping.
pub fn sheet_hints(sheet: &MappedSheet) -> impl Iterator<Item = RowOutcome> {
    sheet.hints.iter().map(|(row, column, code): &(u32, String, Code)| {
        let reason = Reason { code: *code, column: column.clone(), cell: String::new(), about: About::Nothing };
        RowOutcome { row: *row, result: RowResult::Unchanged, reasons: vec![reason] }
    })
}

fn why_left_out(reason: LeftOutReason, tr: Tr) -> String {
    match reason {
        LeftOutReason::Chosen => tr.import_sheet_chosen().to_owned(),
        LeftOutReason::NoKind => tr.import_sheet_no_kind().to_owned(),
        LeftOutReason::NoRows => tr.import_sheet_no_rows().to_owned(),
        LeftOutReason::Later(kind) => tr.import_sheet_later(tr.sheet_kind(kind)),
    }
}
