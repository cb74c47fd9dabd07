//! Which rows are shown, and the grid's own coordinates: lines of half-days by days.

use super::filter::Filter;
use crate::app::week::{Block, CellKey, CellVm, GridVm, PersonRow};

/// A place in the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Half-day lines from the top.
    pub line: usize,
    /// Days from the first.
    pub day: usize,
}

/// The rows that are shown.
pub struct View<'a> {
    /// The rows, from the top.
    pub rows: Vec<&'a PersonRow>,
    /// What they were narrowed to.
    pub filter: Filter,
    slots: usize,
    days: usize,
}

impl<'a> View<'a> {
    /// The rows that pass the filter.
    #[must_use]
    pub fn new(vm: &'a GridVm, filter: Filter) -> Self {
        let rows = vm.rows.iter().filter(|row| filter.shows(row)).collect();
        Self { rows, filter, slots: vm.slots.len().max(1), days: vm.days.len() }
    }

    /// Whether somebody's half-day in another view passes the filter. A free half-day passes with its row.
    #[must_use]
    pub fn shows(&self, key: CellKey) -> bool {
        if !self.filter.is_set() {
            return true;
        }
        let row = self.rows.iter().find(|row| row.stint == key.stint);
        let cell = row.and_then(|row| row.cells.iter().find(|cell| cell.key == key));
        cell.is_some_and(|cell| cell.is_free() || self.filter.lights(cell))
    }

    /// Half-days of a day.
    #[must_use]
    pub const fn slots(&self) -> usize {
        self.slots
    }

    /// Days from the left to the right.
    #[must_use]
    pub const fn days(&self) -> usize {
        self.days
    }

    /// Lines of the grid.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.rows.len() * self.slots
    }

    /// The cell at a place.
    #[must_use]
    pub fn cell(&self, spot: Spot) -> Option<&'a CellVm> {
        let row = self.rows.get(spot.line / self.slots)?;
        row.cells.get(spot.day * self.slots + spot.line % self.slots)
    }

    /// Where a cell is, if its row is shown.
    #[must_use]
    pub fn spot(&self, key: CellKey) -> Option<Spot> {
        let place = self.rows.iter().position(|row| row.stint == key.stint)?;
        let cell = self.rows.get(place)?.cells.iter().position(|cell| cell.key == key)?;
        Some(Spot { line: place * self.slots + cell % self.slots, day: cell / self.slots })
    }

    /// The place some lines and days further, kept inside the grid.
    #[must_use]
    pub fn step(&self, from: Spot, lines: isize, days: isize) -> Spot {
        let last = self.lines().saturating_sub(1);
        Spot {
            line: from.line.saturating_add_signed(lines).min(last),
            day: from.day.saturating_add_signed(days).min(self.days.saturating_sub(1)),
        }
    }

    /// The rectangle between two cells.
    #[must_use]
    pub fn block(&self, one: CellKey, other: CellKey) -> Block {
        let (Some(one), Some(other)) = (self.spot(one), self.spot(other)) else { return Block::default() };
        let keys = |line: usize| {
            (one.day.min(other.day)..=one.day.max(other.day))
                .filter_map(|day| self.cell(Spot { line, day }).map(|cell| cell.key))
                .collect()
        };
        Block { lines: (one.line.min(other.line)..=one.line.max(other.line)).map(keys).collect() }
    }

    /// The same rectangle moved and sized so that a table of texts fits from its corner on.
    #[must_use]
    pub fn block_from(&self, corner: CellKey, lines: usize, days: usize) -> Block {
        let Some(spot) = self.spot(corner) else { return Block::default() };
        let far = self.step(spot, lines.saturating_sub(1).cast_signed(), days.saturating_sub(1).cast_signed());
        self.cell(far).map_or_else(Block::default, |cell| self.block(corner, cell.key))
    }
}
