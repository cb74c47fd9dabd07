//! The folder of backups beside a data file, and what the name of a backup tells.
//!
//! `STEM-20230614-140300-s42-close.db`: the moment, the newest step in it, and why it was made.

use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use serde::Serialize;

use super::super::error::StoreError;
use super::super::fault::named_io;
use super::super::look::folder_of;

/// Name of the folder.
const FOLDER: &str = "backups";
/// How the moment is written.
const MOMENT: &str = "%Y%m%d-%H%M%S";

/// The folder of the data file beside which a backup lies in the folder of backups; `None` for one that lies elsewhere.
#[must_use]
pub fn data_folder_of(backup: &Path) -> Option<&Path> {
    let folder = folder_of(backup);
    (folder.file_name()? == FOLDER).then(|| folder.parent()).flatten()
}

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BackupReason {
    /// The program was closed after changes.
    Close,
    /// Half an hour had passed since the first change that no backup held.
    Interval,
    /// An import was about to begin.
    Import,
    /// Another state was about to be put back.
    Restore,
    /// The schema was about to be brought up to date.
    Upgrade,
    /// Somebody asked for it; it is never thinned.
    Manual,
}

impl BackupReason {
    const ALL: [Self; 6] = [Self::Close, Self::Interval, Self::Import, Self::Restore, Self::Upgrade, Self::Manual];

    const fn code(self) -> &'static str {
        match self {
            Self::Close => "close",
            Self::Interval => "interval",
            Self::Import => "import",
            Self::Restore => "restore",
            Self::Upgrade => "upgrade",
            Self::Manual => "manual",
        }
    }
}

/// A backup in the folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BackupFile {
    /// Where it is.
    pub path: PathBuf,
    /// When it was made.
    pub at: NaiveDateTime,
    /// The newest step in it.
    pub step: i64,
    /// Why it was made.
    pub reason: BackupReason,
    /// Size in bytes.
    pub size: u64,
}

/// Where a backup of the data file goes.
pub(super) fn path_of(data: &Path, at: NaiveDateTime, step: i64, reason: BackupReason) -> PathBuf {
    let name = format!("{}-{}-s{step}-{}.db", stem(data), at.format(MOMENT), reason.code());
    folder(data).join(name)
}

/// The backups of a data file, the newest first. Files with other names are left alone.
///
/// # Errors
/// Where the folder cannot be read; a missing one holds none.
pub fn backups_beside(data: &Path) -> Result<Vec<BackupFile>, StoreError> {
    let folder = folder(data);
    let entries = match std::fs::read_dir(&folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(|error| named_io(&folder, error))?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| named_io(&folder, error))?;
        let Some((at, step, reason)) = entry.file_name().to_str().and_then(|name| parse(name, &stem(data))) else {
            continue;
        };
        let size = entry.metadata().map_err(|error| named_io(&folder, error))?.len();
        found.push(BackupFile { path: entry.path(), at, step, reason, size });
    }
    found.sort_unstable_by(|one, other| (other.at, other.step, &other.path).cmp(&(one.at, one.step, &one.path)));
    Ok(found)
}

fn folder(data: &Path) -> PathBuf {
    folder_of(data).join(FOLDER)
}

fn stem(data: &Path) -> String {
    data.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn parse(name: &str, stem: &str) -> Option<(NaiveDateTime, i64, BackupReason)> {
    let rest = name.strip_prefix(stem)?.strip_prefix('-')?.strip_suffix(".db")?;
    let (rest, reason) = rest.rsplit_once('-')?;
    let (moment, number) = rest.rsplit_once("-s")?;
    let reason = BackupReason::ALL.into_iter().find(|known| known.code() == reason)?;
    Some((NaiveDateTime::parse_from_str(moment, MOMENT).ok()?, number.parse().ok()?, reason))
}
