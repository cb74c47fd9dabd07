//! How a department is filled: who is there when, days without anybody, and hand-over days between two turns.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::date::Period;
use super::records::{DepartmentId, InstitutionId, RelationId, Stint};

/// What a relation fills at a host, batch after batch: a department, or the host as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seat {
    /// Under which relation.
    pub relation: Option<RelationId>,
    /// Where.
    pub host: InstitutionId,
    /// In which department, where one is known.
    pub dept: Option<DepartmentId>,
}

impl Seat {
    /// The seat that a stint fills.
    #[must_use]
    pub const fn of(stint: &Stint) -> Self {
        Self { relation: stint.relation, host: stint.host_inst, dept: stint.host_dept }
    }
}

/// What is wrong between two turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// Nobody was there on these days.
    Gap(Period),
    /// They follow each other with too few days together.
    Short {
        /// From the one's last day to the other's first, in the order of the calendar.
        days: Period,
        /// Days on which both were there.
        overlap: i64,
        /// Days asked for.
        wanted: i64,
    },
}

impl Joint {
    /// Its days.
    #[must_use]
    pub const fn days(self) -> Period {
        match self {
            Self::Gap(days) | Self::Short { days, .. } => days,
        }
    }
}

/// Days with the same number of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// First day.
    pub from: NaiveDate,
    /// Last day, open where nobody has an end.
    pub to: Option<NaiveDate>,
    /// How many are there, at least one.
    pub people: usize,
}

/// How a seat is filled over time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// When somebody is there, in order.
    pub pieces: Vec<Piece>,
    /// What is wrong between turns, in order.
    pub joints: Vec<Joint>,
}

/// What is wrong between a turn and the next; `None` where all is well, somebody of the first turn has no end, or a
/// date is not known to the day.
///
/// `wanted` is how many days both turns should be there.
#[must_use]
pub fn between(before: &[&Stint], after: &[&Stint], wanted: i64) -> Option<Joint> {
    let first = after.iter().min_by_key(|stint| stint.first_day())?;
    let leaves: Option<Vec<NaiveDate>> = before.iter().map(|stint| stint.last_day()).collect();
    let left = leaves?.into_iter().max()?;
    if !first.begins_on_a_day() || before.iter().any(|stint| !stint.ends_on_a_day()) {
        return None;
    }
    let arrival = first.first_day();
    let empty = (arrival - left).num_days() - 1;
    if empty > 0 {
        return Period::new(left.succ_opt()?, arrival.pred_opt()?).map(Joint::Gap);
    }
    // Whoever stays on hands nothing over.
    if before.iter().any(|one| after.iter().any(|other| other.person == one.person)) {
        return None;
    }
    let days = Period::new(left.min(arrival), arrival.max(left))?;
    (-empty < wanted).then_some(Joint::Short { days, overlap: -empty, wanted })
}

/// How a seat is filled by stints, each with the number of its batch.
///
/// Batches take turns: what lies between one and the next is held against `wanted` days together. Stints without a
/// batch fill days; where no stint has one, the days between them are gaps.
#[must_use]
pub fn coverage(stints: &[(Option<u32>, &Stint)], wanted: i64) -> Coverage {
    let mut turns: BTreeMap<u32, Vec<&Stint>> = BTreeMap::new();
    for (batch, stint) in stints {
        if let Some(batch) = batch {
            turns.entry(*batch).or_default().push(stint);
        }
    }
    let joints = if turns.is_empty() {
        loose_gaps(stints.iter().map(|(_, stint)| *stint).collect())
    } else {
        turns.values().zip(turns.values().skip(1)).filter_map(|(one, next)| between(one, next, wanted)).collect()
    };
    Coverage { pieces: pieces(stints), joints }
}

/// Days on which nobody was there, between people who come and go without batches.
fn loose_gaps(mut stints: Vec<&Stint>) -> Vec<Joint> {
    stints.sort_by_key(|stint| stint.first_day());
    let mut before: Vec<&Stint> = Vec::new();
    let mut gaps = Vec::new();
    for stint in stints {
        gaps.extend(between(&before, &[stint], 0));
        before.push(stint);
    }
    gaps
}

/// Counts heads between every two days on which somebody comes or goes.
fn pieces(stints: &[(Option<u32>, &Stint)]) -> Vec<Piece> {
    let mut changes: BTreeMap<NaiveDate, (usize, usize)> = BTreeMap::new();
    for (_, stint) in stints {
        changes.entry(stint.first_day()).or_default().0 += 1;
        if let Some(after) = stint.last_day().and_then(|last| last.checked_add_days(Days::new(1))) {
            changes.entry(after).or_default().1 += 1;
        }
    }
    let mut pieces: Vec<Piece> = Vec::new();
    let mut people = 0_usize;
    let days: Vec<_> = changes.into_iter().collect();
    for (place, (from, (come, go))) in days.iter().enumerate() {
        let before = people;
        people = (people + come).saturating_sub(*go);
        let to = days.get(place + 1).and_then(|(next, _)| next.pred_opt());
        match pieces.last_mut() {
            Some(last) if people == before && people > 0 => last.to = to,
            _ if people > 0 => pieces.push(Piece { from: *from, to, people }),
            _ => {}
        }
    }
    pieces
}
