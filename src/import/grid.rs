//! Cells as they stand in a file, before anything is understood.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// One cell.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub enum Raw {
    /// Nothing.
    #[default]
    Blank,
    /// Text, exactly as written.
    Text(String),
    /// A number that is not formatted as a date.
    Number(f64),
    /// A real date cell.
    Date(NaiveDateTime),
}

/// Cells that were merged, zero-based, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

/// One sheet: rows of cells from A1 on, with its merges.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Grid {
    /// Name of the tab; absent for csv, text and pasted blocks.
    pub name: Option<String>,
    /// Rows from the first row of the sheet; rows may differ in length.
    pub rows: Vec<Vec<Raw>>,
    /// Merged areas.
    pub merges: Vec<Merge>,
    /// Whether some rows or columns are hidden (announced as N07).
    pub has_hidden: bool,
    /// Whether serial numbers count from 1904.
    pub is_1904: bool,
}

/// A file or pasted block as read.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SourceFile {
    /// Name without folders.
    pub name: String,
    /// Its sheets in order.
    pub sheets: Vec<Grid>,
}
