//! A part of a plan as a small task of its own: some choices are free, all others stay as they are.

use super::board::Board;
use super::gauges::{Gauges, Link};
use super::slice::{Lists, at, count, put};

/// Working space to number the gauges of parts, kept between parts.
#[derive(Debug)]
pub struct Parts {
    numbers: Vec<u32>,
}

impl Parts {
    /// For the gauges of a whole.
    #[must_use]
    pub fn new(whole: &Gauges) -> Self {
        Self { numbers: vec![u32::MAX; whole.rest.len()] }
    }

    /// The gauges of a part; its choices are numbered as in `free`.
    pub fn cut(&mut self, board: &Board, free: &[u32]) -> Gauges {
        let whole = board.gauges;
        let mut touched = Vec::new();
        let mut rest = Vec::new();
        let mut links: Vec<(u32, Link)> = Vec::new();
        for (part_choice, choice) in (0u32..).zip(free) {
            let is_on = board.is_on(*choice);
            for link in whole.of_choice.of(*choice) {
                let mut to = at(&self.numbers, link.to);
                if to == u32::MAX {
                    to = count(touched.len());
                    put(&mut self.numbers, link.to, to);
                    touched.push(link.to);
                    rest.push(board.position(link.to));
                }
                if is_on && let Some(position) = rest.get_mut(to as usize) {
                    *position = position.wrapping_add_signed(-link.factor);
                }
                links.push((part_choice, Link { to, factor: link.factor }));
            }
        }
        for gauge in &touched {
            put(&mut self.numbers, *gauge, u32::MAX);
        }
        let turned = links.iter().map(|&(choice, link)| (link.to, Link { to: choice, factor: link.factor }));
        Gauges {
            of_choice: Lists::sorted(free.len(), links.iter().copied()),
            members: Lists::sorted(touched.len(), turned),
            rest,
            prices: whole.prices.clone(),
            sides: whole.sides.clone(),
            costs: free.iter().map(|choice| at(&whole.costs, *choice)).collect(),
            locks: free.iter().map(|choice| at(&whole.locks, *choice)).collect(),
            offset: 0,
        }
    }
}
