//! Backups from outside: made, verified, listed, put back; passwords only from the environment.

use std::fs;

use serde_json::Value;

use super::rig::{Rig, names_in};

const PASSWORD: &str = "CHUANBANGDAI_PASSWORD";

fn with_one_person() -> Rig {
    let rig = Rig::new();
    rig.ok("init --db @data.db");
    fs::write(rig.file("edits.jsonl"), "{\"op\":\"put\",\"row\":{\"table\":\"person\",\"name\":\"邹龙\"}}\n").unwrap();
    rig.ok("apply @edits.jsonl --db @data.db");
    rig
}

#[test]
fn a_restored_backup_holds_the_same_data_and_the_replaced_file_is_kept() {
    let rig = with_one_person();
    let before = rig.ok("dump --db @data.db");
    rig.ok("backup --to @usb.db --db @data.db");
    rig.ok("verify-backup @usb.db");
    rig.ok("undo --db @data.db");
    let replaced = rig.ok("dump --db @data.db");
    let told: Value =
        serde_json::from_str(&rig.ok("restore @usb.db --db @data.db --now 2023-06-12T08:00 --json")).unwrap();
    assert_eq!(rig.ok("dump --db @data.db"), before);
    let aside = told["replaced"].as_str().expect("where the replaced file is");
    assert!(aside.contains("20230612"), "{aside} is not dated");
    let name = aside.rsplit(['/', '\\']).next().unwrap();
    assert_eq!(rig.ok(&format!("dump --db @{name}")), replaced);
}

#[test]
fn an_encrypted_backup_opens_with_its_password_only() {
    let rig = with_one_person();
    let before = rig.ok("dump --db @data.db");
    assert_eq!(rig.run("backup --to @usb.age --encrypt --db @data.db").code, Some(10));
    assert!(!rig.file("usb.age").exists(), "a backup without its password");

    let right = [(PASSWORD, "山海提升")];
    assert_eq!(rig.run_with("backup --to @usb.age --encrypt --db @data.db", &right).code, Some(0));
    assert!(!String::from_utf8_lossy(&fs::read(rig.file("usb.age")).unwrap()).contains("SQLite"));
    let data = fs::read(rig.file("data.db")).unwrap();
    for (line, variables) in [("verify-backup @usb.age", [(PASSWORD, "")]), ("restore @usb.age", [(PASSWORD, "wrong")])]
    {
        let ran = rig.run_with(&format!("{line} --db @data.db"), &variables);
        assert_eq!(ran.code, Some(10), "{}", ran.err);
        assert!(ran.err.contains("密码") && ran.err.contains("usb.age"), "{}", ran.err);
        assert_eq!(fs::read(rig.file("data.db")).unwrap(), data);
    }
    assert_eq!(rig.run_with("verify-backup @usb.age", &right).code, Some(0));
    assert_eq!(rig.run_with("restore @usb.age --db @new.db", &right).code, Some(0));
    assert_eq!(rig.ok("dump --db @new.db"), before);
}

#[test]
fn a_file_that_is_no_backup_replaces_nothing() {
    let rig = with_one_person();
    fs::write(rig.file("notes.txt"), "会议记录").unwrap();
    let data = fs::read(rig.file("data.db")).unwrap();
    for (line, code) in [("restore @notes.txt", 9), ("verify-backup @notes.txt", 9), ("restore @nothing.db", 12)] {
        let ran = rig.run(&format!("{line} --db @data.db"));
        assert_eq!(ran.code, Some(code), "{line}: {}", ran.err);
        assert_eq!(fs::read(rig.file("data.db")).unwrap(), data);
    }
    assert_eq!(names_in(rig.file("data.db").parent().unwrap()), ["data.db", "edits.jsonl", "notes.txt"]);
}

#[test]
fn a_dump_makes_the_same_data_file_again() {
    let rig = with_one_person();
    let dump = rig.ok("dump --canonical --db @data.db");
    let (body, hash) = dump.trim_end().rsplit_once('\n').unwrap();
    assert!(serde_json::from_str::<Value>(body).is_ok());
    assert!(hash.len() == 64 && hash.chars().all(|digit| digit.is_ascii_hexdigit()), "{hash}");
    fs::write(rig.file("all.json"), &dump).unwrap();
    rig.ok("load @all.json --db @again.db");
    assert_eq!(rig.ok("dump --db @again.db"), dump);

    fs::write(rig.file("cut.json"), &dump[..dump.len() / 2]).unwrap();
    let ran = rig.run("load @cut.json --db @cut.db");
    assert!(matches!(ran.code, Some(3 | 7 | 9)), "{:?} {}", ran.code, ran.err);
    assert!(!rig.file("cut.db").exists());
}

#[test]
fn what_the_file_says_of_itself_is_json_on_request() {
    let rig = with_one_person();
    let info: Value = serde_json::from_str(&rig.ok("info --json --db @data.db")).unwrap();
    assert_eq!(info["counts"]["person"], 1);
    assert_eq!(info["journal_mode"], "truncate");
    assert_eq!(info["steps"], 1);
    assert!(info["schema"].as_u64().is_some_and(|schema| schema > 0));
    let failed = rig.run("info --json --db @missing.db");
    let told: Value = serde_json::from_str(&failed.out).unwrap();
    assert_eq!(told["error"]["exit_code"], 12);
    assert!(told["error"]["what"].as_str().unwrap().contains("missing.db"));
}

#[test]
fn files_of_evidence_go_with_a_plain_backup_and_are_told_of_with_a_sealed_one() {
    let rig = with_one_person();
    let folder = rig.file("evidence");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("certificate.pdf"), "paper").unwrap();
    // SHA-256 of the five letters.
    let sha = "382635c9325bf3273d195ff1b8a44e5b11afd7d97addeb8863ea35feb98c1a07";
    let task = serde_json::json!({
        "table": "task", "id": 1, "list": "a", "title": "b", "due_on": "2023-12-31", "status": "active",
    });
    let proof = serde_json::json!({
        "table": "evidence", "task": 1, "name": "证书.pdf", "path": "evidence/certificate.pdf", "sha256": sha, "size": 5,
    });
    let line = |row: &Value| format!("{}\n", serde_json::json!({ "op": "put", "row": row }));
    fs::write(rig.file("edits.jsonl"), line(&task) + &line(&proof)).unwrap();
    rig.ok("apply @edits.jsonl --db @data.db");

    fs::create_dir_all(rig.file("usb")).unwrap();
    let told: Value = serde_json::from_str(&rig.ok("backup --to @usb/b.db --db @data.db --json")).unwrap();
    assert_eq!(told["evidence"], serde_json::json!({ "files": 1, "missing": 0, "altered": 0 }));
    assert_eq!(fs::read(rig.file("usb/evidence/certificate.pdf")).unwrap(), b"paper");
    assert!(rig.ok("verify-backup @usb/b.db").contains("均完好"));
    fs::remove_file(rig.file("usb/evidence/certificate.pdf")).unwrap();
    assert!(rig.ok("verify-backup @usb/b.db").contains("缺失 1 份"));

    let sealed = rig.run_with("backup --to @usb/b.age --encrypt --db @data.db", &[(PASSWORD, "山海提升")]);
    assert!(sealed.out.contains("不在加密备份内"), "{}", sealed.out);
    let looked = rig.run_with("verify-backup @usb/b.age", &[(PASSWORD, "山海提升")]);
    assert!(looked.out.contains("未核对"), "{}", looked.out);
}
