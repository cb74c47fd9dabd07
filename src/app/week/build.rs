//! Makes the picture of a week from the open data file.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};

use super::carry::Carry;
use super::issue::Issue;
use super::vm::{Absence, CellKey, CellVm, Counts, DayHead, FindingVm, NamedId, PersonRow, Records, WeekVm};
use super::words::is_changed;
use crate::app::{Failure, Office};
use crate::domain::{
    BatchId, DayKind, DepartmentId, Id, Period, Session, SessionStatus, Slot, Stint, StintId, Table, Week,
};
use crate::i18n::Tr;

/// How far back habits are looked for, in days.
const HABIT_DAYS: u64 = 28;

impl WeekVm {
    /// Reads the week from the data file.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn load(office: &Office, week: Week, tr: Tr) -> Result<Self, Failure> {
        let (monday, sunday) = (week.period().from(), week.period().to());
        let first = monday.checked_sub_days(Days::new(HABIT_DAYS)).unwrap_or(monday);
        let last = sunday.succ_opt().unwrap_or(sunday);
        let all = match Period::new(first, last) {
            Some(period) => office.sessions(period)?,
            None => Vec::new(),
        };
        let eve = monday.pred_opt().unwrap_or(monday);
        let records = Records {
            registry: Arc::clone(office.registry()),
            calendar: Arc::clone(office.calendar()),
            around: all.iter().filter(|session| session.on_date >= eve).cloned().collect(),
            before: all.into_iter().filter(|session| session.on_date < monday).collect(),
            tr,
        };
        let issue = Issue::load(office, &records, week)?;
        Ok(Self::of(records, week, office.clock().today(), issue))
    }

    fn of(records: Records, week: Week, today: NaiveDate, issue: Issue) -> Self {
        let slots = slots_of(&records, week);
        let mut rows = rows_of(&records, week, &slots);
        let findings = findings_of(&records, week);
        mark_findings(&mut rows, &findings);
        let carry = Carry::plan(&records, week);
        let missing = records.calendar.missing_years(week.period());
        Self {
            week,
            days: week.days().map(|on| day_head(&records, on, today)).into(),
            slots,
            batches: batches_of(&records, &rows),
            departments: departments_of(&records, &rows),
            rooms: rooms_of(&records),
            rows,
            findings,
            banner: missing.first().map(|year| records.tr.schedule_missing_year(*year)),
            issue,
            carry,
            records,
        }
    }
}

/// Morning and afternoon always, the night only where somebody works then.
fn slots_of(records: &Records, week: Week) -> Vec<Slot> {
    let has_night =
        records.around.iter().any(|session| session.slot == Slot::Night && week.period().contains(session.on_date));
    Slot::ALL.iter().copied().filter(|slot| *slot != Slot::Night || has_night).collect()
}

fn day_head(records: &Records, on: NaiveDate, today: NaiveDate) -> DayHead {
    let (facts, tr) = (records.calendar.facts(on), records.tr);
    let mark = match facts.kind {
        DayKind::Holiday | DayKind::Weekend => tr.schedule_day_off(),
        DayKind::MakeUp => tr.schedule_day_on(),
        DayKind::Workday => "",
    };
    let note = match (facts.kind, facts.acts_as_weekday.and_then(weekday_of)) {
        (DayKind::MakeUp, Some(weekday)) => tr.schedule_acts_as(tr.weekday(weekday)),
        (DayKind::MakeUp, None) => tr.schedule_acts_as_open().to_owned(),
        _ => facts.name.clone(),
    };
    DayHead {
        on,
        kind: facts.kind,
        weekday: tr.weekday(on.weekday()).to_owned(),
        date: format!("{}/{}", on.month(), on.day()),
        mark: mark.to_owned(),
        note,
        is_today: on == today,
    }
}

/// The weekday of its number, 1 Monday … 7 Sunday.
pub(super) fn weekday_of(number: u8) -> Option<chrono::Weekday> {
    chrono::Weekday::try_from(number.checked_sub(1)?).ok()
}

