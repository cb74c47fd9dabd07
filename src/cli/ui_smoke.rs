//! `ui-smoke`: drives the window off screen with random input, on a data file of its own.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::json;

use super::args::UiSmoke;
use super::output::Output;
use super::scene::Scene;
use crate::app::paper::{self, Format};
use crate::app::{Failure, Office, file, sample};
use crate::domain::{DocumentKind, Period, Week};
use crate::report::DocumentRequest;
use crate::ui::smoke::{self, Outcome, Plan, Trouble};

/// A csv that no kind of sheet fits.
const SCRAP: &str = "a,b,c\n1,,\"x\ny\"\n";

pub fn run(args: &UiSmoke, scene: &Scene) -> Result<Output, Failure> {
    let folder = tempfile::tempdir().map_err(|source| Failure::NotPrinted { source })?;
    let db = folder.path().join("smoke.db");
    let mut office = Office::create(&db, scene.clock)?;
    let edit = sample::sample(office.registry(), scene.clock.today());
    office.run(&edit)?;
    let workbooks = workbooks(&office, folder.path(), scene)?;
    let plan = Plan { seed: args.seed, steps: args.steps, workbooks };
    let heard = hear_panics();
    let mut outcome = smoke::drive(office, scene.clock, folder.path(), &plan);
    let heard = std::mem::take(&mut *heard.lock().unwrap_or_else(PoisonError::into_inner));
    outcome.troubles.extend(heard.into_iter().map(|seen| end(args.steps, "panic", seen)));
    let is_whole = outcome.troubles.is_empty();
    let report = Office::open_read_only(&db, scene.clock)?.store().check(true)?;
    if !report.is_sound() {
        outcome.troubles.push(end(args.steps, "check --deep", format!("{:?}", report.problems)));
    }
    let failure = (!is_whole || !report.is_sound()).then_some(Failure::Smoke { count: outcome.troubles.len() });
    Ok(told(args, &outcome, scene).but(failure))
}

fn end(step: u32, done: &str, seen: String) -> Trouble {
    Trouble { step, done: done.to_owned(), seen }
}

/// Workbooks to be dropped on the window: two that the program wrote itself, and one that nobody knows.
fn workbooks(office: &Office, folder: &Path, scene: &Scene) -> Result<Vec<PathBuf>, Failure> {
    let today = scene.clock.today();
    let wanted = [(DocumentKind::WeekSchedule, Week::of(today).period()), (DocumentKind::Roster, Period::day(today))];
    let mut workbooks = Vec::new();
    for (kind, period) in wanted {
        let sheet = office.sheet(&DocumentRequest::new(kind, period), scene.tr)?;
        let path = folder.join(kind.code()).with_extension(Format::Xlsx.extension());
        workbooks.extend(paper::export(&sheet, Format::Xlsx, &path, &office.press())?);
    }
    let scrap = folder.join("scrap.csv");
    file::write_text(&scrap, SCRAP)?;
    workbooks.push(scrap);
    Ok(workbooks)
}

/// From now on a panic, on whatever thread, is written down in place of ending the program.
fn hear_panics() -> Arc<Mutex<Vec<String>>> {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let notes = Arc::clone(&heard);
    std::panic::set_hook(Box::new(move |info| {
        notes.lock().unwrap_or_else(PoisonError::into_inner).push(info.to_string());
    }));
    heard
}

fn told(args: &UiSmoke, outcome: &Outcome, scene: &Scene) -> Output {
    let mut lines = vec![scene.tr.cli_smoke(args.seed, outcome.steps, outcome.frames, outcome.troubles.len())];
    lines.extend(outcome.troubles.iter().map(|it| format!("  {} {} — {}", it.step, it.done, it.seen)));
    let troubles = outcome.troubles.iter().map(|it| json!({ "step": it.step, "done": it.done, "seen": it.seen }));
    let data = json!({
        "seed": args.seed, "steps": outcome.steps, "frames": outcome.frames, "answers": outcome.answers,
        "failures": troubles.collect::<Vec<_>>(),
    });
    Output::new(lines.join("\n"), &data)
}
