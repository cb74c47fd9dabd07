//! The data rows below a header: fills, ditto marks, blank and total rows, and where the table ends.

use super::header::{Header, Role};
use super::kinds::Kind;
use super::merges::{Merged, cell};
use super::totals::{Totals, total_word};
use crate::import::values::{is_blank, is_ditto, squeeze, text};
use crate::import::{Grid, MappedRow, Raw};

/// So many blank rows end a table.
const BLANK_ROWS: usize = 3;

/// Words that begin the first cell of a row below the table.
const ENDS: &[&str] = &[
    "注:",
    "说明:",
    "备注:",
    "填报",
    "制表",
    "制单",
    "审核",
    "分管领导",
    "单位(盖章)",
    "联系人",
    "统计时间",
    "数据来源",
    "咨询电话",
    "有效期",
    "经办人",
    // Beyond the contract: how else offices sign below a table.
    "填表",
    "编制人",
    "复核:",
    "复核人:",
    "负责人(签",
    "负责人:",
    "主管领导:",
    "科主任:",
    "签字:",
    "签名:",
    "盖章",
    "(盖章)",
    "打印日期",
    "打印时间",
];

/// A column of the table as it is read.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Column in the sheet, zero-based.
    pub column: usize,
    /// ⇊
    pub fills_down: bool,
    /// Whether it is a day.
    pub is_day: bool,
    /// Whether total rows are compared with it.
    pub is_summed: bool,
}

/// What was found below a header.
#[derive(Debug, Default)]
pub struct Body {
    /// The data rows.
    pub rows: Vec<MappedRow>,
    /// Total rows that do not fit (N04): row, position of the column.
    pub misfits: Vec<(u32, usize)>,
    /// The first row that is no longer the table, zero-based.
    pub end: usize,
}

/// The fields of a header in order: position in `cells` of the rows = index here.
#[must_use]
pub fn fields(kind: &Kind, header: &Header) -> Vec<Field> {
    let fields = header.cells.iter().filter_map(|(cell, role)| {
        let (known, is_day) = match role {
            Role::Known(at) | Role::Repeated(at) => (kind.columns.get(*at), false),
            Role::Day => (None, true),
            Role::Running | Role::Unknown => return None,
        };
        Some(Field {
            column: cell.column,
            fills_down: known.is_some_and(|column| column.fills_down),
            is_summed: known.is_some_and(|column| column.is_summed),
            is_day,
        })
    });
    fields.collect()
}

/// Reads the rows below the header.
#[must_use]
pub fn body(grid: &Grid, merged: &Merged, header: &Header, fields: &[Field], units: &[Option<String>]) -> Body {
    let first_column = header.cells.first().map_or(0, |(cell, _)| cell.column);
    let numbered = header.cells.iter().filter(|(_, role)| *role == Role::Running).map(|(cell, _)| cell.column);
    let running: Vec<usize> = numbered.collect();
    let mut body = Body { end: grid.rows.len(), ..Body::default() };
    let mut totals = Totals::default();
    let mut blank = 0;
    for (row, cells) in grid.rows.iter().enumerate().skip(header.last_row + 1) {
        let Some(first) = cells.iter().find(|raw| !is_blank(raw)) else {
            blank += 1;
            if blank == BLANK_ROWS {
                body.end = row;
                break;
            }
            continue;
        };
        if is_end(first) {
            body.end = row;
            break;
        }
        if let Some(word) = total_word(cells, first_column) {
            blank = 0;
            let misfits = totals.compare(word, &body.rows, cells, fields, units);
            body.misfits.extend(misfits.into_iter().map(|position| (number(row), position)));
            continue;
        }
        if is_section(merged, row, cells, header) {
            blank = 0;
            continue;
        }
        // A row with nothing but its running number is prepared, not filled.
        if cells.iter().enumerate().all(|(column, raw)| is_blank(raw) || running.contains(&column)) {
            blank += 1;
            if blank == BLANK_ROWS {
                body.end = row;
                break;
            }
            continue;
        }
        blank = 0;
        if !is_header_again(header, cells) && fields.iter().any(|field| !is_blank(cell(grid, row, field.column))) {
            let filled = fill(grid, merged, row, fields, body.rows.last());
            body.rows.push(filled);
        }
    }
    body
}

/// A line across the table between its rows (`二、柔性帮扶`): one cell, merged over most of the columns.
fn is_section(merged: &Merged, row: usize, cells: &[Raw], header: &Header) -> bool {
    let mut filled = cells.iter().enumerate().filter(|(_, raw)| !is_blank(raw));
    let (Some((column, _)), None) = (filled.next(), filled.next()) else { return false };
    let width = merged.at(row, column).map_or(0, |area| (area.right - area.left) as usize + 1);
    width > 2 && width * 2 > header.cells.len()
}

/// The row number a spreadsheet program shows.
fn number(row: usize) -> u32 {
    u32::try_from(row + 1).unwrap_or(u32::MAX)
}

/// Whether a row with this first cell stands below the table. A bare 注 counts, 注射室 does not.
fn is_end(first: &Raw) -> bool {
    let Raw::Text(written) = first else { return false };
    // Most first cells are told apart by their first character.
    let start = written.trim_start().chars().next();
    if !start.is_some_and(|start| start == '注' || ENDS.iter().any(|end| end.starts_with(start))) {
        return false;
    }
    let word = squeeze(written);
    if ENDS.iter().any(|end| word.starts_with(end)) {
        return true;
    }
    word.strip_prefix('注').is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphabetic()))
}

/// A header printed again on the next page.
fn is_header_again(header: &Header, cells: &[Raw]) -> bool {
    let mut same = 0;
    for (known, role) in &header.cells {
        let written = cells.get(known.column).and_then(text);
        match written {
            Some(written) if squeeze(&written) == squeeze(&known.text) => same += usize::from(*role != Role::Running),
            Some(_) => return false,
            None => {}
        }
    }
    same >= 2
}

/// The cells of a row with merges, group columns and ditto marks filled in.
fn fill(grid: &Grid, merged: &Merged, row: usize, fields: &[Field], above: Option<&MappedRow>) -> MappedRow {
    let mut cells = Vec::with_capacity(fields.len());
    let mut continued = Vec::with_capacity(fields.len());
    for (position, field) in fields.iter().enumerate() {
        let raw = match merged.at(row, field.column) {
            // Merged across: every day of the merge, but only the first of other columns.
            Some(area) if (area.left as usize) < field.column && !field.is_day => &Raw::Blank,
            _ => merged.value(grid, row, field.column),
        };
        let repeats = is_ditto(raw) || (field.fills_down && is_empty(raw));
        let raw = if repeats { above.and_then(|above| above.cells.get(position)).unwrap_or(&Raw::Blank) } else { raw };
        cells.push(raw.clone());
        continued.push(merged.continues(row, field.column));
    }
    MappedRow { row: number(row), cells, continued }
}

/// Nothing at all; a written — is not empty.
fn is_empty(raw: &Raw) -> bool {
    match raw {
        Raw::Blank => true,
        Raw::Text(text) => text.trim().is_empty(),
        Raw::Number(_) | Raw::Date(_) => false,
    }
}
