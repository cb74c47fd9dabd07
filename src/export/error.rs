//! What can go wrong between a sheet and a file.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

/// Why there is no file; one that was there before is unchanged.
#[derive(Debug, Error)]
pub enum ExportError {
    /// Disk or folder do not take it: full, read-only, gone, or held by another program.
    #[error("writing {path}: {source}")]
    Write {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// What stands under that name is a data file, which no document replaces.
    #[error("{path} is a data file")]
    DataFile {
        /// The file.
        path: PathBuf,
    },
    /// A file that was to be taken over cannot be read.
    #[error("reading {path}: {source}")]
    Read {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// The workbook could not be put together.
    #[error("xlsx: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The text document could not be packed.
    #[error("docx: {0}")]
    Docx(#[from] zip::result::ZipError),
    /// The table could not be written as CSV.
    #[error("csv: {0}")]
    Csv(#[from] csv::Error),
    /// The sheet could not be written as JSON.
    #[error("json: {0}")]
    Json(#[from] serde_json::Error),
}
