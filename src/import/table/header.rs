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
    /// The words tried, in order, normalised.
    names: Vec<String>,
    /// Whether the words may head a day column.
    is_day: bool,
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

/// A person column: its canonical heading, and as written.
type Person = (&'static str, String);

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
            let is_meant = |cell: &HeaderCell| cell.names.contains(&written) || normal(&cell.text) == written;
            let found = self.cells.iter().position(is_meant);
            let Some(at) = found else { continue };
            match self.kind.canonical(canonical) {
                Some(column) => self.set(at, Role::Known(column)),
                None if matches!(canonical.trim(), "" | "-") => self.set(at, Role::Unknown),
                None => {}
            }
        }
    }

    /// Which person column stands nearest on the left of each cell, by its heading and as written.
    fn persons(&self) -> Vec<Option<Person>> {
        let person_of = |cell: &HeaderCell| {
            cell.names.iter().find_map(|name| {
                let mut columns = self.kind.matches(name).iter().filter_map(|(_, at)| self.kind.columns.get(*at));
                let person = columns.find(|column| self.kind.persons.contains(&column.heading))?;
                Some((person.heading, name.clone()))
            })
        };
        if self.kind.persons.is_empty() {
            return Vec::new();
        }
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

    fn assign(&mut self, persons: &[Option<Person>], wanted: Fit) {
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
    fn candidates(&self, cell: &HeaderCell, person: Option<&Person>) -> Vec<(Fit, usize)> {
        let mut candidates = Vec::new();
        for name in &cell.names {
            if let Some((canonical, written)) = person {
                for start in [*canonical, written.as_str()] {
                    candidates.extend_from_slice(self.lookup(&format!("{start}{name}")));
                }
            }
            candidates.extend_from_slice(self.lookup(name));
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
        let first = self.roles.iter().position(Option::is_some).unwrap_or(0);
        let is_day = |at: &usize| self.is_open(*at) && self.cells.get(*at).is_some_and(|cell| cell.is_day);
        let days: Vec<usize> = (first..self.cells.len()).filter(is_day).collect();
        if days.len() >= FEWEST_DAYS {
            for at in days {
                self.set(at, Role::Day);
            }
        }
    }

    fn finish(self) -> Vec<Role> {
        let running = |cell: &HeaderCell| cell.names.iter().any(|name| is_running_number(name));
        let roles = self.roles.into_iter().zip(self.cells);
        roles.map(|(role, cell)| role.unwrap_or(if running(cell) { Role::Running } else { Role::Unknown })).collect()
    }
}
