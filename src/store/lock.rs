//! The writer's lock: a file beside the data file, locked by the operating system, that says who has it open.
//!
//! A lock of the operating system is gone with its process, so that a crash never locks anybody out.

#[cfg(not(windows))]
use std::fs::TryLockError;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::error::{Holder, StoreError};
use super::fault::named_io;

/// How often a lock file that vanished under our hands is made anew.
const ATTEMPTS: usize = 16;

/// The right to write a data file, held until dropped.
pub(super) struct WriterLock {
    file: Option<File>,
    path: PathBuf,
}

impl WriterLock {
    /// Takes the lock of the data file.
    pub(super) fn take(data: &Path, holder: &Holder) -> Result<Self, StoreError> {
        let path = beside(data);
        for _ in 0..ATTEMPTS {
            let Some(file) = take_file(&path).map_err(|error| named_io(data, error))? else {
                return Err(StoreError::InUse { path: data.to_path_buf(), holder: read_holder(&path) });
            };
            // The holder before may have removed the file between our opening and locking it.
            if is_still_there(&file, &path) {
                write_holder(&file, holder);
                return Ok(Self { file: Some(file), path });
            }
        }
        Err(StoreError::InUse { path: data.to_path_buf(), holder: None })
    }
}

impl Drop for WriterLock {
    fn drop(&mut self) {
        if cfg!(windows) {
            // An open file cannot be removed there; a new holder's file cannot be either, so nothing is lost.
            self.file = None;
        }
        let _ = std::fs::remove_file(&self.path);
    }
}

/// The lock file of a data file; a link and the file that it points to share one.
fn beside(data: &Path) -> PathBuf {
    let real = if data.is_symlink() { data.canonicalize().ok() } else { None };
    let mut name = real.unwrap_or_else(|| data.to_path_buf()).into_os_string();
    name.push(".lock");
    name.into()
}

/// Opens and locks the file, `None` where another process has it.
fn take_file(path: &Path) -> io::Result<Option<File>> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(windows)]
    {
        use std::os::windows::fs::OpenOptionsExt;
        const FILE_SHARE_READ: u32 = 1;
        const ERROR_SHARING_VIOLATION: i32 = 32;
        // Others may read who holds it, no more: opening is locking.
        options.share_mode(FILE_SHARE_READ);
        match options.open(path) {
            Err(error) if error.raw_os_error() == Some(ERROR_SHARING_VIOLATION) => Ok(None),
            opened => opened.map(Some),
        }
    }
    #[cfg(not(windows))]
    {
        let file = options.open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

#[cfg(unix)]
fn is_still_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), std::fs::metadata(path)) {
        (Ok(ours), Ok(there)) => ours.ino() == there.ino() && ours.dev() == there.dev(),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_still_there(_: &File, _: &Path) -> bool {
    true
}

/// Says who holds it. Where that fails the lock still holds, only namelessly.
fn write_holder(mut file: &File, holder: &Holder) {
    let written = file.set_len(0).and_then(|()| {
        let text = serde_json::to_string(holder)?;
        file.write_all(text.as_bytes())
    });
    if let Err(error) = written {
        tracing::warn!(%error, "the lock file does not say who holds it");
    }
}

fn read_holder(path: &Path) -> Option<Holder> {
    let mut text = String::new();
    File::open(path).ok()?.take(4096).read_to_string(&mut text).ok()?;
    serde_json::from_str(&text).ok()
}
