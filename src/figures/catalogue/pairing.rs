//! Mentors and apprentices: pairs, their ratio, and what was taught.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::super::books::{Books, ZH};
use super::super::key::{Field, Key};
use super::super::line::{Line, Value};
use super::super::spec::{EXPERT, EXPERT_FIELDS, Expand, Measure, Scope, Spec, WHERE, WHERE_FIELDS, status_is};
use super::super::when::{Time, When};
use super::bonds::Bond;
use crate::domain::{Pairing, PairingId, PairingStatus, Period, Precision, Table, TeachingLog};
use crate::i18n::Tr;

/// The codes.
pub const SPECS: &[Spec] = &[
    Spec {
        code: "pairing.count",
        meaning: Tr::figure_pairing_count,
        unit: Tr::unit_pairs,
        basis: Tr::basis_pairs,
        distinct: &[(Field::Mentor, Tr::unit_people), (Field::Apprentice, Tr::unit_people)],
        ..PAIRINGS
    },
    Spec {
        code: "pairing.ratio",
        meaning: Tr::figure_pairing_ratio,
        unit: Tr::unit_ratio,
        basis: Tr::basis_ratio,
        measure: Measure::Ratio { one: Field::Mentor, to: Field::Apprentice },
        expand: Some(Expand::Lines(|scope, lines| {
            standing(scope, lines.into_iter().filter(|line| !is_exempt(scope.names.books, line)).collect())
        })),
        ..PAIRINGS
    },
    Spec {
        code: "teaching.count",
        meaning: Tr::figure_teaching_count,
        unit: Tr::unit_times,
        basis: Tr::basis_teaching,
        takes: &[WHERE, EXPERT, &[Key::Kind]],
        distinct: &[(Field::Pair, Tr::unit_times)],
        fields: &[WHERE_FIELDS, EXPERT_FIELDS, PAIR_FIELDS, &[Field::Kind]],
        measure: Measure::Different(Field::Event),
        source: logs,
        ..Spec::BLANK
    },
];

const PAIR_FIELDS: &[Field] = &[Field::Mentor, Field::Apprentice, Field::ApprenticeDept];

/// What codes about pairs share.
const PAIRINGS: Spec = Spec {
    takes: &[
        WHERE,
        &[Key::Host, Key::Supporter, Key::Dept, Key::Person, Key::Batch, Key::Kind, Key::Status, Key::Mode],
    ],
    fields: &[WHERE_FIELDS, EXPERT_FIELDS, PAIR_FIELDS, &[Field::Kind, Field::Status]],
    source: pairings,
    expand: Some(Expand::Lines(standing)),
    late: &[Key::Status],
    by_default: |_, line| !status_is(line, PLANNED),
    ..Spec::BLANK
};

/// Pairs that have not come about yet.
const PLANNED: &[&str] = &[ZH.pairing_status(PairingStatus::Proposed), ZH.pairing_status(PairingStatus::Signed)];

fn pairings<'a>(books: &Books<'a>) -> Vec<Line<'a>> {
    books.registry.pairings.values().map(|pairing| of_pairing(books, pairing)).collect()
}

fn of_pairing<'a>(books: &Books<'a>, pairing: &'a Pairing) -> Line<'a> {
    let when = if pairing.is_broken_off() {
        When::Broken(pairing.first_day(), pairing.last_day())
    } else {
        When::Interval(pairing.first_day(), pairing.last_day())
    };
    let stint = pairing.mentor_stint.and_then(|id| books.registry.stints.get(&id));
    let apprentice = books.person(pairing.apprentice);
    let home = apprentice.and_then(|person| person.inst);
    let place = match (stint, pairing.relation.and_then(|id| books.registry.relations.get(&id))) {
        (Some(stint), _) => Some(stint.host_inst),
        (None, Some(relation)) => Some(relation.to_inst),
        (None, None) => home,
    };
    let bond = Bond { relation: pairing.relation, programme: pairing.programme, place };
    let line = Line::one((Table::Pairing, pairing.id.raw()), when).of_stint(stint);
    bond.tie(books, line)
        .with(Field::Person, Value::Person(pairing.mentor))
        .with(Field::Person, Value::Person(pairing.apprentice))
        .with(Field::Mentor, Value::Person(pairing.mentor))
        .with(Field::Apprentice, Value::Person(pairing.apprentice))
        .with(Field::Kind, Value::Listed(pairing.kind as usize, ZH.pairing_kind(pairing.kind)))
        .with(Field::Mode, Value::Listed(pairing.mode as usize, ZH.pairing_mode(pairing.mode)))
        .with(Field::Date, Value::Day(pairing.from_on, pairing.from_prec, None))
        .maybe(Field::Dept, pairing.host_dept.map(Value::Dept))
        .maybe(Field::ApprenticeDept, apprentice.and_then(|person| person.dept).map(Value::Dept))
}

