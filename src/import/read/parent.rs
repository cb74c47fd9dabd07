//! Starts the reading process, waits for it, stops it, and takes what it said.

use std::fs::File;
use std::io::{BufReader, Read, Seek};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use super::child::{ARGUMENT, limit_arguments};
use super::limits::{Limits, leash};
use super::{ReadError, wire};
use crate::import::Grid;

/// How often the parent looks; short beside the time any workbook takes.
const LOOK_EVERY: Duration = Duration::from_millis(2);

/// The sheets of a workbook, read by `exe`.
///
/// The process writes into nameless temporary files instead of pipes: it can never block on a full pipe, a reader
/// needs no second thread, and nothing remains whichever way it ends.
pub fn read(exe: &Path, path: &Path, limits: &Limits, is_cancelled: &dyn Fn() -> bool) -> Result<Vec<Grid>, ReadError> {
    let mut out = tempfile::tempfile()?;
    let mut complaints = tempfile::tempfile()?;
    let mut child = command(exe)
        .arg(ARGUMENT)
        .arg(path)
        .args(limit_arguments(limits))
        .stdin(Stdio::null())
        .stdout(out.try_clone()?)
        .stderr(complaints.try_clone()?)
        .spawn()?;
    #[allow(clippy::let_unit_value, reason = "a job handle on Windows, nothing elsewhere")]
    let _leash = leash(&child, limits);
    let status = wait(&mut child, limits.time, is_cancelled)?;
    out.rewind()?;
    let answer = wire::receive(&mut BufReader::with_capacity(1 << 20, out));
    if matches!(answer, Err(ReadError::Crashed)) {
        let said = tail(&mut complaints);
        tracing::warn!(path = %path.display(), %status, said, "the reading process failed");
        // What the allocator of Rust says before it gives up at the memory limit.
        if said.contains("memory allocation") {
            return Err(ReadError::TooLarge);
        }
    }
    answer
}

#[cfg(windows)]
fn command(exe: &Path) -> Command {
    use std::os::windows::process::CommandExt;

    /// No console window flashes up.
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    let mut command = Command::new(exe);
    command.creation_flags(CREATE_NO_WINDOW);
    command
}

#[cfg(not(windows))]
fn command(exe: &Path) -> Command {
    Command::new(exe)
}

/// Waits for the end of the process; past the time or when cancelled it is killed.
fn wait(child: &mut Child, time: Duration, is_cancelled: &dyn Fn() -> bool) -> Result<ExitStatus, ReadError> {
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        let stop = if is_cancelled() {
            Some(ReadError::Cancelled)
        } else {
            (started.elapsed() > time).then_some(ReadError::TimedOut)
        };
        if let Some(error) = stop {
            // It may have ended in this very moment; then there is nothing to kill.
            let _ = child.kill();
            child.wait()?;
            return Err(error);
        }
        std::thread::sleep(LOOK_EVERY);
    }
}

/// The beginning of what the process complained.
fn tail(complaints: &mut File) -> String {
    let mut said = Vec::new();
    if complaints.rewind().is_ok() {
        // Only for the log: what cannot be read is left out.
        let _ = complaints.take(2_000).read_to_end(&mut said);
    }
    String::from_utf8_lossy(&said).into_owned()
}
