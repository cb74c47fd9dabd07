//! Imports from outside: the report, all or nothing where asked, taken back whole, input files untouched.

use std::fs;

use serde_json::Value;

use super::rig::{Rig, is_for_people};

const NOW: &str = "--now 2023-06-30T09:00";

/// Two good rows, one of a department that does not exist, one that is there twice.
const SCHEDULE: &str = "日期,星期,时段,专家,科室,活动,地点\n\
    2023-07-03,周一,上午,邹龙,消化内科,坐诊,门诊203\n\
    2023-07-03,周一,下午,邹龙,消化外科,查房,\n\
    2023-07-04,周二,上午,黎远,普外科,坐诊,门诊201\n\
    2023-07-04,周二,上午,黎远,麻醉手术科,手术带教,手术室\n";

fn with_schedule() -> Rig {
    let rig = Rig::new();
    rig.ok("init --sample shangnan --db @data.db --now 2023-06-14T09:00");
    fs::write(rig.file("排班.csv"), SCHEDULE).unwrap();
    rig
}

fn report(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn good_rows_go_in_and_wrong_rows_are_told_with_their_place_and_reason() {
    let rig = with_schedule();
    let printed = rig.ok(&format!("import @排班.csv --json --report @report.json --db @data.db {NOW}"));
    let told = report(&printed);
    assert_eq!(report(&fs::read_to_string(rig.file("report.json")).unwrap()), told);
    assert_eq!([&told["added"], &told["changed"], &told["unchanged"], &told["rejected"]], [2, 0, 0, 2]);
    let sheet = &told["sheets"][0];
    assert_eq!([&sheet["file"], &sheet["kind"]], ["排班.csv", "session"]);
    assert_eq!((&sheet["sheet"], &sheet["header_row"]), (&Value::Null, &Value::from(1)));
    let rejected: Vec<_> = told["rows"].as_array().unwrap().iter().filter(|row| row["result"] == "rejected").collect();
    let seen: Vec<_> =
        rejected.iter().map(|row| (row["row"].as_u64().unwrap(), row["code"].as_str().unwrap())).collect();
    assert_eq!(seen, [(3, "R04"), (5, "R05")]);
    for row in rejected {
        assert!(row["text"].as_str().unwrap().chars().count() > 10, "{row}");
    }
    assert_eq!(fs::read_to_string(rig.file("排班.csv")).unwrap(), SCHEDULE);
}

#[test]
fn an_import_is_taken_back_whole() {
    let rig = with_schedule();
    let before = rig.ok("dump --db @data.db");
    let told = report(&rig.ok(&format!("import @排班.csv --json --db @data.db {NOW}")));
    assert_ne!(rig.ok("dump --db @data.db"), before);
    rig.ok(&format!("undo-import {} --db @data.db", told["import"]));
    assert_eq!(rig.ok("dump --db @data.db"), before);
}

#[test]
fn the_same_workbook_again_changes_nothing() {
    let rig = with_schedule();
    rig.ok(&format!("import @排班.csv --db @data.db {NOW}"));
    let before = rig.ok("dump --db @data.db");
    let told = report(&rig.ok(&format!("import @排班.csv --json --db @data.db {NOW}")));
    assert_eq!([&told["added"], &told["changed"], &told["unchanged"]], [0, 0, 2]);
    assert_eq!(told["import"], Value::Null);
    assert_eq!(rig.ok("dump --db @data.db"), before);
}

#[test]
fn nothing_goes_in_on_a_dry_run_or_where_all_or_nothing_was_asked_for() {
    let rig = with_schedule();
    let before = rig.ok("dump --db @data.db");
    let told = report(&rig.ok(&format!("import @排班.csv --dry-run --json --db @data.db --read-only {NOW}")));
    assert_eq!((&told["added"], &told["import"]), (&Value::from(2), &Value::Null));
    let ran = rig.run(&format!("import @排班.csv --strict --json --report @report.json --db @data.db {NOW}"));
    assert_eq!(ran.code, Some(3), "{}", ran.err);
    assert!(ran.err.contains("2 行不能导入") && is_for_people(&ran.err), "{}", ran.err);
    assert_eq!(report(&ran.out)["rejected"], 2);
    assert_eq!(report(&fs::read_to_string(rig.file("report.json")).unwrap())["rejected"], 2);
    assert_eq!(rig.ok("dump --db @data.db"), before);
}

#[test]
fn records_that_are_there_are_updated_kept_or_refuse_the_whole() {
    let rig = with_schedule();
    rig.ok(&format!("import @排班.csv --db @data.db {NOW}"));
    fs::write(rig.file("again.csv"), SCHEDULE.replace("门诊203", "门诊207")).unwrap();
    let before = rig.ok("dump --db @data.db");
    let refused = rig.run(&format!("import @again.csv --on-dup fail --db @data.db {NOW}"));
    assert_eq!(refused.code, Some(3), "{}", refused.err);
    let skipped = report(&rig.ok(&format!("import @again.csv --on-dup skip --json --db @data.db {NOW}")));
    assert_eq!(skipped["changed"], 0);
    assert_eq!(rig.ok("dump --db @data.db"), before);
    let updated = report(&rig.ok(&format!("import @again.csv --json --db @data.db {NOW}")));
    assert_eq!(updated["changed"], 1);
    assert!(rig.ok("dump --db @data.db").contains("门诊207"));
}

#[test]
fn a_file_that_cannot_be_read_as_a_whole_is_refused_by_name() {
    let rig = with_schedule();
    fs::write(rig.file("broken.xlsx"), [b"PK\x03\x04".as_slice(), &[0x5a; 900]].concat()).unwrap();
    fs::write(rig.file("letter.csv"), "尊敬的各位领导：\n今天天气很好。\n").unwrap();
    fs::write(rig.file("empty.xlsx"), "").unwrap();
    fs::write(rig.file("mapping.json"), "{\"*\": {\"kinds\": 3}}").unwrap();
    let before = rig.ok("dump --db @data.db");
    for (line, code, names) in [
        ("import @broken.xlsx", 3, "broken.xlsx"),
        ("import @letter.csv", 3, "letter.csv"),
        ("import @empty.xlsx", 3, "empty.xlsx"),
        ("import @missing.xlsx", 12, "missing.xlsx"),
        ("import @排班.csv @missing.xlsx", 12, "missing.xlsx"),
        ("import @排班.csv --mapping @mapping.json", 3, "mapping.json"),
        ("import @排班.csv --mapping @missing.json", 12, "missing.json"),
        ("import @排班.csv --kind patients", 2, "patients"),
        ("import @排班.csv --context weather=fine", 2, "weather"),
        ("import @排班.csv --read-only", 5, "data.db"),
    ] {
        let ran = rig.run(&format!("{line} --db @data.db {NOW}"));
        assert_eq!(ran.code, Some(code), "{line}: {}", ran.err);
        assert!(ran.err.contains(names), "{line}: {}", ran.err);
        assert!(is_for_people(&ran.err), "{line}: {}", ran.err);
        assert_eq!(rig.ok("dump --db @data.db"), before, "{line}");
    }
}

#[test]
fn a_sheet_can_be_left_out_by_a_mapping() {
    let rig = with_schedule();
    fs::write(rig.file("mapping.json"), "{\"*\": {\"ignore\": true}}").unwrap();
    let told = report(&rig.ok(&format!("import @排班.csv --mapping @mapping.json --json --db @data.db {NOW}")));
    assert_eq!(told["sheets"][0]["kind"], Value::Null);
    assert_eq!(told["added"], 0);
}

#[test]
fn no_output_replaces_what_is_read_or_the_data_file() {
    let rig = Rig::new();
    rig.ok("--db @d.db init --sample shangnan");
    fs::write(rig.file("a.csv"), "姓名,派出单位,到岗日期\n张三,甲医院,2023-01-01\n").expect("written");
    let (table, data) = (rig.file("a.csv"), rig.file("d.db"));
    let before = (fs::read(&table).expect("table"), fs::read(&data).expect("data"));
    for line in [
        "--db @d.db import @a.csv --report @a.csv",
        "--db @d.db import @a.csv --dry-run --report @d.db",
        "--db @d.db export D03 --out @d.db --format pdf",
        "--db @d.db export D03 --out @d.db --format png",
        "--db @d.db backup --to @d.db",
        "--db @d.db backup --to @a.csv",
    ] {
        let ran = rig.run(line);
        assert_eq!(ran.code, Some(3), "{line}\n{}", ran.err);
        assert!(ran.err.contains("已经存在"), "{line}\n{}", ran.err);
    }
    assert_eq!((fs::read(&table).expect("table"), fs::read(&data).expect("data")), before);
}

#[test]
fn a_word_that_is_not_known_is_answered_with_those_that_are() {
    let rig = Rig::new();
    rig.ok("--db @d.db init");
    fs::write(rig.file("a.csv"), "姓名,派出单位,到岗日期\n张三,甲医院,2023-01-01\n").expect("written");
    for (line, known) in [("--kind roster", "stint"), ("--context project=1", "programme")] {
        let ran = rig.run(&format!("--db @d.db import @a.csv {line}"));
        assert_eq!(ran.code, Some(2), "{}", ran.err);
        assert!(ran.err.contains(known), "{}", ran.err);
    }
}

#[test]
fn a_value_for_all_sheets_that_nobody_understands_is_wrong_usage() {
    let rig = Rig::new();
    rig.ok("--db @d.db init --sample shangnan");
    fs::write(rig.file("a.csv"), "姓名,到岗日期\n张三,2023-01-01\n").expect("written");
    for wrong in ["direction=up", "programme=乱写", "year=abc", "month=13", "relation=999", "batch=无"] {
        let ran = rig.run(&format!("--db @d.db import @a.csv --kind stint --context {wrong}"));
        assert_eq!(ran.code, Some(2), "{wrong}: {}", ran.err);
        assert!(ran.err.contains(wrong), "{wrong}: {}", ran.err);
    }
    let out = rig.ok("--db @d.db import @a.csv --kind stint --context relation=1 --context year=2023 --dry-run");
    assert!(out.contains("新增 1"), "by its number: {out}");
}
