//! Widths of columns and heights of rows: spreadsheet programs do not make merged or wrapped cells tall by themselves.

use crate::report::{Cell, Look, Sheet, SheetRow};

/// Width of an A4 page on its long and short side, in the character widths of Excel.
const LONG_SIDE: f64 = 138.0;
const SHORT_SIDE: f64 = 92.0;
/// Height of a line for each point of its text.
const LINE: f64 = 1.36;
/// Size of notes, points.
pub(super) const NOTE_SIZE: f64 = 10.0;
/// Room above and below the text of a cell together, points.
const INSET: f64 = 4.5;
/// Size of the digit that Excel measures widths by, points.
const MEASURE: f64 = 10.3;
/// Room left and right of the text of a cell together, characters.
const SIDES: f64 = 1.4;

/// Size of the text of cells, points.
pub(super) const fn text_size(look: Look) -> f64 {
    match look {
        Look::Grid | Look::List => 10.5,
        Look::Poster => 16.0,
    }
}

/// Widths of the columns, so that together they fill the page.
pub(super) fn column_widths(sheet: &Sheet) -> Vec<f64> {
    let page = if sheet.is_landscape { LONG_SIDE } else { SHORT_SIDE };
    let total: f64 = sheet.columns.iter().map(|column| f64::from(column.width)).sum();
    sheet.columns.iter().map(|column| page * f64::from(column.width) / total.max(1.0)).collect()
}

/// Heights of rows in points: tall enough for every cell that ends in them.
pub(super) fn row_heights(rows: &[SheetRow], widths: &[f64], look: Look) -> Vec<f64> {
    let size = text_size(look);
    let least = match look {
        Look::Grid => 1.5 * LINE * size + INSET,
        Look::List => 1.2 * LINE * size + INSET,
        Look::Poster => 2.4 * LINE * size + INSET,
    };
    let mut heights = vec![least; rows.len()];
    for (index, row) in rows.iter().enumerate() {
        for cell in row.cells.iter().filter(|cell| cell.row_span == 1) {
            if let Some(height) = heights.get_mut(index) {
                *height = height.max(cell_height(cell, widths, size));
            }
        }
    }
    for (index, row) in rows.iter().enumerate() {
        for cell in row.cells.iter().filter(|cell| cell.row_span > 1) {
            let covered = || heights.iter().skip(index).take(cell.row_span);
            let missing = cell_height(cell, widths, size) - covered().sum::<f64>();
            let share = missing / f64::from(u32::try_from(cell.row_span).unwrap_or(1));
            if missing > 0.0 {
                heights.iter_mut().skip(index).take(cell.row_span).for_each(|height| *height += share);
            }
        }
    }
    heights
}

/// The columns at which so many parts of about the same width begin.
pub(super) fn shares(widths: &[f64], parts: usize) -> Vec<usize> {
    let part = widths.iter().sum::<f64>() / f64::from(u32::try_from(parts).unwrap_or(1).max(1));
    let mut starts = Vec::new();
    let (mut left, mut due) = (0.0, 0.0);
    for (column, width) in widths.iter().enumerate() {
        if left + width / 2.0 >= due && starts.len() < parts {
            starts.push(column);
            due += part;
        }
        left += width;
    }
    starts
}

/// Height of a note that runs over the whole width.
pub(super) fn note_height(note: &str, widths: &[f64]) -> f64 {
    lines(note, widths.iter().sum(), NOTE_SIZE) * LINE * NOTE_SIZE + 2.0
}

fn cell_height(cell: &Cell, widths: &[f64], size: f64) -> f64 {
    let width: f64 = widths.iter().skip(cell.column).take(cell.col_span).sum();
    let count: f64 = cell.plain().lines().map(|line| lines(line, width, size)).sum();
    count.max(1.0) * LINE * size + INSET
}

/// How many lines a text takes in a cell of that many characters; Han are as wide as two.
fn lines(text: &str, width: f64, size: f64) -> f64 {
    let needed: f64 = text.chars().map(|character| if character.is_ascii() { 1.1 } else { 2.0 }).sum();
    (needed * size / MEASURE / (width - SIDES).max(1.0)).ceil().max(1.0)
}
