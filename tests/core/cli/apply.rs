//! Edits from outside: acknowledged only when they are safe, stopped at the first wrong line, alone with the file.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

use super::rig::{Rig, is_for_people};

fn put_person(name: &str) -> String {
    format!("{{\"op\":\"put\",\"row\":{{\"table\":\"person\",\"name\":\"{name}\"}}}}\n")
}

/// Starts the program with open pipes, as another program would.
fn start(rig: &Rig, args: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chuanbangdai"));
    for (name, value) in rig.command().get_envs() {
        if let Some(value) = value {
            command.env(name, value);
        }
    }
    let file = rig.file("data.db");
    command.arg("--db").arg(file).args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    command.spawn().expect("the program starts")
}

#[test]
fn each_line_is_acknowledged_with_its_number() {
    let rig = Rig::new();
    rig.ok("init --db @data.db");
    let edits = format!("{}\n{}", put_person("邹龙"), put_person("文申英"));
    fs::write(rig.file("edits.jsonl"), edits).unwrap();
    assert_eq!(rig.ok("apply @edits.jsonl --db @data.db"), "ACK 1\nACK 3\n");
    let dump = rig.ok("dump --db @data.db");
    assert!(dump.contains("邹龙") && dump.contains("文申英"), "{dump}");
}

#[test]
fn a_wrong_line_stops_with_its_number_and_the_lines_before_it_stay() {
    let rig = Rig::new();
    rig.ok("init --db @data.db");
    for (wrong, code) in [
        ("not JSON\n", 3),
        ("{\"op\":\"put\",\"row\":{\"table\":\"patient\",\"name\":\"某\"}}\n", 3),
        ("{\"op\":\"delete\",\"table\":\"person\",\"id\":4711}\n", 3),
        ("{\"op\":\"put\",\"row\":{\"table\":\"batch\",\"relation\":99,\"no\":1,\"mode\":\"rigid\"}}\n", 3),
    ] {
        let name = format!("人{}", wrong.len());
        let lines = format!("{}{wrong}{}", put_person(&name), put_person("后来的"));
        fs::write(rig.file("edits.jsonl"), lines).unwrap();
        let ran = rig.run("apply @edits.jsonl --db @data.db");
        assert_eq!((ran.code, ran.out.as_str()), (Some(code), "ACK 1\n"), "{wrong}{}", ran.err);
        assert!(ran.err.contains("edits.jsonl 第 2 行"), "{}", ran.err);
        assert!(is_for_people(&ran.err), "{}", ran.err);
        let dump = rig.ok("dump --db @data.db");
        assert!(dump.contains(&name) && !dump.contains("后来的"), "{dump}");
    }
}

#[test]
fn a_second_program_is_told_who_has_the_file_and_since_when() {
    let rig = Rig::new();
    rig.ok("init --db @data.db");
    let mut first = start(&rig, &["--now", "2023-06-12T08:00", "apply", "-"]);
    let mut input = first.stdin.take().unwrap();
    let mut answers = BufReader::new(first.stdout.take().unwrap()).lines();
    input.write_all(put_person("邹龙").as_bytes()).unwrap();
    assert_eq!(answers.next().unwrap().unwrap(), "ACK 1");

    let before = fs::read(rig.file("data.db")).unwrap();
    fs::write(rig.file("edits.jsonl"), put_person("文申英")).unwrap();
    for line in ["apply @edits.jsonl", "undo", "redo", "seed --rows 10 --seed 1"] {
        let ran = rig.run(&format!("{line} --db @data.db"));
        assert_eq!(ran.code, Some(4), "{line}: {}", ran.err);
        assert!(ran.err.contains("2023-06-12 08:00") && ran.err.contains("data.db"), "{}", ran.err);
        assert_eq!(fs::read(rig.file("data.db")).unwrap(), before, "{line} changed the file");
    }
    for line in ["info", "history", "dump", "search 邹龙"] {
        rig.ok(&format!("{line} --db @data.db"));
    }

    drop(input);
    assert!(first.wait().unwrap().success());
    rig.ok("apply @edits.jsonl --db @data.db");
}

