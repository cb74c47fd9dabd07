//! Values of options that need a look: moments, pairs, periods.

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::{Period, Week};
use crate::figures::{AskedPeriod, parse_period};

/// A value that is not written as it should be; the sentence about it is made from the option's name.
#[derive(Debug, thiserror::Error)]
#[error("not understood")]
pub struct Malformed;

/// `YYYY-MM-DDThh:mm`, local time; a date alone is its midnight.
pub fn moment(text: &str) -> Result<NaiveDateTime, Malformed> {
    ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]
        .into_iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
        .or_else(|| date(text)?.and_hms_opt(0, 0, 0))
        .ok_or(Malformed)
}

/// Seconds above 0 and at most a day.
pub fn seconds(text: &str) -> Result<f64, Malformed> {
    text.parse().ok().filter(|seconds| *seconds > 0.0 && *seconds <= 86_400.0).ok_or(Malformed)
}

/// `KEY=VALUE`; the value may hold further equals signs.
pub fn pair(text: &str) -> Result<(String, String), Malformed> {
    let (key, value) = text.split_once('=').ok_or(Malformed)?;
    if key.trim().is_empty() { Err(Malformed) } else { Ok((key.trim().to_owned(), value.trim().to_owned())) }
}

/// `YYYY-MM-DD..YYYY-MM-DD`, both days included, or whatever a figure takes that has both ends: `2023-06`, `2023Q2`,
/// `2024-W27`; a single day stands for its week.
pub fn period(text: &str) -> Option<Period> {
    if let Some(on) = date(text) {
        return Some(Week::of(on).period());
    }
    match parse_period(text)? {
        AskedPeriod::Days(days) => days.from.zip(days.to).and_then(|(from, to)| Period::new(from, to)),
        AskedPeriod::Tenure(_) => None,
    }
}

fn date(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok()
}
