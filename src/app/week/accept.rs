//! Accepting a finding with a note: it stays in the list, but no longer counts.

use super::grid_vm::GridVm;
use super::vm::{FindingVm, Records};
use crate::domain::{Edit, Finding, Label, Setting, SettingId};

/// The name under which the note travels with the data file: rule, half-day and the records behind the finding.
pub(super) fn key_of(finding: &Finding) -> String {
    let ids: Vec<String> = finding.records.iter().map(|(table, id)| format!("{}.{id}", table.name())).collect();
    let slot = finding.slot.map_or("", crate::domain::Slot::code);
    format!("accepted/{}/{}{slot}/{}", finding.rule.code(), finding.period.from(), ids.join("+"))
}

/// The note with which the clerk accepted the finding of that name.
pub(super) fn note_of(records: &Records, key: &str) -> Option<String> {
    records.registry.setting(key).filter(|note| !note.is_empty()).map(str::to_owned)
}

impl GridVm {
    /// Accepts a finding with a note.
    #[must_use]
    pub fn accept(&self, found: &FindingVm, note: &str) -> Option<Edit> {
        let name = found.key.clone();
        let stored = self.records.registry.settings.values().find(|setting| setting.name == name);
        let id = stored.map_or(SettingId::NEW, |setting| setting.id);
        let label = Label::Accepted { finding: found.sentence.clone() };
        let edit = Edit::put(Setting { id, name, value: note.to_owned() });
        (!note.is_empty()).then(|| Edit::Many { label, edits: vec![edit] })
    }
}
