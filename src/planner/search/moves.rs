//! The moves of the annealing: each turns over one or a few choices and leaves the rest to the chain.

use super::board::Board;
use super::cells::Cells;
use super::chance::Chance;
use super::slice::{Lists, at, count};
use super::{tours, trade};
use crate::planner::duty::Duty;
use crate::planner::model::{Choice, RuleTable};

/// What the moves draw from.
#[derive(Debug, Default)]
pub struct Deck {
    /// Free choices by kind.
    kinds: Lists<u32>,
    /// Choices that may be swapped as a whole half-day of the week of one stay.
    patterns: Vec<Pattern>,
    /// Where duties stand, for contents that change places.
    cells: Cells,
}

/// A fixed half-day and the clinics that keep to it, by week.
#[derive(Debug, Clone, Default)]
struct Pattern {
    id: u32,
    /// Patterns of the same stay.
    others: Vec<u32>,
    /// Clinics on this half-day: (week, department) and the choice.
    clinics: Vec<((usize, usize), u32)>,
}

/// Kinds of choice.
const KINDS: usize = 9;
/// How often each kind of choice is put in, of 16.
const SHARES: [u32; 16] = [0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 5, 5, 6, 7, 7, 8];

impl Deck {
    /// What may be moved in a whole table.
    #[must_use]
    pub fn new(table: &RuleTable) -> Self {
        let is_free = |id: u32| table.locked().get(id as usize).is_some_and(Option::is_none);
        let free = (0u32..).zip(table.choices().iter().copied()).filter(|(id, _)| is_free(*id));
        Self { patterns: patterns(table), ..Self::of(free) }
    }

    /// What may be moved among some choices, by rising numbers; no pattern shifts as a whole.
    fn of(free: impl Iterator<Item = (u32, Choice)> + Clone) -> Self {
        let mut deck = Self::default();
        deck.sort(free);
        deck
    }

    /// The same in the memory of a deck that is not needed any more.
    pub fn sort(&mut self, free: impl Iterator<Item = (u32, Choice)> + Clone) {
        self.kinds.sort(KINDS, free.clone().map(|(id, choice)| (kind(&choice), id)));
        self.cells.sort(free);
    }

    /// Makes a move; the chain has still to mend it. False where there was nothing to move.
    pub fn play(&self, board: &mut Board, chance: &mut Chance) -> bool {
        let cells = &self.cells;
        match chance.below(88) {
            0..14 => self.put_in(board, chance),
            14..34 => exchange(board, chance),
            34..58 => soothe(board, chance),
            58..61 => drop_one(board, chance),
            61 => self.shift_pattern(board, chance),
            62..66 => trade::swap_halves(board, cells, chance),
            66..68 => trade::swap_days(board, cells, chance),
            68..70 => trade::move_tour(board, cells, chance),
            70..72 => trade::replace_traveller(board, cells, chance),
            72..74 => trade::swap_colleagues(board, cells, chance),
            74..78 => trade::swap_sites(board, cells, chance),
            78..82 => trade::swap_travellers(board, cells, chance),
            82..84 => tours::swap_townships(board, cells, chance),
            84..86 => tours::swap_tours(board, cells, chance),
            _ => trade::swap_nights(board, cells, chance),
        }
    }

    fn put_in(&self, board: &mut Board, chance: &mut Chance) -> bool {
        let share = chance.pick(&SHARES).unwrap_or_default();
        let Some(choice) = chance.pick(self.kinds.of(share)) else { return false };
        board.flip(choice);
        true
    }

    /// Another half-day of the week becomes fixed, and the clinics of the old one follow.
    fn shift_pattern(&self, board: &mut Board, chance: &mut Chance) -> bool {
        let drawn = chance.below(count(self.patterns.len()));
        let Some(from) = self.patterns.get(drawn as usize).filter(|from| board.is_on(from.id)) else { return false };
        let Some(to) = chance.pick(&from.others).and_then(|other| self.patterns.get(other as usize)) else {
            return false;
        };
        if board.is_on(to.id) || board.is_settled(to.id) || board.is_settled(from.id) {
            return false;
        }
        board.flip(from.id);
        board.flip(to.id);
        for (key, clinic) in
            from.clinics.iter().filter(|(_, clinic)| board.gauges.locks.get(*clinic as usize) == Some(&0))
        {
            if !board.is_on(*clinic) {
                continue;
            }
            let place = to.clinics.binary_search_by_key(key, |(key, _)| *key);
            let target = place.ok().and_then(|place| to.clinics.get(place)).map(|(_, target)| *target);
            if let Some(target) = target.filter(|target| !board.is_on(*target) && !board.is_settled(*target)) {
                board.flip(*clinic);
                board.flip(target);
            }
        }
        true
    }
}

