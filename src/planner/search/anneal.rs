//! Annealing: moves are taken while they help, and, the warmer it is, also when they do not.

use super::board::Board;
use super::chain::{LONGEST, mend, refill, restore};
use super::chance::{Chance, Uphill};
use super::moves::Deck;
use super::slice::count;

/// How much may be spent, in moves or in time.
pub trait Budget {
    /// The share that is spent after so many more moves; the search ends at 1.
    fn spent(&mut self, moves: u64) -> f64;

    /// Hears what the best plan of the whole costs by now.
    fn note(&mut self, cost: i64) {
        let _ = cost;
    }
}

/// Moves between two looks at the budget and at the temperature.
pub const ROUND: u32 = 128;

/// The best plan so far, kept as the way back to it from the plan in work.
#[derive(Debug, Clone)]
pub struct Best {
    cost: i64,
    on: Vec<bool>,
    /// Choices turned since the best plan; none where the way back was too long and `on` was written.
    way: Option<Vec<u32>>,
}

impl Best {
    /// The plan in work is the best.
    #[must_use]
    pub fn new(board: &Board) -> Self {
        Self { cost: board.cost(), on: board.on().to_vec(), way: None }
    }

    /// What it costs.
    #[must_use]
    pub const fn cost(&self) -> i64 {
        self.cost
    }

    /// Notes that the plan in work has made the move of its trail.
    #[inline]
    pub fn note(&mut self, board: &Board) {
        if board.cost() < self.cost {
            self.cost = board.cost();
            self.way.get_or_insert_default().clear();
            return;
        }
        if let Some(way) = &mut self.way {
            way.extend_from_slice(board.trail());
            if way.len() > 4096 + board.on().len() / 4 {
                self.settle(board);
            }
        }
    }

    /// The best plan, written out.
    pub fn settle(&mut self, board: &Board) -> &[bool] {
        if let Some(way) = self.way.take() {
            self.on.clear();
            self.on.extend_from_slice(board.on());
            for choice in way {
                if let Some(on) = self.on.get_mut(choice as usize) {
                    *on = !*on;
                }
            }
        }
        &self.on
    }
}

/// Temperatures of one cooling, in units of the prices.
#[derive(Debug, Clone, Copy)]
pub struct Cooling {
    /// At the beginning.
    pub warm: f64,
    /// At the end.
    pub cold: f64,
    /// Share of the budget at which it begins.
    pub from: f64,
    /// Share of the budget at which it ends.
    pub to: f64,
}

impl Cooling {
    /// The temperature when a share of the budget is spent: falls evenly on a scale of powers.
    #[must_use]
    pub fn at(&self, spent: f64) -> f64 {
        let done = ((spent - self.from) / (self.to - self.from)).clamp(0.0, 1.0);
        let mut ratio = self.cold / self.warm;
        let (mut temperature, mut rest) = (self.warm, done);
        // Powers by square roots only: these are exact to the last bit on every machine.
        for _ in 0..12 {
            ratio = ratio.sqrt();
            rest *= 2.0;
            if rest >= 1.0 {
                rest -= 1.0;
                temperature *= ratio;
            }
        }
        temperature
    }
}

/// Cools once; ends early when the budget does.
pub fn anneal(
    board: &mut Board,
    best: &mut Best,
    (deck, uphill): (&Deck, &Uphill),
    chance: &mut Chance,
    cooling: Cooling,
    budget: &mut dyn Budget,
) {
    let mut spent = budget.spent(0);
    while spent < cooling.to.min(1.0) {
        let temperature = cooling.at(spent);
        for _ in 0..ROUND {
            step(board, best, (deck, uphill), chance, temperature);
        }
        budget.note(best.cost());
        spent = budget.spent(u64::from(ROUND));
    }
}

/// Excess of cost, beyond what the temperature allows, that putting freed places to use can make good.
const HOPEFUL: f64 = 8.0;

/// One move, kept or taken back.
#[inline]
pub fn step(
    board: &mut Board,
    best: &mut Best,
    (deck, uphill): (&Deck, &Uphill),
    chance: &mut Chance,
    temperature: f64,
) {
    board.begin();
    let before = board.cost();
    if !deck.play(board, chance) || !mend(board, chance, LONGEST) {
        board.undo();
        return;
    }
    let allowed = temperature * uphill.draw(chance);
    if board.cost() > before {
        let is_hopeless = |board: &Board| as_float(board.cost() - before) - allowed > HOPEFUL;
        if is_hopeless(board) && (!restore(board, chance) || is_hopeless(board)) {
            board.undo();
            return;
        }
        refill(board, chance);
    }
    let delta = board.cost() - before;
    if delta > 0 && as_float(delta) > allowed {
        board.undo();
    } else {
        best.note(board);
    }
}

/// A difference of costs as a float: differences that matter are small.
#[inline]
#[allow(clippy::cast_precision_loss, reason = "differences beyond 2^53 are refused all the same")]
pub const fn as_float(delta: i64) -> f64 {
    delta as f64
}

/// Moves only down, through every choice once, in order: a first plan worth looking at.
pub fn fill(board: &mut Board) {
    for choice in 0..count(board.on().len()) {
        board.begin();
        if !board.is_settled(choice) && board.probe(choice) < 0 {
            board.flip(choice);
        }
    }
    board.begin();
}
