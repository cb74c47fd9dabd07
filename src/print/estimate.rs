//! How tall a sheet will be, guessed from its letters: it spares setting a page only to see that it does not fit.

use super::columns;
use super::setting::Setting;
use crate::report::{Cell, Line, Look, PaperSize, Sheet, SheetRow};

/// Short and long side of the paper, in points.
const fn sides(sheet: &Sheet) -> (f32, f32) {
    match sheet.paper {
        PaperSize::A4 => (595.3, 841.9),
        PaperSize::A3 => (841.9, 1190.6),
    }
}

/// Left and right margins of the templates together, 24 mm.
const SIDE_MARGINS: f32 = 68.0;
/// Top and bottom margins of the templates together, 26 mm.
const END_MARGINS: f32 = 73.7;
/// Bottom margin of the templates, 14 mm.
pub(super) const BOTTOM_MARGIN: f32 = 39.7;
/// Between the lines of a cell, of the size.
const LEADING: f32 = 0.18;
/// Width of a letter or digit that is not Han, of the size.
const NARROW: f32 = 0.56;

/// Points between the margins of a page, down.
pub(super) fn room(sheet: &Sheet) -> f32 {
    let (short, long) = sides(sheet);
    (if sheet.is_landscape { short } else { long }) - END_MARGINS
}

/// Points between the margins of a page, across.
pub(super) fn table_width(sheet: &Sheet) -> f32 {
    let (short, long) = sides(sheet);
    (if sheet.is_landscape { long } else { short }) - SIDE_MARGINS
}

/// Points that the sheet takes on one endless page.
pub(super) fn height(sheet: &Sheet, setting: Setting) -> f32 {
    let table = Table::new(sheet, setting);
    heading(sheet, setting) + table.rows(&sheet.head) + table.rows(&sheet.body) + foot(sheet, setting, table.width)
}

/// Points that the sheet takes on so many pages: the head on each, and what is lost where a group of rows moves on.
pub(super) fn height_on(sheet: &Sheet, setting: Setting, pages: f32) -> f32 {
    let lost = 2.0 * (2.0 * setting.size + 2.0 * setting.inset);
    height(sheet, setting) + (pages - 1.0) * (Table::new(sheet, setting).rows(&sheet.head) + lost)
}

fn heading(sheet: &Sheet, setting: Setting) -> f32 {
    let Setting { size, title, .. } = setting;
    match sheet.look {
        Look::Grid | Look::List => 1.42 * title + size.max(10.5) + 4.5,
        Look::Poster => 1.36 * title + (0.9 * size).max(13.0) + 6.8,
    }
}

fn foot(sheet: &Sheet, setting: Setting, width: f32) -> f32 {
    let size = setting.size;
    if sheet.look == Look::Poster {
        let small = (0.72 * size).max(12.0);
        let notes: f32 = sheet.notes.iter().map(|note| lines(em(note) * small, width) * 1.45 * small).sum();
        return 9.1 + notes + 4.3 + small;
    }
    let small = setting.small;
    let legend: f32 = sheet.legend.iter().map(|item| em(&item.text) + 2.9).sum();
    let legend = if sheet.legend.is_empty() { 0.0 } else { lines((legend + 3.0) * small, width) * 1.34 * small + 3.4 };
    let notes: f32 = sheet.notes.iter().map(|note| em(note) + 2.2).sum();
    let notes = lines((notes + 2.0) * small, width - 2.0 * small) * 1.3 * small;
    4.5 + legend + notes + 9.1 + 1.2 * size.max(10.5)
}

/// Column widths and sizes of the cells of a table.
struct Table<'a> {
    sheet: &'a Sheet,
    setting: Setting,
    width: f32,
    widths: Vec<f32>,
}

impl<'a> Table<'a> {
    fn new(sheet: &'a Sheet, setting: Setting) -> Self {
        let width = table_width(sheet);
        Self { sheet, setting, width, widths: columns::widths(sheet, width, setting.size) }
    }

    /// Height of rows: each as tall as its tallest cell; what a spanning cell lacks goes to its last row.
    fn rows(&self, rows: &[SheetRow]) -> f32 {
        let Setting { size, aside, inset, is_stacked, .. } = self.setting;
        let least = if is_stacked { (1.0 + LEADING) * size + aside } else { size };
        let mut heights = vec![least + 2.0 * inset; rows.len()];
        for (index, row) in rows.iter().enumerate() {
            for cell in row.cells.iter().filter(|cell| cell.row_span == 1) {
                if let Some(height) = heights.get_mut(index) {
                    *height = height.max(self.cell(cell));
                }
            }
        }
        for (index, row) in rows.iter().enumerate() {
            for cell in row.cells.iter().filter(|cell| cell.row_span > 1) {
                let covered: f32 = heights.iter().skip(index).take(cell.row_span).sum();
                if let Some(last) = heights.get_mut(index + cell.row_span - 1) {
                    *last += (self.cell(cell) - covered).max(0.0);
                }
            }
        }
        heights.iter().sum()
    }

    fn cell(&self, cell: &Cell) -> f32 {
        let Setting { size, aside, inset, is_stacked, .. } = self.setting;
        let (size, aside_size, margin) = match self.sheet.look {
            Look::Grid | Look::List => (size, aside, 0.2 * size),
            Look::Poster => (if cell.is_strong { 1.12 * size } else { 0.9 * size }, size, 0.3 * size),
        };
        let width: f32 = self.widths.iter().skip(cell.column).take(cell.col_span).sum();
        let room = width - 2.0 * margin;
        let (mut texts, mut asides) = (0.0_f32, 0.0_f32);
        for line in &cell.lines {
            let (text, aside) = line_counts(line, (size, aside_size), room, is_stacked);
            (texts, asides) = (texts + text, asides + aside);
        }
        let texts = if texts + asides > 0.0 { texts } else { 1.0 };
        texts * size + asides * aside_size + (texts + asides - 1.0) * LEADING * size + 2.0 * inset
    }
}

/// How many lines one line of a cell becomes: of the size of its text, and of that of its aside alone.
fn line_counts(line: &Line, (size, aside_size): (f32, f32), room: f32, is_stacked: bool) -> (f32, f32) {
    let (text, aside) = (em(&line.text) * size, em(&line.aside) * aside_size);
    if text == 0.0 && aside > 0.0 {
        return (0.0, lines(aside, room));
    }
    let is_together = aside == 0.0 || (!is_stacked && text + aside + 0.25 * size <= room);
    if is_together { (lines(text + aside, room), 0.0) } else { (lines(text, room), lines(aside, room)) }
}

fn lines(width: f32, room: f32) -> f32 {
    (width / room.max(1.0)).ceil().max(1.0)
}

/// Width of a text, of its size.
pub(super) fn em(text: &str) -> f32 {
    text.chars().map(|character| if character.is_ascii() { NARROW } else { 1.0 }).sum()
}
