//! D28: a month on one sheet: a letter for each half-day, totals on the right.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::change_slip::empty_rows;
use super::posted::Posted;
use super::request::DocumentRequest;
use super::sheet::{Align, Cell, Column, LegendItem, Line, Look, Sheet, SheetRow, Tone};
use super::sources::Sources;
use super::week_schedule::{activity_name, nobody};
use crate::domain::{Activity, ActivityId, DayKind, Period, Session, SessionStatus, Slot, StintId};
use crate::i18n::Tr;

/// Columns before the days: 姓名 时段.
const LEADING: usize = 2;
/// No more totals than this: the days need the width.
const MOST_TOTALS: usize = 6;
const SLOTS: [Slot; 2] = [Slot::Am, Slot::Pm];

type Cells<'a> = BTreeMap<(StintId, NaiveDate, Slot), Vec<&'a Session>>;

/// Builds the sheet of the month that holds the first day of the period.
#[must_use]
pub fn month_schedule(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let month = request.period;
    let days: Vec<NaiveDate> = month.days().collect();
    let posted = if request.paper.is_blank { Vec::new() } else { sources.posted(request, month) };
    let mut cells: Cells<'_> = BTreeMap::new();
    for session in sources.sessions_in(month) {
        cells.entry((session.stint, session.on_date, session.slot)).or_default().push(session);
    }
    let used = used(sources, &posted, &cells);
    // Clinics and tours are what is asked for; the others as far as there is room.
    let mut totals: Vec<&Activity> = used.clone();
    totals.sort_by_key(|activity| (!(activity.is_clinic || activity.is_outside), activity.sort));
    totals.truncate(MOST_TOTALS);
    totals.sort_by_key(|activity| (activity.sort, activity.id));

    let mut sheet = sources.frame(request, Look::Grid, tr);
    sheet.is_draft = false;
    sheet.title = tr.paper_month_of(&tr.paper_span(month));
    sheet.subline = vec![sources.unit().to_owned(), tr.paper_long_period(month)];
    sheet.columns = vec![Column::text(18.0, Align::Centre), Column::text(8.0, Align::Centre)];
    sheet.columns.extend(days.iter().map(|_| Column::text(6.7, Align::Centre)));
    sheet.columns.extend(totals.iter().map(|_| Column::number(8.0)));
    sheet.frozen_columns = LEADING;
    sheet.head = vec![head(sources, &days, &totals, tr)];
    for one in &posted {
        sheet.body.extend(rows(sources, one, &days, &cells, &totals, tr));
    }
    for _ in 0..empty_rows(request) {
        sheet.body.extend(blank_rows(sources, &days, totals.len(), tr));
    }
    if sheet.body.is_empty() {
        sheet.body.push(nobody(tr.paper_nobody(), sheet.columns.len()));
    }
    sheet.flat = Some(sources.flat(month, &posted, tr));
    sheet.legend = used.iter().map(|activity| legend(activity, tr)).collect();
    sheet.notes = vec![tr.paper_month_note().to_owned()];
    sheet.notes.extend(sources.calendar_note(request, tr));
    sheet.signatures = sources.signatures(request, tr.paper_date(), tr);
    sheet
}

/// The activities of the month, in the order of their list.
fn used<'a>(sources: &Sources<'a>, posted: &[Posted<'_>], cells: &Cells<'_>) -> Vec<&'a Activity> {
    let shown = cells.iter().filter(|((stint, ..), _)| posted.iter().any(|one| one.stint.id == *stint));
    let ids = shown.flat_map(|(_, sessions)| sessions.iter().flat_map(|session| activities(session)));
    let ids: std::collections::BTreeSet<ActivityId> = ids.collect();
    let mut used: Vec<&Activity> =
        ids.into_iter().filter_map(|id| sources.registry.activities.get(&id)).filter(|it| it.is_work).collect();
    used.sort_by_key(|activity| (activity.sort, activity.id));
    used
}

fn activities(session: &Session) -> impl Iterator<Item = ActivityId> + '_ {
    std::iter::once(session.activity).chain(session.further.iter().copied())
}

fn legend(activity: &Activity, tr: Tr) -> LegendItem {
    LegendItem {
        mark: activity.letter.clone(),
        text: activity_name(activity, tr).to_owned(),
        tone: Tone::Activity(activity.hue),
    }
}

fn tone(sources: &Sources<'_>, on: NaiveDate) -> Tone {
    match sources.calendar.facts(on).kind {
        DayKind::Workday => Tone::Plain,
        DayKind::Weekend => Tone::Weekend,
        DayKind::Holiday => Tone::Holiday,
        DayKind::MakeUp => Tone::MakeUp,
    }
}

