//! What the first screen shows: who is at work today, what is due, what is wrong.

use super::failure::Failure;
use super::office::Office;
use crate::i18n::Tr;

/// What the frame says about the open data file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileVm {
    /// Name of the unit, empty where there is none yet.
    pub unit: String,
    /// Name of the file without folders.
    pub name: String,
    /// The whole path.
    pub path: String,
    /// Why it can only be read, where that is so.
    pub lock: Option<String>,
    /// Findings of this and the next week: not met, warnings, hints.
    pub findings: [usize; 3],
}

/// What the frame says about the open data file.
///
/// # Errors
/// Where the file cannot be read.
pub fn file_vm(office: &Office, _tr: Tr) -> Result<FileVm, Failure> {
    let info = office.store().info()?;
    let registry = office.registry();
    let unit = registry
        .setting("unit_name")
        .filter(|name| !name.is_empty())
        .or_else(|| registry.own_institution().map(|own| own.name.as_str()))
        .unwrap_or_default();
    let name = info.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(FileVm { unit: unit.to_owned(), name, path: info.path.display().to_string(), lock: None, findings: [0; 3] })
}
