//! Moves of whole contents: half-days, days, tours and nights change places, so that limits of a week stay kept.

use super::board::Board;
use super::cells::{Cells, Part, Spot};
use super::chance::Chance;

/// Draws for something that is taken.
const DRAWS: usize = 24;

/// The halves of a day.
pub const HALVES: [Part; 2] = [Part::Morning, Part::Afternoon];

/// A taken choice that stands somewhere, of the kind that is wanted.
pub fn drawn(
    board: &Board,
    cells: &Cells,
    chance: &mut Chance,
    is_wanted: impl Fn(&Spot) -> bool,
) -> Option<(u32, Spot)> {
    for _ in 0..DRAWS {
        let id = chance.pick(board.taken())?;
        if let Some(spot) = cells.spot(id).filter(|spot| is_wanted(spot) && !board.is_settled(id)) {
            return Some((id, spot));
        }
    }
    None
}

const fn is_session(spot: &Spot) -> bool {
    matches!(spot.part, Part::Morning | Part::Afternoon)
}

/// Puts a duty in, where it may stand there and is not there yet.
pub fn put_in(board: &mut Board, choice: Option<u32>) -> bool {
    let free = choice.filter(|id| !board.is_on(*id) && !board.is_settled(*id));
    if let Some(id) = free {
        board.flip(id);
    }
    free.is_some()
}

/// Takes the contents of a half-day out: gives what it was.
pub fn take_out(board: &mut Board, cells: &Cells, place: (u32, u32, Part)) -> Option<u32> {
    let entry = cells.taken(board, place).filter(|entry| !board.is_settled(entry.id))?;
    board.flip(entry.id);
    Some(entry.what)
}

fn exchange_contents(board: &mut Board, cells: &Cells, one: (u32, u32, Part), two: (u32, u32, Part)) {
    let (first, second) = (take_out(board, cells, one), take_out(board, cells, two));
    if let Some(what) = first {
        put_in(board, cells.same(what, two));
    }
    if let Some(what) = second {
        put_in(board, cells.same(what, one));
    }
}

/// A session and another half-day of the same expert and week change places.
pub fn swap_halves(board: &mut Board, cells: &Cells, chance: &mut Chance) -> bool {
    let Some((_, from)) = drawn(board, cells, chance, is_session) else { return false };
    let place = chance.below(14);
    let day = from.day - from.day % 7 + place / 2;
    let part = if place.is_multiple_of(2) { Part::Morning } else { Part::Afternoon };
    let to = (from.expert, day, part);
    if (day, part) == (from.day, from.part)
        || cells.same(from.what, to).is_none()
        || cells.taken(board, (from.expert, day, Part::Tour)).is_some()
    {
        return false;
    }
    exchange_contents(board, cells, (from.expert, from.day, from.part), to);
    true
}

/// Two days of the same expert and week change places, sessions and nights.
pub fn swap_days(board: &mut Board, cells: &Cells, chance: &mut Chance) -> bool {
    let Some((_, from)) = drawn(board, cells, chance, |spot| spot.part != Part::Tour) else { return false };
    let day = from.day - from.day % 7 + chance.below(7);
    let has_tour = |day| cells.taken(board, (from.expert, day, Part::Tour)).is_some();
    if day == from.day || has_tour(day) || has_tour(from.day) {
        return false;
    }
    for part in HALVES {
        exchange_contents(board, cells, (from.expert, from.day, part), (from.expert, day, part));
    }
    true
}

/// A tour goes on another day, with the whole team; what the travellers did then, they do on the day that is free.
pub fn move_tour(board: &mut Board, cells: &Cells, chance: &mut Chance) -> bool {
    let Some((_, from)) = drawn(board, cells, chance, |spot| spot.part == Part::Tour) else { return false };
    let day = if chance.below(4) == 0 { chance.below(cells.days()) } else { from.day - from.day % 7 + chance.below(7) };
    let (Some(close), Some(open)) = (cells.open(from.site(), from.day), cells.open(from.site(), day)) else {
        return false;
    };
    if day == from.day || board.is_settled(close) || board.is_settled(open) || board.is_on(open) || !board.is_on(close)
    {
        return false;
    }
    board.flip(close);
    board.flip(open);
    for traveller in cells.team(from.site(), from.day) {
        let Some(spot) = leave(board, cells, traveller.id) else { continue };
        let there = (spot.expert, day, Part::Tour);
        if cells.taken(board, there).is_some() || !put_in(board, cells.same(spot.what, there)) {
            continue;
        }
        for part in HALVES {
            if let Some(what) = take_out(board, cells, (spot.expert, day, part))
                && day / 7 == from.day / 7
            {
                put_in(board, cells.same(what, (spot.expert, from.day, part)));
            }
        }
    }
    true
}

/// Two tours change their townships; teams and days stay, as far as departments allow.
pub fn swap_sites(board: &mut Board, cells: &Cells, chance: &mut Chance) -> bool {
    let is_tour = |spot: &Spot| spot.part == Part::Tour;
    let Some((_, one)) = drawn(board, cells, chance, is_tour) else { return false };
    let Some((_, two)) = drawn(board, cells, chance, is_tour).filter(|(_, two)| two.what != one.what) else {
        return false;
    };
    let visits = [(one, one.site()), (two, two.site()), (one, two.site()), (two, one.site())];
    if !exchange(board, visits.map(|(spot, site)| cells.open(site, spot.day))) {
        return false;
    }
    rename(board, cells, (one, one.day), two);
    rename(board, cells, (two, two.day), one);
    true
}

