//! The content of the documents: from records to a [`Sheet`] that print and export set in their own ways.

mod request;
mod sheet;

pub use request::{DocumentRequest, Mask};
pub use sheet::{Align, Cell, Column, Sheet, SheetRow, Tone};
