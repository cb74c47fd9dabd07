//! Days: expected, on post, on leave, and the work calendar itself.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use super::super::books::{Books, ZH};
use super::super::exact::Exact;
use super::super::gather::days_of;
use super::super::key::{Field, Key};
use super::super::line::{Line, RecordKey, Remark, Value};
use super::super::spec::{EXPERT, EXPERT_FIELDS, Expand, Measure, Scope, Spec, TimeUse, WHERE, WHERE_FIELDS};
use super::super::when::{Bounds, When};
use super::people::stints;
use super::schedule::{is_held, working_stint};
use super::stays::{counted_days, estimated};
use crate::domain::{AttendanceMark, Period, Slot, Stint, StintId, Table};
use crate::i18n::Tr;

/// The codes.
pub const SPECS: &[Spec] = &[
    Spec {
        code: "days.expected",
        meaning: Tr::figure_days_expected,
        basis: Tr::basis_workdays,
        expand: Some(Expand::Lines(expected)),
        ..DAYS
    },
    Spec {
        code: "days.on_post",
        meaning: Tr::figure_days_on_post,
        basis: Tr::basis_on_post,
        takes: &[WHERE, EXPERT, &[Key::DayKind]],
        expand: Some(Expand::Lines(on_post)),
        late: &[Key::DayKind],
        ..DAYS
    },
    Spec {
        code: "days.leave",
        meaning: Tr::figure_days_leave,
        basis: Tr::basis_leave,
        takes: &[WHERE, EXPERT, &[Key::Kind]],
        fields: &[WHERE_FIELDS, EXPERT_FIELDS, &[Field::Kind]],
        expand: Some(Expand::Lines(on_leave)),
        late: &[Key::Kind],
        ..DAYS
    },
    Spec {
        code: "calendar.workdays",
        meaning: Tr::figure_calendar_workdays,
        unit: Tr::unit_days,
        basis: Tr::basis_workdays,
        takes: &[],
        fields: &[&[Field::Date, Field::Weekday]],
        expand: Some(Expand::Lines(workdays)),
        time: TimeUse::Own,
        mixes: true,
        ..Spec::BLANK
    },
];

/// What codes about days share.
const DAYS: Spec = Spec {
    unit: Tr::unit_days,
    takes: &[WHERE, EXPERT],
    fields: &[WHERE_FIELDS, EXPERT_FIELDS],
    measure: Measure::Sum { decimals: 0 },
    source: stints,
    time: TimeUse::Own,
    ..Spec::BLANK
};

/// The half-days of a working day.
const HALVES: [Slot; 2] = [Slot::Am, Slot::Pm];

/// The days of a stint that count, inside the time of the question.
fn days_inside(scope: &Scope<'_, '_>, stint: &Stint) -> Option<Period> {
    let (from, to) = counted_days(stint);
    let bounds = scope.time.bounds();
    let from = bounds.from.map_or(from, |first| first.max(from));
    let end = bounds.to.unwrap_or_else(|| scope.names.books.today.max(to.unwrap_or(NaiveDate::MIN)));
    Period::new(from, to.map_or(end, |to| to.min(end)))
}

/// A line for each day of each stint that the work gives an amount for.
fn each_day<'a>(
    scope: &Scope<'a, '_>,
    lines: Vec<Line<'a>>,
    mut work: impl FnMut(&'a Stint, NaiveDate, Line<'a>, &mut Vec<Line<'a>>),
) -> Vec<Line<'a>> {
    let books = scope.names.books;
    let mut found = Vec::new();
    for line in lines {
        let Some(stint) = line.stint else { continue };
        let bare = Line { fields: Vec::new(), remark: None, ..line };
        let rough = estimated(stint);
        for day in days_inside(scope, stint).into_iter().flat_map(Period::days) {
            let remark = missing_year(books, day).or_else(|| rough.clone());
            work(stint, day, Line { when: When::Event(Period::day(day)), remark, ..bare.clone() }, &mut found);
        }
    }
    found
}

fn missing_year(books: &Books<'_>, day: NaiveDate) -> Option<Remark> {
    (!books.calendar.knows(day.year())).then(|| Remark::MissingYear(day.year()))
}

