//! The data file as a whole: made from a dump, verified, put back; for a file that is not open.

use std::path::{Path, PathBuf};

use super::clock::Clock;
use super::failure::Failure;
use super::office::holder;
use crate::export;
use crate::store::{self, BackupFile, FileInfo, Salvaged, Store};

/// Makes a new data file from a dump.
///
/// # Errors
/// Where the dump was changed or cut off, or where there already is a file.
pub fn load(dump: &Path, to: &Path) -> Result<(), Failure> {
    Ok(Store::load(dump, to)?)
}

/// The automatic backups of a data file, newest first.
///
/// # Errors
/// Where their folder cannot be read.
pub fn backups(db: &Path) -> Result<Vec<BackupFile>, Failure> {
    Ok(store::backups_beside(db)?)
}

/// Reads a backup whole and gives what it says of itself.
///
/// # Errors
/// [`Failure::PasswordMissing`] where it is sealed and there is no password; the states of a data file otherwise.
pub fn verify(backup: &Path, password: Option<&str>) -> Result<FileInfo, Failure> {
    needs_no_more(backup, password)?;
    Ok(store::verify(backup, password)?)
}

/// Makes a new data file from what can still be read of a damaged one, and says what became of each table.
///
/// # Errors
/// Where nothing can be read any more, the file is no damaged data file, or the new one is there already.
pub fn recover(bad: &Path, to: &Path) -> Result<Vec<Salvaged>, Failure> {
    Ok(store::recover(bad, to)?)
}

/// Puts a backup in place of a data file and gives where the replaced file was put aside.
///
/// # Errors
/// As [`verify`], and where the data file is in use or may not be written; it is as it was then.
pub fn restore(backup: &Path, over: &Path, password: Option<&str>, clock: Clock) -> Result<Option<PathBuf>, Failure> {
    needs_no_more(backup, password)?;
    Ok(store::restore(backup, over, password, clock.now(), &holder(clock))?)
}

/// Writes a file of text for other programs, whole or not at all.
///
/// # Errors
/// Where the place cannot be written; a file that was there before stays as it was.
pub fn write_text(path: &Path, text: &str) -> Result<(), Failure> {
    Ok(export::atomic::write(path, text.as_bytes())?)
}

fn needs_no_more(backup: &Path, password: Option<&str>) -> Result<(), Failure> {
    if password.is_none() && store::is_encrypted(backup)? {
        return Err(Failure::PasswordMissing { path: backup.to_owned() });
    }
    Ok(())
}
