//! D28: a month on one sheet: a letter for each half-day, totals on the right.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::change_slip::empty_rows;
use super::month_groups::month_groups;
use super::options::Rows;
use super::posted::Posted;
use super::request::DocumentRequest;
use super::sheet::{Align, Cell, Column, LegendItem, Line, Look, Sheet, SheetRow, Tone};
use super::sources::Sources;
use super::week_schedule::nobody;
use crate::domain::{Activity, ActivityId, DayKind, Period, Session, SessionStatus, Slot, StintId};
use crate::i18n::Tr;

/// Columns before the days: 姓名 时段.
pub(super) const LEADING: usize = 2;
/// No more totals than this: the days need the width.
const MOST_TOTALS: usize = 6;
const SLOTS: [Slot; 2] = [Slot::Am, Slot::Pm];

/// Sessions by half-day: of those who were to hold them, or of those who do.
type Cells<'a> = BTreeMap<(StintId, NaiveDate, Slot), Vec<&'a Session>>;

/// What stands in the half-days of the month.
#[derive(Default)]
struct Filling<'a> {
    /// As it was planned.
    planned: Cells<'a>,
    /// As it is held: a substituted session stands with the stand-in, a cancelled one nowhere.
    held: Cells<'a>,
}

impl<'a> Filling<'a> {
    fn new(sessions: impl Iterator<Item = &'a Session>) -> Self {
        let mut filling = Self::default();
        for session in sessions {
            let at = |stint: StintId| (stint, session.on_date, session.slot);
            filling.planned.entry(at(session.stint)).or_default().push(session);
            if let Some(worker) = session.worker().filter(|_| session.status != SessionStatus::Cancelled) {
                filling.held.entry(at(worker)).or_default().push(session);
            }
        }
        filling
    }
}

/// Builds the sheet of the month that holds the first day of the period.
#[must_use]
pub fn month_schedule(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let month = request.period;
    let days: Vec<NaiveDate> = month.days().collect();
    let posted = if request.paper.is_blank { Vec::new() } else { sources.posted(request, month) };
    if let Some(rows) = request.paper.rows.filter(|rows| *rows != Rows::People) {
        return month_groups(sources, request, rows, &days, &posted, tr);
    }
    let filling = Filling::new(sources.sessions_in(month));
    let used = used(sources, &posted, sources.sessions_in(month));
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
    let names: Vec<&str> = totals.iter().map(|activity| tr.name_of(activity)).collect();
    sheet.head = vec![head(sources, &days, (tr.paper_name(), &names), tr)];
    for one in &posted {
        sheet.body.extend(rows(sources, one, &days, &filling, &totals, tr));
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
pub(super) fn used<'a>(
    sources: &Sources<'a>,
    posted: &[Posted<'_>],
    sessions: impl Iterator<Item = &'a Session>,
) -> Vec<&'a Activity> {
    let shown = sessions.filter(|session| posted.iter().any(|one| one.stint.id == session.stint));
    let ids = shown.flat_map(activities);
    let ids: std::collections::BTreeSet<ActivityId> = ids.collect();
    let mut used: Vec<&Activity> =
        ids.into_iter().filter_map(|id| sources.registry.activities.get(&id)).filter(|it| it.is_work).collect();
    used.sort_by_key(|activity| (activity.sort, activity.id));
    used
}

pub(super) fn activities(session: &Session) -> impl Iterator<Item = ActivityId> + '_ {
    std::iter::once(session.activity).chain(session.further.iter().copied())
}

pub(super) fn legend(activity: &Activity, tr: Tr) -> LegendItem {
    LegendItem {
        mark: activity.letter.clone(),
        text: tr.name_of(activity).to_owned(),
        tone: Tone::Activity(activity.hue),
    }
}

pub(super) fn tone(sources: &Sources<'_>, on: NaiveDate) -> Tone {
    match sources.calendar.facts(on).kind {
        DayKind::Workday => Tone::Plain,
        DayKind::Weekend => Tone::Weekend,
        DayKind::Holiday => Tone::Holiday,
        DayKind::MakeUp => Tone::MakeUp,
    }
}

