//! Backups: whole, verified, sealed, listed, put back.

use std::fs;
use std::path::Path;
use std::process::Command;

use chuanbangdai::domain::*;
use chuanbangdai::store::{BackupReason, Store, StoreError, backups_beside, is_encrypted, restore, verify};
use rusqlite::Connection;

use super::hospital::{Place, apply, clerk, dump, hospital, minute, person, several};

fn filled(place: &Place) -> Store {
    let mut store = place.create();
    apply(&mut store, &hospital());
    store
}

#[test]
fn a_backup_holds_the_data_and_the_history() {
    let (place, other) = (Place::new(), Place::new());
    let store = filled(&place);
    let size = store.backup_to(&other.path, None).unwrap();
    assert_eq!(fs::metadata(&other.path).unwrap().len(), size);
    assert_eq!(verify(&other.path, None).unwrap().steps, 1);
    assert_eq!(other.files(), ["data.db"]);
    let mut copy = other.open();
    assert_eq!(dump(&copy), dump(&store));
    copy.undo(minute(1)).unwrap();
}

#[test]
fn a_backup_that_cannot_be_made_leaves_the_old_one() {
    let place = Place::new();
    let store = filled(&place);
    let nowhere = place.folder.path().join("no/such/folder.db");
    assert!(matches!(store.backup_to(&nowhere, None), Err(StoreError::Missing { .. })));
    let old = place.folder.path().join("old.db");
    fs::create_dir(&old).unwrap();
    assert!(store.backup_to(&old, None).is_err());
    assert_eq!(place.files(), ["data.db", "data.db-journal", "data.db.lock", "old.db"]);
}

#[test]
fn a_sealed_backup_opens_with_its_password_only() {
    let (place, other) = (Place::new(), Place::new());
    let store = filled(&place);
    store.backup_to(&other.path, Some("商南2023")).unwrap();
    assert!(is_encrypted(&other.path).unwrap() && !is_encrypted(&place.path).unwrap());
    let bytes = fs::read(&other.path).unwrap();
    assert!(!bytes.windows(6).any(|window| window == b"SQLite"));
    assert_eq!(other.files(), ["data.db"]);
    assert_eq!(verify(&other.path, Some("商南2023")).unwrap().size, bytes.len() as u64);
    for password in [None, Some("商南2024")] {
        let refused = verify(&other.path, password);
        assert!(matches!(refused, Err(StoreError::WrongPassword { .. })), "{password:?}: {refused:?}");
    }
    let before = dump(&store);
    drop(store);
    let over = Place::new();
    restore(&other.path, &over.path, Some("商南2023"), minute(1), &clerk()).unwrap();
    assert_eq!(dump(&over.open()), before);
    // Cut off, it is damaged, not a matter of the password.
    fs::write(&other.path, &bytes[..bytes.len() - 5000]).unwrap();
    let refused = verify(&other.path, Some("商南2023"));
    assert!(matches!(refused, Err(StoreError::Damaged { .. })), "{refused:?}");
}

#[cfg(unix)]
#[test]
fn checking_a_sealed_backup_writes_nothing_anywhere() {
    let place = Place::new();
    let sealed = place.folder.path().join("sealed.db");
    filled(&place).backup_to(&sealed, Some("商南2023")).unwrap();
    let mut command = Command::new("sh");
    // No file may grow at all; whoever writes one byte is ended by a signal.
    command.args(["-c", "ulimit -f 0; exec \"$0\" \"$@\""]).arg(env!("CARGO_BIN_EXE_chuanbangdai"));
    command.arg("verify-backup").arg(&sealed).arg("--json").env("CHUANBANGDAI_PASSWORD", "商南2023");
    let home = tempfile::tempdir().unwrap();
    command.env("HOME", home.path().join("none")).env("XDG_DATA_HOME", home.path().join("none"));
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told["journal_mode"], "truncate");
}

