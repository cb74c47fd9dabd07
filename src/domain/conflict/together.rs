//! Rules between sessions: one person twice, one room twice, two towns in one day.

use std::collections::{BTreeMap, BTreeSet};

use super::super::codes::Slot;
use super::super::date::Period;
use super::super::finding::{Finding, RuleCode};
use super::super::records::{Person, PersonId, Session};
use super::super::registry::Registry;
use super::super::row::Table;
use super::index::working_stint;

/// Rules between the sessions of one person on one day.
pub(super) fn of_one_day(sessions: &[&Session], person: PersonId, registry: &Registry) -> Vec<Finding> {
    let mut by_slot: BTreeMap<Slot, Vec<&Session>> = BTreeMap::new();
    for session in sessions {
        by_slot.entry(session.slot).or_default().push(session);
    }
    for same in by_slot.values_mut() {
        same.sort_by_key(|session| session.id);
    }
    let name = registry.people.get(&person).map_or("", |person| person.name.as_str());
    let doubled = by_slot.values().filter(|same| same.len() > 1).map(|same| Finding {
        subject: name.to_owned(),
        ..found(RuleCode::DoubleBooked, same, names(same, |session| activity_name(session, registry)))
    });
    let half_days: Vec<&Vec<&Session>> = by_slot.values().collect();
    let travels = half_days.windows(2).filter_map(|pair| {
        let [before, after] = pair else { return None };
        let (before, after) = first_away(before, registry).zip(first_away(after, registry))?;
        let is_adjacent = (before.slot, after.slot) != (Slot::Am, Slot::Night);
        (is_adjacent && before.inst != after.inst).then(|| Finding {
            subject: name.to_owned(),
            ..found(RuleCode::TwoTowns, &[before, after], names(&[before, after], |one| place_name(one, registry)))
        })
    });
    doubled.chain(travels).collect()
}

/// Rules between the sessions that take a room at one place in one half-day.
pub(super) fn of_one_half_day(sessions: &[&Session], registry: &Registry) -> Vec<Finding> {
    let mut by_room: BTreeMap<&str, Vec<&Session>> = BTreeMap::new();
    for session in sessions {
        by_room.entry(&session.room).or_default().push(session);
    }
    by_room
        .into_iter()
        .filter(|(_, same)| same.iter().filter_map(|session| person_of(session, registry)).collect::<Ids>().len() > 1)
        .map(|(room, mut same)| {
            same.sort_by_key(|session| session.id);
            let people =
                names(&same, |session| registry.person_of(working_stint(session)).map(|who| who.name.as_str()));
            Finding { subject: room.to_owned(), ..found(RuleCode::RoomClash, &same, people) }
        })
        .collect()
}

type Ids = BTreeSet<PersonId>;

fn person_of(session: &Session, registry: &Registry) -> Option<PersonId> {
    registry.person_of(working_stint(session)).map(|person: &Person| person.id)
}

fn first_away<'a>(sessions: &[&'a Session], registry: &Registry) -> Option<&'a Session> {
    sessions.iter().find(|session| is_away(session, registry)).copied()
}

/// Whether the session is at another place than the stint's host.
fn is_away(session: &Session, registry: &Registry) -> bool {
    registry.stints.get(&working_stint(session)).is_some_and(|stint| stint.host_inst != session.inst)
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

/// A finding about sessions of one day; of one half-day where they share it.
fn found(rule: RuleCode, sessions: &[&Session], detail: String) -> Finding {
    let mut records: Vec<_> = sessions.iter().map(|session| (Table::Session, session.id.raw())).collect();
    records.sort_unstable();
    let slots: BTreeSet<Slot> = sessions.iter().map(|session| session.slot).collect();
    Finding {
        rule,
        subject: String::new(),
        detail,
        period: Period::day(sessions.first().map_or_else(Default::default, |session| session.on_date)),
        slot: if slots.len() == 1 { slots.first().copied() } else { None },
        records,
    }
}
