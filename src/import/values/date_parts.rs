//! Dates as far as they are written: year, month, day, each possibly missing.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::frame::Frame;
use super::lists::{take_slots, take_weekday};
use super::scan::Cursor;
use crate::domain::{Precision, Slot};
use crate::import::Code;

/// What one written date says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Parts {
    /// Year, full.
    pub year: Option<i32>,
    /// Month as written, perhaps 13.
    pub month: Option<u32>,
    /// Day as written, perhaps 30 February.
    pub day: Option<u32>,
    /// Whether the year had two digits (N02).
    pub is_short_year: bool,
}

/// What may stand beside a date.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Beside {
    /// Half-days.
    pub slots: Vec<Slot>,
    /// Weekday.
    pub weekday: Option<Weekday>,
    /// Content of brackets.
    pub remark: String,
}

const SEPARATORS: &[char] = &['-', '/', '.'];

/// Reads the date at the cursor; leaves the cursor alone where there is none.
pub fn take_parts(cursor: &mut Cursor<'_>, is_1904: bool) -> Option<Parts> {
    let start = *cursor;
    let parts = read_parts(cursor, is_1904);
    if parts.is_none() {
        *cursor = start;
    }
    parts
}

fn read_parts(cursor: &mut Cursor<'_>, is_1904: bool) -> Option<Parts> {
    cursor.skip_spaces();
    let (number, length) = cursor.take_digits()?;
    match length {
        8 => Some(Parts {
            year: i32::try_from(number / 10_000).ok(),
            month: Some(number / 100 % 100),
            day: Some(number % 100),
            is_short_year: false,
        }),
        6 => Some(Parts { year: i32::try_from(number / 100).ok(), month: Some(number % 100), ..Parts::default() }),
        5 => serial(number, is_1904),
        4 => Some(after_year(cursor, i32::try_from(number).ok()?, false)),
        1 | 2 => short(cursor, number, length),
        _ => None,
    }
}

/// A serial number of a spreadsheet, 20000–60000.
fn serial(number: u32, is_1904: bool) -> Option<Parts> {
    if !(20_000..=60_000).contains(&number) {
        return None;
    }
    let epoch = if is_1904 { NaiveDate::from_ymd_opt(1904, 1, 1) } else { NaiveDate::from_ymd_opt(1899, 12, 30) };
    let on = epoch?.checked_add_days(Days::new(u64::from(number)))?;
    Some(Parts { year: Some(on.year()), month: Some(on.month()), day: Some(on.day()), is_short_year: false })
}

/// What follows a year: `年5月31日`, `-5-31`, `.5`, `年初`, nothing.
fn after_year(cursor: &mut Cursor<'_>, year: i32, is_short_year: bool) -> Parts {
    let mut parts = Parts { year: Some(year), month: None, day: None, is_short_year };
    let mut ahead = *cursor;
    ahead.skip_spaces();
    if ahead.take_one(&['年']).is_some() {
        *cursor = ahead;
        if cursor.take_word(&["年初", "初"]) || cursor.take_word(&["度"]) {
            return parts;
        }
        ahead.skip_spaces();
        if let Some((month, 1 | 2)) = ahead.take_digits() {
            *cursor = ahead;
            parts.month = Some(month);
            take_day_after_month(cursor, &mut parts, None);
        }
    } else if let Some(separator) = ahead.take_one(SEPARATORS) {
        ahead.skip_spaces();
        if let Some((month, 1 | 2)) = ahead.take_digits() {
            *cursor = ahead;
            parts.month = Some(month);
            take_day_after_month(cursor, &mut parts, Some(separator));
        }
    }
    parts
}

/// The day after a month: `月31日`, or the same separator again (`2023.5-2024.5` is two months, not a day).
fn take_day_after_month(cursor: &mut Cursor<'_>, parts: &mut Parts, separator: Option<char>) {
    let mut ahead = *cursor;
    ahead.skip_spaces();
    if ahead.take_one(&['月']).is_some() {
        *cursor = ahead;
        ahead.skip_spaces();
    } else if separator.is_none_or(|separator| ahead.take_one(&[separator]).is_none()) {
        return;
    }
    ahead.skip_spaces();
    if let Some((day, 1 | 2)) = ahead.take_digits() {
        parts.day = Some(day);
        *cursor = ahead;
        take_day_word(cursor);
    }
}

fn take_day_word(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    ahead.skip_spaces();
    let found = ahead.take_one(&['日', '号']).is_some();
    if found {
        *cursor = ahead;
    }
    found
}

