//! An import as the wizard shows it before anything is written: sheets, columns, first rows in their colours.

use super::{Entry, MappingChoice, Prepared};
use crate::i18n::Tr;
use crate::import::plan::{RowOutcome, SheetOutcome};
use crate::import::table::{self, LeftOutReason, SheetColumn, Taken};
use crate::import::{
    MappedRow, MappedSheet, Reported, RowReport, RowResult, ignored_columns, row_reports, sheet_hints, values,
};

/// A sheet as the wizard shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetPreview {
    /// Name of the file without folders.
    pub file: String,
    /// Name of the tab.
    pub sheet: Option<String>,
    /// Kind id; absent where it is left out.
    pub kind: Option<&'static str>,
    /// Why it is left out.
    pub left_out: Option<LeftOutReason>,
    /// 1-based number of the header row, 0 where left out.
    pub header_row: u32,
    /// Columns that are understood, from the left.
    pub columns: Vec<ColumnPreview>,
    /// Columns that are not imported, as written.
    pub ignored_columns: Vec<String>,
    /// Every column as it stands in the sheet, with what it is taken for.
    pub all_columns: Vec<SheetColumn>,
    /// Headings that the kind needs and no column is taken for.
    pub missing: Vec<&'static str>,
    /// What was chosen for it.
    pub choice: MappingChoice,
    /// Whether that was chosen in an earlier import.
    pub is_remembered: bool,
    /// Values that stand outside the rows, by their keys.
    pub context: Vec<(String, String)>,
    /// The first rows.
    pub rows: Vec<RowPreview>,
    /// How many rows there are.
    pub total: usize,
    /// How many are new.
    pub added: usize,
    /// How many change stored records.
    pub changed: usize,
    /// How many are stored already.
    pub unchanged: usize,
    /// How many are not taken.
    pub rejected: usize,
    /// Every rejected row with its reason.
    pub refusals: Vec<RowReport>,
    /// Every hint.
    pub hints: Vec<RowReport>,
}

/// A column that is understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnPreview {
    /// Header as written.
    pub written: String,
    /// What it is taken for: a canonical heading; absent for a day column.
    pub heading: Option<&'static str>,
}

/// A row as it would be taken.
#[derive(Debug, Clone, PartialEq)]
pub struct RowPreview {
    /// Row number as the spreadsheet program shows it.
    pub row: u32,
    /// Its cells, in the order of the columns.
    pub cells: Vec<String>,
    /// What would become of it.
    pub result: RowResult,
    /// Reason or hints as sentences.
    pub notes: Vec<String>,
}

impl Prepared {
    /// The sheets in the order of the files, each with its first `limit` rows.
    #[must_use]
    pub fn preview(&self, limit: usize, tr: Tr) -> Vec<SheetPreview> {
        self.entries()
            .map(|(entry, reported)| {
                let preview = match reported {
                    Reported::Planned(sheet, outcome) => planned(sheet, outcome, limit, tr),
                    Reported::LeftOut(left_out) => SheetPreview {
                        file: left_out.file.clone(),
                        sheet: left_out.sheet.clone(),
                        left_out: Some(left_out.reason),
                        ..empty()
                    },
                };
                understood(preview, entry)
            })
            .collect()
    }
}

/// Adds how a sheet was understood.
fn understood(preview: SheetPreview, entry: &Entry) -> SheetPreview {
    let is_taken = |heading: &str| {
        entry.columns.iter().any(|column| matches!(column.taken, Taken::Heading(taken) if taken == heading))
    };
    let headings = preview.kind.map(table::headings).unwrap_or_default();
    let missing = headings.into_iter().filter(|(heading, is_needed)| *is_needed && !is_taken(heading));
    SheetPreview {
        missing: missing.map(|(heading, _)| heading).collect(),
        all_columns: entry.columns.clone(),
        choice: entry.choice.clone(),
        is_remembered: entry.is_remembered,
        ..preview
    }
}

fn empty() -> SheetPreview {
    SheetPreview {
        file: String::new(),
        sheet: None,
        kind: None,
        left_out: None,
        header_row: 0,
        columns: Vec::new(),
        ignored_columns: Vec::new(),
        all_columns: Vec::new(),
        missing: Vec::new(),
        choice: MappingChoice::default(),
        is_remembered: false,
        context: Vec::new(),
        rows: Vec::new(),
        total: 0,
        added: 0,
        changed: 0,
        unchanged: 0,
        rejected: 0,
        refusals: Vec::new(),
        hints: Vec::new(),
    }
}

fn planned(sheet: &MappedSheet, outcome: &SheetOutcome, limit: usize, tr: Tr) -> SheetPreview {
    let columns = columns(sheet);
    let reports = |is_wanted: fn(&RowOutcome) -> bool| {
        outcome.rows.iter().filter(|row| is_wanted(row)).flat_map(|row| row_reports(sheet, row, tr)).collect::<Vec<_>>()
    };
    let mut hints = reports(|row| row.result != RowResult::Rejected && !row.reasons.is_empty());
    hints.extend(sheet_hints(sheet).flat_map(|hint| row_reports(sheet, &hint, tr)));
    SheetPreview {
        file: sheet.file.clone(),
        sheet: sheet.sheet.clone(),
        kind: Some(sheet.kind),
        header_row: sheet.header_row,
        ignored_columns: ignored_columns(sheet),
        context: sheet.context.iter().map(|(key, value)| (key.clone(), value.clone())).collect(),
        rows: sheet.rows.iter().take(limit).map(|row| row_preview(row, &columns, outcome, tr)).collect(),
        total: sheet.rows.len(),
        added: outcome.count(RowResult::Added),
        changed: outcome.count(RowResult::Changed),
        unchanged: outcome.count(RowResult::Unchanged),
        rejected: outcome.count(RowResult::Rejected),
        refusals: reports(|row| row.result == RowResult::Rejected),
        hints,
        columns: columns.into_iter().map(|(_, column)| column).collect(),
        ..empty()
    }
}

/// Columns that are understood with the position of their cells, from the left.
fn columns(sheet: &MappedSheet) -> Vec<(usize, ColumnPreview)> {
    let written = |at: usize| sheet.headings.get(at).cloned().unwrap_or_default();
    let named = sheet.columns.iter().map(|(heading, at)| (*at, Some(*heading)));
    let repeated = sheet.repeated.iter().map(|(heading, at)| (*at, Some(*heading)));
    let days = sheet.day_columns.iter().map(|(at, _)| (*at, None));
    let mut columns: Vec<(usize, ColumnPreview)> = named
        .chain(repeated)
        .chain(days)
        .map(|(at, heading)| (at, ColumnPreview { written: written(at), heading }))
        .collect();
    columns.sort_by_key(|(at, _)| *at);
    columns
}

fn row_preview(row: &MappedRow, columns: &[(usize, ColumnPreview)], outcome: &SheetOutcome, tr: Tr) -> RowPreview {
    let text = |at: &usize| row.cells.get(*at).and_then(values::text).unwrap_or_default();
    // A line of a grid with refused cells comes back several times: it is coloured as refused.
    let outcomes: Vec<&RowOutcome> = outcome.rows.iter().filter(|it| it.row == row.row).collect();
    let refused = outcomes.iter().find(|it| it.result == RowResult::Rejected);
    let result = refused.or(outcomes.first()).map_or(RowResult::Unchanged, |it| it.result);
    let notes = outcomes.iter().flat_map(|it| it.reasons.iter().map(|reason| reason.sentence(row.row, tr)));
    RowPreview { row: row.row, cells: columns.iter().map(|(at, _)| text(at)).collect(), result, notes: notes.collect() }
}
