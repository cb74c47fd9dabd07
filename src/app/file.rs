//! The data file as a whole: made from a dump, verified, put back; for a file that is not open.

use std::path::{Path, PathBuf};

use super::clock::Clock;
use super::failure::Failure;
use super::office::{Office, holder};
use super::tasks::{Proofs, folder_of};
use crate::export;
use crate::store::{self, BackupFile, FileInfo, Salvaged, Store, StoreError};

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

/// How the files of evidence that a backup names are found, beside it or beside the data file that it was made from;
/// `None` for a sealed one.
///
/// # Errors
/// Where the backup cannot be read.
pub fn look_over_evidence(backup: &Path, clock: Clock) -> Result<Option<Proofs>, Failure> {
    if store::is_encrypted(backup)? {
        return Ok(None);
    }
    let office = Office::open_read_only(backup, clock)?;
    Ok(Some(office.look_over_evidence(store::data_folder_of(backup))))
}

/// Brings the files of evidence that a data file names from beside the backup that it was put back from; `None` where
/// it names none.
///
/// # Errors
/// Where the data file cannot be read, or its folder cannot be written.
pub fn bring_evidence(backup: &Path, db: &Path, clock: Clock) -> Result<Option<Proofs>, Failure> {
    let office = Office::open_read_only(db, clock)?;
    if office.registry().evidence.is_empty() {
        return Ok(None);
    }
    office.carry_evidence(folder_of(backup), folder_of(db)).map(Some)
}

/// Writes a file of text for other programs, whole or not at all.
///
/// # Errors
/// Where the place cannot be written; a file that was there before stays as it was.
pub fn write_text(path: &Path, text: &str) -> Result<(), Failure> {
    Ok(export::atomic::write(path, text.as_bytes())?)
}

/// Refuses to write over one of the files that are read.
///
/// # Errors
/// [`StoreError::Exists`] where both names lead to the same file.
pub fn refuse_over<'f>(output: &Path, inputs: impl IntoIterator<Item = &'f PathBuf>) -> Result<(), Failure> {
    let Ok(output) = output.canonicalize() else { return Ok(()) };
    match inputs.into_iter().find(|input| input.canonicalize().is_ok_and(|input| input == output)) {
        Some(input) => Err(StoreError::Exists { path: input.clone() }.into()),
        None => Ok(()),
    }
}

fn needs_no_more(backup: &Path, password: Option<&str>) -> Result<(), Failure> {
    if password.is_none() && store::is_encrypted(backup)? {
        return Err(Failure::PasswordMissing { path: backup.to_owned() });
    }
    Ok(())
}
