//! D16: the attendance of a month, one line an expert, one column a day.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use super::ledger::is_about;
use crate::domain::{AttendanceMark, AttendanceSums, DayKind, Leave, LeaveKind, Period, SessionStatus, Slot, StintId};
use crate::i18n::Tr;
use crate::report::change_slip::empty_rows;
use crate::report::month_schedule::month_of;
use crate::report::posted::Posted;
use crate::report::request::DocumentRequest;
use crate::report::sheet::{Align, Cell, Column, Look, Sheet, SheetRow, Tone};
use crate::report::sources::Sources;
use crate::report::week_schedule::nobody;

type Half = (NaiveDate, Slot, AttendanceMark);

/// Builds the sheet of the month that holds the first day of the period.
#[must_use]
pub fn attendance_month(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let month = month_of(request.period.from());
    let mut posted = sources.posted(request, month);
    posted.retain(|one| one.stint.touches(month) && is_about(request, one.person));
    let days: Vec<NaiveDate> = month.days().collect();
    let width = days.len() + 8;
    let mut sheet = sources.frame(request, Look::Grid, tr);
    sheet.is_draft = false;
    sheet.title = tr.ledger_attendance_of(&tr.paper_span(month));
    sheet.subline = vec![sources.unit().to_owned(), tr.ledger_attendance_legend().to_owned()];
    sheet.columns = columns(days.len());
    sheet.frozen_columns = 2;
    sheet.head = vec![head(sources, &days, tr)];
    let marks = stored(sources);
    let mut is_derived = false;
    for (index, one) in posted.iter().enumerate() {
        let own = marks.get(&one.stint.id).map(Vec::as_slice).unwrap_or_default();
        let own: Vec<Half> = own.iter().copied().filter(|(on, ..)| month.contains(*on)).collect();
        is_derived |= own.is_empty();
        let halves = if own.is_empty() { derived(sources, one, month) } else { own };
        sheet.body.push(row(sources, index, one, &days, &halves, tr));
    }
    sheet.body.extend((0..empty_rows(request)).map(|_| SheetRow::of(vec![""; width])));
    if sheet.body.is_empty() {
        sheet.body.push(nobody(tr.paper_nobody(), width));
    }
    sheet.notes.push(tr.ledger_attendance_note(month.from().year()));
    sheet.notes.extend(sources.calendar_note(&DocumentRequest { period: month, ..request.clone() }, tr));
    sheet.notes.extend((is_derived && !posted.is_empty()).then(|| tr.ledger_attendance_derived().to_owned()));
    sheet.signatures = sources.signatures(request, tr.paper_filled_on(), tr);
    sheet
}

fn columns(days: usize) -> Vec<Column> {
    let mut columns = vec![Column::number(7.0), Column::text(15.0, Align::Centre), Column::text(19.0, Align::Centre)];
    columns.extend((0..days).map(|_| Column::text(6.6, Align::Centre)));
    columns.extend([Column::number(10.0), Column::number(10.0), Column::number(10.0), Column::number(11.0)]);
    columns.push(Column::text(22.0, Align::Left));
    columns
}

fn tone(sources: &Sources<'_>, on: NaiveDate) -> Tone {
    match sources.calendar.facts(on).kind {
        DayKind::Workday => Tone::Plain,
        DayKind::Weekend => Tone::Weekend,
        DayKind::Holiday => Tone::Holiday,
        DayKind::MakeUp => Tone::MakeUp,
    }
}

fn head(sources: &Sources<'_>, days: &[NaiveDate], tr: Tr) -> SheetRow {
    let words = [tr.paper_serial(), tr.paper_name(), tr.ledger_dept()];
    let mut cells: Vec<Cell> =
        words.iter().enumerate().map(|(at, word)| Cell::new(at, *word).toned(Tone::Head).strong()).collect();
    for on in days {
        let tone = if tone(sources, *on) == Tone::Plain { Tone::Head } else { tone(sources, *on) };
        cells.push(Cell::new(cells.len(), on.day().to_string()).toned(tone).strong());
    }
    let sums = [tr.ledger_due(), tr.ledger_present(), tr.ledger_away(), tr.ledger_on_holidays(), tr.paper_remark()];
    for word in sums {
        cells.push(Cell::new(cells.len(), word).toned(Tone::Head).strong());
    }
    SheetRow { cells, starts_group: false }
}

