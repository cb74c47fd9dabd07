//! `demo`: the main job without a display: the sample hospital and every document of it.

use std::path::PathBuf;

use serde_json::json;

use super::args::Demo;
use super::init;
use super::output::Output;
use super::scene::Scene;
use crate::app::Failure;
use crate::app::paper::{self, Format};
use crate::domain::{DocumentKind, Period, Week};
use crate::report::DocumentRequest;

/// As what each document is written.
const FORMATS: [Format; 2] = [Format::Pdf, Format::Xlsx];

pub fn run(args: &Demo, scene: &Scene) -> Result<Output, Failure> {
    scene.may_write()?;
    let folder = args.folder.as_path();
    std::fs::create_dir_all(folder).map_err(|source| Failure::Write { path: folder.to_owned(), source })?;
    let there = Scene { db: folder.join(scene.tr.demo_data_file()), ..*scene };
    let office = init::with_sample(&there)?;
    let press = office.press();
    let mut files: Vec<PathBuf> = vec![there.db];
    for (kind, period) in documents(Week::of(scene.clock.today())) {
        let request = DocumentRequest::new(kind, period);
        let sheet = office.sheet(&request, scene.tr)?;
        for format in FORMATS {
            let path = folder.join(paper::file_name(&request, format, scene.tr));
            files.extend(paper::export(&sheet, format, &path, &press)?);
        }
    }
    let lines: Vec<String> = files.iter().map(|file| scene.tr.cli_written(&file.display().to_string())).collect();
    Ok(Output::new(lines.join("\n"), &json!({ "files": files })))
}

/// What an office has on its wall: this week, next week, the posting of both, and who is there.
fn documents(week: Week) -> Vec<(DocumentKind, Period)> {
    let weekly = [DocumentKind::WeekSchedule, DocumentKind::Posting];
    let mut all: Vec<_> =
        weekly.into_iter().flat_map(|kind| [(kind, week.period()), (kind, week.next().period())]).collect();
    all.push((DocumentKind::Roster, week.period()));
    let others = DocumentKind::ALL.iter().filter(|kind| !weekly.contains(kind) && **kind != DocumentKind::Roster);
    all.extend(others.map(|kind| (*kind, DocumentRequest::usual_period(*kind, week.monday()))));
    all
}
