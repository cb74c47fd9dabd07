//! Plans that are found: legal, the same every time, as good as the best of all, and faithful to locks.

use chuanbangdai::planner::model::table;
use chuanbangdai::planner::reasons::changes;
use chuanbangdai::planner::search::Budget;
use chuanbangdai::planner::{Found, Instance, Lock, Plan, Published, Seed, Task, lower_bound};

use super::{run, small, tiny};

fn plan_of(instance: Instance, moves: u64, seed: u64) -> (Task, Vec<bool>, i64) {
    let (task, found) = run(instance, moves, seed);
    let Found::Plan { on, objective } = found else { panic!("a plan: {found:?}") };
    (task, on, objective)
}

#[test]
fn a_plan_is_legal_and_costs_what_it_says() {
    for seed in 1..4 {
        let (task, on, objective) = plan_of(small(), 20_000, seed);
        let verdict = task.table.judge(&on);
        assert_eq!((verdict.objective, verdict.broken), (objective, Vec::new()));
        assert!(lower_bound(&task.table, objective, 60, &mut || false) <= objective);
    }
}

#[test]
fn the_same_seed_and_moves_give_the_same_plan() {
    let plan = |seed| Plan::of(&plan_of(small(), 8_000, seed).0.table, &plan_of(small(), 8_000, seed).1);
    assert_eq!(plan(7), plan(7));
    assert_ne!(plan(7), plan(8));
}

#[test]
fn more_moves_never_end_without_a_plan_and_none_at_all_still_gives_one() {
    for moves in [0, 1, 127, 129, 1_000] {
        let (task, on, _) = plan_of(small(), moves, 1);
        assert_eq!(task.table.judge(&on).broken, Vec::<usize>::new(), "{moves}");
    }
}

/// Every set of choices of the tiny hospital, one by one.
fn cheapest(instance: &Instance) -> Option<i64> {
    let table = table(instance);
    let count = table.choices().len();
    assert!(count < 22, "{count} choices are too many to try all");
    let mut best: Option<i64> = None;
    for bits in 0_u64..1 << count {
        let on: Vec<bool> = (0..count).map(|choice| bits >> choice & 1 == 1).collect();
        let verdict = table.judge(&on);
        if verdict.broken.is_empty() {
            best = Some(best.map_or(verdict.objective, |best| best.min(verdict.objective)));
        }
    }
    best
}

#[test]
fn the_smallest_hospitals_are_planned_as_well_as_by_trying_everything() {
    let mut one_day = tiny();
    one_day.workdays = vec![1];
    one_day.experts[1].no_travel = true;
    let mut without_rest = one_day.clone();
    without_rest.experts[0].dislikes = vec![(1, 0, 9)];
    let mut locked = one_day.clone();
    locked.locks = vec![serde_json::from_str::<Lock>(r#"["r",1,0,1,0,1]"#).expect("a lock")];
    for instance in [one_day, without_rest, locked] {
        let best = cheapest(&instance).expect("there is a plan");
        let (task, _, objective) = plan_of(instance, 20_000, 3);
        assert_eq!(objective, best);
        assert!(lower_bound(&task.table, objective, 200, &mut || false) <= best);
    }
}

#[test]
fn locks_never_move() {
    let (task, on, _) = plan_of(small(), 4_000, 1);
    let plan = Plan::of(&task.table, &on);
    let mut instance = small();
    instance.locks = plan.duties.iter().step_by(5).map(|duty| Lock { duty: *duty, is_on: true }).collect();
    let kept = instance.locks.clone();
    let (task, on, _) = plan_of(instance, 8_000, 9);
    let again = Plan::of(&task.table, &on);
    assert!(kept.iter().all(|lock| again.duties.contains(&lock.duty)));
}

#[test]
fn a_sick_expert_changes_little_of_the_plan_in_hand() {
    let (task, on, _) = plan_of(small(), 60_000, 1);
    let published = Plan::of(&task.table, &on).duties;
    let mut instance = small();
    instance.experts[2].leave.extend(7..14);
    instance.published = Some(Published { duties: published.clone() });
    let lost = published.iter().filter(|duty| duty.expert() == 2 && (7..14).contains(&duty.day())).count();
    let (task, on, _) = plan_of(instance, 60_000, 1);
    let changed = changes(&published, &Plan::of(&task.table, &on).duties);
    assert!(changed.removed.len() >= lost);
    assert!(changed.removed.len() + changed.added.len() <= 5 * lost.max(2), "{lost} lost, {changed:?}");
}

/// A budget that is cancelled after some looks.
struct Cancelled(u32);

impl Budget for Cancelled {
    fn spent(&mut self, _: u64) -> f64 {
        self.0 = self.0.saturating_sub(1);
        if self.0 == 0 { 1.0 } else { 0.1 }
    }
}

#[test]
fn a_cancelled_search_keeps_the_best_legal_plan() {
    let task = Task::new(small()).expect("sound");
    let found = task.run(Seed { seed: 1, run: 0 }, &mut Cancelled(5), &mut |_| {});
    let Found::Plan { on, .. } = found else { panic!("a plan") };
    assert!(task.table.judge(&on).broken.is_empty());
}

#[test]
fn the_bound_reaches_more_than_a_third_of_what_a_plan_costs() {
    let (task, _, objective) = plan_of(small(), 60_000, 1);
    let bound = lower_bound(&task.table, objective, 100, &mut || false);
    assert!(3 * bound > objective && bound <= objective, "{bound} of {objective}");
}
