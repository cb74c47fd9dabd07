//! What a clerk said about a sheet is kept in the data file for the next one with the same headings.

use std::collections::BTreeMap;

use super::{MappingChoice, Prepared};
use crate::app::office::Office;
use crate::domain::{Edit, Registry, Setting, SettingId, Table};
use crate::import::Reported;
use crate::import::table::heading_key;

/// Settings of this name hold a choice; the key of the headings follows.
const NAME: &str = "import_mapping ";

/// Names to choose from for what a sheet does not say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OutsideLists {
    /// Institutions.
    pub institutions: Vec<String>,
    /// Relations as `支援单位→受援单位`.
    pub relations: Vec<String>,
}

impl Office {
    /// Choices of earlier imports, by the key of their headings.
    #[must_use]
    pub fn remembered_mappings(&self) -> BTreeMap<String, MappingChoice> {
        let settings = self.registry().settings.values();
        settings
            .filter_map(|row| Some((row.name.strip_prefix(NAME)?.to_owned(), serde_json::from_str(&row.value).ok()?)))
            .collect()
    }

    /// Names to choose from for what a sheet does not say.
    #[must_use]
    pub fn outside_lists(&self) -> OutsideLists {
        let registry = self.registry();
        let name = |id| registry.institutions.get(&id).map_or("", |inst| inst.name.as_str());
        let relations = registry.relations.values();
        OutsideLists {
            institutions: registry.institutions.values().map(|inst| inst.name.clone()).collect(),
            relations: relations.map(|it| format!("{}→{}", name(it.from_inst), name(it.to_inst))).collect(),
        }
    }
}

impl Prepared {
    /// Edits that keep what was chosen in the window, and forget what was taken back. Values for what a sheet does not
    /// say are not kept: the next sheet is of another month.
    pub(super) fn to_remember(&self, registry: &Registry) -> Vec<Edit> {
        let chosen = &self.choices.mapping.by_place;
        let mut edits = Vec::new();
        for (entry, reported) in self.entries() {
            let (file, sheet) = match reported {
                Reported::Planned(sheet, _) => (&sheet.file, &sheet.sheet),
                Reported::LeftOut(left_out) => (&left_out.file, &left_out.sheet),
            };
            let Some(choice) = chosen.get(&(file.clone(), sheet.clone())) else { continue };
            if entry.columns.is_empty() {
                continue;
            }
            let key = heading_key(entry.columns.iter().map(|column| column.written.as_str()));
            let choice = MappingChoice { context: BTreeMap::new(), ..choice.clone() };
            edits.extend(edit(registry, &format!("{NAME}{key}"), &choice));
        }
        edits
    }
}

/// The edit that keeps a choice, or forgets the one that is stored; nothing where all stays as it is.
fn edit(registry: &Registry, name: &str, choice: &MappingChoice) -> Option<Edit> {
    let stored = registry.settings.values().find(|row| row.name == name);
    if *choice == MappingChoice::default() {
        return stored.map(|row| Edit::Delete { table: Table::Setting, id: row.id.raw() });
    }
    let value = serde_json::to_string(choice).ok()?;
    if stored.is_some_and(|row| row.value == value) {
        return None;
    }
    let id = stored.map_or(SettingId::NEW, |row| row.id);
    Some(Edit::put(Setting { id, name: name.to_owned(), value }))
}

/// Whether a setting keeps a choice of an import.
pub(crate) fn is_mapping(name: &str) -> bool {
    name.starts_with(NAME)
}
