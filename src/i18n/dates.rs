//! Dates, weekdays and weeks in words.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{Lang, Tr};
use crate::domain::{Precision, Week};

impl Tr {
    /// 周一 / Mon.
    #[must_use]
    pub const fn weekday(self, weekday: Weekday) -> &'static str {
        match (weekday, self.lang()) {
            (Weekday::Mon, Lang::Zh) => "周一",
            (Weekday::Tue, Lang::Zh) => "周二",
            (Weekday::Wed, Lang::Zh) => "周三",
            (Weekday::Thu, Lang::Zh) => "周四",
            (Weekday::Fri, Lang::Zh) => "周五",
            (Weekday::Sat, Lang::Zh) => "周六",
            (Weekday::Sun, Lang::Zh) => "周日",
            (Weekday::Mon, Lang::En) => "Mon",
            (Weekday::Tue, Lang::En) => "Tue",
            (Weekday::Wed, Lang::En) => "Wed",
            (Weekday::Thu, Lang::En) => "Thu",
            (Weekday::Fri, Lang::En) => "Fri",
            (Weekday::Sat, Lang::En) => "Sat",
            (Weekday::Sun, Lang::En) => "Sun",
        }
    }

    /// 6月12日 / 12 Jun.
    #[must_use]
    pub fn month_day(self, on: NaiveDate) -> String {
        match self.lang() {
            Lang::Zh => format!("{}月{}日", on.month(), on.day()),
            Lang::En => on.format("%-d %b").to_string(),
        }
    }

    /// 2023年6月12日 / 12 Jun 2023.
    #[must_use]
    pub fn full_date(self, on: NaiveDate) -> String {
        match self.lang() {
            Lang::Zh => format!("{}年{}月{}日", on.year(), on.month(), on.day()),
            Lang::En => on.format("%-d %b %Y").to_string(),
        }
    }

    /// A date no finer than it is known: 2023-05-31, 2022-05, 2022.
    #[must_use]
    pub fn known_date(self, on: NaiveDate, precision: Precision) -> String {
        match precision {
            Precision::Day => on.format("%Y-%m-%d").to_string(),
            Precision::Month => on.format("%Y-%m").to_string(),
            Precision::Year => on.format("%Y").to_string(),
        }
    }

    /// A date in words, no finer than it is known: 2023年5月31日, 2022年5月, 2022年.
    #[must_use]
    pub fn worded_date(self, on: NaiveDate, precision: Precision) -> String {
        match (precision, self.lang()) {
            (Precision::Day, _) => self.full_date(on),
            (Precision::Month, Lang::Zh) => format!("{}年{}月", on.year(), on.month()),
            (Precision::Month, Lang::En) => on.format("%b %Y").to_string(),
            (Precision::Year, Lang::Zh) => format!("{}年", on.year()),
            (Precision::Year, Lang::En) => on.format("%Y").to_string(),
        }
    }

    /// 2023年6月12日—6月18日 / 12 Jun – 18 Jun 2023; the year is said twice where it changes.
    #[must_use]
    pub fn week(self, week: Week) -> String {
        let (from, to) = (week.period().from(), week.period().to());
        match self.lang() {
            Lang::Zh if from.year() == to.year() => format!("{}—{}", self.full_date(from), self.month_day(to)),
            Lang::Zh => format!("{}—{}", self.full_date(from), self.full_date(to)),
            Lang::En if from.year() == to.year() => format!("{} – {}", self.month_day(from), self.full_date(to)),
            Lang::En => format!("{} – {}", self.full_date(from), self.full_date(to)),
        }
    }
}
