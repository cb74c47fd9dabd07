//! Anything that can go wrong, what to tell people about it, and the exit code that scripts see.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::intake::IntakeError;
use super::json::Fault;
use super::planning::Explanation;
use crate::domain::Table;
use crate::export::ExportError;
use crate::export::vault::Condition;
use crate::figures::Misuse;
use crate::import::ImportReport;
use crate::planner::InstanceError;
use crate::print::PrintError;
use crate::report::ReportError;
use crate::store::StoreError;

/// What can go wrong in a use case.
#[derive(Debug, Error)]
pub enum Failure {
    /// The data file or the change.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file that was to be read cannot be.
    #[error("reading {path}: {source}")]
    Read {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// A file that was to be written cannot be; what stood there before still stands.
    #[error("writing {path}: {source}")]
    Write {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// The results cannot be printed; what was done stands.
    #[error("standard output: {source}")]
    NotPrinted {
        /// The cause.
        source: std::io::Error,
    },
    /// A planning task was read and makes no sense.
    #[error("{path} is no task that can be planned: {why}")]
    AbsurdTask {
        /// The file.
        path: PathBuf,
        /// What is wrong in it.
        why: InstanceError,
    },
    /// A file was read but is not what it should be.
    #[error("{path} is not understood: {detail}")]
    NotUnderstood {
        /// The file.
        path: PathBuf,
        /// What it should have been.
        wanted: Wanted,
        /// Where it went wrong, for the log.
        detail: String,
    },
    /// A file of JSON was read and goes wrong at a place.
    #[error("{path} is malformed: {fault:?}")]
    Malformed {
        /// The file.
        path: PathBuf,
        /// What it should have been.
        wanted: Wanted,
        /// Where it goes wrong, and how.
        fault: Fault,
    },
    /// A line of a file of edits is not an edit; the lines before it stand.
    #[error("{path}, line {line}: {detail}")]
    BadLine {
        /// The file.
        path: PathBuf,
        /// 1-based line number.
        line: usize,
        /// What is wrong with it, for the log.
        detail: String,
    },
    /// A line of a file of edits was refused; the lines before it stand.
    #[error("{path}, line {line}: {source}")]
    AtLine {
        /// The file.
        path: PathBuf,
        /// 1-based line number.
        line: usize,
        /// Why.
        source: Box<Failure>,
    },
    /// The pages are made, but no program opens them.
    #[error("nothing opens {path}")]
    NoViewer {
        /// The pages as PDF.
        path: PathBuf,
    },
    /// A file is run instead of shown: no evidence.
    #[error("{path} is a program")]
    NotEvidence {
        /// The file.
        path: PathBuf,
    },
    /// A file that was kept is gone or was altered.
    #[error("the file of {name} is {condition:?}")]
    EvidenceUnsound {
        /// Its name as it was.
        name: String,
        /// How it is found.
        condition: Condition,
    },
    /// The pages of an issued sheet are not in this data file.
    #[error("the pages of the sheet are not kept here")]
    SheetMissing,
    /// An import was refused.
    #[error(transparent)]
    Import(#[from] IntakeError),
    /// A document cannot be made as it was asked for.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// A figure cannot be asked like this.
    #[error(transparent)]
    Figure(#[from] Misuse),
    /// The pages of a document could not be set.
    #[error(transparent)]
    Print(#[from] PrintError),
    /// The content of a file could not be put together.
    #[error(transparent)]
    Make(ExportError),
    /// The step is no import.
    #[error("step {0} is not an import")]
    NotAnImport(i64),
    /// A choice that this program does not know.
    #[error("{choice:?}: {given} is not known")]
    Unknown {
        /// What was to be chosen.
        choice: Choice,
        /// What was given.
        given: String,
    },
    /// A password is needed and none was given.
    #[error("no password given for {path}")]
    PasswordMissing {
        /// The file.
        path: PathBuf,
    },
    /// Only looking was asked for, and this would change the data file.
    #[error("only looking at {path}")]
    LookingOnly {
        /// The data file.
        path: PathBuf,
    },
    /// The system names no folder for this user's data.
    #[error("no folder for user data")]
    NoPlace,
    /// The window did wrong while it was driven with random input.
    #[error("{count} failures of the window")]
    Smoke {
        /// How many.
        count: usize,
    },
    /// The rules contradict each other: there is no plan.
    #[error("no plan satisfies the rules")]
    NoPlan {
        /// Why, and what would help.
        explanation: Explanation,
    },
    /// No plan was found in the time given, and none was ruled out.
    #[error("no plan found in the time given")]
    NoPlanFound,
    /// It was asked to stop.
    #[error("cancelled")]
    Cancelled,
}

/// What a file should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A dump of all data.
    Dump,
    /// A mapping of sheets and columns.
    Mapping,
    /// A backup.
    Backup,
    /// A planning task.
    Instance,
    /// A plan.
    Plan,
    /// Rules of the schedule.
    Rules,
}

/// What was to be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// A document by its code.
    Document,
    /// A file format.
    Format,
    /// Days from … to ….
    Period,
    /// A relation by its number or its two ends.
    Relation,
    /// A person by number or name.
    Person,
    /// A `KEY=VALUE` of an import.
    Context,
    /// The `VALUE` of one.
    ContextValue,
    /// A kind of sheet.
    Kind,
    /// A sample by its name.
    Sample,
    /// A check by its code.
    Check,
    /// A date.
    Day,
}

impl From<ExportError> for Failure {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Write { path, source } => Self::Write { path, source },
            ExportError::Read { path, source } => Self::Read { path, source },
            ExportError::DataFile { path } => StoreError::Exists { path }.into(),
            other => Self::Make(other),
        }
    }
}

impl Failure {
    /// Whether the file only has to be brought up to date, which reading alone may not do.
    #[must_use]
    pub const fn is_of_older_file(&self) -> bool {
        matches!(self, Self::Store(StoreError::Older { .. }))
    }

