//! People and stints: who is here, since when, until when, in which post.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::super::books::Books;
use super::super::key::{Field, Key};
use super::super::line::{Line, Value};
use super::super::spec::{EXPERT, EXPERT_FIELDS, Expand, Measure, Spec, TimeUse, WHERE, WHERE_FIELDS};
use super::super::when::When;
use super::stays;
use crate::domain::{Appointment, Stint, Table};
use crate::i18n::Tr;

/// The codes.
pub const SPECS: &[Spec] = &[
    Spec {
        code: "people.count",
        meaning: Tr::figure_people_count,
        unit: Tr::unit_people,
        basis: Tr::basis_people,
        distinct: &[(Field::Name, Tr::unit_people)],
        measure: Measure::Different(Field::Person),
        ..STINTS
    },
    Spec {
        code: "people.present",
        meaning: Tr::figure_people_present,
        unit: Tr::unit_people,
        basis: Tr::basis_present,
        measure: Measure::Different(Field::Person),
        expand: Some(Expand::Lines(stays::present)),
        time: TimeUse::OwnState,
        ..STINTS
    },
    Spec {
        code: "people.served",
        meaning: Tr::figure_people_served,
        unit: Tr::unit_people,
        basis: Tr::basis_people,
        takes: &[WHERE, EXPERT, &[Key::MinDays]],
        measure: Measure::Different(Field::Person),
        expand: Some(Expand::Lines(stays::served)),
        time: TimeUse::OwnState,
        ..STINTS
    },
    Spec {
        code: "stint.count",
        meaning: Tr::figure_stint_count,
        unit: Tr::unit_stints,
        basis: Tr::basis_stints,
        distinct: &[
            (Field::Host, Tr::unit_places),
            (Field::Supporter, Tr::unit_places),
            (Field::Dept, Tr::unit_places),
            (Field::Batch, Tr::unit_batches),
        ],
        ..STINTS
    },
    Spec {
        code: "stint.ending",
        meaning: Tr::figure_stint_ending,
        unit: Tr::unit_stints,
        basis: Tr::basis_stints,
        source: planned_ends,
        ..STINTS
    },
    Spec {
        code: "stint.gap_days",
        meaning: Tr::figure_stint_gap_days,
        unit: Tr::unit_days,
        basis: Tr::basis_gap,
        takes: &[WHERE, &[Key::Host, Key::Supporter, Key::Dept, Key::Batch]],
        measure: Measure::Largest,
        expand: Some(Expand::Lines(stays::gaps)),
        late: &[Key::Batch],
        time: TimeUse::Own,
        ..STINTS
    },
    Spec {
        code: "appointment.count",
        meaning: Tr::figure_appointment_count,
        unit: Tr::unit_items,
        basis: Tr::basis_items,
        takes: &[WHERE, &[Key::Person, Key::Name]],
        fields: &[WHERE_FIELDS, &[Field::Person, Field::Post, Field::Name]],
        source: appointments,
        ..Spec::BLANK
    },
];

/// What codes about stints share.
const STINTS: Spec = Spec {
    takes: &[WHERE, EXPERT],
    fields: &[WHERE_FIELDS, EXPERT_FIELDS, &[Field::Name]],
    source: stints,
    ..Spec::BLANK
};

/// Every stint, as long as it may have lasted.
pub fn stints<'a>(books: &Books<'a>) -> Vec<Line<'a>> {
    let stints = books.registry.stints.values();
    stints.map(|stint| of_stint(books, stint, When::Interval(stint.first_day(), stint.last_day()))).collect()
}

/// A line of a stint.
pub fn of_stint<'a>(books: &Books<'a>, stint: &'a Stint, when: When) -> Line<'a> {
    let name = books.person(stint.person).map_or("", |person| &person.name);
    Line::one((Table::Stint, stint.id.raw()), when)
        .of_stint(Some(stint))
        .text(Field::Name, name)
        .with(Field::Date, Value::Day(stint.arrive_on, stint.arrive_prec, None))
}

fn planned_ends<'a>(books: &Books<'a>) -> Vec<Line<'a>> {
    let planned = books.registry.stints.values().filter_map(|stint| Some((stint, stint.plan_leave_on?)));
    planned
        .map(|(stint, on)| {
            let mut line = of_stint(books, stint, When::Event(stint.plan_leave_prec.span(on)));
            line.fields.retain(|(field, _)| *field != Field::Date);
            line.with(Field::Date, Value::Day(on, stint.plan_leave_prec, None))
        })
        .collect()
}

fn appointments<'a>(books: &Books<'a>) -> Vec<Line<'a>> {
    books.registry.appointments.values().map(|post| appointment(books, post)).collect()
}

/// A post held; it belongs to the programme of the stint beside it.
fn appointment<'a>(books: &Books<'a>, post: &'a Appointment) -> Line<'a> {
    let from = post.from_on.map(|on| post.from_prec.span(on).from());
    let to = post.to_on.map(|on| post.to_prec.span(on).to());
    let when =
        if from.is_none() && to.is_none() { When::Always } else { When::Interval(from.unwrap_or(NaiveDate::MIN), to) };
    let stints = books.registry.stints.values().filter(|stint| stint.person == post.person);
    let beside = |stint: &&Stint| {
        from.is_none_or(|from| stint.last_day().is_none_or(|last| from <= last))
            && to.is_none_or(|to| stint.first_day() <= to)
    };
    let stint = stints.filter(beside).max_by_key(|stint| (stint.host_inst == post.inst, stint.first_day()));
    let day = post.from_on.map(|on| Value::Day(on, post.from_prec, None));
    Line::one((Table::Appointment, post.id.raw()), when)
        .of_stint(stint)
        .with(Field::Person, Value::Person(post.person))
        .with(Field::Inst, Value::Place(post.inst))
        .with(Field::Host, Value::Place(post.inst))
        .with(Field::Post, Value::Text(Cow::Borrowed(&post.post)))
        .with(Field::Name, Value::Text(Cow::Borrowed(&post.post)))
        .maybe(Field::Date, day)
}
