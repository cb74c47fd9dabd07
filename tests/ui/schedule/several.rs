//! Several people at once in the views that list them under half-days, and what the mouse does there.

use chuanbangdai::domain::{Session, SessionStatus};
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::scene::{cell, copied, drag, drag_over, june, says, schedule, schedule_at, stored, under, view};
use crate::support::{Scene, ctrl, press, write};

fn key(harness: &mut Harness<'_, Scene>, key: Key) {
    press(harness, Modifiers::NONE, key);
}

/// The week of 26 June, filled as the week before.
fn copied_week(name: &str) -> Harness<'static, Scene> {
    let mut harness = schedule_at(26);
    harness.get_by_role_and_label(egui::Role::Button, "复制上周").click();
    harness.run();
    harness.get_by_role_and_label(egui::Role::Button, "关闭").click();
    harness.run();
    view(&mut harness, name);
    harness
}

/// The sessions of one activity in the week of 26 June.
fn of_activity(harness: &Harness<'_, Scene>, name: &'static str) -> Vec<Session> {
    let id = harness.state().desk.ask(move |office| {
        let mut all = office.registry().activities.values();
        all.find(|activity| activity.name_zh == name).map(|activity| activity.id)
    });
    let id = id.take().flatten().unwrap();
    stored(harness, 26).into_iter().filter(|session| session.activity == id).collect()
}

#[test]
fn everybody_of_several_half_days_is_filled_and_cleared_as_one_step() {
    let mut harness = copied_week("周 · 按科室");
    let before = stored(&harness, 26).len();
    cell(&harness, "邹龙 6月26日 周一上午").click();
    harness.run();
    press(&mut harness, Modifiers::SHIFT, Key::ArrowRight);
    press(&mut harness, Modifiers::SHIFT, Key::ArrowRight);
    let was = of_activity(&harness, "培训").len();
    write(&mut harness, "peixun");
    key(&mut harness, Key::Enter);
    let now = of_activity(&harness, "培训").len();
    assert_eq!(now, was + 3);
    ctrl(&mut harness, Key::Z);
    assert_eq!(of_activity(&harness, "培训").len(), was, "one step brings all of them back");
    key(&mut harness, Key::Delete);
    assert_eq!(stored(&harness, 26).len(), before - 3);
}

#[test]
fn a_selection_of_a_list_is_copied_with_names_and_half_days() {
    let mut harness = schedule();
    view(&mut harness, "周 · 按科室");
    cell(&harness, "邹龙 6月12日 周一上午").click();
    harness.run();
    press(&mut harness, Modifiers::SHIFT, Key::ArrowRight);
    harness.event(Event::Copy);
    harness.step();
    let text = "邹龙\t6月12日 周一上午\t坐诊 门诊203\n邹龙\t6月13日 周二上午\t教学查房";
    assert_eq!(copied(&harness).as_deref(), Some(text));
    harness.run();
    assert!(says(&harness, "已选 2 格"), "the panel speaks of the selection");
    key(&mut harness, Key::Escape);
    assert!(!says(&harness, "已选 2 格"));
    assert_eq!(under(&harness), "邹龙 6月13日 周二上午 教学查房", "Esc first lets the selection go");
}

#[test]
fn the_first_of_a_selection_fills_the_others() {
    let mut harness = copied_week("周 · 按科室");
    cell(&harness, "邹龙 6月26日 周一上午").click();
    harness.run();
    press(&mut harness, Modifiers::SHIFT, Key::ArrowRight);
    ctrl(&mut harness, Key::D);
    assert!(harness.query_by_label("邹龙 6月27日 周二上午 坐诊 门诊203").is_some());
}

#[test]
fn free_experts_are_selected_together_and_given_the_same_work() {
    let mut harness = schedule_at(26);
    view(&mut harness, "周 · 空闲");
    cell(&harness, "邹龙 6月26日 周一上午").click();
    harness.run();
    key(&mut harness, Key::Escape);
    cell(&harness, "邹龙 6月26日 周一上午").click();
    harness.run();
    key(&mut harness, Key::Escape);
    key(&mut harness, Key::ArrowDown);
    press(&mut harness, Modifiers::SHIFT, Key::ArrowRight);
    press(&mut harness, Modifiers::SHIFT, Key::ArrowRight);
    write(&mut harness, "peixun");
    key(&mut harness, Key::Enter);
    assert_eq!(stored(&harness, 26).len(), 3);
}

#[test]
fn cards_of_a_day_are_selected_with_shift() {
    let mut harness = schedule();
    view(&mut harness, "当日");
    cell(&harness, "邹龙 6月12日 周一上午").click();
    harness.run();
    press(&mut harness, Modifiers::SHIFT, Key::ArrowDown);
    harness.event(Event::Copy);
    harness.step();
    assert_eq!(copied(&harness).map(|text| text.lines().count()), Some(2));
}

#[test]
fn the_mouse_selects_from_free_ground_in_grids_and_lists() {
    let mut harness = schedule_at(26);
    drag(&mut harness, "邹龙 6月26日 周一上午", "邹龙 6月28日 周三下午");
    assert!(says(&harness, "已选 6 格"));
    let mut harness = copied_week("周 · 按科室");
    drag(&mut harness, "消化内科 7月1日 周六上午 添加专家", "消化内科 6月29日 周四上午 添加专家");
    assert!(says(&harness, "已选 2 格"), "from Saturday, with nobody, to Thursday");
}

#[test]
fn a_drop_on_somebody_of_a_department_swaps_and_with_ctrl_copies() {
    let mut harness = schedule();
    view(&mut harness, "周 · 按科室");
    let before = stored(&harness, 12).len();
    drag(&mut harness, "邹龙 6月14日 周三下午", "周琳 6月13日 周二上午");
    assert!(harness.state().window.last_action().contains("对调"));
    assert_eq!(stored(&harness, 12).len(), before);
    ctrl(&mut harness, Key::Z);
    drag_over(&mut harness, "邹龙 6月12日 周一上午", "消化内科 6月17日 周六上午 添加专家");
    harness.event(Event::ModifiersChanged(Modifiers::COMMAND));
    harness.run();
    assert!(says(&harness, "复制到"));
    let at = cell(&harness, "消化内科 6月17日 周六上午 添加专家").rect().center();
    harness.drop_at(at);
    harness.run();
    harness.event(Event::ModifiersChanged(Modifiers::NONE));
    harness.run();
    let copies = stored(&harness, 12).into_iter().filter(|session| session.on_date == june(17));
    assert!(copies.map(|session| session.status).any(|status| status == SessionStatus::Extra));
    assert!(harness.query_by_label("邹龙 6月12日 周一上午 坐诊 门诊203").is_some(), "the original stays");
}

#[test]
fn a_card_dropped_on_the_other_half_day_of_the_board_moves_there() {
    let mut harness = schedule();
    view(&mut harness, "当日");
    harness.get_by_label("周六 6/17 休").click();
    harness.run();
    cell(&harness, "6月17日 周六上午 添加专家").click();
    harness.run();
    write(&mut harness, "zl");
    key(&mut harness, Key::Enter);
    write(&mut harness, "hz");
    key(&mut harness, Key::Enter);
    drag(&mut harness, "邹龙 6月17日 周六上午", "6月17日 周六下午 添加专家");
    assert!(harness.query_by_label_contains("邹龙 6月17日 周六下午 会诊").is_some());
}
