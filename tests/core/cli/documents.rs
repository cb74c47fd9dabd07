//! Documents from outside: what is written, in which format, over which days.

use std::fs;

use serde_json::Value;

use super::rig::{Rig, names_in};

#[test]
fn the_main_job_runs_without_a_display() {
    let rig = Rig::new();
    let printed = rig.ok("demo @演示 --now 2023-06-14T09:00 --json");
    let told: Value = serde_json::from_str(&printed).unwrap();
    let files = told["files"].as_array().unwrap();
    let names = names_in(&rig.file("演示"));
    assert_eq!(names.len(), files.len(), "{names:?}");
    let sheets = names.iter().filter(|name| name.ends_with(".pdf")).count();
    assert!(sheets >= 9, "this week and the next, and every other document: {names:?}");
    assert_eq!(names.iter().filter(|name| name.ends_with(".xlsx")).count(), sheets, "{names:?}");
    for file in files {
        let bytes = fs::read(file.as_str().unwrap()).unwrap();
        let start: &[u8] = match file.as_str().unwrap().rsplit('.').next() {
            Some("pdf") => b"%PDF-",
            Some("xlsx") => b"PK",
            _ => b"SQLite format 3",
        };
        assert!(bytes.starts_with(start), "{file}");
    }
}

#[test]
fn every_listed_document_is_written_in_every_listed_format() {
    let rig = Rig::new();
    rig.ok("init --sample shangnan --db @data.db --now 2023-06-14T09:00");
    let before = fs::read(rig.file("data.db")).unwrap();
    let listed: Value = serde_json::from_str(&rig.ok("documents --json")).unwrap();
    for document in listed["documents"].as_array().unwrap() {
        let code = document["code"].as_str().unwrap();
        for format in document["formats"].as_array().unwrap() {
            let format = format.as_str().unwrap();
            let out = format!("export {code} --out @{code}.{format} --db @data.db --now 2023-06-14T09:00");
            assert!(rig.ok(&out).contains(&format!("{code}.{format}")));
            assert!(fs::metadata(rig.file(&format!("{code}.{format}"))).unwrap().len() > 100, "{code}.{format}");
        }
    }
    assert_eq!(fs::read(rig.file("data.db")).unwrap(), before, "an export changed the data");
}

#[test]
fn the_days_and_the_mask_are_those_that_were_asked_for() {
    let rig = Rig::new();
    rig.ok("init --sample shangnan --db @data.db --now 2023-06-14T09:00");
    let export = |more: &str| {
        rig.ok(&format!("export D01 --format csv --out @week {more} --db @data.db --now 2023-06-14T09:00"));
        fs::read_to_string(rig.file("week")).unwrap()
    };
    assert!(export("").contains("6月12日") || export("").contains("6/12"), "this week by default: {}", export(""));
    let festival = export("--period 2023-06-19..2023-06-25");
    assert!(festival.contains("端午"), "{festival}");
    let number = |text: &str| text.lines().any(|line| line.contains("13900000"));
    assert!(number(&export("--mask none")), "phones as stored");
    assert!(!number(&export("--mask partial")) && !number(&export("--mask full")), "phones are hidden");
}

#[test]
fn what_cannot_be_written_leaves_the_file_that_was_there() {
    let rig = Rig::new();
    rig.ok("init --sample shangnan --db @data.db --now 2023-06-14T09:00");
    for (line, code) in [
        ("export D01 --out @missing/week.pdf", 12),
        ("export D01 --out @week.pdf --relation 99", 2),
        ("export D01 --out @week.pdf --period 2023-06-12..2023-06-30", 2),
        ("backup --to @missing/copy.db", 12),
    ] {
        let ran = rig.run(&format!("{line} --db @data.db --now 2023-06-14T09:00"));
        assert_eq!(ran.code, Some(code), "{line}: {}", ran.err);
        assert!(ran.out.is_empty(), "{line}: {}", ran.out);
    }
    assert_eq!(names_in(rig.file("data.db").parent().unwrap()), ["data.db"]);
}
