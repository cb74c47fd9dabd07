//! The first legal plan: locks, then everyone who must be on call, mended by chains until all hard rows hold.

use super::board::Board;
use super::chain::mend;
use super::chance::Chance;

/// Steps of one chain here, where all depends on it.
const LONGEST: usize = 40;

/// Mends a plan that breaks hard rows; false when it found no way within so many tries.
pub fn make_legal(board: &mut Board, chance: &mut Chance, tries: u32) -> bool {
    let mut left = tries;
    loop {
        board.begin();
        board.find_broken();
        let Some((gauge, side)) = board.next_broken() else { return true };
        let _ = (gauge, side);
        let before = board.cost();
        let is_whole = mend(board, chance, LONGEST);
        if !is_whole && board.cost() > before {
            board.undo();
        }
        left = left.saturating_sub(1);
        if left == 0 {
            return false;
        }
    }
}
