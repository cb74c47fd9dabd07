//! Periods: months, quarters, years, ranges, tenure quarters.

use chrono::NaiveDate;

use super::frame::Frame;
use crate::domain::Period;
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
    todo!()
}
