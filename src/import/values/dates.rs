//! Dates of cells: every spelling an office uses, with precision, half-day and weekday inside.

use chrono::{Datelike, Months, NaiveDate, Weekday};

use super::date_parts::{Beside, Parts, take_beside, take_parts};
use super::frame::Frame;
use super::scan::Cursor;
use super::text::text;
use crate::domain::{Precision, Slot};
use crate::import::{Code, Raw};

/// A date as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateValue {
    /// The day; first of the month or year where only that is known.
    pub on: NaiveDate,
    /// How exactly it is known.
    pub precision: Precision,
    /// Half-days named beside it, empty for none (全天 gives two).
    pub slots: Vec<Slot>,
    /// Weekday named beside it; one that disagrees gives N03.
    pub weekday: Option<Weekday>,
    /// Text in brackets or after the date (端午), empty for none.
    pub remark: String,
}

/// Two dates in one cell; an open end has no `to`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateRange {
    /// First.
    pub from: DateValue,
    /// Last.
    pub to: Option<DateValue>,
}

const OPEN_END: &[&str] = &["至今", "今", "现在", "在岗", "长期"];
const RANGE_SIGNS: &[char] = &['至', '到', '—', '–', '-', '~', '―', '−', '─'];

impl DateValue {
    /// The last day meant: the end of the month or year where only that is known.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        let months = match self.precision {
            Precision::Day => return self.on,
            Precision::Month => 1,
            Precision::Year => 12,
        };
        self.on.checked_add_months(Months::new(months)).and_then(|next| next.pred_opt()).unwrap_or(self.on)
    }

    fn of_day(on: NaiveDate) -> Self {
        Self { on, precision: Precision::Day, slots: Vec::new(), weekday: None, remark: String::new() }
    }
}

/// A date. R02 where it is none or its year is nowhere; N02 for two-digit years, N03 for a wrong weekday.
/// 至今 and 在岗 are blank.
pub fn date(raw: &Raw, frame: &Frame, hints: &mut Vec<Code>) -> Result<Option<DateValue>, Code> {
    if let Raw::Date(at) = raw {
        return Ok(Some(DateValue::of_day(at.date())));
    }
    let Some(text) = text(raw) else { return Ok(None) };
    if OPEN_END.contains(&text.as_str()) {
        return Ok(None);
    }
    let mut cursor = Cursor::new(&text);
    let parts = take_parts(&mut cursor, frame.is_1904).ok_or(Code::R02)?;
    let beside = take_beside(&mut cursor);
    if is_range_ahead(cursor) {
        return Err(Code::R02);
    }
    finish(parts, beside, cursor.rest(), frame, hints).map(Some)
}

/// A range, or a single date (then `to` is absent only if written open: `2023年5月31日起`, else equal to `from`).
/// R02 as for [`date`]; R03 where it ends before it starts.
pub fn date_range(raw: &Raw, frame: &Frame, hints: &mut Vec<Code>) -> Result<Option<DateRange>, Code> {
    if let Raw::Date(at) = raw {
        let day = DateValue::of_day(at.date());
        return Ok(Some(DateRange { from: day.clone(), to: Some(day) }));
    }
    let Some(text) = text(raw) else { return Ok(None) };
    let mut cursor = Cursor::new(&text);
    take_range(&mut cursor, frame, hints).map(Some)
}

/// Reads a range at the cursor and whatever follows the last date as its remark.
pub(super) fn take_range(cursor: &mut Cursor<'_>, frame: &Frame, hints: &mut Vec<Code>) -> Result<DateRange, Code> {
    let first = take_parts(cursor, frame.is_1904).ok_or(Code::R02)?;
    let beside = take_beside(cursor);
    match take_end(cursor, first, frame.is_1904) {
        End::Single => {
            let from = finish(first, beside, cursor.rest(), frame, hints)?;
            Ok(DateRange { to: Some(from.clone()), from })
        }
        End::Open => Ok(DateRange { from: finish(first, beside, "", frame, hints)?, to: None }),
        End::Closed(written) => {
            let last = written.inherit(first);
            let last_beside = take_beside(cursor);
            let first = lend_year(first, last);
            let from = finish(first, beside, "", frame, hints)?;
            let mut to = finish(last, last_beside, cursor.rest(), frame, hints)?;
            roll_over_new_year(&from, &mut to, written);
            if to.last_day() < from.on {
                return Err(Code::R03);
            }
            Ok(DateRange { from, to: Some(to) })
        }
    }
}

