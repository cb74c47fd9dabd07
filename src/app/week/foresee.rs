//! Looks ahead: what the rules would say if an edit were made, asked while something is dragged.

use std::collections::BTreeSet;

use super::grid_vm::GridVm;
use super::shift::Shift;
use super::vm::{CellKey, Records};
use crate::domain::{ConflictIndex, Finding, Period, Severity, conflicts};

/// What the rules say of the days; one more on either side is looked at for travel.
pub(super) fn findings(records: &Records, span: Period) -> Vec<Finding> {
    let (first, last) = (span.from(), span.to());
    let around = Period::new(first.pred_opt().unwrap_or(first), last.succ_opt().unwrap_or(last));
    let all = conflicts(&records.around, &records.registry, &records.calendar, around.unwrap_or(span));
    all.into_iter().filter(|finding| span.overlaps(finding.period)).collect()
}

/// What a drop would lead to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outlook {
    /// Sentences of what the rules would newly find.
    pub warnings: Vec<String>,
    /// Whether one of them is more than a hint.
    pub is_bad: bool,
    /// Whether the target is filled, so that the two change places.
    pub is_swap: bool,
}

impl GridVm {
    /// What the rules would newly find after the drop. Costs a pass over the days shown: ask once per target.
    #[must_use]
    pub fn outlook(&self, from: CellKey, to: CellKey, way: Shift) -> Outlook {
        let is_swap = way == Shift::Move && self.cell(to).is_some_and(|cell| !cell.is_free());
        let Some(after) = self.after_shift(from, to, way) else { return Outlook { is_swap, ..Outlook::default() } };
        let (records, tr) = (&self.records, self.records.tr);
        let index = ConflictIndex::new(&after, &records.registry);
        let known: BTreeSet<String> = self.findings.iter().map(|found| found.sentence.clone()).collect();
        let moved = after.iter().filter(|session| {
            [from, to].contains(&CellKey { stint: session.stint, on: session.on_date, slot: session.slot })
        });
        let new: Vec<(Severity, String)> = moved
            .flat_map(|session| index.check(session, &records.registry, &records.calendar))
            .map(|finding| (finding.severity, tr.finding(&finding)))
            .filter(|(_, sentence)| !known.contains(sentence))
            .collect();
        Outlook {
            is_bad: new.iter().any(|(severity, _)| *severity > Severity::Hint),
            warnings: new.into_iter().map(|(_, sentence)| sentence).collect::<BTreeSet<_>>().into_iter().collect(),
            is_swap,
        }
    }
}
