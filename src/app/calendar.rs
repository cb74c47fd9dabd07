//! The work calendar: years built in from `assets/calendar`, with the data file's own days on top.

use crate::domain::{Registry, WorkCalendar};

/// The calendar of a data file.
pub(super) fn work_calendar(registry: &Registry) -> WorkCalendar {
    WorkCalendar::new(registry.calendar_days.values(), [])
}
