//! Import as a use case: read, map, plan, show, apply as one step.

mod error;
mod preview;
mod remember;

use std::path::PathBuf;
use std::sync::Arc;

use super::failure::Failure;
use super::job::Progress;
use super::office::{Done, Office};
use crate::domain::{Edit, Label, Table};
use crate::i18n::Tr;
use crate::import::plan::{self, ImportPlan, Input};
use crate::import::read::{ReadError, Reader};
use crate::import::table::{self, LeftOut, Outcome, SheetColumn};
use crate::import::{MappedSheet, Raw, Reported, SourceFile, values};
use crate::store::BackupReason;

pub use crate::import::plan::OnDup;
pub use crate::import::table::{LeftOutReason, MappingChoice, Taken, headings};
pub use crate::import::{ImportReport, RowReport, RowResult};
pub use error::IntakeError;
pub use preview::{ColumnPreview, RowPreview, SheetPreview};
pub use remember::OutsideLists;
pub(crate) use remember::is_mapping;

/// What the clerk chose for an import.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportChoices {
    /// Kinds, columns and values of the sheets.
    pub mapping: table::Choices,
    /// What happens to stored records that differ from a row.
    pub on_dup: OnDup,
    /// Whether one rejected row refuses the whole.
    pub is_strict: bool,
}

/// Workbooks as read; kept so that another mapping needs no second reading.
#[derive(Debug, Clone, Default)]
pub struct Gathered(Arc<Vec<SourceFile>>);

/// Workbooks whose sheets are understood.
#[derive(Debug, Clone)]
pub struct Mapped(Arc<Sheets>);

#[derive(Debug)]
struct Sheets {
    files: Vec<String>,
    mapped: Vec<MappedSheet>,
    /// In the order of the files.
    order: Vec<Entry>,
}

/// A sheet as it was understood.
#[derive(Debug)]
struct Entry {
    place: Place,
    columns: Vec<SheetColumn>,
    choice: MappingChoice,
    is_remembered: bool,
}

#[derive(Debug)]
enum Place {
    /// By its place among the mapped ones.
    Mapped(usize),
    LeftOut(LeftOut),
}

/// An import that is ready to be shown and applied.
#[derive(Debug, Clone)]
pub struct Prepared {
    sheets: Mapped,
    choices: ImportChoices,
    plan: Arc<ImportPlan>,
    /// The newest step of the history when it was planned.
    step: Option<i64>,
}

/// What may be said for a sheet that does not say it itself.
pub const CONTEXT_KEYS: &[&str] = &[
    "relation",
    "programme",
    "direction",
    "supporter",
    "host",
    "institution",
    "batch",
    "mode",
    "kind",
    "basis",
    "list",
    "year",
    "month",
];

/// Whether a value given for a sheet can be understood; names of institutions and lists are free.
#[must_use]
pub fn is_understood(key: &str, value: &str) -> bool {
    let raw = Raw::Text(value.to_owned());
    match key {
        "relation" => value.contains('→') || value.contains("->"),
        "programme" => matches!(values::programme(&raw), Ok(Some(_))),
        "mode" => matches!(values::stint_mode(&raw), Ok(Some(_))),
        "batch" => matches!(values::batch_number(&raw), Ok(Some(_))),
        "direction" => matches!(value, "received" | "sent"),
        "year" => value.parse().is_ok_and(|year: u32| (1900..=2100).contains(&year)),
        "month" => value.parse().is_ok_and(|month: u32| (1..=12).contains(&month)),
        _ => !value.trim().is_empty(),
    }
}

/// Ids of the kinds of sheets that can be imported, in the order in which they go in.
pub fn kinds() -> impl Iterator<Item = &'static str> {
    table::kinds().filter_map(|(kind, is_importable)| is_importable.then_some(kind))
}

/// The reader of this program: workbooks are read by a second process of it, limited in memory and time.
///
/// Where the running program is another one, such as a test, it reads them itself.
#[must_use]
pub fn reader() -> Reader {
    match std::env::current_exe() {
        Ok(exe) if exe.file_stem().is_some_and(|name| name == env!("CARGO_PKG_NAME")) => Reader::in_child(exe),
        _ => Reader::in_process(),
    }
}

