//! `import`: workbooks as one step, with a report of every row.

use std::collections::BTreeMap;
use std::path::Path;

use super::args::Import;
use super::output::Output;
use super::scene::Scene;
use crate::app::intake::{self, ImportChoices};
use crate::app::{Choice, Failure, Office, Progress, Wanted, file, json};
use crate::domain::RelationId;
use crate::i18n::Tr;
use crate::import::table::{self, MappingChoice};
use crate::import::{Context, ImportReport, RowReport, RowResult, SheetReport};

/// Asks for the kind of every sheet to be found.
const AUTO: &str = "auto";

pub fn run(args: &Import, scene: &Scene) -> Result<Output, Failure> {
    let mut choices = choices(args)?;
    if let Some(report) = &args.report {
        file::refuse_over(report, args.files.iter().chain(&args.mapping))?;
    }
    let mut office = if args.dry_run { scene.look()? } else { scene.open()? };
    settle_contexts(&mut choices.mapping, &office)?;
    match import(args, &choices, &mut office, scene.tr) {
        Ok(report) => Ok(Output::new(words(&report, scene.tr), &report)),
        Err(failure) => match failure.import_report().cloned() {
            Some(report) => {
                write_report(args, &report)?;
                Ok(Output::new(words(&report, scene.tr), &report).but(Some(failure)))
            }
            None => Err(failure),
        },
    }
}

/// The report is written before anything is changed, which shows that it can be, and again when all is done.
fn import(args: &Import, choices: &ImportChoices, office: &mut Office, tr: Tr) -> Result<ImportReport, Failure> {
    let prepared = intake::prepare(office, &args.files, choices, &intake::reader(), &Progress::default())?;
    prepared.check(tr)?;
    if args.dry_run || args.report.is_some() {
        let planned = prepared.report(None, tr);
        write_report(args, &planned)?;
        if args.dry_run {
            return Ok(planned);
        }
    }
    let report = office.commit_import(prepared, tr)?;
    write_report(args, &report)?;
    Ok(report)
}

fn choices(args: &Import) -> Result<ImportChoices, Failure> {
    let kind = Some(args.kind.clone()).filter(|kind| kind != AUTO);
    let context: Context = args.context.iter().cloned().collect();
    let sheets = args.mapping.as_deref().map_or_else(|| Ok(BTreeMap::new()), mapping)?;
    let kinds = kind.iter().chain(sheets.values().filter_map(|choice| choice.kind.as_ref()));
    for given in kinds.filter(|kind| *kind != AUTO) {
        if !table::kinds().any(|(id, _)| id == given.as_str()) {
            return Err(Failure::Unknown { choice: Choice::Kind, given: given.clone() });
        }
    }
    let keys = context.keys().chain(sheets.values().flat_map(|choice| choice.context.keys()));
    for given in keys {
        if !intake::CONTEXT_KEYS.contains(&given.as_str()) {
            return Err(Failure::Unknown { choice: Choice::Context, given: given.clone() });
        }
    }
    let mapping = table::Choices { kind, context, sheets, ..table::Choices::default() };
    Ok(ImportChoices { mapping, on_dup: args.on_dup, is_strict: args.strict })
}

/// Puts relations by number into words, and refuses values that nobody understands.
fn settle_contexts(mapping: &mut table::Choices, office: &Office) -> Result<(), Failure> {
    let of_sheets = mapping.sheets.values_mut().map(|choice| &mut choice.context);
    for context in of_sheets.chain([&mut mapping.context]) {
        name_relation(context, office);
        if let Some((key, value)) = context.iter().find(|(key, value)| !intake::is_understood(key, value)) {
            return Err(Failure::Unknown { choice: Choice::ContextValue, given: format!("{key}={value}") });
        }
    }
    Ok(())
}

/// A relation given by its number, by its two ends.
fn name_relation(context: &mut Context, office: &Office) {
    let registry = office.registry();
    let name = |id| registry.institutions.get(id).map(|inst| inst.name.as_str());
    let Some(given) = context.get_mut("relation") else { return };
    let relation = given.parse().ok().and_then(|id| registry.relations.get(&RelationId::new(id)));
    let ends = relation.and_then(|relation| name(&relation.from_inst).zip(name(&relation.to_inst)));
    if let Some((from, to)) = ends {
        *given = format!("{from}→{to}");
    }
}

fn mapping(path: &Path) -> Result<BTreeMap<String, MappingChoice>, Failure> {
    let bytes = std::fs::read(path).map_err(|source| Failure::Read { path: path.to_owned(), source })?;
    json::read(&bytes).map_err(|fault| Failure::Malformed { path: path.to_owned(), wanted: Wanted::Mapping, fault })
}

fn write_report(args: &Import, report: &ImportReport) -> Result<(), Failure> {
    match &args.report {
        Some(path) => file::write_text(path, &serde_json::json!(report).to_string()),
        None => Ok(()),
    }
}

/// The report in words: each sheet with its counts, each row that has something to say, and the way back.
fn words(report: &ImportReport, tr: Tr) -> String {
    let mut lines = Vec::new();
    for sheet in &report.sheets {
        lines.push(sheet_line(sheet, tr));
        let of_sheet = |row: &&RowReport| row.file == sheet.file && row.sheet == sheet.sheet;
        lines.extend(report.rows.iter().filter(of_sheet).filter_map(|row| row_line(row, tr)));
    }
    lines.push(tr.import_line(report.added, report.changed, report.unchanged, report.rejected, report.hints));
    if let Some(import) = report.import {
        lines.push(tr.cli_import_number(import));
    }
    lines.join("\n")
}

fn sheet_line(sheet: &SheetReport, tr: Tr) -> String {
    let name = sheet.sheet.as_ref().map_or_else(|| sheet.file.clone(), |name| tr.cli_sheet(&sheet.file, name));
    if let Some(why) = &sheet.left_out {
        return tr.cli_sheet_left_out(&name, why);
    }
    tr.cli_sheet_counts(&name, sheet.added, sheet.changed, sheet.unchanged, sheet.rejected)
}

fn row_line(row: &RowReport, tr: Tr) -> Option<String> {
    let mark = if row.result == RowResult::Rejected { tr.cli_row_rejected() } else { tr.cli_row_hint() };
    Some(format!("  {mark} {}", row.text.as_ref()?))
}
