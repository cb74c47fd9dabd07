//! Dates of cells: every spelling an office uses, with precision, half-day and weekday inside.

use chrono::{NaiveDate, Weekday};

use super::frame::Frame;
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

/// A date. R02 where it is none or its year is nowhere; N02 for two-digit years, N03 for a wrong weekday.
/// 至今 and 在岗 are blank.
pub fn date(raw: &Raw, frame: &Frame, hints: &mut Vec<Code>) -> Result<Option<DateValue>, Code> {
    todo!()
}

/// A range, or a single date (then `to` is absent only if written open: `2023年5月31日起`, else equal to `from`).
/// R02 as for [`date`]; R03 where it ends before it starts.
pub fn date_range(raw: &Raw, frame: &Frame, hints: &mut Vec<Code>) -> Result<Option<DateRange>, Code> {
    todo!()
}
