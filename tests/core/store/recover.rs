//! Salvage of damaged files: what can still be read is kept, what cannot is named.

use std::fs;
use std::path::Path;

use chuanbangdai::domain::*;
use chuanbangdai::store::{Salvaged, StoreError, recover};
use rusqlite::Connection;

use super::hospital::{Place, apply, dump, hospital, person};

/// A hospital with so many people that they fill many pages.
fn crowded() -> Place {
    let place = Place::new();
    let mut store = place.create();
    apply(&mut store, &hospital());
    let note = "备注".repeat(60);
    let people: Vec<Edit> = (0..400)
        .map(|number| Edit::put(Person { note: note.clone(), ..person(0, &format!("第{number}人")) }))
        .collect();
    apply(&mut store, &people);
    drop(store);
    place
}

fn change(path: &Path, how: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(path).unwrap();
    how(&mut bytes);
    fs::write(path, bytes).unwrap();
}

/// Pages of the table of people, by the engine's own account.
fn root_page(path: &Path, table: &str) -> usize {
    let conn = Connection::open(path).unwrap();
    conn.query_row("SELECT rootpage FROM sqlite_schema WHERE name = ?1", [table], |row| row.get(0)).unwrap()
}

fn of(salvaged: &[Salvaged], table: Table) -> &Salvaged {
    salvaged.iter().find(|one| one.table == table).unwrap()
}

#[test]
fn a_sound_file_comes_out_whole() {
    let place = crowded();
    let before = dump(&place.open());
    let new = Place::new();
    let salvaged = recover(&place.path, &new.path).unwrap();
    assert!(salvaged.iter().all(Salvaged::is_whole), "{salvaged:?}");
    let store = new.open();
    assert_eq!(dump(&store), before);
    assert!(store.check(true).unwrap().is_sound());
    drop(store);
    assert_eq!(new.files(), ["data.db"]);
}

#[test]
fn a_lost_header_or_first_page_is_put_right() {
    for lost in [16, 100, 4096] {
        let place = crowded();
        let before = dump(&place.open());
        change(&place.path, |bytes| bytes[..lost].fill(0));
        let (bytes, new) = (fs::read(&place.path).unwrap(), Place::new());
        let salvaged = recover(&place.path, &new.path).unwrap();
        assert!(salvaged.iter().all(Salvaged::is_whole), "{lost} bytes");
        assert_eq!(dump(&new.open()), before, "{lost} bytes");
        assert_eq!(fs::read(&place.path).unwrap(), bytes, "the damaged file is only read");
    }
}

#[test]
fn a_scribbled_page_costs_its_rows_and_no_others() {
    let place = crowded();
    let people = place.open().registry().unwrap().people.len() as u64;
    let conn = Connection::open(&place.path).unwrap();
    let sql = "SELECT pageno FROM dbstat WHERE name = 'person' AND pagetype = 'leaf' ORDER BY pageno LIMIT 1 OFFSET 5";
    let leaf: usize = conn.query_row(sql, [], |row| row.get(0)).unwrap();
    drop(conn);
    change(&place.path, |bytes| bytes[(leaf - 1) * 4096..leaf * 4096].fill(0xA5));
    let new = Place::new();
    let salvaged = recover(&place.path, &new.path).unwrap();
    let of_people = of(&salvaged, Table::Person);
    let lost: i64 = of_people.gaps.iter().map(|(first, last)| last - first + 1).sum();
    assert_eq!(of_people.kept + u64::try_from(lost).unwrap(), people);
    assert!((1..40).contains(&lost), "{:?}", of_people.gaps);
    let store = new.open();
    assert!(store.check(true).unwrap().is_sound());
    let left = store.registry().unwrap().people;
    let is_lost = |id: &PersonId| of_people.gaps.iter().any(|(first, last)| (*first..=*last).contains(&id.raw()));
    assert!(left.keys().all(|id| !is_lost(id)));
    assert!(left.values().any(|person| person.name == "第0人") && left.values().any(|person| person.name == "第399人"));
}

#[test]
fn half_a_file_gives_what_is_in_that_half_with_nothing_hanging_in_the_air() {
    let place = crowded();
    change(&place.path, |bytes| bytes.truncate(bytes.len() / 4096 / 2 * 4096 + 100));
    let new = Place::new();
    let salvaged = recover(&place.path, &new.path).unwrap();
    assert!(salvaged.iter().any(|one| !one.is_whole()));
    let store = new.open();
    assert!(store.check(true).unwrap().is_sound());
    assert_eq!(of(&salvaged, Table::Person).kept, store.registry().unwrap().people.len() as u64);
}

#[test]
fn what_refers_to_a_lost_row_is_left_out_and_counted() {
    let place = crowded();
    let root = root_page(&place.path, "person");
    change(&place.path, |bytes| bytes[(root - 1) * 4096..root * 4096].fill(0));
    let new = Place::new();
    let salvaged = recover(&place.path, &new.path).unwrap();
    assert_eq!(of(&salvaged, Table::Person).kept, 0);
    let stints = of(&salvaged, Table::Stint);
    assert!(stints.kept == 0 && !stints.refused.is_empty(), "{stints:?}");
    assert!(of(&salvaged, Table::Institution).is_whole());
    assert!(new.open().check(true).unwrap().is_sound());
}

#[test]
fn what_is_no_damaged_file_of_ours_is_refused() {
    let (place, new) = (Place::new(), Place::new());
    fs::write(&place.path, "排班表").unwrap();
    assert!(matches!(recover(&place.path, &new.path), Err(StoreError::Foreign { .. })));
    drop(new.create());
    assert!(matches!(recover(&place.path, &new.path), Err(StoreError::Exists { .. })));
    let crowd = crowded();
    change(&crowd.path, |bytes| bytes[4096..].fill(0));
    let nowhere = Place::new();
    let refused = recover(&crowd.path, &nowhere.path);
    assert!(refused.is_err() || refused.unwrap().iter().all(|one| one.kept == 0), "nothing is made up");
}
