//! A workbook through calamine, sheet by sheet, never denser in memory than it is in the file.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader, SheetType, Xls, Xlsb, Xlsx};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::ReadError;
use super::layout::{Layout, xlsx_layouts};
use super::limits::Limits;
use super::ods_layout::ods_layouts;
use super::sniff::{Container, container};
use super::wire::{Message, ROWS_A_MESSAGE};
use super::xls_hidden::xls_hidden;
use super::xlsb_layout::xlsb_layouts;
use crate::import::{Merge, Raw};

/// Takes the messages of a workbook as they come.
pub type Emit<'e> = &'e mut dyn FnMut(Message) -> Result<(), ReadError>;

/// No office table has more columns; what lies beyond is not read.
const MOST_COLUMNS: u32 = 1_024;

/// A worksheet has no more rows, whatever a damaged or forged file says.
const MOST_ROWS: u32 = 1_048_576;

/// Reads every worksheet and says it to `emit`.
pub fn read(path: &Path, limits: &Limits, emit: Emit<'_>) -> Result<(), ReadError> {
    match container(path, limits.unpacked_bytes)? {
        Container::Xlsx => read_xlsx(path, limits, emit),
        Container::Xlsb => read_xlsb(path, limits, emit),
        Container::Ods => read_ods(path, limits, emit),
        Container::Compound => read_compound(path, limits, emit),
    }
}

fn open<W: Reader<BufReader<File>>>(path: &Path) -> Result<W, ReadError>
where
    ReadError: From<W::Error>,
{
    Ok(W::new(BufReader::with_capacity(1 << 16, File::open(path)?))?)
}

/// Names of the worksheets in order; charts and macros are none.
fn worksheets<W: Reader<BufReader<File>>>(workbook: &W) -> Vec<String> {
    workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect()
}

fn read_xlsx(path: &Path, limits: &Limits, emit: Emit<'_>) -> Result<(), ReadError> {
    let mut workbook: Xlsx<_> = open(path)?;
    let is_1904 = workbook.has_1904_epoch();
    let layouts = xlsx_layouts(path);
    let mut cells = Cells::new(limits);
    for name in worksheets(&workbook) {
        let layout = layouts.get(&name).cloned();
        let layout =
            layout.unwrap_or_else(|| merges_only(&workbook.merge_cells_by_sheet_name(&name).unwrap_or_default()));
        let mut reader = workbook.worksheet_cells_reader(&name)?;
        while let Some(cell) = reader.next_cell()? {
            cells.put(cell.get_position(), raw_of_ref(cell.get_value()))?;
        }
        cells.emit(name, layout, is_1904, emit)?;
    }
    Ok(())
}

fn read_xlsb(path: &Path, limits: &Limits, emit: Emit<'_>) -> Result<(), ReadError> {
    let mut workbook: Xlsb<_> = open(path)?;
    let is_1904 = workbook.has_1904_epoch();
    let mut layouts = xlsb_layouts(path);
    let mut cells = Cells::new(limits);
    for name in worksheets(&workbook) {
        let mut reader = workbook.worksheet_cells_reader(&name)?;
        while let Some(cell) = reader.next_cell()? {
            cells.put(cell.get_position(), raw_of_ref(cell.get_value()))?;
        }
        let layout = layouts.remove(&name).unwrap_or_default();
        cells.emit(name, layout, is_1904, emit)?;
    }
    Ok(())
}

fn read_ods(path: &Path, limits: &Limits, emit: Emit<'_>) -> Result<(), ReadError> {
    let mut workbook: Ods<_> = open(path)?;
    let mut layouts = ods_layouts(path);
    let mut cells = Cells::new(limits);
    for name in worksheets(&workbook) {
        let range = workbook.worksheet_range(&name)?;
        cells.put_range(&range)?;
        let layout = layouts.remove(&name).unwrap_or_default();
        cells.emit(name, layout, false, emit)?;
    }
    Ok(())
}

/// The old binary format; an encrypted new workbook is one outside.
fn read_compound(path: &Path, limits: &Limits, emit: Emit<'_>) -> Result<(), ReadError> {
    let mut workbook: Xls<_> = match open(path) {
        Ok(workbook) => workbook,
        // An encrypted xlsx is a compound file around a package that only its own reader recognises.
        Err(error) => {
            return Err(match open::<Xlsx<_>>(path) {
                Err(ReadError::Encrypted) => ReadError::Encrypted,
                _ => error,
            });
        }
    };
    let is_1904 = workbook.has_1904_epoch();
    let names = workbook.sheets_metadata().iter().map(|sheet| sheet.name.clone());
    let hidden: BTreeMap<String, bool> = names.zip(xls_hidden(path, limits.file_bytes)).collect();
    let mut cells = Cells::new(limits);
    for name in worksheets(&workbook) {
        let range = workbook.worksheet_range(&name)?;
        cells.put_range(&range)?;
        let has_hidden = hidden.get(&name).copied().unwrap_or_default();
        let merges = merges_only(&workbook.merge_cells_by_sheet_name(&name).unwrap_or_default());
        cells.emit(name, Layout { has_hidden, ..merges }, is_1904, emit)?;
    }
    Ok(())
}

