//! Goes through the rows of a sheet one by one and notes what became of each.

use std::collections::HashSet;

use super::bench::Bench;
use super::line::Line;
use super::outcome::{About, Reason, RowOutcome, Taken};
use crate::import::values::{self, Frame};
use crate::import::{Code, MappedRow, MappedSheet, RowResult};

/// Whether the rows are read for the first time; only then are doubles announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pass {
    /// The first reading.
    First,
    /// A later one for what needs all rows to be there.
    Further,
}

/// Takes each row in turn.
pub(super) fn take_rows(
    bench: &mut Bench<'_>,
    sheet: &MappedSheet,
    pass: Pass,
    take: impl Fn(&mut Bench<'_>, &mut Line<'_>) -> Taken,
) -> Vec<RowOutcome> {
    let frame = Frame::of(&sheet.context);
    let mut seen = HashSet::new();
    sheet
        .rows
        .iter()
        .map(|row| {
            let mut line = Line::new(sheet, row, frame);
            let taken = take(bench, &mut line);
            if pass == Pass::First && !seen.insert(words(row)) && taken.is_ok() {
                line.hints.push(Reason {
                    code: Code::N08,
                    column: String::new(),
                    cell: String::new(),
                    about: About::Nothing,
                });
            }
            outcome(line, taken)
        })
        .collect()
}

/// What became of a row, with its reason or its hints.
pub(super) fn outcome(line: Line<'_>, taken: Taken) -> RowOutcome {
    let row = line.row.row;
    match taken {
        Ok(result) => RowOutcome { row, result, reasons: line.hints },
        Err(reason) => RowOutcome { row, result: RowResult::Rejected, reasons: vec![*reason] },
    }
}

fn words(row: &MappedRow) -> Vec<String> {
    row.cells.iter().map(|cell| values::text(cell).unwrap_or_default()).collect()
}
