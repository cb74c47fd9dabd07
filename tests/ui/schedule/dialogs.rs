//! Dialogs and forms of the schedule by keys alone: how they are reached, where the keyboard stands, how they are left.

use chuanbangdai::domain::TourStatus;
use egui::{Event, Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{AccessKitNode, NodeT, Queryable};

use super::scene::{click, says, schedule, schedule_at, spoken};
use crate::support::{Scene, ctrl, press, write};

/// Runs what the palette finds first.
fn palette(harness: &mut Harness<'_, Scene>, initials: &str) {
    ctrl(harness, Key::K);
    write(harness, initials);
    press(harness, Modifiers::NONE, Key::Enter);
}

fn has_keyboard(node: &AccessKitNode<'_>) -> bool {
    node.is_focused()
}

/// What has the keyboard, by its spoken name.
fn focused(harness: &Harness<'_, Scene>) -> String {
    harness
        .query_by(has_keyboard)
        .map(|node| node.accesskit_node().label().or_else(|| node.accesskit_node().value()).unwrap_or_default())
        .unwrap_or_default()
}

fn tours(harness: &Harness<'_, Scene>) -> Vec<(String, TourStatus)> {
    let all = |office: &mut chuanbangdai::app::Office| {
        office.registry().tours.values().map(|tour| (tour.village.clone(), tour.status)).collect()
    };
    harness.state().desk.ask(all).take().unwrap()
}

#[test]
fn the_palette_opens_every_dialog_and_list_of_the_schedule() {
    let table = [
        ("qjtb", "请假替班"),
        ("tzmd", "通知名单"),
        ("dcsj", "导出手机日历（ICS）"),
        ("xhap", "新增巡回"),
        ("pbmb", "新增模板"),
        ("pbgz", "新建规则"),
    ];
    for (initials, title) in table {
        let mut harness = schedule();
        palette(&mut harness, initials);
        assert!(says(&harness, title), "{initials}");
    }
}

#[test]
fn a_dialog_gives_its_first_field_the_keyboard_and_hands_it_back() {
    let mut harness = schedule();
    click(&mut harness, "邹龙 6月12日 周一上午");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    let before = harness.query_by(has_keyboard).map(|node| node.accesskit_node().role());
    palette(&mut harness, "qjtb");
    assert_eq!(focused(&harness), "谁请假");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("谁请假").is_none());
    assert_eq!(harness.query_by(has_keyboard).map(|node| node.accesskit_node().role()), before);
}

#[test]
fn enter_on_cancel_cancels() {
    let mut harness = schedule();
    palette(&mut harness, "dcsj");
    harness.get_by_role_and_label(Role::Button, "取消").focus();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(!says(&harness, "导出手机日历（ICS）"));
}

#[test]
fn a_tour_is_entered_kept_and_left_without_the_mouse() {
    let mut harness = schedule();
    let before = tours(&harness).len();
    palette(&mut harness, "xhap");
    press(&mut harness, Modifiers::NONE, Key::Insert);
    assert!(harness.query_by(|node| node.is_focused() && node.role() == Role::TextInput).is_some(), "the first date");
    for _ in 0..6 {
        press(&mut harness, Modifiers::NONE, Key::Tab);
    }
    assert_eq!(focused(&harness), "村");
    write(&mut harness, "水沟村");
    ctrl(&mut harness, Key::Enter);
    let after = tours(&harness);
    assert_eq!(after.len(), before + 1);
    assert!(after.contains(&("水沟村".to_owned(), TourStatus::Planned)), "{after:?}");
    press(&mut harness, Modifiers::NONE, Key::Insert);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("村").is_none(), "the form is left");
}

#[test]
fn empty_cells_of_another_program_clear_nothing_and_say_so() {
    let mut harness = schedule_at(19);
    click(&mut harness, "邹龙 6月19日 周一上午");
    let below = spoken(&harness, "邹龙 6月19日 周一下午");
    harness.event(Event::Paste("查房\r\n\r\n".to_owned()));
    harness.run();
    harness.event(Event::Paste("\"查房\n急诊科\"\t教学查房\r\n\t\r\n".to_owned()));
    harness.run();
    assert_eq!(spoken(&harness, "邹龙 6月19日 周一下午"), below);
    let above = spoken(&harness, "邹龙 6月19日 周一上午");
    assert!(above.contains("查房 急诊科"), "{above}");
    assert!(says(&harness, "空白格没有改动"));
}
