//! Undo, redo, out-of-order undo, the history.

use chuanbangdai::domain::*;
use chuanbangdai::store::{StepKind, Store, StoreError};

use super::hospital::{Place, apply, dump, hospital, institution, minute, person, session};

fn filled(place: &Place) -> Store {
    let mut store = place.create();
    apply(&mut store, &hospital());
    store
}

#[test]
fn undo_and_redo_walk_through_every_state_also_after_reopening() {
    let place = Place::new();
    let mut store = place.create();
    let mut states = vec![dump(&store)];
    for edits in [
        hospital(),
        vec![Edit::put(person(1, "张文勇改"))],
        vec![Edit::Delete { table: Table::Session, id: 1 }, Edit::Delete { table: Table::Template, id: 1 }],
        vec![Edit::put(session(0, "2023-06-23", Slot::Am))],
    ] {
        apply(&mut store, &edits);
        states.push(dump(&store));
    }
    for state in states.iter().rev().skip(1) {
        drop(store);
        store = place.open();
        store.undo(minute(1)).unwrap();
        assert_eq!(&dump(&store), state);
    }
    assert!(matches!(store.undo(minute(2)), Err(StoreError::NothingToUndo)));
    for state in states.iter().skip(1) {
        drop(store);
        store = place.open();
        store.redo(minute(3)).unwrap();
        assert_eq!(&dump(&store), state);
    }
    assert!(matches!(store.redo(minute(4)), Err(StoreError::NothingToRedo)));
    assert!(store.check(true).unwrap().is_sound());
}

#[test]
fn undo_puts_a_deleted_person_back_under_the_same_key() {
    let place = Place::new();
    let mut store = filled(&place);
    let added = apply(&mut store, &[Edit::put(person(0, "王莉"))]).new_ids[0];
    apply(&mut store, &[Edit::Delete { table: Table::Person, id: added }]);
    let undone = store.undo(minute(1)).unwrap();
    assert_eq!((undone.rows, undone.tables), (1, vec![Table::Person]));
    assert_eq!(store.row(Table::Person, added).unwrap(), Some(person(added, "王莉").into()));
}

#[test]
fn new_work_ends_what_could_be_done_again() {
    let place = Place::new();
    let mut store = filled(&place);
    apply(&mut store, &[Edit::put(person(1, "甲"))]);
    store.undo(minute(1)).unwrap();
    apply(&mut store, &[Edit::put(person(2, "乙"))]);
    assert!(matches!(store.redo(minute(2)), Err(StoreError::NothingToRedo)));
    store.undo(minute(3)).unwrap();
    store.redo(minute(4)).unwrap();
    assert_eq!(store.registry().unwrap().people[&Id::new(2)].name, "乙");
}

#[test]
fn an_import_is_taken_back_out_of_order_while_its_rows_stand() {
    let place = Place::new();
    let mut store = filled(&place);
    let before = dump(&store);
    let import = apply(&mut store, &[Edit::put(person(0, "进口一")), Edit::put(person(0, "进口二"))]);
    apply(&mut store, &[Edit::put(person(1, "后来的事"))]);
    store.undo_step(import.step, minute(1)).unwrap();
    assert_eq!(store.registry().unwrap().people.len(), 2);
    assert!(matches!(store.undo_step(import.step, minute(2)), Err(StoreError::NothingToUndo)));
    store.redo(minute(3)).unwrap();
    assert_eq!(store.registry().unwrap().people.len(), 4);
    store.undo_step(import.step, minute(4)).unwrap();
    store.undo(minute(5)).unwrap();
    assert_eq!(dump(&store), before);
}