fn merges_only(merges: &[calamine::Dimensions]) -> Layout {
    let merges = merges.iter().map(|area| Merge {
        top: area.start.0,
        left: area.start.1,
        bottom: area.end.0,
        right: area.end.1,
    });
    Layout { merges: merges.collect(), has_hidden: false }
}

/// The cells of one sheet as they come, in rows as long as their last cell.
struct Cells<'l> {
    rows: Vec<Vec<Raw>>,
    held: usize,
    limits: &'l Limits,
}

impl<'l> Cells<'l> {
    fn new(limits: &'l Limits) -> Self {
        Self { rows: Vec::new(), held: 0, limits }
    }

    fn put_range(&mut self, range: &calamine::Range<Data>) -> Result<(), ReadError> {
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let at = (u32::try_from(row).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX));
            self.put((top.saturating_add(at.0), left.saturating_add(at.1)), raw_of(value))?;
        }
        Ok(())
    }

    fn put(&mut self, (row, column): (u32, u32), raw: Raw) -> Result<(), ReadError> {
        if raw == Raw::Blank || column >= MOST_COLUMNS {
            return Ok(());
        }
        if row >= MOST_ROWS {
            return Err(ReadError::TooLarge);
        }
        let (row, column) = (row as usize, column as usize);
        if row >= self.rows.len() {
            self.held += row + 1 - self.rows.len();
            self.check()?;
            self.rows.resize_with(row + 1, Vec::new);
        }
        if let Some(cells) = self.rows.get_mut(row) {
            if column >= cells.len() {
                self.held += column + 1 - cells.len();
                cells.resize_with(column + 1, Raw::default);
            }
            if let Some(cell) = cells.get_mut(column) {
                *cell = raw;
            }
        }
        self.check()
    }

    fn check(&self) -> Result<(), ReadError> {
        if self.held > self.limits.cells { Err(ReadError::TooLarge) } else { Ok(()) }
    }

    /// Says the sheet and starts the next.
    fn emit(&mut self, name: String, layout: Layout, is_1904: bool, emit: Emit<'_>) -> Result<(), ReadError> {
        let Layout { merges, has_hidden } = layout;
        emit(Message::Sheet { name, merges, has_hidden, is_1904 })?;
        let mut rows = std::mem::take(&mut self.rows).into_iter();
        loop {
            let some: Vec<_> = rows.by_ref().take(ROWS_A_MESSAGE).collect();
            if some.is_empty() {
                return Ok(());
            }
            emit(Message::Rows(some))?;
        }
    }
}

fn raw_of_ref(value: &DataRef<'_>) -> Raw {
    match value {
        DataRef::SharedString(text) => raw_text(text),
        DataRef::String(text) => raw_text(text),
        DataRef::Float(number) => Raw::Number(*number),
        other => raw_of(&Data::from(other.clone())),
    }
}

#[expect(clippy::cast_precision_loss, reason = "whole numbers of spreadsheets are binary fractions anyway")]
fn raw_of(value: &Data) -> Raw {
    match value {
        // A formula that failed gave no value: 姓名 is empty then, not #REF!.
        Data::Empty | Data::Error(_) => Raw::Blank,
        Data::String(text) | Data::DurationIso(text) => raw_text(text),
        Data::Int(number) => Raw::Number(*number as f64),
        Data::Float(number) => Raw::Number(*number),
        Data::Bool(is_true) => Raw::Text(if *is_true { "TRUE" } else { "FALSE" }.to_owned()),
        Data::DateTime(at) => raw_date(*at),
        Data::DateTimeIso(text) => iso(text).map_or_else(|| raw_text(text), Raw::Date),
    }
}

/// What a formula that failed shows; some formats keep it as text.
fn is_fault(text: &str) -> bool {
    matches!(text, "#DIV/0!" | "#N/A" | "#NAME?" | "#NULL!" | "#NUM!" | "#REF!" | "#VALUE!")
        || (text.len() == 7 && text.starts_with("Err:5"))
}

fn raw_text(text: &str) -> Raw {
    if text.is_empty() || is_fault(text) { Raw::Blank } else { Raw::Text(text.to_owned()) }
}

/// A date, or the text of a time or duration.
fn raw_date(at: ExcelDateTime) -> Raw {
    let serial = at.as_f64();
    if (0.0..1.0).contains(&serial) || (at.is_duration() && (0.0..100_000.0).contains(&serial)) {
        let minutes = at.as_duration().map_or(0, |duration| duration.num_minutes());
        return Raw::Text(format!("{}:{:02}", minutes / 60, minutes % 60));
    }
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    let date = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day));
    let time = NaiveTime::from_hms_opt(u32::from(hour), u32::from(minute), u32::from(second));
    match (date, time) {
        (Some(date), Some(time)) if serial >= 0.0 => Raw::Date(date.and_time(time)),
        _ => Raw::Number(serial),
    }
}

fn iso(text: &str) -> Option<NaiveDateTime> {
    let date = text.parse::<NaiveDate>().ok().map(|date| date.and_time(NaiveTime::MIN));
    date.or_else(|| text.trim_end_matches('Z').parse().ok())
}
