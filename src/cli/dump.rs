//! `dump` and `load`: all data as text, and a data file made from it.

use serde_json::json;

use super::args::Load;
use super::output::Output;
use super::scene::Scene;
use crate::app::{Failure, file};

pub fn dump(scene: &Scene) -> Result<Output, Failure> {
    // Gathered first: a reader that goes away early is then no failure of the data file.
    let mut text = Vec::new();
    scene.look()?.store().dump_canonical(&mut text)?;
    Ok(Output::plain(String::from_utf8_lossy(&text).into_owned()))
}

pub fn load(args: &Load, scene: &Scene) -> Result<Output, Failure> {
    scene.prepare()?;
    file::load(&args.dump, &scene.db)?;
    let name = scene.db.display().to_string();
    Ok(Output::new(scene.tr.cli_loaded(&name), &json!({ "file": name })))
}
