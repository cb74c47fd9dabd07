//! Looks ahead: what the rules would say if an edit were made, asked while something is dragged.

use std::collections::BTreeSet;

use super::shift::Shift;
use super::vm::{CellKey, Records, WeekVm};
use crate::domain::{Finding, Session, Severity, Table};

/// What the rules say of a set of sessions.
pub(super) fn findings(records: &Records, sessions: &[Session]) -> Vec<Finding> {
    crate::domain::conflicts(&records.registry, &records.calendar, sessions)
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

impl WeekVm {
    /// What the rules would newly find after the drop. Costs a pass over the week: ask once per target.
    #[must_use]
    pub fn outlook(&self, from: CellKey, to: CellKey, way: Shift) -> Outlook {
        let is_swap = way == Shift::Move && self.cell(to).is_some_and(|cell| !cell.is_free());
        let Some(after) = self.after_shift(from, to, way) else { return Outlook { is_swap, ..Outlook::default() } };
        let known: BTreeSet<String> = self.findings.iter().map(|found| found.sentence.clone()).collect();
        let touched: BTreeSet<i64> = after
            .iter()
            .filter(|session| [from, to].iter().any(|key| is_in(session, *key)))
            .map(|session| session.id.raw())
            .collect();
        let new: Vec<Finding> = findings(&self.records, &after)
            .into_iter()
            .filter(|finding| finding.records.iter().any(|(table, id)| *table == Table::Session && touched.contains(id)))
            .filter(|finding| !known.contains(&self.records.tr.finding(finding)))
            .collect();
        Outlook {
            is_bad: new.iter().any(|finding| finding.rule.severity() > Severity::Hint),
            warnings: new.iter().map(|finding| self.records.tr.finding(finding)).collect(),
            is_swap,
        }
    }
}

fn is_in(session: &Session, key: CellKey) -> bool {
    (session.stint, session.on_date, session.slot) == (key.stint, key.on, key.slot)
}
