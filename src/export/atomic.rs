//! The one door for files that people see: written beside under another name, then put in place.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use super::error::ExportError;

/// Writes a whole file; until it is complete and on the disk, the file that was there stays as it was.
///
/// # Errors
/// The state of disk or folder, or [`ExportError::DataFile`]; nothing is left behind then.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), ExportError> {
    write_with(path, |file| file.write_all(bytes))
}

/// The same for content that is written piece by piece.
///
/// # Errors
/// What `fill` says, or the state of disk or folder; nothing is left behind then.
pub fn write_with(path: &Path, fill: impl FnOnce(&mut File) -> io::Result<()>) -> Result<(), ExportError> {
    if is_data_file(path) {
        return Err(ExportError::DataFile { path: path.to_owned() });
    }
    put(path, fill).map_err(|source| ExportError::Write { path: path.to_owned(), source })
}

/// Whether a data file stands there, ours or another program's: a slip of the hand must not cost all data.
fn is_data_file(path: &Path) -> bool {
    const START: &[u8; 16] = b"SQLite format 3\0";
    let mut start = [0; START.len()];
    File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok_and(|()| start == *START)
}

fn put(path: &Path, fill: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = builder().prefix(".").suffix(".part").tempfile_in(folder)?;
    fill(beside.as_file_mut())?;
    beside.as_file().sync_all()?;
    beside.persist(path).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// On Unix a new file takes the rights that the user's files usually have, not the private ones of temporary files.
#[cfg(unix)]
fn builder() -> tempfile::Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt;
    let mut builder = tempfile::Builder::new();
    builder.permissions(std::fs::Permissions::from_mode(0o666));
    builder
}

#[cfg(not(unix))]
fn builder() -> tempfile::Builder<'static, 'static> {
    tempfile::Builder::new()
}

/// Makes the new name itself survive a power cut.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
