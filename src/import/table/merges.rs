//! Merged cells as a map from each covered cell to the one that holds the value.

use std::collections::HashMap;

use crate::import::{Grid, Merge, Raw};

/// No sheet has more merged cells than this in its table; hostile ones are cut off here.
const MOST_COVERED: usize = 2_000_000;

/// The merges of a sheet, by cell.
#[derive(Debug, Default)]
pub struct Merged {
    areas: HashMap<(usize, usize), Merge>,
}

impl Merged {
    /// The merges inside the rows that are there.
    #[must_use]
    pub fn of(grid: &Grid) -> Self {
        let mut areas = HashMap::new();
        let rows = grid.rows.len();
        let width = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
        for merge in &grid.merges {
            for row in merge.top as usize..=(merge.bottom as usize).min(rows.saturating_sub(1)) {
                for column in merge.left as usize..=(merge.right as usize).min(width.saturating_sub(1)) {
                    if areas.len() >= MOST_COVERED {
                        return Self { areas };
                    }
                    areas.insert((row, column), *merge);
                }
            }
        }
        Self { areas }
    }

    /// The merge over a cell.
    #[must_use]
    pub fn at(&self, row: usize, column: usize) -> Option<&Merge> {
        if self.areas.is_empty() { None } else { self.areas.get(&(row, column)) }
    }

    /// Whether the cell is covered by a merge that starts in a row above.
    #[must_use]
    pub fn continues(&self, row: usize, column: usize) -> bool {
        self.at(row, column).is_some_and(|merge| (merge.top as usize) < row)
    }

    /// What a cell shows: its own content or that of the merge over it.
    #[must_use]
    pub fn value<'g>(&self, grid: &'g Grid, row: usize, column: usize) -> &'g Raw {
        match self.at(row, column) {
            Some(merge) => cell(grid, merge.top as usize, merge.left as usize),
            None => cell(grid, row, column),
        }
    }
}

/// The content of a cell itself.
#[must_use]
pub fn cell(grid: &Grid, row: usize, column: usize) -> &Raw {
    grid.rows.get(row).and_then(|cells| cells.get(column)).unwrap_or(&Raw::Blank)
}
