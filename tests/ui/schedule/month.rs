//! A month by person, by department and by place: filled in where it is shown, and the way to its weeks.

use chuanbangdai::domain::{Session, SessionStatus};
use egui::{Event, Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::scene::{cell, click, drag, june, says, schedule, spoken, stored, under, view};
use crate::support::{Scene, ctrl, press, write};

fn key(harness: &mut Harness<'_, Scene>, key: Key) {
    press(harness, Modifiers::NONE, key);
}

/// The schedule with the month of the sample by person.
fn month(name: &str) -> Harness<'static, Scene> {
    let mut harness = schedule();
    view(&mut harness, name);
    harness
}

fn on(harness: &Harness<'_, Scene>, monday: u32, day: u32) -> Vec<Session> {
    stored(harness, monday).into_iter().filter(|session| session.on_date == june(day)).collect()
}

#[test]
fn a_half_day_of_a_month_is_filled_by_initials_where_it_stands() {
    let mut harness = month("月 · 按人");
    assert!(says(&harness, "2023年6月"));
    click(&mut harness, "邹龙 6月27日 周二上午");
    assert_eq!(under(&harness), "邹龙 6月27日 周二上午 空");
    key(&mut harness, Key::Escape);
    key(&mut harness, Key::ArrowRight);
    write(&mut harness, "hz");
    key(&mut harness, Key::Enter);
    assert_eq!(spoken(&harness, "邹龙 6月28日 周三上午"), "邹龙 6月28日 周三上午 会诊");
    assert_eq!(under(&harness), "邹龙 6月28日 周三下午 空", "Enter goes on to the next half-day");
    assert_eq!(on(&harness, 26, 28).len(), 1);
    key(&mut harness, Key::ArrowUp);
    key(&mut harness, Key::Delete);
    assert!(on(&harness, 26, 28).is_empty());
    ctrl(&mut harness, Key::Z);
    assert_eq!(on(&harness, 26, 28).len(), 1);
}

#[test]
fn what_is_new_in_an_issued_week_of_a_month_is_an_extra_and_elsewhere_planned() {
    let mut harness = month("月 · 按人");
    click(&mut harness, "邹龙 6月17日 周六上午");
    key(&mut harness, Key::Delete);
    click(&mut harness, "邹龙 6月27日 周二上午");
    key(&mut harness, Key::Escape);
    for (name, monday, day, status) in [
        ("邹龙 6月27日 周二上午", 26, 27, SessionStatus::Planned),
        ("邹龙 6月17日 周六上午", 12, 17, SessionStatus::Extra),
    ] {
        click(&mut harness, name);
        key(&mut harness, Key::Escape);
        click(&mut harness, name);
        write(&mut harness, "hz");
        key(&mut harness, Key::Enter);
        assert!(on(&harness, monday, day).iter().any(|session| session.status == status), "{name}");
    }
}

#[test]
fn a_block_over_the_weeks_of_a_month_is_filled_and_copied_like_that_of_a_week() {
    let mut harness = month("月 · 按人");
    click(&mut harness, "邹龙 6月26日 周一上午");
    key(&mut harness, Key::Escape);
    press(&mut harness, Modifiers::SHIFT, Key::ArrowRight);
    press(&mut harness, Modifiers::SHIFT, Key::ArrowDown);
    write(&mut harness, "hz");
    key(&mut harness, Key::Enter);
    assert_eq!(stored(&harness, 26).len(), 4, "two days, two half-days each, in one step");
    ctrl(&mut harness, Key::Z);
    assert!(stored(&harness, 26).is_empty());
    click(&mut harness, "邹龙 6月21日 周三上午");
    harness.event(Event::Copy);
    harness.step();
    click(&mut harness, "邹龙 6月28日 周三上午");
    key(&mut harness, Key::Escape);
    harness.event(Event::Paste("坐诊 门诊203".to_owned()));
    harness.run();
    assert!(spoken(&harness, "邹龙 6月28日 周三上午").contains("坐诊 门诊203"));
}