/// Why nobody is expected in the half-day.
pub(super) fn absence(records: &Records, stint: &Stint, on: NaiveDate, slot: Slot) -> Option<Absence> {
    if !stint.runs_on(on) {
        return Some(Absence::OffPost);
    }
    let leave = records.registry.leave.values().find(|leave| leave.person == stint.person && leave.covers(on, slot));
    leave.map(|leave| Absence::Leave(leave.kind))
}

fn rows_of(records: &Records, week: Week, slots: &[Slot]) -> Vec<PersonRow> {
    let mut by_cell: BTreeMap<CellKey, Vec<Session>> = BTreeMap::new();
    for session in records.around.iter().filter(|session| week.period().contains(session.on_date)) {
        let key = CellKey { stint: session.stint, on: session.on_date, slot: session.slot };
        by_cell.entry(key).or_default().push(session.clone());
    }
    let busy: BTreeSet<StintId> = by_cell.keys().map(|key| key.stint).collect();
    let mut shown: Vec<&Stint> = records
        .registry
        .stints
        .values()
        .filter(|stint| busy.contains(&stint.id) || stint.touches(week.period()))
        .collect();
    shown.sort_by_key(|stint| {
        let person = records.registry.people.get(&stint.person);
        (person.map_or(i64::MAX, |person| person.sort), stint.person, stint.id)
    });
    shown.into_iter().map(|stint| row_of(records, week, slots, stint, &mut by_cell)).collect()
}

fn row_of(
    records: &Records,
    week: Week,
    slots: &[Slot],
    stint: &Stint,
    by_cell: &mut BTreeMap<CellKey, Vec<Session>>,
) -> PersonRow {
    let person = records.registry.people.get(&stint.person);
    let name = person.map_or_else(String::new, |person| person.name.clone());
    let mut cells = Vec::with_capacity(7 * slots.len());
    for on in week.days() {
        for slot in slots {
            let key = CellKey { stint: stint.id, on, slot: *slot };
            let sessions = by_cell.remove(&key).unwrap_or_default();
            cells.push(cell_of(records, stint, &name, key, sessions));
        }
    }
    let dept = stint.host_dept.and_then(|dept| records.registry.departments.get(&dept));
    PersonRow {
        stint: stint.id,
        person: stint.person,
        name,
        title: person.map_or_else(String::new, |person| person.title_text.clone()),
        dept: dept.map_or_else(String::new, |dept| dept.name.clone()),
        dept_id: stint.host_dept,
        batch: stint.batch,
        counts: counts_of(records, &cells),
        cells,
    }
}

fn cell_of(records: &Records, stint: &Stint, name: &str, key: CellKey, mut sessions: Vec<Session>) -> CellVm {
    sessions.sort_by_key(|session| (session.status == SessionStatus::Cancelled, session.id));
    let main = sessions.first();
    let activity = main.and_then(|session| records.registry.activities.get(&session.activity));
    let whats: Vec<String> = sessions.iter().map(|session| records.words().what(session)).collect();
    let is_work = sessions.iter().any(|session| session.status != SessionStatus::Cancelled && records.is_work(session));
    let mut cell = CellVm {
        key,
        letter: activity.map_or_else(String::new, |activity| activity.letter.clone()),
        hue: activity.filter(|activity| activity.is_work).map(|activity| activity.hue % 10),
        what: whats.join(records.tr.schedule_between()),
        place: main.map_or_else(String::new, |session| records.words().place(session)),
        mark: main.map(|session| session.status).filter(|status| is_changed(*status)),
        is_struck: !sessions.is_empty() && sessions.iter().all(|session| session.status == SessionStatus::Cancelled),
        is_work,
        absence: absence(records, stint, key.on, key.slot),
        findings: Vec::new(),
        worst: None,
        spoken: String::new(),
        sessions,
    };
    cell.spoken = spoken(records.tr, name, &cell);
    cell
}

