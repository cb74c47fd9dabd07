//! Planning a part of a plan anew while all the rest stays as it is.

use super::anneal::{Best, Budget, Cooling, anneal};
use super::board::Board;
use super::chance::{Chance, Uphill};
use super::part::Part;
use super::slice::at;

/// Cools a part alone and puts what came of it into the plan, as one move. False where nothing as good was found.
pub fn replan(
    board: &mut Board,
    (part, uphill): (&mut Part, &Uphill),
    chance: &mut Chance,
    cooling: Cooling,
    budget: &mut dyn Budget,
) -> bool {
    part.cut(board);
    let on: Vec<bool> = part.free.iter().map(|choice| board.is_on(*choice)).collect();
    let mut small = Board::on_sheet(&part.gauges, std::mem::take(&mut part.sheet), &on);
    let before = small.cost();
    let mut found = Best::new(&small);
    anneal(&mut small, &mut found, (&part.deck, uphill), chance, cooling, budget);
    let is_as_good = found.cost() <= before;
    if is_as_good {
        board.begin();
        for (choice, is_on) in part.free.iter().zip(found.settle(&small)) {
            if board.is_on(*choice) != *is_on && at(&board.gauges.locks, *choice) == 0 {
                board.flip(*choice);
            }
        }
    }
    part.sheet = small.into_sheet();
    is_as_good
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