#[test]
fn what_is_no_sound_backup_is_not_put_back() {
    let place = Place::new();
    let store = filled(&place);
    let backup = place.folder.path().join("backup.db");
    store.backup_to(&backup, None).unwrap();
    drop(store);
    let sound = fs::read(&backup).unwrap();
    let before = fs::read(&place.path).unwrap();
    let mut newer = sound.clone();
    newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
    type IsExpected = fn(&StoreError) -> bool;
    let cases: [(&str, Vec<u8>, IsExpected); 3] = [
        ("a text", b"not a backup".to_vec(), |error| matches!(error, StoreError::Foreign { .. })),
        ("half of one", sound[..sound.len() / 2].to_vec(), |error| matches!(error, StoreError::Damaged { .. })),
        ("a newer one", newer, |error| matches!(error, StoreError::Newer { .. })),
    ];
    for (name, bytes, is_expected) in cases {
        fs::write(&backup, bytes).unwrap();
        for error in [
            restore(&backup, &place.path, None, minute(1), &clerk()).unwrap_err(),
            place.open().replace_with(&backup, None, minute(1)).unwrap_err(),
            verify(&backup, None).unwrap_err(),
        ] {
            assert!(is_expected(&error), "{name}: {error:?}");
            assert!(format!("{error}").contains("backup.db"), "{name}: the message names the backup: {error}");
        }
        assert_eq!(fs::read(&place.path).unwrap(), before);
        assert_eq!(place.files(), ["backup.db", "data.db"], "{name}");
    }
}

#[test]
fn restoring_keeps_the_replaced_file_aside() {
    let place = Place::new();
    let mut store = filled(&place);
    let backup = place.folder.path().join("backup.db");
    store.backup_to(&backup, None).unwrap();
    let saved = dump(&store);
    apply(&mut store, &[Edit::put(person(0, "后来的人"))]);
    let later = dump(&store);
    let aside = store.replace_with(&backup, None, minute(5)).unwrap().unwrap();
    assert_eq!(dump(&store), saved);
    assert_eq!(aside.file_name().unwrap(), "data-replaced-20230612-080500.db");
    // The same file goes on working: journal, lock, a second restore in the same second.
    apply(&mut store, &[Edit::put(person(1, "甲"))]);
    store.undo(minute(6)).unwrap();
    let second = store.replace_with(&aside, None, minute(5)).unwrap().unwrap();
    assert_eq!(dump(&store), later);
    assert_eq!(second.file_name().unwrap(), "data-replaced-20230612-080500-2.db");
    drop(store);
    assert_eq!(place.files().len(), 4);
}

#[test]
fn a_file_in_use_is_not_replaced() {
    let place = Place::new();
    let store = filled(&place);
    let backup = place.folder.path().join("backup.db");
    store.backup_to(&backup, None).unwrap();
    let refused = restore(&backup, &place.path, None, minute(1), &clerk());
    assert!(matches!(refused, Err(StoreError::InUse { .. })), "{refused:?}");
}

#[test]
fn a_damaged_or_missing_file_can_be_replaced() {
    let place = Place::new();
    let store = filled(&place);
    let backup = place.folder.path().join("backup.db");
    store.backup_to(&backup, None).unwrap();
    let saved = dump(&store);
    drop(store);
    fs::write(&place.path, "damaged").unwrap();
    // The rest of a cut-off transaction must not get into the file that is put in place.
    fs::write(place.folder.path().join("data.db-journal"), "rest").unwrap();
    let aside = restore(&backup, &place.path, None, minute(1), &clerk()).unwrap().unwrap();
    assert_eq!(fs::read(&aside).unwrap(), b"damaged");
    assert_eq!(dump(&place.open()), saved);
    fs::remove_file(&place.path).unwrap();
    assert_eq!(restore(&backup, &place.path, None, minute(1), &clerk()).unwrap(), None);
    assert_eq!(dump(&place.open()), saved);
}

