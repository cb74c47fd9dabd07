//! The rows of the grid: who is shown, and what stands in their cells.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::vm::{Absence, CellKey, CellVm, PersonRow, Records};
use super::words::is_changed;
use crate::domain::{Leave, Period, Session, SessionStatus, Slot, Stint, StintId, Workload, workloads};
use crate::i18n::Tr;

/// Why nobody is expected in the half-day.
pub(super) fn absence(records: &Records, stint: &Stint, on: NaiveDate, slot: Slot) -> Option<Absence> {
    absence_in(records.registry.leave.values().filter(|leave| leave.person == stint.person), stint, on, slot)
}

/// The same where the leave of the expert is at hand.
fn absence_in<'a>(
    mut leave: impl Iterator<Item = &'a Leave>,
    stint: &Stint,
    on: NaiveDate,
    slot: Slot,
) -> Option<Absence> {
    if !stint.runs_on(on) {
        return Some(Absence::OffPost);
    }
    leave.find(|leave| leave.covers(on, slot)).map(|leave| Absence::Leave(leave.kind))
}

/// One row for each stint that runs in the days shown or has sessions in them, in the office's own order.
pub(super) fn rows_of(records: &Records, span: Period, slots: &[Slot]) -> Vec<PersonRow> {
    let mut filling = Filling::default();
    let own = || records.around.iter().filter(|session| span.contains(session.on_date));
    for session in own() {
        let key = CellKey { stint: session.stint, on: session.on_date, slot: session.slot };
        filling.sessions.entry(key).or_default().push(session.clone());
        if let Some(stint) = session.worker().filter(|worker| *worker != session.stint) {
            filling.covered.entry(CellKey { stint, ..key }).or_default().push(session);
        }
    }
    filling.loads = workloads(own(), &records.registry);
    let busy: BTreeSet<StintId> = filling.sessions.keys().chain(filling.covered.keys()).map(|key| key.stint).collect();
    let mut shown: Vec<&Stint> =
        records.registry.stints.values().filter(|stint| busy.contains(&stint.id) || stint.touches(span)).collect();
    shown.sort_by_key(|stint| {
        let person = records.registry.people.get(&stint.person);
        (person.map_or(i64::MAX, |person| person.sort), stint.person, stint.id)
    });
    shown.into_iter().map(|stint| row_of(records, span, slots, stint, &mut filling)).collect()
}

/// What stands in the cells, and what it comes to.
#[derive(Default)]
struct Filling<'a> {
    /// What was planned, by its own cell.
    sessions: BTreeMap<CellKey, Vec<Session>>,
    /// What is done for somebody else, by the cell of the stand-in.
    covered: BTreeMap<CellKey, Vec<&'a Session>>,
    /// The figures beside the rows.
    loads: BTreeMap<StintId, Workload>,
}

fn row_of(records: &Records, span: Period, slots: &[Slot], stint: &Stint, filling: &mut Filling<'_>) -> PersonRow {
    let person = records.registry.people.get(&stint.person);
    let name = person.map_or_else(String::new, |person| person.name.clone());
    let is_own =
        |leave: &&Leave| leave.person == stint.person && leave.from_on <= span.to() && span.from() <= leave.to_on;
    let leave: Vec<&Leave> = records.registry.leave.values().filter(is_own).collect();
    let mut cells = Vec::new();
    for on in span.days() {
        for slot in slots {
            let key = CellKey { stint: stint.id, on, slot: *slot };
            let sessions = filling.sessions.remove(&key).unwrap_or_default();
            let covered = filling.covered.get(&key).map_or(&[][..], Vec::as_slice);
            let absence = absence_in(leave.iter().copied(), stint, on, *slot);
            cells.push(cell_of(records, &name, key, absence, sessions, covered));
        }
    }
    let dept = stint.host_dept.and_then(|dept| records.registry.departments.get(&dept));
    let counts = filling.loads.get(&stint.id).copied().unwrap_or_default();
    PersonRow {
        stint: stint.id,
        person: stint.person,
        name,
        title: person.map_or_else(String::new, |person| person.title_text.clone()),
        dept: dept.map_or_else(String::new, |dept| dept.name.clone()),
        dept_id: stint.host_dept,
        batch: stint.batch,
        counted: counted(records.tr, counts),
        counts,
        cells,
    }
}

