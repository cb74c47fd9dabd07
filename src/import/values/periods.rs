//! Periods: months, quarters, years, ranges, tenure quarters.

use chrono::{Months, NaiveDate};

use super::dates::{DateRange, DateValue, take_range, take_range_start};
use super::frame::Frame;
use super::scan::{Cursor, take_small_number};
use super::text::{half_width, is_blank_mark, squeeze, trailing_bracket};
use crate::domain::{Period, Precision};
use crate::import::{Code, Raw};

/// A period as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodValue {
    /// Known dates.
    Dates(Period),
    /// A quarter of a tenure, with its dates if written.
    Tenure(u32, Option<Period>),
    /// From the start of the relation to the day (累计, 截至…); the day is absent for a bare 累计.
    UpTo(Option<NaiveDate>),
}

/// A period. R02 where it is none or its year is nowhere.
pub fn period(raw: &Raw, frame: &Frame) -> Result<Option<PeriodValue>, Code> {
    match raw {
        Raw::Blank => Ok(None),
        Raw::Text(text) => period_of_text(text, frame),
        Raw::Number(number) => period_of_text(&number.to_string(), frame),
        Raw::Date(at) => {
            // A month column typed as `2023-6` becomes a date cell on the first of that month.
            let on = at.date();
            let month = (chrono::Datelike::day(&on) == 1).then(|| months_from(on, 1)).flatten();
            Ok(Some(PeriodValue::Dates(month.unwrap_or(Period::day(on)))))
        }
    }
}

/// As [`period`], for a text.
pub(super) fn period_of_text(text: &str, frame: &Frame) -> Result<Option<PeriodValue>, Code> {
    let text = squeeze(text);
    if is_blank_mark(&text) {
        return Ok(None);
    }
    if let Some(up_to) = up_to(&text, frame) {
        return Ok(Some(up_to));
    }
    if let Some(tenure) = tenure(&text, frame) {
        return Ok(Some(tenure));
    }
    let mut cursor = Cursor::new(&text);
    match take_named(&mut cursor, frame) {
        Some(period) if cursor.is_done() => Ok(Some(PeriodValue::Dates(period))),
        _ => plain(&text, frame).map(|period| Some(PeriodValue::Dates(period))),
    }
}

/// The first period inside a longer text such as a title, with its year if written or framed.
#[must_use]
pub fn find_period(text: &str, frame: &Frame) -> Option<Period> {
    let text = half_width(text);
    let mut cursor = Cursor::new(&text);
    while !cursor.is_done() {
        let mut ahead = cursor;
        if let Some(period) = take_named(&mut ahead, frame) {
            return Some(period);
        }
        if cursor.peek().is_some_and(|next| next.is_ascii_digit()) {
            let mut ahead = cursor;
            if let Ok(range) = take_range_start(&mut ahead, frame)
                && is_spelled_out(cursor, &range)
            {
                let last = range.to.as_ref().map_or(range.from.on, DateValue::last_day);
                return Period::new(range.from.on, last);
            }
            cursor.take_digits();
        }
        cursor.bump();
    }
    None
}

/// A lone number or `1.5` in running text is no date: a year needs its 年, a single day its year or 月.
fn is_spelled_out(mut cursor: Cursor<'_>, range: &DateRange) -> bool {
    let Some((_, length)) = cursor.take_digits() else { return false };
    let is_single = range.to.as_ref() == Some(&range.from);
    match range.from.precision {
        _ if !is_single => true,
        Precision::Year => cursor.peek() == Some('年'),
        Precision::Month => true,
        Precision::Day => length >= 4 || cursor.peek() == Some('年') || cursor.peek() == Some('月'),
    }
}

