//! `plan --period`: fills or repairs the office's own schedule, or says why it cannot be done.

use std::num::NonZero;
use std::time::Duration;

use serde_json::{Value, json};

use super::args::Plan as Args;
use super::output::Output;
use super::scene::Scene;
use super::value;
use crate::app::planning::{Brief, Drafted, Effort, Limit, file, sentences};
use crate::app::{Choice, Failure, Progress, Stopwatch};
use crate::domain::Row;
use crate::i18n::Tr;
use crate::planner::Found;
use crate::planner::office::{Freedom, Proposal};

/// Wishes that are named; more would not be read.
const NAMED: usize = 12;

pub fn run(args: &Args, scene: &Scene) -> Result<Output, Failure> {
    let watch = Stopwatch::start();
    let text = args.period.as_deref().unwrap_or_default();
    let unknown = || Failure::Unknown { choice: Choice::Period, given: text.to_owned() };
    let period = value::period(text).ok_or_else(unknown)?;
    let more = args.rules.as_deref().map(file::rules).transpose()?.unwrap_or_default();
    let mut office = if args.apply { scene.open()? } else { scene.look()? };
    let brief = Brief::load(&office, period, Freedom::Fill, &more)?;
    let repairs = !args.keep_published && brief.is_broken();
    let brief = if repairs { brief.with_freedom(Freedom::Repair) } else { brief };
    let drafted = brief.plan(effort(args, &brief, repairs), watch, &Progress::default(), &|_, _| {}, scene.tr);
    let Found::Plan { objective, .. } = drafted.outcome.found else { return unplanned(&drafted) };
    let proposal = drafted.proposal.clone().unwrap_or_default();
    let data = data(&drafted, &proposal, &brief, objective, scene.tr);
    if let Some(out) = &args.out {
        file::write_json(out, &data)?;
    }
    let mut lines = lines(&drafted, &proposal, &brief, objective, scene.tr);
    let edit = drafted.edit(&brief).filter(|_| args.apply);
    match &edit {
        Some(edit) => {
            let done = office.run(edit)?;
            lines.push(scene.tr.plan_applied(&scene.tr.label(&done.label)));
        }
        None if args.apply || proposal.is_empty() => {}
        None => lines.push(scene.tr.plan_not_applied().to_owned()),
    }
    if args.apply {
        office.close();
    }
    let mut data = data;
    if let Value::Object(fields) = &mut data {
        fields.insert("applied".to_owned(), json!(edit.is_some()));
    }
    Ok(Output::new(lines.join("\n"), &data))
}

/// By moves where no time is given: the same plan on every machine.
fn effort(args: &Args, brief: &Brief, repairs: bool) -> Effort {
    let processors = || std::thread::available_parallelism().map_or(1, NonZero::get);
    let few = if repairs { Effort::REPAIRS } else { 1 };
    let (limit, usual) = match (args.moves, args.seconds) {
        (Some(moves), _) => (Limit::Moves(moves), few),
        (None, Some(seconds)) => (Limit::Time(Duration::from_secs_f64(seconds)), processors()),
        (None, None) => (Limit::Moves(brief.usual_moves()), few),
    };
    Effort { limit, threads: args.threads.map_or(usual, usize::from), seed: args.seed }
}

fn unplanned(drafted: &Drafted) -> Result<Output, Failure> {
    let Some(explanation) = drafted.explanation.clone() else { return Err(Failure::NoPlanFound) };
    let data = json!({
        "plan": null, "conflict": explanation.conflict, "rows": explanation.rows, "ways": explanation.ways,
    });
    Ok(Output::new("", &data).but(Some(Failure::NoPlan { explanation })))
}

fn lines(drafted: &Drafted, proposal: &Proposal, brief: &Brief, objective: i64, tr: Tr) -> Vec<String> {
    let unfilled = drafted.unfilled(tr);
    let mut lines = vec![
        drafted.basis(tr),
        tr.plan_result(objective, drafted.outcome.bound, unfilled.len()),
        tr.plan_spent(drafted.outcome.seconds, drafted.outcome.moves),
    ];
    if proposal.is_empty() {
        lines.push(tr.plan_nothing_to_do().to_owned());
    } else {
        let [added, moved, dropped] = proposal.counts();
        lines.push(tr.plan_proposed(added, moved, dropped));
        lines.extend(sentences(proposal, &brief.registry, tr).iter().map(|sentence| tr.plan_item(sentence)));
    }
    if !unfilled.is_empty() {
        lines.push(tr.plan_unfilled_title().to_owned());
        lines.extend(unfilled.iter().take(NAMED).map(|sentence| tr.plan_item(sentence)));
    }
    if unfilled.len() > NAMED {
        lines.push(tr.plan_more(unfilled.len() - NAMED));
    }
    for (number, other) in (1..).zip(&drafted.others) {
        let [added, moved, dropped] = other.proposal.counts();
        lines.push(tr.plan_other(number, other.cost, added, moved, dropped));
        lines.extend(sentences(&other.proposal, &brief.registry, tr).iter().map(|sentence| tr.plan_item(sentence)));
    }
    lines
}

fn data(drafted: &Drafted, proposal: &Proposal, brief: &Brief, objective: i64, tr: Tr) -> Value {
    let rows: Vec<Row> = proposal.stored().map(Row::from).collect();
    let removed: Vec<i64> = proposal.removed().map(crate::domain::Id::raw).collect();
    let name = |stint| brief.registry.person_of(stint).map(|person| person.name.clone()).unwrap_or_default();
    let tours: Vec<Value> = proposal
        .tours
        .iter()
        .map(|tour| {
            let members: Vec<String> = tour.members.iter().map(|(stint, _)| name(*stint)).collect();
            json!({ "on": tour.on, "inst": tour.inst, "members": members })
        })
        .collect();
    let others: Vec<Value> = drafted
        .others
        .iter()
        .map(|other| json!({ "objective": other.cost, "changes": sentences(&other.proposal, &brief.registry, tr) }))
        .collect();
    json!({
        "period": brief.period, "basis": drafted.basis(tr), "objective": objective, "bound": drafted.outcome.bound,
        "moves": drafted.outcome.moves, "unfilled": drafted.unfilled(tr), "by_rule": by_rule(drafted),
        "changes": sentences(proposal, &brief.registry, tr), "sessions": rows, "removed": removed, "tours": tours,
        "alternatives": others,
    })
}

/// What the plan costs for each rule.
fn by_rule(drafted: &Drafted) -> Value {
    let Found::Plan { on, .. } = &drafted.outcome.found else { return Value::Null };
    drafted.paid_in(on).into_iter().map(|(term, cost)| json!({ "rule": term, "cost": cost })).collect()
}
