//! A part of a plan that is planned anew while all the rest stays as it is.

use super::anneal::{Best, Budget, Cooling, anneal};
use super::board::Board;
use super::chance::{Chance, Uphill};
use super::moves::Deck;
use super::part::Parts;
use super::slice::at;

/// Choices that are planned anew together.
#[derive(Debug)]
pub struct Area {
    /// Their numbers in the whole, ascending.
    pub free: Vec<u32>,
    /// What may be moved, by numbers in the part.
    pub deck: Deck,
}

impl Area {
    /// Cools the area alone and puts what came of it into the plan, as one move. False where nothing as good was found.
    pub fn replan(
        &self,
        board: &mut Board,
        (parts, uphill): (&mut Parts, &Uphill),
        chance: &mut Chance,
        cooling: Cooling,
        budget: &mut dyn Budget,
    ) -> bool {
        let gauges = parts.cut(board, &self.free);
        let on: Vec<bool> = self.free.iter().map(|choice| board.is_on(*choice)).collect();
        let mut part = Board::new(&gauges, &on);
        let before = part.cost();
        let mut found = Best::new(&part);
        anneal(&mut part, &mut found, (&self.deck, uphill), chance, cooling, budget);
        if found.cost() > before {
            return false;
        }
        board.begin();
        for (choice, is_on) in self.free.iter().zip(found.settle(&part)) {
            if board.is_on(*choice) != *is_on && at(&board.gauges.locks, *choice) == 0 {
                board.flip(*choice);
            }
        }
        true
    }
}

/// Part of a budget, counted in moves.
pub struct Share<'b> {
    whole: &'b mut dyn Budget,
    until: f64,
    moves: u64,
    done: u64,
}

impl<'b> Share<'b> {
    /// So many moves, and none beyond a share of the whole.
    pub fn new(whole: &'b mut dyn Budget, until: f64, moves: u64) -> Self {
        Self { whole, until, moves, done: 0 }
    }
}

impl Budget for Share<'_> {
    #[allow(clippy::cast_precision_loss, reason = "a share, not a count")]
    fn spent(&mut self, moves: u64) -> f64 {
        self.done += moves;
        if self.whole.spent(moves) >= self.until { 1.0 } else { self.done as f64 / self.moves as f64 }
    }
}
