//! Sessions: how many, how many half-days, how many experts.

use std::borrow::Cow;

use super::super::books::{Books, ZH};
use super::super::exact::Exact;
use super::super::key::{Field, Key};
use super::super::line::{Line, Value};
use super::super::spec::{EXPERT, EXPERT_FIELDS, Measure, Spec, WHERE, WHERE_FIELDS, status_is};
use super::super::when::When;
use crate::domain::{Period, Precision, Session, SessionStatus, StintId, Table};
use crate::i18n::Tr;

/// The codes.
pub const SPECS: &[Spec] = &[
    Spec {
        code: "session.count",
        meaning: Tr::figure_session_count,
        unit: Tr::unit_times,
        basis: Tr::basis_sessions,
        distinct: &[(Field::Person, Tr::unit_people), (Field::Host, Tr::unit_places), (Field::Dept, Tr::unit_places)],
        ..SESSIONS
    },
    Spec {
        code: "session.halfdays",
        meaning: Tr::figure_session_halfdays,
        unit: Tr::unit_halfdays,
        basis: Tr::basis_halfdays,
        measure: Measure::Sum { decimals: 0 },
        ..SESSIONS
    },
];

/// What codes about sessions share.
const SESSIONS: Spec = Spec {
    takes: &[WHERE, EXPERT, &[Key::Activity, Key::Slot, Key::Status, Key::DayKind]],
    fields: &[WHERE_FIELDS, EXPERT_FIELDS, &[Field::Activity, Field::Status]],
    source: sessions,
    by_default: |_, line| !status_is(line, &[ZH.session_status(SessionStatus::Cancelled)]),
    ..Spec::BLANK
};

/// The stint that a session counts for; a substituted one counts for the substitute alone, for nobody where none is
/// named.
pub fn working_stint(session: &Session) -> Option<StintId> {
    match session.status {
        SessionStatus::Substituted => session.substitute_stint,
        _ => Some(session.stint),
    }
}

/// Whether the session took place: it was not cancelled, is no rest, and its day has come. Old week tables say no more
/// than that; work done is counted elsewhere and only from what was entered.
pub fn is_held(books: &Books<'_>, session: &Session) -> bool {
    let is_work = books.registry.activities.get(&session.activity).is_some_and(|activity| activity.is_work);
    is_work && session.status != SessionStatus::Cancelled && session.on_date <= books.today
}

/// Every session but the rests.
fn sessions<'a>(books: &Books<'a>) -> Vec<Line<'a>> {
    books.sessions.iter().filter_map(|session| of_session(books, session)).collect()
}

fn of_session<'a>(books: &Books<'a>, session: &'a Session) -> Option<Line<'a>> {
    let activity = books.registry.activities.get(&session.activity)?;
    if !activity.is_work {
        return None;
    }
    let planned = books.registry.stints.get(&session.stint);
    let working = working_stint(session).and_then(|id| books.registry.stints.get(&id));
    let facts = books.calendar.facts(session.on_date);
    let dept = session.dept.or_else(|| working.or(planned).and_then(|stint| stint.host_dept));
    let mut line = Line::one((Table::Session, session.id.raw()), When::Event(Period::day(session.on_date)));
    line.fields.reserve(8);
    line = line
        .of_stint(working)
        .with(Field::Inst, Value::Place(session.inst))
        .with(Field::Status, Value::Listed(session.status as usize, ZH.session_status(session.status)))
        .with(Field::Slot, Value::Listed(session.slot as usize, ZH.slot(session.slot)))
        .with(Field::DayKind, Value::Listed(facts.kind as usize, ZH.day_kind(facts.kind)))
        .with(Field::Date, Value::Day(session.on_date, Precision::Day, Some(session.slot)))
        .maybe(Field::Dept, dept.map(Value::Dept));
    for id in std::iter::once(&session.activity).chain(&session.further) {
        let name = books.registry.activities.get(id).map(|one| Value::Text(Cow::Borrowed(one.name_zh.as_str())));
        line = line.maybe(Field::Activity, name);
    }
    // Nobody stood in by name: the session still belongs to its host and programme.
    if let (None, Some(stint)) = (working, planned) {
        let relation = books.relation_of(stint);
        line = line
            .with(Field::Host, Value::Place(stint.host_inst))
            .maybe(Field::Relation, stint.relation.map(Value::Relation))
            .maybe(Field::Programme, relation.map(|relation| Value::Programme(relation.programme)))
            .maybe(Field::Supporter, books.supporter_of(stint).map(Value::Place));
    }
    Some(line.amounting(Exact::ONE))
}
