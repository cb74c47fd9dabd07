//! Texts of cells: half-width, trimmed, blanks recognised, lists split.

use crate::import::Raw;

/// The text of a cell, half-width and trimmed; `None` for a blank one. Numbers lose `.0`, dates are ISO.
#[must_use]
pub fn text(raw: &Raw) -> Option<String> {
    todo!()
}

/// The parts of a list (`、` `,` `;` `/` line break, two spaces, single spaces between names of 2–4).
#[must_use]
pub fn list(raw: &Raw) -> Vec<String> {
    todo!()
}