fn halves(count: usize) -> Exact {
    Exact::ratio(i128::try_from(count).unwrap_or(0), 2).unwrap_or_default()
}

fn expected<'a>(scope: &Scope<'a, '_>, lines: Vec<Line<'a>>) -> Vec<Line<'a>> {
    let calendar = scope.names.books.calendar;
    each_day(scope, lines, |_, day, line, found| {
        if calendar.facts(day).is_working() {
            found.push(line);
        }
    })
}

/// Sessions that were held on days off, by stint and half-day: only they make such a half-day count.
type Held = HashMap<(StintId, NaiveDate, Slot), RecordKey>;

fn held_on_days_off(books: &Books<'_>, bounds: Bounds) -> Held {
    let sessions = books.sessions.iter().filter(|session| bounds.contains(session.on_date) && is_held(books, session));
    let off = sessions.filter(|session| !books.calendar.facts(session.on_date).is_working());
    off.filter_map(|session| {
        let stint = working_stint(session)?;
        Some(((stint, session.on_date, session.slot), (Table::Session, session.id.raw())))
    })
    .collect()
}

fn on_post<'a>(scope: &Scope<'a, '_>, lines: Vec<Line<'a>>) -> Vec<Line<'a>> {
    let books = scope.names.books;
    let held = held_on_days_off(books, scope.time.bounds());
    each_day(scope, lines, |stint, day, line, found| {
        let facts = books.calendar.facts(day);
        let mut also = Vec::new();
        let mut count = 0;
        for slot in HALVES {
            let (is_here, why) = half_day(books, &held, stint, (day, slot), facts.is_working());
            count += usize::from(is_here);
            also.extend(why);
        }
        if count > 0 || !also.is_empty() {
            let kind = Value::Listed(facts.kind as usize, ZH.day_kind(facts.kind));
            found.push(Line { also, ..line.with(Field::DayKind, kind) }.amounting(halves(count)));
        }
    })
}

/// Whether the expert was on post in the half-day, and the record that decided it; a mark of the attendance sheet
/// always does.
fn half_day(
    books: &Books<'_>,
    held: &Held,
    stint: &Stint,
    (day, slot): (NaiveDate, Slot),
    is_working: bool,
) -> (bool, Option<RecordKey>) {
    if let Some(mark) = books.mark(stint.id, day, slot) {
        let is_here = matches!(mark.mark, AttendanceMark::Present | AttendanceMark::Tour);
        return (is_here, Some((Table::Attendance, mark.id.raw())));
    }
    if is_working {
        let away = books.leave_of(stint.person).iter().find(|leave| leave.covers(day, slot));
        return (away.is_none(), away.map(|leave| (Table::Leave, leave.id.raw())));
    }
    let session = held.get(&(stint.id, day, slot)).copied();
    (session.is_some(), session)
}

fn on_leave<'a>(scope: &Scope<'a, '_>, lines: Vec<Line<'a>>) -> Vec<Line<'a>> {
    let books = scope.names.books;
    each_day(scope, lines, |stint, day, line, found| {
        if !books.calendar.facts(day).is_working() {
            return;
        }
        let away = books.leave_of(stint.person);
        for slot in HALVES {
            // A half-day of two absences is one, of both kinds.
            let mut line = line.clone();
            for leave in away.iter().filter(|leave| leave.covers(day, slot)) {
                let kind = Value::Listed(leave.kind as usize, ZH.leave_kind(leave.kind));
                line = line.with(Field::Kind, kind);
                line.also.push((Table::Leave, leave.id.raw()));
            }
            if !line.also.is_empty() {
                found.push(line.amounting(halves(1)));
            }
        }
    })
}

fn workdays<'a>(scope: &Scope<'a, '_>, _: Vec<Line<'a>>) -> Vec<Line<'a>> {
    let books = scope.names.books;
    // Without a period the calendar is counted from the first record on.
    let days = days_of(scope.time, &stints(books), books.today);
    let working = days.into_iter().flat_map(Period::days).filter(|day| books.calendar.facts(*day).is_working());
    working
        .map(|day| Line { remark: missing_year(books, day), ..Line::of_calendar(When::Event(Period::day(day))) })
        .collect()
}
