//! Runs of the search side by side, within a budget of moves or of time.

use std::time::Duration;

use super::outcome::Outcome;
use crate::app::clock::Stopwatch;
use crate::app::job::{Progress, side_by_side};
use crate::planner::model::RuleTable;
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

impl Effort {
    /// Shares of a repair: most of it for the best plan, the rest for two other ways. Time counts from the beginning.
    #[must_use]
    pub fn shared(self) -> [Self; 3] {
        const SHARES: [(u64, f64); 3] = [(1, 0.6), (4, 0.8), (4, 1.0)];
        SHARES.map(|(part, until)| match self.limit {
            Limit::Moves(moves) => Self { limit: Limit::Moves(moves / part), ..self },
            Limit::Time(most) => Self { limit: Limit::Time(most.mul_f64(until)), ..self },
        })
    }

    /// Moves of all runs; 0 where time is counted.
    #[must_use]
    pub const fn moves(&self) -> u64 {
        match self.limit {
            Limit::Moves(moves) => moves.saturating_mul(self.threads as u64),
            Limit::Time(_) => 0,
        }
    }
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
/// Least share of the time that the search has, whatever has to come after it.
const FOR_SEARCH: f64 = 0.35;
/// How long it takes to tell what was found, in units of the time that the task took to build: both go through the
/// whole table a few times.
const FOR_TELLING: f64 = 2.0;
/// Plans beside the best that are offered.
const ALTERNATIVES: usize = 2;
/// Rounds of the bound.
const ROUNDS: u32 = 400;

/// When the parts of the work are over; the time counts from the start of the watch.
#[derive(Debug, Clone, Copy)]
pub struct Deadline<'p> {
    limit: Limit,
    watch: Stopwatch,
    /// Seconds until the search began.
    built: f64,
    progress: &'p Progress,
}

impl<'p> Deadline<'p> {
    /// Of an effort, once the task is built.
    #[must_use]
    pub fn new(effort: Effort, watch: Stopwatch, progress: &'p Progress) -> Self {
        Self { limit: effort.limit, watch, built: watch.seconds(), progress }
    }

    /// Whether nothing more may begin: the time is over, or the work was cancelled.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.is_past(0.0)
    }

    /// Whether so many units of building are more than the time that is left.
    fn is_past(&self, units: f64) -> bool {
        let is_late = match self.limit {
            Limit::Moves(_) => false,
            Limit::Time(most) => self.watch.seconds() + units * self.built > most.as_secs_f64(),
        };
        is_late || self.progress.is_cancelled()
    }

    /// Seconds after which the search ends, where it goes by time.
    fn search_ends(&self, most: Duration) -> f64 {
        let most = most.as_secs_f64();
        FOR_TELLING.mul_add(-self.built, most * (1.0 - FOR_BOUND)).max(most * FOR_SEARCH).max(1e-9)
    }
}

/// What a run has spent; it is shared with no other run.
struct Spending<'p> {
    deadline: Deadline<'p>,
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
        let Deadline { limit, watch, progress, .. } = self.deadline;
        progress.advance(moves);
        if progress.is_cancelled() {
            return 1.0;
        }
        let is_over = self.is_out_of_patience(moves);
        match limit {
            Limit::Moves(_) if is_over => 1.0,
            Limit::Moves(most) => self.moves as f64 / most.max(1) as f64,
            Limit::Time(most) => watch.seconds() / self.deadline.search_ends(most),
        }
    }

    fn note(&mut self, cost: i64) {
        if self.best.is_none_or(|best| cost < best) {
            self.best = Some(cost);
            (self.tell)(cost, self.deadline.watch.seconds());
        }
    }
}

/// Searches, side by side, and bounds the cost from below, within the deadline; `tell` hears of better plans from any
/// run. Cancelling keeps the best plan found until then.
pub fn search(task: &Task, effort: Effort, deadline: Deadline<'_>, tell: &(dyn Fn(i64, f64) + Sync)) -> Outcome {
    let watch = deadline.watch;
    let run = |number: usize| {
        let mut budget = Spending { deadline, moves: 0, best: None, asked: 0, tell };
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
        // A bound is no reason to keep people waiting.
        Found::Plan { .. } if deadline.is_past(1.0 + FOR_TELLING / 2.0) => floor(&task.table),
        Found::Plan { objective, .. } => {
            lower_bound(&task.table, *objective, ROUNDS, &mut || deadline.is_past(FOR_TELLING / 2.0))
        }
        Found::Impossible(_) | Found::Nothing => 0,
    };
    Outcome { found, others, bound, moves, first, seconds: watch.seconds() }
}

/// What no plan falls below, seen at a glance: every reward, and no price.
fn floor(table: &RuleTable) -> i64 {
    table.costs().iter().map(|cost| (*cost).min(0)).sum()
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
