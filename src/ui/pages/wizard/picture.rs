//! A sheet of the plan, with every text made once.

use crate::app::intake::{LeftOutReason, RowResult, SheetPreview, Taken, headings};
use crate::i18n::Tr;
use crate::ui::widget::{CellTone, Choice, Column, TableRows};

/// Keys of day columns, which have no heading of their own.
const DAY_KEYS: [&str; 31] = [
    "day1", "day2", "day3", "day4", "day5", "day6", "day7", "day8", "day9", "day10", "day11", "day12", "day13",
    "day14", "day15", "day16", "day17", "day18", "day19", "day20", "day21", "day22", "day23", "day24", "day25",
    "day26", "day27", "day28", "day29", "day30", "day31",
];

/// A sheet, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetPicture {
    /// The sheet as planned.
    pub preview: SheetPreview,
    /// Its name in the list.
    pub name: String,
    /// What kind it is, or why it is left out.
    pub kind: String,
    /// `新增 3 · 更新 1`.
    pub counts: String,
    /// `显示 20 / 共 240 行，将全部导入`.
    pub extent: String,
    /// Columns of its table: row, result, remark, then its own.
    pub columns: Vec<Column>,
    /// Every column as it stands in the sheet, with what it can be taken for.
    pub written: Vec<WrittenColumn>,
    rows: Vec<RowPicture>,
}

/// What a column is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// What its heading says.
    Automatic,
    /// A canonical heading.
    Heading(&'static str),
    /// Nothing.
    LeaveOut,
}

/// A column as it stands in the sheet, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct WrittenColumn {
    /// How a choice names it.
    pub name: String,
    /// Its heading as written.
    pub written: String,
    /// A few of its values.
    pub samples: String,
    /// What was chosen for it.
    pub target: Target,
    /// What it can be taken for; empty while the kind of the sheet is not known.
    pub choices: Vec<Choice<Target>>,
    /// Whether it is imported.
    pub is_taken: bool,
}

#[derive(Debug, Clone, PartialEq)]
struct RowPicture {
    row: i64,
    result: RowResult,
    cells: Vec<String>,
}

impl SheetPicture {
    /// Makes every text of a sheet.
    pub fn new(preview: SheetPreview, tr: Tr) -> Self {
        let kind = match (preview.kind, preview.left_out) {
            (Some(kind), _) => tr.sheet_kind(kind).to_owned(),
            (None, Some(reason)) => left_out(reason, tr),
            (None, None) => String::new(),
        };
        let rows = preview.rows.iter().map(|row| {
            let head = [row.row.to_string(), result_word(row.result, tr).to_owned(), row.notes.join(" ")];
            let cells = head.into_iter().chain(row.cells.iter().cloned()).collect();
            RowPicture { row: i64::from(row.row), result: row.result, cells }
        });
        Self {
            name: preview.sheet.clone().unwrap_or_else(|| preview.file.clone()),
            kind,
            counts: counts(&preview, tr),
            extent: tr.import_showing(preview.rows.len(), preview.total),
            columns: columns(&preview, tr),
            written: written(&preview, tr),
            rows: rows.collect(),
            preview,
        }
    }
}

fn left_out(reason: LeftOutReason, tr: Tr) -> String {
    match reason {
        LeftOutReason::Chosen => tr.import_sheet_chosen().to_owned(),
        LeftOutReason::NoKind => tr.import_sheet_no_kind().to_owned(),
        LeftOutReason::NoRows => tr.import_sheet_no_rows().to_owned(),
        LeftOutReason::Later(kind) => tr.import_sheet_later(tr.sheet_kind(kind)),
    }
}

const fn result_word(result: RowResult, tr: Tr) -> &'static str {
    match result {
        RowResult::Added => tr.wizard_added(),
        RowResult::Changed => tr.wizard_changed(),
        RowResult::Unchanged => tr.wizard_unchanged(),
        RowResult::Rejected => tr.wizard_rejected(),
    }
}

