//! Edits: keys, refusals, all or nothing.

use chuanbangdai::domain::*;
use chuanbangdai::store::{Refusal, StoreError};

use super::hospital::{Place, apply, day, dump, hospital, institution, minute, person, session, several, stint};
use super::pairs::{pairing, pairs};

#[test]
fn a_new_row_gets_the_next_key_and_keys_are_never_used_twice() {
    let place = Place::new();
    let mut store = place.create();
    let first = apply(&mut store, &[Edit::put(institution(0, "甲")), Edit::put(institution(0, "乙"))]);
    assert_eq!((first.step, first.new_ids, first.rows), (1, vec![1, 2], 2));
    apply(&mut store, &[Edit::Delete { table: Table::Institution, id: 2 }]);
    assert_eq!(store.registry().unwrap().next_id(Table::Institution), 3);
    assert_eq!(apply(&mut store, &[Edit::put(institution(0, "丙"))]).new_ids, [3]);
}

#[test]
fn an_import_may_choose_keys_that_were_never_given() {
    let place = Place::new();
    let mut store = place.create();
    let edits = [Edit::put(institution(9, "九")), Edit::put(institution(7, "七")), Edit::put(institution(9, "九改"))];
    let applied = apply(&mut store, &edits);
    assert_eq!((applied.rows, applied.new_ids), (2, vec![]));
    assert_eq!(store.registry().unwrap().institutions[&Id::new(9)].name, "九改");
    assert_eq!(store.registry().unwrap().next_id(Table::Institution), 10);
}

#[test]
fn an_edit_that_changes_nothing_is_no_step() {
    let place = Place::new();
    let mut store = place.create();
    apply(&mut store, &hospital());
    apply(&mut store, &[Edit::put(person(2, "邹龙龙"))]);
    store.undo(minute(1)).unwrap();
    let idle = apply(&mut store, &[Edit::put(person(1, "张文勇"))]);
    assert_eq!((idle.step, idle.rows, idle.tables), (0, 0, vec![]));
    assert_eq!(store.history(10).unwrap().len(), 3);
    assert_eq!(store.redo(minute(2)).unwrap().rows, 1, "what was taken back can still be done again");
}

#[test]
fn the_order_inside_a_step_does_not_matter_to_references() {
    let place = Place::new();
    let mut store = place.create();
    let mut backwards = hospital();
    backwards.reverse();
    let many = Edit::Many { label: several(2), edits: backwards };
    let applied = apply(&mut store, &[many]);
    assert_eq!(applied.rows, hospital().len());
    assert!(store.check(true).unwrap().is_sound());
    // The whole hospital can go in one step, parents before children.
    let all: Vec<_> = hospital()
        .into_iter()
        .map(|edit| match edit {
            Edit::Put { row } => Edit::Delete { table: row.table(), id: row.id() },
            _ => unreachable!(),
        })
        .collect();
    apply(&mut store, &all);
    assert_eq!(store.registry().unwrap().people.len(), 0);
}

