//! A broken row between half-days as a finding: whom it is about, what clashes, and the records behind it.

use std::collections::BTreeSet;

use super::super::codes::{RuleTerm, Slot};
use super::super::date::Period;
use super::super::finding::Finding;
use super::super::records::{RotaRule, Session};
use super::super::registry::Registry;
use super::super::row::Table;
use super::index::working_stint;

/// The finding of a broken row over some sessions, the decisive one last.
pub(super) fn finding(term: RuleTerm, rule: &RotaRule, mut sessions: Vec<&Session>, registry: &Registry) -> Finding {
    let decisive = sessions.last().map_or_else(Default::default, |session| session.on_date);
    if matches!(term, RuleTerm::DoubleBooked | RuleTerm::RoomClash) {
        sessions.sort_by_key(|session| session.id);
    }
    let first = sessions.first();
    let person = first.and_then(|session| person_name(session, registry)).unwrap_or_default();
    let room = first.map_or("", |session| session.room.as_str());
    let (subject, detail) = match term {
        RuleTerm::RoomClash => (room, names(&sessions, |session| person_name(session, registry))),
        RuleTerm::TwoTowns => (person, names(&sessions, |session| place_name(session, registry))),
        RuleTerm::RestAfterDuty => (person, String::new()),
        _ => (person, names(&sessions, |session| activity_name(session, registry))),
    };
    let mut records: Vec<_> = sessions.iter().map(|session| (Table::Session, session.id.raw())).collect();
    // Of a night and the work after it, the night is named first.
    if term != RuleTerm::RestAfterDuty {
        records.sort_unstable();
    }
    let on_the_day = sessions.iter().filter(|session| session.on_date == decisive);
    let slots: BTreeSet<Slot> = on_the_day.map(|session| session.slot).collect();
    Finding {
        rule: term,
        severity: rule.severity,
        subject: subject.to_owned(),
        detail,
        period: Period::day(decisive),
        slot: if slots.len() == 1 { slots.first().copied() } else { None },
        records,
    }
}

fn person_name<'a>(session: &Session, registry: &'a Registry) -> Option<&'a str> {
    registry.person_of(working_stint(session)).map(|person| person.name.as_str())
}

fn activity_name<'a>(session: &'a Session, registry: &'a Registry) -> Option<&'a str> {
    match session.topic.as_str() {
        "" => registry.activities.get(&session.activity).map(|activity| activity.name_zh.as_str()),
        topic => Some(topic),
    }
}

fn place_name<'a>(session: &Session, registry: &'a Registry) -> Option<&'a str> {
    registry.institutions.get(&session.inst).map(|inst| inst.name.as_str())
}

fn names<'a>(sessions: &[&'a Session], name: impl Fn(&'a Session) -> Option<&'a str>) -> String {
    sessions.iter().filter_map(|session| name(session)).collect::<Vec<_>>().join(Finding::BETWEEN)
}
