//! `check`: looks for damage; anything found ends with the exit code of a damaged file.

use serde_json::json;

use super::args::Check;
use super::output::Output;
use super::scene::Scene;
use crate::app::{Failure, Problem};
use crate::i18n::Tr;

pub fn run(args: &Check, scene: &Scene) -> Result<Output, Failure> {
    let report = scene.look()?.store().check(args.deep)?;
    tracing::info!(?report, "checked");
    let mut lines: Vec<String> = report.problems.iter().map(|problem| sentence(problem, scene.tr)).collect();
    lines.dedup();
    if report.is_sound() {
        lines.push(scene.tr.cli_check_sound().to_owned());
    }
    let data =
        json!({ "file": scene.db, "deep": report.is_deep, "sound": report.is_sound(), "problems": report.problems });
    let failure = (!report.is_sound()).then(|| Failure::damaged(&scene.db));
    Ok(Output::new(lines.join("\n"), &data).but(failure))
}

fn sentence(problem: &Problem, tr: Tr) -> String {
    match problem {
        Problem::Damage { .. } => tr.cli_check_damage().to_owned(),
        Problem::Schema { name } => tr.cli_check_schema(name),
        Problem::Reference { table, id, parent } => {
            tr.cli_check_reference(&tr.row_name(tr.table(*table), *id), tr.table(*parent))
        }
        Problem::Unreadable { table, .. } => tr.cli_check_unreadable(tr.table(*table)),
        Problem::Altered { table, id } => tr.cli_check_altered(&tr.row_name(tr.table(*table), *id)),
    }
}
