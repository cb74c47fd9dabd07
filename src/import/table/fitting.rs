//! Giving the cells of a header their roles in a kind.

use std::collections::BTreeMap;

use super::header::{Header, HeaderCell, Role};
use super::heading::{bare, is_running_number, normal};
use super::kinds::{Fit, Kind};

/// Fewer day columns make no grid.
const FEWEST_DAYS: usize = 5;

/// Gives every cell its role in the kind.
pub fn fit(
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
            let Some(at) = self.written_at(written) else { continue };
            match self.kind.canonical(canonical) {
                Some(column) => self.set(at, Role::Known(column)),
                None if matches!(canonical.trim(), "" | "-") => self.set(at, Role::Unknown),
                None => {}
            }
        }
    }

    /// The column under a heading as written; `#2` behind it means the second one.
    fn written_at(&self, written: &str) -> Option<usize> {
        let nth = |written: &str, nth: usize| {
            let written = normal(written);
            let is_meant = |cell: &HeaderCell| cell.names.contains(&written) || normal(&cell.text) == written;
            self.cells.iter().enumerate().filter(|(_, cell)| is_meant(cell)).nth(nth).map(|(at, _)| at)
        };
        nth(written, 0).or_else(|| {
            let (written, number) = written.rsplit_once('#')?;
            nth(written, number.parse::<usize>().ok()?.checked_sub(1)?)
        })
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
