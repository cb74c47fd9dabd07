//! The views that list people under half-days, by keys alone: departments, sites, free experts, one day.

use chuanbangdai::domain::SessionStatus;
use egui::{Event, Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::scene::{cell, drag_over, june, says, schedule, schedule_at, stored, under, view};
use crate::support::{Scene, ctrl, press, write};

fn key(harness: &mut Harness<'_, Scene>, key: Key) {
    press(harness, Modifiers::NONE, key);
}

#[test]
fn arrows_go_through_the_people_of_a_department_and_on_to_the_next_half_day() {
    let mut harness = schedule();
    view(&mut harness, "周 · 按科室");
    key(&mut harness, Key::ArrowDown);
    let first = under(&harness);
    assert!(first.contains("6月12日 周一上午"), "{first}");
    key(&mut harness, Key::ArrowRight);
    assert!(under(&harness).contains("6月13日 周二上午"), "{}", under(&harness));
    key(&mut harness, Key::End);
    assert!(under(&harness).contains("6月18日 周日上午"), "{}", under(&harness));
    key(&mut harness, Key::Home);
    assert_eq!(under(&harness), first);
    key(&mut harness, Key::ArrowDown);
    assert!(under(&harness).ends_with("添加专家"), "{}", under(&harness));
    key(&mut harness, Key::ArrowDown);
    assert!(under(&harness).contains("周一下午"), "{}", under(&harness));
    key(&mut harness, Key::ArrowUp);
    key(&mut harness, Key::ArrowUp);
    assert_eq!(under(&harness), first);
}

#[test]
fn a_session_is_changed_cleared_and_brought_back_where_it_is_listed() {
    let mut harness = schedule_at(26);
    harness.get_by_role_and_label(Role::Button, "复制上周").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "关闭").click();
    harness.run();
    view(&mut harness, "周 · 按科室");
    cell(&harness, "邹龙 6月26日 周一上午").click();
    harness.run();
    assert_eq!(under(&harness), "邹龙 6月26日 周一上午 坐诊 门诊203");
    write(&mut harness, "hz");
    key(&mut harness, Key::Enter);
    assert_eq!(under(&harness), "邹龙 6月26日 周一上午 会诊");
    let before = stored(&harness, 26).len();
    key(&mut harness, Key::Delete);
    assert_eq!(stored(&harness, 26).len(), before - 1);
    assert_eq!(under(&harness), "消化内科 6月26日 周一上午 添加专家");
    ctrl(&mut harness, Key::Z);
    assert_eq!(stored(&harness, 26).len(), before);
}

#[test]
fn somebody_is_added_by_initials_the_eligible_first_and_the_others_with_the_reason() {
    let mut harness = schedule();
    view(&mut harness, "周 · 按科室");
    cell(&harness, "消化内科 6月12日 周一上午 添加专家").click();
    harness.run();
    let lines: Vec<String> =
        harness.get_all_by_role(Role::ListBoxOption).filter_map(|node| node.accesskit_node().label()).collect();
    assert_eq!(lines.len(), 7);
    assert!(lines.iter().any(|line| line == "邹龙 坐诊"), "busy with a clinic: {lines:?}");
    assert!(lines.is_sorted_by_key(|line| line.contains(' ')), "the eligible come first: {lines:?}");
    key(&mut harness, Key::Escape);
    assert!(harness.query_all_by_role(Role::ListBoxOption).next().is_none());
    let mut harness = schedule_at(26);
    view(&mut harness, "当日");
    key(&mut harness, Key::ArrowDown);
    assert_eq!(under(&harness), "6月26日 周一上午 添加专家");
    write(&mut harness, "zl");
    key(&mut harness, Key::Enter);
    write(&mut harness, "zz");
    key(&mut harness, Key::Enter);
    assert_eq!(under(&harness), "邹龙 6月26日 周一上午 坐诊 门诊203");
    assert_eq!(stored(&harness, 26).len(), 1);
}

#[test]
fn who_is_added_at_a_site_works_at_that_site() {
    let mut harness = schedule();
    let host = stored(&harness, 12)[0].inst;
    view(&mut harness, "周 · 按地点");
    let site = harness.state().desk.ask(|office| {
        let site = office.registry().institutions.values().find(|inst| !inst.is_own && !inst.town.is_empty());
        site.map(|site| (site.id, site.name.clone()))
    });
    let (site, name) = site.take().flatten().expect("the sample has townships");
    let session = stored(&harness, 12).into_iter().find(|session| session.inst == site);
    assert!(session.is_none_or(|session| session.inst != host));
    let add = format!("{name} 6月16日 周五下午 添加专家");
    if harness.query_by_label(&add).is_none() {
        // Nobody goes there in this week: the site has no row.
        return;
    }
    cell(&harness, &add).click();
    harness.run();
    write(&mut harness, "zl");
    key(&mut harness, Key::Enter);
    write(&mut harness, "yz");
    key(&mut harness, Key::Enter);
    let made = stored(&harness, 12).into_iter().find(|session| session.inst == site && session.on_date == june(16));
    assert!(made.is_some());
}

