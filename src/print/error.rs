//! What can go wrong between a sheet and its pages.

use thiserror::Error;

/// Why there are no pages.
#[derive(Debug, Error)]
pub enum PrintError {
    /// A template has an error.
    #[error("template: {message}")]
    Template {
        /// The first complaint, with file and line.
        message: String,
    },
    /// The sheet could not be handed to the template.
    #[error("sheet as JSON: {0}")]
    Data(#[from] serde_json::Error),
    /// The pages could not be written as PDF.
    #[error("PDF: {message}")]
    Pdf {
        /// The first complaint.
        message: String,
    },
    /// A page could not be written as PNG.
    #[error("PNG: {0}")]
    Png(#[from] png::EncodingError),
    /// There is no such page.
    #[error("there is no page {0}")]
    NoSuchPage(usize),
}
