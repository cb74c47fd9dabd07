//! Dates as an office writes them: precise to a day, a month or a year; periods; weeks.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// How exactly a date is known. A month is stored as its first day, a year as 1 January.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// Known to the day.
    #[default]
    Day,
    /// Known to the month; never enters a count of days.
    Month,
    /// Known to the year; never enters a count of days.
    Year,
}

impl Precision {
    /// Every day that a date of this precision may mean: the day, its month or its year.
    #[must_use]
    pub fn span(self, on: NaiveDate) -> Period {
        let (from, after) = match self {
            Self::Day => return Period::day(on),
            Self::Month => (on.with_day(1), on.with_day(1).and_then(|first| first.checked_add_months(Months::new(1)))),
            Self::Year => {
                (NaiveDate::from_ymd_opt(on.year(), 1, 1), NaiveDate::from_ymd_opt(on.year().saturating_add(1), 1, 1))
            }
        };
        let to = after.and_then(|after| after.pred_opt());
        from.zip(to).and_then(|(from, to)| Period::new(from, to)).unwrap_or(Period::day(on))
    }
}

/// Days from `from` to `to`, both included; never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    from: NaiveDate,
    to: NaiveDate,
}

impl Period {
    /// A period, or `None` where it would end before it starts.
    #[must_use]
    pub fn new(from: NaiveDate, to: NaiveDate) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// The single day.
    #[must_use]
    pub const fn day(on: NaiveDate) -> Self {
        Self { from: on, to: on }
    }

    /// First day.
    #[must_use]
    pub const fn from(self) -> NaiveDate {
        self.from
    }

    /// Last day.
    #[must_use]
    pub const fn to(self) -> NaiveDate {
        self.to
    }

    /// Whether the day lies inside.
    #[must_use]
    pub fn contains(self, on: NaiveDate) -> bool {
        self.from <= on && on <= self.to
    }

    /// Whether the two share a day.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// Every day, in order.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        self.from.iter_days().take_while(move |day| *day <= self.to)
    }
}

/// An ISO week, Monday to Sunday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Week {
    monday: NaiveDate,
}

impl Week {
    /// The week that holds the day.
    #[must_use]
    pub fn of(on: NaiveDate) -> Self {
        let back = Days::new(u64::from(on.weekday().num_days_from_monday()));
        Self { monday: on.checked_sub_days(back).unwrap_or(on) }
    }

    /// Its Monday.
    #[must_use]
    pub const fn monday(self) -> NaiveDate {
        self.monday
    }

    /// The day of this week that falls on the weekday.
    #[must_use]
    pub fn on(self, weekday: Weekday) -> NaiveDate {
        self.after(u64::from(weekday.num_days_from_monday()))
    }

    /// Monday to Sunday.
    #[must_use]
    pub fn days(self) -> [NaiveDate; 7] {
        [0, 1, 2, 3, 4, 5, 6].map(|offset| self.after(offset))
    }

    /// Monday to Sunday as a period.
    #[must_use]
    pub fn period(self) -> Period {
        Period { from: self.monday, to: self.after(6) }
    }

    /// The week before.
    #[must_use]
    pub fn previous(self) -> Self {
        Self { monday: self.monday.checked_sub_days(Days::new(7)).unwrap_or(self.monday) }
    }

    /// The week after.
    #[must_use]
    pub fn next(self) -> Self {
        Self { monday: self.after(7) }
    }

    fn after(self, days: u64) -> NaiveDate {
        self.monday.checked_add_days(Days::new(days)).unwrap_or(self.monday)
    }
}
