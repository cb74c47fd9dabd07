//! Ejection chains: a choice that breaks hard rows turns others over until all of them hold again, or is taken back.

use super::board::Board;
use super::chance::Chance;
use super::gauges::{BROKEN, Link};
use super::slice::count;

/// Most steps of one chain.
pub const LONGEST: usize = 14;
/// Candidates looked at for one step.
const LOOKED_AT: usize = 3;
/// Entries of a gauge passed over at most while looking for candidates.
const PASSED: usize = 256;
/// Choices looked at for each row that a duty has left.
const REFILLED: usize = 8;
/// What a row costs at least that must not be missed.
const GRAVE: i64 = 72;
/// Choices looked at for each such row.
const RESTORED: usize = 24;
/// Most choices of a row that costs nothing and is looked at all the same: the half-day or room that became free.
const SMALL: usize = 12;

/// Mends what a move has broken; false where it cannot within so many steps, and the move must be taken back.
#[inline]
pub fn mend(board: &mut Board, chance: &mut Chance, longest: usize) -> bool {
    let longest = board.trail().len() + longest;
    while let Some((gauge, side)) = board.next_broken() {
        if board.trail().len() >= longest {
            return false;
        }
        match candidate(board, chance, gauge, side) {
            Some(choice) => board.flip(choice),
            None => return false,
        }
    }
    true
}

/// A choice that brings a gauge nearer to its bounds: the cheapest of a few, drawn by chance.
fn candidate(board: &Board, chance: &mut Chance, gauge: u32, side: i8) -> Option<u32> {
    let members = board.gauges.members.of(gauge);
    let start = chance.below(count(members.len())) as usize;
    let (head, tail) = members.split_at_checked(start)?;
    let mut best: Option<(i64, u32)> = None;
    let mut seen = 0;
    for link in tail.iter().chain(head).take(PASSED) {
        if !helps(board, *link, side) || board.is_settled(link.to) {
            continue;
        }
        let delta = board.probe(link.to);
        if best.is_none_or(|(least, _)| delta < least) {
            best = Some((delta, link.to));
        }
        seen += 1;
        // Enough were looked at, once one of them breaks nothing else.
        if seen >= LOOKED_AT && best.is_some_and(|(least, _)| least < BROKEN / 2) {
            break;
        }
        if seen >= 4 * LOOKED_AT {
            break;
        }
    }
    best.map(|(_, choice)| choice)
}

#[inline]
fn helps(board: &Board, link: Link, side: i8) -> bool {
    let rises = board.is_on(link.to) != (link.factor > 0);
    if side < 0 { rises } else { !rises }
}

/// Where a duty that must not be missed has fallen out, puts one other in its place; false where there is none such, or
/// nothing to put there.
pub fn restore(board: &mut Board, chance: &mut Chance) -> bool {
    let mut is_restored = false;
    for place in 0..board.trail().len() {
        let Some(choice) = board.trail().get(place).copied().filter(|choice| !board.is_on(*choice)) else { continue };
        for link in board.gauges.of_choice.of(choice) {
            if board.cost_of(link.to) < GRAVE {
                continue;
            }
            match most_helpful(board, chance, link.to, RESTORED) {
                Some(add) => board.flip(add),
                None => return false,
            }
            is_restored = true;
        }
    }
    is_restored
}

/// The choice of a gauge that makes the plan cheapest, among some drawn by chance.
fn most_helpful(board: &Board, chance: &mut Chance, gauge: u32, looked_at: usize) -> Option<u32> {
    let members = board.gauges.members.of(gauge);
    let start = chance.below(count(members.len())) as usize;
    let (head, tail) = members.split_at_checked(start)?;
    let mut best: Option<(i64, u32)> = None;
    for link in tail.iter().chain(head).take(looked_at) {
        if board.is_on(link.to) || board.is_settled(link.to) {
            continue;
        }
        if let Some(gain) = board.gain(link.to)
            && best.is_none_or(|(most, _)| gain > most)
        {
            best = Some((gain, link.to));
        }
    }
    best.map(|(_, add)| add)
}

/// Puts to use what a move has freed: for each duty that fell out, a choice beside it that makes the plan cheaper.
pub fn refill(board: &mut Board, chance: &mut Chance) {
    let mut place = 0;
    while let Some(choice) = board.trail().get(place).copied() {
        place += 1;
        if board.is_on(choice) || place > 2 * LONGEST {
            continue;
        }
        for link in board.gauges.of_choice.of(choice) {
            let members = board.gauges.members.of(link.to);
            let is_at_rest = members.len() > SMALL && board.cost_of(link.to) == 0;
            let is_full = board.cost_beside(link.to, 1) >= BROKEN;
            if is_at_rest || is_full {
                continue;
            }
            if let Some(add) = most_helpful(board, chance, link.to, REFILLED) {
                board.flip(add);
            }
        }
    }
}
