//! One row of a mapped sheet, asked by heading; turns codes of the value parsers into reasons with their place.

use chrono::{Datelike, NaiveDate};

use super::outcome::{About, Reason, Refused};
use crate::domain::{Precision, rank_of};
use crate::import::values::{self, DateRange, DateValue, Frame, NameValue, PeriodValue};
use crate::import::{Code, MappedRow, MappedSheet, Raw};

/// A row with its sheet, and the hints found while reading it.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// Its sheet.
    pub(super) sheet: &'a MappedSheet,
    /// Its cells.
    pub(super) row: &'a MappedRow,
    frame: Frame,
    /// What the clerk should know of it.
    pub(super) hints: Vec<Reason>,
}

impl<'a> Line<'a> {
    /// A row of the sheet; the frame is that of the sheet.
    pub(super) const fn new(sheet: &'a MappedSheet, row: &'a MappedRow, frame: Frame) -> Self {
        Self { sheet, row, frame, hints: Vec::new() }
    }

    /// The cell under a canonical heading.
    pub(super) fn raw(&self, heading: &str) -> &'a Raw {
        self.sheet.cell(self.row, heading)
    }

    /// Whether the sheet has the column.
    pub(super) fn has(&self, heading: &str) -> bool {
        self.sheet.columns.contains_key(heading)
    }

    /// The header as the clerk wrote it, in one line; the canonical one where there is no such column.
    pub(super) fn column(&self, heading: &str) -> String {
        written_heading(self.sheet, heading)
    }

    /// A value that stands outside the rows.
    pub(super) fn context(&self, key: &str) -> Option<&'a str> {
        self.sheet.context.get(key).map(String::as_str).filter(|text| !text.trim().is_empty())
    }

    /// A value from outside the rows as a cell, so that the same parsers read it.
    pub(super) fn context_raw(&self, key: &str) -> Raw {
        self.context(key).map_or(Raw::Blank, |text| Raw::Text(text.to_owned()))
    }

    /// A reason at a cell of this row.
    pub(super) fn reason(&self, heading: &str, code: Code, about: About) -> Reason {
        let cell = values::text(self.raw(heading)).unwrap_or_default();
        Reason { code, column: self.column(heading), cell, about }
    }

    /// Refuses the row because of a cell.
    pub(super) fn refuse(&self, heading: &str, code: Code, about: About) -> Refused {
        Box::new(self.reason(heading, code, about))
    }

    /// Notes something about a cell of a row that is taken.
    pub(super) fn hint(&mut self, heading: &str, code: Code, about: About) {
        let reason = self.reason(heading, code, about);
        self.hints.push(reason);
    }

    fn note(&mut self, heading: &str, codes: Vec<Code>) {
        for code in codes {
            let about = if code == Code::N03 { self.true_weekday(heading) } else { About::Nothing };
            self.hint(heading, code, about);
        }
    }

    fn true_weekday(&self, heading: &str) -> About {
        values::date(self.raw(heading), &self.frame, &mut Vec::new())
            .ok()
            .flatten()
            .map_or(About::Nothing, |date| About::Weekday(date.on.weekday()))
    }

    /// A value of a closed list or the like.
    pub(super) fn read<T>(
        &mut self,
        heading: &str,
        parse: impl FnOnce(&Raw) -> Result<Option<T>, Code>,
    ) -> Result<Option<T>, Refused> {
        match parse(self.raw(heading)) {
            Ok(value) => Ok(value),
            Err(code) if code.is_rejection() => Err(self.refuse(heading, code, About::Nothing)),
            Err(code) => {
                self.hint(heading, code, About::Nothing);
                Ok(None)
            }
        }
    }

    /// A value that gives hints of its own.
    pub(super) fn read_noting<T>(
        &mut self,
        heading: &str,
        parse: impl FnOnce(&Raw, &mut Vec<Code>) -> Result<Option<T>, Code>,
    ) -> Result<Option<T>, Refused> {
        let mut codes = Vec::new();
        let value = self.read(heading, |raw| parse(raw, &mut codes))?;
        self.note(heading, codes);
        Ok(value)
    }

    /// A date.
    pub(super) fn date(&mut self, heading: &str) -> Result<Option<DateValue>, Refused> {
        let frame = self.frame;
        self.read_noting(heading, |raw, codes| values::date(raw, &frame, codes))
    }

    /// A date in a part of a cell.
    pub(super) fn date_in(&mut self, heading: &str, part: &Raw) -> Result<Option<DateValue>, Refused> {
        let frame = self.frame;
        let mut codes = Vec::new();
        match values::date(part, &frame, &mut codes) {
            Ok(date) => {
                self.note(heading, codes);
                Ok(date)
            }
            Err(code) => Err(self.refuse(heading, code, About::Nothing)),
        }
    }

    /// A date no finer than it is known.
    pub(super) fn known_date(&mut self, heading: &str) -> Result<Option<Known>, Refused> {
        Ok(self.date(heading)?.map(|date| Known { on: date.on, precision: date.precision }))
    }

    /// Two dates in one cell.
    pub(super) fn date_range(&mut self, heading: &str) -> Result<Option<DateRange>, Refused> {
        let frame = self.frame;
        self.read_noting(heading, |raw, codes| values::date_range(raw, &frame, codes))
    }

    /// A period.
    pub(super) fn period(&mut self, heading: &str) -> Result<Option<PeriodValue>, Refused> {
        let frame = self.frame;
        self.read(heading, |raw| values::period(raw, &frame))
    }

    /// Money in 分: the unit is that of the cell, the heading, or the sheet.
    pub(super) fn money(&mut self, heading: &str) -> Result<Option<i64>, Refused> {
        let unit = self.sheet.unit(heading).or_else(|| self.context("unit")).map(str::to_owned);
        self.read_noting(heading, |raw, codes| values::money_fen(raw, unit.as_deref(), codes))
    }

    /// The year that titles and choices say.
    pub(super) const fn year(&self) -> Option<i32> {
        self.frame.year
    }

    /// A text, absent for a blank cell.
    pub(super) fn text(&self, heading: &str) -> Option<String> {
        values::text(self.raw(heading))
    }

    /// The office's own number for somebody or something. Under a bare 编号 the short numbers 1, 2, 3 only count
    /// the rows.
    pub(super) fn code(&self) -> Option<String> {
        const HEADING: &str = "编号";
        let is_running = |text: &String| text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
        self.text(HEADING).filter(|text| self.column(HEADING) != HEADING || !is_running(text))
    }

    /// A text that must be there.
    pub(super) fn required(&self, heading: &str) -> Result<String, Refused> {
        self.text(heading).ok_or_else(|| self.refuse(heading, Code::R01, About::Nothing))
    }

    /// A person's name that must be there.
    pub(super) fn required_name(&self, heading: &str) -> Result<NameValue, Refused> {
        values::name(self.raw(heading)).ok_or_else(|| self.refuse(heading, Code::R01, About::Nothing))
    }

    /// Refuses a pair of dates whose end comes before its start, at the later cell.
    pub(super) fn in_order(&self, from: (&str, Option<Known>), to: (&str, Option<Known>)) -> Result<(), Refused> {
        let (Some(start), Some(end)) = (from.1, to.1) else { return Ok(()) };
        if start.on <= end.last() {
            return Ok(());
        }
        let about = About::Pair {
            from_column: self.column(from.0),
            from: start.written(),
            to_column: self.column(to.0),
            to: end.written(),
        };
        Err(self.refuse(to.0, Code::R03, about))
    }
}