/// Reads workbooks, csv files and calendars; for a thread of its own.
///
/// # Errors
/// The first file that cannot be read; [`Failure::Cancelled`] where it was asked to stop.
pub fn gather(files: &[PathBuf], reader: &Reader, progress: &Progress) -> Result<Gathered, Failure> {
    progress.begin(files.len() as u64);
    let mut gathered = Vec::with_capacity(files.len());
    for path in files {
        match reader.read_unless(path, &|| progress.is_cancelled()) {
            Ok(file) => gathered.push(file),
            Err(ReadError::Cancelled) => return Err(Failure::Cancelled),
            Err(source) => return Err(IntakeError::Read { path: path.clone(), source }.into()),
        }
        progress.advance(1);
    }
    Ok(Gathered(Arc::new(gathered)))
}

impl Gathered {
    /// A pasted block in place of a file.
    #[must_use]
    pub fn pasted(text: &str) -> Self {
        Self(Arc::new(vec![crate::import::read::paste(text)]))
    }

    /// Finds tables and columns; for a thread of its own.
    ///
    /// # Errors
    /// [`IntakeError::Nothing`] where no sheet is of a kind that this program knows.
    pub fn map(&self, choices: &ImportChoices) -> Result<Mapped, IntakeError> {
        let mapped = self.understand(choices);
        if mapped.0.is_foreign() { Err(IntakeError::Nothing { files: mapped.0.files.clone() }) } else { Ok(mapped) }
    }

    /// As [`Gathered::map`], for whoever shows the sheets that nothing is known of, so that the clerk can say.
    #[must_use]
    pub fn understand(&self, choices: &ImportChoices) -> Mapped {
        let files: Vec<String> = self.0.iter().map(|file| file.name.clone()).collect();
        let mut sheets = Sheets { files, mapped: Vec::new(), order: Vec::new() };
        for sheet in self.0.iter().flat_map(|file| table::understand_file(file, &choices.mapping)) {
            let place = match sheet.outcome {
                Outcome::Mapped(mapped) => {
                    sheets.mapped.push(mapped);
                    Place::Mapped(sheets.mapped.len() - 1)
                }
                Outcome::LeftOut(left_out) => Place::LeftOut(left_out),
            };
            let (columns, choice, is_remembered) = (sheet.columns, sheet.choice, sheet.is_remembered);
            sheets.order.push(Entry { place, columns, choice, is_remembered });
        }
        Mapped(Arc::new(sheets))
    }
}

impl Sheets {
    /// Whether nothing in the files is anything this program knows or the clerk has spoken about.
    fn is_foreign(&self) -> bool {
        self.order.iter().all(|entry| match &entry.place {
            Place::Mapped(_) => false,
            Place::LeftOut(left_out) => matches!(left_out.reason, LeftOutReason::NoKind | LeftOutReason::NoRows),
        })
    }
}

/// Reads, maps and plans in one go, for whoever need not stay responsive meanwhile.
///
/// # Errors
/// As [`gather`], [`Gathered::map`] and [`Office::prepare_import`].
pub fn prepare(
    office: &Office,
    files: &[PathBuf],
    choices: &ImportChoices,
    reader: &Reader,
    progress: &Progress,
) -> Result<Prepared, Failure> {
    let mut choices = choices.clone();
    choices.mapping.remembered = office.remembered_mappings();
    let mapped = gather(files, reader, progress)?.map(&choices)?;
    office.prepare_import(mapped, choices)
}

impl Office {
    /// Works out what an import would do to the records as they are now. Nothing is written.
    ///
    /// # Errors
    /// Where the data file cannot be read.
    pub fn prepare_import(&self, sheets: Mapped, choices: ImportChoices) -> Result<Prepared, Failure> {
        let step = self.newest_step()?;
        let sessions = match plan::span(&sheets.0.mapped) {
            Some(period) => self.sessions(period)?,
            None => Vec::new(),
        };
        let plan = plan::plan(Input {
            sheets: &sheets.0.mapped,
            registry: self.registry(),
            sessions,
            calendar: self.calendar(),
            now: self.clock().now(),
            on_dup: choices.on_dup,
        });
        Ok(Prepared { sheets, choices, plan: Arc::new(plan), step })
    }

