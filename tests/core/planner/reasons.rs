//! When there is no plan: which rules are in conflict, and what would help.

use chuanbangdai::planner::model::{Rule, table};
use chuanbangdai::planner::proof::{Ruling, decide, decide_rows};
use chuanbangdai::planner::reasons::unmet;
use chuanbangdai::planner::ways::relaxations;
use chuanbangdai::planner::{Found, Instance, Lock};

use super::{data, run, small};

fn three_for_seven_nights() -> Instance {
    serde_json::from_str(&data("three_for_seven_nights.json")).expect("an instance")
}

fn is_possible(instance: &Instance, rows: &[usize]) -> bool {
    matches!(decide_rows(&table(instance), rows, 100_000, &mut || false), Ruling::Possible(_))
}

/// No row can be left out, and each way out works.
fn hold_to_account(instance: &Instance, kinds: &[Rule]) {
    let (task, found) = run(instance.clone(), 1_000, 1);
    let Found::Impossible(rows) = found else { panic!("impossible, but {found:?}") };
    assert!(!is_possible(instance, &rows));
    for left_out in &rows {
        let fewer: Vec<usize> = rows.iter().copied().filter(|row| row != left_out).collect();
        assert!(is_possible(instance, &fewer), "row {left_out} is not needed");
    }
    let named: Vec<Rule> = rows.iter().map(|row| task.table.rows()[*row].rule).collect();
    assert!(kinds.iter().all(|kind| named.contains(kind)), "{named:?}");
    let ways = relaxations(&task.table, &rows, &mut || false);
    assert!(!ways.is_empty() && ways.len() <= 3);
    for way in ways {
        let kept: Vec<usize> = (0..task.table.rows().len()).filter(|row| !way.rows.contains(row)).collect();
        assert!(is_possible(instance, &kept));
    }
}

#[test]
fn three_people_cannot_be_on_call_seven_nights_at_two_a_week() {
    hold_to_account(&three_for_seven_nights(), &[Rule::OncallCover, Rule::WeeklyOncalls]);
}

#[test]
fn a_fourth_person_makes_it_possible() {
    let mut instance = three_for_seven_nights();
    instance.experts[3].no_oncall = false;
    instance.experts[3].leave.clear();
    let (task, found) = run(instance, 2_000, 1);
    let Found::Plan { on, .. } = found else { panic!("a plan: {found:?}") };
    assert!(task.table.judge(&on).broken.is_empty());
}

#[test]
fn contrary_locks_are_named() {
    let lock = |text: &str| serde_json::from_str::<Lock>(text).expect("a lock");
    let mut instance = small();
    let (task, found) = run(instance.clone(), 2_000, 1);
    let Found::Plan { on, .. } = found else { panic!("a plan") };
    let duty = chuanbangdai::planner::Plan::of(&task.table, &on).duties[0];
    instance.locks = vec![Lock { duty, is_on: true }, Lock { duty, is_on: false }];
    hold_to_account(&instance, &[Rule::Lock]);
    // A weekend has no clinics.
    instance.locks = vec![lock(r#"["c",0,0,5,0,1]"#)];
    hold_to_account(&instance, &[Rule::LockImpossible]);
}

#[test]
fn a_hospital_that_can_be_planned_is_never_refused() {
    let instance = small();
    assert!(matches!(decide(&table(&instance), &mut || false), Ruling::Possible(_)));
}

#[test]
fn what_is_unmet_adds_up_to_what_is_paid() {
    let (task, found) = run(small(), 5_000, 1);
    let Found::Plan { on, objective } = found else { panic!("a plan") };
    let rows: i64 = unmet(&task.table, &on).iter().map(|wish| wish.cost).sum();
    let alone: i64 = task.table.costs().iter().zip(&on).filter(|(_, on)| **on).map(|(cost, _)| cost).sum();
    assert_eq!(rows + alone, objective);
}