#[test]
fn the_month_leads_to_the_week_of_a_half_day_and_of_a_day() {
    let mut harness = month("月 · 按人");
    click(&mut harness, "邹龙 6月20日 周二上午");
    ctrl(&mut harness, Key::Enter);
    assert!(says(&harness, "6月19日"));
    assert_eq!(under(&harness), "邹龙 6月20日 周二上午 教学查房");
    view(&mut harness, "月 · 按科室");
    let head = harness.get_by(|node| {
        node.role() == Role::ColumnHeader && node.label().is_some_and(|label| label.starts_with("周五 6/9"))
    });
    head.click();
    harness.run();
    assert!(says(&harness, "2023年6月5日"));
    assert!(harness.query_by_label("消化内科 6月9日 周五上午 添加专家").is_some(), "by department as before");
}

#[test]
fn the_cursor_keeps_to_its_day_from_the_week_to_the_month() {
    let mut harness = schedule();
    click(&mut harness, "邹龙 6月13日 周二上午");
    view(&mut harness, "月 · 按人");
    assert_eq!(under(&harness), "邹龙 6月13日 周二上午 教学查房");
    for _ in 0..8 {
        key(&mut harness, Key::ArrowRight);
    }
    view(&mut harness, "周 · 按人");
    assert!(under(&harness).starts_with("邹龙 6月21日 周三上午"), "{}", under(&harness));
    press(&mut harness, Modifiers::COMMAND, Key::PageDown);
    view(&mut harness, "月 · 按人");
    press(&mut harness, Modifiers::COMMAND, Key::PageDown);
    assert!(says(&harness, "2023年7月"));
}

#[test]
fn who_is_in_a_department_or_at_a_place_stands_in_the_month_and_is_added_there() {
    let mut harness = month("月 · 按科室");
    let rows: Vec<String> =
        harness.get_all_by_role(Role::RowHeader).filter_map(|node| node.accesskit_node().label()).collect();
    assert!(rows.contains(&"消化内科".to_owned()), "{rows:?}");
    cell(&harness, "消化内科 6月27日 周二上午 添加专家").click();
    harness.run();
    write(&mut harness, "zl");
    key(&mut harness, Key::Enter);
    write(&mut harness, "hz");
    key(&mut harness, Key::Enter);
    assert_eq!(on(&harness, 26, 27).len(), 1);
    assert_eq!(under(&harness), "邹龙 6月27日 周二上午 会诊");
    view(&mut harness, "月 · 按地点");
    assert!(harness.query_by_label_contains("邹龙 6月27日 周二上午 会诊").is_some());
    let towns = stored(&harness, 12).into_iter().filter(|session| session.inst != stored(&harness, 12)[0].inst);
    assert!(towns.count() > 0 && says(&harness, "湘河镇"), "the sites that are visited have rows of their own");
}

#[test]
fn a_session_is_dragged_over_the_weeks_of_a_month() {
    let mut harness = month("月 · 按人");
    drag(&mut harness, "邹龙 6月20日 周二上午", "邹龙 6月27日 周二上午");
    assert!(spoken(&harness, "邹龙 6月27日 周二上午").contains("教学查房"));
    assert!(spoken(&harness, "邹龙 6月20日 周二上午").ends_with('空'));
}

#[test]
fn a_month_is_narrowed_with_the_filters_of_the_week_and_says_when_nobody_passes() {
    let mut harness = month("月 · 按人");
    harness.get_by_role_and_label(Role::Button, "筛选").click();
    harness.run();
    harness.get_by_role_and_label(Role::ComboBox, "科室").click();
    harness.run();
    harness.get_all_by_label("消化内科").last().unwrap().click();
    harness.run();
    assert_eq!(harness.get_all_by_role(Role::RowHeader).count(), 1);
    view(&mut harness, "月 · 按科室");
    assert_eq!(harness.get_all_by_role(Role::RowHeader).count(), 1);
}
