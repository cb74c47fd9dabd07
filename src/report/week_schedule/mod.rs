//! D01: who does what in which half-day of one week, for the hospital itself.

mod grid;
mod grouped;
mod note;
mod words;

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::change_slip::empty_rows;
use super::frame::phone_note;
use super::options::Rows;
use super::posted::Posted;
use super::request::{DocumentRequest, Mask};
use super::sheet::{Align, Cell, Column, LegendItem, Line, Look, Sheet, SheetRow, Tone};
use super::sources::{ReportError, Sources};
use super::week_code::week_codes;
use crate::domain::{DayFacts, DayKind, NameBook, SessionId, Slot, Week, plan_changes};
use crate::i18n::Tr;
use grid::{PersonGrid, place};
pub(super) use words::{activity_words, place_words, session_line};

/// Columns before the days: 序号 姓名 职称 受援科室 时段.
const LEADING: usize = 5;
/// Columns before the days where the rows are departments or sites: 科室 时段.
const LEADING_OF_GROUPS: usize = 2;
/// Days of the sheet.
const DAYS: usize = 7;

/// Width that a letter of the name of a host takes, in millimetres.
const LETTER: f32 = 3.6;

/// Longer words than a mark of rest ask for a column of full width, in bytes: two Han characters, or a short word.
const SHORT: usize = 6;

/// A day column.
struct Day {
    on: NaiveDate,
    facts: DayFacts,
    tone: Tone,
}

