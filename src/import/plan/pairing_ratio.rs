//! N12: the ratio written beside a mentor against the apprentices that the mentor has.

use std::collections::BTreeSet;

use super::bench::Bench;
use super::line::Line;
use super::outcome::{About, RowOutcome};
use super::pairing::MENTOR;
use crate::domain::{Pairing, PersonId};
use crate::import::values::{self, Frame};
use crate::import::{Code, MappedSheet, RowResult};

const RATIO: &str = "比例";
const FROM: &str = "结对日期";

/// Adds the hint to the rows whose written ratio is not that of their mentor on the first day of the pair.
pub(super) fn compare(bench: &Bench<'_>, sheet: &MappedSheet, outcomes: &mut [RowOutcome]) {
    if !sheet.columns.contains_key(RATIO) {
        return;
    }
    let frame = Frame::of(&sheet.context);
    for (row, outcome) in sheet.rows.iter().zip(outcomes) {
        if outcome.result == RowResult::Rejected {
            continue;
        }
        let mut line = Line::new(sheet, row, frame);
        let computed = (|| {
            let written = written(&line)?;
            let on = line.date(FROM).ok()??.on;
            let name = values::name(line.raw(MENTOR))?;
            let mut mentors: BTreeSet<PersonId> = bench.index.people(&name.name).iter().copied().collect();
            // Namesakes are told apart by what stands in brackets.
            if mentors.iter().any(|id| bench.bears_mark(*id, &name.remark)) {
                mentors.retain(|id| bench.bears_mark(*id, &name.remark));
            }
            let apprentices: BTreeSet<PersonId> = bench
                .registry()
                .pairings
                .values()
                .filter(|pairing| mentors.contains(&pairing.mentor) && covers(pairing, on))
                .map(|pairing| pairing.apprentice)
                .collect();
            (apprentices.len() != written).then_some(apprentices.len())
        })();
        if let Some(count) = computed {
            outcome.reasons.push(line.reason(RATIO, Code::N12, About::Computed(format!("1:{count}"))));
        }
    }
}

fn covers(pairing: &Pairing, on: chrono::NaiveDate) -> bool {
    pairing.first_day() <= on && pairing.last_day().is_none_or(|last| on <= last)
}

/// How many apprentices `1:3` says.
fn written(line: &Line<'_>) -> Option<usize> {
    let text = values::squeeze(&line.text(RATIO)?);
    let (one, many) = text.split_once([':', '：', '比'])?;
    (one == "1").then(|| many.split('.').next()?.parse().ok()).flatten()
}
