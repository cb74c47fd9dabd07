//! Issuing a week, and what a change after it looks like.

use chuanbangdai::domain::SessionStatus;
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
    assert!(says(&harness, "第2版"));
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
