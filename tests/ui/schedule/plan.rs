//! Planning in the window: rules with weights, a plan that is looked at and used as one step, locks, rules, rotation.

use chuanbangdai::domain::{Edit, RotaRule, RuleBook, RuleForce, RuleTerm, SessionStatus};
use chuanbangdai::ui::Command;
use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::scene::{click, says, schedule, schedule_at, spoken, stored};
use crate::support::{self, Scene, ask, ctrl};

/// The planning page at the free week of the sample, 26 June.
fn planning() -> Harness<'static, Scene> {
    let mut harness = schedule_at(26);
    ask(&mut harness, Command::Plan);
    harness
}

/// Draws until the search is over; it runs beside the window.
fn wait(harness: &mut Harness<'_, Scene>, until: &str) {
    for _ in 0..20_000 {
        if says(harness, until) {
            return;
        }
        harness.step();
        std::thread::yield_now();
    }
    panic!("the search does not end");
}

fn press(harness: &mut Harness<'_, Scene>, name: &str) {
    harness.get_by_role_and_label(Role::Button, name).click();
    harness.run();
}

#[test]
fn a_free_week_is_planned_looked_at_and_used_as_one_step() {
    let mut harness = planning();
    harness.get_by_role_and_label(Role::ComboBox, "搜索").click();
    harness.run();
    harness.get_by_label("快（几秒）").click();
    harness.run();
    ctrl(&mut harness, Key::Enter);
    wait(&mut harness, "本周改动");
    assert!(says(&harness, "往常安排"), "the demand is said");
    assert!(harness.query_by_label("邹龙 6月26日 周一上午 新增坐诊 门诊203").is_some());
    assert_eq!(stored(&harness, 26).len(), 0, "nothing is stored before it is used");
    press(&mut harness, "采用方案");
    let sessions = stored(&harness, 26);
    assert!(sessions.len() > 50 && sessions.iter().all(|session| session.status == SessionStatus::Planned));
    assert!(says(&harness, "自动排班 6月26日"), "the status bar says what happened");
    ask(&mut harness, Command::Undo);
    assert_eq!(stored(&harness, 26).len(), 0);
}

#[test]
fn a_half_day_is_locked_by_key_and_unlocked_again() {
    let mut harness = schedule();
    click(&mut harness, "邹龙 6月12日 周一上午");
    ctrl(&mut harness, Key::L);
    assert!(spoken(&harness, "邹龙 6月12日 周一上午").ends_with("已锁定"));
    assert!(says(&harness, "锁定 6月12日 周一上午 邹龙"));
    ctrl(&mut harness, Key::L);
    assert!(!spoken(&harness, "邹龙 6月12日 周一上午").contains("已锁定"));
}

#[test]
fn a_rule_is_made_firm_from_the_planning_page_and_listed_as_the_offices_own() {
    let mut harness = planning();
    harness.get_by_label("门诊覆盖：不可违反").click();
    harness.run();
    let rules = harness.state().desk.ask(|office| office.registry().rota_rules.clone()).take().unwrap();
    assert_eq!(rules.values().map(|rule| rule.term).collect::<Vec<_>>(), [RuleTerm::ClinicCoverage]);
    super::scene::view(&mut harness, "排班规则");
    assert!(says(&harness, "本单位") && says(&harness, "已被替换"));
}

#[test]
fn the_rotation_shows_who_covers_what_and_where_nobody_does() {
    let mut harness = schedule();
    harness.get_by_label("视图").click();
    harness.run();
    support::write(&mut harness, "lhfg");
    support::press(&mut harness, Modifiers::NONE, Key::Enter);
    wait(&mut harness, "无人");
    assert!(says(&harness, "邹龙"));
}

#[test]
fn a_contradiction_is_explained_with_ways_out_and_nothing_can_be_used() {
    let mut harness = planning();
    // A week of workdays has ten half-days.
    let firm =
        RotaRule { at_least: Some(12), at_most: None, force: RuleForce::Hard, ..RuleBook::usual(RuleTerm::Sessions) };
    ask(&mut harness, Command::Run(Edit::put(firm)));
    ctrl(&mut harness, Key::Enter);
    wait(&mut harness, "互相矛盾");
    assert!(says(&harness, "至少 12 次") && says(&harness, "放宽"), "the rule and a way out");
    ctrl(&mut harness, Key::Enter);
    wait(&mut harness, "互相矛盾");
    press(&mut harness, "采用方案");
    assert_eq!(stored(&harness, 26).len(), 0);
}

#[test]
fn a_search_that_is_stopped_keeps_its_best_plan_with_its_gap() {
    let mut harness = planning();
    harness.get_by_role_and_label(Role::ComboBox, "搜索").click();
    harness.run();
    harness.get_by_label("久一些").click();
    harness.run();
    ctrl(&mut harness, Key::Enter);
    wait(&mut harness, "停止");
    ctrl(&mut harness, Key::Enter);
    wait(&mut harness, "本周改动");
    assert!(!says(&harness, "最优") && says(&harness, "差距"), "nothing is called the best without a proof");
    press(&mut harness, "采用方案");
    assert!(!stored(&harness, 26).is_empty());
}
