//! What the frame says about the open data file.

use super::{ahead, found};
use crate::app::failure::Failure;
use crate::app::office::Office;
use crate::domain::Severity;
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
pub fn file_vm(office: &Office, tr: Tr) -> Result<FileVm, Failure> {
    let path = office.store().path();
    let registry = office.registry();
    let unit = registry
        .setting("unit_name")
        .filter(|name| !name.is_empty())
        .or_else(|| registry.own_institution().map(|own| own.name.as_str()))
        .unwrap_or_default();
    let today = office.clock().today();
    let findings = found(office, &office.sessions(ahead(today))?, today);
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    Ok(FileVm {
        unit: unit.to_owned(),
        name: path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        path: path.display().to_string(),
        lock: office.store().is_read_only().then(|| tr.status_read_only_hint().to_owned()),
        findings: [Severity::Failure, Severity::Warning, Severity::Hint].map(count),
    })
}
