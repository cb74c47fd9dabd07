//! Cells to mapped rows: finding the header, the columns, the end; filling merges and dittos.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::grid::SourceFile;
use super::mapped::{Context, MappedSheet};

/// What the clerk chose for one sheet; the JSON of `--mapping`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MappingChoice {
    /// Kind id; absent for automatic.
    pub kind: Option<String>,
    /// Heading as written → canonical heading.
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
    todo!()
}

/// Ids of all kinds with whether this version imports them, in the order in which kinds are imported.
pub fn kinds() -> impl Iterator<Item = (&'static str, bool)> {
    std::iter::empty()
}
