//! From a clerk's workbook to a plan of changes: files → cells → mapped rows → plan. Knows no SQL.
//!
//! The words of workbooks (headings, closed lists, date spellings) are the vocabulary of this room.

mod code;
mod grid;
mod mapped;
pub mod plan;
pub mod read;
mod report;
pub mod table;
pub mod values;

pub use code::Code;
pub use grid::{Grid, Merge, Raw, SourceFile};
pub use mapped::{Context, MappedRow, MappedSheet};
pub use report::{
    ImportReport, Reported, RowReport, RowResult, SheetReport, ignored_columns, row_reports, sheet_hints,
};
