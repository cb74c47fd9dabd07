//! The year and month that dates without one are read in.

use crate::domain::Period;
use crate::import::Context;

/// What titles and choices say about time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Frame {
    /// Year for dates without one.
    pub year: Option<i32>,
    /// Month for days without one.
    pub month: Option<u32>,
    /// The dates covered; chooses the year where the sheet spans a new year.
    pub period: Option<Period>,
}

impl Frame {
    /// The frame of a sheet's context (`year`, `month`, `period`, else `valid`).
    #[must_use]
    pub fn of(context: &Context) -> Self {
        todo!()
    }
}