/// One or two digits first: `5月31日`, `5/31`, `23.5.31`, `18日`.
fn short(cursor: &mut Cursor<'_>, number: u32, length: usize) -> Option<Parts> {
    let mut ahead = *cursor;
    ahead.skip_spaces();
    if take_day_word(cursor) {
        return Some(Parts { day: Some(number), ..Parts::default() });
    }
    if length == 2 && ahead.peek() == Some('年') {
        return Some(after_year(cursor, century(number), true));
    }
    if ahead.take_one(&['月']).is_some() {
        *cursor = ahead;
        let mut parts = Parts { month: Some(number), ..Parts::default() };
        ahead.skip_spaces();
        if let Some((day, 1 | 2)) = ahead.take_digits() {
            parts.day = Some(day);
            *cursor = ahead;
            take_day_word(cursor);
        }
        return Some(parts);
    }
    let separator = ahead.take_one(SEPARATORS)?;
    ahead.skip_spaces();
    let (second, _) = ahead.take_digits().filter(|(_, length)| *length <= 2)?;
    *cursor = ahead;
    let mut further = ahead;
    further.skip_spaces();
    if length == 2 && further.take_one(&[separator]).is_some() {
        further.skip_spaces();
        if let Some((third, 1 | 2)) = further.take_digits() {
            *cursor = further;
            let parts =
                Parts { year: Some(century(number)), month: Some(second), day: Some(third), is_short_year: true };
            return Some(parts);
        }
    }
    take_day_word(cursor);
    Some(Parts { month: Some(number), day: Some(second), ..Parts::default() })
}

fn century(short_year: u32) -> i32 {
    i32::try_from(short_year).map_or(2000, |year| 2000 + year)
}

/// Reads what stands beside a date: half-days, weekday, brackets, a time of day.
pub fn take_beside(cursor: &mut Cursor<'_>) -> Beside {
    let mut beside = Beside::default();
    loop {
        cursor.skip_spaces();
        if take_time(cursor) {
            continue;
        }
        let mut ahead = *cursor;
        if let Some(weekday) = take_weekday(&mut ahead) {
            beside.weekday = Some(weekday);
        } else if let Some(slots) = take_slots(&mut ahead) {
            beside.slots = slots;
        } else if let Some(content) = take_bracket(&mut ahead) {
            read_bracket(content, &mut beside);
        } else {
            return beside;
        }
        *cursor = ahead;
    }
}

/// `00:00:00` after a date that was written by a program.
fn take_time(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    ahead.take_one(&['T']);
    let mut groups = 0;
    while ahead.take_digits().is_some() {
        groups += 1;
        if ahead.take_one(&[':']).is_none() {
            break;
        }
    }
    if groups < 2 {
        return false;
    }
    if ahead.take_one(&['.']).is_some() {
        ahead.take_digits();
    }
    *cursor = ahead;
    true
}

fn take_bracket<'t>(cursor: &mut Cursor<'t>) -> Option<&'t str> {
    cursor.take_one(&['('])?;
    let (content, rest) = cursor.rest().split_once(')')?;
    *cursor = Cursor::new(rest);
    Some(content)
}

fn read_bracket(content: &str, beside: &mut Beside) {
    let mut inner = Cursor::new(content);
    inner.skip_spaces();
    if let Some(weekday) = take_weekday(&mut inner) {
        beside.weekday = Some(weekday);
    } else if let Some(slots) = take_slots(&mut inner) {
        beside.slots = slots;
    }
    inner.skip_spaces();
    if !inner.is_done() {
        inner.rest().trim().clone_into(&mut beside.remark);
    }
}

impl Parts {
    /// Fills what is missing on the left from the start of a range.
    #[must_use]
    pub fn inherit(mut self, start: Self) -> Self {
        if self.year.is_none() {
            self.year = start.year;
            if self.month.is_none() {
                self.month = start.month;
            }
        }
        self
    }

    /// The first day meant and how exactly it is known. R02 where no such day exists or the year is nowhere.
    pub fn resolve(self, frame: &Frame) -> Result<(NaiveDate, Precision), Code> {
        let precision = match (self.month, self.day) {
            (_, Some(_)) => Precision::Day,
            (Some(_), None) => Precision::Month,
            (None, None) => Precision::Year,
        };
        let month = self.month.or(if self.day.is_some() { frame.month } else { Some(1) }).ok_or(Code::R02)?;
        let day = self.day.unwrap_or(1);
        let year = self.year.or_else(|| frame.year_for(month, day)).ok_or(Code::R02)?;
        let on = NaiveDate::from_ymd_opt(year, month, day).filter(|on| (1900..=2100).contains(&on.year()));
        Ok((on.ok_or(Code::R02)?, precision))
    }
}