/// Builds the schedule of the week that holds the period.
///
/// # Errors
/// [`ReportError::SeveralWeeks`] where the period is longer than that.
pub fn week_schedule(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Result<Sheet, ReportError> {
    let week = one_week(request)?;
    let request = DocumentRequest { period: week.period(), ..request.clone() };
    let days: Vec<Day> = week.days().into_iter().map(|on| Day::new(on, sources)).collect();
    let posted = if request.paper.is_blank { Vec::new() } else { sources.posted(&request, week.period()) };
    let has_phones = request.mask != Mask::Full;

    if let Some(rows) = request.paper.rows.filter(|rows| *rows != Rows::People) {
        return Ok(grouped::grouped(sources, &request, (week, rows), &days, &posted, tr));
    }
    let changed = changed(sources, &request);
    let mut sheet = sources.frame(&request, Look::Grid, tr);
    sheet.subline = vec![sources.unit().to_owned(), tr.week(week), sources.edition(&request, tr)];
    sheet.tab = format!("{}-{}", short_day(week.monday()), short_day(week.period().to()));
    sheet.frozen_columns = LEADING;
    sheet.head = vec![head(&days, has_phones, tr)];
    let names = NameBook::new(sources.registry);
    for (index, one) in posted.iter().enumerate() {
        let grid = PersonGrid::new(sources, &names, one, &days, &changed, tr);
        sheet.body.extend(person_rows(index, one, &grid, &request, tr));
    }
    sheet.columns = columns(&sheet.body, &days, &posted, has_phones);
    for index in 0..usize::from(empty_rows(&request)) {
        sheet.body.extend(blank_rows(posted.len() + index, &days, has_phones, tr));
    }
    if sheet.body.is_empty() {
        let width = sheet.columns.len();
        sheet.body.push(nobody(tr.paper_nobody(), width));
    }
    if request.paper.has_code {
        sheet.pictures = week_codes(sources, week, &posted, tr);
    }
    sheet.flat = Some(sources.flat(week.period(), &posted, tr));
    sheet.legend = legend(sources, week, &posted, tr);
    sheet.notes = note::notes(sources, &request, &days, &posted, tr);
    sheet.notes.extend(phone_note(request.mask, tr));
    if let (false, Some(issue)) = (changed.is_empty(), sources.issue(&request)) {
        sheet.notes.push(tr.paper_changed_since(issue.version));
    }
    sheet.signatures = sources.signatures(&request, tr.paper_date(), tr);
    Ok(sheet)
}

/// The sessions that differ from the version before, where they are to be marked.
fn changed(sources: &Sources<'_>, request: &DocumentRequest) -> BTreeSet<SessionId> {
    let Some(issued) = sources.issued.filter(|_| request.paper.marks_changes) else { return BTreeSet::new() };
    let now: Vec<_> = sources.sessions_in(request.period).cloned().collect();
    plan_changes(issued, &now).into_iter().filter_map(|change| Some(change.after?.id)).collect()
}

/// The one week that a period lies in.
pub(super) fn one_week(request: &DocumentRequest) -> Result<Week, ReportError> {
    let week = Week::of(request.period.from());
    if week.period().contains(request.period.to()) { Ok(week) } else { Err(ReportError::SeveralWeeks) }
}

/// A single row that says why there is nothing.
pub(super) fn nobody(text: &str, width: usize) -> SheetRow {
    SheetRow { cells: vec![Cell::new(0, text).spanning(width, 1)], starts_group: true }
}

impl Day {
    fn new(on: NaiveDate, sources: &Sources<'_>) -> Self {
        let facts = sources.calendar.facts(on);
        let tone = match facts.kind {
            DayKind::Workday => Tone::Plain,
            DayKind::Weekend => Tone::Weekend,
            DayKind::Holiday => Tone::Holiday,
            DayKind::MakeUp => Tone::MakeUp,
        };
        Self { on, facts: facts.clone(), tone }
    }

    /// The mark that stands under the date and survives a grey printer.
    fn mark(&self, tr: Tr) -> String {
        match self.facts.kind {
            DayKind::Workday => String::new(),
            DayKind::Holiday if !self.facts.name.is_empty() => tr.paper_off_for(&self.facts.name),
            DayKind::Holiday | DayKind::Weekend => tr.paper_rest().to_owned(),
            DayKind::MakeUp => {
                let weekday = self.facts.acts_as_weekday.and_then(|number| tr.paper_weekday(number));
                weekday.map_or_else(|| tr.paper_working().to_owned(), |weekday| tr.paper_working_as(weekday))
            }
        }
    }
}

fn short_day(on: NaiveDate) -> String {
    format!("{}.{}", on.month(), on.day())
}

/// Widths after what the columns hold: a weekend on which nobody works leaves its room to the days of work, long names
/// of hosts take two lines and not four.
fn columns(body: &[SheetRow], days: &[Day], posted: &[Posted<'_>], has_phones: bool) -> Vec<Column> {
    let longest = posted.iter().map(|one| one.host.chars().count()).max().unwrap_or_default();
    let letters = u16::try_from(longest.div_ceil(2)).unwrap_or(u16::MAX);
    let host = (LETTER * f32::from(letters)).clamp(17.5, 26.0);
    let mut columns = vec![
        Column::number(9.5),
        Column::text(15.0, Align::Centre),
        Column::text(14.0, Align::Centre),
        Column::text(host, Align::Centre),
        Column::text(10.0, Align::Centre),
    ];
    columns.extend(days.iter().enumerate().map(|(index, day)| {
        let is_quiet = day.tone == Tone::Weekend && !body.is_empty() && is_idle(body, LEADING + index);
        Column::text(if is_quiet { 14.0 } else { 25.5 }, Align::Centre)
    }));
    if has_phones {
        columns.push(Column::text(22.5, Align::Centre));
    }
    columns.push(Column::text(15.0, Align::Left));
    columns
}

/// Whether no cell of a column says more than that somebody rests.
fn is_idle(body: &[SheetRow], column: usize) -> bool {
    let mut cells = body.iter().flat_map(|row| &row.cells).filter(|cell| cell.column == column);
    cells.all(|cell| {
        cell.lines.iter().all(|line| line.text.len() <= SHORT && line.aside.is_empty())
            && !matches!(cell.tone, Tone::Activity(_))
    })
}

fn head(days: &[Day], has_phones: bool, tr: Tr) -> SheetRow {
    let mut row = SheetRow::head([
        tr.paper_serial(),
        tr.paper_name(),
        tr.paper_title(),
        tr.paper_host_department(),
        tr.paper_half_day(),
    ]);
    row.cells.extend(day_heads(days, LEADING, tr));
    let mut closing = vec![tr.paper_remark()];
    if has_phones {
        closing.insert(0, tr.paper_phone());
    }
    for (index, text) in closing.into_iter().enumerate() {
        row.cells.push(Cell::new(LEADING + DAYS + index, text).toned(Tone::Head).strong());
    }
    row
}

/// The heads of the days, from a column on.
fn day_heads(days: &[Day], first: usize, tr: Tr) -> Vec<Cell> {
    let head = |(index, day): (usize, &Day)| {
        let mut cell = Cell::new(first + index, tr.paper_day(day.on)).toned(head_tone(day.tone)).strong();
        let mark = day.mark(tr);
        if !mark.is_empty() {
            cell.lines.push(Line::new("", mark));
        }
        cell
    };
    days.iter().enumerate().map(head).collect()
}

fn head_tone(tone: Tone) -> Tone {
    if tone == Tone::Plain { Tone::Head } else { tone }
}

/// The lines of one person: merged leading cells, the half-days, phone and remark.
fn person_rows(index: usize, one: &Posted<'_>, grid: &PersonGrid, request: &DocumentRequest, tr: Tr) -> Vec<SheetRow> {
    let lines = grid.slots.len();
    let title = one.person.title_text.as_str();
    let title = if title.is_empty() { tr.paper_not_recorded() } else { title };
    let leading = [(index + 1).to_string(), one.name.clone(), title.to_owned(), one.host.clone()];
    let mut first: Vec<Cell> =
        leading.into_iter().enumerate().map(|(column, text)| Cell::new(column, text).spanning(1, lines)).collect();
    if let Some(name) = first.get_mut(1) {
        name.is_strong = true;
    }
    let mut last = LEADING + DAYS;
    let mut closing = Vec::new();
    if request.mask != Mask::Full {
        let mut phone = Cell::new(last, "").spanning(1, lines);
        phone.lines = vec![Line::new("", request.mask.apply(&one.person.phone))];
        closing.push(phone);
        last += 1;
    }
    closing.push(Cell::new(last, "").spanning(1, lines));

    let mut rows: Vec<SheetRow> = place(grid)
        .into_iter()
        .zip(&grid.slots)
        .map(|(days, slot)| {
            let mut cells = vec![Cell::new(LEADING - 1, tr.slot(*slot))];
            cells.extend(days);
            SheetRow { cells, starts_group: false }
        })
        .collect();
    if let Some(row) = rows.first_mut() {
        first.append(&mut row.cells);
        first.append(&mut closing);
        row.cells = first;
        row.starts_group = true;
    }
    rows
}

/// Two lines to write one more person in by hand.
fn blank_rows(index: usize, days: &[Day], has_phones: bool, tr: Tr) -> Vec<SheetRow> {
    let slots = [Slot::Am, Slot::Pm];
    let mut rows: Vec<SheetRow> = slots
        .into_iter()
        .map(|slot| {
            let mut cells = vec![Cell::new(LEADING - 1, tr.slot(slot))];
            cells.extend(days.iter().enumerate().map(|(column, day)| Cell::new(LEADING + column, "").toned(day.tone)));
            SheetRow { cells, starts_group: false }
        })
        .collect();
    if let Some(row) = rows.first_mut() {
        let mut cells = vec![Cell::new(0, (index + 1).to_string()).spanning(1, slots.len())];
        cells.extend((1..LEADING - 1).map(|column| Cell::new(column, "").spanning(1, slots.len())));
        cells.append(&mut row.cells);
        let closing = if has_phones { 2 } else { 1 };
        cells.extend((0..closing).map(|column| Cell::new(LEADING + DAYS + column, "").spanning(1, slots.len())));
        row.cells = cells;
        row.starts_group = true;
    }
    rows
}

/// The activities that occur, in the order of their list.
fn legend(sources: &Sources<'_>, week: Week, posted: &[Posted<'_>], tr: Tr) -> Vec<LegendItem> {
    let mut used: Vec<_> = sources
        .sessions_in(week.period())
        .filter(|session| posted.iter().any(|one| one.stint.id == session.stint))
        .filter_map(|session| sources.activity(session))
        .filter(|activity| activity.is_work)
        .collect();
    used.sort_by_key(|activity| (activity.sort, activity.id));
    used.dedup_by_key(|activity| activity.id);
    used.into_iter()
        .map(|activity| LegendItem {
            mark: activity.letter.clone(),
            text: tr.name_of(activity).to_owned(),
            tone: Tone::Activity(activity.hue),
        })
        .collect()
}