fn row(sources: &Sources<'_>, index: usize, one: &Posted<'_>, days: &[NaiveDate], halves: &[Half], tr: Tr) -> SheetRow {
    let by_half: HashMap<(NaiveDate, Slot), AttendanceMark> =
        halves.iter().map(|(on, slot, mark)| ((*on, *slot), *mark)).collect();
    let mut cells = vec![
        Cell::new(0, (index + 1).to_string()),
        Cell::new(1, one.name.clone()).strong(),
        Cell::new(2, one.host.clone()),
    ];
    for on in days {
        let mark = |slot| by_half.get(&(*on, slot)).map_or("", |mark| tr.attendance_mark(*mark));
        let (am, pm) = (mark(Slot::Am), mark(Slot::Pm));
        let words = if am == pm { am.to_owned() } else { format!("{am}{pm}") };
        cells.push(Cell::new(cells.len(), words).toned(tone(sources, *on)));
    }
    let first = halves.iter().map(|(on, ..)| *on).min();
    let last = halves.iter().map(|(on, ..)| *on).max();
    let sums =
        first.zip(last).and_then(|(from, to)| Period::new(from, to)).map_or_else(AttendanceSums::default, |span| {
            AttendanceSums::of(halves.iter().copied(), span, sources.calendar)
        });
    let note = sources
        .registry
        .attendance
        .values()
        .find(|mark| mark.stint == one.stint.id && days.contains(&mark.on_date) && !mark.note.is_empty());
    let texts = [
        halved(sums.due),
        halved(sums.present),
        halved(sums.away),
        sums.on_holidays.to_string(),
        note.map(|mark| mark.note.clone()).unwrap_or_default(),
    ];
    for text in texts {
        cells.push(Cell::new(cells.len(), text));
    }
    SheetRow { cells, starts_group: false }
}

/// Half-days as days: 39 → 19.5.
pub(super) fn halved(halves: u32) -> String {
    if halves.is_multiple_of(2) { (halves / 2).to_string() } else { format!("{}.5", halves / 2) }
}

/// The marks of every posting.
fn stored(sources: &Sources<'_>) -> HashMap<StintId, Vec<Half>> {
    let mut marks: HashMap<StintId, Vec<Half>> = HashMap::new();
    for mark in sources.registry.attendance.values() {
        marks.entry(mark.stint).or_default().push((mark.on_date, mark.slot, mark.mark));
    }
    marks
}

/// What workdays, leave and sessions say where nobody has marked anything; days outside the posting stay empty.
fn derived(sources: &Sources<'_>, one: &Posted<'_>, month: Period) -> Vec<Half> {
    let leave: Vec<&Leave> = sources.registry.leave.values().filter(|leave| leave.person == one.person.id).collect();
    let sessions: Vec<_> = sources
        .sessions_in(month)
        .filter(|session| session.stint == one.stint.id && session.status != SessionStatus::Cancelled)
        .collect();
    let mut halves = Vec::new();
    for on in month.days().filter(|on| one.stint.runs_on(*on)) {
        for slot in [Slot::Am, Slot::Pm] {
            let away = leave.iter().find(|leave| {
                (leave.from_on, leave.from_slot) <= (on, slot) && (on, slot) <= (leave.to_on, leave.to_slot)
            });
            let session = sessions.iter().find(|session| session.on_date == on && session.slot == slot);
            let is_outside = session.and_then(|session| sources.activity(session)).is_some_and(|it| it.is_outside);
            let works = session.and_then(|session| sources.activity(session)).is_some_and(|it| it.is_work);
            let facts = sources.calendar.facts(on);
            let mark = match (away, facts.kind) {
                (Some(leave), DayKind::Workday | DayKind::MakeUp) => leave_mark(leave.kind),
                (None, _) if is_outside => AttendanceMark::Tour,
                (_, DayKind::Holiday) if !works => AttendanceMark::Holiday,
                (_, DayKind::Weekend) if !works => AttendanceMark::Rest,
                _ => AttendanceMark::Present,
            };
            halves.push((on, slot, mark));
        }
    }
    halves
}

const fn leave_mark(kind: LeaveKind) -> AttendanceMark {
    match kind {
        LeaveKind::Sick => AttendanceMark::Sick,
        LeaveKind::Annual | LeaveKind::Family => AttendanceMark::Annual,
        LeaveKind::Duty | LeaveKind::Study => AttendanceMark::Duty,
        LeaveKind::Personal | LeaveKind::Other => AttendanceMark::Personal,
    }
}