#[test]
fn rows_changed_since_keep_a_step_from_being_taken_back_and_are_listed() {
    let place = Place::new();
    let mut store = filled(&place);
    let import =
        apply(&mut store, &[Edit::put(person(0, "一")), Edit::put(person(0, "二")), Edit::put(person(0, "三"))]);
    apply(&mut store, &[Edit::put(person(4, "二改"))]);
    apply(&mut store, &[Edit::Delete { table: Table::Person, id: 5 }]);
    let before = dump(&store);
    match store.undo_step(import.step, minute(1)) {
        Err(StoreError::Conflict { step, rows }) => {
            assert_eq!((step, rows), (import.step, vec![(Table::Person, 4), (Table::Person, 5)]));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(dump(&store), before);
    // What was changed and changed back is no obstacle.
    store.undo(minute(2)).unwrap();
    store.undo(minute(3)).unwrap();
    assert_eq!(store.undo_step(import.step, minute(4)).unwrap().rows, 3);
}

#[test]
fn later_rows_that_refer_to_a_step_keep_it_from_being_taken_back() {
    let place = Place::new();
    let mut store = place.create();
    let import = apply(&mut store, &[Edit::put(institution(0, "甲院"))]);
    apply(&mut store, &[Edit::put(Department { inst: Id::new(1), name: "内科".to_owned(), ..Department::default() })]);
    match store.undo_step(import.step, minute(1)) {
        Err(StoreError::Conflict { rows, .. }) => assert_eq!(rows, [(Table::Department, 1)]),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_name_taken_by_another_row_keeps_a_step_from_being_taken_back() {
    let place = Place::new();
    let mut store = filled(&place);
    let named = |id, name: &str| Edit::put(Setting { id: Id::new(id), name: name.to_owned(), value: String::new() });
    apply(&mut store, &[named(0, "theme")]);
    let deletion = apply(&mut store, &[Edit::Delete { table: Table::Setting, id: 2 }]);
    apply(&mut store, &[named(0, "theme")]);
    match store.undo_step(deletion.step, minute(1)) {
        Err(StoreError::Conflict { rows, .. }) => assert_eq!(rows, [(Table::Setting, 2)]),
        other => panic!("{other:?}"),
    }
}

#[test]
fn only_steps_of_work_can_be_taken_back_by_number() {
    let place = Place::new();
    let mut store = filled(&place);
    let undo = store.undo(minute(1)).unwrap();
    for step in [0, 99, undo.step] {
        assert!(matches!(store.undo_step(step, minute(2)), Err(StoreError::NoSuchStep(found)) if found == step));
    }
}

#[test]
fn the_history_tells_what_was_done_undone_and_done_again() {
    let place = Place::new();
    let mut store = filled(&place);
    let label = Label::Changed { table: Table::Person, name: "张文勇".to_owned() };
    store.apply(&label, minute(1), &[Edit::put(person(1, "甲"))]).unwrap();
    store.undo(minute(2)).unwrap();
    store.redo(minute(3)).unwrap();
    store.undo(minute(4)).unwrap();
    let history = store.history(10).unwrap();
    let told: Vec<_> = history.iter().map(|step| (step.step, step.kind, step.target, step.is_undone)).collect();
    assert_eq!(
        told,
        [
            (5, StepKind::Undo, Some(2), false),
            (4, StepKind::Redo, Some(2), false),
            (3, StepKind::Undo, Some(2), true),
            (2, StepKind::Do, None, true),
            (1, StepKind::Do, None, false),
        ]
    );
    assert!(history.iter().take(4).all(|step| step.label == label && step.rows == 1));
    assert_eq!(history[0].at, minute(4));
    assert_eq!(store.history(2).unwrap().len(), 2);
    assert_eq!((store.history_after(3).unwrap().len(), store.last_step().unwrap()), (2, 5));

    let rows = store.history_rows(2).unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].table, rows[0].row_id), (Table::Person, 1));
    assert_eq!(rows[0].old, Some(person(1, "张文勇").into()));
    assert_eq!(rows[0].new, Some(person(1, "甲").into()));
    assert!(matches!(store.history_rows(99), Err(StoreError::NoSuchStep(99))));
}
