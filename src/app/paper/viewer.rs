//! Printing: the pages go to the system's own PDF program, which knows the printers.

use std::path::PathBuf;

use super::{Format, Press, export};
use crate::app::failure::Failure;
use crate::report::Sheet;

/// The folder, inside the system's temporary one, for pages on their way to the printer.
const FOLDER: &str = "chuanbangdai-print";

/// Writes the pages to a temporary file and opens it; gives the file.
///
/// # Errors
/// Where the pages cannot be made or written; [`Failure::NoViewer`] where nothing opens them.
pub fn hand_to_viewer(sheet: &Sheet, press: &Press) -> Result<PathBuf, Failure> {
    let folder = std::env::temp_dir().join(FOLDER);
    std::fs::create_dir_all(&folder).map_err(|source| Failure::Write { path: folder.clone(), source })?;
    let moment = press.made_at.format("%Y%m%d-%H%M%S");
    let path = folder.join(format!("{}-{moment}.pdf", sheet.kind.code()));
    export(sheet, Format::Pdf, &path, press)?;
    match opener::open(&path) {
        Ok(()) => Ok(path),
        Err(error) => {
            tracing::warn!(%error, "no program opens the pages");
            Err(Failure::NoViewer { path })
        }
    }
}
