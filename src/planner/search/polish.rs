//! Neighbourhoods planned anew: a week, a few people over all weeks, a township, with all the rest as it stands.

use super::anneal::{Best, Budget, Cooling};
use super::area::{Share, replan};
use super::board::Board;
use super::chance::{Chance, Uphill};
use super::part::Part;
use super::slice::{Lists, count};
use crate::planner::duty::Duty;
use crate::planner::model::{Choice, RuleTable};

/// Moves for each choice of a neighbourhood.
const MOVES_EACH: u64 = 20;
/// Moves for the smallest of them.
const MOVES_LEAST: u64 = 2_000;
/// Temperatures in a neighbourhood: warm enough to leave a hollow, too cold to lose what is good.
const REHEATED: Cooling = Cooling { warm: 2.0, cold: 0.3, from: 0.0, to: 1.0 };

/// What each choice belongs to.
#[derive(Debug)]
pub struct Map {
    by_day: Lists<u32>,
    days: u32,
    by_expert: Lists<u32>,
    experts: u32,
    /// Visits by township.
    visits: Lists<u32>,
    sites: u32,
    /// Experts by department, as seen in the choices.
    colleagues: Lists<u32>,
    departments: u32,
}

impl Map {
    /// Of a table.
    #[must_use]
    pub fn new(table: &RuleTable, mentors: &[usize]) -> Self {
        let expert = |choice: &Choice| match *choice {
            Choice::Duty(duty) => Some(duty.expert()),
            Choice::Teach { pair, .. } => mentors.get(pair).copied(),
            Choice::Pattern { expert, .. } => Some(expert),
            Choice::Open { .. } => None,
        };
        let day = |choice: &Choice| match *choice {
            Choice::Duty(duty) => Some(duty.day()),
            Choice::Teach { day, .. } | Choice::Open { day, .. } => Some(day),
            Choice::Pattern { .. } => None,
        };
        let site = |choice: &Choice| if let Choice::Open { site, .. } = *choice { Some(site) } else { None };
        let (by_day, days) = entered(table.choices(), day);
        let (by_expert, experts) = entered(table.choices(), expert);
        let (visits, sites) = entered(table.choices(), site);
        let round = |choice: &Choice| match *choice {
            Choice::Duty(Duty::Round { expert, department, .. }) => Some((count(department), count(expert))),
            _ => None,
        };
        let mut rounds: Vec<(u32, u32)> = table.choices().iter().filter_map(round).collect();
        rounds.sort_unstable();
        rounds.dedup();
        let departments = rounds.last().map_or(0, |(department, _)| department + 1);
        let colleagues = Lists::sorted(departments as usize, rounds.iter().copied());
        Self { by_day, days, by_expert, experts, visits, sites, colleagues, departments }
    }

    /// Choices that are planned anew together, drawn by chance; small enough to be planned well at once.
    fn draw(&self, chance: &mut Chance, free: &mut Vec<u32>) {
        free.clear();
        match chance.below(8) {
            0..3 => self.days(chance, free),
            3 => self.some_days(chance, free),
            _ => self.people(chance, free),
        }
        free.sort_unstable();
        free.dedup();
    }

    /// A week.
    fn days(&self, chance: &mut Chance, free: &mut Vec<u32>) {
        let first = 7 * chance.below((self.days / 7).max(1));
        free.extend((first..first + 7).flat_map(|day| self.by_day.of(day)));
    }

    /// A few days of any weeks.
    fn some_days(&self, chance: &mut Chance, free: &mut Vec<u32>) {
        free.extend((0..6).flat_map(|_| self.by_day.of(chance.below(self.days))));
    }

    /// Two or three people, mostly of one department, and the visits of two townships.
    fn people(&self, chance: &mut Chance, free: &mut Vec<u32>) {
        let mut who = Vec::new();
        if chance.below(3) > 0 {
            let department = self.colleagues.of(chance.below(self.departments));
            who.extend(chance.pick(department));
            who.extend(chance.pick(department));
        }
        while who.len() < 2 {
            who.push(chance.below(self.experts));
        }
        if chance.below(2) == 0 {
            who.push(chance.below(self.experts));
        }
        free.extend(who.iter().flat_map(|expert| self.by_expert.of(*expert)));
        for _ in 0..2 {
            free.extend(self.visits.of(chance.below(self.sites)));
        }
    }
}

/// Choices by what they belong to, and how many such there are.
fn entered(choices: &[Choice], belongs: impl Fn(&Choice) -> Option<usize> + Copy) -> (Lists<u32>, u32) {
    let entries = (0u32..).zip(choices).filter_map(move |(id, choice)| belongs(choice).map(|place| (count(place), id)));
    let lists = entries.clone().map(|(place, _)| place + 1).max().unwrap_or(0);
    (Lists::sorted(lists as usize, entries), lists)
}

/// Plans one neighbourhood after another anew until a share of the budget is spent.
pub fn polish(
    board: &mut Board,
    best: &mut Best,
    (table, map, uphill): (&RuleTable, &Map, &Uphill),
    chance: &mut Chance,
    until: f64,
    budget: &mut dyn Budget,
) {
    let mut part = Part::new(board.gauges);
    while budget.spent(0) < until {
        map.draw(chance, &mut part.free);
        let choices = part.free.iter().filter_map(|id| table.choices().get(*id as usize)).copied();
        part.deck.sort((0u32..).zip(choices));
        let moves = MOVES_EACH * u64::from(count(part.free.len())) + MOVES_LEAST;
        let mut share = Share::new(budget, until, moves);
        if replan(board, (&mut part, uphill), chance, REHEATED, &mut share) {
            best.note(board);
            budget.note(best.cost());
        }
    }
}
