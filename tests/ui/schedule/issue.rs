//! Issuing a week, and what a change after it looks like.

use chuanbangdai::domain::SessionStatus;
use chuanbangdai::i18n::Tr;
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;

use super::scene::{click, says, schedule, schedule_at, spoken, stored};
use crate::support::{press, write};

#[test]
fn publishing_turns_what_is_planned_into_what_is_issued() {
    let mut harness = schedule_at(26);
    harness.get_by_role_and_label(Role::Button, "复制上周").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "关闭").click();
    harness.run();
    assert!(says(&harness, "草稿"));
    harness.get_by_role_and_label(Role::Button, "发布").click();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(says(&harness, "第1版"));
    assert!(stored(&harness, 26).iter().all(|session| session.status == SessionStatus::Published));
}

#[test]
fn an_issued_week_without_a_change_offers_to_be_printed() {
    let harness = schedule();
    assert!(says(&harness, "第1版"));
    assert!(harness.query_by_role_and_label(Role::Button, "发布第2版").is_none());
}

#[test]
fn a_change_after_the_issue_is_marked_and_counted_and_makes_the_next_version() {
    let mut harness = schedule();
    click(&mut harness, "邹龙 6月17日 周六上午");
    press(&mut harness, Modifiers::NONE, Key::Delete);
    click(&mut harness, "邹龙 6月14日 周三下午");
    press(&mut harness, Modifiers::NONE, Key::Delete);
    assert!(spoken(&harness, "邹龙 6月14日 周三下午").ends_with("停"), "an issued session is struck, not removed");
    assert!(says(&harness, "处变动"));
    harness.get_by_role_and_label(Role::Button, "发布第2版").click();
    harness.run();
    assert!(says(&harness, "取消 6月17日 周六上午 邹龙 休") || says(&harness, "处变动"));
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(harness.query_by_label("第2版").is_none(), "a later version asks for a reason");
    write(&mut harness, "邹龙外出会议");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(says(&harness, "第2版"));
    assert_eq!(harness.state().window.last_action(), "发布帮扶专家周排班表(内部版)（6月12日起）第2版（邹龙外出会议）");
    assert!(harness.query_by_role_and_label(Role::Button, "发布第3版").is_none());
}

#[test]
fn a_session_added_after_the_issue_is_an_extra() {
    let mut harness = schedule();
    click(&mut harness, "邹龙 6月17日 周六上午");
    press(&mut harness, Modifiers::NONE, Key::Delete);
    press(&mut harness, Modifiers::NONE, Key::Delete);
    write(&mut harness, "zz");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let extra = spoken(&harness, "邹龙 6月17日 周六上午");
    assert!(extra.contains("坐诊"), "{extra}");
}

#[test]
fn issued_sheets_of_every_week_are_found_by_a_day_and_name_their_reason() {
    let mut harness = schedule_at(26);
    harness.get_by_role_and_label(Role::Button, "复制上周").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "关闭").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "发布").click();
    harness.run();
    write(&mut harness, "例行发布");
    harness.get_by_role_and_label(Role::Button, "确认发布").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "更多").click();
    harness.run();
    harness.get_by_label("已发布存档").click();
    harness.run();
    assert!(says(&harness, "含 6月26日 的表"));
    assert_eq!(harness.query_all_by_label("例行发布").count(), 2, "the schedule and the posting are kept");
    let sheets = harness.state().desk.ask(|office| {
        let of = |day| chuanbangdai::app::rota::KeptVm::load(office, Some(super::scene::june(day)), Tr::default());
        (of(28).lines.len(), of(5).lines.len())
    });
    assert_eq!(sheets.take(), Some((2, 0)));
}
