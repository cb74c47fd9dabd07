//! Files that prove something: taken over beside the data file, listed with how they are found, opened, carried along.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::Serialize;

use crate::app::fresh::FreshKeys;
use crate::app::paper::{self, Format};
use crate::app::{Done, Failure, Office};
use crate::domain::{
    DocumentKind, Edit, Evidence, EvidenceId, Id, Label, ObligationKind, Period, Registry, Report, ResolutionId, Table,
    TaskId,
};
use crate::export::vault::{self, Condition, Kept};
use crate::i18n::Tr;
use crate::report::DocumentRequest;

/// Between the names of several files.
const COMMA: &str = "\u{3001}";

/// What files prove, or are.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "one of them lives at a time")]
pub enum ProofOf {
    /// A task.
    Task(TaskId),
    /// A resolution.
    Resolution(ResolutionId),
    /// The report of a period; it may not be stored yet.
    Report(Report),
}

impl ProofOf {
    /// Whether the file is about it.
    fn is_of(&self, it: &Evidence) -> bool {
        match self {
            Self::Task(id) => it.task == Some(*id),
            Self::Resolution(id) => it.resolution == Some(*id),
            Self::Report(report) => it.report == Some(report.id),
        }
    }

    /// What has to be stored with the first file, and the row that a file is tied to.
    fn tied(&self, registry: &Registry) -> (Option<Edit>, Evidence) {
        let blank = Evidence::default();
        match self {
            Self::Task(id) => (None, Evidence { task: Some(*id), ..blank }),
            Self::Resolution(id) => (None, Evidence { resolution: Some(*id), ..blank }),
            Self::Report(report) if report.id.is_new() => {
                let id = FreshKeys::new(registry).nth::<Report>(1);
                (Some(Edit::put(Report { id, ..report.clone() })), Evidence { report: Some(id), ..blank })
            }
            Self::Report(report) => (None, Evidence { report: Some(report.id), ..blank }),
        }
    }
}

/// A file in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofLine {
    /// Its record.
    pub id: EvidenceId,
    /// Its name as it was.
    pub name: String,
    /// When it was added, and its size.
    pub about: String,
    /// How it is found.
    pub condition: Condition,
    /// The same in words, empty where it is sound.
    pub trouble: &'static str,
    /// The beginning of its fingerprint.
    pub digest: String,
}

/// How the files of a data file are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Proofs {
    /// Records of files.
    pub files: usize,
    /// Those that are not there.
    pub missing: usize,
    /// Those whose content is another.
    pub altered: usize,
}

impl Proofs {
    /// Whether every file is there as it was kept.
    #[must_use]
    pub const fn is_sound(self) -> bool {
        self.missing == 0 && self.altered == 0
    }

    fn counted(conditions: &[Condition]) -> Self {
        let count = |wanted| conditions.iter().filter(|found| **found == wanted).count();
        Self { files: conditions.len(), missing: count(Condition::Missing), altered: count(Condition::Altered) }
    }
}

impl Office {
    /// The files about something, the newest first, each looked at.
    ///
    /// # Errors
    /// Never at present; questions to the office share one shape.
    pub fn evidence_of(&self, of: &ProofOf, tr: Tr) -> Result<Vec<ProofLine>, Failure> {
        let rows = self.registry().evidence.values().rev().filter(|it| of.is_of(it));
        Ok(rows.map(|it| line(it, self.data_folder(), tr)).collect())
    }

    /// Takes files over: copies them beside the data file and notes them, as one step.
    ///
    /// # Errors
    /// Where one is a program or cannot be read, the folder cannot be written, or the records refuse it. A copy that
    /// no record names does no harm.
    pub fn add_evidence(&mut self, of: &ProofOf, files: &[PathBuf]) -> Result<Done, Failure> {
        if self.store().is_read_only() {
            return Err(Failure::read_only(self.store().path()));
        }
        if let Some(program) = files.iter().find(|file| vault::is_program(file)) {
            return Err(Failure::NotEvidence { path: program.clone() });
        }
        let kept = |file: &PathBuf| Ok((file_name(file), vault::keep(self.data_folder(), file)?));
        let kept = files.iter().map(kept).collect::<Result<Vec<_>, Failure>>()?;
        self.note_evidence(of, kept)
    }

    /// Makes a document of the days of a report as it is now and keeps its pages with the report, as they were sent.
    ///
    /// # Errors
    /// Where it cannot be made or kept.
    pub fn freeze_report(&mut self, report: &Report, kind: DocumentKind, tr: Tr) -> Result<Done, Failure> {
        if self.store().is_read_only() {
            return Err(Failure::read_only(self.store().path()));
        }
        let duty = self.registry().obligations.get(&report.obligation);
        let days = Period::new(report.period_from, report.period_to);
        let period = days.unwrap_or_else(|| Period::day(report.due_on));
        let relation = duty.and_then(|duty| duty.relation);
        let request = DocumentRequest { relation, ..DocumentRequest::new(kind, period) };
        let pages = paper::pages(&self.sheet(&request, tr)?, &self.press())?;
        let name = paper::file_name(&request, Format::Pdf, tr);
        let kept = vault::keep_bytes(self.data_folder(), Path::new(&name), &pages.pdf()?)?;
        self.note_evidence(&ProofOf::Report(report.clone()), vec![(name, kept)])
    }

