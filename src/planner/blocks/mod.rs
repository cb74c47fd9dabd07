//! The block problem: which batch or expert covers which department or site in which month, without gaps, and with days
//! on which one hands over to the next.

mod cover;
mod table;

pub use cover::{Coverage, Gap, Handover, Span};
pub use table::table;

use chrono::{Datelike, Months, NaiveDate};

use super::solve::Task;
use crate::domain::Period;

/// Somebody who can cover posts: an expert, or a batch with several places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crew {
    /// First day.
    pub from_on: NaiveDate,
    /// Last day; none where it is open.
    pub to_on: Option<NaiveDate>,
    /// How many posts at a time.
    pub seats: u32,
    /// Which posts.
    pub posts: Vec<usize>,
    /// Whether the one post is settled already.
    pub is_settled: bool,
}

impl Crew {
    /// Whether the crew is there on a day.
    #[must_use]
    pub fn is_there(&self, on: NaiveDate) -> bool {
        self.from_on <= on && self.to_on.is_none_or(|to| on <= to)
    }

    /// Whether it is there on every day of a stretch.
    #[must_use]
    pub fn spans(&self, days: Period) -> bool {
        self.is_there(days.from()) && self.is_there(days.to())
    }
}

/// A task: posts to be covered over months by crews.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockTask {
    /// The months, one after another.
    pub months: Vec<Period>,
    /// The posts, each with the day since when it has been there: before that day nobody is missed.
    pub posts: Vec<NaiveDate>,
    /// Who can cover them.
    pub crews: Vec<Crew>,
    /// Days on which one should hand over to the next.
    pub handover: u32,
}

impl BlockTask {
    /// So many months from the one that holds a day.
    #[must_use]
    pub fn months(from: NaiveDate, count: u32) -> Vec<Period> {
        let first = from.with_day(1).unwrap_or(from);
        let month = |number: u32| {
            let from = first.checked_add_months(Months::new(number))?;
            Period::new(from, from.checked_add_months(Months::new(1))?.pred_opt()?)
        };
        (0..count).filter_map(month).collect()
    }

    /// Whether a post wants somebody on a day.
    #[must_use]
    pub fn wants(&self, post: usize, on: NaiveDate) -> bool {
        self.posts.get(post).is_some_and(|since| *since <= on)
    }

    /// The stretches of a month in which the same crews are there.
    #[must_use]
    pub fn stretches(&self, month: Period) -> Vec<Period> {
        let mut cuts = vec![month.from()];
        cuts.extend(&self.posts);
        for crew in &self.crews {
            cuts.push(crew.from_on);
            cuts.extend(crew.to_on.and_then(|to| to.succ_opt()));
        }
        cuts.retain(|cut| month.contains(*cut));
        cuts.sort_unstable();
        cuts.dedup();
        let ends = cuts.iter().skip(1).filter_map(NaiveDate::pred_opt).chain([month.to()]);
        cuts.iter().zip(ends).filter_map(|(from, to)| Period::new(*from, to)).collect()
    }

    /// The same as a task for the search.
    #[must_use]
    pub fn task(&self) -> Task {
        Task::of_table(table(self), None)
    }
}

/// Days of a stretch.
pub(super) fn days_of(period: Period) -> i64 {
    i64::from(period.to().num_days_from_ce() - period.from().num_days_from_ce() + 1)
}
