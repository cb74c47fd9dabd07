//! Finds the name of an edit for the history: whom and what it is about, before and after.

use super::failure::Failure;
use crate::domain::{Edit, Label, Registry, Row};
use crate::store::Store;

/// The label of an edit, worked out before it is applied.
pub(super) fn label_of(edit: &Edit, registry: &Registry, _store: &Store) -> Result<Label, Failure> {
    Ok(match edit {
        Edit::Many { label, .. } => label.clone(),
        Edit::Put { row } if row.id() == 0 => Label::Added { table: row.table(), name: name_of(row, registry) },
        Edit::Put { row } => Label::Changed { table: row.table(), name: name_of(row, registry) },
        Edit::Delete { table, .. } => Label::Deleted { table: *table, name: String::new() },
    })
}

/// What people call the row.
fn name_of(row: &Row, _registry: &Registry) -> String {
    match row {
        Row::Person(person) => person.name.clone(),
        Row::Institution(inst) => inst.name.clone(),
        Row::Department(dept) => dept.name.clone(),
        _ => String::new(),
    }
}
