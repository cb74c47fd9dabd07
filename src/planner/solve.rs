//! A planning task, ready to be searched by one run or by several side by side.

use super::check::{InstanceError, check};
use super::instance::Instance;
use super::model::{Row, Rule, RuleTable, solution, table};
use super::plan::Plan;
use super::proof::{Ruling, decide, irreducible};
use super::search::{
    Best, Board, Budget, Chance, Cooling, Deck, Gauges, Map, Uphill, anneal, fill, make_legal, polish, temper,
};

/// Tries to mend a first plan before the complete solver is asked.
const TRIES: u32 = 400;
/// Share of a budget for the whole, where it is large and where it is small; the rest goes to neighbourhoods.
const WHOLE: (f64, f64) = (0.3, 0.8);
/// Most choices of a table that is searched at all temperatures at once; cooling a larger one leaves no time for that.
const SMALL: usize = 4_000;
/// Temperatures of a plan made from nothing.
const FRESH: (f64, f64) = (5.0, 0.5);
/// The same, all at once.
const TEMPERED: (f64, f64) = (3.2, 0.6);
/// Temperatures of a plan that people have in hand: only what is near may change.
const REPAIRED: (f64, f64) = (1.0, 0.3);

/// A planning task: the instance, its table of rules, and what the search needs. Runs share it.
#[derive(Debug)]
pub struct Task {
    /// The instance; empty for a task that was given as a table of rules.
    pub instance: Instance,
    /// Its table of rules.
    pub table: RuleTable,
    /// The plan that people have in hand, as choices.
    in_hand: Option<Vec<bool>>,
    gauges: Gauges,
    deck: Deck,
    map: Map,
}

/// Where chance starts: the same numbers and the same budget of moves give the same plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seed {
    /// Given by people.
    pub seed: u64,
    /// Number of the run, for runs side by side.
    pub run: u64,
}

/// What a run has found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A legal plan.
    Plan {
        /// Whether each choice of the table is taken.
        on: Vec<bool>,
        /// What it costs.
        objective: i64,
    },
    /// There is none: these rows, by number, cannot all hold; all of them are needed for that.
    Impossible(Vec<usize>),
    /// None was found within the budget, and none was ruled out.
    Nothing,
}

/// What a run tells while it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// The first legal plan is there.
    First(i64),
    /// A better one.
    Better(i64),
}

impl Task {
    /// Checks an instance and builds its table.
    pub fn new(instance: Instance) -> Result<Self, InstanceError> {
        check(&instance)?;
        let table = table(&instance);
        let mentors: Vec<usize> = instance.pairs.iter().map(|pair| pair.mentor).collect();
        let in_hand = instance.published.as_ref().map(|published| {
            let plan = Plan { duties: published.duties.clone(), ..Plan::default() };
            solution(&table, &instance, &plan).on
        });
        Ok(Self {
            gauges: Gauges::new(&table),
            deck: Deck::new(&table),
            map: Map::new(&table, &mentors),
            in_hand,
            table,
            instance,
        })
    }

    /// A task given as a table of rules, with the plan that people have in hand where they have one.
    #[must_use]
    pub fn of_table(table: RuleTable, in_hand: Option<Vec<bool>>) -> Self {
        Self {
            gauges: Gauges::new(&table),
            deck: Deck::new(&table),
            map: Map::new(&table, &[]),
            in_hand,
            instance: Instance::default(),
            table,
        }
    }

    /// One run: a first legal plan, then better ones until the budget is spent.
    pub fn run(&self, seed: Seed, budget: &mut dyn Budget, tell: &mut dyn FnMut(News)) -> Found {
        let mut chance = Chance::new(seed.seed, seed.run);
        let mut board = Board::new(&self.gauges, &self.start());
        if !self.make_legal(&mut board, &mut chance) {
            match decide(&self.table, &mut || budget.spent(0) >= 1.0) {
                Ruling::Possible(taken) => self.start_from(&mut board, &taken),
                Ruling::Impossible(rows) => {
                    return Found::Impossible(irreducible(&self.table, rows, &mut || budget.spent(0) >= 1.0));
                }
                Ruling::Unknown => return Found::Nothing,
            }
            if !self.make_legal(&mut board, &mut chance) {
                return Found::Nothing;
            }
        }
        fill(&mut board);
        tell(News::First(board.cost()));
        self.improve(&mut board, &mut chance, budget, tell)
    }

    fn improve(
        &self,
        board: &mut Board,
        chance: &mut Chance,
        budget: &mut dyn Budget,
        tell: &mut dyn FnMut(News),
    ) -> Found {
        let mut best = Best::new(board);
        let uphill = Uphill::new();
        let choices = self.table.choices().len();
        let cooling = |(warm, cold), to| Cooling { warm, cold, from: 0.0, to };
        let moves = (&self.deck, &uphill);
        match self.in_hand {
            Some(_) => anneal(board, &mut best, moves, chance, cooling(REPAIRED, WHOLE.0), budget),
            None if choices > SMALL => anneal(board, &mut best, moves, chance, cooling(FRESH, WHOLE.0), budget),
            None => temper(board, &mut best, moves, chance, cooling(TEMPERED, WHOLE.1), budget),
        }
        let on = best.settle(board).to_vec();
        board.become_like(&on);
        tell(News::Better(best.cost()));
        polish(board, &mut best, (&self.table, &self.map, &uphill), chance, 1.0, budget);
        tell(News::Better(best.cost()));
        Found::Plan { objective: best.cost(), on: best.settle(board).to_vec() }
    }

    /// The choices of a plan that the table knows, as a set.
    #[must_use]
    pub fn choices_of(&self, plan: &Plan) -> Vec<bool> {
        solution(&self.table, &self.instance, plan).on
    }

    /// Where a run starts: from the plan in hand, where there is one, and with what is locked.
    fn start(&self) -> Vec<bool> {
        let mut on = self.in_hand.clone().unwrap_or_else(|| vec![false; self.table.choices().len()]);
        for (on, lock) in on.iter_mut().zip(self.table.locked()) {
            *on = lock.unwrap_or(*on);
        }
        on
    }

    fn start_from(&self, board: &mut Board, taken: &[u32]) {
        let mut on: Vec<bool> = self.table.locked().iter().map(|lock| lock.unwrap_or_default()).collect();
        for choice in taken {
            if let Some(on) = on.get_mut(*choice as usize) {
                *on = true;
            }
        }
        board.become_like(&on);
    }

    fn make_legal(&self, board: &mut Board, chance: &mut Chance) -> bool {
        // Locks that contradict each other or presence, and rows over nothing, have no gauge: only the complete solver
        // sees them.
        let has_contrary_locks = || {
            let on: Vec<bool> = self.table.locked().iter().map(|lock| lock.unwrap_or_default()).collect();
            let is_bare =
                |row: &&Row| matches!(row.rule, Rule::Lock | Rule::LockImpossible) || self.table.terms(row).is_empty();
            let locks = self.table.rows().iter().filter(is_bare);
            locks.into_iter().any(|row| row.beyond(self.table.sum(row, &on)) > 0)
        };
        !has_contrary_locks() && make_legal(board, chance, TRIES)
    }
}

/// The best of several runs: the cheapest plan, the first of equals; a proof of impossibility where there is no plan.
#[must_use]
pub fn best_of(found: Vec<Found>) -> Found {
    let rank = |found: &Found| match found {
        Found::Plan { objective, .. } => (0, *objective),
        Found::Impossible(_) => (1, 0),
        Found::Nothing => (2, 0),
    };
    found.into_iter().min_by_key(rank).unwrap_or(Found::Nothing)
}
