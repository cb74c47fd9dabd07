//! Neighbourhoods planned anew: a week, a few people over all weeks, a township, with all the rest as it stands.

use super::anneal::{Best, Budget, Cooling};
use super::area::{Area, Share};
use super::board::Board;
use super::chance::{Chance, Uphill};
use super::moves::Deck;
use super::part::Parts;
use super::slice::count;
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
    choices: Vec<Choice>,
    by_day: Vec<Vec<u32>>,
    by_expert: Vec<Vec<u32>>,
    by_site: Vec<Vec<u32>>,
    /// Departments of each expert, as seen in the choices.
    colleagues: Vec<Vec<u32>>,
}

impl Map {
    /// Of a table.
    #[must_use]
    pub fn new(table: &RuleTable, mentors: &[usize]) -> Self {
        let mut map = Self {
            choices: table.choices().to_vec(),
            by_day: Vec::new(),
            by_expert: Vec::new(),
            by_site: Vec::new(),
            colleagues: Vec::new(),
        };
        let mut departments: Vec<Vec<u32>> = Vec::new();
        for (id, choice) in (0u32..).zip(table.choices()) {
            let expert = match *choice {
                Choice::Duty(duty) => Some(duty.expert()),
                Choice::Teach { pair, .. } => mentors.get(pair).copied(),
                Choice::Pattern { expert, .. } => Some(expert),
                Choice::Open { .. } => None,
            };
            if let Some(expert) = expert {
                enter(&mut map.by_expert, expert, id);
            }
            match *choice {
                Choice::Duty(duty) => enter(&mut map.by_day, duty.day(), id),
                Choice::Teach { day, .. } | Choice::Open { day, .. } => enter(&mut map.by_day, day, id),
                Choice::Pattern { .. } => {}
            }
            match *choice {
                Choice::Duty(Duty::Tour { site, .. }) | Choice::Open { site, .. } => enter(&mut map.by_site, site, id),
                Choice::Duty(Duty::Round { expert, department, .. }) => {
                    let expert = count(expert);
                    if departments.get(department).is_none_or(|list| list.last() != Some(&expert)) {
                        enter(&mut departments, department, expert);
                    }
                }
                _ => {}
            }
        }
        map.colleagues = departments;
        map
    }

    /// Choices that are planned anew together, drawn by chance; small enough to be planned well at once.
    fn draw(&self, chance: &mut Chance) -> Vec<u32> {
        let mut free = match chance.below(8) {
            0..3 => self.days(chance),
            3 => self.some_days(chance),
            _ => self.people(chance),
        };
        free.sort_unstable();
        free.dedup();
        free
    }

    /// A week, from any day on.
    fn days(&self, chance: &mut Chance) -> Vec<u32> {
        let weeks = count(self.by_day.len() / 7).max(1);
        let first = 7 * chance.below(weeks) as usize;
        self.by_day.iter().skip(first).take(7).flatten().copied().collect()
    }

    /// A few days, and with them the same weekday of other weeks.
    fn some_days(&self, chance: &mut Chance) -> Vec<u32> {
        let days = count(self.by_day.len());
        (0..6).filter_map(|_| self.by_day.get(chance.below(days) as usize)).flatten().copied().collect()
    }

    /// Two or three people, mostly of one department, and a township.
    fn people(&self, chance: &mut Chance) -> Vec<u32> {
        let anyone = count(self.by_expert.len());
        let mut who = Vec::new();
        if chance.below(3) > 0
            && let Some(department) = self.colleagues.get(chance.below(count(self.colleagues.len())) as usize)
        {
            who.extend(chance.pick(department));
            who.extend(chance.pick(department));
        }
        while who.len() < 2 {
            who.push(chance.below(anyone));
        }
        if chance.below(2) == 0 {
            who.push(chance.below(anyone));
        }
        let mut free: Vec<u32> =
            who.iter().filter_map(|expert| self.by_expert.get(*expert as usize)).flatten().copied().collect();
        for _ in 0..2 {
            let site = self.by_site.get(chance.below(count(self.by_site.len())) as usize);
            let visits = site.into_iter().flatten();
            free.extend(visits.filter(|id| matches!(self.choices.get(**id as usize), Some(Choice::Open { .. }))));
        }
        free
    }

    /// What may be moved in a part.
    fn area(&self, free: Vec<u32>) -> Area {
        let choices = free.iter().filter_map(|id| self.choices.get(*id as usize)).copied();
        Area { deck: Deck::of((0u32..).zip(choices)), free }
    }
}

fn enter(lists: &mut Vec<Vec<u32>>, place: usize, id: u32) {
    if lists.len() <= place {
        lists.resize(place + 1, Vec::new());
    }
    if let Some(list) = lists.get_mut(place) {
        list.push(id);
    }
}

/// Plans one neighbourhood after another anew until a share of the budget is spent.
pub fn polish(
    board: &mut Board,
    best: &mut Best,
    (map, uphill): (&Map, &Uphill),
    chance: &mut Chance,
    until: f64,
    budget: &mut dyn Budget,
) {
    let mut parts = Parts::new(board.gauges);
    while budget.spent(0) < until {
        let free = map.draw(chance);
        let moves = MOVES_EACH * u64::from(count(free.len())) + MOVES_LEAST;
        let mut share = Share::new(budget, until, moves);
        if !map.area(free).replan(board, (&mut parts, uphill), chance, REHEATED, &mut share) {
            continue;
        }
        best.note(board);
        budget.note(best.cost());
    }
}
