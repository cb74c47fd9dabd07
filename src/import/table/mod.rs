//! Cells to mapped rows: finding the header, the columns, the end; filling merges and dittos.

mod body;
mod choose;
mod context;
mod fitting;
mod header;
mod heading;
mod kinds;
mod layout;
mod merges;
mod totals;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Code;
use super::grid::{Grid, SourceFile};
use super::mapped::{Context, MappedSheet};
use body::Field;
use header::{Candidates, Header, Role};
use kinds::{KINDS, Kind};
use merges::Merged;

pub use layout::{SheetColumn, Taken, heading_key};

/// What the clerk chose for one sheet; the JSON of `--mapping`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MappingChoice {
    /// Kind id; absent for automatic.
    pub kind: Option<String>,
    /// Heading as written → canonical heading; an empty one leaves the column out. The second column of the same
    /// heading is written with `#2` behind it.
    pub columns: BTreeMap<String, String>,
    /// Values for what the sheet does not say.
    pub context: Context,
    /// Leave the sheet out.
    pub ignore: bool,
}

/// Everything the clerk chose: by sheet name, `*` for every sheet not named, and for all sheets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// `--kind`; absent for automatic.
    pub kind: Option<String>,
    /// `--context`, below the context of a sheet's own choice.
    pub context: Context,
    /// `--mapping`, by sheet name or `*`.
    pub sheets: BTreeMap<String, MappingChoice>,
    /// Chosen in the window, by file and sheet; goes before `sheets`.
    pub by_place: BTreeMap<(String, Option<String>), MappingChoice>,
    /// Chosen in an earlier import, by [`heading_key`]; goes before `*`.
    pub remembered: BTreeMap<String, MappingChoice>,
}

impl Choices {
    /// What holds for a sheet, and whether it comes from an earlier import.
    fn for_sheet(&self, file: &str, grid: &Grid, candidates: &Candidates) -> (MappingChoice, bool) {
        let by_place = self.by_place.get(&(file.to_owned(), grid.name.clone()));
        let by_name = || grid.name.as_ref().and_then(|name| self.sheets.get(name));
        if let Some(choice) = by_place.or_else(by_name) {
            return (choice.clone(), false);
        }
        if !self.remembered.is_empty()
            && let Some(choice) = candidates.keys().find_map(|key| self.remembered.get(&key))
        {
            return (choice.clone(), true);
        }
        (self.sheets.get("*").cloned().unwrap_or_default(), false)
    }
}

/// A sheet with all that the clerk needs to see what it is taken for, and to change that.
#[derive(Debug, Clone, PartialEq)]
pub struct Understood {
    /// What became of it.
    pub outcome: Outcome,
    /// Its columns from the left, those that are not imported too; empty where no row looks like headings.
    pub columns: Vec<SheetColumn>,
    /// What was chosen for it.
    pub choice: MappingChoice,
    /// Whether that comes from an earlier import.
    pub is_remembered: bool,
}

/// A sheet that is not imported, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Name of the file without folders.
    pub file: String,
    /// Name of the tab.
    pub sheet: Option<String>,
    /// Why.
    pub reason: LeftOutReason,
}

/// Why a sheet is not imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOutReason {
    /// The clerk said so.
    Chosen,
    /// No kind fits its headings.
    NoKind,
    /// It has headings but no rows, or nothing at all; says nothing to the clerk.
    NoRows,
    /// A kind that this version only recognises (kind id).
    Later(&'static str),
}

/// What became of a sheet.
#[allow(clippy::large_enum_variant, reason = "a file has a handful of sheets")]
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Understood.
    Mapped(MappedSheet),
    /// Not imported.
    LeftOut(LeftOut),
}

/// Finds the tables of a file and maps their columns; one outcome a sheet, in order.
#[must_use]
pub fn map_file(file: &SourceFile, choices: &Choices) -> Vec<Outcome> {
    understand_file(file, choices).map(|sheet| sheet.outcome).collect()
}

/// As [`map_file`], with the columns and the choice of each sheet.
pub fn understand_file<'f>(file: &'f SourceFile, choices: &'f Choices) -> impl Iterator<Item = Understood> + 'f {
    file.sheets.iter().map(|grid| {
        let (result, columns, (choice, is_remembered)) = understand(&file.name, grid, choices);
        let outcome = match result {
            Ok(sheet) if is_importable(sheet.kind) => Outcome::Mapped(sheet),
            Ok(sheet) => left_out(&file.name, grid, LeftOutReason::Later(sheet.kind)),
            Err(reason) => left_out(&file.name, grid, reason),
        };
        Understood { outcome, columns, choice, is_remembered }
    })
}

fn left_out(file: &str, grid: &Grid, reason: LeftOutReason) -> Outcome {
    Outcome::LeftOut(LeftOut { file: file.to_owned(), sheet: grid.name.clone(), reason })
}

/// Ids of all kinds with whether this version imports them, in the order in which kinds are imported.
pub fn kinds() -> impl Iterator<Item = (&'static str, bool)> {
    KINDS.iter().map(|kind| (kind.id, kind.is_importable))
}

fn is_importable(id: &str) -> bool {
    kinds::kind(id).is_some_and(|kind| kind.is_importable)
}

