//! Goes through the rows of a sheet one by one and notes what became of each.

use std::collections::HashSet;

use super::bench::Bench;
use super::draft::{Draft, Key};
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

/// What a row wrote, to be looked at again when all rows are in.
#[derive(Debug)]
pub(super) struct Written {
    row: u32,
    keys: Vec<Key>,
}

/// A row changed nothing where later ones have put back what it wrote.
pub(super) fn look_back(outcomes: &mut [RowOutcome], written: &[Written], draft: &Draft<'_>) {
    for written in written.iter().filter(|written| written.keys.iter().all(|key| draft.is_as_stored(*key))) {
        let of_row = outcomes.iter_mut().filter(|outcome| outcome.row == written.row);
        for outcome in of_row.filter(|outcome| outcome.result == RowResult::Changed) {
            outcome.result = RowResult::Unchanged;
        }
    }
}

/// Takes each row in turn. A row may be refused only because a later one is not in yet (a stint overlaps one that
/// the sheet ends further down), so refused rows are tried again until no more of them goes in.
pub(super) fn take_rows(
    bench: &mut Bench<'_>,
    sheet: &MappedSheet,
    pass: Pass,
    take: impl Fn(&mut Bench<'_>, &mut Line<'_>) -> Taken,
) -> Vec<RowOutcome> {
    let mut seen = HashSet::new();
    let is_double: Vec<bool> = sheet.rows.iter().map(|row| !seen.insert(words(row)) && pass == Pass::First).collect();
    let rows = || sheet.rows.iter().zip(&is_double);
    let mut outcomes: Vec<RowOutcome> =
        rows().map(|(row, is_double)| take_row(bench, sheet, row, *is_double, &take)).collect();
    loop {
        let mut is_idle = true;
        for (outcome, (row, is_double)) in outcomes.iter_mut().zip(rows()) {
            if outcome.result == RowResult::Rejected {
                *outcome = take_row(bench, sheet, row, *is_double, &take);
                is_idle &= outcome.result == RowResult::Rejected;
            }
        }
        if is_idle {
            return outcomes;
        }
    }
}

fn take_row(
    bench: &mut Bench<'_>,
    sheet: &MappedSheet,
    row: &MappedRow,
    is_double: bool,
    take: impl Fn(&mut Bench<'_>, &mut Line<'_>) -> Taken,
) -> RowOutcome {
    let mut line = Line::new(sheet, row, Frame::of(&sheet.context));
    let begun = bench.draft.begin_row();
    let taken = take(bench, &mut line);
    if matches!(taken, Ok(RowResult::Changed)) {
        let keys = bench.draft.written().get(begun..).unwrap_or_default().to_vec();
        bench.written.push(Written { row: row.row, keys });
    }
    if is_double && taken.is_ok() {
        let (column, cell) = (String::new(), String::new());
        line.hints.push(Reason { code: Code::N08, column, cell, about: About::Nothing });
    }
    outcome(line, taken)
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