#[test]
fn a_transaction_cut_off_before_a_restore_is_not_rolled_into_the_new_file() {
    let place = Place::new();
    let store = filled(&place);
    let backup = place.folder.path().join("backup.db");
    store.backup_to(&backup, None).unwrap();
    let saved = dump(&store);
    drop(store);
    let killed = Place::new();
    let other = Connection::open(&place.path).unwrap();
    other
        .execute_batch(
            "PRAGMA cache_size = 2; PRAGMA synchronous = OFF; BEGIN; \
             UPDATE person SET note = printf('%.9000c', 'x'); UPDATE session SET room = printf('%.9000c', 'x')",
        )
        .unwrap();
    for name in ["data.db", "data.db-journal"] {
        fs::copy(place.folder.path().join(name), killed.folder.path().join(name)).unwrap();
    }
    drop(other);
    let aside = restore(&backup, &killed.path, None, minute(1), &clerk()).unwrap().unwrap();
    assert_eq!(dump(&killed.open()), saved);
    fs::rename(aside, &killed.path).unwrap();
    assert_eq!(dump(&killed.open()), saved, "the file put aside was brought to rest first");
}

#[test]
fn the_folder_lists_backups_with_moment_step_and_reason() {
    let place = Place::new();
    let mut store = filled(&place);
    assert!(backups_beside(&place.path).unwrap().is_empty());
    let first = store.back_up(minute(1), BackupReason::Interval).unwrap();
    store.apply(&several(1), minute(2), &[Edit::put(person(1, "甲"))]).unwrap();
    let second = store.back_up(minute(3), BackupReason::Close).unwrap();
    fs::write(place.folder.path().join("backups/notes.txt"), "mine").unwrap();
    fs::write(place.folder.path().join("backups/data-x-s1-close.db"), "mine").unwrap();
    assert_eq!(backups_beside(&place.path).unwrap(), [second.clone(), first.clone()]);
    assert_eq!((first.step, second.step, second.at, second.reason), (1, 2, minute(3), BackupReason::Close));
    assert_eq!(second.path.file_name().unwrap(), "data-20230612-080300-s2-close.db");
    store.replace_with(&first.path, None, minute(4)).unwrap();
    assert_eq!(store.last_step().unwrap(), 1);
}

#[test]
fn an_older_file_is_backed_up_as_it_was_before_it_is_brought_up_to_date() {
    let frozen = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/schema-0001.db");
    let place = Place::new();
    fs::copy(&frozen, &place.path).unwrap();
    let store = place.open();
    assert_eq!(store.info().unwrap().schema, Store::SCHEMA);
    let backups = backups_beside(&place.path).unwrap();
    assert_eq!(backups.iter().map(|backup| backup.reason).collect::<Vec<_>>(), [BackupReason::Upgrade]);
    let kept = Connection::open(&backups[0].path).unwrap();
    let schema: u32 = kept.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    let people: u64 = kept.query_row("SELECT count(*) FROM person", [], |row| row.get(0)).unwrap();
    assert_eq!((schema, people), (1, store.registry().unwrap().people.len() as u64));
    drop(store);
    // Put back, it is brought up to date again, to the same records.
    let after = dump(&place.open());
    restore(&backups[0].path, &place.path, None, minute(9), &clerk()).unwrap();
    assert_eq!(dump(&place.open()), after);
}

#[test]
fn a_backup_never_replaces_the_data_file_nor_a_file_that_is_no_backup() {
    let place = Place::new();
    let store = filled(&place);
    let folder = place.folder.path();
    let (workbook, ready) = (folder.join("花名册.xlsx"), folder.join("ready.db"));
    fs::write(&workbook, "not a backup").unwrap();
    fs::write(&ready, "").unwrap();
    let before = fs::read(&place.path).unwrap();
    for to in [&place.path, &folder.join(".").join("data.db"), &workbook] {
        for password in [None, Some("商南2023")] {
            let refused = store.backup_to(to, password);
            assert!(matches!(refused, Err(StoreError::Exists { .. })), "{}: {refused:?}", to.display());
        }
    }
    assert_eq!(fs::read(&place.path).unwrap(), before);
    assert_eq!(fs::read(&workbook).unwrap(), b"not a backup");
    for password in [None, Some("商南2023"), None] {
        store.backup_to(&ready, password).unwrap();
    }
}