/// The header of a column as written, line breaks and spaces taken out.
#[must_use]
pub fn written_heading(sheet: &MappedSheet, heading: &str) -> String {
    let written = sheet.columns.get(heading).and_then(|at| sheet.headings.get(*at));
    let text: String = written.map_or(heading, String::as_str).split_whitespace().collect();
    if text.is_empty() { heading.to_owned() } else { text }
}

/// A date with how exactly it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    /// The day; first of the month or year where only that is known.
    pub(super) on: NaiveDate,
    /// How exactly.
    pub(super) precision: Precision,
}

impl Known {
    /// A stored date with its precision.
    pub(super) fn of(on: Option<NaiveDate>, precision: Precision) -> Option<Self> {
        on.map(|on| Self { on, precision })
    }

    /// The last day it can be.
    pub(super) fn last(self) -> NaiveDate {
        self.precision.span(self.on).to()
    }

    /// As written in a list, no finer than known.
    pub(super) fn written(self) -> String {
        match self.precision {
            Precision::Day => self.on.format("%Y-%m-%d").to_string(),
            Precision::Month => self.on.format("%Y-%m").to_string(),
            Precision::Year => self.on.format("%Y").to_string(),
        }
    }

    /// Whether the two can be the same day: a month equals any day of that month.
    pub(super) fn meets(self, other: Self) -> bool {
        self.on <= other.last() && other.on <= self.last()
    }
}

/// Sets a text unless the cell was blank: a blank never clears what is stored.
pub(super) fn fill(target: &mut String, cell: Option<String>) {
    if let Some(text) = cell.filter(|text| !values::same_words(target, text)) {
        *target = text;
    }
}

/// Sets an optional value unless the cell was blank.
pub(super) fn fill_some<T>(target: &mut Option<T>, cell: Option<T>) {
    if cell.is_some() {
        *target = cell;
    }
}

/// The date that stands after a row: the cell unless it is blank. One known only to the month never coarsens
/// a stored day within it.
pub(super) fn standing(stored: Option<Known>, cell: Option<Known>) -> Option<Known> {
    match (stored, cell) {
        (Some(old), Some(new)) if old.precision < new.precision && old.meets(new) => Some(old),
        (old, new) => new.or(old),
    }
}

/// Sets a date unless the cell was blank.
pub(super) fn fill_date(on: &mut Option<NaiveDate>, precision: &mut Precision, cell: Option<Known>) {
    let stored = on.map(|on| Known { on, precision: *precision });
    if let Some(known) = standing(stored, cell) {
        (*on, *precision) = (Some(known.on), known.precision);
    }
}

/// Sets a phone unless the cell was blank; the stars of a printed list (139****0001) never hide a stored number.
pub(super) fn fill_phone(phone: &mut String, cell: Option<String>) {
    if let Some(text) = cell.filter(|text| phone.is_empty() || !text.contains('*')) {
        *phone = text;
    }
}

/// Sets title and rank of a person unless the cell was blank.
pub(super) fn fill_title(title: &mut String, rank: &mut Option<u8>, cell: Option<String>) {
    if let Some(text) = cell {
        *rank = rank_of(&text);
        fill(title, Some(text));
    }
}