    fn note_evidence(&mut self, of: &ProofOf, kept: Vec<(String, Kept)>) -> Result<Done, Failure> {
        let (first, blank) = of.tied(self.registry());
        let today: NaiveDate = self.clock().today();
        let name = kept.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(COMMA);
        let row = |(name, kept): (String, Kept)| {
            Edit::put(Evidence {
                name,
                path: kept.path,
                sha256: kept.sha256,
                size: i64::try_from(kept.size).unwrap_or(i64::MAX),
                added_on: Some(today),
                ..blank.clone()
            })
        };
        let edits = first.into_iter().chain(kept.into_iter().map(row)).collect();
        self.run(&Edit::Many { label: Label::Added { table: Table::Evidence, name }, edits })
    }

    /// Hands a file to the system's own program for it; gives where it lies.
    ///
    /// # Errors
    /// Where it is gone or was altered, would be run instead of shown, or nothing opens it.
    pub fn open_evidence(&self, id: EvidenceId) -> Result<PathBuf, Failure> {
        let path = self.evidence_path(id)?;
        paper::open_file(path)
    }

    /// Where a file lies that is there as it was kept.
    ///
    /// # Errors
    /// Where it is gone or was altered, or would be run instead of shown.
    pub fn evidence_path(&self, id: EvidenceId) -> Result<PathBuf, Failure> {
        let Some(it) = self.registry().evidence.get(&id) else {
            return Err(Failure::EvidenceUnsound { name: String::new(), condition: Condition::Missing });
        };
        let condition = vault::condition(self.data_folder(), &it.path, &it.sha256);
        let unsound = |condition| Failure::EvidenceUnsound { name: it.name.clone(), condition };
        if condition != Condition::Sound {
            return Err(unsound(condition));
        }
        let path = vault::located(self.data_folder(), &it.path).ok_or_else(|| unsound(Condition::Missing))?;
        if vault::is_program(&path) { Err(Failure::NotEvidence { path }) } else { Ok(path) }
    }

    /// How the files beside this data file are found; reads them all. `or` is another folder to look into.
    #[must_use]
    pub fn look_over_evidence(&self, or: Option<&Path>) -> Proofs {
        let found = |it: &Evidence| {
            let here = vault::condition(self.data_folder(), &it.path, &it.sha256);
            or.map_or(here, |or| here.min(vault::condition(or, &it.path, &it.sha256)))
        };
        Proofs::counted(&self.registry().evidence.values().map(found).collect::<Vec<_>>())
    }

    /// Brings the files from one folder beside a data file, or from that of this one, to another folder.
    ///
    /// # Errors
    /// Where the folder cannot be written.
    pub fn carry_evidence(&self, from: &Path, to: &Path) -> Result<Proofs, Failure> {
        let files: Vec<_> = self.registry().evidence.values().map(|it| (it.path.clone(), it.sha256.clone())).collect();
        Ok(Proofs::counted(&vault::carry(from, to, &files)?))
    }

    /// The folder that the data file lies in.
    #[must_use]
    pub fn data_folder(&self) -> &Path {
        folder_of(self.store().path())
    }
}

/// The folder that a file lies in.
#[must_use]
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The documents that can be kept with the report of an obligation, the usual one first.
#[must_use]
pub fn frozen_kinds(kind: ObligationKind) -> Vec<DocumentKind> {
    let mut kinds = vec![
        DocumentKind::QuarterSummary,
        DocumentKind::Decisions,
        DocumentKind::ProblemList,
        DocumentKind::TaskList,
        DocumentKind::FundUse,
        DocumentKind::ChaseSlip,
        DocumentKind::PairingList,
        DocumentKind::ReportCalendar,
    ];
    if kind == ObligationKind::Meeting {
        kinds.swap(0, 1);
    }
    kinds
}

/// Takes a record of a file away; the file itself stays, so that undo finds it.
#[must_use]
pub const fn drop_evidence(id: EvidenceId) -> Edit {
    Edit::Delete { table: Table::Evidence, id: id.raw() }
}

fn line(it: &Evidence, folder: &Path, tr: Tr) -> ProofLine {
    let condition = vault::condition(folder, &it.path, &it.sha256);
    let added = it.added_on.map_or_else(String::new, |on| on.to_string());
    ProofLine {
        id: it.id,
        name: it.name.clone(),
        about: format!("{added}  {}", size_text(it.size)),
        condition,
        trouble: trouble(condition, tr),
        digest: it.sha256.chars().take(12).collect(),
    }
}

const fn trouble(condition: Condition, tr: Tr) -> &'static str {
    match condition {
        Condition::Sound => "",
        Condition::Altered => tr.evidence_altered(),
        Condition::Missing => tr.evidence_missing(),
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

fn size_text(bytes: i64) -> String {
    let bytes = u64::try_from(bytes).unwrap_or_default();
    match bytes {
        0..1_048_576 => format!("{} KB", bytes.div_ceil(1024)),
        _ => format!("{}.{} MB", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576),
    }
}

/// How many files there are about each thing, by the key that `of` gives.
#[must_use]
pub fn files_by<K>(
    registry: &Registry,
    of: impl Fn(&Evidence) -> Option<Id<K>>,
) -> std::collections::HashMap<Id<K>, usize> {
    let mut files = std::collections::HashMap::new();
    for id in registry.evidence.values().filter_map(of) {
        *files.entry(id).or_insert(0) += 1;
    }
    files
}