#[test]
fn a_killed_program_has_lost_no_acknowledged_line() {
    let rig = Rig::new();
    rig.ok("init --db @data.db");
    let mut expected = Vec::new();
    for round in 0..3 {
        let names: Vec<String> = (0..400).map(|number| format!("第{round}轮{number}号")).collect();
        fs::write(rig.file("edits.jsonl"), names.iter().map(|name| put_person(name)).collect::<String>()).unwrap();
        let path = rig.file("edits.jsonl");
        let mut child = start(&rig, &["apply", path.to_str().unwrap()]);
        let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
        for number in 1..=7 * (round + 1) {
            assert_eq!(answers.next().unwrap().unwrap(), format!("ACK {number}"));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let acknowledged =
            7 * (round + 1) + answers.map_while(Result::ok).filter(|line| line.starts_with("ACK")).count();
        expected.extend(names.into_iter().take(acknowledged));
        let dump = rig.ok("dump --db @data.db");
        for name in &expected {
            assert!(dump.contains(&format!("\"{name}\"")), "{name} was acknowledged and is lost");
        }
        rig.ok("check --deep --db @data.db");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure_and_stops_no_edit() {
    let rig = Rig::new();
    rig.ok("init --db @data.db");
    fs::write(rig.file("edits.jsonl"), (0..50).map(|number| put_person(&format!("第{number}号"))).collect::<String>())
        .unwrap();
    let path = rig.file("edits.jsonl");
    let mut child = start(&rig, &["apply", path.to_str().unwrap()]);
    drop(child.stdout.take());
    assert!(child.wait().unwrap().success());
    assert!(rig.ok("dump --db @data.db").contains("第49号"));
}

#[cfg(target_os = "linux")]
#[test]
fn results_that_cannot_be_printed_are_told_and_what_was_done_stays() {
    let rig = Rig::new();
    rig.ok("init --db @data.db");
    fs::write(rig.file("edits.jsonl"), put_person("邹龙")).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_chuanbangdai"));
    command.env("HOME", rig.file("")).arg("apply").arg(rig.file("edits.jsonl")).arg("--db").arg(rig.file("data.db"));
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let ran = command.stdout(full).output().unwrap();
    let err = String::from_utf8(ran.stderr).unwrap();
    assert_eq!(ran.status.code(), Some(6), "{err}");
    assert!(err.contains("结果输出不了") && err.contains("已经执行的都已保存"), "{err}");
    assert!(rig.ok("dump --db @data.db").contains("邹龙"));
}

#[test]
fn an_import_whose_rows_were_edited_since_is_not_taken_back_alone() {
    let rig = Rig::new();
    rig.ok("init --sample shangnan --db @data.db --now 2023-06-14T09:00");
    fs::write(rig.file("people.csv"), "姓名,所在科室,职称\n林晚秋,普外科,医师\n").unwrap();
    rig.ok("import @people.csv --db @data.db --now 2023-06-14T09:00");
    let dump = rig.ok("dump --db @data.db");
    let row = dump.lines().find(|line| line.contains("林晚秋")).unwrap().trim().trim_end_matches([',', ']']);
    let edited = row.replace("医师", "主治医师").replacen('{', "{\"table\":\"person\",", 1);
    fs::write(rig.file("edits.jsonl"), format!("{{\"op\":\"put\",\"row\":{edited}}}\n")).unwrap();
    rig.ok("apply @edits.jsonl --db @data.db --now 2023-06-14T09:00");
    let before = rig.ok("dump --db @data.db");
    let ran = rig.run("undo-import 2 --json --db @data.db --now 2023-06-14T09:00");
    assert_eq!(ran.code, Some(11), "{}", ran.err);
    assert!(ran.err.contains("人员") && is_for_people(&ran.err), "{}", ran.err);
    let told: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(told["error"]["rows"][0][0], "person");
    assert_eq!(rig.ok("dump --db @data.db"), before);
}

#[test]
fn steps_are_taken_back_and_done_again_from_outside() {
    let rig = Rig::new();
    rig.ok("init --db @data.db");
    let empty = rig.ok("dump --db @data.db");
    fs::write(rig.file("edits.jsonl"), format!("{}{}", put_person("邹龙"), put_person("文申英"))).unwrap();
    rig.ok("apply @edits.jsonl --db @data.db");
    let full = rig.ok("dump --db @data.db");
    assert_ne!(empty, full);
    assert_eq!(rig.ok("undo 2 --db @data.db").lines().count(), 2);
    assert_eq!(rig.ok("dump --db @data.db"), empty);
    assert!(rig.ok("redo --db @data.db").contains("邹龙"));
    rig.ok("redo --db @data.db");
    assert_eq!(rig.ok("dump --db @data.db"), full);
    assert_eq!(rig.run("redo --db @data.db").code, Some(3));
    assert!(rig.ok("history --limit 1 --db @data.db").contains("文申英"));
    assert_eq!(rig.run("undo-import 1 --db @data.db").code, Some(3));
    assert_eq!(rig.run("undo-import 99 --db @data.db").code, Some(3));
}
