//! 复制上周: what comes over, and what is said about the rest.

use chuanbangdai::domain::SessionStatus;
use egui::{Key, Role};
use egui_kittest::kittest::Queryable;

use super::scene::{click, june, says, schedule_at, spoken, stored};
use crate::support::ctrl;

#[test]
fn an_empty_week_is_filled_from_the_week_before_with_one_click() {
    let mut harness = schedule_at(26);
    harness.get_by_role_and_label(Role::Button, "复制上周").click();
    harness.run();
    let sessions = stored(&harness, 26);
    assert!(!sessions.is_empty());
    assert!(sessions.iter().all(|session| session.status == SessionStatus::Planned), "copies are planned anew");
    assert_eq!(spoken_after_close(&mut harness, "邹龙 6月26日 周一上午"), "邹龙 6月26日 周一上午 坐诊 门诊203");
}

fn spoken_after_close(harness: &mut egui_kittest::Harness<'_, crate::support::Scene>, name: &str) -> String {
    harness.get_by_role_and_label(Role::Button, "关闭").click();
    harness.run();
    spoken(harness, name)
}

#[test]
fn the_summary_says_what_stayed_behind_and_why() {
    let mut harness = schedule_at(26);
    harness.get_by_role_and_label(Role::Button, "复制上周").click();
    harness.run();
    assert!(says(&harness, "个没有带过来"));
    assert!(says(&harness, "上周为假期值班（端午节）"), "holiday duty is no plan for a workday");
    assert!(stored(&harness, 26).iter().all(|session| session.on_date != june(30) || session.topic.is_empty()));
}

#[test]
fn a_day_that_was_a_holiday_last_week_is_filled_from_the_latest_day_of_its_kind() {
    let mut harness = schedule_at(26);
    harness.get_by_role_and_label(Role::Button, "复制上周").click();
    harness.run();
    assert!(says(&harness, "6月29日 周四 按 6月25日 周日 带入"), "the make-up Sunday followed the Thursday");
    assert!(says(&harness, "6月30日 周五 按 6月16日 周五 带入"), "the Friday before the festival week");
    let friday = stored(&harness, 26).into_iter().filter(|session| session.on_date == june(30)).count();
    assert!(friday > 0);
}

#[test]
fn undo_takes_the_copied_week_back_as_one_step() {
    let mut harness = schedule_at(26);
    harness.get_by_role_and_label(Role::Button, "复制上周").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "关闭").click();
    harness.run();
    ctrl(&mut harness, Key::Z);
    assert!(stored(&harness, 26).is_empty());
}

#[test]
fn what_is_filled_already_is_left_as_it_is() {
    let mut harness = schedule_at(26);
    click(&mut harness, "邹龙 6月26日 周一上午");
    crate::support::write(&mut harness, "休");
    crate::support::press(&mut harness, egui::Modifiers::NONE, Key::Enter);
    harness.get_by_role_and_label(Role::Button, "复制上周").click();
    harness.run();
    assert!(says(&harness, "该时段已有安排"));
    assert_eq!(spoken_after_close(&mut harness, "邹龙 6月26日 周一上午"), "邹龙 6月26日 周一上午 休");
}
