//! `undo`, `redo` and `undo-import`: steps of the history taken back and done again.

use serde_json::json;

use super::args::{Steps, UndoImport};
use super::output::{self, Output};
use super::scene::Scene;
use crate::app::{Done, Failure, Office};
use crate::i18n::Tr;

pub fn undo(args: &Steps, scene: &Scene) -> Result<Output, Failure> {
    repeat(args, scene, Office::undo, Tr::cli_undone)
}

pub fn redo(args: &Steps, scene: &Scene) -> Result<Output, Failure> {
    repeat(args, scene, Office::redo, Tr::cli_redone)
}

/// Takes the steps one by one; fewer than asked for is told, none at all is refused.
fn repeat(
    args: &Steps,
    scene: &Scene,
    step: impl Fn(&mut Office) -> Result<Done, Failure>,
    sentence: impl Fn(Tr, &str) -> String,
) -> Result<Output, Failure> {
    let mut office = scene.open()?;
    let mut done: Vec<Done> = Vec::new();
    for _ in 0..args.count {
        match step(&mut office) {
            Ok(one) => done.push(one),
            Err(failure) if failure.is_end_of_history() && !done.is_empty() => {
                output::say(&scene.tr.cli_fewer_steps(done.len()));
                break;
            }
            Err(failure) => return Err(failure),
        }
    }
    let lines: Vec<String> = done.iter().map(|one| sentence(scene.tr, &scene.tr.label(&one.label))).collect();
    Ok(Output::new(lines.join("\n"), &json!({ "steps": done })))
}

pub fn undo_import(args: &UndoImport, scene: &Scene) -> Result<Output, Failure> {
    let mut office = scene.open()?;
    let done = office.undo_import(args.id)?;
    Ok(Output::new(scene.tr.cli_undone(&scene.tr.label(&done.label)), &done))
}
