//! What surrounds the experts: study leave, studios, teams, benefits, leaders' visits.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::super::books::{Books, ZH};
use super::super::key::{Field, Key};
use super::super::line::{Line, Value};
use super::super::spec::{EXPERT, EXPERT_FIELDS, Measure, Spec, WHERE, WHERE_FIELDS};
use super::super::when::When;
use super::bonds::{Bond, who};
use crate::domain::{Benefit, Precision, Studio, StudyLeave, Table, Team, Visit};
use crate::i18n::Tr;

/// Visits and benefits, which belong to people and stints.
pub const CARE: &[Spec] = &[
    Spec {
        code: "liaison.visits",
        meaning: Tr::figure_liaison_visits,
        unit: Tr::unit_times,
        basis: Tr::basis_visits,
        takes: &[WHERE, EXPERT, &[Key::Name]],
        fields: &[WHERE_FIELDS, EXPERT_FIELDS, &[Field::Name]],
        measure: Measure::Different(Field::Event),
        source: |books| books.registry.visits.values().map(|visit| of_visit(books, visit)).collect(),
        ..Spec::BLANK
    },
    Spec {
        code: "benefit.count",
        meaning: Tr::figure_benefit_count,
        unit: Tr::unit_stints,
        basis: Tr::basis_stints,
        takes: &[WHERE, EXPERT, &[Key::Kind]],
        distinct: &[(Field::Person, Tr::unit_people)],
        fields: &[WHERE_FIELDS, EXPERT_FIELDS, &[Field::Kind]],
        source: |books| books.registry.benefits.values().map(|benefit| of_benefit(books, benefit)).collect(),
        ..Spec::BLANK
    },
];

/// Study leave, studios and teams.
pub const LEDGERS: &[Spec] = &[
    Spec {
        code: "study.count",
        meaning: Tr::figure_study_count,
        unit: Tr::unit_stints,
        basis: Tr::basis_stints,
        takes: &[WHERE, &[Key::Dept, Key::Person, Key::Peer, Key::Kind, Key::Category, Key::Batch, Key::Status]],
        distinct: &[(Field::Person, Tr::unit_people), (Field::Institution, Tr::unit_houses)],
        fields: &[
            WHERE_FIELDS,
            &[Field::Person, Field::Dept, Field::Peer, Field::Kind, Field::Category, Field::Batch, Field::Status],
        ],
        source: |books| books.registry.study_leaves.values().map(|study| of_study(books, study)).collect(),
        ..Spec::BLANK
    },
    Spec {
        code: "studio.count",
        meaning: Tr::figure_studio_count,
        unit: Tr::unit_places,
        basis: Tr::basis_studios,
        takes: &[WHERE, &[Key::Dept, Key::Person, Key::Kind, Key::Status, Key::Name]],
        fields: &[WHERE_FIELDS, &[Field::Person, Field::Dept, Field::Kind, Field::Status, Field::Name]],
        source: |books| books.registry.studios.values().map(|studio| of_studio(books, studio)).collect(),
        ..Spec::BLANK
    },
    Spec {
        code: "team.count",
        meaning: Tr::figure_team_count,
        unit: Tr::unit_teams,
        basis: Tr::basis_teams,
        takes: &[WHERE, &[Key::Person, Key::Kind, Key::Name]],
        fields: &[WHERE_FIELDS, &[Field::Person, Field::Kind, Field::Name]],
        source: |books| books.registry.teams.values().map(|team| of_team(books, team)).collect(),
        ..Spec::BLANK
    },
];

fn of_visit<'a>(books: &Books<'a>, visit: &'a Visit) -> Line<'a> {
    let stint = books.registry.stints.get(&visit.stint);
    let event = format!("{}|{}", visit.on_date, visit.leader);
    Line::one((Table::Visit, visit.id.raw()), When::Event(visit.on_prec.span(visit.on_date)))
        .of_stint(stint)
        .text(Field::Name, &visit.leader)
        .with(Field::Event, Value::Text(Cow::Owned(event)))
        .with(Field::Date, Value::Day(visit.on_date, visit.on_prec, None))
}

fn of_benefit<'a>(books: &Books<'a>, benefit: &'a Benefit) -> Line<'a> {
    let from = benefit.from_on.or(benefit.done_on);
    let when = match (from, benefit.to_on) {
        (None, None) => When::Always,
        (from, to) => When::Interval(from.unwrap_or(NaiveDate::MIN), to),
    };
    let kind = Value::Listed(benefit.kind as usize, ZH.benefit_kind(benefit.kind));
    Line::one((Table::Benefit, benefit.id.raw()), when)
        .of_stint(books.registry.stints.get(&benefit.stint))
        .with(Field::Kind, kind)
        .maybe(Field::Date, from.map(|on| Value::Day(on, Precision::Day, None)))
}

fn of_study<'a>(books: &Books<'a>, study: &'a StudyLeave) -> Line<'a> {
    let to = study.to_on.map(|on| study.to_prec.span(on).to());
    let person = books.person(study.person);
    let home = person.and_then(|person| person.inst);
    let bond = Bond { relation: study.relation, programme: study.programme, place: home };
    let when = When::Interval(study.from_prec.span(study.from_on).from(), to);
    let line = bond.tie(books, Line::one((Table::StudyLeave, study.id.raw()), when));
    let programme = books.programme(&line);
    line.with(Field::Person, Value::Person(study.person))
        .with(Field::Peer, Value::Place(study.dest_inst))
        .with(Field::Institution, Value::Place(study.dest_inst))
        .with(Field::Status, Value::Listed(study.status as usize, ZH.study_status(study.status)))
        .with(Field::Date, Value::Day(study.from_on, study.from_prec, None))
        .maybe(Field::Dept, person.and_then(|person| person.dept).map(Value::Dept))
        .maybe(Field::Kind, study.kind.map(|kind| Value::Listed(kind as usize, ZH.study_kind(kind))))
        .text(Field::Category, &study.category)
        .maybe(Field::Batch, study.batch_no.map(|number| Value::Batch(number, programme, home)))
}

/// Days since the first of which something is there; undated it always is.
fn since(on: Option<NaiveDate>, precision: Precision) -> When {
    on.map_or(When::Always, |on| When::Since(precision.span(on).from()))
}

fn of_studio<'a>(books: &Books<'a>, studio: &'a Studio) -> Line<'a> {
    let bond = Bond { relation: studio.relation, programme: studio.programme, place: Some(studio.host_inst) };
    let when = since(studio.opened_on, studio.opened_prec);
    bond.tie(books, Line::one((Table::Studio, studio.id.raw()), when))
        .maybe(Field::Person, who(studio.head, &studio.head_name))
        .maybe(Field::Dept, studio.dept.map(Value::Dept))
        .maybe(Field::Status, studio.status.map(|status| Value::Listed(status as usize, ZH.build_status(status))))
        .text(Field::Kind, &studio.kind)
        .text(Field::Name, &studio.name)
        .maybe(Field::Date, studio.opened_on.map(|on| Value::Day(on, studio.opened_prec, None)))
}

fn of_team<'a>(books: &Books<'a>, team: &'a Team) -> Line<'a> {
    let bond = Bond { relation: team.relation, programme: team.programme, place: Some(team.inst) };
    let when = since(team.from_on, team.from_prec);
    bond.tie(books, Line::one((Table::Team, team.id.raw()), when))
        .maybe(Field::Person, who(team.head, &team.head_name))
        .text(Field::Name, &team.name)
        .maybe(Field::Date, team.from_on.map(|on| Value::Day(on, team.from_prec, None)))
}
