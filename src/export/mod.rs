//! Sheets to files: xlsx, docx, csv, html; every file is written whole or not at all.

pub mod atomic;
mod csv;
mod docx;
mod error;
mod html;
mod ics;
mod xlsx;

pub use csv::csv;
pub use docx::docx;
pub use error::ExportError;
pub use html::html;
pub use ics::ics;
pub use xlsx::xlsx;

use crate::report::Sheet;

/// The sheet as JSON, for other programs.
///
/// # Errors
/// Where it cannot be written as JSON.
pub fn json(sheet: &Sheet) -> Result<Vec<u8>, ExportError> {
    let mut text = serde_json::to_vec_pretty(sheet)?;
    text.push(b'\n');
    Ok(text)
}
