//! How wide each column is: its share of the page, but never too narrow for its own figures and names where others can
//! give way.

use super::estimate::em;
use super::setting::aside_size;
use crate::domain::is_han;
use crate::report::{Cell, Look, Sheet, SheetRow};

/// Left and right of the text of a cell together, of the size, and a little so that no rounding breaks a name.
const MARGINS: f32 = 0.42;
/// What a column keeps for its words when it gives way: two characters, of the size.
const WORDS: f32 = 2.0;
/// What a sum of lengths may be out, in points.
const HAIR: f32 = 0.01;
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

/// Whether no figure and no name is broken in cells of that size.
pub(super) fn is_whole(sheet: &Sheet, table: f32, size: f32) -> bool {
    let widths = widths(sheet, table, size);
    unbroken(sheet, size).iter().zip(widths).all(|(least, width)| *least <= width + HAIR)
}

/// Width of the longest figure or name of each column, with its margins, in points; nothing where it has none.
fn unbroken(sheet: &Sheet, size: f32) -> Vec<f32> {
    let mut least = vec![0.0_f32; sheet.columns.len()];
    let is_poster = sheet.look == Look::Poster;
    for cell in sheet.body.iter().flat_map(|row: &SheetRow| &row.cells).filter(|cell| cell.col_span == 1) {
        let aside = aside_size(sheet.look, size) / size;
        let texts = cell.lines.iter().flat_map(|line| [(line.text.as_str(), 1.0), (line.aside.as_str(), aside)]);
        let words = texts
            .flat_map(|(text, scale)| text.split_inclusive([' ', '/', '、']).map(move |word| (word.trim(), scale)));
        let is_whole = |word: &str| is_figure(word) || (is_listed(sheet, cell) && is_name(word));
        let longest =
            words.filter(|(word, _)| is_whole(word)).map(|(word, scale)| scale * em(word)).fold(0.0, f32::max);
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

/// Whether the sheet is a timetable that is read from afar: there every short word stays whole.
fn is_wall_grid(sheet: &Sheet) -> bool {
    sheet.look == Look::Grid && sheet.kind.hangs_on_wall()
}

/// Whether a cell holds what the eye looks for: something strong, or the one short word of a list.
fn is_listed(sheet: &Sheet, cell: &Cell) -> bool {
    let is_alone = || matches!(cell.lines.as_slice(), [line] if line.aside.is_empty() && is_name(&line.text));
    cell.is_strong || is_wall_grid(sheet) || (sheet.look == Look::List && is_alone())
}
