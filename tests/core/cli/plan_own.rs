//! `plan --period`: the office's own days, previewed, stored as one step, repaired, explained.

use std::fs;

use serde_json::Value;

use super::rig::{Rig, is_for_people};

const AT: &str = "--db @a.db --now 2023-06-12T10:00";

fn sample(rig: &Rig) {
    rig.ok(&format!("{AT} init --sample shangnan"));
}

fn told(out: &str) -> Value {
    serde_json::from_str(out).unwrap()
}

#[test]
fn a_week_is_shown_first_and_stored_with_apply_as_one_step() {
    let rig = Rig::new();
    sample(&rig);
    let said = rig.ok(&format!("{AT} plan --period 2023-06-26..2023-07-02 --moves 20000"));
    assert!(said.contains("往常安排") && said.contains("只是预览") && is_for_people(&said), "{said}");
    let dump = rig.ok(&format!("{AT} dump --canonical"));
    let out = rig.ok(&format!("{AT} --json plan --period 2023-06-26..2023-07-02 --moves 20000 --apply --out @p.json"));
    let planned = told(&out);
    assert_eq!(planned["applied"], true);
    assert!(planned["bound"].as_i64().unwrap() <= planned["objective"].as_i64().unwrap());
    let written = told(&fs::read_to_string(rig.file("p.json")).unwrap());
    assert_eq!(written["sessions"], planned["sessions"]);
    rig.ok(&format!("{AT} undo"));
    let rows = |dump: &str| dump.lines().filter(|line| line.contains("\"session\"")).count();
    assert_eq!(rows(&rig.ok(&format!("{AT} dump --canonical"))), rows(&dump));
}

#[test]
fn the_same_seed_writes_the_same_bytes_without_a_time() {
    let rig = Rig::new();
    sample(&rig);
    for name in ["a", "b"] {
        rig.ok(&format!("{AT} plan --period 2023-06-26..2023-07-02 --seed 3 --moves 9000 --out @{name}.json"));
    }
    assert_eq!(fs::read(rig.file("a.json")).unwrap(), fs::read(rig.file("b.json")).unwrap());
}

#[test]
fn a_firm_rule_that_cannot_hold_ends_with_13_and_changes_nothing() {
    let rig = Rig::new();
    sample(&rig);
    fs::write(
        rig.file("rules.json"),
        r#"[{"term":"sessions","at_least":12,"at_most":12,"force":"hard"},{"term":"clinics","at_most":1}]"#,
    )
    .unwrap();
    let before = rig.ok(&format!("{AT} dump --canonical"));
    let ran = rig.run(&format!("{AT} plan --period 2023-06-26..2023-07-02 --rules @rules.json --moves 9000 --apply"));
    assert_eq!(ran.code, Some(13), "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("互相矛盾") && is_for_people(&ran.err), "{}", ran.err);
    assert!(ran.err.contains("已逐一验证"), "ways out are offered: {}", ran.err);
    assert!(ran.err.lines().filter(|line| line.starts_with('·')).count() <= 8, "{}", ran.err);
    assert_eq!(rig.ok(&format!("{AT} dump --canonical")), before);
}

#[test]
fn what_makes_no_sense_is_refused_in_words() {
    let rig = Rig::new();
    sample(&rig);
    let cases = [
        ("plan", 2),
        ("plan --period 2023-06-26..2023-07-02 --instance @x.json", 2),
        ("plan --instance @x.json --apply", 2),
        ("plan --period 2023-07-02..2023-06-26", 2),
        ("plan --period 2023-06-26..2023-07-02 --rules @missing.json", 12),
    ];
    for (line, code) in cases {
        let ran = rig.run(&format!("{AT} {line}"));
        assert_eq!(ran.code, Some(code), "{line}: {}{}", ran.out, ran.err);
        assert!(is_for_people(&ran.err), "{}", ran.err);
    }
    fs::write(rig.file("rules.json"), r#"[{"term":"no such term"}]"#).unwrap();
    let ran = rig.run(&format!("{AT} plan --period 2023-06-26..2023-07-02 --rules @rules.json"));
    assert_eq!(ran.code, Some(3), "{}", ran.err);
}

#[test]
fn the_rotation_of_months_is_told_and_printed() {
    let rig = Rig::new();
    sample(&rig);
    let said = rig.ok(&format!("{AT} plan --blocks --period 2023-01-01..2023-12-31"));
    assert!(said.contains("个科室、站点") && said.contains("没有待定的批次") && is_for_people(&said), "{said}");
    let out = told(&rig.ok(&format!("{AT} --json plan --blocks --period 2023-01-01..2023-12-31 --out @r.json")));
    assert!(!out["posts"].as_array().unwrap().is_empty() && out["applied"] == false);
    assert_eq!(told(&fs::read_to_string(rig.file("r.json")).unwrap())["posts"], out["posts"]);
    for name in ["r.pdf", "r.xlsx"] {
        rig.ok(&format!("{AT} export D35 --period 2023-01-01..2023-12-31 --out @{name}"));
        assert!(fs::metadata(rig.file(name)).unwrap().len() > 1_000);
    }
    assert_eq!(rig.run(&format!("{AT} plan --blocks --period soon")).code, Some(2));
}
