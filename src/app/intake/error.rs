//! Why an import was refused as a whole.

use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::import::ImportReport;
use crate::import::read::ReadError;

/// Why an import was refused; nothing was changed.
#[derive(Debug, Error)]
pub enum IntakeError {
    /// A file cannot be read.
    #[error("reading {path}: {source}")]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: ReadError,
    },
    /// No sheet is of a kind that this program knows.
    #[error("no sheet of {files:?} is known")]
    Nothing {
        /// Names without folders.
        files: Vec<String>,
    },
    /// Rows were rejected and the clerk wants all or nothing.
    #[error("{} rows rejected", report.rejected)]
    Strict {
        /// What would have happened.
        report: Box<ImportReport>,
    },
    /// Stored records differ and the clerk wants none changed.
    #[error("{count} stored records differ")]
    Differing {
        /// How many.
        count: usize,
        /// What would have happened.
        report: Box<ImportReport>,
    },
}

impl IntakeError {
    /// The report that goes with the refusal.
    #[must_use]
    pub fn report(&self) -> Option<&ImportReport> {
        match self {
            Self::Strict { report } | Self::Differing { report, .. } => Some(report),
            Self::Read { .. } | Self::Nothing { .. } => None,
        }
    }

    /// The file it is about, where it is about one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Read { path, .. } => Some(path),
            _ => None,
        }
    }

    /// The exit code of the command line.
    #[must_use]
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::Read { source: ReadError::Io(_), .. } => 12,
            _ => 3,
        }
    }
}
