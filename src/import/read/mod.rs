//! Files to cells: sniffing, workbooks in a limited child process, csv in any encoding.

pub mod child;

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::grid::SourceFile;

/// Why a file gave no cells; `i18n` has the sentences.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file is empty, or neither a workbook nor text.
    #[error("not a workbook or a text table")]
    NotAWorkbook,
    /// The workbook is protected by a password.
    #[error("the workbook is protected by a password")]
    Encrypted,
    /// The workbook is damaged; the text is what the reader said, for the log only.
    #[error("the workbook is damaged: {0}")]
    Damaged(String),
    /// The file, or what it unpacks to, passes the limits.
    #[error("the file is too large")]
    TooLarge,
    /// Reading took longer than allowed and was stopped.
    #[error("reading took too long")]
    TimedOut,
    /// The reading process ended without an answer.
    #[error("the reading process failed")]
    Crashed,
    /// The file could not be opened or read.
    #[error("reading failed")]
    Io(#[from] std::io::Error),
}

/// What a file may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Largest file, in bytes.
    pub file_bytes: u64,
    /// Largest address space of the reading process, in bytes.
    pub memory_bytes: u64,
    /// Longest time for one file.
    pub time: Duration,
}

/// Reads files: workbooks in a child process with limits, or in this process for tests.
#[derive(Debug, Clone)]
pub struct Reader {
    mode: Mode,
    limits: Limits,
}

#[derive(Debug, Clone)]
enum Mode {
    Child { exe: PathBuf },
    InProcess,
}

impl Reader {
    /// Workbooks are read by `exe __read-workbook PATH`, which must end in [`child::main`].
    #[must_use]
    pub fn in_child(exe: PathBuf) -> Self {
        todo!()
    }

    /// Workbooks are read in this process, without limits of memory and time.
    #[must_use]
    pub fn in_process() -> Self {
        todo!()
    }

    /// The cells of a file: workbook, csv, text, or a calendar as JSON.
    pub fn read(&self, path: &Path) -> Result<SourceFile, ReadError> {
        todo!()
    }
}

/// The cells of a pasted block, as a file without sheets' names.
#[must_use]
pub fn paste(text: &str) -> SourceFile {
    todo!()
}
