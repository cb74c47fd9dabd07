//! The reading process: one workbook in, a stream of cells out.

use std::ffi::OsString;

/// The hidden first argument under which the program is its own reading process.
pub const ARGUMENT: &str = "__read-workbook";

/// Reads the workbook named by the arguments after [`ARGUMENT`] and streams it to standard output.
///
/// Call this before anything else of the program; the result is the exit code of the process.
#[must_use]
pub fn main(args: impl IntoIterator<Item = OsString>) -> i32 {
    todo!()
}
