//! Sheet kind `session`: one row is one half-day of one expert.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use super::bench::Bench;
use super::line::{Line, fill_title};
use super::outcome::{About, Refused, RowOutcome};
use super::person_match::Who;
use super::session_cells::{Common, EXPERT, ROOM, SLOT};
use super::sitting::Sitting;
use super::timetable::{Entry, Timetable, put_halves};
use crate::domain::{DepartmentId, InstitutionId, PersonId, SessionStatus, StintId};
use crate::import::values::{self, Frame, NameValue, Named};
use crate::import::{Code, MappedRow, MappedSheet, Raw, RowResult};

const DATE: &str = "日期";
const WEEKDAY: &str = "星期";
const SUBSTITUTE: &str = "替诊专家";

/// All rows of a flat schedule.
pub(super) fn take(bench: &mut Bench<'_>, sheet: &MappedSheet) -> Vec<RowOutcome> {
    bench.book.begin_sheet();
    let frame = Frame::of(&sheet.context);
    let mut timetable = Timetable::default();
    let Some(first) = sheet.rows.first() else { return Vec::new() };
    let mut common = Common::new(bench, &Line::new(sheet, first, frame), sheet);
    for (at, row) in sheet.rows.iter().enumerate() {
        let mut entry = Entry::new(row.row);
        for (row, stand_in) in one_each(bench, sheet, row, &common) {
            let mut line = Line::new(sheet, &row, frame);
            match take_row(bench, &mut line, &mut common, (at, stand_in), &mut entry) {
                Ok(()) => entry.hints.append(&mut line.hints),
                Err(reason) => entry.refused.push(*reason),
            }
        }
        timetable.entries.push(entry);
    }
    timetable.finish_rows(bench, |at| sheet.rows.get(at).map(|row| (Line::new(sheet, row, frame), ROOM)))
}

/// A row for each person that its cell names, with who stands in (`张文勇、邹龙(代)`); the row itself where that is one.
fn one_each<'r>(
    bench: &Bench<'_>,
    sheet: &MappedSheet,
    row: &'r MappedRow,
    common: &Common,
) -> Vec<(Cow<'r, MappedRow>, Option<NameValue>)> {
    let place = sheet.columns.get(EXPERT).copied();
    let text = place.and_then(|at| row.cells.get(at)).and_then(values::text).unwrap_or_default();
    let is_person = |name: &str| !bench.index.people(name).is_empty();
    if is_person(&values::person_key(&text)) {
        return vec![(Cow::Borrowed(row), None)];
    }
    let named = values::people_in_cell(&text, common.legend(), is_person);
    let is_list = named.len() > 1 || named.iter().any(|one| one.substitute.is_some());
    let Some(at) = place.filter(|_| is_list && named.iter().all(|one| is_person(&one.name))) else {
        return vec![(Cow::Borrowed(row), None)];
    };
    let alone = |one: Named| {
        let mut row = row.clone();
        if let Some(cell) = row.cells.get_mut(at) {
            *cell = Raw::Text(one.name);
        }
        let stand_in = one.substitute.map(|name| NameValue { name, remark: String::new() });
        (Cow::Owned(row), stand_in)
    };
    named.into_iter().map(alone).collect()
}

fn take_row(
    bench: &mut Bench<'_>,
    line: &mut Line<'_>,
    common: &mut Common,
    (at, stand_in): (usize, Option<NameValue>),
    entry: &mut Entry,
) -> Result<(), Refused> {
    let date = line.date(DATE)?.ok_or_else(|| line.refuse(DATE, Code::R01, About::Nothing))?;
    compare_weekday(line, date.on)?;
    let row = bench.understand(line, common)?;
    let slots = row.slots.as_deref().or_else(|| (!date.slots.is_empty()).then_some(date.slots.as_slice()));
    let slots = slots.ok_or_else(|| line.refuse(SLOT, Code::R01, About::Nothing))?;
    let halves: Vec<_> = slots.iter().map(|slot| (date.on, *slot)).collect();
    let (person, stint) = (row.person, bench.stint_on(line, EXPERT, row.person, row.asked, date.on)?);
    let host = bench.draft.get(stint).map(|stint| stint.host_inst);
    let Some(inst) = row.asked.or(host) else { return Err(line.refuse(EXPERT, Code::R10, About::NoStint)) };
    let dept = bench.department_at(line, row, inst)?;
    let seen = line.read_noting("接诊人次", |raw, hints| values::count(raw, Some("人次"), hints))?;
    let substitute = substitute(bench, line, stand_in, date.on)?;
    // People seen mean that the session took place.
    let status = row.status.or(seen.map(|_| SessionStatus::Done)).or(substitute.map(|_| SessionStatus::Substituted));
    let meant = bench.meant(line, SLOT, person, stint, &halves, status)?;

    bench.hint_outside(line, DATE, stint, date.on);
    let sitting = Sitting {
        further: row.further.clone(),
        topic: row.topic.clone(),
        dept: bench.settle_department(inst, dept),
        usual_dept: own_department(bench, stint, inst),
        is_away: row.away.is_some_and(|away| away != inst),
        room: row.room.clone(),
        status,
        substitute,
        reason: line.text("原因"),
        ..Sitting::new(row.activity, row.away.unwrap_or(inst))
    };
    entry.beside = retitle(bench, person, row.title.as_deref());
    put_halves(bench, entry, &sitting, (person, stint), (&halves, meant), at);
    Ok(())
}

fn compare_weekday(line: &mut Line<'_>, on: NaiveDate) -> Result<(), Refused> {
    if let Some(written) = line.read(WEEKDAY, values::weekday)?
        && written != on.weekday()
    {
        line.hint(WEEKDAY, Code::N03, About::Weekday(on.weekday()));
    }
    Ok(())
}

fn substitute(
    bench: &Bench<'_>,
    line: &Line<'_>,
    stand_in: Option<NameValue>,
    on: NaiveDate,
) -> Result<Option<StintId>, Refused> {
    let Some(name) = values::name(line.raw(SUBSTITUTE)).or(stand_in) else { return Ok(None) };
    let who = Who { is_posted: true, ..Who::of(SUBSTITUTE, name) };
    let person = bench.known_person(line, &who)?;
    bench.stint_on(line, SUBSTITUTE, person, None, on).map(Some)
}

/// The department of the posting, for rows that name none.
fn own_department(bench: &Bench<'_>, stint: StintId, inst: InstitutionId) -> Option<DepartmentId> {
    let stint = bench.draft.get(stint)?;
    stint.host_dept.filter(|_| stint.host_inst == inst)
}

/// A title beside the name; most rows repeat the stored one.
fn retitle(bench: &mut Bench<'_>, id: PersonId, title: Option<&str>) -> RowResult {
    let Some(title) = title else { return RowResult::Unchanged };
    match bench.draft.get(id) {
        Some(stored) if stored.title_text != title => {
            let mut person = stored.clone();
            fill_title(&mut person.title_text, &mut person.title_rank, Some(title.to_owned()));
            bench.put_person(person)
        }
        _ => RowResult::Unchanged,
    }
}