#[test]
fn a_free_expert_is_given_work_and_no_longer_free() {
    let mut harness = schedule_at(26);
    view(&mut harness, "周 · 空闲");
    cell(&harness, "邹龙 6月26日 周一上午").click();
    harness.run();
    write(&mut harness, "zz");
    key(&mut harness, Key::Enter);
    assert_eq!(stored(&harness, 26).len(), 1);
    assert!(harness.query_by_label("邹龙 6月26日 周一上午 空").is_none());
    assert!(harness.query_by_label("邹龙 6月26日 周一下午 空").is_some());
}

#[test]
fn beyond_the_last_half_day_of_the_board_comes_the_next_day_and_after_sunday_the_next_week() {
    let mut harness = schedule();
    view(&mut harness, "当日");
    key(&mut harness, Key::ArrowDown);
    key(&mut harness, Key::ArrowRight);
    assert!(under(&harness).contains("6月12日 周一下午"), "{}", under(&harness));
    key(&mut harness, Key::ArrowRight);
    assert!(under(&harness).contains("6月13日 周二上午"), "{}", under(&harness));
    for _ in 0..12 {
        key(&mut harness, Key::ArrowRight);
    }
    assert!(under(&harness).contains("6月19日 周一上午"), "{}", under(&harness));
    key(&mut harness, Key::ArrowLeft);
    assert!(under(&harness).contains("6月18日 周日下午"), "{}", under(&harness));
}

#[test]
fn a_drag_inside_a_department_moves_the_session_to_another_half_day() {
    let mut harness = schedule();
    view(&mut harness, "周 · 按科室");
    let free = "消化内科 6月17日 周六下午 添加专家";
    let to = cell(&harness, free).rect().center();
    drag_over(&mut harness, "邹龙 6月14日 周三下午", free);
    assert!(says(&harness, "邹龙 6月17日"), "the card names the target");
    harness.drop_at(to);
    harness.run();
    let swapped = stored(&harness, 12).into_iter().filter(|session| session.status == SessionStatus::Swapped);
    assert!(swapped.map(|session| session.on_date).any(|on| on == june(17)));
    assert!(under(&harness).starts_with("邹龙 6月17日 周六下午 会诊"), "{}", under(&harness));
}

#[test]
fn what_is_copied_in_one_view_is_pasted_onto_a_line_of_another() {
    let mut harness = schedule();
    view(&mut harness, "周 · 按科室");
    cell(&harness, "邹龙 6月14日 周三下午").click();
    harness.run();
    harness.event(Event::Copy);
    harness.step();
    cell(&harness, "周琳 6月13日 周二上午").click();
    harness.run();
    harness.event(Event::Paste("会诊".to_owned()));
    harness.run();
    assert!(under(&harness).contains("会诊"), "{}", under(&harness));
}

#[test]
fn who_stands_in_for_somebody_sees_it_in_the_own_row_and_is_not_free() {
    let mut harness = schedule_at(26);
    super::scene::click(&mut harness, "邹龙 6月26日 周一上午");
    write(&mut harness, "zz");
    key(&mut harness, Key::Enter);
    let session = stored(&harness, 26).remove(0);
    let edit = harness.state().desk.ask(move |office| {
        let stand_in =
            office.registry().stints.values().find(|stint| {
                office.registry().people.get(&stint.person).is_some_and(|person| person.name == "侯正涛")
            });
        chuanbangdai::domain::Session {
            status: SessionStatus::Substituted,
            substitute_stint: stand_in.map(|stint| stint.id),
            ..session
        }
    });
    let session = edit.take().unwrap();
    crate::support::ask(&mut harness, chuanbangdai::ui::Command::Run(chuanbangdai::domain::Edit::put(session)));
    let said = super::scene::spoken(&harness, "侯正涛 6月26日 周一上午");
    assert_eq!(said, "侯正涛 6月26日 周一上午 替邹龙 坐诊 门诊203");
    let rows: Vec<String> =
        harness.get_all_by_role(Role::RowHeader).filter_map(|node| node.accesskit_node().label()).collect();
    assert!(rows.iter().any(|row| row.starts_with("侯正涛：本周 1 个半天，其中坐诊 1")), "{rows:?}");
    assert!(rows.iter().any(|row| row.starts_with("邹龙：本周 0 个半天")), "{rows:?}");
    view(&mut harness, "周 · 空闲");
    assert!(harness.query_by_label(&said).is_none());
}
