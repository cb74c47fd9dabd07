//! Printing: the pages go to the system's own PDF program, which knows the printers.

use std::path::PathBuf;

use chrono::NaiveDateTime;

use super::{Format, Press, export};
use crate::app::failure::Failure;
use crate::export::atomic;
use crate::report::Sheet;

/// The folder, inside the system's temporary one, for pages on their way to the printer.
const FOLDER: &str = "chuanbangdai-print";

/// Writes the pages to a temporary file and opens it; gives the file.
///
/// # Errors
/// Where the pages cannot be made or written; [`Failure::NoViewer`] where nothing opens them.
pub fn hand_to_viewer(sheet: &Sheet, press: &Press) -> Result<PathBuf, Failure> {
    let path = temporary(sheet.kind.code(), press.made_at)?;
    export(sheet, Format::Pdf, &path, press)?;
    open_file(path)
}

/// Writes pages that are set already to a temporary file and opens it; gives the file.
///
/// # Errors
/// As [`hand_to_viewer`].
pub fn show_pdf(code: &str, bytes: &[u8], at: NaiveDateTime) -> Result<PathBuf, Failure> {
    let path = temporary(code, at)?;
    atomic::write(&path, bytes)?;
    open_file(path)
}

fn temporary(code: &str, at: NaiveDateTime) -> Result<PathBuf, Failure> {
    let folder = std::env::temp_dir().join(FOLDER);
    std::fs::create_dir_all(&folder).map_err(|source| Failure::Write { path: folder.clone(), source })?;
    Ok(folder.join(format!("{code}-{}.pdf", at.format("%Y%m%d-%H%M%S"))))
}

/// Hands a file to the system's own program for it; gives the file.
///
/// # Errors
/// [`Failure::NoViewer`] where nothing opens it.
pub(in crate::app) fn open_file(path: PathBuf) -> Result<PathBuf, Failure> {
    match opener::open(&path) {
        Ok(()) => Ok(path),
        Err(error) => {
            tracing::warn!(%error, "no program opens the pages");
            Err(Failure::NoViewer { path })
        }
    }
}
