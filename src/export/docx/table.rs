//! Tables of a text document.

use std::fmt::Write as _;

use super::dress::{BLACK, Measures, SONG, twips};
use super::paragraph::run;
use crate::report::{Align, Cell, Column, FormRow, FormTable, Line, Tone};

/// A table; each filling row gets the share beside its own height.
pub(super) fn push(text: &mut String, table: &FormTable, share: f32, measures: &Measures) {
    let widths = widths(&table.columns, measures);
    let _ = write!(
        text,
        "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblBorders>{}</w:tblBorders>\
         <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"70\" w:type=\"dxa\"/>\
         <w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>",
        widths.iter().sum::<u32>(),
        borders()
    );
    for width in &widths {
        let _ = write!(text, "<w:gridCol w:w=\"{width}\"/>");
    }
    text.push_str("</w:tblGrid>");
    let heads = table.head.iter().map(|row| FormRow {
        cells: row.cells.clone(),
        least: 7.0,
        fills: false,
        foot: String::new(),
    });
    let heads: Vec<FormRow> = heads.collect();
    let mut covered = vec![0_usize; widths.len()];
    for (index, row) in heads.iter().chain(&table.rows).enumerate() {
        let is_head = index < heads.len();
        let least = row.least + if row.fills { share } else { 0.0 };
        let repeated = if is_head { "<w:tblHeader/>" } else { "" };
        let _ = write!(text, "<w:tr><w:trPr><w:cantSplit/>");
        if least > 0.0 {
            let _ = write!(text, "<w:trHeight w:val=\"{}\" w:hRule=\"atLeast\"/>", twips(least));
        }
        let _ = write!(text, "{repeated}</w:trPr>");
        push_cells(text, row, &mut covered, &Grid { widths: &widths, columns: &table.columns, is_head, measures });
        text.push_str("</w:tr>");
    }
    // A table at the end of a section needs a paragraph after it.
    text.push_str("</w:tbl><w:p><w:pPr><w:spacing w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>");
}

/// What all cells of a row share.
struct Grid<'a> {
    widths: &'a [u32],
    columns: &'a [Column],
    is_head: bool,
    measures: &'a Measures,
}

/// The cells of a row; `covered` counts for each column the rows that a cell from above still reaches into.
fn push_cells(text: &mut String, row: &FormRow, covered: &mut [usize], grid: &Grid<'_>) {
    let mut column = 0;
    while column < grid.widths.len() {
        let cell = row.cells.iter().find(|cell| cell.column == column);
        let span = cell.map_or(1, |cell| cell.col_span).max(1);
        let width: u32 = grid.widths.iter().skip(column).take(span).sum();
        let reach = covered.get(column).copied().unwrap_or_default();
        let merge = match cell {
            Some(cell) if cell.row_span > 1 => "<w:vMerge w:val=\"restart\"/>",
            None if reach > 0 => "<w:vMerge/>",
            _ => "",
        };
        let _ = write!(
            text,
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:gridSpan w:val=\"{span}\"/>{merge}\
             <w:vAlign w:val=\"center\"/></w:tcPr>"
        );
        push_lines(text, cell, row, grid);
        text.push_str("</w:tc>");
        for place in covered.iter_mut().skip(column).take(span) {
            *place = cell.map_or(reach, |cell| cell.row_span).saturating_sub(1);
        }
        column += span;
    }
}

fn push_lines(text: &mut String, cell: Option<&Cell>, row: &FormRow, grid: &Grid<'_>) {
    let empty = [Line::default()];
    let lines = cell.map_or(&empty[..], |cell| if cell.lines.is_empty() { &empty } else { &cell.lines });
    let is_label = cell.is_some_and(|cell| cell.tone == Tone::Head);
    let is_head = grid.is_head || is_label;
    let align = match cell {
        _ if is_head => "center",
        Some(cell) if cell.col_span > 1 => "left",
        Some(cell) => match grid.columns.get(cell.column).map_or(Align::Left, |column| column.align) {
            Align::Left => "left",
            Align::Centre => "center",
            Align::Right => "right",
        },
        None => "left",
    };
    let (face, size) = (if is_head { BLACK } else { SONG }, grid.measures.cell);
    let is_bold = cell.is_some_and(|cell| cell.is_strong) && !is_head;
    for line in lines {
        let run = run(&line.plain(), face, size, is_bold);
        let _ = write!(text, "<w:p><w:pPr><w:jc w:val=\"{align}\"/></w:pPr>{run}</w:p>");
    }
    if !row.foot.is_empty() && cell.is_some() && !is_label {
        let before = if row.fills { 400 } else { 0 };
        let run = run(&row.foot, SONG, size, false);
        let _ =
            write!(text, "<w:p><w:pPr><w:spacing w:before=\"{before}\"/><w:jc w:val=\"right\"/></w:pPr>{run}</w:p>");
    }
}

/// The columns over the field, the last one taking what rounding leaves.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "widths of a page are small and positive"
)]
fn widths(columns: &[Column], measures: &Measures) -> Vec<u32> {
    let field = measures.field();
    let total: f32 = columns.iter().map(|column| column.width).sum();
    columns.iter().map(|column| (field as f32 * column.width / total.max(1.0)) as u32).collect()
}

fn borders() -> String {
    let side =
        |name: &str, size: u8| format!("<w:{name} w:val=\"single\" w:sz=\"{size}\" w:space=\"0\" w:color=\"000000\"/>");
    let outer: String = ["top", "left", "bottom", "right"].into_iter().map(|name| side(name, 8)).collect();
    outer + &side("insideH", 4) + &side("insideV", 4)
}
