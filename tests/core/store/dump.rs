//! The canonical dump and the way back.

use chuanbangdai::domain::*;
use chuanbangdai::store::{Store, StoreError};

use super::hospital::{Place, apply, clerk, dump, hospital, minute, sha256};

fn write(place: &Place, text: &str) -> std::path::PathBuf {
    let path = place.folder.path().join("dump.json");
    std::fs::write(&path, text).unwrap();
    path
}

/// Puts the right hash under a changed dump.
fn resealed(body: &str) -> String {
    format!("{body}{}\n", sha256(body.as_bytes()))
}

#[test]
fn a_dump_is_sorted_json_and_ends_with_its_hash() {
    let place = Place::new();
    let mut store = place.create();
    apply(&mut store, &hospital());
    let text = dump(&store);
    let (body, hash) = text.trim_end().rsplit_once('\n').unwrap();
    assert_eq!(resealed(&format!("{body}\n")), text);
    assert_eq!(hash.len(), 64);
    let value: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!(value["tables"]["person"][0]["name"], "张文勇");
    assert_eq!(value["tables"]["session"][0]["further"], serde_json::json!([2, 3]));
    let line = body.lines().find(|line| line.contains("张文勇")).unwrap();
    assert!(line.starts_with("{\"birth_year\":1979,\"code\":\"0042\",\"dept\":1,"), "{line}");
}

#[test]
fn the_dump_tells_data_apart_and_nothing_else() {
    let (one, other) = (Place::new(), Place::new());
    let (mut first, mut second) = (one.create(), other.create());
    apply(&mut first, &hospital());
    for edit in hospital() {
        apply(&mut second, &[edit]);
    }
    apply(&mut second, &[Edit::Delete { table: Table::Session, id: 2 }]);
    assert_ne!(dump(&first), dump(&second));
    second.undo(minute(1)).unwrap();
    assert_eq!(dump(&first), dump(&second), "the history does not show in the dump");
}

#[test]
fn a_file_made_from_a_dump_holds_the_same_data() {
    let (one, other) = (Place::new(), Place::new());
    let mut store = one.create();
    apply(&mut store, &hospital());
    let text = dump(&store);
    Store::load(&write(&one, &text), &other.path).unwrap();
    let mut loaded = other.open();
    assert_eq!(dump(&loaded), text);
    assert_eq!(loaded.registry().unwrap().next_id(Table::Person), 3);
    assert!(loaded.check(true).unwrap().is_sound());
    assert!(matches!(loaded.undo(minute(1)), Err(StoreError::NothingToUndo)), "the history begins anew");
    assert!(matches!(Store::load(&write(&one, &text), &other.path), Err(StoreError::Exists { .. })));
}

#[test]
fn a_dump_that_is_not_whole_makes_no_file() {
    let (one, other) = (Place::new(), Place::new());
    let mut store = one.create();
    apply(&mut store, &hospital());
    let text = dump(&store);
    let (body, _) = text.trim_end().rsplit_once('\n').unwrap();
    let body = format!("{body}\n");
    type Expected = fn(&StoreError) -> bool;
    let damaged: Expected = |error| matches!(error, StoreError::Damaged { .. });
    let cases: [(&str, String, Expected); 7] = [
        ("one letter changed", text.replace("张文勇", "张文男"), damaged),
        ("cut off", text.lines().take(20).collect::<Vec<_>>().join("\n"), damaged),
        ("no dump", "{\"people\":[]}\n".to_owned(), |error| matches!(error, StoreError::Foreign { .. })),
        (
            "of a newer program",
            resealed(&body.replace(&format!("\"schema\":{}", Store::SCHEMA), "\"schema\":99")),
            |error| matches!(error, StoreError::Newer { file: 99, .. }),
        ),
        ("a reference to nothing", resealed(&body.replace("\"host_inst\":1", "\"host_inst\":8")), |error| {
            matches!(error, StoreError::Refused(_))
        }),
        ("a field of the wrong kind", resealed(&body.replace("\"is_own\":true", "\"is_own\":3")), damaged),
        ("empty", String::new(), |error| matches!(error, StoreError::Foreign { .. })),
    ];
    for (name, text, expected) in cases {
        let error = Store::load(&write(&one, &text), &other.path).unwrap_err();
        assert!(expected(&error), "{name}: {error:?}");
        assert!(other.files().is_empty(), "{name} left {:?}", other.files());
    }
    assert!(matches!(Store::load(&other.path, &one.path.with_extension("x")), Err(StoreError::Missing { .. })));
    assert!(matches!(Store::open(&other.path, &clerk()), Err(StoreError::Missing { .. })));
}
