//! How wide each column is: its share of the page, but never too narrow for its own figures and names where others can
//! give way.

use super::estimate::em;
use crate::domain::is_han;
use crate::report::{Cell, Look, Sheet, SheetRow};

/// Left and right of the text of a cell together, of the size.
const MARGINS: f32 = 0.4;
/// What a column keeps for its words when it gives way: two characters, of the size.
const WORDS: f32 = 2.0;
/// Longer words are no names of people.
const LONGEST_NAME: usize = 4;
/// How much larger a poster sets what is strong, and how wide its margins are.
const POSTER: (f32, f32) = (1.12, 0.6);

/// Widths of the columns on a table so wide, in points, for cells set in a size.
pub(super) fn widths(sheet: &Sheet, table: f32, size: f32) -> Vec<f32> {
    let total: f32 = sheet.columns.iter().map(|column| column.width).sum();
    let mut widths: Vec<f32> = sheet.columns.iter().map(|column| table * column.width / total.max(1.0)).collect();
    let figures = unbroken(sheet, size);
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

/// Width of the longest figure or name of each column, with its margins, in points; nothing where it has none.
fn unbroken(sheet: &Sheet, size: f32) -> Vec<f32> {
    let mut least = vec![0.0_f32; sheet.columns.len()];
    let is_poster = sheet.look == Look::Poster;
    for cell in sheet.body.iter().flat_map(|row: &SheetRow| &row.cells).filter(|cell| cell.col_span == 1) {
        let texts = cell.lines.iter().flat_map(|line| [line.text.as_str(), line.aside.as_str()]);
        let words = texts.flat_map(|text| text.split_inclusive([' ', '/', '、'])).map(str::trim);
        let is_whole = |word: &&str| is_figure(word) || (is_listed(sheet, cell) && is_name(word));
        let longest = words.filter(is_whole).map(em).fold(0.0, f32::max);
        let (scale, margins) = match (is_poster, cell.is_strong) {
            (true, true) => POSTER,
            (true, false) => (1.0, POSTER.1),
            (false, _) => (1.0, MARGINS),
        };
        if let Some(least) = least.get_mut(cell.column).filter(|_| longest > 0.0) {
            *least = least.max(longest.mul_add(scale, margins) * size);
        }
    }
    least
}

/// A date, an amount, a phone: what reads badly on two lines.
fn is_figure(word: &str) -> bool {
    word.contains(|letter: char| letter.is_ascii_digit())
        && word.chars().all(|letter| letter.is_ascii_digit() || ".,:*+-%/".contains(letter))
}

/// A name or a state, as far as its length tells.
fn is_name(word: &str) -> bool {
    (2..=LONGEST_NAME).contains(&word.chars().count()) && word.chars().all(is_han)
}

/// Whether a cell holds what the eye looks for: something strong, or the one short word of a list.
fn is_listed(sheet: &Sheet, cell: &Cell) -> bool {
    let is_alone = || matches!(cell.lines.as_slice(), [line] if line.aside.is_empty() && is_name(&line.text));
    cell.is_strong || (sheet.look == Look::List && is_alone())
}
