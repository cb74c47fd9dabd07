//! Filling a half-day by keys and by mouse.

use chrono::Datelike;
use chuanbangdai::ui::Command;
use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::scene::{click, june, says, schedule, schedule_at, spoken, stored};
use crate::support::{Scene, ask, ctrl, press, write};

/// The empty week after the sample's last one.
fn empty_week() -> Harness<'static, Scene> {
    schedule_at(26)
}

#[test]
fn a_slot_is_filled_with_a_click_two_initials_and_enter() {
    let mut harness = empty_week();
    click(&mut harness, "邹龙 6月26日 周一上午");
    write(&mut harness, "z");
    write(&mut harness, "z");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(spoken(&harness, "邹龙 6月26日 周一上午"), "邹龙 6月26日 周一上午 坐诊 门诊203");
}

#[test]
fn a_slot_is_filled_by_keys_alone_with_five_of_them() {
    let mut harness = empty_week();
    let keys = [Key::ArrowRight, Key::ArrowRight];
    for key in keys {
        press(&mut harness, Modifiers::NONE, key);
    }
    for letter in ["x", "z"] {
        write(&mut harness, letter);
    }
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let filled = spoken(&harness, "文申英 6月27日 周二上午");
    assert!(filled.starts_with("文申英 6月27日 周二上午 行政"), "{filled}");
}

#[test]
fn a_slot_is_filled_with_two_clicks_by_what_was_there_before() {
    let mut harness = empty_week();
    click(&mut harness, "邹龙 6月26日 周一上午");
    let first = harness.get_all_by_role(Role::ListBoxOption).next().unwrap();
    assert_eq!(first.accesskit_node().label().unwrap(), "坐诊 门诊203");
    first.click();
    harness.run();
    assert_eq!(spoken(&harness, "邹龙 6月26日 周一上午"), "邹龙 6月26日 周一上午 坐诊 门诊203");
    assert_eq!(stored(&harness, 26).len(), 1);
}

#[test]
fn undo_empties_the_slot_again() {
    let mut harness = empty_week();
    click(&mut harness, "邹龙 6月26日 周一上午");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(stored(&harness, 26).len(), 1);
    ctrl(&mut harness, Key::Z);
    assert_eq!(spoken(&harness, "邹龙 6月26日 周一上午"), "邹龙 6月26日 周一上午 空");
    assert!(stored(&harness, 26).is_empty());
}

#[test]
fn tab_fills_and_goes_to_the_next_day_and_enter_to_the_next_half_day() {
    let mut harness = empty_week();
    click(&mut harness, "邹龙 6月26日 周一上午");
    write(&mut harness, "zz");
    press(&mut harness, Modifiers::NONE, Key::Tab);
    write(&mut harness, "jxcf");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    write(&mut harness, "hz");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(spoken(&harness, "邹龙 6月27日 周二上午"), "邹龙 6月27日 周二上午 教学查房");
    assert_eq!(spoken(&harness, "邹龙 6月27日 周二下午"), "邹龙 6月27日 周二下午 会诊");
}

#[test]
fn words_that_no_choice_offers_are_read_as_activity_and_room() {
    let mut harness = empty_week();
    click(&mut harness, "邹龙 6月26日 周一上午");
    write(&mut harness, "会诊 十二楼示教室");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(spoken(&harness, "邹龙 6月26日 周一上午"), "邹龙 6月26日 周一上午 会诊 十二楼示教室");
}

#[test]
fn escape_leaves_the_editor_without_a_change() {
    let mut harness = empty_week();
    click(&mut harness, "邹龙 6月26日 周一上午");
    write(&mut harness, "zz");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(stored(&harness, 26).is_empty());
    assert!(harness.query_all_by_role(Role::ListBoxOption).next().is_none());
}

#[test]
fn a_taken_room_is_offered_with_the_name_of_who_has_it() {
    let mut harness = empty_week();
    click(&mut harness, "邹龙 6月26日 周一上午");
    write(&mut harness, "坐诊 门诊203");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    click(&mut harness, "黎远 6月26日 周一上午");
    write(&mut harness, "坐诊 门诊203");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(spoken(&harness, "黎远 6月26日 周一上午").contains("门诊203同时排给"), "the clash is told at the cell");
    assert!(says(&harness, "检查：1 项待看"));
}

#[test]
fn an_accepted_finding_stays_in_the_list_but_no_longer_counts() {
    let mut harness = schedule_at(19);
    assert!(says(&harness, "检查：2 项待看"), "two sessions of the sample lie on the Dragon Boat Festival");
    let finding = harness
        .get_by(|node| node.role() == Role::Button && node.label().is_some_and(|label| label.contains("邹龙在端午节")));
    finding.click();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "接受的理由").focus();
    harness.run();
    write(&mut harness, "首例手术");
    harness.get_by_label("接受").click();
    harness.run();
    assert!(says(&harness, "检查：1 项待看"));
    assert!(says(&harness, "已接受：首例手术"));
    assert!(harness.state().window.last_action().contains("邹龙在端午节"));
}

#[test]
fn the_festival_session_of_the_sample_is_marked_in_its_cell_and_its_day() {
    let harness = schedule_at(19);
    let cell = spoken(&harness, "邹龙 6月23日 周五上午");
    assert!(cell.contains("EVL带教 消化内镜室") && cell.contains("端午节"), "{cell}");
    let heads: Vec<String> =
        harness.get_all_by_role(Role::ColumnHeader).filter_map(|node| node.accesskit_node().label()).collect();
    assert!(heads.contains(&"周五 6/23 休 端午节".to_owned()), "{heads:?}");
    assert!(heads.contains(&"周日 6/25 班 按周四".to_owned()), "{heads:?}");
}

#[test]
fn a_wrong_year_of_the_calendar_is_said_above_the_grid() {
    let mut harness = schedule();
    assert!(!says(&harness, "放假安排"));
    ask(&mut harness, Command::ShowWeek(june(1).with_year(2031).unwrap()));
    assert!(says(&harness, "2031年放假安排尚未导入"));
}