/// 1四, with 休 or 班 under it.
fn head(sources: &Sources<'_>, days: &[NaiveDate], totals: &[&Activity], tr: Tr) -> SheetRow {
    let mut row = SheetRow::head([tr.paper_name(), tr.paper_half_day()]);
    for (index, on) in days.iter().enumerate() {
        let kind = sources.calendar.facts(*on).kind;
        let own = tone(sources, *on);
        let mut cell = Cell::new(LEADING + index, format!("{}{}", on.day(), tr.paper_weekday_mark(*on)))
            .toned(if own == Tone::Plain { Tone::Head } else { own })
            .strong();
        match kind {
            DayKind::Holiday => cell.lines.push(Line::new("", tr.paper_rest())),
            DayKind::MakeUp => cell.lines.push(Line::new("", tr.paper_working())),
            DayKind::Workday | DayKind::Weekend => {}
        }
        row.cells.push(cell);
    }
    for (index, activity) in totals.iter().enumerate() {
        let name = activity_name(activity, tr);
        row.cells.push(Cell::new(LEADING + days.len() + index, name).toned(Tone::Head).strong());
    }
    row
}

fn rows(
    sources: &Sources<'_>,
    one: &Posted<'_>,
    days: &[NaiveDate],
    cells: &Cells<'_>,
    totals: &[&Activity],
    tr: Tr,
) -> Vec<SheetRow> {
    let nights = days.iter().any(|on| cells.contains_key(&(one.stint.id, *on, Slot::Night)));
    let slots: Vec<Slot> = SLOTS.into_iter().chain(nights.then_some(Slot::Night)).collect();
    let mut rows: Vec<SheetRow> = Vec::with_capacity(slots.len());
    for (line, slot) in slots.iter().enumerate() {
        let mut row = SheetRow { cells: Vec::new(), starts_group: line == 0 };
        if line == 0 {
            row.cells.push(Cell::new(0, one.name.clone()).spanning(1, slots.len()).strong());
        }
        row.cells.push(Cell::new(1, tr.paper_slot_mark(*slot)));
        for (index, on) in days.iter().enumerate() {
            let there = cells.get(&(one.stint.id, *on, *slot)).map_or(&[][..], Vec::as_slice);
            row.cells.push(half_day(sources, there, LEADING + index, *on, tr));
        }
        if line == 0 {
            for (index, activity) in totals.iter().enumerate() {
                let count = count(one, days, cells, activity.id);
                let text = if count == 0 { String::new() } else { count.to_string() };
                row.cells.push(Cell::new(LEADING + days.len() + index, text).spanning(1, slots.len()));
            }
        }
        rows.push(row);
    }
    rows
}

/// The letters of what is held; a cancelled one keeps its place with 停.
fn half_day(sources: &Sources<'_>, there: &[&Session], column: usize, on: NaiveDate, tr: Tr) -> Cell {
    let own = tone(sources, on);
    let held = there.iter().filter(|session| session.status != SessionStatus::Cancelled);
    let held: Vec<&Activity> =
        held.flat_map(|session| activities(session)).filter_map(|id| sources.registry.activities.get(&id)).collect();
    let work = held.iter().find(|activity| activity.is_work);
    let is_struck = held.is_empty() && !there.is_empty();
    let struck = tr.paper_status(SessionStatus::Cancelled).filter(|_| is_struck);
    let letters = held.iter().map(|activity| activity.letter.as_str());
    let text: String = letters.chain(struck).collect();
    Cell::new(column, text).toned(work.map_or(own, |activity| Tone::Activity(activity.hue)))
}

/// Half-days with the activity that were not cancelled.
fn count(one: &Posted<'_>, days: &[NaiveDate], cells: &Cells<'_>, activity: ActivityId) -> usize {
    let halves = days.iter().flat_map(|on| Slot::ALL.iter().map(move |slot| (one.stint.id, *on, *slot)));
    let is_held = |session: &&&Session| {
        session.status != SessionStatus::Cancelled && activities(session).any(|id| id == activity)
    };
    halves.filter(|key| cells.get(key).is_some_and(|there| there.iter().any(|session| is_held(&session)))).count()
}

fn blank_rows(sources: &Sources<'_>, days: &[NaiveDate], totals: usize, tr: Tr) -> Vec<SheetRow> {
    SLOTS
        .into_iter()
        .enumerate()
        .map(|(line, slot)| {
            let mut cells = Vec::new();
            if line == 0 {
                cells.push(Cell::new(0, "").spanning(1, SLOTS.len()));
            }
            cells.push(Cell::new(1, tr.paper_slot_mark(slot)));
            let blank = |(index, on): (usize, &NaiveDate)| Cell::new(LEADING + index, "").toned(tone(sources, *on));
            cells.extend(days.iter().enumerate().map(blank));
            if line == 0 {
                let total = |index| Cell::new(LEADING + days.len() + index, "").spanning(1, SLOTS.len());
                cells.extend((0..totals).map(total));
            }
            SheetRow { cells, starts_group: line == 0 }
        })
        .collect()
}

/// The whole month that holds the day.
#[must_use]
pub fn month_of(on: NaiveDate) -> Period {
    let first = on.with_day(1).unwrap_or(on);
    let last = first.checked_add_months(chrono::Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(on);
    Period::new(first, last).unwrap_or_else(|| Period::day(on))
}
