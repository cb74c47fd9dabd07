//! Stopping: every part of the work looks at its budget often enough, and ends with the best legal plan it has.

use chuanbangdai::planner::model::table;
use chuanbangdai::planner::proof::{Ruling, decide};
use chuanbangdai::planner::search::Budget;
use chuanbangdai::planner::ways::relaxations;
use chuanbangdai::planner::{Found, Instance, Seed, Task};

use super::{data, small};

/// Most moves between two looks at the budget: a fraction of a millisecond.
const BETWEEN: u64 = 1_024;
/// Most looks after the budget has said that it is over.
const AFTER: u32 = 8;

/// A budget that is cancelled after so many looks, and remembers what was done then.
struct Cancelled {
    looks: u32,
    until: u32,
    moves: u64,
    most_between: u64,
    best: Option<i64>,
}

impl Cancelled {
    const fn after(until: u32) -> Self {
        Self { looks: 0, until, moves: 0, most_between: 0, best: None }
    }
}

impl Budget for Cancelled {
    #[allow(clippy::cast_precision_loss, reason = "a share of few moves")]
    fn spent(&mut self, moves: u64) -> f64 {
        self.looks += 1;
        self.moves += moves;
        self.most_between = self.most_between.max(moves);
        if self.looks >= self.until { 1.0 } else { (self.moves as f64 / 60_000.0).min(0.99) }
    }

    fn note(&mut self, cost: i64) {
        self.best = Some(self.best.map_or(cost, |best| best.min(cost)));
    }
}

#[test]
fn a_search_looks_at_its_budget_all_the_time_and_keeps_the_best_plan_when_it_is_cancelled() {
    let task = Task::new(small()).expect("sound");
    // From before the first move to long after the neighbourhoods have begun.
    for until in [1, 2, 3, 10, 100, 300, 500, 800] {
        let mut budget = Cancelled::after(until);
        let found = task.run(Seed { seed: 1, run: 0 }, &mut budget, &mut |_| {});
        let Found::Plan { on, objective } = found else { panic!("{until}: {found:?}") };
        let verdict = task.table.judge(&on);
        assert_eq!((verdict.broken, verdict.objective), (Vec::new(), objective), "{until}");
        assert!(budget.best.is_none_or(|best| objective <= best), "{until}: a better plan was seen and lost");
        assert!(budget.most_between <= BETWEEN, "{until}: {} moves between two looks", budget.most_between);
        assert!(budget.looks <= until + AFTER, "{until}: {} looks", budget.looks);
    }
}

/// Seven nights for three people at two a week, with the weeks and people of a larger hospital around them.
fn impossible() -> Instance {
    serde_json::from_str(&data("three_for_seven_nights.json")).expect("an instance")
}

#[test]
fn a_proof_and_the_ways_out_end_when_they_are_told_to() {
    let mut looks = 0;
    let ruling = decide(&table(&impossible()), &mut || {
        looks += 1;
        looks >= 2
    });
    assert!(looks <= 2 || !matches!(ruling, Ruling::Unknown), "{looks} looks");

    let task = Task::new(impossible()).expect("sound");
    let found = task.run(Seed { seed: 1, run: 0 }, &mut Cancelled::after(u32::MAX), &mut |_| {});
    let Found::Impossible(rows) = found else { panic!("{found:?}") };
    let all = relaxations(&task.table, &rows, &mut || false).len();
    assert!(all > 0);
    assert!(relaxations(&task.table, &rows, &mut || true).is_empty(), "nothing is looked for once it is over");
    for patience in [1, 5, 40] {
        let mut asked = 0;
        let ways = relaxations(&task.table, &rows, &mut || {
            asked += 1;
            asked > patience
        });
        // Each part of the work that is under way looks once more before it ends.
        assert!(ways.len() <= all && asked <= patience + 24, "{asked} questions at a patience of {patience}");
    }
}

#[test]
fn a_proof_without_conflicts_looks_at_its_budget_as_well() {
    // Any way of deciding leads to a plan: there is nothing to learn from, and much to decide.
    let mut looks = 0;
    let ruling = decide(&table(&small()), &mut || {
        looks += 1;
        true
    });
    assert!(looks == 1 || matches!(ruling, Ruling::Possible(_)), "{looks} looks, {ruling:?}");
}
