//! Clinic times of the public posting: `周一、周四上午`, `每周三全天`, `周一至周五上午`, `单周周二`.

use chrono::Weekday;

use crate::domain::{Slot, WeekRule};
use crate::import::{Code, Raw};

/// One weekly half-day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClinicTime {
    /// Which weeks.
    pub week_rule: WeekRule,
    /// 1 Monday … 7 Sunday.
    pub weekday: u8,
    /// Half-day.
    pub slot: Slot,
}

/// The half-days of a posting cell, in order, without repetition. R08 where a part is not understood.
/// A weekday without half-day is both.
pub fn clinic_times(raw: &Raw) -> Result<Option<Vec<ClinicTime>>, Code> {
    todo!()
}

/// As [`Weekday`].
impl ClinicTime {
    /// The weekday.
    #[must_use]
    pub const fn day(self) -> Option<Weekday> {
        match self.weekday {
            1 => Some(Weekday::Mon),
            2 => Some(Weekday::Tue),
            3 => Some(Weekday::Wed),
            4 => Some(Weekday::Thu),
            5 => Some(Weekday::Fri),
            6 => Some(Weekday::Sat),
            7 => Some(Weekday::Sun),
            _ => None,
        }
    }
}
