//! The plan in work: choices that can be turned over and back, with every gauge and the cost kept up to date.

use super::gauges::{BROKEN, Gauges, Link};
use super::slice::{at, put};

/// The plan in work.
#[derive(Debug, Clone)]
pub struct Board<'g> {
    /// The gauges it goes by.
    pub gauges: &'g Gauges,
    cost: i64,
    sheet: Sheet,
}

/// What a board is written on: its memory serves one board after the other.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    on: Vec<bool>,
    positions: Vec<u32>,
    /// Choices turned since [`Board::begin`].
    trail: Vec<u32>,
    /// Stamp of the move in which each choice was last turned.
    stamps: Vec<u32>,
    stamp: u32,
    /// Gauges beyond a hard bound, perhaps already mended.
    broken: Vec<u32>,
    /// Gauges that cost.
    sore: Places,
    /// Choices taken.
    taken: Places,
}

/// A set of numbers that can be drawn from evenly.
#[derive(Debug, Clone, Default)]
struct Places {
    list: Vec<u32>,
    place: Vec<u32>,
}

impl Places {
    fn clear(&mut self, len: usize) {
        self.list.clear();
        self.place.clear();
        self.place.resize(len, u32::MAX);
    }

    #[inline]
    fn add(&mut self, number: u32) {
        if at(&self.place, number) == u32::MAX {
            put(&mut self.place, number, super::slice::count(self.list.len()));
            self.list.push(number);
        }
    }

    #[inline]
    fn remove(&mut self, number: u32) {
        let place = at(&self.place, number);
        if place == u32::MAX {
            return;
        }
        if let Some(last) = self.list.pop()
            && last != number
        {
            put(&mut self.list, place, last);
            put(&mut self.place, last, place);
        }
        put(&mut self.place, number, u32::MAX);
    }
}

impl<'g> Board<'g> {
    /// A plan with these choices.
    #[must_use]
    pub fn new(gauges: &'g Gauges, on: &[bool]) -> Self {
        Self::on_sheet(gauges, Sheet::default(), on)
    }

    /// The same, written over what was on a sheet.
    #[must_use]
    pub fn on_sheet(gauges: &'g Gauges, mut sheet: Sheet, on: &[bool]) -> Self {
        sheet.on.clear();
        sheet.on.resize(gauges.costs.len(), false);
        sheet.positions.clone_from(&gauges.rest);
        sheet.stamps.clear();
        sheet.stamps.resize(gauges.costs.len(), 0);
        sheet.stamp = 1;
        sheet.sore.clear(gauges.rest.len());
        sheet.taken.clear(gauges.costs.len());
        sheet.broken.clear();
        sheet.trail.clear();
        let mut board = Self { gauges, cost: 0, sheet };
        for (gauge, rest) in (0u32..).zip(&gauges.rest) {
            board.cost += gauges.cost_at(*rest);
            if gauges.cost_at(*rest) > 0 {
                board.sheet.sore.add(gauge);
            }
            if at(&gauges.sides, *rest) != 0 {
                board.sheet.broken.push(gauge);
            }
        }
        board.become_like(on);
        board
    }

    /// Gives the sheet back, for another board.
    #[must_use]
    pub fn into_sheet(self) -> Sheet {
        self.sheet
    }

    /// Turns choices over until they are as given.
    pub fn become_like(&mut self, on: &[bool]) {
        for (choice, wanted) in (0u32..).zip(on) {
            if self.is_on(choice) != *wanted {
                self.flip(choice);
            }
        }
        self.begin();
    }

    /// Whether a choice is taken.
    #[inline]
    #[must_use]
    pub fn is_on(&self, choice: u32) -> bool {
        at(&self.sheet.on, choice)
    }

    /// All choices.
    #[must_use]
    pub fn on(&self) -> &[bool] {
        &self.sheet.on
    }

    /// What it costs, with [`super::gauges::BROKEN`] for each unit beyond a hard bound.
    #[inline]
    #[must_use]
    pub const fn cost(&self) -> i64 {
        self.cost
    }

    /// Choices that are taken, in no order that means anything.
    #[must_use]
    pub fn taken(&self) -> &[u32] {
        &self.sheet.taken.list
    }

    /// Gauges that cost, in no order that means anything.
    #[must_use]
    pub fn sore(&self) -> &[u32] {
        &self.sheet.sore.list
    }

    /// Starts a move.
    #[inline]
    pub fn begin(&mut self) {
        self.sheet.trail.clear();
        self.sheet.broken.clear();
        self.sheet.stamp = self.sheet.stamp.wrapping_add(1);
    }

    /// Choices turned in this move.
    #[must_use]
    pub fn trail(&self) -> &[u32] {
        &self.sheet.trail
    }

