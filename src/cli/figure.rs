//! `figure` and `figures`: numbers of the catalogue with their basis, and refusals with their reason.

use serde_json::json;

use super::args::{Figure as Args, Figures};
use super::output::Output;
use super::scene::Scene;
use crate::app::Failure;
use crate::figures::{Figure, Narrowing, Outcome};
use crate::i18n::Tr;

pub fn one(args: &Args, scene: &Scene) -> Result<Output, Failure> {
    let outcome = scene.look()?.figure(&args.code, &args.params, scene.tr)?;
    Ok(Output::new(told(&outcome, scene.tr), &outcome))
}

pub fn all(args: &Figures, scene: &Scene) -> Result<Output, Failure> {
    let narrowing = Narrowing { period: args.period.clone(), relation: args.relation.clone(), on: args.on.clone() };
    let outcomes = scene.look()?.figures(&narrowing, scene.tr)?;
    let lines: Vec<String> = outcomes.iter().map(line).collect();
    Ok(Output::new(lines.join("\n"), &json!({ "figures": outcomes })))
}

/// One line of the catalogue.
fn line(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Figure(figure) => format!("{}  {} {}  {}", figure.code, figure.display, figure.unit, figure.basis),
        Outcome::Refused(refused) => format!("{}  {}", refused.code, refused.reason),
    }
}

/// The figure with everything beside it.
fn told(outcome: &Outcome, tr: Tr) -> String {
    let Outcome::Figure(figure) = outcome else { return line(outcome) };
    let Figure { display, unit, basis, formula, records, notes, series, .. } = figure;
    let mut lines = vec![
        format!("{display} {unit}"),
        tr.cli_figure_basis(basis),
        tr.cli_figure_formula(formula),
        tr.cli_figure_records(records.len()),
    ];
    lines.extend(notes.iter().map(|note| tr.cli_figure_note(note)));
    let points = series.iter().flatten();
    lines.extend(points.map(|point| format!("  {}  {}", point.key, point.display)));
    lines.join("\n")
}
