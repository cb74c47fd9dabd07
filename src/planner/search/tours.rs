//! Moves of several tours at once: one after the other would leave weeks without a visit, or days with too few cars.

use super::board::Board;
use super::cells::{Cells, Part, Spot};
use super::chance::Chance;
use super::trade::{HALVES, drawn, exchange, leave, put_in, rename, take_out};

const fn is_tour(spot: &Spot) -> bool {
    matches!(spot.part, Part::Tour)
}

/// Two townships change all their tours; teams and days stay, as far as departments allow.
pub fn swap_townships(board: &mut Board, cells: &Cells, chance: &mut Chance) -> bool {
    let Some((_, one)) = drawn(board, cells, chance, is_tour) else { return false };
    let is_other = |two: &Spot| is_tour(two) && two.what != one.what;
    let Some((_, two)) = drawn(board, cells, chance, is_other) else { return false };
    for day in 0..cells.days() {
        let (Some(first), Some(second)) = (cells.open(one.site(), day), cells.open(two.site(), day)) else { continue };
        if board.is_on(first) == board.is_on(second) || board.is_settled(first) || board.is_settled(second) {
            continue;
        }
        let (from, to) = if board.is_on(first) { (one, two) } else { (two, one) };
        board.flip(first);
        board.flip(second);
        rename(board, cells, (from, day), to);
    }
    true
}

/// Two tours of a week change their days, with their teams; what the travellers did on the one day they do on the other.
pub fn swap_tours(board: &mut Board, cells: &Cells, chance: &mut Chance) -> bool {
    let Some((_, one)) = drawn(board, cells, chance, is_tour) else { return false };
    let is_other =
        |two: &Spot| is_tour(two) && two.what != one.what && two.day != one.day && two.day / 7 == one.day / 7;
    let Some((_, two)) = drawn(board, cells, chance, is_other) else { return false };
    let visits = [(one, one.day), (two, two.day), (one, two.day), (two, one.day)];
    if !exchange(board, visits.map(|(tour, day)| cells.open(tour.site(), day))) {
        return false;
    }
    travel(board, cells, one, two.day);
    travel(board, cells, two, one.day);
    true
}

/// The team of a tour goes on another day.
fn travel(board: &mut Board, cells: &Cells, tour: Spot, day: u32) {
    for traveller in cells.team(tour.site(), tour.day) {
        let Some(spot) = leave(board, cells, traveller.id) else { continue };
        if !put_in(board, cells.same(spot.what, (spot.expert, day, Part::Tour))) {
            continue;
        }
        for part in HALVES {
            if let Some(what) = take_out(board, cells, (spot.expert, day, part)) {
                put_in(board, cells.same(what, (spot.expert, tour.day, part)));
            }
        }
    }
}
