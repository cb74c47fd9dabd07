//! A sheet whose columns are understood: rows that can be asked by heading.

use std::collections::BTreeMap;

use super::code::Code;
use super::grid::Raw;

/// Values that stand outside the rows: titles, sheet names, file name, choices of the clerk.
///
/// Keys are those of the command line: `relation programme direction supporter host institution batch
/// mode kind basis list year month`, and from titles also `period`, `valid` (both as `A..B` in ISO dates),
/// `version`, `draft`, `unit` and `reporter`.
pub type Context = BTreeMap<String, String>;

/// A sheet with its kind and its columns.
#[derive(Debug, Clone, PartialEq)]
pub struct MappedSheet {
    /// Name of the file without folders.
    pub file: String,
    /// Name of the tab.
    pub sheet: Option<String>,
    /// Kind id as in the import contract (`stint`, `session`, `grid`, …).
    pub kind: &'static str,
    /// 1-based number of the (last) header row.
    pub header_row: u32,
    /// Values that stand outside the rows.
    pub context: Context,
    /// Canonical heading → position in [`MappedRow::cells`].
    pub columns: BTreeMap<&'static str, usize>,
    /// Further columns of a heading already in `columns`, such as one count under several 口径.
    pub repeated: Vec<(&'static str, usize)>,
    /// Header texts as written, by the same position.
    pub headings: Vec<String>,
    /// Units in the brackets of headings, by position: `金额(万元)` → 万元.
    pub units: BTreeMap<usize, String>,
    /// 口径 from the upper row of a two-row header, by position, as written.
    pub bases: BTreeMap<usize, String>,
    /// Columns that map to nothing.
    pub ignored_columns: Vec<String>,
    /// Day columns of a grid or attendance sheet: position → header text as written.
    pub day_columns: Vec<(usize, String)>,
    /// Codes explained under a grid (代码 → 含义), which override the usual ones.
    pub legend: Vec<(String, String)>,
    /// The data rows, merges and ditto marks already filled in, total rows left out.
    pub rows: Vec<MappedRow>,
    /// Remarks about whole rows or the sheet found while mapping (N04, N07): row, column, code.
    pub hints: Vec<(u32, String, Code)>,
}

impl MappedSheet {
    /// The cell of a row under a canonical heading; blank where the sheet has no such column.
    #[must_use]
    pub fn cell<'a>(&self, row: &'a MappedRow, heading: &str) -> &'a Raw {
        self.columns.get(heading).and_then(|at| row.cells.get(*at)).unwrap_or(&Raw::Blank)
    }

    /// The unit written in brackets in the heading, if any.
    #[must_use]
    pub fn unit(&self, heading: &str) -> Option<&str> {
        self.columns.get(heading).and_then(|at| self.units.get(at)).map(String::as_str)
    }
}

/// One data row.
#[derive(Debug, Clone, PartialEq)]
pub struct MappedRow {
    /// 1-based row number as the spreadsheet program shows it.
    pub row: u32,
    /// Cells by position of the mapped columns.
    pub cells: Vec<Raw>,
    /// Whether a cell is covered by the merge of the row above (grids need to know), same positions.
    pub continued: Vec<bool>,
}
