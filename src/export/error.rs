//! What can go wrong between a sheet and a file, one variant for each thing a clerk can do about it.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// Why there is no file; one that was there before is unchanged.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The disk is full.
    #[error("no space left for {path}")]
    NoSpace {
        /// The file.
        path: PathBuf,
    },
    /// The file or its folder may not be written, or another program holds it.
    #[error("{path} cannot be written")]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// Writing failed.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// The workbook could not be put together.
    #[error("xlsx: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The table could not be written as CSV.
    #[error("csv: {0}")]
    Csv(#[from] csv::Error),
    /// The sheet could not be written as JSON.
    #[error("json: {0}")]
    Json(#[from] serde_json::Error),
}

impl ExportError {
    /// The variant for a failure of the file system.
    #[must_use]
    pub fn of(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                Self::NoSpace { path }
            }
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::ResourceBusy => {
                Self::ReadOnly { path }
            }
            _ => Self::Io { path, source },
        }
    }
}