    /// Refuses to write where only looking was asked for.
    #[must_use]
    pub fn read_only(path: &Path) -> Self {
        StoreError::ReadOnly { path: path.to_owned() }.into()
    }

    /// What a check of the file found, as a failure.
    #[must_use]
    pub fn damaged(path: &Path) -> Self {
        StoreError::Damaged { path: path.to_owned(), detail: String::new() }.into()
    }

    /// The rows in the way of taking a step back.
    #[must_use]
    pub fn rows_in_the_way(&self) -> &[(Table, i64)] {
        match self {
            Self::Store(StoreError::Conflict { rows, .. }) => rows,
            _ => &[],
        }
    }

    /// The report of an import that was refused as a whole.
    #[must_use]
    pub fn import_report(&self) -> Option<&ImportReport> {
        match self {
            Self::Import(error) => error.report(),
            _ => None,
        }
    }

    /// Whether there simply was nothing more to undo or redo.
    #[must_use]
    pub const fn is_end_of_history(&self) -> bool {
        matches!(self, Self::Store(StoreError::NothingToUndo | StoreError::NothingToRedo))
    }

    /// The file it is about, where it is about one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Store(error) => store_path(error),
            Self::Import(error) => error.path(),
            Self::Read { path, .. }
            | Self::Write { path, .. }
            | Self::NotUnderstood { path, .. }
            | Self::Malformed { path, .. }
            | Self::AbsurdTask { path, .. }
            | Self::BadLine { path, .. }
            | Self::AtLine { path, .. }
            | Self::NoViewer { path }
            | Self::NotEvidence { path }
            | Self::LookingOnly { path }
            | Self::PasswordMissing { path } => Some(path),
            Self::Report(_)
            | Self::Figure(_)
            | Self::Print(_)
            | Self::Make(_)
            | Self::NotAnImport(_)
            | Self::NotPrinted { .. }
            | Self::Unknown { .. }
            | Self::NoPlace
            | Self::SheetMissing
            | Self::EvidenceUnsound { .. }
            | Self::Smoke { .. }
            | Self::NoPlan { .. }
            | Self::NoPlanFound
            | Self::Cancelled => None,
        }
    }

    /// Whether it is no trouble at all, such as nothing to undo.
    #[must_use]
    pub const fn is_calm(&self) -> bool {
        matches!(self, Self::Store(StoreError::NothingToUndo | StoreError::NothingToRedo) | Self::Cancelled)
    }

    /// Whether the file can still be looked at.
    #[must_use]
    pub const fn leaves_reading(&self) -> bool {
        matches!(self, Self::Store(StoreError::InUse { .. } | StoreError::ReadOnly { .. } | StoreError::NoSpace { .. }))
    }

    /// The exit code of the command line.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Store(error) => store_exit_code(error),
            Self::Write { source, .. } | Self::NotPrinted { source } => match source.kind() {
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => 6,
                ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => 5,
                _ => 12,
            },
            Self::Import(error) => error.exit_code(),
            Self::Unknown { .. } | Self::Report(_) | Self::Figure(_) => 2,
            Self::NotUnderstood { .. }
            | Self::Malformed { .. }
            | Self::AbsurdTask { .. }
            | Self::BadLine { .. }
            | Self::NotAnImport(_)
            | Self::NotEvidence { .. }
            | Self::Cancelled => 3,
            Self::AtLine { source, .. } => source.exit_code(),
            Self::LookingOnly { .. } => 5,
            Self::PasswordMissing { .. } => 10,
            Self::NoViewer { .. }
            | Self::Read { .. }
            | Self::NoPlace
            | Self::SheetMissing
            | Self::EvidenceUnsound { .. } => 12,
            Self::NoPlan { .. } | Self::NoPlanFound => 13,
            // Built-in templates and workbooks never fail: a defect of the program.
            Self::Print(_) | Self::Make(_) | Self::Smoke { .. } => 70,
        }
    }
}

fn store_path(error: &StoreError) -> Option<&Path> {
    match error {
        StoreError::InUse { path, .. }
        | StoreError::ReadOnly { path }
        | StoreError::Older { path }
        | StoreError::NoSpace { path }
        | StoreError::Damaged { path, .. }
        | StoreError::Newer { path, .. }
        | StoreError::Foreign { path }
        | StoreError::Missing { path }
        | StoreError::Exists { path }
        | StoreError::WrongPassword { path }
        | StoreError::Io { path, .. } => Some(path),
        StoreError::Conflict { .. }
        | StoreError::Refused(_)
        | StoreError::NothingToUndo
        | StoreError::NothingToRedo
        | StoreError::NoSuchStep(_)
        | StoreError::Sql(_) => None,
    }
}

fn store_exit_code(error: &StoreError) -> u8 {
    match error {
        StoreError::InUse { .. } => 4,
        StoreError::ReadOnly { .. } | StoreError::Older { .. } => 5,
        StoreError::NoSpace { .. } => 6,
        StoreError::Damaged { .. } => 7,
        StoreError::Newer { .. } => 8,
        StoreError::Foreign { .. } => 9,
        StoreError::WrongPassword { .. } => 10,
        StoreError::Conflict { .. } => 11,
        StoreError::Missing { .. } | StoreError::Io { .. } | StoreError::Sql(_) => 12,
        StoreError::Exists { .. }
        | StoreError::Refused(_)
        | StoreError::NothingToUndo
        | StoreError::NothingToRedo
        | StoreError::NoSuchStep(_) => 3,
    }
}