/// Whether its mentor is not expected to teach: by the posting of the pair, else by all postings beside it.
fn is_exempt(books: &Books<'_>, line: &Line<'_>) -> bool {
    if let Some(stint) = line.stint {
        return stint.no_mentoring;
    }
    let pairing = line.record.and_then(|(_, id)| books.registry.pairings.get(&PairingId::new(id)));
    let Some(pairing) = pairing else { return false };
    let days = Period::new(pairing.first_day(), pairing.last_day().unwrap_or(NaiveDate::MAX));
    let stints = books.registry.stints.values().filter(|stint| stint.person == pairing.mentor);
    let mut beside = stints.filter(|stint| days.is_some_and(|days| stint.touches(days))).peekable();
    beside.peek().is_some() && beside.all(|stint| stint.no_mentoring)
}

/// Each pair with its status: on a day a running pair is 在带, whatever became of it later.
fn standing<'a>(scope: &Scope<'a, '_>, lines: Vec<Line<'a>>) -> Vec<Line<'a>> {
    let pairings = &scope.names.books.registry.pairings;
    lines
        .into_iter()
        .filter_map(|line| {
            let pairing = pairings.get(&PairingId::new(line.record?.1))?;
            let is_running = matches!(scope.time, Time::On(_)) && pairing.has_begun();
            let status = if is_running { PairingStatus::Active } else { pairing.status };
            Some(line.with(Field::Status, Value::Listed(status as usize, ZH.pairing_status(status))))
        })
        .collect()
}

fn logs<'a>(books: &Books<'a>) -> Vec<Line<'a>> {
    books.registry.teaching_logs.values().map(|log| of_log(books, log)).collect()
}

fn of_log<'a>(books: &Books<'a>, log: &'a TeachingLog) -> Line<'a> {
    let stint = log.stint.and_then(|id| books.registry.stints.get(&id));
    let activity = books.registry.activities.get(&log.activity).map_or("", |activity| &activity.name_zh);
    let slot = log.slot.map_or("", |slot| ZH.slot(slot));
    let form = if log.form.is_empty() { activity } else { &log.form };
    let event = format!("{}|{slot}|{}|{form}|{}", log.on_date, log.mentor.raw(), log.topic);
    let pair = format!("{event}|{}", log.apprentice.map_or(0, crate::domain::PersonId::raw));
    let home = log.apprentice.and_then(|id| books.person(id)).and_then(|person| person.dept);
    let bond = Bond { relation: log.relation, programme: log.programme, place: None };
    let line = Line::one((Table::TeachingLog, log.id.raw()), When::Event(log.on_prec.span(log.on_date)));
    let mut line = bond
        .tie(books, line.of_stint(stint))
        .with(Field::Person, Value::Person(log.mentor))
        .with(Field::Mentor, Value::Person(log.mentor))
        .maybe(Field::Apprentice, log.apprentice.map(Value::Person))
        .maybe(Field::ApprenticeDept, home.map(Value::Dept))
        .with(Field::Kind, Value::Text(Cow::Borrowed(activity)))
        .with(Field::Event, Value::Text(Cow::Owned(event)))
        .with(Field::Pair, Value::Text(Cow::Owned(pair)))
        .with(Field::Date, Value::Day(log.on_date, log.on_prec, log.slot.filter(|_| log.on_prec == Precision::Day)))
        .maybe(Field::Dept, log.dept.map(Value::Dept));
    if !log.form.is_empty() && log.form != activity {
        line = line.text(Field::Kind, &log.form);
    }
    line
}