/// 邹龙 6月14日 周三上午 内镜带教 消化内镜室.
fn spoken(tr: Tr, name: &str, cell: &CellVm) -> String {
    let when = tr.half_day(cell.key.on, cell.key.slot);
    let content = match (cell.what.is_empty(), cell.absence) {
        (true, Some(Absence::OffPost)) => tr.schedule_off_post().to_owned(),
        (true, Some(Absence::Leave(kind))) => tr.leave_kind(kind).to_owned(),
        (true, None) => tr.schedule_nothing().to_owned(),
        (false, _) if cell.place.is_empty() => cell.what.clone(),
        (false, _) => format!("{} {}", cell.what, cell.place),
    };
    let mark = cell.mark.map_or("", |status| tr.session_status(status));
    [name, &when, &content, mark].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn counts_of(records: &Records, cells: &[CellVm]) -> Counts {
    let mut counts = Counts::default();
    for cell in cells.iter().filter(|cell| cell.is_work) {
        let kinds = cell.held().flat_map(|session| {
            let ids = std::iter::once(&session.activity).chain(&session.further);
            ids.filter_map(|id| records.registry.activities.get(id))
        });
        let (is_clinic, is_outside) = kinds.fold((false, false), |(clinic, outside), activity| {
            (clinic || activity.is_clinic, outside || activity.is_outside)
        });
        counts.sessions += 1;
        counts.clinics += usize::from(is_clinic);
        counts.tours += usize::from(is_outside);
    }
    counts
}

fn findings_of(records: &Records, week: Week) -> Vec<FindingVm> {
    let mut findings: Vec<FindingVm> = super::foresee::findings(records, week)
        .into_iter()
        .filter(|finding| week.period().overlaps(finding.period))
        .map(|finding| FindingVm {
            sentence: records.tr.finding(&finding),
            cell: finding.records.iter().find_map(|(table, id)| cell_of_record(records, *table, *id)),
            accepted: super::accept::note_of(records, &finding),
            finding,
        })
        .collect();
    findings.sort_by_key(|found| {
        (std::cmp::Reverse(found.finding.rule.severity()), found.finding.period.from(), found.finding.slot)
    });
    findings
}

fn cell_of_record(records: &Records, table: Table, id: i64) -> Option<CellKey> {
    let session = records.around.iter().find(|session| table == Table::Session && session.id.raw() == id)?;
    Some(CellKey { stint: session.stint, on: session.on_date, slot: session.slot })
}

fn mark_findings(rows: &mut [PersonRow], findings: &[FindingVm]) {
    let mut by_session: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
    for (place, found) in findings.iter().enumerate() {
        for (_, id) in found.finding.records.iter().filter(|(table, _)| *table == Table::Session) {
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
            .map(|found| found.finding.rule.severity())
            .max();
        for place in &cell.findings {
            if let Some(found) = findings.get(*place) {
                cell.spoken.push_str("; ");
                cell.spoken.push_str(&found.sentence);
            }
        }
    }
}

fn batches_of(records: &Records, rows: &[PersonRow]) -> Vec<NamedId<BatchId>> {
    let ids: BTreeSet<BatchId> = rows.iter().filter_map(|row| row.batch).collect();
    let batches = ids.into_iter().filter_map(|id| records.registry.batches.get(&id));
    batches.map(|batch| NamedId { id: batch.id, name: records.tr.batch_name(batch) }).collect()
}

fn departments_of(records: &Records, rows: &[PersonRow]) -> Vec<NamedId<DepartmentId>> {
    let mut seen = BTreeSet::new();
    let mut named: Vec<(i64, NamedId<DepartmentId>)> = rows
        .iter()
        .filter_map(|row| row.dept_id)
        .filter(|id| seen.insert(*id))
        .filter_map(|id| records.registry.departments.get(&id))
        .map(|dept| (dept.sort, NamedId { id: dept.id, name: dept.name.clone() }))
        .collect();
    named.sort_by_key(|(sort, dept)| (*sort, dept.id));
    named.into_iter().map(|(_, dept)| dept).collect()
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

/// The stint of a key, from the records.
pub(super) fn stint_of(records: &Records, id: StintId) -> Option<&Stint> {
    records.registry.stints.get(&Id::new(id.raw()))
}
