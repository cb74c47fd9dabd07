//! Sheets to pages: typesetting with the templates in `assets/templates`, then PDF or pictures.
//!
//! Preview, PDF and PNG are the same pages.

mod columns;
mod error;
mod estimate;
mod fit;
mod fonts;
mod pages;
mod setting;
mod templates;
mod world;

pub use error::PrintError;
pub use pages::{Pages, Picture, Run};
pub use templates::Templates;

use chrono::NaiveDateTime;

use crate::report::Sheet;

/// Sets a sheet: as large as one page allows, never under nine points, then on as many pages as it takes.
///
/// `made_at` becomes the date of the PDF. Where edited templates do not work the built-in ones are used,
/// and [`Pages::fallback`] says why.
///
/// # Errors
/// Where even the built-in templates cannot set the sheet.
pub fn set(sheet: &Sheet, templates: &Templates, made_at: NaiveDateTime) -> Result<Pages, PrintError> {
    match fit::fit(sheet, templates, made_at) {
        Err(PrintError::Template { message }) if templates.are_edited() => {
            tracing::warn!(message, "an edited print template does not work");
            let document = fit::fit(sheet, &Templates::default(), made_at)?;
            Ok(Pages::new(document, Some(message)))
        }
        document => Ok(Pages::new(document?, None)),
    }
}
