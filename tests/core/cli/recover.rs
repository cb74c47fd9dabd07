//! `recover`: what can still be read of a damaged file, and what cannot, said to people and to programs.

use std::fs;

use super::rig::{Rig, is_for_people};

#[test]
fn a_damaged_file_is_salvaged_and_what_was_lost_is_said() {
    let rig = Rig::new();
    rig.ok("init --sample shangnan --db @data.db --now 2023-06-14T09:00");
    let before = rig.ok("dump --db @data.db");
    let mut bytes = fs::read(rig.file("data.db")).unwrap();
    bytes[..100].fill(0);
    fs::write(rig.file("data.db"), &bytes).unwrap();
    assert_eq!(rig.run("check --db @data.db").code, Some(7));
    let told = rig.ok("recover @data.db --out @new.db");
    assert!(told.contains("班次：找回") && told.contains("没有发现丢失的记录") && is_for_people(&told), "{told}");
    assert_eq!(rig.ok("dump --db @new.db"), before);
    rig.ok("check --deep --db @new.db");
    assert_eq!(fs::read(rig.file("data.db")).unwrap(), bytes);
    let again = rig.run("recover @data.db --out @new.db");
    assert!(again.code != Some(0) && again.err.contains("new.db") && is_for_people(&again.err), "{}", again.err);

    // Everything behind the list of tables is gone.
    let len = bytes.len();
    bytes[len / 2..].fill(0xA5);
    fs::write(rig.file("data.db"), &bytes).unwrap();
    let told = rig.ok("recover @data.db --out @half.db --json");
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["whole"], false);
    rig.ok("check --deep --db @half.db");

    fs::write(rig.file("list.db"), "排班表").unwrap();
    assert_eq!(rig.run("recover @list.db --out @none.db").code, Some(9));
    assert!(!rig.file("none.db").exists());
}
