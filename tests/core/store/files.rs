//! The states of a file: each has a name of its own, and the file is left as it was.

use std::fs;
use std::path::{Path, PathBuf};

use chuanbangdai::store::{Store, StoreError, recover};
use rusqlite::Connection;

use super::hospital::{Place, apply, clerk, hospital};

/// A sound data file of some size.
fn sound(path: &Path) {
    let mut store = Store::create(path, &clerk()).unwrap();
    apply(&mut store, &hospital());
}

fn change(path: &Path, how: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(path).unwrap();
    how(&mut bytes);
    fs::write(path, bytes).unwrap();
}

fn run(path: &Path, sql: &str) {
    Connection::open(path).unwrap().execute_batch(sql).unwrap();
}

fn close(path: &Path) {
    let mut permissions = fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(path, permissions).unwrap();
}

#[cfg(unix)]
fn reopen(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

type Make = fn(&Path);
type IsExpected = fn(&StoreError) -> bool;

/// How each state is made, and the error that opening must give.
const STATES: &[(&str, Make, IsExpected)] = &[
    (
        "a text",
        |path| fs::write(path, "排班表\n周一,周二\n").unwrap(),
        |error| matches!(error, StoreError::Foreign { .. }),
    ),
    ("an empty file", |path| fs::write(path, "").unwrap(), |error| matches!(error, StoreError::Foreign { .. })),
    ("a folder", |path| fs::create_dir(path).unwrap(), |error| matches!(error, StoreError::Foreign { .. })),
    (
        "another program's database",
        |path| run(path, "CREATE TABLE t (x); INSERT INTO t VALUES (1)"),
        |error| matches!(error, StoreError::Foreign { .. }),
    ),
    (
        "a newer program's file",
        |path| {
            sound(path);
            run(path, "PRAGMA user_version = 99");
        },
        |error| matches!(error, StoreError::Newer { file: 99, program: Store::SCHEMA, .. }),
    ),
    (
        "half a file",
        |path| {
            sound(path);
            change(path, |bytes| bytes.truncate(bytes.len() / 2));
        },
        is_damaged,
    ),
    (
        "the start of a header",
        |path| {
            sound(path);
            change(path, |bytes| bytes.truncate(50));
        },
        is_damaged,
    ),
    (
        "a file without its header",
        |path| {
            sound(path);
            change(path, |bytes| bytes[..100].fill(0));
        },
        is_damaged,
    ),
    (
        "a file without its first page",
        |path| {
            sound(path);
            change(path, |bytes| bytes[..4096].fill(b'x'));
        },
        is_damaged,
    ),
    (
        "a file with scribbled pages",
        |path| {
            sound(path);
            change(path, |bytes| bytes[8192..20_480].fill(0xA5));
        },
        is_damaged,
    ),
    (
        "a file with a trigger planted in it",
        |path| {
            sound(path);
            run(path, "CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM session; END");
        },
        is_damaged,
    ),
    (
        "a file that lacks an index",
        |path| {
            sound(path);
            run(path, "DROP INDEX session_on_date");
        },
        is_damaged,
    ),
    (
        "a file without a version",
        |path| {
            sound(path);
            run(path, "PRAGMA user_version = 0");
        },
        is_damaged,
    ),
];

fn is_damaged(error: &StoreError) -> bool {
    matches!(error, StoreError::Damaged { .. })
}

#[test]
fn every_state_of_a_file_has_its_own_name_and_leaves_the_file_as_it_was() {
    for (name, make, is_expected) in STATES {
        let place = Place::new();
        make(&place.path);
        let (bytes, files) = (fs::read(&place.path).ok(), place.files());
        for (way, outcome) in [
            ("writing", Store::open(&place.path, &clerk()).map(drop)),
            ("reading", Store::open_read_only(&place.path).map(drop)),
        ] {
            let error = outcome.expect_err(name);
            assert!(is_expected(&error), "{name}, opened for {way}: {error:?}");
            assert_eq!(fs::read(&place.path).ok(), bytes, "{name} was changed");
            assert_eq!(place.files(), files, "{name} got company");
        }
    }
}

#[test]
fn a_missing_file_is_not_made_by_opening_it() {
    let place = Place::new();
    for path in [place.path.clone(), place.folder.path().join("no/folder.db")] {
        for outcome in [Store::open(&path, &clerk()).map(drop), Store::open_read_only(&path).map(drop)] {
            assert!(matches!(outcome, Err(StoreError::Missing { .. })), "{outcome:?}");
        }
    }
    assert!(place.files().is_empty());
}

#[test]
fn a_file_that_is_there_is_not_made_anew() {
    let place = Place::new();
    fs::write(&place.path, "mine").unwrap();
    assert!(matches!(Store::create(&place.path, &clerk()), Err(StoreError::Exists { .. })));
    assert_eq!((fs::read(&place.path).unwrap(), place.files()), (b"mine".to_vec(), vec!["data.db".to_owned()]));
}

#[test]
fn a_read_only_file_is_read_but_not_written() {
    let place = Place::new();
    sound(&place.path);
    close(&place.path);
    let bytes = fs::read(&place.path).unwrap();
    assert!(matches!(Store::open(&place.path, &clerk()), Err(StoreError::ReadOnly { .. })));
    assert_eq!(Store::open_read_only(&place.path).unwrap().registry().unwrap().people.len(), 2);
    assert_eq!((fs::read(&place.path).unwrap(), place.files()), (bytes, vec!["data.db".to_owned()]));
}

#[cfg(unix)]
#[test]
fn a_file_in_a_read_only_folder_is_read_but_not_written() {
    let place = Place::new();
    let folder: PathBuf = place.folder.path().join("stick");
    fs::create_dir(&folder).unwrap();
    let path = folder.join("data.db");
    sound(&path);
    close(&folder);
    let opened = Store::open(&path, &clerk()).map(drop);
    let people = Store::open_read_only(&path).unwrap().registry().unwrap().people.len();
    reopen(&folder);
    assert!(matches!(opened, Err(StoreError::ReadOnly { .. })), "{opened:?}");
    assert_eq!(people, 2);
}

#[test]
fn a_file_locked_by_another_program_is_in_use() {
    for lock in ["BEGIN EXCLUSIVE", "BEGIN IMMEDIATE"] {
        let place = Place::new();
        sound(&place.path);
        let other = Connection::open(&place.path).unwrap();
        other.execute_batch(lock).unwrap();
        let opened = Store::open(&place.path, &clerk()).map(drop);
        assert!(matches!(opened, Err(StoreError::InUse { holder: None, .. })), "{lock}: {opened:?}");
        other.execute_batch("ROLLBACK").unwrap();
        assert!(Store::open(&place.path, &clerk()).is_ok(), "{lock}: the file is free again");
    }
}

#[test]
fn a_file_that_a_tool_switched_to_a_write_ahead_log_is_switched_back() {
    let place = Place::new();
    sound(&place.path);
    run(&place.path, "PRAGMA journal_mode = WAL; UPDATE person SET note = 'x' WHERE id = 1");
    let store = place.open();
    assert_eq!(store.info().unwrap().journal_mode, "truncate");
    drop(store);
    assert_eq!(place.files(), ["data.db"]);
}

#[test]
fn the_file_tells_what_it_is() {
    let place = Place::new();
    sound(&place.path);
    let info = place.open().info().unwrap();
    assert_eq!((info.schema, info.journal_mode.as_str(), info.steps), (Store::SCHEMA, "truncate", 1));
    assert_eq!(info.size, fs::metadata(&place.path).unwrap().len());
    let people = info.counts.iter().find(|(table, _)| table.name() == "person");
    assert_eq!(people.map(|(_, count)| *count), Some(2));
}

#[test]
fn a_closed_file_lies_alone_in_its_folder() {
    let place = Place::new();
    sound(&place.path);
    let mut store = place.open();
    apply(&mut store, &[chuanbangdai::domain::Edit::Delete { table: chuanbangdai::domain::Table::Session, id: 1 }]);
    assert_eq!(place.files(), ["data.db", "data.db-journal", "data.db.lock"]);
    drop(store);
    assert_eq!(place.files(), ["data.db"]);
}

#[test]
fn a_deep_check_finds_what_was_changed_behind_the_programs_back() {
    let cases = [
        ("UPDATE person SET phone = '1' WHERE id = 2", "altered"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM stint WHERE id = 2", "reference"),
        ("PRAGMA ignore_check_constraints = ON; UPDATE session SET on_date = '2022-02-30' WHERE id = 1", "unreadable"),
    ];
    for (sql, problem) in cases {
        let place = Place::new();
        sound(&place.path);
        assert!(place.open().check(true).unwrap().is_sound());
        run(&place.path, sql);
        let store = place.open();
        assert!(store.check(false).unwrap().is_sound(), "{sql}: the pages are sound");
        let report = serde_json::to_string(&store.check(true).unwrap()).unwrap();
        assert!(report.contains(&format!("\"problem\":\"{problem}\"")), "{sql}: {report}");
    }
}

#[test]
fn a_deep_check_knows_rows_that_no_step_ever_touched() {
    let (made, loaded, salvaged) = (Place::new(), Place::new(), Place::new());
    sound(&made.path);
    let text = made.folder.path().join("dump.txt");
    made.open().dump_canonical(fs::File::create(&text).unwrap()).unwrap();
    Store::load(&text, &loaded.path).unwrap();
    recover(&made.path, &salvaged.path).unwrap();
    let cases = [
        (&made, "UPDATE check_rule SET basis = 'x' WHERE id = 1"),
        (&made, "DELETE FROM activity WHERE id = 9"),
        (&loaded, "UPDATE person SET phone = '1' WHERE id = 2"),
        (&salvaged, "UPDATE person SET phone = '1' WHERE id = 2"),
    ];
    for (place, sql) in cases {
        assert!(place.open().check(true).unwrap().is_sound(), "before {sql}");
        assert!(place.open().history(10).unwrap().iter().all(|step| step.step > 0), "notes are no step");
        let whole = fs::read(&place.path).unwrap();
        run(&place.path, sql);
        let report = serde_json::to_string(&place.open().check(true).unwrap()).unwrap();
        assert!(report.contains("\"problem\":\"altered\""), "{sql}: {report}");
        fs::write(&place.path, whole).unwrap();
    }
}