    /// Whether a choice must stay as it is in this move: it is locked, or was turned already.
    #[inline]
    #[must_use]
    pub fn is_settled(&self, choice: u32) -> bool {
        at(&self.sheet.stamps, choice) == self.sheet.stamp || at(&self.gauges.locks, choice) != 0
    }

    /// Turns a choice over.
    #[inline]
    pub fn flip(&mut self, choice: u32) {
        self.turn(choice);
        put(&mut self.sheet.stamps, choice, self.sheet.stamp);
        self.sheet.trail.push(choice);
    }

    /// Takes the move back.
    pub fn undo(&mut self) {
        while let Some(choice) = self.sheet.trail.pop() {
            self.turn(choice);
        }
        self.begin();
    }

    #[inline]
    fn turn(&mut self, choice: u32) {
        let was_on = self.is_on(choice);
        put(&mut self.sheet.on, choice, !was_on);
        let alone = at(&self.gauges.costs, choice);
        self.cost += if was_on { -alone } else { alone };
        if was_on {
            self.sheet.taken.remove(choice);
        } else {
            self.sheet.taken.add(choice);
        }
        let links: &'g [Link] = self.gauges.of_choice.of(choice);
        for link in links {
            let from = at(&self.sheet.positions, link.to);
            let to = from.wrapping_add_signed(if was_on { -link.factor } else { link.factor });
            put(&mut self.sheet.positions, link.to, to);
            let (before, after) = (self.gauges.cost_at(from), self.gauges.cost_at(to));
            if before == after {
                continue;
            }
            self.cost += after - before;
            if before == 0 {
                self.sheet.sore.add(link.to);
            } else if after == 0 {
                self.sheet.sore.remove(link.to);
            }
            // Prices alone never come to what a broken row adds.
            if after >= BROKEN {
                self.sheet.broken.push(link.to);
            }
        }
    }

    /// By how much the cost would change if a choice were turned.
    #[inline]
    #[must_use]
    pub fn probe(&self, choice: u32) -> i64 {
        let was_on = self.is_on(choice);
        let alone = at(&self.gauges.costs, choice);
        let mut delta = if was_on { -alone } else { alone };
        for link in self.gauges.of_choice.of(choice) {
            let from = at(&self.sheet.positions, link.to);
            let to = from.wrapping_add_signed(if was_on { -link.factor } else { link.factor });
            delta += self.gauges.cost_at(to) - self.gauges.cost_at(from);
        }
        delta
    }

    /// By how much the cost would fall if a choice were turned, where it falls and nothing hard stands against it; for
    /// plans in which no hard row is broken.
    #[inline]
    #[must_use]
    pub fn gain(&self, choice: u32) -> Option<i64> {
        let was_on = self.is_on(choice);
        let alone = at(&self.gauges.costs, choice);
        let mut delta = if was_on { -alone } else { alone };
        for link in self.gauges.of_choice.of(choice) {
            let from = at(&self.sheet.positions, link.to);
            let to = from.wrapping_add_signed(if was_on { -link.factor } else { link.factor });
            let after = self.gauges.cost_at(to);
            if after >= BROKEN {
                return None;
            }
            delta += after - self.gauges.cost_at(from);
        }
        (delta < 0).then_some(-delta)
    }

    /// A gauge beyond a hard bound and the side on which, where there is one.
    #[inline]
    pub fn next_broken(&mut self) -> Option<(u32, i8)> {
        while let Some(gauge) = self.sheet.broken.last().copied() {
            let side = self.side(gauge);
            if side != 0 {
                return Some((gauge, side));
            }
            self.sheet.broken.pop();
        }
        None
    }

    /// Notes every gauge beyond a hard bound, after changes outside a move.
    pub fn find_broken(&mut self) {
        let broken: Vec<u32> = (0u32..)
            .zip(&self.sheet.positions)
            .filter(|(_, at_now)| at(&self.gauges.sides, **at_now) != 0)
            .map(|(gauge, _)| gauge)
            .collect();
        self.sheet.broken = broken;
    }

    /// On which side of its hard bounds a gauge is: −1 below, 1 above, 0 within.
    #[inline]
    #[must_use]
    pub fn side(&self, gauge: u32) -> i8 {
        at(&self.gauges.sides, at(&self.sheet.positions, gauge))
    }

    /// Where a gauge stands among the prices.
    #[must_use]
    pub fn position(&self, gauge: u32) -> u32 {
        at(&self.sheet.positions, gauge)
    }

    /// What a gauge costs.
    #[inline]
    #[must_use]
    pub fn cost_of(&self, gauge: u32) -> i64 {
        self.gauges.cost_at(at(&self.sheet.positions, gauge))
    }

    /// What a gauge would cost if its sum were higher by so much.
    #[inline]
    #[must_use]
    pub fn cost_beside(&self, gauge: u32, by: i32) -> i64 {
        self.gauges.cost_at(at(&self.sheet.positions, gauge).wrapping_add_signed(by))
    }
}