fn counts(preview: &SheetPreview, tr: Tr) -> String {
    let parts = [
        (preview.added, RowResult::Added),
        (preview.changed, RowResult::Changed),
        (preview.unchanged, RowResult::Unchanged),
        (preview.rejected, RowResult::Rejected),
    ];
    let said = parts.iter().filter(|(count, _)| *count > 0);
    said.map(|(count, result)| format!("{} {count}", result_word(*result, tr))).collect::<Vec<_>>().join(" · ")
}

fn columns(preview: &SheetPreview, tr: Tr) -> Vec<Column> {
    let mut columns = vec![
        Column::number("row", tr.wizard_column_row(), 52.0),
        Column::text("result", tr.wizard_column_result(), 88.0),
        Column::text("remark", tr.wizard_column_remark(), 160.0),
    ];
    let mut days = DAY_KEYS.iter();
    for column in &preview.columns {
        let key = column.heading.or_else(|| days.next().copied()).unwrap_or("more");
        let title = match column.heading {
            Some(heading) if heading != column.written => format!("{} → {heading}", column.written),
            _ => column.written.clone(),
        };
        columns.push(Column::text(key, title, 108.0));
    }
    columns
}

/// The kind a sheet has, or would have once its columns are named.
pub fn kind_of(preview: &SheetPreview) -> Option<&str> {
    preview.kind.or(preview.choice.kind.as_deref().filter(|_| !preview.choice.ignore))
}

fn written(preview: &SheetPreview, tr: Tr) -> Vec<WrittenColumn> {
    let headings = kind_of(preview).map(headings).unwrap_or_default();
    let of_kind = headings.iter().map(|(heading, is_needed)| {
        let words = if *is_needed { tr.wizard_required(heading) } else { (*heading).to_owned() };
        Choice::new(Target::Heading(heading), words)
    });
    let of_kind: Vec<Choice<Target>> = of_kind.collect();
    let columns = preview.all_columns.iter().map(|column| {
        let by_hand = preview.choice.columns.get(&column.name);
        let canonical = |name: &String| headings.iter().find(|(heading, _)| heading == name);
        let target = match by_hand {
            None => Target::Automatic,
            Some(name) => canonical(name).map_or(Target::LeaveOut, |(heading, _)| Target::Heading(heading)),
        };
        let automatic = match (by_hand, column.taken) {
            (Some(_), _) => tr.wizard_auto_unknown().to_owned(),
            (None, Taken::Heading(heading)) => tr.wizard_auto_heading(heading),
            (None, Taken::Again(heading)) => tr.wizard_auto_again(heading),
            (None, Taken::Day) => tr.wizard_auto_day().to_owned(),
            (None, Taken::Number) => tr.wizard_auto_number().to_owned(),
            (None, Taken::Nothing) => tr.wizard_auto_nothing().to_owned(),
        };
        let mut choices =
            vec![Choice::new(Target::Automatic, automatic), Choice::new(Target::LeaveOut, tr.wizard_kind_leave_out())];
        choices.extend(of_kind.iter().cloned());
        WrittenColumn {
            name: column.name.clone(),
            written: column.written.clone(),
            samples: column.samples.join("  ·  "),
            target,
            choices: if headings.is_empty() { Vec::new() } else { choices },
            is_taken: column.taken != Taken::Nothing,
        }
    });
    columns.collect()
}

impl TableRows for SheetPicture {
    fn len(&self) -> usize {
        self.rows.len()
    }

    fn id(&self, row: usize) -> i64 {
        self.rows.get(row).map_or(0, |row| row.row)
    }

    fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.cells.get(column)).map_or("", String::as_str)
    }

    fn tone(&self, row: usize, column: usize) -> CellTone {
        let Some(picture) = self.rows.get(row) else { return CellTone::Plain };
        match (column, picture.result) {
            (1 | 2, RowResult::Rejected) => CellTone::Danger,
            (1, RowResult::Added) => CellTone::Ok,
            (1, RowResult::Changed) => CellTone::Info,
            (2, _) => CellTone::Warning,
            (0, _) | (_, RowResult::Unchanged) => CellTone::Muted,
            _ => CellTone::Plain,
        }
    }
}
