//! Sheets to files: xlsx, docx, csv, html; every file is written whole or not at all.

pub mod atomic;
mod csv;
mod docx;
mod error;
mod html;
mod ics;
pub mod vault;
mod xlsx;

pub use csv::csv;
pub use docx::docx;
pub use error::ExportError;
pub use html::html;
pub use ics::ics;
pub use xlsx::xlsx;

use serde::Serialize;

use crate::report::{Flat, Sheet};

/// The sheet as JSON, for other programs.
///
/// # Errors
/// Where it cannot be written as JSON.
pub fn json(sheet: &Sheet) -> Result<Vec<u8>, ExportError> {
    let mut text = serde_json::to_vec_pretty(&Whole { sheet, flat: sheet.flat.as_ref() })?;
    text.push(b'\n');
    Ok(text)
}

/// A sheet with its flat list.
#[derive(Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    sheet: &'a Sheet,
    #[serde(skip_serializing_if = "Option::is_none")]
    flat: Option<&'a Flat>,
}
