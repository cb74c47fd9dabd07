//! Sheets to files: xlsx, csv, html; every file is written whole or not at all.

pub mod atomic;
mod csv;
mod error;
mod html;
mod ics;
pub mod vault;
mod xlsx;

pub use csv::csv;
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