    /// Applies an import as one undo step; plans it anew where the records were changed since.
    ///
    /// # Errors
    /// [`IntakeError::Strict`] and [`IntakeError::Differing`] as chosen, or the state of the data file; nothing was
    /// changed then.
    pub fn commit_import(&mut self, mut prepared: Prepared, tr: Tr) -> Result<ImportReport, Failure> {
        if self.newest_step()? != prepared.step {
            prepared = self.prepare_import(prepared.sheets, prepared.choices)?;
        }
        prepared.check(tr)?;
        if prepared.is_idle() {
            return Ok(prepared.report(None, tr));
        }
        self.back_up_changes(BackupReason::Import)?;
        let mut edits = std::mem::take(&mut Arc::make_mut(&mut prepared.plan).edits);
        edits.extend(prepared.to_remember(self.registry()));
        let label = Label::Imported {
            files: prepared.sheets.0.files.clone(),
            added: prepared.plan.count(RowResult::Added),
            changed: prepared.plan.count(RowResult::Changed),
        };
        let done = self.run(&Edit::Many { label, edits })?;
        Ok(prepared.report(Some(done.step), tr))
    }

    /// What an import did, as every page hears it.
    ///
    /// # Errors
    /// Where the data file cannot be read.
    pub fn imported(&self, report: &ImportReport) -> Result<Option<Done>, Failure> {
        let Some(number) = report.import else { return Ok(None) };
        let steps = self.store().history(1)?;
        let step = steps.into_iter().find(|step| step.step == number);
        Ok(step.map(|step| Done {
            step: step.step,
            label: step.label,
            tables: Table::ALL.to_vec(),
            rows: step.rows,
            new_ids: Vec::new(),
        }))
    }

    fn newest_step(&self) -> Result<Option<i64>, Failure> {
        Ok(self.store().history(1)?.first().map(|step| step.step))
    }
}

impl Prepared {
    /// What it would do, or with the number of its step what it did.
    #[must_use]
    pub fn report(&self, import: Option<i64>, tr: Tr) -> ImportReport {
        ImportReport::new(self.reported(), import, tr)
    }

    /// Refuses what the choices forbid.
    ///
    /// # Errors
    /// [`IntakeError::Strict`] and [`IntakeError::Differing`], with the report.
    pub fn check(&self, tr: Tr) -> Result<(), IntakeError> {
        if self.choices.is_strict && self.plan.count(RowResult::Rejected) > 0 {
            return Err(IntakeError::Strict { report: Box::new(self.report(None, tr)) });
        }
        if self.choices.on_dup == OnDup::Fail && self.plan.differing > 0 {
            let report = Box::new(self.report(None, tr));
            return Err(IntakeError::Differing { count: self.plan.differing, report });
        }
        Ok(())
    }

    /// Whether applying it would change anything.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.plan.edits.is_empty()
    }

    /// The changes.
    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        &self.plan.edits
    }

    /// The choices that it was made with.
    #[must_use]
    pub const fn choices(&self) -> &ImportChoices {
        &self.choices
    }

    /// The sheets in the order of the files.
    fn reported(&self) -> impl Iterator<Item = Reported<'_>> {
        self.entries().map(|(_, reported)| reported)
    }

    /// The sheets in the order of the files, with how they were understood.
    fn entries(&self) -> impl Iterator<Item = (&Entry, Reported<'_>)> {
        let sheets = &self.sheets.0;
        sheets.order.iter().filter_map(|entry| match &entry.place {
            Place::Mapped(at) => Some((entry, Reported::Planned(sheets.mapped.get(*at)?, self.plan.sheets.get(*at)?))),
            Place::LeftOut(left_out) => Some((entry, Reported::LeftOut(left_out))),
        })
    }
}
