//! One writer at a time, and everybody learns who it is.

use std::fs;

use chuanbangdai::domain::*;
use chuanbangdai::store::{Holder, Store, StoreError};

use super::hospital::{Place, apply, clerk, hospital, institution};

#[test]
fn a_second_writer_is_told_who_has_the_file_since_when() {
    let place = Place::new();
    let mut first = place.create();
    let other = Holder { user: "wang".to_owned(), ..clerk() };
    match Store::open(&place.path, &other) {
        Err(StoreError::InUse { holder, .. }) => assert_eq!(holder, Some(clerk())),
        outcome => panic!("{:?}", outcome.map(drop)),
    }
    apply(&mut first, &hospital());
    drop(first);
    assert!(Store::open(&place.path, &other).is_ok());
}

#[test]
fn a_reader_sees_what_the_writer_has_committed() {
    let place = Place::new();
    let mut writer = place.create();
    let reader = Store::open_read_only(&place.path).unwrap();
    assert!(reader.is_read_only() && !writer.is_read_only());
    apply(&mut writer, &[Edit::put(institution(0, "甲"))]);
    assert_eq!(reader.registry().unwrap().institutions.len(), 1);
}

#[test]
fn a_lock_file_left_by_a_crash_locks_nobody_out() {
    let place = Place::new();
    drop(place.create());
    for left_behind in ["", "{\"user\":\"wang\"", &serde_json::to_string(&clerk()).unwrap()] {
        fs::write(place.folder.path().join("data.db.lock"), left_behind).unwrap();
        drop(place.open());
        assert_eq!(place.files(), ["data.db"]);
    }
}

#[test]
fn a_file_that_fails_to_open_keeps_no_lock() {
    let place = Place::new();
    drop(place.create());
    let mut bytes = fs::read(&place.path).unwrap();
    let half = bytes.len() / 2;
    bytes.truncate(half);
    fs::write(&place.path, bytes).unwrap();
    assert!(matches!(Store::open(&place.path, &clerk()), Err(StoreError::Damaged { .. })));
    assert_eq!(place.files(), ["data.db"]);
}

#[cfg(unix)]
#[test]
fn a_link_to_the_file_shares_its_lock() {
    let place = Place::new();
    let _writer = place.create();
    let link = place.folder.path().join("link.db");
    std::os::unix::fs::symlink(&place.path, &link).unwrap();
    assert!(matches!(Store::open(&link, &clerk()), Err(StoreError::InUse { .. })));
}
