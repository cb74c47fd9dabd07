//! Files whole or not at all: written under a temporary name beside the real one, synced, renamed.

use std::fs::File;
use std::path::Path;

use tempfile::{Builder, TempPath};

use super::super::error::StoreError;
use super::super::fault::named_io;
use super::super::look::folder_of;

/// What becomes of a file that already has the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Existing {
    /// It stays, and the new one is refused.
    Keep,
    /// The new one takes its place.
    Replace,
}

/// An empty file beside `path`, gone again unless it is settled.
pub(in crate::store) fn temporary(path: &Path) -> Result<TempPath, StoreError> {
    let mut builder = Builder::new();
    builder.prefix(".chuanbangdai-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any other new file; without this nobody but the owner could ever open it.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let file = builder.tempfile_in(folder_of(path)).map_err(|error| named_io(path, error))?;
    Ok(file.into_temp_path())
}

/// Gives a finished file its name, once its content is on the disk.
pub(in crate::store) fn settle(whole: TempPath, path: &Path, existing: Existing) -> Result<(), StoreError> {
    let named = |error| named_io(path, error);
    File::options().write(true).open(&whole).and_then(|file| file.sync_all()).map_err(named)?;
    match existing {
        Existing::Keep => whole.persist_noclobber(path),
        Existing::Replace => whole.persist(path),
    }
    .map_err(|error| named(error.error))?;
    sync_folder(folder_of(path));
    Ok(())
}

/// Brings new names in a folder to the disk. Not every system can; there the rename alone has to do.
fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}
