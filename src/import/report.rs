//! What an import did or would do, row by row; its JSON shape is fixed by the command line.

use serde::Serialize;

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
    /// Column of the reason, by its canonical heading.
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
