//! The other views of the schedule, and what is reached from its menu.

use chuanbangdai::domain::SessionStatus;
use egui::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::scene::{click, says, schedule, schedule_at, spoken, stored, view};
use crate::support::Scene;

/// Chooses from the menu of the bar.
fn more(harness: &mut Harness<'_, Scene>, name: &str) {
    harness.get_by_role_and_label(Role::Button, "更多").click();
    harness.run();
    harness.get_by(|node| node.label().is_some_and(|label| label.starts_with(name))).click();
    harness.run();
}

#[test]
fn the_day_board_and_the_places_show_who_is_where() {
    let mut harness = schedule();
    view(&mut harness, "当日");
    assert!(harness.query_by_label("邹龙 6月12日 周一上午 坐诊 门诊203").is_some());
    view(&mut harness, "周 · 按地点");
    assert!(says(&harness, "6月14日"));
    view(&mut harness, "周 · 空闲");
    assert!(says(&harness, "6月12日") || says(&harness, "周一"));
}

#[test]
fn somebody_who_is_away_is_replaced_in_four_actions() {
    let mut harness = schedule();
    click(&mut harness, "邹龙 6月12日 周一上午");
    more(&mut harness, "请假替班");
    assert!(says(&harness, "6月12日 周一下午"), "both half-days of the day are listed");
    harness.get_by_role_and_label(Role::Button, "安排 2 个班次").click();
    harness.run();
    let changed = [SessionStatus::Substituted, SessionStatus::Cancelled];
    let count = stored(&harness, 12).iter().filter(|session| changed.contains(&session.status)).count();
    assert_eq!(count, 2);
    let now = spoken(&harness, "邹龙 6月12日 周一上午");
    assert!(now.ends_with('替') || now.ends_with('停') || now.contains("事假"), "{now}");
}

#[test]
fn templates_fill_a_week_and_say_what_they_left_free() {
    let mut harness = schedule_at(26);
    more(&mut harness, "按模板生成");
    assert!(says(&harness, "按模板生成"));
    harness.get_by_role_and_label(Role::Button, "关闭").click();
    harness.run();
    let made = stored(&harness, 26);
    assert!(!made.is_empty() && made.iter().all(|session| session.from_template.is_some()));
}

#[test]
fn who_was_told_is_ticked_off_after_an_issue() {
    let mut harness = schedule_at(26);
    more(&mut harness, "按模板生成");
    harness.get_by_role_and_label(Role::Button, "关闭").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "发布").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "确认发布").click();
    harness.run();
    more(&mut harness, "通知名单");
    harness.get_by_role_and_label(Role::Button, "全部已通知").click();
    harness.run();
    assert!(says(&harness, "已通知"));
    assert!(harness.query_by_role_and_label(Role::Button, "全部已通知").is_none(), "nobody is left to tell");
    harness.get_by_role_and_label(Role::Button, "关闭").click();
    harness.run();
    more(&mut harness, "已发布存档");
    assert!(says(&harness, "第1版"));
}

#[test]
fn templates_and_tours_are_written_in_forms() {
    let mut harness = schedule();
    view(&mut harness, "模板");
    harness.get_by_role_and_label(Role::Button, "新增模板").click();
    harness.run();
    let before = harness.state().desk.ask(|office| office.registry().templates.len()).take().unwrap();
    harness.get_by_role_and_label(Role::Button, "保存").click();
    harness.run();
    let after = harness.state().desk.ask(|office| office.registry().templates.len()).take().unwrap();
    assert_eq!(after, before + 1);
    let tours =
        |harness: &Harness<'_, Scene>| harness.state().desk.ask(|office| office.registry().tours.len()).take().unwrap();
    let before = tours(&harness);
    view(&mut harness, "巡回");
    let new = harness.get_all_by_role_and_label(Role::Button, "新增巡回").next().unwrap();
    new.click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "保存").click();
    harness.run();
    assert_eq!(tours(&harness), before + 1);
}

/// Opens the line of filters and chooses from one of its lists.
fn narrow(harness: &mut Harness<'_, Scene>, list: &str, choice: &str) {
    if harness.query_by_role_and_label(Role::ComboBox, list).is_none() {
        harness.get_by_role_and_label(Role::Button, "筛选").click();
        harness.run();
    }
    harness.get_by_role_and_label(Role::ComboBox, list).click();
    harness.run();
    harness.get_all_by_label(choice).last().unwrap().click();
    harness.run();
}

#[test]
fn every_view_is_narrowed_to_an_activity_a_department_or_a_place() {
    let mut harness = schedule();
    narrow(&mut harness, "活动", "讲座");
    let rows = |harness: &Harness<'_, Scene>| harness.get_all_by_role(Role::RowHeader).count();
    assert_eq!(rows(&harness), 3, "only those who give a lecture this week");
    view(&mut harness, "周 · 按地点");
    assert!(harness.query_by_label("邹龙 6月13日 周二下午 讲座 三楼会议室").is_some());
    assert!(harness.query_by_label("邹龙 6月12日 周一上午 坐诊 门诊203").is_none());
    view(&mut harness, "月 · 按人");
    assert!(harness.query_by_label("曹波 6月12日 周一上午 行政").is_none());
    view(&mut harness, "周 · 按人");
    narrow(&mut harness, "科室", "消化内科");
    assert_eq!(rows(&harness), 1);
    harness.get_by_role_and_label(Role::Button, "显示全部").click();
    harness.run();
    assert_eq!(rows(&harness), 7);
}

#[test]
fn who_was_on_a_tour_is_recorded_with_its_figures() {
    let mut harness = schedule();
    view(&mut harness, "巡回");
    harness.get_all_by_role_and_label(Role::Button, "新增巡回").next().unwrap().click();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "队员（用、分开）").focus();
    harness.run();
    crate::support::write(&mut harness, "黎远、周琳");
    harness.get_by_role_and_label(Role::Button, "全部到").scroll_to_me();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "全部到").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "保存").click();
    harness.run();
    let members = harness.state().desk.ask(|office| {
        let newest = office.registry().tours.last_key_value().map(|(id, _)| *id);
        let members = office.registry().tour_members.values().filter(|member| Some(member.tour) == newest);
        members.map(|member| (member.name.clone(), member.is_present)).collect::<Vec<_>>()
    });
    let all = vec![("黎远".to_owned(), Some(true)), ("周琳".to_owned(), Some(true))];
    assert_eq!(members.take(), Some(all));
}
