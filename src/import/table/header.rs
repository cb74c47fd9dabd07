//! Finding the header of a kind: the row, or pair of rows, with most of its headings.

use std::collections::BTreeMap;

use super::fitting::fit;
use super::heading::{basis, normal};
use super::kinds::{Kind, Need};
use super::layout::heading_key;
use super::merges::{Merged, cell};
use crate::import::values::{Frame, day_heading, is_blank, text};
use crate::import::{Grid, Raw};

/// The header stands within the first rows.
const HEADER_ROWS: usize = 15;
/// Headings stand within the first columns.
const HEADER_COLUMNS: usize = 256;

/// A column of a header as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderCell {
    /// Column in the sheet, zero-based.
    pub column: usize,
    /// The words tried, in order, normalised.
    pub names: Vec<String>,
    /// Whether the words may head a day column.
    pub is_day: bool,
    /// The words as shown to people.
    pub text: String,
    /// 口径 of the upper cell.
    pub basis: Option<String>,
    /// Whether the upper cell of a pair is merged down into the lower row.
    is_merged_down: bool,
}

impl HeaderCell {
    fn new(column: usize, names: &[&str], text: String) -> Self {
        let frame = Frame::default();
        Self {
            column,
            names: names.iter().map(|name| normal(name)).collect(),
            is_day: names.iter().any(|name| day_heading(name, &frame).is_some()),
            text,
            basis: None,
            is_merged_down: false,
        }
    }
}

/// What a column is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// A column of the kind, by its index.
    Known(usize),
    /// The same again, under another 口径.
    Repeated(usize),
    /// A day.
    Day,
    /// A running number.
    Running,
    /// Nothing this kind knows.
    Unknown,
}

/// A header fitted to a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Its last row, zero-based.
    pub last_row: usize,
    /// Its first row, zero-based.
    pub first_row: usize,
    /// Its cells with their roles.
    pub cells: Vec<(HeaderCell, Role)>,
    /// How many cells were recognised.
    pub recognised: usize,
}

/// Rows that could be a header, with their cells; the same for every kind.
pub struct Candidates {
    found: Vec<(usize, usize, Vec<HeaderCell>)>,
}

impl Candidates {
    /// Single rows and pairs of rows within the first fifteen; rows with nothing but a title are none.
    #[must_use]
    pub fn of(grid: &Grid, merged: &Merged) -> Self {
        let rows = grid.rows.len().min(HEADER_ROWS);
        let is_title = |row: usize| {
            let cells = grid.rows.get(row).map_or(&[][..], Vec::as_slice);
            cells.iter().filter(|raw| !is_blank(raw)).take(2).count() < 2
        };
        let mut found = Vec::new();
        for row in (0..rows).filter(|row| !is_title(*row)) {
            found.push((row, row, single(grid, row)));
            if row + 1 < grid.rows.len() {
                found.push((row, row + 1, pair(grid, merged, row)));
            }
        }
        Self { found }
    }

    /// The best header for the kind: most headings; a pair only where it has more, or is merged down.
    #[must_use]
    pub fn best(&self, kind: &Kind, by_hand: &BTreeMap<String, String>) -> Option<Header> {
        let mut best: Option<(Header, bool)> = None;
        for (first_row, last_row, cells) in &self.found {
            let header = fit(kind, by_hand, *first_row, *last_row, cells);
            if header.recognised < 2 || !header.has_key(kind) {
                continue;
            }
            let is_merged_pair = first_row != last_row && cells.iter().any(|cell| cell.is_merged_down);
            let is_better = best.as_ref().is_none_or(|(known, known_is_pair)| {
                header.recognised > known.recognised
                    || (header.recognised == known.recognised
                        && is_merged_pair
                        && !known_is_pair
                        && header.first_row == known.first_row)
            });
            if is_better {
                best = Some((header, is_merged_pair));
            }
        }
        best.map(|(header, _)| header)
    }

