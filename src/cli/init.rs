//! `init`: a new data file, empty or with a sample.

use serde_json::json;

use super::args::Init;
use super::output::Output;
use super::scene::Scene;
use crate::app::{Choice, Failure};

pub fn run(args: &Init, scene: &Scene) -> Result<Output, Failure> {
    if let Some(name) = args.sample.as_deref() {
        return Err(Failure::Unknown { choice: Choice::Sample, given: name.to_owned() });
    }
    scene.create()?;
    let file = scene.db.display().to_string();
    Ok(Output::new(scene.tr.cli_created(&file), &json!({ "file": file, "sample": args.sample })))
}
