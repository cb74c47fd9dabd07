//! The only place that asks the time; `--now` fixes it for everything.

use chrono::{Local, NaiveDate, NaiveDateTime, Timelike};

/// Time that has passed since a moment, whatever the clock says.
#[derive(Debug, Clone, Copy)]
pub struct Stopwatch(std::time::Instant);

impl Stopwatch {
    /// Starts now.
    #[must_use]
    pub fn start() -> Self {
        Self(std::time::Instant::now())
    }

    /// Seconds since the start.
    #[must_use]
    pub fn seconds(self) -> f64 {
        self.0.elapsed().as_secs_f64()
    }
}

/// Where "now" comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Clock {
    /// The computer's local time.
    #[default]
    System,
    /// One fixed moment.
    Fixed(NaiveDateTime),
}

impl Clock {
    /// Local time, to the second.
    #[must_use]
    #[allow(clippy::disallowed_methods, reason = "the one place that asks the time")]
    pub fn now(self) -> NaiveDateTime {
        match self {
            Self::System => {
                let now = Local::now().naive_local();
                now.with_nanosecond(0).unwrap_or(now)
            }
            Self::Fixed(at) => at,
        }
    }

    /// Today.
    #[must_use]
    pub fn today(self) -> NaiveDate {
        self.now().date()
    }
}
