//! Names for what the database engine and the file system report: what a clerk can do about it decides.

use std::io::{self, ErrorKind, Write};
use std::path::Path;

use rusqlite::{Error as SqlError, ErrorCode};

use super::error::StoreError;

/// The name of an error of the database engine.
pub(super) fn named(path: &Path, error: SqlError) -> StoreError {
    let path = path.to_path_buf();
    match &error {
        SqlError::FromSqlConversionFailure(..) | SqlError::InvalidColumnType(..) | SqlError::Utf8Error(..) => {
            StoreError::Damaged { path, detail: error.to_string() }
        }
        SqlError::SqliteFailure(cause, _) => match cause.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => StoreError::InUse { path, holder: None },
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => StoreError::ReadOnly { path },
            ErrorCode::DiskFull => StoreError::NoSpace { path },
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => {
                StoreError::Damaged { path, detail: error.to_string() }
            }
            ErrorCode::SystemIoFailure | ErrorCode::CannotOpen if !has_space(&path) => StoreError::NoSpace { path },
            ErrorCode::SystemIoFailure | ErrorCode::CannotOpen => {
                StoreError::Io { path, source: io::Error::other(error) }
            }
            _ => StoreError::Sql(error),
        },
        _ => StoreError::Sql(error),
    }
}

/// The name of an error of the file system.
pub(super) fn named_io(path: &Path, source: io::Error) -> StoreError {
    let path = path.to_path_buf();
    match source.kind() {
        kind if is_full(kind) => StoreError::NoSpace { path },
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly { path },
        ErrorKind::AlreadyExists => StoreError::Exists { path },
        ErrorKind::NotFound => StoreError::Missing { path },
        _ => StoreError::Io { path, source },
    }
}

const fn is_full(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge)
}

/// Whether a little more can be written beside the file.
///
/// The engine calls an exhausted quota a plain input/output error; a trial tells the two apart.
fn has_space(path: &Path) -> bool {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let trial = tempfile::tempfile_in(folder).and_then(|mut file| {
        // As long as the data file: a limit on the size of one file shows only there.
        let len = std::fs::metadata(path).map_or(0, |meta| meta.len());
        file.set_len(len)?;
        io::Seek::seek(&mut file, io::SeekFrom::End(0))?;
        file.write_all(&vec![0; 65_536])?;
        file.sync_all()
    });
    !trial.is_err_and(|error| is_full(error.kind()))
}
