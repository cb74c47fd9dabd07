//! A part of a plan as a small task of its own: some choices are free, all others stay as they are.

use super::board::{Board, Sheet};
use super::gauges::{Gauges, Link};
use super::moves::Deck;
use super::slice::{at, count, put};

/// The part that is planned anew. One after the other is cut from the same memory.
#[derive(Debug, Default)]
pub struct Part {
    /// Its choices by their numbers in the whole, ascending.
    pub free: Vec<u32>,
    /// Its gauges.
    pub gauges: Gauges,
    /// What may be moved, by numbers in the part.
    pub deck: Deck,
    /// What its plan is written on.
    pub sheet: Sheet,
    /// Numbers in the part of the gauges of the whole; `u32::MAX` for those that it does not touch.
    numbers: Vec<u32>,
    /// Gauges of the whole that it touches, by number in the part.
    touched: Vec<u32>,
}

impl Part {
    /// For the gauges of a whole.
    #[must_use]
    pub fn new(whole: &Gauges) -> Self {
        let gauges = Gauges { prices: whole.prices.clone(), sides: whole.sides.clone(), ..Gauges::default() };
        Self { numbers: vec![u32::MAX; whole.rest.len()], gauges, ..Self::default() }
    }

    /// Takes the choices that are free out of the plan: gauges rest where all others leave them.
    pub fn cut(&mut self, board: &Board) {
        let whole = board.gauges;
        let Self { free, gauges, numbers, touched, .. } = self;
        touched.clear();
        gauges.rest.clear();
        for choice in free.iter() {
            let is_on = board.is_on(*choice);
            for link in whole.of_choice.of(*choice) {
                let mut to = at(numbers, link.to);
                if to == u32::MAX {
                    to = count(touched.len());
                    put(numbers, link.to, to);
                    touched.push(link.to);
                    gauges.rest.push(board.position(link.to));
                }
                if is_on && let Some(position) = gauges.rest.get_mut(to as usize) {
                    *position = position.wrapping_add_signed(-link.factor);
                }
            }
        }
        let number_of: &[u32] = numbers;
        let links = (0u32..).zip(free.iter()).flat_map(|(choice, of_whole)| {
            whole.of_choice.of(*of_whole).iter().map(move |link| (choice, at(number_of, link.to), link.factor))
        });
        gauges.of_choice.sort(free.len(), links.clone().map(|(choice, to, factor)| (choice, Link { to, factor })));
        gauges.members.sort(touched.len(), links.map(|(to, gauge, factor)| (gauge, Link { to, factor })));
        gauges.costs.clear();
        gauges.costs.extend(free.iter().map(|choice| at(&whole.costs, *choice)));
        gauges.locks.clear();
        gauges.locks.extend(free.iter().map(|choice| at(&whole.locks, *choice)));
        for gauge in touched {
            put(numbers, *gauge, u32::MAX);
        }
    }
}