/// 1四, with 休 or 班 under it.
pub(super) fn head(sources: &Sources<'_>, days: &[NaiveDate], (first, totals): (&str, &[&str]), tr: Tr) -> SheetRow {
    let mut row = SheetRow::head([first, tr.paper_half_day()]);
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
    for (index, name) in totals.iter().enumerate() {
        row.cells.push(Cell::new(LEADING + days.len() + index, *name).toned(Tone::Head).strong());
    }
    row
}

fn rows(
    sources: &Sources<'_>,
    one: &Posted<'_>,
    days: &[NaiveDate],
    filling: &Filling<'_>,
    totals: &[&Activity],
    tr: Tr,
) -> Vec<SheetRow> {
    let has_night = |cells: &Cells<'_>| days.iter().any(|on| cells.contains_key(&(one.stint.id, *on, Slot::Night)));
    let nights = has_night(&filling.planned) || has_night(&filling.held);
    let slots: Vec<Slot> = SLOTS.into_iter().chain(nights.then_some(Slot::Night)).collect();
    let mut rows: Vec<SheetRow> = Vec::with_capacity(slots.len());
    for (line, slot) in slots.iter().enumerate() {
        let mut row = SheetRow { cells: Vec::new(), starts_group: line == 0 };
        if line == 0 {
            row.cells.push(Cell::new(0, one.name.clone()).spanning(1, slots.len()).strong());
        }
        row.cells.push(Cell::new(1, tr.paper_slot_mark(*slot)));
        for (index, on) in days.iter().enumerate() {
            let key = (one.stint.id, *on, *slot);
            row.cells.push(half_day(sources, filling, key, LEADING + index, tr));
        }
        if line == 0 {
            for (index, activity) in totals.iter().enumerate() {
                let count = count(one, days, &filling.held, activity.id);
                let text = if count == 0 { String::new() } else { count.to_string() };
                row.cells.push(Cell::new(LEADING + days.len() + index, text).spanning(1, slots.len()));
            }
        }
        rows.push(row);
    }
    rows
}

/// The letters of what is held; what was cancelled or handed over keeps its place with 停 or 替.
fn half_day(
    sources: &Sources<'_>,
    filling: &Filling<'_>,
    key: (StintId, NaiveDate, Slot),
    column: usize,
    tr: Tr,
) -> Cell {
    let own = tone(sources, key.1);
    let held = filling.held.get(&key).into_iter().flatten();
    let held: Vec<&Activity> =
        held.flat_map(|session| activities(session)).filter_map(|id| sources.registry.activities.get(&id)).collect();
    let work = held.iter().find(|activity| activity.is_work);
    let planned = filling.planned.get(&key).filter(|_| held.is_empty()).map_or(&[][..], Vec::as_slice);
    let is = |status: SessionStatus| planned.iter().any(|session| session.status == status);
    let gone = [SessionStatus::Substituted, SessionStatus::Cancelled].into_iter().find(|status| is(*status));
    let letters = held.iter().map(|activity| activity.letter.as_str());
    let text: String = letters.chain(gone.and_then(|status| tr.paper_status(status))).collect();
    Cell::new(column, text).toned(work.map_or(own, |activity| Tone::Activity(activity.hue)))
}

/// Half-days in which the activity is held.
fn count(one: &Posted<'_>, days: &[NaiveDate], held: &Cells<'_>, activity: ActivityId) -> usize {
    let halves = days.iter().flat_map(|on| Slot::ALL.iter().map(move |slot| (one.stint.id, *on, *slot)));
    let has_it = |session: &&Session| activities(session).any(|id| id == activity);
    halves.filter(|key| held.get(key).is_some_and(|there| there.iter().any(has_it))).count()
}

pub(super) fn blank_rows(sources: &Sources<'_>, days: &[NaiveDate], totals: usize, tr: Tr) -> Vec<SheetRow> {
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
