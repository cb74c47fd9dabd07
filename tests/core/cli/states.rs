//! Data files in every state a clerk can meet: each has its own message and exit code and stays byte for byte.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::rig::{Ran, Rig, is_for_people, names_in};

/// Commands that open the data file, to look or to write.
const OPENING: &[&str] = &[
    "info",
    "check",
    "check --deep",
    "history",
    "dump",
    "search 邹",
    "documents",
    "export D01 --out @week.pdf",
    "undo",
    "redo",
    "undo-import 1",
    "apply @edits.jsonl",
    "backup --to @copy.db",
    "seed --rows 10 --seed 1",
];

fn one_person(rig: &Rig) {
    fs::write(rig.file("edits.jsonl"), "{\"op\":\"put\",\"row\":{\"table\":\"person\",\"name\":\"邹龙\"}}\n").unwrap();
}

fn told(ran: &Ran, line: &str) {
    assert!(is_for_people(&ran.err), "{line}: {}", ran.err);
    assert!(ran.err.contains("下一步："), "{line} does not say what to do: {}", ran.err);
    assert!(ran.err.contains("data.db"), "{line} does not name the file: {}", ran.err);
    assert!(ran.out.is_empty(), "{line} printed a result: {}", ran.out);
}

/// Runs every opening command on a file and expects one exit code, one message, and the same bytes.
fn every_command_says(rig: &Rig, code: i32, says: &str) {
    one_person(rig);
    let file = rig.file("data.db");
    let before = fs::read(&file).ok();
    let names = names_in(file.parent().unwrap());
    for line in OPENING.iter().filter(|line| **line != "documents") {
        let ran = rig.run(&format!("{line} --db @data.db"));
        assert_eq!(ran.code, Some(code), "{line}: {}{}", ran.out, ran.err);
        assert!(ran.err.contains(says), "{line}: {}", ran.err);
        told(&ran, line);
        assert_eq!(fs::read(&file).ok(), before, "{line} changed the file");
        assert_eq!(names_in(file.parent().unwrap()), names, "{line} left something behind");
    }
}

fn with_pragma(path: &Path, pragma: &str, value: i64) {
    Connection::open(path).unwrap().pragma_update(None, pragma, value).unwrap();
}

#[test]
fn a_missing_file_is_12_and_is_not_made() {
    every_command_says(&Rig::new(), 12, "找不到文件");
}

#[test]
fn a_text_file_is_foreign() {
    let rig = Rig::new();
    fs::write(rig.file("data.db"), "姓名,职称\n邹龙,主任医师\n".repeat(100)).unwrap();
    every_command_says(&rig, 9, "不是传帮带的数据文件");
}

#[test]
fn the_database_of_another_program_is_foreign() {
    let rig = Rig::new();
    let other = Connection::open(rig.file("data.db")).unwrap();
    other.execute_batch("CREATE TABLE person (id INTEGER PRIMARY KEY); INSERT INTO person VALUES (1);").unwrap();
    drop(other);
    every_command_says(&rig, 9, "不是传帮带的数据文件");
}

#[test]
fn a_file_of_a_newer_program_is_refused_with_both_numbers() {
    let rig = Rig::new();
    rig.ok("init --db @data.db");
    with_pragma(&rig.file("data.db"), "user_version", 999);
    every_command_says(&rig, 8, "文件为第 999 版");
}

#[test]
fn a_damaged_file_is_told_as_damaged() {
    let rig = Rig::new();
    rig.ok("init --db @data.db");
    let path = rig.file("data.db");
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[4096..middle].fill(0x5a);
    fs::write(&path, bytes).unwrap();
    every_command_says(&rig, 7, "已损坏");
}

#[test]
fn nothing_is_written_where_only_looking_was_asked_for() {
    let rig = Rig::new();
    rig.ok("init --db @data.db");
    one_person(&rig);
    let before = fs::read(rig.file("data.db")).unwrap();
    for line in ["apply @edits.jsonl", "undo", "redo", "undo-import 1", "seed --rows 10 --seed 1", "init"] {
        let ran = rig.run(&format!("{line} --db @data.db --read-only"));
        assert_eq!(ran.code, Some(5), "{line}: {}", ran.err);
        told(&ran, line);
    }
    for line in ["info", "history", "dump", "check"] {
        rig.ok(&format!("{line} --db @data.db --read-only"));
    }
    assert_eq!(fs::read(rig.file("data.db")).unwrap(), before);
}

#[test]
fn a_new_file_never_replaces_one_that_is_there() {
    let rig = Rig::new();
    fs::write(rig.file("data.db"), "notes").unwrap();
    rig.ok("init --db @other.db");
    fs::write(rig.file("dump.json"), rig.ok("dump --db @other.db")).unwrap();
    for line in ["init", "init --sample shangnan", "load @dump.json"] {
        let ran = rig.run(&format!("{line} --db @data.db"));
        assert_eq!(ran.code, Some(3), "{line}: {}", ran.err);
        assert!(ran.err.contains("已经存在"), "{}", ran.err);
        told(&ran, line);
        assert_eq!(fs::read_to_string(rig.file("data.db")).unwrap(), "notes");
    }
}

#[test]
fn a_file_of_an_older_program_is_brought_up_to_date_on_the_way_but_never_when_it_is_only_read() {
    let rig = Rig::new();
    let frozen = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/schema-0001.db");
    fs::copy(frozen, rig.file("data.db")).unwrap();
    let before = fs::read(rig.file("data.db")).unwrap();
    let ran = rig.run("dump --read-only --db @data.db");
    assert_eq!(ran.code, Some(5), "{}", ran.err);
    assert!(ran.err.contains("旧版本"), "{}", ran.err);
    told(&ran, "dump --read-only");
    assert_eq!(fs::read(rig.file("data.db")).unwrap(), before);
    rig.ok("export D03 --out @list.pdf --db @data.db");
    assert!(names_in(&rig.file("backups")).len() == 1, "a backup of the older file is kept");
    rig.ok("dump --read-only --db @data.db");
}

#[test]
fn looking_only_says_so_and_leaves_nothing_behind() {
    let rig = Rig::new();
    for line in ["init", "demo @demo", "load @dump.txt"] {
        let ran = rig.run(&format!("--read-only --db @d.db {line}"));
        assert_eq!(ran.code, Some(5), "{line}: {}", ran.err);
        assert!(ran.err.contains("--read-only"), "{line}: {}", ran.err);
    }
    assert!(!rig.file("demo").exists() && !rig.file("d.db").exists());
}