/// As [`take_range`], but the text may run on behind the range: what follows is no part of it.
pub(super) fn take_range_start(cursor: &mut Cursor<'_>, frame: &Frame) -> Result<DateRange, Code> {
    let start = *cursor;
    let first = take_parts(cursor, frame.is_1904).ok_or(Code::R02)?;
    take_beside(cursor);
    if let End::Closed(_) = take_end(cursor, first, frame.is_1904) {
        take_beside(cursor);
    }
    let taken = start.rest().strip_suffix(cursor.rest()).unwrap_or(start.rest());
    take_range(&mut Cursor::new(taken), frame, &mut Vec::new())
}

enum End {
    Single,
    Open,
    Closed(Parts),
}

fn take_end(cursor: &mut Cursor<'_>, first: Parts, is_1904: bool) -> End {
    cursor.skip_spaces();
    let mut ahead = *cursor;
    if ahead.take_word(&["起至今", "至今", "起"]) {
        let mut further = ahead;
        further.skip_spaces();
        if further.take_one(RANGE_SIGNS).is_none() {
            *cursor = ahead;
            return End::Open;
        }
    }
    let mut signs = 0;
    while ahead.take_one(RANGE_SIGNS).is_some() {
        signs += 1;
        ahead.skip_spaces();
    }
    // `2022-06-01/2024-05-31` is how insurance periods are written.
    if signs == 0 && first.year.is_some() && first.day.is_some() && ahead.take_one(&['/']).is_some() {
        signs = 1;
        ahead.skip_spaces();
    }
    if signs == 0 {
        return End::Single;
    }
    if ahead.is_done() || ahead.take_word(OPEN_END) {
        *cursor = ahead;
        return End::Open;
    }
    let end = take_parts(&mut ahead, is_1904).or_else(|| take_bare_number(&mut ahead, first));
    match end {
        Some(end) => {
            *cursor = ahead;
            End::Closed(end)
        }
        None => End::Single,
    }
}

/// The 18 of `6月12-18` or the 6 of `2023年1-6月`: the same unit as the start's last one.
fn take_bare_number(cursor: &mut Cursor<'_>, first: Parts) -> Option<Parts> {
    let (number, _) = cursor.take_digits().filter(|(_, length)| *length <= 2)?;
    cursor.take_one(&['日', '号', '月']);
    Some(if first.day.is_some() {
        Parts { day: Some(number), ..Parts::default() }
    } else {
        Parts { month: Some(number), ..Parts::default() }
    })
}

/// `5月31日—2024年5月30日`: a start without a year has that of the end.
fn lend_year(first: Parts, last: Parts) -> Parts {
    Parts { year: first.year.or(last.year), is_short_year: first.is_short_year || last.is_short_year, ..first }
}

/// `12月26日—1月8日` ends in the next year; any other end before the start stays an error.
fn roll_over_new_year(from: &DateValue, to: &mut DateValue, written: Parts) {
    if written.year.is_none() && from.on.month() >= 11 && to.on.month() <= 2 && to.on < from.on {
        to.on = to.on.checked_add_months(Months::new(12)).unwrap_or(to.on);
    }
}

fn is_range_ahead(mut cursor: Cursor<'_>) -> bool {
    cursor.skip_spaces();
    cursor.take_one(RANGE_SIGNS).is_some() && {
        cursor.skip_spaces();
        cursor.peek().is_some_and(|next| next.is_ascii_digit())
    }
}

fn finish(parts: Parts, beside: Beside, rest: &str, frame: &Frame, hints: &mut Vec<Code>) -> Result<DateValue, Code> {
    let rest = rest.trim();
    // Digits that run on are a number or another date, not a remark.
    if rest.starts_with(|next: char| next.is_ascii_digit() || matches!(next, '.' | '/' | '-')) {
        return Err(Code::R02);
    }
    let (on, precision) = parts.resolve(frame)?;
    if parts.is_short_year {
        push(hints, Code::N02);
    }
    if precision == Precision::Day && beside.weekday.is_some_and(|weekday| weekday != on.weekday()) {
        push(hints, Code::N03);
    }
    let remark = if beside.remark.is_empty() { rest.to_owned() } else { beside.remark };
    Ok(DateValue { on, precision, slots: beside.slots, weekday: beside.weekday, remark })
}

/// Adds a hint once.
pub(super) fn push(hints: &mut Vec<Code>, code: Code) {
    if !hints.contains(&code) {
        hints.push(code);
    }
}
