//! Dragging sessions with the mouse.

use chuanbangdai::domain::SessionStatus;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;

use super::scene::{cell, drag, drag_over, says, schedule, spoken, stored};
use crate::support::ctrl;

#[test]
fn a_drag_moves_a_session_and_marks_the_issued_one_as_rescheduled() {
    let mut harness = schedule();
    drag(&mut harness, "邹龙 6月14日 周三下午", "邹龙 6月17日 周六下午");
    let moved = spoken(&harness, "邹龙 6月17日 周六下午");
    assert!(moved.contains("会诊") && moved.ends_with("调"), "{moved}");
    ctrl(&mut harness, Key::Z);
    assert_eq!(spoken(&harness, "邹龙 6月14日 周三下午"), "邹龙 6月14日 周三下午 会诊");
    assert_eq!(spoken(&harness, "邹龙 6月17日 周六下午"), "邹龙 6月17日 周六下午 休");
}

#[test]
fn a_drop_on_a_filled_cell_swaps_the_two() {
    let mut harness = schedule();
    let before = stored(&harness, 12).len();
    drag(&mut harness, "邹龙 6月14日 周三下午", "周琳 6月13日 周二上午");
    assert!(spoken(&harness, "周琳 6月13日 周二上午").contains("会诊"));
    assert!(spoken(&harness, "邹龙 6月14日 周三下午").contains("查房"));
    assert_eq!(stored(&harness, 12).len(), before, "nothing is lost in a swap");
    assert!(harness.state().window.last_action().contains("对调"));
}

#[test]
fn a_drag_with_ctrl_copies() {
    let mut harness = schedule();
    drag_over(&mut harness, "邹龙 6月12日 周一上午", "邹龙 6月17日 周六上午");
    harness.event(Event::ModifiersChanged(Modifiers::COMMAND));
    harness.run();
    let at = cell(&harness, "邹龙 6月17日 周六上午").rect().center();
    harness.drop_at(at);
    harness.run();
    harness.event(Event::ModifiersChanged(Modifiers::NONE));
    harness.run();
    assert_eq!(spoken(&harness, "邹龙 6月12日 周一上午"), "邹龙 6月12日 周一上午 坐诊 门诊203");
    assert!(spoken(&harness, "邹龙 6月17日 周六上午").contains("坐诊 门诊203"));
}

#[test]
fn while_dragging_the_target_names_what_would_clash() {
    let mut harness = schedule();
    drag_over(&mut harness, "万小颖 6月13日 周二上午", "侯正涛 6月13日 周二上午");
    assert!(says(&harness, "与 侯正涛"), "a filled target is announced as a swap");
    let at = cell(&harness, "周琳 6月14日 周三下午").rect().center();
    harness.hover_at(at);
    harness.run();
    assert!(says(&harness, "周琳 6月14日"));
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(spoken(&harness, "万小颖 6月13日 周二上午"), "万小颖 6月13日 周二上午 坐诊 门诊205");
}

#[test]
fn a_session_that_was_held_keeps_its_state_when_it_is_moved() {
    let mut harness = super::scene::schedule_at(5);
    drag(&mut harness, "邹龙 6月5日 周一上午", "邹龙 6月10日 周六上午");
    let moved: Vec<_> = stored(&harness, 5)
        .into_iter()
        .filter(|session| session.on_date == super::scene::june(10) && session.status == SessionStatus::Done)
        .collect();
    assert_eq!(moved.len(), 1);
    assert!(harness.query_all_by_label_contains("对调").next().is_none());
}
