//! Looking at an issued sheet again, exactly as it was printed.

use std::path::PathBuf;

use crate::app::paper;
use crate::app::{Failure, Office};
use crate::domain::KeptSheetId;

impl Office {
    /// Hands the pages of an issued sheet to the program that shows PDF files; gives the file.
    ///
    /// # Errors
    /// Where the pages are not in this file, or nothing opens them.
    pub fn show_kept(&self, id: KeptSheetId) -> Result<PathBuf, Failure> {
        let sheet = self.registry().kept_sheets.get(&id);
        let digest = sheet.map_or("", |sheet| sheet.digest.as_str());
        let bytes = self.store().kept_file(digest)?.ok_or(Failure::SheetMissing)?;
        let code = sheet.map_or("", |sheet| sheet.document.code());
        paper::show_pdf(code, &bytes, self.clock().now())
    }
}