/// Canonical headings of a kind in order, with whether each is required; for mapping columns by hand.
#[must_use]
pub fn headings(kind: &str) -> Vec<(&'static str, bool)> {
    let columns = kinds::kind(kind).map_or(&[][..], |kind| kind.columns.as_slice());
    columns.iter().map(|column| (column.heading, column.need == kinds::Need::Required)).collect()
}

/// Maps one sheet, whatever its kind.
///
/// # Errors
/// Why it is not imported.
pub fn map_sheet(file: &str, grid: &Grid, choices: &Choices) -> Result<MappedSheet, LeftOutReason> {
    understand(file, grid, choices).0
}

/// A mapped sheet, its columns, and the choice that held with whether it was remembered.
type Reading = (Result<MappedSheet, LeftOutReason>, Vec<SheetColumn>, (MappingChoice, bool));

fn understand(file: &str, grid: &Grid, choices: &Choices) -> Reading {
    let merged = Merged::of(grid);
    let candidates = Candidates::of(grid, &merged);
    let (choice, is_remembered) = choices.for_sheet(file, grid, &candidates);
    let found = find(file, grid, &candidates, &choice, choices);
    let columns = match &found {
        Ok((kind, header)) => layout::columns(grid, header, Some(kind)),
        Err(_) => candidates.guess().map_or_else(Vec::new, |header| layout::columns(grid, &header, None)),
    };
    let mut chosen = choices.context.clone();
    chosen.extend(choice.context.iter().map(|(key, value)| (key.clone(), value.clone())));
    let result = found.and_then(|(kind, header)| assemble(file, grid, &merged, kind, &header, &chosen));
    (result, columns, (choice, is_remembered))
}

/// The kind and the header of a sheet.
fn find(
    file: &str,
    grid: &Grid,
    candidates: &Candidates,
    choice: &MappingChoice,
    choices: &Choices,
) -> Result<(&'static Kind, Header), LeftOutReason> {
    if choice.ignore {
        return Err(LeftOutReason::Chosen);
    }
    if grid.rows.iter().flatten().all(super::values::is_blank) {
        return Err(LeftOutReason::NoRows);
    }
    let wanted = match choice.kind.as_ref().or(choices.kind.as_ref()).filter(|kind| *kind != "auto") {
        Some(id) => Some(kinds::kind(id).ok_or(LeftOutReason::NoKind)?),
        None => None,
    };
    choose::choose(grid, candidates, wanted, &choice.columns, file).ok_or(LeftOutReason::NoKind)
}

fn assemble(
    file: &str,
    grid: &Grid,
    merged: &Merged,
    kind: &'static Kind,
    header: &Header,
    chosen: &Context,
) -> Result<MappedSheet, LeftOutReason> {
    let fields = body::fields(kind, header);
    let mut sheet = MappedSheet {
        file: file.to_owned(),
        sheet: grid.name.clone(),
        kind: kind.id,
        header_row: u32::try_from(header.last_row + 1).unwrap_or(u32::MAX),
        context: Context::new(),
        columns: BTreeMap::new(),
        repeated: Vec::new(),
        headings: Vec::new(),
        units: BTreeMap::new(),
        bases: BTreeMap::new(),
        ignored_columns: Vec::new(),
        day_columns: Vec::new(),
        legend: Vec::new(),
        rows: Vec::new(),
        hints: Vec::new(),
    };
    name_columns(&mut sheet, kind, header);
    let body = body::body(grid, merged, header, &fields, &units(&sheet, &fields));
    if body.rows.is_empty() {
        return Err(LeftOutReason::NoRows);
    }
    sheet.context = context::context(grid, header.first_row, body.end, file, chosen);
    if kind.id == "grid" {
        sheet.legend = context::legend(grid, body.end);
    }
    if grid.has_hidden {
        sheet.hints.push((sheet.header_row, String::new(), Code::N07));
    }
    for (row, position) in &body.misfits {
        let heading = sheet.columns.iter().find(|(_, at)| *at == position).map(|(heading, _)| (*heading).to_owned());
        sheet.hints.push((*row, heading.unwrap_or_default(), Code::N04));
    }
    sheet.rows = body.rows;
    Ok(sheet)
}

/// Positions of the fields by their headings, and what stands beside the headings.
fn name_columns(sheet: &mut MappedSheet, kind: &'static Kind, header: &Header) {
    for (cell, role) in &header.cells {
        let position = sheet.headings.len();
        match role {
            Role::Running => continue,
            Role::Unknown => {
                sheet.ignored_columns.push(cell.text.clone());
                continue;
            }
            Role::Day => sheet.day_columns.push((position, cell.text.clone())),
            Role::Known(at) => {
                if let Some(column) = kind.columns.get(*at) {
                    sheet.columns.insert(column.heading, position);
                }
            }
            Role::Repeated(at) => {
                if let Some(column) = kind.columns.get(*at) {
                    sheet.repeated.push((column.heading, position));
                }
            }
        }
        if let Some((_, unit)) = heading::bare(&heading::normal(&cell.text)) {
            sheet.units.insert(position, unit.to_owned());
        }
        if let Some(basis) = &cell.basis {
            sheet.bases.insert(position, basis.clone());
        }
        sheet.headings.push(cell.text.clone());
    }
}

fn units(sheet: &MappedSheet, fields: &[Field]) -> Vec<Option<String>> {
    (0..fields.len()).map(|position| sheet.units.get(&position).cloned()).collect()
}
