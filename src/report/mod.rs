//! The content of the documents: from records to a [`Sheet`] that print and export set in their own ways.

mod frame;
mod posted;
mod posting;
mod request;
mod roster;
mod sheet;
mod sources;
mod tint;
mod week_schedule;

pub use posting::posting;
pub use request::{DocumentRequest, Mask};
pub use roster::roster;
pub use sheet::{Align, Cell, Column, FrameWords, LegendItem, Line, Look, Sheet, SheetRow, Signature, Tone};
pub use sources::{ReportError, Sources};
pub use tint::fill;
pub use week_schedule::week_schedule;

use crate::domain::DocumentKind;
use crate::i18n::Tr;

/// Builds any document.
///
/// # Errors
/// Where the request does not fit the document.
pub fn build(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Result<Sheet, ReportError> {
    match request.kind {
        DocumentKind::WeekSchedule => week_schedule(sources, request, tr),
        DocumentKind::Posting => posting(sources, request, tr),
        DocumentKind::Roster => Ok(roster(sources, request, tr)),
    }
}