const fn kind(choice: &Choice) -> u32 {
    match choice {
        Choice::Duty(Duty::Clinic { .. } | Duty::Session { .. } | Duty::Block { .. }) => 0,
        Choice::Duty(Duty::Round { .. }) => 1,
        Choice::Duty(Duty::Surgery { .. }) => 2,
        Choice::Duty(Duty::Lecture { .. }) => 3,
        Choice::Duty(Duty::Tour { .. }) => 4,
        Choice::Duty(Duty::OnCall { .. }) => 5,
        Choice::Open { .. } => 6,
        Choice::Teach { .. } => 7,
        Choice::Pattern { .. } => 8,
    }
}

/// One choice of a gauge gives way to another of the same gauge.
fn exchange(board: &mut Board, chance: &mut Chance) -> bool {
    let Some(out) = chance.pick(board.taken()).filter(|out| !board.is_settled(*out)) else { return false };
    let Some(link) = chance.pick(board.gauges.of_choice.of(out)) else { return false };
    let Some(other) = chance.pick(board.gauges.members.of(link.to)) else { return false };
    if other.to == out || board.is_settled(other.to) || board.is_on(other.to) {
        return false;
    }
    board.flip(out);
    board.flip(other.to);
    true
}

/// A choice that makes a costly gauge cheaper.
fn soothe(board: &mut Board, chance: &mut Chance) -> bool {
    let Some(gauge) = chance.pick(board.sore()) else { return false };
    let members = board.gauges.members.of(gauge);
    let cost = board.cost_of(gauge);
    for _ in 0..8 {
        let Some(link) = chance.pick(members) else { return false };
        let by = if board.is_on(link.to) { -link.factor } else { link.factor };
        if !board.is_settled(link.to) && board.cost_beside(gauge, by) < cost {
            board.flip(link.to);
            return true;
        }
    }
    false
}

fn drop_one(board: &mut Board, chance: &mut Chance) -> bool {
    let Some(out) = chance.pick(board.taken()).filter(|out| !board.is_settled(*out)) else { return false };
    board.flip(out);
    true
}

fn patterns(table: &RuleTable) -> Vec<Pattern> {
    let mut patterns: Vec<Pattern> = Vec::new();
    let mut by_id = vec![u32::MAX; table.choices().len()];
    for (id, choice) in (0u32..).zip(table.choices()) {
        if matches!(choice, Choice::Pattern { .. }) {
            super::slice::put(&mut by_id, id, count(patterns.len()));
            patterns.push(Pattern { id, ..Pattern::default() });
        }
    }
    for row in table.rows() {
        let terms = table.terms(row);
        match (row.rule, terms) {
            (crate::planner::model::Rule::PatternSize, _) => {
                let stay: Vec<u32> = terms.iter().map(|(id, _)| at(&by_id, *id)).collect();
                for (number, _) in terms.iter().zip(&stay) {
                    let own = at(&by_id, number.0);
                    if let Some(pattern) = patterns.get_mut(own as usize) {
                        pattern.others = stay.iter().copied().filter(|other| *other != own).collect();
                    }
                }
            }
            (crate::planner::model::Rule::OffPattern, &[(clinic, _), (pattern, _)]) => {
                if let Some(Choice::Duty(Duty::Clinic { department, day, .. })) = table.choices().get(clinic as usize)
                    && let Some(pattern) = patterns.get_mut(at(&by_id, pattern) as usize)
                {
                    pattern.clinics.push(((day / 7, *department), clinic));
                }
            }
            _ => {}
        }
    }
    for pattern in &mut patterns {
        pattern.clinics.sort_unstable();
    }
    patterns
}
