//! Files to cells: sniffing, workbooks in a limited child process, csv in any encoding.

mod bytes;
mod calendar_file;
pub mod child;
mod compound;
mod faults;
mod layout;
mod limits;
mod ods_layout;
mod parent;
mod sniff;
mod text_file;
mod wire;
mod workbook;
mod xls_hidden;
mod xlsb_layout;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::grid::{Grid, SourceFile};
use sniff::Format;

pub use limits::Limits;

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
    /// Whoever asked has given up.
    #[error("reading was cancelled")]
    Cancelled,
    /// The file could not be opened or read.
    #[error("reading failed")]
    Io(#[from] std::io::Error),
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
        Self { mode: Mode::Child { exe }, limits: Limits::default() }
    }

    /// Workbooks are read in this process, without limits of memory and time.
    #[must_use]
    pub fn in_process() -> Self {
        Self { mode: Mode::InProcess, limits: Limits::default() }
    }

    /// With other limits.
    #[must_use]
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// The cells of a file: workbook, csv, text, or a calendar as JSON.
    pub fn read(&self, path: &Path) -> Result<SourceFile, ReadError> {
        self.read_unless(path, &|| false)
    }

    /// As [`Reader::read`], given up with [`ReadError::Cancelled`] once `is_cancelled` says so.
    pub fn read_unless(&self, path: &Path, is_cancelled: &dyn Fn() -> bool) -> Result<SourceFile, ReadError> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let size = path.metadata()?.len();
        if size > self.limits.file_bytes {
            return Err(ReadError::TooLarge);
        }
        let sheets = match sniff::format(path)? {
            Format::Workbook => match &self.mode {
                Mode::Child { exe } => parent::read(exe, path, &self.limits, is_cancelled)?,
                Mode::InProcess => in_process(path, &self.limits)?,
            },
            Format::Text => {
                let mut bytes = Vec::new();
                File::open(path)?.take(self.limits.file_bytes).read_to_end(&mut bytes)?;
                vec![text_file::grid_of_bytes(&bytes)]
            }
            Format::Calendar => vec![calendar_file::grid(&std::fs::read(path)?)?],
        };
        Ok(SourceFile { name, sheets })
    }
}

fn in_process(path: &Path, limits: &Limits) -> Result<Vec<Grid>, ReadError> {
    let mut sheets = wire::Collector::default();
    workbook::read(path, limits, &mut |message| {
        sheets.take(message);
        Ok(())
    })?;
    Ok(sheets.finish())
}

/// The cells of a pasted block, as a file without sheets' names.
#[must_use]
pub fn paste(text: &str) -> SourceFile {
    SourceFile { name: String::new(), sheets: vec![text_file::grid_of_text(text)] }
}
