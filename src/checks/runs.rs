//! Which stints are one service, and in which of them a pair works on.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::ground::later;
use crate::domain::{Pairing, Period, PersonId, Registry, Stint, StintMode};

/// The stints of each person.
pub struct Stints<'a>(HashMap<PersonId, Vec<&'a Stint>>);

impl<'a> Stints<'a> {
    /// Sorts them.
    pub fn new(registry: &'a Registry) -> Self {
        let mut stints: HashMap<PersonId, Vec<&Stint>> = HashMap::new();
        for stint in registry.stints.values() {
            stints.entry(stint.person).or_default().push(stint);
        }
        Self(stints)
    }

    /// Those of a person.
    pub fn of(&self, person: PersonId) -> &[&'a Stint] {
        self.0.get(&person).map_or(&[], Vec::as_slice)
    }

    /// The long postings that follow each other at one host without a day between, the first ahead; only those that
    /// count. Somebody who comes back at once goes on.
    pub fn run_of(&self, stint: &'a Stint, counts: impl Fn(&Stint) -> bool) -> Vec<&'a Stint> {
        let is_like = |other: &&&Stint| {
            other.id != stint.id
                && other.mode == StintMode::LongTerm
                && other.host_inst == stint.host_inst
                && counts(other)
        };
        let mut waiting: Vec<&Stint> = self.of(stint.person).iter().filter(is_like).copied().collect();
        let mut run = vec![stint];
        while let Some(next) = waiting.iter().position(|other| run.iter().any(|one| are_joined(one, other))) {
            run.push(waiting.swap_remove(next));
        }
        run.sort_by_key(|stint| (stint.first_day(), stint.id));
        run
    }
}

/// Whether the one begins on the day after the other at the latest, however months and years are read.
fn are_joined(one: &Stint, other: &Stint) -> bool {
    let reaches = |one: &Stint, other: &Stint| one.last_day().is_none_or(|last| other.first_day() <= later(last, 1));
    reaches(one, other) && reaches(other, one)
}

/// The stint in which a mentor teaches a pair: the one it names while that runs, else one at the same host that runs
/// on the day as the pair does. A pair that names none belongs to the last posting during which it ran.
pub fn teaching_stint<'a>(
    registry: &'a Registry,
    stints: &Stints<'a>,
    pairing: &Pairing,
    on: NaiveDate,
) -> Option<&'a Stint> {
    let named = pairing.mentor_stint.and_then(|id| registry.stints.get(&id));
    if named.is_some_and(|stint| stint.runs_on(on)) {
        return named;
    }
    let is_here = |stint: &&&Stint| stint.runs_on(on) && named.is_none_or(|named| named.host_inst == stint.host_inst);
    let own = stints.of(pairing.mentor).iter();
    let here = own.clone().filter(is_here).min_by_key(|stint| stint.mode).filter(|_| pairing.runs_on(on));
    let during = || {
        let days = Period::new(pairing.first_day(), pairing.last_day().unwrap_or(NaiveDate::MAX))?;
        own.clone().filter(|stint| stint.touches(days)).max_by_key(|stint| stint.first_day())
    };
    here.copied().or(named).or_else(|| during().copied())
}
