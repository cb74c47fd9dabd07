//! Sheet kind `session`: one row is one half-day of one expert.

use chrono::{Datelike, NaiveDate};

use super::bench::Bench;
use super::line::{Line, fill_title};
use super::lookup::Dept;
use super::outcome::{About, Refused, RowOutcome};
use super::person_match::Who;
use super::sitting::{Sitting, Together};
use super::timetable::{Entry, Timetable, put_halves};
use crate::domain::{InstitutionId, PersonId, SessionStatus, Slot, StintId};
use crate::import::values::{self, CellReading, Frame, Legend};
use crate::import::{Code, MappedSheet, RowResult};

const DATE: &str = "日期";
const WEEKDAY: &str = "星期";
const SLOT: &str = "时段";
const EXPERT: &str = "专家";
const DEPARTMENT: &str = "科室/站点";
const INSTITUTION: &str = "机构";
const ACTIVITY: &str = "活动";
const ROOM: &str = "地点";
const SUBSTITUTE: &str = "替诊专家";

/// What holds for every row of a sheet.
struct Common {
    inst: Option<InstitutionId>,
    side: Vec<InstitutionId>,
    legend: Legend,
}

/// All rows of a flat schedule.
pub(super) fn take(bench: &mut Bench<'_>, sheet: &MappedSheet) -> Vec<RowOutcome> {
    bench.book.begin_sheet();
    let frame = Frame::of(&sheet.context);
    let mut timetable = Timetable::default();
    let Some(first) = sheet.rows.first() else { return Vec::new() };
    let common = common(bench, &Line::new(sheet, first, frame), sheet);
    for (at, row) in sheet.rows.iter().enumerate() {
        let mut line = Line::new(sheet, row, frame);
        let mut entry = Entry::new(row.row);
        match take_row(bench, &mut line, &common, at, &mut entry) {
            Ok(()) => entry.hints = line.hints,
            Err(reason) => entry.refused.push(*reason),
        }
        timetable.entries.push(entry);
    }
    timetable.finish_rows(bench, |at| sheet.rows.get(at).map(|row| (Line::new(sheet, row, frame), ROOM)))
}

fn common(bench: &Bench<'_>, line: &Line<'_>, sheet: &MappedSheet) -> Common {
    Common {
        inst: bench.context_institution(line, "institution").or_else(|| bench.context_institution(line, "host")),
        side: bench.sides(line),
        legend: Legend::new(&sheet.legend),
    }
}

fn take_row(
    bench: &mut Bench<'_>,
    line: &mut Line<'_>,
    common: &Common,
    at: usize,
    entry: &mut Entry,
) -> Result<(), Refused> {
    let date = line.date(DATE)?.ok_or_else(|| line.refuse(DATE, Code::R01, About::Nothing))?;
    let slots = slots(line, &date.slots)?;
    compare_weekday(line, date.on)?;
    let (site, asked) = place(bench, line, common)?;
    let title = line.text("职称");
    let person = person(bench, line, common, title.clone())?;
    let stint = bench.stint_on(line, EXPERT, person, asked, date.on)?;
    bench.hint_outside(line, DATE, stint, date.on);
    let host = bench.draft.get(stint).map(|stint| stint.host_inst);
    let Some(inst) = asked.or(host) else { return Err(line.refuse(EXPERT, Code::R10, About::NoStint)) };
    let dept = if site.is_some() { Dept::Unnamed } else { bench.department_cell(line, DEPARTMENT, Some(inst))? };
    let doing = doing(bench, line, common)?;
    let (room, away) = room(bench, line, &doing);
    let status = status(line)?;
    let substitute = substitute(bench, line, date.on)?;

    let activity = *doing.activities.first().ok_or_else(|| line.refuse(ACTIVITY, Code::R08, About::Nothing))?;
    let mut sitting = Sitting {
        further: doing.activities.get(1..).unwrap_or_default().to_vec(),
        topic: doing.topic,
        is_away: away.is_some_and(|away| away != inst),
        room,
        status: status.or(substitute.map(|_| SessionStatus::Substituted)),
        substitute,
        reason: line.text("原因"),
        ..Sitting::new(activity, away.unwrap_or(inst))
    };
    let halves: Vec<_> = slots.iter().map(|slot| (date.on, *slot)).collect();
    let meant = bench.meant(line, SLOT, person, stint, &halves, sitting.status)?;
    sitting.dept = bench.settle_department(inst, dept).or_else(|| own_department(bench, stint, inst));
    entry.beside = retitle(bench, person, title);
    put_halves(bench, entry, &sitting, (person, stint), (&halves, meant), at);
    Ok(())
}

fn slots(line: &mut Line<'_>, beside_date: &[Slot]) -> Result<Vec<Slot>, Refused> {
    match line.read(SLOT, values::slots)? {
        Some(slots) => Ok(slots),
        None if !beside_date.is_empty() => Ok(beside_date.to_vec()),
        None => Err(line.refuse(SLOT, Code::R01, About::Nothing)),
    }
}

