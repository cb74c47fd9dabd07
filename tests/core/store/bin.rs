//! The bin.

use chuanbangdai::domain::*;
use chuanbangdai::store::{Refusal, StoreError};

use super::hospital::{Place, apply, dump, hospital, minute, person, stint};

fn restored() -> Label {
    Label::Restored { table: Table::Person, name: "王莉".to_owned() }
}

#[test]
fn a_deleted_row_lies_in_the_bin_until_it_is_fetched_back() {
    let place = Place::new();
    let mut store = place.create();
    apply(&mut store, &hospital());
    let id = apply(&mut store, &[Edit::put(person(0, "王莉"))]).new_ids[0];
    let before = dump(&store);
    apply(&mut store, &[Edit::Delete { table: Table::Person, id }]);
    let bin = store.bin().unwrap();
    assert_eq!((bin.len(), bin[0].step, &bin[0].row), (1, 3, &Row::from(person(id, "王莉"))));
    let back = store.restore(bin[0].entry, &restored(), minute(1)).unwrap();
    assert_eq!((back.rows, dump(&store)), (1, before));
    assert!(store.bin().unwrap().is_empty());
    store.undo(minute(2)).unwrap();
    assert_eq!(store.bin().unwrap().len(), 1, "taking the fetching back puts it into the bin again");
}

#[test]
fn what_undo_takes_away_is_not_in_the_bin() {
    let place = Place::new();
    let mut store = place.create();
    apply(&mut store, &hospital());
    store.undo(minute(1)).unwrap();
    assert!(store.bin().unwrap().is_empty());
    store.redo(minute(2)).unwrap();
    apply(&mut store, &[Edit::Delete { table: Table::Session, id: 1 }]);
    store.undo(minute(3)).unwrap();
    assert!(store.bin().unwrap().is_empty(), "a deletion that was taken back is none");
    store.redo(minute(4)).unwrap();
    assert_eq!(store.bin().unwrap().len(), 1);
}

#[test]
fn a_row_whose_parent_is_gone_stays_in_the_bin() {
    let place = Place::new();
    let mut store = place.create();
    apply(&mut store, &hospital());
    let who = apply(&mut store, &[Edit::put(person(0, "王莉"))]).new_ids[0];
    let posting = apply(&mut store, &[Edit::put(stint(0, who))]).new_ids[0];
    apply(&mut store, &[Edit::Delete { table: Table::Stint, id: posting }]);
    apply(&mut store, &[Edit::Delete { table: Table::Person, id: who }]);
    let bin = store.bin().unwrap();
    assert_eq!(bin.iter().map(|item| item.row.table()).collect::<Vec<_>>(), [Table::Person, Table::Stint]);
    let refused = store.restore(bin[1].entry, &restored(), minute(1));
    assert!(matches!(refused, Err(StoreError::Refused(Refusal::Dangling { table: Table::Stint }))), "{refused:?}");
    store.restore(bin[0].entry, &restored(), minute(2)).unwrap();
    store.restore(bin[1].entry, &restored(), minute(3)).unwrap();
    assert!(store.check(true).unwrap().is_sound());
}

#[test]
fn an_emptied_bin_leaves_no_trace_and_no_gap() {
    let place = Place::new();
    let mut store = place.create();
    apply(&mut store, &hospital());
    let import = apply(&mut store, &[Edit::put(person(0, "王莉秘密")), Edit::put(person(0, "李四"))]);
    apply(&mut store, &[Edit::put(person(3, "王莉秘密改"))]);
    apply(&mut store, &[Edit::Delete { table: Table::Person, id: 3 }]);
    let before = dump(&store);
    assert_eq!(store.empty_bin().unwrap(), 1);
    assert!(store.bin().unwrap().is_empty());
    assert_eq!(dump(&store), before);
    assert_eq!(store.history(10).unwrap().iter().map(|step| step.step).collect::<Vec<_>>(), [2, 1]);
    // What is left of the import can still be taken back, and step numbers are not used again.
    store.undo_step(import.step, minute(1)).unwrap();
    assert_eq!(store.registry().unwrap().people.len(), 2);
    assert_eq!(store.last_step().unwrap(), 5);
    drop(store);
    let bytes = std::fs::read(&place.path).unwrap();
    let secret = "王莉秘密".as_bytes();
    assert!(!bytes.windows(secret.len()).any(|window| window == secret), "the name is still in the file");
}
