//! What the rules find in the days shown, and which cells it is about.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, Weekday};

use super::vm::{CellKey, FindingVm, PersonRow, Records};
use crate::domain::{Finding, Period, Table, Week};

/// Findings of the days shown with their sentences, the gravest first. What is asked of a week as a whole is looked at
/// where all of it is shown.
pub(super) fn findings_of(records: &Records, span: Period, today: NaiveDate) -> Vec<FindingVm> {
    let mut findings: Vec<FindingVm> =
        super::foresee::findings(records, span).into_iter().map(|finding| of_clash(records, finding)).collect();
    let mondays = span.days().filter(|on| on.weekday() == Weekday::Mon);
    for week in mondays.map(Week::of).filter(|week| span.contains(week.period().to())) {
        findings.extend(super::required::findings(records, week, today));
    }
    findings.sort_by_key(|found| (std::cmp::Reverse(found.severity), found.period.from(), found.slot));
    findings
}

fn of_clash(records: &Records, finding: Finding) -> FindingVm {
    let key = super::accept::key_of(&finding);
    FindingVm {
        check: finding.check(),
        severity: finding.severity,
        sentence: records.tr.finding(&finding),
        period: finding.period,
        slot: finding.slot,
        cell: finding.records.iter().find_map(|(table, id)| cell_of_record(records, *table, *id)),
        accepted: super::accept::note_of(records, &key),
        records: finding.records,
        key,
    }
}

fn cell_of_record(records: &Records, table: Table, id: i64) -> Option<CellKey> {
    let session = records.around.iter().find(|session| table == Table::Session && session.id.raw() == id)?;
    Some(CellKey { stint: session.stint, on: session.on_date, slot: session.slot })
}

/// Tells the cells which findings are about them.
pub(super) fn mark_findings(rows: &mut [PersonRow], findings: &[FindingVm]) {
    let mut by_session: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
    for (place, found) in findings.iter().enumerate() {
        for (_, id) in found.records.iter().filter(|(table, _)| *table == Table::Session) {
            by_session.entry(*id).or_default().push(place);
        }
    }
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
        let found = cell.sessions.iter().filter_map(|session| by_session.get(&session.id.raw()));
        cell.findings = found.flatten().copied().collect::<BTreeSet<_>>().into_iter().collect();
        cell.worst = cell
            .findings
            .iter()
            .filter_map(|place| findings.get(*place))
            .filter(|found| found.accepted.is_none())
            .map(|found| found.severity)
            .max();
        for place in &cell.findings {
            if let Some(found) = findings.get(*place) {
                cell.spoken.push_str("; ");
                cell.spoken.push_str(&found.sentence);
            }
        }
    }
}