fn cell_of(
    records: &Records,
    name: &str,
    key: CellKey,
    absence: Option<Absence>,
    mut sessions: Vec<Session>,
    covered: &[&Session],
) -> CellVm {
    let covers =
        |session: &&Session| records.tr.schedule_covers(records.stint_name(session.stint), &records.line(session));
    let covers: Vec<String> = covered.iter().map(covers).collect();
    sessions.sort_by_key(|session| (session.status == SessionStatus::Cancelled, session.id));
    let main = sessions.first();
    let activity = main.and_then(|session| records.registry.activities.get(&session.activity));
    let shown = main.or(covered.first().copied());
    let shown = shown.and_then(|session| records.registry.activities.get(&session.activity));
    let whats: Vec<String> = sessions.iter().map(|session| records.words().what(session)).collect();
    let is_work = sessions.iter().any(|session| session.status != SessionStatus::Cancelled && records.is_work(session));
    let mut cell = CellVm {
        key,
        letter: shown.map_or_else(String::new, |activity| activity.letter.clone()),
        hue: activity.filter(|activity| activity.is_work).map(|activity| activity.hue % 10),
        what: whats.join(records.tr.schedule_between()),
        place: main.map_or_else(String::new, |session| beside(records, session)),
        mark: main.map(|session| session.status).filter(|status| is_changed(*status)),
        is_struck: !sessions.is_empty() && sessions.iter().all(|session| session.status == SessionStatus::Cancelled),
        is_work,
        absence,
        is_locked: is_locked(records, key),
        covers: covers.join(records.tr.schedule_between()),
        findings: Vec::new(),
        worst: None,
        spoken: String::new(),
        sessions,
    };
    cell.spoken = spoken(records.tr, name, &cell);
    cell
}

/// Whether the clerk has locked the half-day.
fn is_locked(records: &Records, key: CellKey) -> bool {
    let mut locks = records.registry.plan_locks.values();
    locks.any(|lock| (lock.stint, lock.on_date, lock.slot) == (key.stint, key.on, key.slot))
}

fn beside(records: &Records, session: &Session) -> String {
    // The stand-in first: in a narrow cell the room is cut off before the name.
    let parts = [records.words().stand_in(session), records.words().place(session)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// 邹龙 6月14日 周三上午 内镜带教 消化内镜室.
fn spoken(tr: Tr, name: &str, cell: &CellVm) -> String {
    let when = tr.half_day(cell.key.on, cell.key.slot);
    let content = match (cell.what.is_empty(), cell.absence) {
        _ if !cell.covers.is_empty() && cell.what.is_empty() => String::new(),
        (true, Some(Absence::OffPost)) => tr.schedule_off_post().to_owned(),
        (true, Some(Absence::Leave(kind))) => tr.leave_kind(kind).to_owned(),
        (true, None) => tr.schedule_nothing().to_owned(),
        (false, _) if cell.place.is_empty() => cell.what.clone(),
        (false, _) => format!("{} {}", cell.what, cell.place),
    };
    let mark = cell.mark.map_or("", |status| tr.session_status(status));
    let lock = if cell.is_locked { tr.schedule_locked() } else { "" };
    [name, &when, &content, mark, &cell.covers, lock]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// What is not there is not said.
fn counted(tr: Tr, counts: Workload) -> String {
    let parts = [
        (counts.sessions, tr.schedule_count_sessions(counts.sessions)),
        (counts.clinics, tr.schedule_count_clinics(counts.clinics)),
        (counts.tours, tr.schedule_count_tours(counts.tours)),
        (counts.duty, tr.schedule_count_duty(counts.duty)),
    ];
    parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect::<Vec<_>>().join(" ")
}
