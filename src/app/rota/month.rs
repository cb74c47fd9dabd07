//! A month: the same grid as that of a week, and what everybody has done, side by side.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::app::week::{GridVm, PersonRow};
use crate::app::{Failure, Office};
use crate::domain::{Slot, StintId};
use crate::i18n::Tr;
use crate::report::month_of;

/// What stands beside a row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tally {
    /// Half-days of work, of on-call and of tours, and half-days of work for each ten half-days on post.
    pub counts: [String; 4],
    /// How far the share is from that of everybody: above 0 more work than others.
    pub balance: f32,
}

/// The picture of a month.
#[derive(Debug, Clone)]
pub struct MonthVm {
    /// Its first day.
    pub first: NaiveDate,
    /// People by days and half-days.
    pub grid: GridVm,
    /// One for each row of the grid.
    pub tallies: BTreeMap<StintId, Tally>,
}

impl MonthVm {
    /// Reads the month that holds the day.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn load(office: &Office, on: NaiveDate, tr: Tr) -> Result<Self, Failure> {
        let month = month_of(on);
        let grid = GridVm::load(office, month, tr)?;
        let working: Vec<bool> = grid.days.iter().map(|day| office.calendar().facts(day.on).is_working()).collect();
        let on_post: Vec<usize> = grid.rows.iter().map(|row| on_post(row, &grid.slots, &working)).collect();
        Ok(Self { first: month.from(), tallies: tallies(&grid.rows, &on_post), grid })
    }
}

/// Half-days of working days on which the expert is expected.
fn on_post(row: &PersonRow, slots: &[Slot], working: &[bool]) -> usize {
    let days = row.cells.chunks(slots.len().max(1)).zip(working).filter(|(_, is_working)| **is_working);
    let halves = days.flat_map(|(cells, _)| cells);
    halves.filter(|cell| cell.key.slot != Slot::Night && cell.absence.is_none()).count()
}

/// Half-days of work for each ten half-days on post, one decimal.
fn share(work: usize, present: usize) -> String {
    if present == 0 {
        return String::new();
    }
    let tenths = work * 100 / present;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// What each row comes to, and how far its share is from that of all together.
fn tallies(rows: &[PersonRow], on_post: &[usize]) -> BTreeMap<StintId, Tally> {
    #[expect(clippy::cast_precision_loss, reason = "half-days of a month, for a bar on the screen")]
    let ratio = |work: usize, present: usize| if present == 0 { 0.0 } else { work as f32 / present as f32 };
    let all = ratio(rows.iter().map(|row| row.counts.sessions).sum(), on_post.iter().sum());
    let tally = |(row, present): (&PersonRow, &usize)| {
        let counts = row.counts;
        let [sessions, duty, tours] = [counts.sessions, counts.duty, counts.tours].map(|count| count.to_string());
        let tally = Tally {
            counts: [sessions, duty, tours, share(counts.sessions, *present)],
            balance: if *present == 0 { 0.0 } else { ratio(counts.sessions, *present) - all },
        };
        (row.stint, tally)
    };
    rows.iter().zip(on_post).map(tally).collect()
}
