//! The reading process: one workbook in, a stream of cells out.

use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::time::Duration;

use super::limits::{Limits, apply_to_self};
use super::wire::{Message, send};
use super::{ReadError, workbook};

/// The hidden first argument under which the program is its own reading process.
pub const ARGUMENT: &str = "__read-workbook";

/// Reads the workbook named by the arguments after [`ARGUMENT`] and streams it to standard output.
///
/// Call this before anything else of the program; the result is the exit code of the process.
/// The arguments are the path and the limits as [`limit_arguments`] writes them.
#[must_use]
pub fn main(args: impl IntoIterator<Item = OsString>) -> i32 {
    let mut args = args.into_iter();
    let Some(path) = args.next() else { return 2 };
    let limits = read_limits(args);
    apply_to_self(&limits);
    let mut out = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    let answer = workbook::read(Path::new(&path), &limits, &mut |message| Ok(send(&mut out, &message)?));
    let last = match answer {
        Ok(()) => Message::End,
        Err(error) => Message::Failed(error.into()),
    };
    let sent = send(&mut out, &last).and_then(|()| out.flush());
    i32::from(sent.is_err())
}

/// The limits as arguments of the reading process.
pub(super) fn limit_arguments(limits: &Limits) -> [String; 4] {
    let bytes = [limits.unpacked_bytes.to_string(), limits.cells.to_string(), limits.memory_bytes.to_string()];
    let [unpacked, cells, memory] = bytes;
    [unpacked, cells, memory, limits.time.as_secs().to_string()]
}

fn read_limits(args: impl Iterator<Item = OsString>) -> Limits {
    let mut limits = Limits::default();
    let mut numbers = args.map(|arg| arg.to_str().and_then(|text| text.parse::<u64>().ok()));
    let mut next = || numbers.next().flatten();
    limits.unpacked_bytes = next().unwrap_or(limits.unpacked_bytes);
    limits.cells = next().and_then(|cells| usize::try_from(cells).ok()).unwrap_or(limits.cells);
    limits.memory_bytes = next().unwrap_or(limits.memory_bytes);
    limits.time = next().map_or(limits.time, Duration::from_secs);
    limits
}

impl From<io::Error> for Message {
    fn from(error: io::Error) -> Self {
        Self::Failed(ReadError::Io(error).into())
    }
}