fn compare_weekday(line: &mut Line<'_>, on: NaiveDate) -> Result<(), Refused> {
    if let Some(written) = line.read(WEEKDAY, values::weekday)?
        && written != on.weekday()
    {
        line.hint(WEEKDAY, Code::N03, About::Weekday(on.weekday()));
    }
    Ok(())
}

/// The institution that the row asks for, and whether the column 科室/站点 names it as a site.
fn place(
    bench: &Bench<'_>,
    line: &Line<'_>,
    common: &Common,
) -> Result<(Option<InstitutionId>, Option<InstitutionId>), Refused> {
    let named = bench.known_institution_cell(line, INSTITUTION)?;
    let site = match line.text(DEPARTMENT).as_deref().map(|name| bench.index.institutions(name)) {
        Some([one]) => Some(*one),
        _ => None,
    };
    Ok((site, named.or(site).or(common.inst)))
}

fn person(bench: &Bench<'_>, line: &Line<'_>, common: &Common, title: Option<String>) -> Result<PersonId, Refused> {
    let name = line.required_name(EXPERT)?;
    let inst = bench.known_institution_cell(line, "派出单位")?;
    let dept = line.text(DEPARTMENT);
    let remark = (!name.remark.is_empty()).then_some(name.remark);
    let who = Who {
        heading: EXPERT,
        name: name.name,
        inst,
        dept: remark.or(dept),
        title,
        side: common.side.clone(),
        is_posted: true,
        ..Who::default()
    };
    bench.known_person(line, &who)
}

/// The activity of the row: one of the list, a word that ends in one, or several.
fn doing(bench: &Bench<'_>, line: &Line<'_>, common: &Common) -> Result<Together, Refused> {
    let text = line.required(ACTIVITY)?;
    let refuse = || line.refuse(ACTIVITY, Code::R08, About::Nothing);
    if let Some(id) = bench.activity(&text) {
        return Ok(Together { activities: vec![id], ..Together::default() });
    }
    let known = values::activity(line.raw(ACTIVITY)).ok().flatten();
    if let Some(id) = known.and_then(|name| bench.activity(name)) {
        return Ok(Together { activities: vec![id], ..Together::default() });
    }
    match values::grid_cell(&text, &common.legend) {
        CellReading::Work(entries) => bench.together(&entries.iter().collect::<Vec<_>>()).ok_or_else(refuse),
        CellReading::Rest => {
            bench.rest().map(|id| Together { activities: vec![id], ..Together::default() }).ok_or_else(refuse)
        }
        _ => Err(refuse()),
    }
}

/// The room, and for 巡回 and 义诊 the site that the column 地点 names.
fn room(bench: &Bench<'_>, line: &Line<'_>, doing: &Together) -> (Option<String>, Option<InstitutionId>) {
    let room = line.text(ROOM).or_else(|| (!doing.place.is_empty()).then(|| doing.place.clone()));
    let is_outside = doing.activities.first().is_some_and(|id| bench.is_outside(*id));
    let site = room.as_deref().filter(|_| is_outside).map(|name| bench.index.institutions(name));
    match site {
        Some([one]) => (None, Some(*one)),
        _ => (room, None),
    }
}

/// The written status; people seen mean that the session took place.
fn status(line: &mut Line<'_>) -> Result<Option<SessionStatus>, Refused> {
    let written = line.read("状态", values::session_status)?;
    let seen = line.read_noting("接诊人次", |raw, hints| values::count(raw, Some("人次"), hints))?;
    Ok(written.or_else(|| seen.map(|_| SessionStatus::Done)))
}

fn substitute(bench: &Bench<'_>, line: &Line<'_>, on: NaiveDate) -> Result<Option<StintId>, Refused> {
    let Some(name) = values::name(line.raw(SUBSTITUTE)) else { return Ok(None) };
    let who = Who { heading: SUBSTITUTE, name: name.name, is_posted: true, ..Who::default() };
    let person = bench.known_person(line, &who)?;
    bench.stint_on(line, SUBSTITUTE, person, None, on).map(Some)
}

/// The department of the posting, for rows that name none.
fn own_department(bench: &Bench<'_>, stint: StintId, inst: InstitutionId) -> Option<crate::domain::DepartmentId> {
    let stint = bench.draft.get(stint)?;
    stint.host_dept.filter(|_| stint.host_inst == inst)
}

/// A title beside the name; most rows repeat the stored one.
fn retitle(bench: &mut Bench<'_>, id: PersonId, title: Option<String>) -> RowResult {
    let Some(person) = bench.draft.get(id).filter(|person| title.as_ref().is_some_and(|it| *it != person.title_text))
    else {
        return RowResult::Unchanged;
    };
    let mut person = person.clone();
    fill_title(&mut person.title_text, &mut person.title_rank, title);
    bench.put_person(person)
}
