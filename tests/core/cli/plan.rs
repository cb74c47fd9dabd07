//! `plan` for neutral instances: plans, repairs, explanations and refusals.

use std::fs;

use serde_json::Value;

use super::rig::{Rig, is_for_people};

/// The small hospital of the planner's data, as a file of the rig.
fn instance(rig: &Rig, change: impl Fn(&mut Value)) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/planner/judged.json");
    let cases: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let mut instance = cases[0]["instance"].clone();
    change(&mut instance);
    fs::write(rig.file("task.json"), instance.to_string()).unwrap();
}

#[test]
fn a_plan_is_written_and_the_same_moves_write_the_same_bytes() {
    let rig = Rig::new();
    instance(&rig, |_| {});
    let said = rig.ok("plan --instance @task.json --out @a.json --moves 2000 --seed 5");
    assert!(said.contains("总代价") && is_for_people(&said), "{said}");
    rig.ok("plan --instance @task.json --out @b.json --moves 2000 --seed 5");
    assert_eq!(fs::read(rig.file("a.json")).unwrap(), fs::read(rig.file("b.json")).unwrap());
}

#[test]
fn a_plan_in_hand_is_repaired_and_the_changes_are_told() {
    let rig = Rig::new();
    instance(&rig, |_| {});
    rig.ok("plan --instance @task.json --out @a.json --moves 4000");
    instance(&rig, |task| task["experts"][1]["leave"] = serde_json::json!([7, 8, 9, 10, 11]));
    let out = rig.ok("plan --instance @task.json --published @a.json --out @b.json --moves 4000 --threads 2 --json");
    let told: Value = serde_json::from_str(&out).unwrap();
    assert!(!told["changes"]["removed"].as_array().unwrap().is_empty(), "{out}");
    assert!(told["alternatives"].as_array().unwrap().len() <= 2);
    assert!(told["bound"].as_i64().unwrap() <= told["objective"].as_i64().unwrap());
}

#[test]
fn contradictory_rules_are_explained_with_13_and_nothing_is_written() {
    let rig = Rig::new();
    fs::copy(
        concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/planner/three_for_seven_nights.json"),
        rig.file("task.json"),
    )
    .unwrap();
    let ran = rig.run("plan --instance @task.json --out @a.json --seconds 20");
    assert_eq!(ran.code, Some(13), "{}", ran.err);
    for says in ["互相矛盾", "每天要有1人值班", "每周最多值班2次", "已逐一验证"] {
        assert!(ran.err.contains(says), "{says}: {}", ran.err);
    }
    assert!(ran.err.lines().filter(|line| line.starts_with('·')).count() <= 8, "{}", ran.err);
    assert!(is_for_people(&ran.err), "{}", ran.err);
    assert!(!rig.file("a.json").exists());
}

#[test]
fn what_is_no_task_is_refused_with_3() {
    let rig = Rig::new();
    for text in ["", "{}", "[1,2]", r#"{"weeks":-1}"#] {
        fs::write(rig.file("task.json"), text).unwrap();
        let ran = rig.run("plan --instance @task.json --moves 10");
        assert_eq!(ran.code, Some(3), "{text}: {}", ran.err);
        assert!(ran.err.contains("不是排班任务"), "{}", ran.err);
    }
    assert_eq!(rig.run("plan --instance @missing.json --moves 10").code, Some(12));
}
