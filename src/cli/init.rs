//! `init`: a new data file, empty or with a sample.

use serde_json::json;

use super::args::Init;
use super::output::Output;
use super::scene::Scene;
use crate::app::sample::sample;
use crate::app::{Choice, Failure, Office};

/// Name of the sample.
const SHANGNAN: &str = "shangnan";

pub fn run(args: &Init, scene: &Scene) -> Result<Output, Failure> {
    match args.sample.as_deref() {
        None => drop(scene.create()?),
        Some(SHANGNAN) => drop(with_sample(scene)?),
        Some(other) => return Err(Failure::Unknown { choice: Choice::Sample, given: other.to_owned() }),
    }
    let file = scene.db.display().to_string();
    Ok(Output::new(scene.tr.cli_created(&file), &json!({ "file": file, "sample": args.sample })))
}

/// A new data file with the sample hospital, its middle week the week of today. Where filling fails, no file is left.
pub fn with_sample(scene: &Scene) -> Result<Office, Failure> {
    let mut office = scene.create()?;
    let edit = sample(office.registry(), scene.clock.today());
    match office.run(&edit) {
        Ok(_) => Ok(office),
        Err(failure) => {
            drop(office);
            let _ = std::fs::remove_file(&scene.db);
            Err(failure)
        }
    }
}
