//! Fonts, borders and tints of workbook cells.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::size::{NOTE_SIZE, text_size};
use crate::report::{Align, Cell, Look, Sheet, Tone, fill};

/// The song face under its name in font files: every Windows and WPS has it, others put their own serif in its place.
const SERIF: &str = "SimSun";
/// The gothic face for headings, likewise.
const SANS: &str = "SimHei";
/// Marks the fonts as simplified Chinese, so that a substitute has the characters.
const CHINESE: u8 = 134;
const INNER: Color = Color::RGB(0x0080_8080);
const RULE: Color = Color::RGB(0x0030_3030);

/// Where a cell touches the frame of the table.
#[derive(Debug, Clone, Copy)]
#[allow(clippy::struct_excessive_bools, reason = "four sides of a cell")]
pub(super) struct Edges {
    pub top: bool,
    pub bottom: bool,
    pub left: bool,
    pub right: bool,
    /// A new group begins with this row.
    pub is_group: bool,
}

pub(super) fn title_format(look: Look) -> Format {
    font(SERIF, if look == Look::Poster { 28.0 } else { 18.0 })
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
}

pub(super) fn subline_format(look: Look) -> Format {
    font(SERIF, if look == Look::Poster { 14.0 } else { 11.0 })
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
}

pub(super) fn note_format() -> Format {
    font(SERIF, NOTE_SIZE).set_align(FormatAlign::Left).set_align(FormatAlign::VerticalCenter).set_text_wrap()
}

pub(super) fn cell_format(sheet: &Sheet, cell: &Cell, edges: Edges) -> Format {
    let is_head = cell.tone == Tone::Head || sheet.head.iter().any(|row| row.cells.contains(cell));
    let size = text_size(sheet.look);
    let mut format = if is_head { font(SANS, size) } else { font(SERIF, size) }.set_text_wrap();
    if cell.is_strong && !is_head {
        format = format.set_bold();
    }
    format = format.set_align(FormatAlign::VerticalCenter).set_align(horizontal(sheet, cell, is_head));
    if let Some(colour) = fill(cell.tone, sheet.is_grey) {
        format = format.set_background_color(colour);
    }
    framed(format, edges)
}

fn horizontal(sheet: &Sheet, cell: &Cell, is_head: bool) -> FormatAlign {
    let align = sheet.columns.get(cell.column).map_or(Align::Centre, |column| column.align);
    match align {
        _ if is_head => FormatAlign::Center,
        _ if cell.col_span > 1 && sheet.look == Look::List => FormatAlign::Left,
        Align::Left => FormatAlign::Left,
        Align::Centre => FormatAlign::Center,
        Align::Right => FormatAlign::Right,
    }
}

fn framed(format: Format, edges: Edges) -> Format {
    let side = |is_edge: bool| if is_edge { (FormatBorder::Medium, Color::Black) } else { (FormatBorder::Thin, INNER) };
    let (left, right, bottom) = (side(edges.left), side(edges.right), side(edges.bottom));
    let top = if edges.is_group && !edges.top { (FormatBorder::Thin, RULE) } else { side(edges.top) };
    format
        .set_border_left(left.0)
        .set_border_left_color(left.1)
        .set_border_right(right.0)
        .set_border_right_color(right.1)
        .set_border_top(top.0)
        .set_border_top_color(top.1)
        .set_border_bottom(bottom.0)
        .set_border_bottom_color(bottom.1)
}

fn font(name: &str, size: f64) -> Format {
    Format::new().set_font_name(name).set_font_size(size).set_font_charset(CHINESE)
}

/// The head of a flat list.
pub(super) fn head_format() -> Format {
    Format::new().set_bold().set_border_bottom(FormatBorder::Thin)
}
