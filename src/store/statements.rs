//! The statements for the rows of each table, spelled once from the fields of its record.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::rows::columns_of;
use crate::domain::Table;

/// The statements for one table. Parameters stand in the order of the columns, the key first.
#[derive(Debug, Default)]
pub(super) struct Statements {
    /// Whole rows; may be narrowed by what is appended.
    pub(super) select: String,
    /// Whole rows by key.
    pub(super) select_all: String,
    /// The row of a key.
    pub(super) select_one: String,
    /// A new row; the key 0 takes the next one.
    pub(super) insert: String,
    /// A row under a key of its own, or in place of the row that has it.
    pub(super) upsert: String,
    /// A row in place of the one with its key.
    pub(super) update: String,
    /// The row of a key goes.
    pub(super) delete: String,
    /// Whether there is a row of that key.
    pub(super) exists: String,
    /// A row as the journal writes it.
    pub(super) journaled: String,
    /// A new row from how the journal wrote it.
    pub(super) insert_journaled: String,
    /// A row from how the journal wrote it, in place of the one with the key of the second parameter.
    pub(super) update_journaled: String,
}

/// The statements for a table.
pub(super) fn statements(table: Table) -> &'static Statements {
    static ALL: LazyLock<BTreeMap<Table, Statements>> =
        LazyLock::new(|| Table::ALL.iter().map(|table| (*table, spell(*table))).collect());
    // Never needed: `ALL` holds every table.
    static NONE: LazyLock<Statements> = LazyLock::new(Statements::default);
    ALL.get(&table).unwrap_or(&NONE)
}

/// The expression that writes a row down: its cells as a JSON array in the order of the columns.
pub(super) fn cells(table: Table, prefix: &str) -> String {
    let columns: Vec<_> = columns_of(table).iter().map(|column| format!("{prefix}\"{column}\"")).collect();
    format!("json_array({})", columns.join(", "))
}

fn spell(table: Table) -> Statements {
    let (name, columns) = (table.name(), columns_of(table));
    let join = |each: &dyn Fn(usize, &str) -> String, from: usize| {
        let parts: Vec<_> = columns.iter().enumerate().skip(from).map(|(at, column)| each(at, column)).collect();
        parts.join(", ")
    };
    let names = join(&|_, column| format!("\"{column}\""), 0);
    let values = join(&|at, _| format!("?{}", at + 1), 1);
    let assignments = join(&|at, column| format!("\"{column}\" = ?{}", at + 1), 1);
    let select = format!("SELECT {names} FROM \"{name}\"");
    Statements {
        select_all: format!("{select} ORDER BY id"),
        select_one: format!("{select} WHERE id = ?1"),
        select,
        insert: format!("INSERT INTO \"{name}\" ({names}) VALUES (NULLIF(?1, 0), {values})"),
        upsert: format!(
            "INSERT INTO \"{name}\" ({names}) VALUES (?1, {values}) ON CONFLICT (id) DO UPDATE SET {assignments}"
        ),
        update: format!("UPDATE \"{name}\" SET {assignments} WHERE id = ?1"),
        delete: format!("DELETE FROM \"{name}\" WHERE id = ?1"),
        exists: format!("SELECT 1 FROM \"{name}\" WHERE id = ?1"),
        journaled: format!("SELECT {} FROM \"{name}\" WHERE id = ?1", cells(table, "")),
        insert_journaled: format!(
            "INSERT INTO \"{name}\" ({names}) SELECT {}",
            join(&|at, _| format!("?1 ->> {at}"), 0)
        ),
        update_journaled: format!(
            "UPDATE \"{name}\" SET {} WHERE id = ?2",
            join(&|at, column| format!("\"{column}\" = ?1 ->> {at}"), 0)
        ),
    }
}
