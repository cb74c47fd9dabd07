//! Malformed and absurd instances: a clear refusal or a legal plan, never a panic, never past the budget.

use chuanbangdai::planner::model::Rule;
use chuanbangdai::planner::search::Budget;
use chuanbangdai::planner::{Found, Instance, InstanceError, Seed, Task};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{small, tiny};

/// Ends after so many looks at it, whether moves were made or not.
struct Looks(u32);

impl Budget for Looks {
    fn spent(&mut self, moves: u64) -> f64 {
        self.0 = self.0.saturating_sub(1 + u32::try_from(moves / 64).unwrap_or(u32::MAX));
        if self.0 == 0 { 1.0 } else { 0.5 }
    }
}

/// What a place of the JSON is replaced by.
fn nonsense() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!(0)),
        Just(json!(-1)),
        Just(json!(i64::MAX)),
        Just(json!(u64::MAX)),
        Just(json!(1e300)),
        Just(json!(true)),
        Just(json!("")),
        Just(json!([])),
        Just(json!({})),
        Just(json!([[0, 0], [0, 0]])),
        (0i64..40).prop_map(|number| json!(number)),
        prop::collection::vec(-2i64..400, 0..12).prop_map(|numbers| json!(numbers)),
    ]
}

/// Walks down by the numbers, and puts the value where they lead.
fn change(value: &mut Value, way: &[usize], new: Value) {
    let Some((step, rest)) = way.split_first() else {
        *value = new;
        return;
    };
    match value {
        Value::Array(list) if !list.is_empty() => {
            let at = step % list.len();
            // Now and then an entry stands twice, or goes.
            match step % 11 {
                9 => list.push(list[at].clone()),
                10 => drop(list.remove(at)),
                _ => change(&mut list[at], rest, new),
            }
        }
        Value::Object(fields) if !fields.is_empty() => {
            let at = step % fields.len();
            let name = fields.keys().nth(at).cloned().expect("a field");
            if step % 13 == 12 {
                fields.remove(&name);
            } else {
                change(fields.get_mut(&name).expect("a field"), rest, new);
            }
        }
        other => *other = new,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, ..ProptestConfig::default() })]

    /// Whatever stands in a task: it is no task, it is refused with its place, or what comes out is legal.
    #[test]
    fn no_task_makes_the_planner_panic_or_lie(
        is_tiny in any::<bool>(),
        changes in prop::collection::vec((prop::collection::vec(0usize..997, 1..5), nonsense()), 1..4),
    ) {
        let instance = if is_tiny { tiny() } else { small() };
        let mut text = serde_json::to_value(instance).expect("JSON");
        for (way, new) in changes {
            change(&mut text, &way, new);
        }
        let Ok(instance) = serde_json::from_value::<Instance>(text) else { return Ok(()) };
        match Task::new(instance) {
            Err(refusal) => prop_assert!(!refusal.to_string().is_empty()),
            Ok(task) => {
                let found = task.run(Seed { seed: 1, run: 0 }, &mut Looks(400), &mut |_| {});
                if let Found::Plan { on, objective } = found {
                    let verdict = task.table.judge(&on);
                    prop_assert_eq!(verdict.broken, Vec::<usize>::new());
                    prop_assert_eq!(verdict.objective, objective);
                }
            }
        }
    }
}

#[test]
fn a_day_on_which_nobody_could_be_on_call_is_told_and_not_passed_over() {
    let task = Task::new(Instance { oncall_min_present: 0, ..tiny() }).expect("a sound task");
    let Found::Impossible(rows) = task.run(Seed { seed: 1, run: 0 }, &mut Looks(400), &mut |_| {}) else {
        panic!("the days without anybody ask for somebody");
    };
    let named: Vec<Rule> = rows.iter().map(|row| task.table.rows()[*row].rule).collect();
    assert_eq!(named, [Rule::OncallCover]);
}

#[test]
fn endless_lists_are_refused_before_anything_is_built() {
    let changed = |change: &dyn Fn(&mut Instance)| {
        let mut instance = small();
        change(&mut instance);
        Task::new(instance).map(|_| ()).expect_err("refused")
    };
    let named = |change: &dyn Fn(&mut Instance)| match changed(change) {
        InstanceError::TooLarge { place, .. } => place,
        other => panic!("{other}"),
    };
    assert_eq!(named(&|task| task.experts[0].leave = vec![1; 100_000]), "experts[0].leave");
    assert_eq!(named(&|task| task.experts[0].dislikes = vec![(0, 0, 1); 1_000]), "experts[0].dislikes");
    assert_eq!(named(&|task| task.pairs[0].off = vec![(0, 0); 1_000]), "pairs[0].off");
    assert_eq!(named(&|task| task.sites[0].depts = vec![0; 1_000]), "sites[0].depts");
    let many = |task: &mut Instance| {
        let expert = task.experts[0].clone();
        task.experts = (0..6_000).map(|id| chuanbangdai::planner::Expert { id, ..expert.clone() }).collect();
    };
    assert_eq!(named(&many), "experts");
}
