//! A table on paper or in a workbook: the one shape that every list and grid document takes.

use serde::Serialize;

use crate::domain::DocumentKind;

/// A document as a table with its frame: title, sub-line, head, body, notes, signatures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sheet {
    /// Which document.
    pub kind: DocumentKind,
    /// Name of the tab in a workbook.
    pub tab: String,
    /// Title, centred.
    pub title: String,
    /// Under the title: unit, period, version.
    pub subline: String,
    /// Whether the paper lies on its long side.
    pub is_landscape: bool,
    /// Not issued yet: a quiet 草稿 across the page.
    pub is_draft: bool,
    /// Columns from the left.
    pub columns: Vec<Column>,
    /// Header rows, repeated on every page.
    pub head: Vec<SheetRow>,
    /// Data rows; a cell that spans stands only where it begins.
    pub body: Vec<SheetRow>,
    /// Notes under the table, one a line.
    pub notes: Vec<String>,
    /// Places to sign: 制表人, 审核人, …
    pub signatures: Vec<String>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// Share of the width: the widths of all columns are scaled to the page.
    pub width: f32,
    /// How its cells are aligned.
    pub align: Align,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetRow {
    /// Its cells from the left, those covered by a span left out.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cell {
    /// First column, from 0.
    pub column: usize,
    /// Columns covered, at least 1.
    pub col_span: usize,
    /// Rows covered, at least 1.
    pub row_span: usize,
    /// Its lines.
    pub lines: Vec<String>,
    /// How it is painted.
    pub tone: Tone,
    /// Whether it is set bold.
    pub is_strong: bool,
}

/// Horizontal alignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Left.
    Left,
    /// Centred.
    Centre,
    /// Right, for figures.
    Right,
}

/// How a cell is painted; every tone also differs by its text or mark, so that grey prints stay readable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Paper.
    Plain,
    /// Header.
    Head,
    /// Weekend column.
    Weekend,
    /// Public holiday column.
    Holiday,
    /// Make-up workday column.
    MakeUp,
    /// One of the ten activity hues.
    Activity(u8),
}