/// Two tours end and two begin in their place; false, and nothing changed, where one of the four may not.
pub fn exchange(board: &mut Board, tours: [Option<u32>; 4]) -> bool {
    let [Some(first), Some(second), Some(third), Some(fourth)] = tours else { return false };
    let is_as_before = board.is_on(first) && board.is_on(second) && !board.is_on(third) && !board.is_on(fourth);
    let tours = [first, second, third, fourth];
    if !is_as_before || tours.iter().any(|id| board.is_settled(*id)) {
        return false;
    }
    for id in tours {
        board.flip(id);
    }
    true
}

/// The travellers of a township's tour on a day go to another township, as far as departments allow.
pub fn rename(board: &mut Board, cells: &Cells, (from, day): (Spot, u32), to: Spot) {
    for traveller in cells.team(from.site(), day) {
        if let Some(spot) = leave(board, cells, traveller.id) {
            put_in(board, cells.same(to.what, (spot.expert, day, Part::Tour)));
        }
    }
}

/// A traveller stays at home: where the tour was, if it may be moved.
pub fn leave(board: &mut Board, cells: &Cells, id: u32) -> Option<Spot> {
    let spot = cells.spot(id).filter(|_| board.is_on(id) && !board.is_settled(id))?;
    board.flip(id);
    Some(spot)
}

/// Someone else goes on a tour; the sessions of that day change hands as far as they can.
pub fn replace_traveller(board: &mut Board, cells: &Cells, chance: &mut Chance) -> bool {
    let Some((out, from)) = drawn(board, cells, chance, |spot| spot.part == Part::Tour) else { return false };
    let Some(other) = chance.pick(cells.team(from.site(), from.day)) else { return false };
    let Some(spot) = cells.spot(other.id).filter(|_| !board.is_on(other.id) && !board.is_settled(other.id)) else {
        return false;
    };
    board.flip(out);
    board.flip(other.id);
    for part in HALVES {
        if let Some(what) = take_out(board, cells, (spot.expert, from.day, part)) {
            put_in(board, cells.same(what, (from.expert, from.day, part)));
        }
    }
    true
}

/// Two travellers of one week take each other's tours, and each other's place is free for what they did on that day.
pub fn swap_travellers(board: &mut Board, cells: &Cells, chance: &mut Chance) -> bool {
    let Some((first, one)) = drawn(board, cells, chance, |spot| spot.part == Part::Tour) else { return false };
    let is_other = |two: &Spot| {
        two.part == Part::Tour && two.expert != one.expert && two.day / 7 == one.day / 7 && two.what != one.what
    };
    let Some((second, two)) = drawn(board, cells, chance, is_other) else { return false };
    let turned = [(one, two.expert), (two, one.expert)]
        .map(|(tour, expert)| cells.same(tour.what, (expert, tour.day, Part::Tour)));
    let [Some(third), Some(fourth)] = turned else { return false };
    if board.is_on(third) || board.is_on(fourth) || board.is_settled(third) || board.is_settled(fourth) {
        return false;
    }
    for id in [first, second, third, fourth] {
        board.flip(id);
    }
    for (expert, away, home) in [(two.expert, one.day, two.day), (one.expert, two.day, one.day)] {
        for part in HALVES.into_iter().filter(|_| away != home) {
            if let Some(what) = take_out(board, cells, (expert, away, part)) {
                put_in(board, cells.same(what, (expert, home, part)));
            }
        }
    }
    true
}

/// Two colleagues change what they do in a half-day.
pub fn swap_colleagues(board: &mut Board, cells: &Cells, chance: &mut Chance) -> bool {
    let Some((_, from)) = drawn(board, cells, chance, is_session) else { return false };
    let Some(other) = chance.pick(cells.colleagues(from.expert)) else { return false };
    let to = (other, from.day, from.part);
    if cells.same(from.what, to).is_none() || cells.taken(board, (other, from.day, Part::Tour)).is_some() {
        return false;
    }
    exchange_contents(board, cells, (from.expert, from.day, from.part), to);
    true
}

/// Two experts on call take each other's nights.
pub fn swap_nights(board: &mut Board, cells: &Cells, chance: &mut Chance) -> bool {
    let Some((first, from)) = drawn(board, cells, chance, |spot| spot.part == Part::Night) else { return false };
    let day = (from.day + cells.days() + chance.below(15)).saturating_sub(7) % cells.days().max(1);
    let Some(second) = cells.night(day).iter().find(|entry| board.is_on(entry.id)) else { return false };
    let Some(to) = cells.spot(second.id).filter(|to| to.expert != from.expert && !board.is_settled(second.id)) else {
        return false;
    };
    let one = cells.same(from.what, (to.expert, from.day, Part::Night));
    let two = cells.same(to.what, (from.expert, to.day, Part::Night));
    if one.is_none() || two.is_none() {
        return false;
    }
    board.flip(first);
    board.flip(second.id);
    put_in(board, one);
    put_in(board, two);
    true
}