    /// The row that looks most like headings, with columns that only the clerk has named.
    #[must_use]
    pub fn by_hand(&self, kind: &Kind, by_hand: &BTreeMap<String, String>) -> Option<Header> {
        let (row, cells) = self.fullest()?;
        Some(fit(kind, by_hand, row, row, cells)).filter(|header| header.recognised > 0)
    }

    /// The row that looks most like headings, of no kind.
    #[must_use]
    pub fn guess(&self) -> Option<Header> {
        let (row, cells) = self.fullest()?;
        let cells = cells.iter().map(|cell| (cell.clone(), Role::Unknown)).collect();
        Some(Header { last_row: row, first_row: row, cells, recognised: 0 })
    }

    /// What the headings of each candidate are remembered by.
    pub fn keys(&self) -> impl Iterator<Item = String> + '_ {
        self.found.iter().map(|(_, _, cells)| heading_key(cells.iter().map(|cell| cell.text.as_str())))
    }

    /// The first of the single rows with most cells.
    fn fullest(&self) -> Option<(usize, &[HeaderCell])> {
        let rows = self.found.iter().filter(|(first, last, _)| first == last);
        let fullest = rows.rev().max_by_key(|(_, _, cells)| cells.len())?;
        Some((fullest.0, &fullest.2))
    }
}

impl Header {
    /// Whether one of the recognised columns is required.
    fn has_key(&self, kind: &Kind) -> bool {
        self.known(kind).any(|need| matches!(need, Need::Required | Need::OneOf))
    }

    /// The needs of the recognised columns.
    pub fn known<'k>(&'k self, kind: &'k Kind) -> impl Iterator<Item = Need> + 'k {
        self.cells.iter().filter_map(|(_, role)| match role {
            Role::Known(at) => kind.columns.get(*at).map(|column| column.need),
            _ => None,
        })
    }

    /// How many day columns there are.
    #[must_use]
    pub fn days(&self) -> usize {
        self.cells.iter().filter(|(_, role)| *role == Role::Day).count()
    }
}

fn words(raw: &Raw) -> Option<String> {
    text(raw).map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn single(grid: &Grid, row: usize) -> Vec<HeaderCell> {
    let cells = grid.rows.get(row).map_or(&[][..], Vec::as_slice);
    let named = cells.iter().take(HEADER_COLUMNS).enumerate();
    named
        .filter_map(|(column, raw)| {
            let text = words(raw)?;
            Some(HeaderCell::new(column, &[&text], text.clone()))
        })
        .collect()
}

/// Names tried: lower, upper + lower; upper alone only where there is no lower cell.
fn pair(grid: &Grid, merged: &Merged, row: usize) -> Vec<HeaderCell> {
    let width = [row, row + 1].iter().filter_map(|row| grid.rows.get(*row)).map(Vec::len).max().unwrap_or(0);
    let mut cells = Vec::new();
    let mut across: Option<String> = None;
    for column in 0..width.min(HEADER_COLUMNS) {
        let own = words(cell(grid, row, column));
        let is_merged_down = merged.at(row, column).is_some_and(|area| area.bottom as usize > row);
        let lower = if is_merged_down { None } else { words(cell(grid, row + 1, column)) };
        if own.is_some() || is_merged_down {
            across.clone_from(&own.clone().filter(|_| !is_merged_down));
        }
        let upper = own.or_else(|| across.clone().filter(|_| lower.is_some()));
        let named = match (upper, lower) {
            (Some(upper), Some(lower)) => {
                let text = format!("{upper} {lower}");
                HeaderCell { basis: basis(&upper), ..HeaderCell::new(column, &[&lower, &text], text.clone()) }
            }
            (Some(only), None) | (None, Some(only)) => HeaderCell::new(column, &[&only], only.clone()),
            (None, None) => continue,
        };
        cells.push(HeaderCell { is_merged_down, ..named });
    }
    cells
}
