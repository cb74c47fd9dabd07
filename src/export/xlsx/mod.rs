//! A sheet as a workbook: the same columns, merges and tints, ready to print on A4 one page wide.

mod format;
mod size;

use chrono::{Datelike, NaiveDateTime, Timelike};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::error::ExportError;
use crate::report::{Cell, Flat, Look, PaperSize, Sheet, SheetRow, Signature};
use format::{Edges, cell_format, head_format, note_format, subline_format, title_format};
use size::{column_widths, note_height, row_heights, shares};

/// A4 in the numbering of Excel.
const A4: u8 = 9;
/// A3, likewise.
const A3: u8 = 8;
/// Height of the title row, points.
const TITLE_HEIGHT: f64 = 44.0;
/// Height of the sub-line and of the places to sign, points.
const LINE_HEIGHT: f64 = 22.0;
/// Between the parts of a line that a program reads back.
const GAP: &str = "    ";
/// Names of tabs may not be longer.
const LONGEST_TAB: usize = 31;

/// The workbook; `made_at` is its date of creation.
///
/// # Errors
/// Where it cannot be put together.
pub fn xlsx(sheet: &Sheet, made_at: NaiveDateTime) -> Result<Vec<u8>, ExportError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(sheet, made_at)?);
    let page = workbook.add_worksheet();
    page.set_name(tab(sheet))?;
    let mut pen = Pen { page, sheet, widths: column_widths(sheet), row: 0 };
    pen.heading()?;
    let head_from = pen.row;
    pen.table()?;
    pen.foot()?;
    let head_to = head_from + rows(sheet.head.len()).saturating_sub(1);
    set_up(pen.page, sheet, head_from, head_to)?;
    if let Some(flat) = &sheet.flat {
        let page = workbook.add_worksheet();
        flat_page(page, flat)?;
        paper(page, sheet, true);
        page.set_repeat_rows(0, 0)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// The second tab: one row a session, to filter and to count in.
fn flat_page(page: &mut Worksheet, flat: &Flat) -> Result<(), XlsxError> {
    page.set_name(&flat.tab)?;
    let head = head_format();
    for (column, text) in flat.head.iter().enumerate() {
        page.write_string_with_format(0, columns(column), text, &head)?;
        let longest = flat.rows.iter().filter_map(|row| row.get(column)).map(|text| text.chars().count()).max();
        // A Han character takes two places, and the head carries the arrow of the filter.
        let width = longest.unwrap_or(0).max(text.chars().count() + 2).min(20);
        page.set_column_width(columns(column), f64::from(rows(width)).mul_add(2.0, 1.0))?;
    }
    for (index, row) in flat.rows.iter().enumerate() {
        for (column, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            page.write_string(rows(index) + 1, columns(column), text)?;
        }
    }
    page.autofilter(0, 0, rows(flat.rows.len()), columns(flat.head.len().saturating_sub(1)))?;
    page.set_freeze_panes(1, 0)?;
    page.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

fn properties(sheet: &Sheet, made_at: NaiveDateTime) -> Result<DocProperties, XlsxError> {
    let year = u16::try_from(made_at.year()).unwrap_or(1900);
    let part = |value: u32| u8::try_from(value).unwrap_or_default();
    let created = ExcelDateTime::from_ymd(year, part(made_at.month()), part(made_at.day()))?.and_hms(
        u16::from(part(made_at.hour())),
        part(made_at.minute()),
        f64::from(made_at.second()),
    )?;
    Ok(DocProperties::new()
        .set_title(&sheet.title)
        .set_subject(sheet.subline.join(GAP))
        .set_author(&sheet.author)
        .set_company(&sheet.author)
        .set_creation_datetime(&created))
}

/// The name of the tab without the signs that Excel forbids.
fn tab(sheet: &Sheet) -> String {
    let is_allowed = |character: &char| !matches!(character, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
    sheet.tab.chars().filter(is_allowed).take(LONGEST_TAB).collect()
}

fn set_up(page: &mut Worksheet, sheet: &Sheet, head_from: u32, head_to: u32) -> Result<(), XlsxError> {
    paper(page, sheet, sheet.is_landscape);
    page.set_repeat_rows(head_from, head_to)?;
    page.set_freeze_panes(head_to + 1, columns(sheet.frozen_columns))?;
    Ok(())
}

/// The paper of the sheet, one page wide, with the number of the page at its foot.
fn paper(page: &mut Worksheet, sheet: &Sheet, is_landscape: bool) {
    page.set_paper_size(if sheet.paper == PaperSize::A3 { A3 } else { A4 })
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true);
    if is_landscape {
        page.set_landscape();
    }
    page.set_margins(0.47, 0.47, 0.5, 0.6, 0.3, 0.3);
    let number = sheet.words.page_of.replace("{page}", "&P").replace("{pages}", "&N");
    page.set_footer(format!("&R{number}"));
}

/// Writes from the top down.
struct Pen<'a> {
    page: &'a mut Worksheet,
    sheet: &'a Sheet,
    widths: Vec<f64>,
    row: u32,
}

impl Pen<'_> {
    fn heading(&mut self) -> Result<(), XlsxError> {
        for (column, width) in self.widths.iter().enumerate() {
            self.page.set_column_width(columns(column), *width)?;
        }
        self.across(&self.sheet.title, &title_format(self.sheet.look), TITLE_HEIGHT)?;
        let parts: Vec<_> = self.sheet.subline.iter().filter(|part| !part.is_empty()).map(String::as_str).collect();
        self.across(&parts.join(GAP), &subline_format(self.sheet.look), LINE_HEIGHT)
    }

    fn table(&mut self) -> Result<(), XlsxError> {
        let sheet = self.sheet;
        let last = rows(sheet.head.len() + sheet.body.len()).saturating_sub(1);
        let top = self.row;
        let mut heights = row_heights(&sheet.head, &self.widths, sheet.look);
        heights.extend(row_heights(&sheet.body, &self.widths, sheet.look));
        for (index, row) in sheet.head.iter().chain(&sheet.body).enumerate() {
            let is_group = row.starts_group && index >= sheet.head.len();
            self.cells(row, top, last, is_group)?;
            if let Some(height) = heights.get(index) {
                self.page.set_row_height(self.row, *height)?;
            }
            self.row += 1;
        }
        Ok(())
    }

    fn cells(&mut self, row: &SheetRow, top: u32, last: u32, is_group: bool) -> Result<(), XlsxError> {
        let line = self.row - top;
        for cell in &row.cells {
            let edges = Edges {
                top: line == 0,
                bottom: line + rows(cell.row_span) > last,
                left: cell.column == 0,
                right: cell.column + cell.col_span == self.sheet.columns.len(),
                is_group,
            };
            let format = cell_format(self.sheet, cell, edges);
            self.cell(cell, &format)?;
        }
        Ok(())
    }

    fn cell(&mut self, cell: &Cell, format: &Format) -> Result<(), XlsxError> {
        let text = cell.plain();
        let (row, column) = (self.row, columns(cell.column));
        if cell.col_span > 1 || cell.row_span > 1 {
            let (last_row, last_column) = (row + rows(cell.row_span) - 1, columns(cell.column + cell.col_span - 1));
            self.page.merge_range(row, column, last_row, last_column, &text, format)?;
        }
        let is_number = self.sheet.columns.get(cell.column).is_some_and(|column| column.is_number);
        match text.parse::<u32>() {
            _ if text.is_empty() => self.page.write_blank(row, column, format)?,
            Ok(number) if is_number => self.page.write_number_with_format(row, column, number, format)?,
            _ => self.page.write_string_with_format(row, column, text, format)?,
        };
        Ok(())
    }

    /// Notes first: they tell a program that reads the sheet where the table ends.
    fn foot(&mut self) -> Result<(), XlsxError> {
        let sheet = self.sheet;
        let label = format!("{}{}", sheet.words.notes, sheet.words.colon);
        let is_only = sheet.notes.len() == 1;
        for (index, note) in sheet.notes.iter().enumerate() {
            let note = match index {
                0 if is_only && sheet.look == Look::Poster => note.clone(),
                0 if is_only => format!("{label}{note}"),
                0 => format!("{label}1. {note}"),
                _ => format!("{}. {note}", index + 1),
            };
            let height = note_height(&note, &self.widths);
            self.across(&note, &note_format(), height)?;
        }
        if !sheet.legend.is_empty() {
            let items: Vec<_> = sheet.legend.iter().map(|item| format!("{} {}", item.mark, item.text)).collect();
            let legend = format!("{}{}{}", sheet.words.legend, sheet.words.colon, items.join(GAP));
            let height = note_height(&legend, &self.widths);
            self.across(&legend, &note_format(), height)?;
        }
        self.signatures()
    }

    fn signatures(&mut self) -> Result<(), XlsxError> {
        if self.sheet.signatures.is_empty() {
            return Ok(());
        }
        self.row += 1;
        let words = |place: &Signature| format!("{}{}{}", place.label, self.sheet.words.colon, place.value);
        let texts: Vec<String> = self.sheet.signatures.iter().map(words).collect();
        let starts = shares(&self.widths, texts.len());
        if starts.len() < texts.len() {
            // No columns for each: they share one line.
            return self.across(&texts.join(GAP), &note_format(), LINE_HEIGHT);
        }
        self.page.set_row_height(self.row, LINE_HEIGHT)?;
        for (index, text) in texts.iter().enumerate() {
            let from = starts.get(index).copied().unwrap_or_default();
            let to = starts.get(index + 1).copied().unwrap_or(self.widths.len()).saturating_sub(1);
            if to > from {
                self.page.merge_range(self.row, columns(from), self.row, columns(to), text, &note_format())?;
            } else {
                self.page.write_string_with_format(self.row, columns(from), text, &note_format())?;
            }
        }
        self.row += 1;
        Ok(())
    }

    /// One text over the whole width.
    fn across(&mut self, text: &str, format: &Format, height: f64) -> Result<(), XlsxError> {
        let last = columns(self.sheet.columns.len().saturating_sub(1));
        if last > 0 {
            self.page.merge_range(self.row, 0, self.row, last, text, format)?;
        } else {
            self.page.write_string_with_format(self.row, 0, text, format)?;
        }
        self.page.set_row_height(self.row, height)?;
        self.row += 1;
        Ok(())
    }
}

/// A count of rows as Excel counts them; more than it can hold is refused when written.
fn rows(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A count of columns, likewise.
fn columns(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
