//! The columns of a sheet as the clerk sees them: what each is taken for, with a few of its values.

use super::header::{Header, Role};
use super::heading::normal;
use super::kinds::Kind;
use super::merges::cell;
use crate::import::Grid;
use crate::import::values::text;

/// So many different values show what a column holds.
const SAMPLES: usize = 3;
/// Values are looked for in so many rows.
const SAMPLE_ROWS: usize = 30;

/// What a column is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// A canonical heading.
    Heading(&'static str),
    /// The same again, under another 口径.
    Again(&'static str),
    /// A day.
    Day,
    /// A running number.
    Number,
    /// Nothing: it is not imported.
    Nothing,
}

/// A column as it stands in the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetColumn {
    /// Its heading as written.
    pub written: String,
    /// How a choice names it: as written, with `#2` behind it where it is the second of that heading.
    pub name: String,
    /// What it is taken for.
    pub taken: Taken,
    /// A few of its values.
    pub samples: Vec<String>,
}

/// What a set of headings is remembered by, in whatever order they stand.
#[must_use]
pub fn heading_key<'h>(written: impl Iterator<Item = &'h str>) -> String {
    let mut headings: Vec<String> = written.map(normal).collect();
    headings.sort_unstable();
    headings.join("|")
}

/// The columns under a header, from the left.
#[must_use]
pub fn columns(grid: &Grid, header: &Header, kind: Option<&'static Kind>) -> Vec<SheetColumn> {
    let heading = |at: &usize| kind.and_then(|kind| kind.columns.get(*at)).map(|column| column.heading);
    let mut columns: Vec<SheetColumn> = Vec::with_capacity(header.cells.len());
    for (cell, role) in &header.cells {
        let taken = match role {
            Role::Known(at) => heading(at).map_or(Taken::Nothing, Taken::Heading),
            Role::Repeated(at) => heading(at).map_or(Taken::Nothing, Taken::Again),
            Role::Day => Taken::Day,
            Role::Running => Taken::Number,
            Role::Unknown => Taken::Nothing,
        };
        let before = columns.iter().filter(|column| column.written == cell.text).count();
        let name = if before == 0 { cell.text.clone() } else { format!("{}#{}", cell.text, before + 1) };
        let samples = samples(grid, header.last_row + 1, cell.column);
        columns.push(SheetColumn { written: cell.text.clone(), name, taken, samples });
    }
    columns
}

fn samples(grid: &Grid, from: usize, column: usize) -> Vec<String> {
    let mut samples: Vec<String> = Vec::with_capacity(SAMPLES);
    for row in from..grid.rows.len().min(from + SAMPLE_ROWS) {
        if samples.len() == SAMPLES {
            break;
        }
        let Some(value) = text(cell(grid, row, column)) else { continue };
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        if !samples.contains(&value) {
            samples.push(value);
        }
    }
    samples
}
