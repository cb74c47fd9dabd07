//! Numbers and amounts as people type them into forms.

use std::ops::RangeInclusive;
use std::str::FromStr;

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
