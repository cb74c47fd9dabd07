//! `seed`: generated data for tests and benchmarks.

use serde_json::json;

use super::args::Seed;
use super::output::Output;
use super::scene::Scene;
use crate::app::Failure;
use crate::app::seed::seed;

pub fn run(args: &Seed, scene: &Scene) -> Result<Output, Failure> {
    let mut office = scene.open()?;
    let mut rows = 0;
    for edit in seed(office.registry(), args.rows, args.seed, scene.clock.today()) {
        rows += office.run(&edit)?.rows;
    }
    Ok(Output::new(scene.tr.cli_seeded(rows), &json!({ "rows": rows, "sessions": args.rows, "seed": args.seed })))
}
