//! `ui-smoke`: the window off screen, from the command line.

use super::rig::Rig;

#[test]
fn the_window_is_driven_without_a_display() {
    let rig = Rig::new();
    let told = rig.ok("ui-smoke --seed 7 --steps 40 --json --now 2023-06-14T09:00");
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["failures"], serde_json::json!([]));
    assert_eq!((told["seed"].as_u64(), told["steps"].as_u64()), (Some(7), Some(40)));
    assert!(told["frames"].as_u64() > Some(40));
}
