//! `plan`: plans duties, repairs a plan, or explains why there is none.

use std::num::NonZero;
use std::path::Path;
use std::time::Duration;

use serde_json::json;

use super::args::Plan as Args;
use super::output::{self, Output};
use super::scene::Scene;
use crate::app::planning::{self, Deadline, Effort, Explanation, Limit, Names, Outcome, file};
use crate::app::{Failure, Progress, Stopwatch};
use crate::i18n::Tr;
use crate::planner::reasons::{Changes, changes, unmet};
use crate::planner::{Found, Plan, Published, Task};

/// Seconds where neither time nor moves are given.
const SECONDS: f64 = 5.0;
/// Wishes that are named; more would not be read.
const NAMED: usize = 12;

pub fn run(args: &Args, scene: &Scene) -> Result<Output, Failure> {
    match &args.instance {
        Some(path) => neutral(args, path, scene),
        None if args.blocks => super::plan_blocks::run(args, scene),
        None => super::plan_own::run(args, scene),
    }
}

/// Plans a neutral instance.
fn neutral(args: &Args, path: &Path, scene: &Scene) -> Result<Output, Failure> {
    let watch = Stopwatch::start();
    let (mut instance, unknown) = file::instance(path)?;
    if let Some(published) = &args.published {
        instance.published = Some(Published { duties: file::plan(published)?.duties });
    }
    let task = Task::new(instance).map_err(|why| Failure::AbsurdTask { path: path.to_owned(), why })?;
    if !unknown.is_empty() {
        output::say(&scene.tr.plan_task_ignored(&unknown.join(scene.tr.list_comma())));
    }
    let (effort, progress) = (effort(args), Progress::default());
    let deadline = Deadline::new(effort, watch, &progress);
    let outcome = planning::search(&task, effort, deadline, &|_, _| {});
    answer(args, &task, &outcome, deadline, scene.tr)
}

fn effort(args: &Args) -> Effort {
    let processors = || std::thread::available_parallelism().map_or(1, NonZero::get);
    let (limit, usual) = match args.moves {
        Some(moves) => (Limit::Moves(moves), 1),
        None => (Limit::Time(Duration::from_secs_f64(args.seconds.unwrap_or(SECONDS))), processors()),
    };
    Effort { limit, threads: args.threads.map_or(usual, usize::from), seed: args.seed }
}

fn answer(args: &Args, task: &Task, outcome: &Outcome, deadline: Deadline<'_>, tr: Tr) -> Result<Output, Failure> {
    let names = &Names::default();
    match &outcome.found {
        Found::Plan { on, objective } => {
            let plan = Plan::of(&task.table, on);
            if let Some(out) = &args.out {
                file::write(out, &plan)?;
            }
            Ok(planned(task, outcome, (on, *objective), &plan, (names, tr)))
        }
        Found::Impossible(rows) => {
            let explanation = Explanation::new(task, rows, deadline, names, tr);
            let data = json!({ "plan": null, "conflict": explanation.conflict, "rows": explanation.rows, "ways": explanation.ways });
            Ok(Output::new("", &data).but(Some(Failure::NoPlan { explanation })))
        }
        Found::Nothing => Err(Failure::NoPlanFound),
    }
}

fn planned(
    task: &Task,
    outcome: &Outcome,
    (on, objective): (&[bool], i64),
    plan: &Plan,
    (names, tr): (&Names, Tr),
) -> Output {
    let wishes = unmet(&task.table, on);
    let mut lines = vec![tr.plan_result(objective, outcome.bound, wishes.len())];
    lines.push(tr.plan_spent(outcome.seconds, outcome.moves));
    let changed: Option<Changes> =
        task.instance.published.as_ref().map(|published| changes(&published.duties, &plan.duties));
    if let Some(changed) = &changed {
        lines.push(tr.plan_changed(changed.removed.len(), changed.added.len()));
    }
    let alternatives = alternatives(task, outcome);
    lines.extend((1..).zip(&alternatives).map(|(number, (objective, changed))| {
        tr.plan_alternative(number, *objective, changed.removed.len(), changed.added.len())
    }));
    let said = |count: usize| wishes.iter().take(count).map(|wish| planning::unmet_in_words(wish, names, tr));
    lines.extend(said(NAMED).map(|sentence| tr.plan_item(&sentence)));
    if wishes.len() > NAMED {
        lines.push(tr.plan_more(wishes.len() - NAMED));
    }
    let unfilled: Vec<_> = wishes
        .iter()
        .zip(said(wishes.len()))
        .map(|(wish, text)| json!({ "rule": wish.rule, "scope": wish.scope, "missing": wish.missing, "cost": wish.cost, "because": wish.because, "text": text }))
        .collect();
    let data = json!({
        "objective": objective, "bound": outcome.bound, "seconds": outcome.seconds, "moves": outcome.moves,
        "first": outcome.first, "unfilled": unfilled, "changes": changed,
        "alternatives": alternatives.iter().map(|(objective, changes)| json!({ "objective": objective, "changes": changes })).collect::<Vec<_>>(),
    });
    Output::new(lines.join("\n"), &data)
}

/// Other ways to repair the plan in hand, with what each costs and changes.
fn alternatives(task: &Task, outcome: &Outcome) -> Vec<(i64, Changes)> {
    let Some(published) = &task.instance.published else { return Vec::new() };
    let others = outcome.others.iter();
    others.map(|(on, objective)| (*objective, changes(&published.duties, &Plan::of(&task.table, on).duties))).collect()
}
