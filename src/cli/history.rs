//! `history`: the steps, newest first.

use serde_json::json;

use super::args::History;
use super::output::Output;
use super::scene::Scene;
use crate::app::{Failure, HistoryStep, StepKind};
use crate::i18n::Tr;

pub fn run(args: &History, scene: &Scene) -> Result<Output, Failure> {
    let tr = scene.tr;
    let steps = scene.look()?.store().history(args.limit)?;
    let lines: Vec<String> = steps.iter().map(|step| sentence(step, tr)).collect();
    let text = if lines.is_empty() { tr.cli_history_empty().to_owned() } else { lines.join("\n") };
    Ok(Output::new(text, &json!({ "steps": steps })))
}

fn sentence(step: &HistoryStep, tr: Tr) -> String {
    let label = tr.label(&step.label);
    let what = match step.kind {
        StepKind::Do => label,
        StepKind::Undo => tr.cli_undone(&label),
        StepKind::Redo => tr.cli_redone(&label),
    };
    let (at, rows) = (step.at.format("%Y-%m-%d %H:%M"), tr.cli_history_rows(step.rows));
    let undone = if step.is_undone { tr.cli_history_undone() } else { "" };
    format!("{:>6}  {at}  {what}  {rows}{undone}", step.step)
}
