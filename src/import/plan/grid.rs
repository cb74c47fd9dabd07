//! Sheet kind `grid`: the weekly or monthly schedule D01, people down, days across.

use chrono::NaiveDate;

use super::bench::Bench;
use super::calendar;
use super::grid_line::{Pen, Whose};
use super::grid_names::{Names, usual_work};
use super::line::Line;
use super::lookup::Dept;
use super::outcome::{About, Reason, Refused, RowOutcome};
use super::person_match::Who;
use super::publication;
use super::timetable::{Entry, Timetable};
use crate::domain::{DocumentKind, InstitutionId, Period, PersonId, SessionStatus, Slot, Week};
use crate::import::values::{self, DayHeading, Frame, Legend};
use crate::import::{Code, MappedRow, MappedSheet, RowResult};

/// Heading of the person column.
pub(super) const NAME: &str = "姓名";
/// Heading of the department column.
pub(super) const DEPARTMENT: &str = "受援科室";
/// Heading of the column of half-days.
pub(super) const SLOT: &str = "时段";

/// A day column.
#[derive(Debug)]
pub(super) struct Day<'a> {
    /// Position of its cells.
    pub(super) at: usize,
    /// Header as written.
    pub(super) written: &'a str,
    /// What the header says; absent where it is not understood.
    pub(super) heading: Option<DayHeading>,
}

/// What holds for the whole sheet.
#[derive(Debug)]
pub(super) struct Setting<'a> {
    /// Day columns from the left.
    pub(super) days: Vec<Day<'a>>,
    /// Whose schedule it is, where the sheet says so; else that of each stint.
    pub(super) inst: Option<InstitutionId>,
    /// Whose people are meant, among namesakes.
    pub(super) side: Vec<InstitutionId>,
    /// Codes.
    pub(super) legend: Legend,
    /// Where new half-days stand: those of a schedule with a version were issued with it.
    pub(super) initial: SessionStatus,
}

/// All lines of a schedule.
pub(super) fn take(bench: &mut Bench<'_>, sheet: &MappedSheet) -> Vec<RowOutcome> {
    bench.book.begin_sheet();
    let frame = Frame::of(&sheet.context);
    let Some(first) = sheet.rows.first() else { return Vec::new() };
    let setting = setting(bench, sheet, &Line::new(sheet, first, frame), &frame);
    let mut timetable = Timetable::default();
    // Without people down the left side the sheet is one by departments or rooms: they stand in the cells.
    let has_people_down = sheet.columns.contains_key(NAME);
    let doing = usual_work(sheet);
    for (at, row) in sheet.rows.iter().enumerate() {
        let mut line = Line::new(sheet, row, frame);
        let mut entry = Entry::new(row.row);
        let written = if has_people_down {
            whose(bench, &mut line, &setting).map(|whose| {
                Pen { bench, line: &mut line, setting: &setting, whose: &whose, entry: &mut entry, at }.write();
            })
        } else {
            Names { bench, line: &mut line, setting: &setting, entry: &mut entry, at, doing }.write()
        };
        if let Err(reason) = written {
            entry.refused.push(*reason);
        }
        entry.hints.append(&mut line.hints);
        timetable.entries.push(entry);
    }
    let outcomes = timetable.finish_cells(bench, |at, cell, about| {
        let day = setting.days.iter().find(|day| day.at == cell)?;
        Some(cell_reason(sheet.rows.get(at)?, day, Code::R14, about))
    });
    if outcomes.iter().any(|outcome| outcome.result != RowResult::Rejected) {
        take_head(bench, sheet, &setting);
    }
    outcomes
}

fn setting<'a>(bench: &Bench<'_>, sheet: &'a MappedSheet, line: &Line<'_>, frame: &Frame) -> Setting<'a> {
    let days = sheet.day_columns.iter().map(|(at, written)| Day {
        at: *at,
        written,
        heading: values::day_heading(written, frame),
    });
    Setting {
        days: days.collect(),
        inst: bench.context_institution(line, "institution").or_else(|| bench.context_institution(line, "host")),
        side: bench.sides(line),
        legend: Legend::new(&sheet.legend).with_letters(bench.own_letters()),
        initial: publication::version(sheet).map_or(SessionStatus::Planned, |_| SessionStatus::Published),
    }
}

/// A reason at a day cell.
pub(super) fn cell_reason(row: &MappedRow, day: &Day<'_>, code: Code, about: About) -> Reason {
    let cell = row.cells.get(day.at).and_then(values::text).unwrap_or_default();
    Reason { code, column: day.written.split_whitespace().collect::<Vec<_>>().join(" "), cell, about }
}

fn whose(bench: &Bench<'_>, line: &mut Line<'_>, setting: &Setting<'_>) -> Result<Whose, Refused> {
    let name = line.required_name(NAME)?;
    let who = Who {
        dept: line.text(DEPARTMENT),
        title: line.text("职称"),
        side: setting.side.clone(),
        is_posted: true,
        ..Who::of(NAME, name)
    };
    let person = bench.known_person(line, &who)?;
    let site = bench.site_cell(line, DEPARTMENT);
    let mut host = site.or(setting.inst);
    if let Some(on) = setting.days.iter().find_map(|day| day.heading?.on) {
        host = usual_host(bench, line, (NAME, person), host, on)?;
    }
    let dept = if site.is_some() { Dept::Unnamed } else { bench.department_cell(line, DEPARTMENT, host)? };
    let slots = line.read(SLOT, values::slots)?.unwrap_or_else(|| vec![Slot::Am, Slot::Pm]);
    Ok(Whose { person, dept, site, slots })
}

/// Where a person serves on a day, where the sheet does not say it.
pub(super) fn usual_host(
    bench: &Bench<'_>,
    line: &mut Line<'_>,
    (heading, person): (&'static str, PersonId),
    asked: Option<InstitutionId>,
    on: NaiveDate,
) -> Result<Option<InstitutionId>, Refused> {
    if asked.is_some() {
        return Ok(asked);
    }
    let stint = bench.stint_on(line, heading, person, None, on)?;
    Ok(bench.draft.get(stint).map(|stint| stint.host_inst))
}

/// What title and day headings say: the version that was issued, make-up days and whose weekday they follow.
fn take_head(bench: &mut Bench<'_>, sheet: &MappedSheet, setting: &Setting<'_>) {
    let dated =
        || setting.days.iter().filter_map(|day| day.heading.and_then(|heading| Some((heading.on?, heading.mark))));
    for (on, mark) in dated() {
        calendar::take_mark(bench, on, mark, &sheet.file);
    }
    let span = dated().map(|(on, _)| on).min().zip(dated().map(|(on, _)| on).max());
    let Some((first, last)) = span else { return };
    let week = Week::of(first).period();
    let period = if week.contains(last) { Some(week) } else { Period::new(first, last) };
    if let (Some(period), Some(version)) = (period, publication::version(sheet)) {
        publication::issue(bench, DocumentKind::WeekSchedule, period, version);
    }
}
