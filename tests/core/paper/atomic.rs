//! Files that people see are whole or not there.

use std::io::{self, Write};

use chuanbangdai::export::{ExportError, atomic};

#[test]
fn a_failure_half_way_leaves_the_old_file_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("plan.csv");
    atomic::write(&path, b"old").expect("written");
    let failed = atomic::write_with(&path, |file| {
        file.write_all(b"new, but only ha")?;
        Err(io::Error::from(io::ErrorKind::StorageFull))
    });
    match failed {
        Err(ExportError::Write { path: named, source }) => {
            assert_eq!(named, path);
            assert_eq!(source.kind(), io::ErrorKind::StorageFull);
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(std::fs::read(&path).expect("the old file"), b"old");
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 1);
}

#[test]
fn a_new_file_replaces_the_old_one_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("plan.csv");
    atomic::write(&path, b"a long old file").expect("written");
    atomic::write(&path, b"new").expect("written");
    assert_eq!(std::fs::read(&path).expect("the new file"), b"new");
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 1);
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("gone").join("plan.csv");
    let failed = atomic::write(&path, b"text").expect_err("no folder");
    assert!(failed.to_string().contains("plan.csv"));
}

#[test]
fn a_data_file_is_never_replaced_by_a_document() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("data.db");
    std::fs::write(&path, b"SQLite format 3\0 and all the data").expect("written");
    let refused = atomic::write(&path, b"%PDF");
    assert!(matches!(&refused, Err(ExportError::DataFile { path: named }) if *named == path), "{refused:?}");
    assert!(std::fs::read(&path).expect("the data").ends_with(b"all the data"));
}
