//! Finding the header of a kind: the row, or pair of rows, with most of its headings.

use std::collections::BTreeMap;

use super::heading::{bare, basis, is_running_number, normal};
use super::kinds::{Fit, Kind, Need};
use super::merges::{Merged, cell};
use crate::import::values::{Frame, day_heading, is_blank, text};
use crate::import::{Grid, Raw};

/// The header stands within the first rows.
const HEADER_ROWS: usize = 15;
/// Fewer day columns make no grid.
const FEWEST_DAYS: usize = 5;
/// Headings stand within the first columns.
const HEADER_COLUMNS: usize = 256;

/// A column of a header as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderCell {
    /// Column in the sheet, zero-based.
    pub column: usize,
    /// The words tried, in order.
    names: Vec<String>,
    /// The words as shown to people.
    pub text: String,
    /// 口径 of the upper cell.
    pub basis: Option<String>,
    /// Whether the upper cell of a pair is merged down into the lower row.
    is_merged_down: bool,
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
            Some(HeaderCell { column, names: vec![text.clone()], text, basis: None, is_merged_down: false })
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
        let (names, text, basis) = match (upper, lower) {
            (Some(upper), Some(lower)) => {
                let basis = basis(&upper);
                let text = format!("{upper} {lower}");
                (vec![lower, text.clone()], text, basis)
            }
            (Some(only), None) | (None, Some(only)) => (vec![only.clone()], only, None),
            (None, None) => continue,
        };
        cells.push(HeaderCell { column, names, text, basis, is_merged_down });
    }
    cells
}

/// Gives every cell its role in the kind.
fn fit(
    kind: &Kind,
    by_hand: &BTreeMap<String, String>,
    first_row: usize,
    last_row: usize,
    cells: &[HeaderCell],
) -> Header {
    let mut fitting = Fitting { kind, cells, roles: vec![None; cells.len()] };
    fitting.by_hand(by_hand);
    let persons = fitting.persons();
    fitting.assign(&persons, Fit::Canonical);
    fitting.assign(&persons, Fit::Synonym);
    if kind.has_days {
        fitting.days();
    }
    let roles = fitting.finish();
    let recognised = roles.iter().filter(|role| !matches!(role, Role::Running | Role::Unknown)).count();
    Header { last_row, first_row, cells: cells.iter().cloned().zip(roles).collect(), recognised }
}

struct Fitting<'f> {
    kind: &'f Kind,
    cells: &'f [HeaderCell],
    roles: Vec<Option<Role>>,
}

impl Fitting<'_> {
    fn set(&mut self, at: usize, role: Role) {
        if let Some(place) = self.roles.get_mut(at) {
            *place = Some(role);
        }
    }

    fn is_open(&self, at: usize) -> bool {
        self.roles.get(at).is_some_and(Option::is_none)
    }

    fn is_taken(&self, column: usize) -> bool {
        self.roles.contains(&Some(Role::Known(column)))
    }

    /// Columns that the clerk mapped; an empty or `-` target leaves the column out.
    fn by_hand(&mut self, by_hand: &BTreeMap<String, String>) {
        for (written, canonical) in by_hand {
            let written = normal(written);
            let found = self.cells.iter().position(|cell| {
                normal(&cell.text) == written || cell.names.iter().any(|name| normal(name) == written)
            });
            let Some(at) = found else { continue };
            match self.kind.canonical(canonical) {
                Some(column) => self.set(at, Role::Known(column)),
                None if matches!(canonical.trim(), "" | "-") => self.set(at, Role::Unknown),
                None => {}
            }
        }
    }

    /// Which person column stands nearest on the left of each cell, by its heading and as written.
    fn persons(&self) -> Vec<Option<(usize, String)>> {
        let person_of = |cell: &HeaderCell| {
            cell.names.iter().find_map(|name| {
                let found =
                    self.kind.matches(&normal(name)).iter().find(|(_, column)| self.kind.persons.contains(column));
                found.map(|(_, column)| (*column, normal(name)))
            })
        };
        let mut nearest = self.cells.iter().find_map(person_of);
        let mut persons = Vec::with_capacity(self.cells.len());
        for cell in self.cells {
            let own = person_of(cell);
            if own.is_some() {
                nearest.clone_from(&own);
            }
            persons.push(if own.is_some() { None } else { nearest.clone() });
        }
        persons
    }

    fn assign(&mut self, persons: &[Option<(usize, String)>], wanted: Fit) {
        for (at, cell) in self.cells.iter().enumerate() {
            if !self.is_open(at) {
                continue;
            }
            let person = persons.get(at).and_then(Option::as_ref);
            let candidates = self.candidates(cell, person);
            let free = candidates.iter().find(|(fit, column)| *fit <= wanted && !self.is_taken(*column));
            if let Some((_, column)) = free {
                self.set(at, Role::Known(*column));
            } else if wanted == Fit::Synonym
                && cell.basis.is_some()
                && let Some((_, column)) = candidates.first()
            {
                self.set(at, Role::Repeated(*column));
            }
        }
    }

    /// Columns a cell may mean: as belonging to the person on its left first, then by itself.
    fn candidates(&self, cell: &HeaderCell, person: Option<&(usize, String)>) -> Vec<(Fit, usize)> {
        let mut candidates = Vec::new();
        for name in &cell.names {
            let name = normal(name);
            if let Some((column, written)) = person {
                let canonical = self.kind.columns.get(*column).map_or("", |column| column.heading);
                for start in [canonical, written] {
                    candidates.extend_from_slice(self.lookup(&format!("{start}{name}")));
                }
            }
            candidates.extend_from_slice(self.lookup(&name));
        }
        candidates
    }

    /// By the whole heading, else without its bracket.
    fn lookup(&self, name: &str) -> &[(Fit, usize)] {
        let whole = self.kind.matches(name);
        if whole.is_empty() { bare(name).map_or(&[], |(name, _)| self.kind.matches(name)) } else { whole }
    }

    /// Day columns stand right of a person column, five of them at least.
    fn days(&mut self) {
        let frame = Frame::default();
        let first = self.roles.iter().position(Option::is_some).unwrap_or(0);
        let days: Vec<usize> = (first..self.cells.len())
            .filter(|at| self.is_open(*at))
            .filter(|at| {
                let names = self.cells.get(*at).map_or(&[][..], |cell| cell.names.as_slice());
                names.iter().rev().any(|name| day_heading(name, &frame).is_some())
            })
            .collect();
        if days.len() >= FEWEST_DAYS {
            for at in days {
                self.set(at, Role::Day);
            }
        }
    }

    fn finish(self) -> Vec<Role> {
        let running = |cell: &HeaderCell| cell.names.iter().any(|name| is_running_number(&normal(name)));
        let roles = self.roles.into_iter().zip(self.cells);
        roles.map(|(role, cell)| role.unwrap_or(if running(cell) { Role::Running } else { Role::Unknown })).collect()
    }
}
