//! Where the data file lies: the given path, beside a portable program, or the user data folder.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::failure::Failure;

/// Name of the data file where none is given.
pub const DATA_FILE: &str = "chuanbangdai.db";

/// A file of this name beside the program makes it portable: everything is then kept beside it.
pub const PORTABLE_MARK: &str = "portable.txt";

/// The data file: the given one, else that of this user.
///
/// # Errors
/// [`Failure::NoPlace`] where the system names no folder for user data.
pub fn data_file(given: Option<&Path>) -> Result<PathBuf, Failure> {
    match given {
        Some(path) => Ok(path.to_owned()),
        None => Ok(folder()?.join(DATA_FILE)),
    }
}

/// The folder for data, logs and choices of this user; it may not exist yet.
///
/// # Errors
/// [`Failure::NoPlace`] where the system names none.
pub fn folder() -> Result<PathBuf, Failure> {
    if let Some(beside) = portable_folder() {
        return Ok(beside);
    }
    let dirs = ProjectDirs::from("", "", "chuanbangdai").ok_or(Failure::NoPlace)?;
    Ok(dirs.data_local_dir().to_owned())
}

/// The folder for log files.
///
/// # Errors
/// [`Failure::NoPlace`] where the system names none.
pub fn log_folder() -> Result<PathBuf, Failure> {
    Ok(folder()?.join("logs"))
}

/// Makes the folder of this user's data where it is not there yet.
///
/// # Errors
/// [`Failure::Write`] where it cannot be made.
pub fn make_folder() -> Result<(), Failure> {
    let path = folder()?;
    std::fs::create_dir_all(&path).map_err(|source| Failure::Write { path, source })
}

/// Whether everything is kept beside the program, to be carried with it.
#[must_use]
pub fn is_portable() -> bool {
    portable_folder().is_some()
}

fn portable_folder() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    let beside = program.parent()?;
    beside.join(PORTABLE_MARK).is_file().then(|| beside.to_owned())
}