fn up_to(text: &str, frame: &Frame) -> Option<PeriodValue> {
    if matches!(text, "累计" | "至今累计") {
        return Some(PeriodValue::UpTo(None));
    }
    let rest = text.strip_prefix("累计").unwrap_or(text).trim_matches(['(', ')']);
    let rest =
        rest.strip_prefix("截至").or_else(|| rest.strip_prefix("截止到")).or_else(|| rest.strip_prefix("截止"))?;
    let rest = rest.trim_end_matches(['底', '止', '末']);
    plain(rest, frame).ok().map(|period| PeriodValue::UpTo(Some(period.to())))
}

/// `任期第3季`, `第3季度(2023.11.18—2024.2.17)`, and a bare `第3季度` where no year is known.
fn tenure(text: &str, frame: &Frame) -> Option<PeriodValue> {
    let (head, dates) = match trailing_bracket(text) {
        Some((head, inner)) => (head, Some(plain(inner, frame).ok()?)),
        None => (text, None),
    };
    let of_tenure = head.strip_prefix("任期");
    let mut cursor = Cursor::new(of_tenure.unwrap_or(head));
    cursor.take_word(&["第"]).then_some(())?;
    let number = take_small_number(&mut cursor)?;
    cursor.take_word(&["季度", "季"]).then_some(())?;
    let counts = of_tenure.is_some() || dates.is_some() || (frame.year.is_none() && frame.period.is_none());
    (cursor.is_done() && counts).then_some(PeriodValue::Tenure(number, dates))
}

/// Quarters, halves, years by name; the year before them or from the frame.
fn take_named(cursor: &mut Cursor<'_>, frame: &Frame) -> Option<Period> {
    let mut ahead = *cursor;
    let year = take_year(&mut ahead);
    let (first, months) = take_part_of_year(&mut ahead, year.is_some())?;
    let from = NaiveDate::from_ymd_opt(year.or(frame.year)?, first, 1)?;
    *cursor = ahead;
    months_from(from, months)
}

fn take_year(cursor: &mut Cursor<'_>) -> Option<i32> {
    let mut ahead = *cursor;
    let (year, _) = ahead.take_digits().filter(|(year, length)| *length == 4 && (1900..=2100).contains(year))?;
    ahead.skip_spaces();
    if ahead.take_one(&['年', '-', '.']).is_none() && !matches!(ahead.peek(), Some('Q' | 'q' | 'H' | 'h')) {
        return None;
    }
    *cursor = ahead;
    i32::try_from(year).ok()
}

fn take_part_of_year(cursor: &mut Cursor<'_>, has_year: bool) -> Option<(u32, u32)> {
    if cursor.take_word(&["上半年", "H1", "h1"]) {
        return Some((1, 6));
    }
    if cursor.take_word(&["下半年", "H2", "h2"]) {
        return Some((7, 6));
    }
    if cursor.take_word(&["全年", "年度"]) || (has_year && cursor.take_word(&["度"])) {
        return Some((1, 12));
    }
    let mut ahead = *cursor;
    let quarter = if ahead.take_one(&['Q', 'q']).is_some() {
        take_small_number(&mut ahead)
    } else {
        ahead.take_one(&['第']);
        take_small_number(&mut ahead).filter(|_| ahead.take_word(&["季度", "季"]))
    };
    let quarter = quarter.filter(|quarter| (1..=4).contains(quarter))?;
    *cursor = ahead;
    Some((quarter * 3 - 2, 3))
}

/// A month, a year, a day or a range of them; both ends whole.
fn plain(text: &str, frame: &Frame) -> Result<Period, Code> {
    let mut cursor = Cursor::new(text);
    let range = take_range(&mut cursor, frame, &mut Vec::new())?;
    let rest = cursor.rest();
    if !rest.is_empty() && rest != "度" {
        return Err(Code::R02);
    }
    let to = range.to.ok_or(Code::R02)?;
    Period::new(range.from.on, to.last_day()).ok_or(Code::R03)
}

fn months_from(from: NaiveDate, months: u32) -> Option<Period> {
    Period::new(from, from.checked_add_months(Months::new(months))?.pred_opt()?)
}
