//! People by days and half-days, of a week or a month, with everything the grid says about them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::by_department::{DepartmentRow, by_department};
use super::narrow::Narrowing;
use super::vm::{CellKey, CellVm, DayHead, FindingVm, PersonRow, Records};
use super::{check, head, places, rows};
use crate::app::{Failure, Office};
use crate::domain::{DocumentKind, Period, Registry, Slot, StintId, Week};
use crate::i18n::Tr;

/// How far back habits are looked for, in days.
pub(super) const HABIT_DAYS: u64 = 28;

/// The picture of some days, and what its edits are made from.
#[derive(Debug, Clone)]
pub struct GridVm {
    /// The days shown, from the first to the last.
    pub days: Vec<DayHead>,
    /// The half-days shown: the night only where it is used.
    pub slots: Vec<Slot>,
    /// One row a stint, in the office's own order.
    pub rows: Vec<PersonRow>,
    /// The same by departments.
    pub by_department: Vec<DepartmentRow>,
    /// The same by sites.
    pub by_place: Vec<DepartmentRow>,
    /// Who is on post and free, by departments.
    pub free: Vec<DepartmentRow>,
    /// Everything that the rules found, gravest first.
    pub findings: Vec<FindingVm>,
    /// What is missing for a full picture, such as a year whose calendar is not known.
    pub banner: Option<String>,
    /// What the views can be narrowed to.
    pub narrowing: Narrowing,
    /// Rooms met lately, most used first.
    pub rooms: Vec<String>,
    /// Weeks that people have been told of: what is new in them is an extra.
    pub(super) issued: BTreeSet<Week>,
    /// The records it was made from.
    pub(super) records: Records,
}

impl GridVm {
    /// Reads the days from the data file.
    pub(in crate::app) fn load(office: &Office, span: Period, tr: Tr) -> Result<Self, Failure> {
        let records = Records::load(office, span, HABIT_DAYS, tr)?;
        Ok(Self::of(records, span, office.clock().today()))
    }

    pub(super) fn of(records: Records, span: Period, today: NaiveDate) -> Self {
        let slots = head::slots_of(&records, span);
        let mut rows = rows::rows_of(&records, span, &slots);
        let findings = check::findings_of(&records, span, today);
        check::mark_findings(&mut rows, &findings);
        let missing = records.calendar.missing_years(span);
        Self {
            days: span.days().map(|on| head::day_head(&records, on, today)).collect(),
            slots,
            narrowing: narrowing_of(&records, span, &rows),
            rooms: rooms_of(&records),
            by_department: by_department(&records, &rows),
            by_place: places::by_place(&records, &rows),
            free: places::free(&records, &rows),
            rows,
            findings,
            banner: missing.first().map(|year| records.tr.schedule_missing_year(*year)),
            issued: issued_weeks(&records.registry),
            records,
        }
    }

    /// The cell of a key, where its row is in the picture.
    #[must_use]
    pub fn cell(&self, key: CellKey) -> Option<&CellVm> {
        let day = self.days.iter().position(|day| day.on == key.on)?;
        let slot = self.slots.iter().position(|slot| *slot == key.slot)?;
        self.row(key.stint)?.cells.get(day * self.slots.len() + slot)
    }

    /// The row of a stint.
    #[must_use]
    pub fn row(&self, stint: StintId) -> Option<&PersonRow> {
        self.rows.iter().find(|row| row.stint == stint)
    }

    /// Whether nothing is planned in these days.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.rows.iter().all(|row| row.cells.iter().all(|cell| !cell.is_work))
    }

    /// The records that the picture was made from, for looking names up.
    #[must_use]
    pub fn registry(&self) -> &Registry {
        &self.records.registry
    }

    /// Findings that the clerk has not accepted.
    #[must_use]
    pub fn open_findings(&self) -> usize {
        self.findings.iter().filter(|finding| finding.accepted.is_none()).count()
    }
}

/// Weeks of which a schedule was issued.
fn issued_weeks(registry: &Registry) -> BTreeSet<Week> {
    let schedules = registry.publications.values().filter(|issue| issue.document == DocumentKind::WeekSchedule);
    schedules
        .map(|issue| (Week::of(issue.period_from), issue.period_from, issue.period_to))
        .filter(|(week, from, to)| (week.period().from(), week.period().to()) == (*from, *to))
        .map(|(week, ..)| week)
        .collect()
}

fn narrowing_of(records: &Records, span: Period, rows: &[PersonRow]) -> Narrowing {
    let stints = rows.iter().filter_map(|row| records.stint(row.stint));
    let sessions = records.around.iter().filter(|session| span.contains(session.on_date));
    Narrowing::of(&records.registry, records.tr, stints, sessions)
}

fn rooms_of(records: &Records) -> Vec<String> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for session in records.before.iter().chain(&records.around).filter(|session| !session.room.is_empty()) {
        *uses.entry(session.room.as_str()).or_default() += 1;
    }
    let mut rooms: Vec<(&str, usize)> = uses.into_iter().collect();
    rooms.sort_by_key(|(room, count)| (std::cmp::Reverse(*count), *room));
    rooms.into_iter().map(|(room, _)| room.to_owned()).collect()
}
