//! The seats that relations fill, and how each is filled by the rule C05 that holds there.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::rules::{Place, Rules};
use crate::domain::{Coverage, Registry, Seat, Stint, StintMode, coverage};

/// Days together that are asked for where no rule says otherwise.
const USUAL_OVERLAP: i64 = 1;
/// Days before the end from which a successor is asked for, where no rule says otherwise.
const USUAL_LEAD: i64 = 90;

/// A seat with the stints that fill it, each with the number of its batch.
pub type Seats<'a> = BTreeMap<Seat, Vec<(Option<u32>, &'a Stint)>>;

/// The seats that stints fill: only those that stay fill one.
#[must_use]
pub fn seats<'a>(registry: &'a Registry, stints: impl Iterator<Item = &'a Stint>) -> Seats<'a> {
    let mut seats = Seats::new();
    for stint in stints.filter(|stint| stint.mode == StintMode::LongTerm) {
        let batch = stint.batch.and_then(|id| registry.batches.get(&id)).map(|batch| batch.no);
        seats.entry(Seat::of(stint)).or_default().push((batch, stint));
    }
    seats
}

/// What C05 asks of a seat on a day: days together, and days ahead in which a successor is to be named.
#[must_use]
pub fn asked_of(registry: &Registry, seat: Seat, on: NaiveDate) -> (i64, i64) {
    let rules = Rules::new(registry);
    let place = Place::of(registry, seat.relation, None, Some(seat.host));
    rules.at("C05", &place, on).map_or((USUAL_OVERLAP, USUAL_LEAD), |rule| {
        (rule.number("overlap", USUAL_OVERLAP), rule.number("lead", USUAL_LEAD))
    })
}

/// How a seat is filled, by the rule that holds on the day.
#[must_use]
pub fn coverage_of(registry: &Registry, seat: Seat, stints: &[(Option<u32>, &Stint)], on: NaiveDate) -> Coverage {
    coverage(stints, asked_of(registry, seat, on).0)
}
