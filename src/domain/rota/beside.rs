//! What may stand side by side, as rows of the table of rules: over sessions that stand, where a broken row is a
//! clash, and over those that a plan may hold, where it is a limit of the search.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::super::codes::{RuleTerm, Slot};
use super::super::records::{InstitutionId, PersonId, RotaRule};
use super::book::{RuleBook, RulePlace};
use super::norm::{Force, Norm};

/// Work of one person in one half-day, held or only thought of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot<'a> {
    /// Whose, where and on which day.
    pub place: RulePlace,
    /// The half-day.
    pub slot: Slot,
    /// Whether it is at another place than the host of the stint.
    pub is_away: bool,
    /// Whether it is a night on call.
    pub is_on_call: bool,
    /// The room that it takes for itself, empty for none.
    pub room: &'a str,
}

/// Of some spots no more may stand than the norm says.
#[derive(Debug, Clone, PartialEq)]
pub struct SpotRow<'b> {
    /// What is forbidden.
    pub term: RuleTerm,
    /// The rule behind it; none where the office has switched it off.
    pub rule: Option<&'b RotaRule>,
    /// How many may stand.
    pub norm: Norm,
    /// Numbers of the spots, the decisive one last.
    pub spots: Vec<usize>,
}

type ByHalfDay = BTreeMap<(PersonId, NaiveDate, Slot), Vec<usize>>;

/// The rows between the half-days of each person: one thing at a time, time to travel, rest after a night.
#[must_use]
pub fn rows_of_people<'b>(spots: &[Spot<'_>], book: &'b RuleBook) -> Vec<SpotRow<'b>> {
    let mut halves = ByHalfDay::new();
    for (number, spot) in spots.iter().enumerate() {
        if let Some(person) = spot.place.person {
            halves.entry((person, spot.place.on, spot.slot)).or_default().push(number);
        }
    }
    let maker = Maker { spots, book };
    let mut rows = Vec::new();
    for ((person, on, slot), here) in &halves {
        rows.extend(maker.row(RuleTerm::DoubleBooked, here.clone()));
        let after = match slot {
            Slot::Am => halves.get(&(*person, *on, Slot::Pm)),
            Slot::Pm => halves.get(&(*person, *on, Slot::Night)),
            Slot::Night => None,
        };
        rows.extend(after.into_iter().flat_map(|after| maker.travel(here, after)));
        for night in here.iter().filter(|night| maker.spot(**night).is_some_and(|spot| spot.is_on_call)) {
            rows.extend(maker.rest(*night, &halves));
        }
    }
    rows
}

/// The rows between the people of each room that holds one at a time.
#[must_use]
pub fn rows_of_rooms<'b>(spots: &[Spot<'_>], book: &'b RuleBook) -> Vec<SpotRow<'b>> {
    let mut rooms: BTreeMap<(Option<InstitutionId>, &str, NaiveDate, Slot), Vec<usize>> = BTreeMap::new();
    for (number, spot) in spots.iter().enumerate().filter(|(_, spot)| !spot.room.is_empty()) {
        rooms.entry((spot.place.inst, spot.room, spot.place.on, spot.slot)).or_default().push(number);
    }
    let maker = Maker { spots, book };
    // One person twice in a room is double booked; the room is not.
    let is_shared = |here: &Vec<usize>| {
        let mut people = here.iter().filter_map(|number| maker.spot(*number)).map(|spot| spot.place.person);
        let first = people.next();
        people.any(|person| Some(person) != first)
    };
    rooms.into_values().filter(is_shared).filter_map(|here| maker.row(RuleTerm::RoomClash, here)).collect()
}

struct Maker<'a, 'b> {
    spots: &'a [Spot<'a>],
    book: &'b RuleBook,
}

impl<'b> Maker<'_, 'b> {
    fn spot(&self, number: usize) -> Option<&Spot<'_>> {
        self.spots.get(number)
    }

    fn rule(&self, term: RuleTerm, number: usize) -> Option<&'b RotaRule> {
        self.book.rule(term, &self.spot(number)?.place)
    }

    /// One of some spots; a single one is never too many.
    fn row(&self, term: RuleTerm, spots: Vec<usize>) -> Option<SpotRow<'b>> {
        let last = *spots.last().filter(|_| spots.len() > 1)?;
        let rule = self.rule(term, last);
        let norm = Norm::at_most(1, rule.map_or(Force::Hard, |rule| Norm::of(rule).force));
        Some(SpotRow { term, rule, norm, spots })
    }

    /// Nobody is at two far places in half-days that follow each other.
    fn travel(&self, before: &[usize], after: &[usize]) -> Vec<SpotRow<'b>> {
        let away = |numbers: &[usize]| {
            let away = numbers.iter().filter_map(|number| Some((*number, self.spot(*number)?)));
            away.filter(|(_, spot)| spot.is_away).map(|(number, spot)| (spot.place.inst, number)).collect::<Vec<_>>()
        };
        let (before, after) = (away(before), away(after));
        let mut places: Vec<_> = before.iter().map(|(inst, _)| *inst).collect();
        places.sort_unstable();
        places.dedup();
        let from = |place: Option<InstitutionId>| {
            let here = before.iter().filter(|(inst, _)| *inst == place);
            let there: Vec<_> = after.iter().filter(|(inst, _)| *inst != place).collect();
            let spots = here.chain(there.iter().copied()).map(|(_, number)| *number);
            if there.is_empty() { None } else { self.row(RuleTerm::TwoTowns, spots.collect()) }
        };
        places.into_iter().filter_map(from).collect()
    }

    /// As many half-days after a night on call stay free as the rule says, one where it says nothing.
    fn rest(&self, night: usize, halves: &ByHalfDay) -> Vec<SpotRow<'b>> {
        let Some(spot) = self.spot(night) else { return Vec::new() };
        let (Some(person), Some(next)) = (spot.place.person, spot.place.on.succ_opt()) else { return Vec::new() };
        let rule = self.rule(RuleTerm::RestAfterDuty, night);
        let free = rule.and_then(|rule| rule.at_least).unwrap_or(1);
        let slots = [Slot::Am, Slot::Pm].into_iter().take(usize::try_from(free).unwrap_or(usize::MAX));
        let work = slots.filter_map(|slot| halves.get(&(person, next, slot)));
        work.filter_map(|work| {
            self.row(RuleTerm::RestAfterDuty, std::iter::once(night).chain(work.iter().copied()).collect())
        })
        .collect()
    }
}
