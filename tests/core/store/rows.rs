//! Every record comes back as it went in.

use chuanbangdai::domain::*;

use super::hospital::{Place, apply, day, hospital, session};

#[test]
fn every_row_comes_back_as_it_went_in() {
    let place = Place::new();
    apply(&mut place.create(), &hospital());
    let store = place.open();
    for edit in hospital() {
        let Edit::Put { row } = edit else { unreachable!() };
        assert_eq!(store.row(row.table(), row.id()).unwrap(), Some(row));
    }
}

#[test]
fn the_registry_holds_every_table_but_the_sessions() {
    let place = Place::new();
    let mut store = place.create();
    apply(&mut store, &hospital());
    let registry = store.registry().unwrap();
    assert_eq!(registry.own_institution().unwrap().name, "商南县医院");
    assert_eq!(registry.setting("unit"), Some("商南县医院"));
    assert_eq!(registry.person_of(Id::new(2)).unwrap().name, "邹龙");
    assert_eq!(registry.leave.len() + registry.templates.len() + registry.publications.len(), 3);
    assert_eq!(registry.batches.len() + registry.appointments.len() + registry.agreements.len(), 3);
    assert_eq!((registry.calendar_days.len(), registry.departments.len()), (1, 2));
    assert_eq!(registry.next_id(Table::Person), 3);
    assert_eq!(registry.next_id(Table::Session), 3);
    assert_eq!(registry.next_ids.len(), Table::ALL.len());
}

#[test]
fn a_new_file_knows_what_sessions_can_be() {
    let place = Place::new();
    let store = place.create();
    let registry = store.registry().unwrap();
    assert!(registry.activity("clinic").unwrap().is_clinic);
    assert!(registry.activity("tour").unwrap().is_outside);
    assert!(!registry.activity("rest").unwrap().is_work);
    let mut letters: Vec<_> = registry.activities.values().map(|activity| activity.letter.as_str()).collect();
    letters.sort_unstable();
    letters.dedup();
    assert_eq!(letters.len(), registry.activities.len(), "every activity has a letter of its own");
    assert!(registry.activities.values().all(|activity| !activity.name_en.is_empty()));
}

#[test]
fn sessions_come_by_date_half_day_stint_and_key() {
    let place = Place::new();
    let mut store = place.create();
    apply(&mut store, &hospital());
    let at = |on: &str, slot, stint| Edit::put(Session { stint: Id::new(stint), ..session(0, on, slot) });
    apply(
        &mut store,
        &[
            at("2023-06-14", Slot::Night, 1),
            at("2023-06-14", Slot::Pm, 2),
            at("2023-06-14", Slot::Pm, 1),
            at("2023-06-14", Slot::Am, 2),
            at("2023-06-13", Slot::Night, 1),
            at("2023-06-14", Slot::Pm, 1),
            at("2023-06-19", Slot::Am, 1),
        ],
    );
    let week = Week::of(day("2023-06-14")).period();
    let found = store.sessions(week).unwrap();
    let keys: Vec<_> = found.iter().map(|session| session.id.raw()).collect();
    assert_eq!(keys, [7, 6, 5, 8, 4, 3]);
}
