//! Reads dates that are known to a day, a month or a year.

use chrono::{Datelike, NaiveDate};

use crate::domain::Precision;

/// Reads 2023-05-31, 2023.5, 2023年5月, 20230531 or 2022; no finer than it was written.
///
/// `None` where it is no date. Two figures are a month and a day of the year of `today`.
#[must_use]
pub fn read_known_date(written: &str, today: NaiveDate) -> Option<(NaiveDate, Precision)> {
    let written = written.trim();
    if written.len() == 8 && written.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some((NaiveDate::parse_from_str(written, "%Y%m%d").ok()?, Precision::Day));
    }
    let parts: Vec<u32> = written
        .split(|sign: char| !sign.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    let is_year = |number: u32| (1900..=2200).contains(&number);
    let date = |year: u32, month, day| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day);
    match *parts.as_slice() {
        [year] if is_year(year) => Some((date(year, 1, 1)?, Precision::Year)),
        [year, month] if is_year(year) => Some((date(year, month, 1)?, Precision::Month)),
        [month, day] => Some((NaiveDate::from_ymd_opt(today.year(), month, day)?, Precision::Day)),
        [year, month, day] if is_year(year) => Some((date(year, month, day)?, Precision::Day)),
        _ => None,
    }
}