/// Edits and the refusal that each must meet, on top of the sample hospital.
fn refused() -> Vec<(Edit, Refusal)> {
    let invalid = |table, field: &str| Refusal::Invalid { table, field: field.to_owned() };
    let department = |id, name: &str| Department {
        id: Id::new(id),
        inst: Id::new(1),
        name: name.to_owned(),
        ..Department::default()
    };
    let relation = |from, to| Relation {
        id: Id::NEW,
        programme: Programme::Alliance,
        from_inst: Id::new(from),
        to_inst: Id::new(to),
        is_lead: false,
        start_on: None,
        start_prec: Precision::Day,
        end_on: None,
        end_prec: Precision::Day,
        note: String::new(),
    };
    let on = |text: &str| Some(day(text));
    vec![
        (Edit::Delete { table: Table::Person, id: 99 }, Refusal::NoSuchRow { table: Table::Person, id: 99 }),
        (
            Edit::Delete { table: Table::Department, id: 2 },
            Refusal::InUse { table: Table::Department, id: 2, by: Table::Stint },
        ),
        (
            Edit::Delete { table: Table::Stint, id: 2 },
            Refusal::InUse { table: Table::Stint, id: 2, by: Table::Session },
        ),
        (Edit::put(Person { dept: Some(Id::new(77)), ..person(1, "甲") }), Refusal::Dangling { table: Table::Person }),
        (Edit::put(stint(0, 55)), Refusal::Dangling { table: Table::Stint }),
        (Edit::put(department(0, "内一科")), Refusal::Duplicate { table: Table::Department }),
        (
            Edit::put(Institution { is_own: true, ..institution(2, "又一个本单位") }),
            Refusal::Duplicate { table: Table::Institution },
        ),
        (Edit::put(person(0, " ")), invalid(Table::Person, "name")),
        (Edit::put(Person { title_rank: Some(6), ..person(1, "甲") }), invalid(Table::Person, "title_rank")),
        (Edit::put(relation(1, 1)), invalid(Table::Relation, "to_inst")),
        (
            Edit::put(Relation { start_on: on("2022-05-02"), end_on: on("2022-05-01"), ..relation(1, 2) }),
            Refusal::EndBeforeStart { table: Table::Relation },
        ),
        (Edit::put(pairing(0, 2, 2)), invalid(Table::Pairing, "apprentice")),
        (
            Edit::put(Pairing { to_on: on("2022-05-31"), to_prec: Precision::Day, ..pairing(1, 1, 2) }),
            Refusal::EndBeforeStart { table: Table::Pairing },
        ),
        (Edit::put(pairing(0, 1, 2)), Refusal::Overlap { table: Table::Pairing, id: 1 }),
        (
            Edit::put(Pairing { from_on: day("2023-04-30"), to_on: None, ..pairing(0, 1, 2) }),
            Refusal::Overlap { table: Table::Pairing, id: 1 },
        ),
        (
            Edit::put(Stint { leave_on: None, plan_leave_on: None, arrive_on: day("2021-06-01"), ..stint(0, 2) }),
            Refusal::Overlap { table: Table::Stint, id: 2 },
        ),
        (
            Edit::Delete { table: Table::Pairing, id: 1 },
            Refusal::InUse { table: Table::Pairing, id: 1, by: Table::PairingGoal },
        ),
        (
            Edit::put(Stint { leave_on: on("2022-05-19"), leave_prec: Precision::Day, ..stint(1, 1) }),
            Refusal::EndBeforeStart { table: Table::Stint },
        ),
        (
            Edit::put(Stint { plan_leave_on: on("2022-04-01"), plan_leave_prec: Precision::Month, ..stint(1, 1) }),
            Refusal::EndBeforeStart { table: Table::Stint },
        ),
        (
            Edit::put(Session {
                on_date: day("2022-06-08"),
                status: SessionStatus::Done,
                ..session(5_000_000_000_000_000, "2022-06-08", Slot::Am)
            }),
            Refusal::NoSuchRow { table: Table::Session, id: 5_000_000_000_000_000 },
        ),
    ]
}

#[test]
fn what_contradicts_the_records_is_refused_whole_and_named() {
    let place = Place::new();
    let mut store = place.create();
    apply(&mut store, &[hospital(), pairs()].concat());
    let before = dump(&store);
    for (edit, refusal) in refused() {
        let step = [Edit::put(person(0, "同一步里的好行")), edit.clone()];
        match store.apply(&several(2), minute(1), &step) {
            Err(StoreError::Refused(found)) => assert_eq!(found, refusal, "{edit:?}"),
            other => panic!("{edit:?} gave {other:?}"),
        }
        assert_eq!(dump(&store), before, "{edit:?} left something behind");
    }
    assert_eq!(store.history(10).unwrap().len(), 1, "a refusal is no step");
}

#[test]
fn a_row_that_is_gone_cannot_be_stored_again_by_its_old_key() {
    let place = Place::new();
    let mut store = place.create();
    apply(&mut store, &[Edit::put(institution(0, "甲"))]);
    apply(&mut store, &[Edit::Delete { table: Table::Institution, id: 1 }]);
    let again = store.apply(&several(1), minute(1), &[Edit::put(institution(1, "甲"))]);
    assert!(matches!(again, Err(StoreError::Refused(Refusal::NoSuchRow { id: 1, .. }))), "{again:?}");
}

#[test]
fn dates_are_compared_no_finer_than_they_are_known() {
    let place = Place::new();
    let mut store = place.create();
    apply(&mut store, &hospital());
    // Arrived on the 20th, left "in the same month", stored as its first day.
    let left = Stint { leave_on: Some(day("2022-05-01")), leave_prec: Precision::Month, ..stint(1, 1) };
    assert_eq!(apply(&mut store, &[Edit::put(left)]).rows, 1);
}

#[test]
fn a_bad_rota_is_storable() {
    let place = Place::new();
    let mut store = place.create();
    apply(&mut store, &hospital());
    let twice = [Edit::put(session(0, "2023-06-14", Slot::Am)), Edit::put(session(0, "2023-06-14", Slot::Am))];
    assert_eq!(apply(&mut store, &twice).rows, 2);
}

#[test]
fn a_file_opened_for_reading_refuses_edits_and_is_left_as_it_is() {
    let place = Place::new();
    drop(place.create());
    let before = std::fs::read(&place.path).unwrap();
    let mut reader = chuanbangdai::store::Store::open_read_only(&place.path).unwrap();
    let refused = reader.apply(&several(1), minute(0), &[Edit::put(institution(0, "甲"))]);
    assert!(matches!(refused, Err(StoreError::ReadOnly { .. })), "{refused:?}");
    drop(reader);
    assert_eq!(std::fs::read(&place.path).unwrap(), before);
    assert_eq!(place.files(), ["data.db"]);
}
