//! Runs of the search side by side, within a budget of moves or of time.

use std::time::Duration;

use super::outcome::Outcome;
use crate::app::clock::Stopwatch;
use crate::app::job::{Progress, side_by_side};
use crate::planner::search::Budget;
use crate::planner::{Found, News, Seed, Task, best_of, lower_bound};

/// When a search ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Limit {
    /// After so many moves of each run: the same plan on every machine.
    Moves(u64),
    /// After so much time.
    Time(Duration),
}

impl Effort {
    /// Runs that a repair makes, so that it has up to two alternatives to offer.
    pub const REPAIRS: usize = 3;
}

/// How hard to search.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effort {
    /// When it ends.
    pub limit: Limit,
    /// Runs side by side.
    pub threads: usize,
    /// Where chance starts.
    pub seed: u64,
}

/// Share of the time in which a bound is looked for after the search.
const FOR_BOUND: f64 = 0.05;
/// Plans beside the best that are offered.
const ALTERNATIVES: usize = 2;
/// Rounds of the bound.
const ROUNDS: u32 = 400;

/// What a run has spent; it is shared with no other run.
struct Spending<'p> {
    limit: Limit,
    watch: Stopwatch,
    progress: &'p Progress,
    moves: u64,
    /// What the best plan of this run costs, where there is one.
    best: Option<i64>,
    /// Looks at the budget without a move, before there is a plan.
    asked: u32,
    /// Hears of better plans, with the seconds they took.
    tell: &'p (dyn Fn(i64, f64) + Sync),
}

/// Questions of the solver, in place of moves, after which a run without any plan ends.
const PATIENCE: u32 = 8_000;

impl Spending<'_> {
    /// A budget in moves would never end a proof, which makes none: it ends after so many questions.
    fn is_out_of_patience(&mut self, moves: u64) -> bool {
        self.asked += u32::from(moves == 0 && self.best.is_none());
        self.best.is_none() && self.asked > PATIENCE
    }
}

impl Budget for Spending<'_> {
    #[allow(clippy::cast_precision_loss, reason = "a share, not a count")]
    fn spent(&mut self, moves: u64) -> f64 {
        self.moves += moves;
        self.progress.advance(moves);
        if self.progress.is_cancelled() {
            return 1.0;
        }
        let is_over = self.is_out_of_patience(moves);
        match self.limit {
            Limit::Moves(_) if is_over => 1.0,
            Limit::Moves(most) => self.moves as f64 / most.max(1) as f64,
            Limit::Time(most) => self.watch.seconds() / (most.as_secs_f64() * (1.0 - FOR_BOUND)).max(1e-9),
        }
    }

    fn note(&mut self, cost: i64) {
        if self.best.is_none_or(|best| cost < best) {
            self.best = Some(cost);
            (self.tell)(cost, self.watch.seconds());
        }
    }
}

/// Searches, side by side, and bounds the cost from below. The time counts from the start of `watch`; `tell` hears of
/// better plans from any run. Cancelling keeps the best plan found until then.
pub fn search(
    task: &Task,
    effort: Effort,
    watch: Stopwatch,
    progress: &Progress,
    tell: &(dyn Fn(i64, f64) + Sync),
) -> Outcome {
    if let Limit::Moves(moves) = effort.limit {
        progress.begin(moves.saturating_mul(effort.threads as u64));
    }
    let run = |number: usize| {
        let mut budget = Spending { limit: effort.limit, watch, progress, moves: 0, best: None, asked: 0, tell };
        let mut first = None;
        let seed = Seed { seed: effort.seed, run: number as u64 };
        let found = task.run(seed, &mut budget, &mut |news| {
            let (News::First(cost) | News::Better(cost)) = news;
            first.get_or_insert_with(|| watch.seconds());
            tell(cost, watch.seconds());
        });
        (found, budget.moves, first)
    };
    let ran = side_by_side("plan", effort.threads.clamp(1, 64), &run);
    let moves = ran.iter().map(|(_, moves, _)| moves).sum();
    let first = ran.iter().filter_map(|(_, _, first)| *first).min_by(f64::total_cmp);
    let all: Vec<Found> = ran.into_iter().map(|(found, _, _)| found).collect();
    let others = others(&all);
    let found = best_of(all);
    let bound = match &found {
        Found::Plan { objective, .. } => lower_bound(&task.table, *objective, ROUNDS, &mut || match effort.limit {
            Limit::Time(most) => progress.is_cancelled() || watch.seconds() > most.as_secs_f64(),
            Limit::Moves(_) => progress.is_cancelled(),
        }),
        Found::Impossible(_) | Found::Nothing => 0,
    };
    Outcome { found, others, bound, moves, first, seconds: watch.seconds() }
}

/// Plans beside the best, each only once.
fn others(all: &[Found]) -> Vec<(Vec<bool>, i64)> {
    let mut plans: Vec<(Vec<bool>, i64)> = all
        .iter()
        .filter_map(
            |found| if let Found::Plan { on, objective } = found { Some((on.clone(), *objective)) } else { None },
        )
        .collect();
    plans.sort_by_key(|(_, objective)| *objective);
    plans.dedup_by(|next, kept| next.0 == kept.0);
    plans.into_iter().skip(1).take(ALTERNATIVES).collect()
}
