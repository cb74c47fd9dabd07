//! How wide each column is: its share of the page, but never too narrow for its own figures where others can give way.

use super::estimate::em;
use crate::report::{Sheet, SheetRow};

/// Left and right of the text of a cell together, of the size.
const MARGINS: f32 = 0.4;
/// What a column keeps for its words when it gives way: two characters, of the size.
const WORDS: f32 = 2.0;

/// Widths of the columns on a table so wide, in points, for cells set in a size.
pub(super) fn widths(sheet: &Sheet, table: f32, size: f32) -> Vec<f32> {
    let total: f32 = sheet.columns.iter().map(|column| column.width).sum();
    let mut widths: Vec<f32> = sheet.columns.iter().map(|column| table * column.width / total.max(1.0)).collect();
    let figures = figures(sheet, size);
    let lacking: f32 = figures.iter().zip(&widths).map(|(least, width)| (least - width).max(0.0)).sum();
    let spare = |least: f32, width: f32| (width - least.max((WORDS + MARGINS) * size)).max(0.0);
    let to_give: f32 = figures.iter().zip(&widths).map(|(least, width)| spare(*least, *width)).sum();
    if lacking <= 0.0 || lacking > to_give {
        return widths;
    }
    for (least, width) in figures.iter().zip(&mut widths) {
        *width = least.max(*width - spare(*least, *width) * lacking / to_give);
    }
    widths
}

/// Width of the longest figure of each column, with its margins, in points; nothing where it has none.
fn figures(sheet: &Sheet, size: f32) -> Vec<f32> {
    let mut least = vec![0.0_f32; sheet.columns.len()];
    for cell in sheet.body.iter().flat_map(|row: &SheetRow| &row.cells).filter(|cell| cell.col_span == 1) {
        let texts = cell.lines.iter().flat_map(|line| [line.text.as_str(), line.aside.as_str()]);
        let words = texts.flat_map(|text| text.split_inclusive([' ', '/', '、'])).filter(|word| is_figure(word.trim()));
        let longest = words.map(|word| em(word.trim())).fold(0.0, f32::max);
        if let Some(least) = least.get_mut(cell.column).filter(|_| longest > 0.0) {
            *least = least.max((longest + MARGINS) * size);
        }
    }
    least
}

/// A date, an amount, a phone: what reads badly on two lines.
fn is_figure(word: &str) -> bool {
    word.contains(|letter: char| letter.is_ascii_digit())
        && word.chars().all(|letter| letter.is_ascii_digit() || ".,:*+-%/".contains(letter))
}
