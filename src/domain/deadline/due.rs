//! When a period falls due, moved by the work calendar where the office wants that.

use chrono::{NaiveDate, TimeDelta};

use crate::domain::codes::DueShift;
use crate::domain::date::Period;
use crate::domain::records::Obligation;
use crate::domain::work_calendar::WorkCalendar;

/// The longest stretch without a working day that is looked across.
const LONGEST_BREAK: usize = 31;

/// When something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// By its rule alone.
    pub nominal: NaiveDate,
    /// After the shift.
    pub on: NaiveDate,
}

impl Due {
    /// Whether the calendar moved it.
    #[must_use]
    pub fn is_shifted(self) -> bool {
        self.on != self.nominal
    }
}

/// When a period of the obligation is due.
#[must_use]
pub fn due_of(duty: &Obligation, period: Period, calendar: &WorkCalendar) -> Due {
    let nominal = period.to().checked_add_signed(TimeDelta::days(duty.due_offset.into())).unwrap_or(period.to());
    let working = |step: i64| {
        (0..LONGEST_BREAK)
            .scan(nominal, |day, _| {
                let this = *day;
                *day = day.checked_add_signed(TimeDelta::days(step))?;
                Some(this)
            })
            .find(|day| calendar.facts(*day).is_working())
            .unwrap_or(nominal)
    };
    let on = match duty.shift {
        DueShift::Keep => nominal,
        DueShift::Advance => working(-1),
        DueShift::Postpone => working(1),
    };
    Due { nominal, on }
}
