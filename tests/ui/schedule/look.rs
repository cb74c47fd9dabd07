//! What the grid shows and says, and that every cell can be reached.

use chuanbangdai::domain::{Edit, Table};
use chuanbangdai::ui::Command;
use egui::Role;
use egui_kittest::kittest::{NodeT, Queryable};

use super::scene::{cell, says, schedule};
use crate::support::ask;

const EXPERTS: [&str; 7] = ["文申英", "邹龙", "曹波", "黎远", "万小颖", "侯正涛", "周琳"];
const DAYS: [&str; 7] =
    ["6月12日 周一", "6月13日 周二", "6月14日 周三", "6月15日 周四", "6月16日 周五", "6月17日 周六", "6月18日 周日"];

#[test]
fn every_half_day_of_every_expert_is_there_by_name_once() {
    let harness = schedule();
    for expert in EXPERTS {
        for day in DAYS {
            for slot in ["上午", "下午"] {
                let _ = cell(&harness, &format!("{expert} {day}{slot}"));
            }
        }
    }
    assert_eq!(harness.get_all_by_role(Role::GridCell).count(), EXPERTS.len() * DAYS.len() * 2);
}

#[test]
fn the_rows_stand_in_the_order_of_the_office_with_their_counts() {
    let harness = schedule();
    let rows: Vec<String> =
        harness.get_all_by_role(Role::RowHeader).filter_map(|node| node.accesskit_node().label()).collect();
    let names: Vec<&str> = rows.iter().filter_map(|row| row.split('：').next()).collect();
    assert_eq!(names, EXPERTS);
    assert_eq!(rows[1], "邹龙：本周 10 个半天，其中坐诊 2，巡回 0");
}

#[test]
fn a_week_in_which_nobody_is_on_post_offers_to_enter_experts() {
    let mut harness = schedule();
    ask(&mut harness, Command::ShowWeek(chrono::NaiveDate::from_ymd_opt(2019, 1, 7).unwrap()));
    assert!(says(&harness, "没有在岗的派驻专家"));
    assert!(says(&harness, "登记派驻专家"));
}

#[test]
fn the_filter_for_conflicts_leaves_only_the_rows_that_have_one() {
    let mut harness = super::scene::schedule_at(19);
    harness.get_by_label("只看有冲突").click();
    harness.run();
    let rows = harness.get_all_by_role(Role::RowHeader).count();
    assert_eq!(rows, 2, "文申英 and 邹龙 work on the Dragon Boat Festival");
}

#[test]
fn a_change_elsewhere_is_shown_without_asking() {
    let mut harness = schedule();
    let session = super::scene::stored(&harness, 12).remove(0);
    let edit = Edit::Delete { table: Table::Session, id: session.id.raw() };
    ask(&mut harness, Command::Run(edit));
    let empty = harness
        .get_all_by_role(Role::GridCell)
        .filter(|node| node.accesskit_node().label().is_some_and(|label| label.ends_with('空')));
    assert_eq!(empty.count(), 1);
}

#[test]
fn who_was_picked_by_department_is_picked_in_the_grid_as_well() {
    let mut harness = schedule();
    harness.get_by_label("视图").click();
    harness.run();
    harness.get_by_label("周 · 按科室").click();
    harness.run();
    let there = harness.get_by(|node| {
        node.role() == Role::GridCell && node.label().is_some_and(|label| label.starts_with("邹龙 6月14日 周三上午"))
    });
    assert_eq!(there.accesskit_node().label().unwrap(), "邹龙 6月14日 周三上午 内镜带教 消化内镜室");
    there.click();
    harness.run();
    assert_eq!(harness.get_by_role(Role::Grid).value().unwrap(), "邹龙 6月14日 周三上午 内镜带教 消化内镜室");
    harness.get_by_label("视图").click();
    harness.run();
    harness.get_by_label("周 · 按人").click();
    harness.run();
    let _ = cell(&harness, "周琳 6月18日 周日下午");
    let grid = harness.get_by_role(Role::Grid);
    assert_eq!(grid.value().unwrap(), "邹龙 6月14日 周三上午 内镜带教 消化内镜室");
}
