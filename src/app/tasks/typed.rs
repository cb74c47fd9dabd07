//! Numbers and amounts as people type them into forms.

use std::ops::RangeInclusive;
use std::str::FromStr;

use chrono::NaiveDate;

use crate::domain::Money;

/// What was typed cannot stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unread;

/// A whole number within a range; nothing typed is no number.
///
/// # Errors
/// [`Unread`] where it is no number, or lies outside.
pub fn read_number<T: FromStr + PartialOrd>(typed: &str, range: &RangeInclusive<T>) -> Result<Option<T>, Unread> {
    match typed.trim() {
        "" => Ok(None),
        typed => typed.parse().ok().filter(|number| range.contains(number)).map(Some).ok_or(Unread),
    }
}

/// A date written with any signs between its three numbers; `None` for one that is none, such as 2023-02-30.
#[must_use]
pub fn read_date(typed: &str) -> Option<NaiveDate> {
    let parts = typed.split(|sign: char| !sign.is_ascii_digit()).filter(|part| !part.is_empty());
    match parts.collect::<Vec<_>>().as_slice() {
        [year, month, day] => NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?),
        _ => None,
    }
}

/// An amount in yuan as fen, not below 0; nothing typed is no amount.
///
/// # Errors
/// [`Unread`] where it is no amount.
pub fn read_money(typed: &str) -> Result<Option<i64>, Unread> {
    match typed.trim() {
        "" => Ok(None),
        typed => Money::parse(typed).map(Money::fen).filter(|fen| *fen >= 0).map(Some).ok_or(Unread),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_no_number_and_nonsense_is_refused() {
        for (typed, read) in
            [("", Ok(None)), (" 7 ", Ok(Some(7))), ("0", Err(Unread)), ("7.5", Err(Unread)), ("-1", Err(Unread))]
        {
            assert_eq!(read_number::<u32>(typed, &(1..=9)), read, "{typed}");
        }
        for (typed, read) in [("", Ok(None)), ("1,200.50", Ok(Some(120_050))), ("-1", Err(Unread)), ("x", Err(Unread))]
        {
            assert_eq!(read_money(typed), read, "{typed}");
        }
    }
}
