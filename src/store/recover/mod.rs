//! Salvage: a new data file from what can still be read of a damaged one, table by table.
//!
//! Keys are kept, so that references stay whole. The history is left behind: with a gap in it nothing could be taken
//! back safely.

mod read;
mod source;

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use serde::Serialize;

use super::backup::{Existing, settle, temporary};
use super::error::StoreError;
use super::fault::named;
use super::rows::from_row;
use super::statements::statements;
use super::{Store, connect, journal, look, migrate, refuse};
use crate::domain::{ForRecord, Record, Table};
use read::Found;
use source::Source;

/// What became of the rows of one table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Salvaged {
    /// The table.
    pub table: Table,
    /// Rows that are in the new file.
    pub kept: u64,
    /// Rows that were read but are not whole: a field is no longer sound, or what they refer to is lost.
    pub refused: Vec<i64>,
    /// First and last key of each stretch that cannot be read; not every key in it need have had a row.
    pub gaps: Vec<(i64, i64)>,
}

impl Salvaged {
    /// Whether every row of the table is in the new file.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.refused.is_empty() && self.gaps.is_empty()
    }
}

/// Makes the new file `to` from the damaged file `bad`, which is only read.
///
/// # Errors
/// [`StoreError::Damaged`] where not even the list of tables can be read; [`StoreError::Foreign`] and
/// [`StoreError::Newer`] for files of others; [`StoreError::Exists`] where `to` is there.
pub fn recover(bad: &Path, to: &Path) -> Result<Vec<Salvaged>, StoreError> {
    if to.symlink_metadata().is_ok() {
        return Err(StoreError::Exists { path: to.to_path_buf() });
    }
    let source = Source::open(bad, to)?;
    let whole = temporary(to)?;
    let named = |error| named(to, error);
    let mut conn = connect::for_writing(&whole).map_err(named)?;
    // A half-made file is thrown away; parents may come after children, and what stays alone is taken out at the end.
    conn.execute_batch("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;")
        .map_err(named)?;
    let salvaged = fill(&mut conn, &source).map_err(named)?;
    look::content(&conn, to)?;
    conn.close().map_err(|(_, error)| named(error))?;
    settle(whole, to, Existing::Keep)?;
    Ok(salvaged)
}

fn fill(conn: &mut Connection, source: &Source) -> rusqlite::Result<Vec<Salvaged>> {
    migrate::run(conn, 0, source.schema)?;
    let tx = conn.transaction()?;
    let mut salvaged = Vec::new();
    for table in Table::ALL {
        let columns = read::columns(&tx, *table)?;
        // A table that came with a later schema has no rows in the old file, and keeps those it is made with.
        if !columns.is_empty() {
            let found = read::rows(source, *table, &columns);
            salvaged.push(put(&tx, *table, &columns, found)?);
        }
    }
    tx.commit()?;
    migrate::run(conn, source.schema, Store::SCHEMA)?;
    let tx = conn.transaction()?;
    take_out_unsound(&tx, &mut salvaged)?;
    journal::witness(&tx)?;
    tx.commit()?;
    Ok(salvaged)
}

/// Puts the rows of a table in. Those that a new file is made with stay only where the old list has gaps.
fn put(conn: &Connection, table: Table, columns: &[String], found: Found) -> rusqlite::Result<Salvaged> {
    let name = table.name();
    if found.gaps.is_empty() {
        conn.execute(&format!("DELETE FROM \"{name}\""), [])?;
    }
    let places: Vec<String> = (1..=columns.len()).map(|at| format!("?{at}")).collect();
    let names: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
    let mut insert =
        conn.prepare(&format!("INSERT INTO \"{name}\" ({}) VALUES ({})", names.join(", "), places.join(", ")))?;
    let mut salvaged = Salvaged { table, kept: 0, refused: found.unsound, gaps: found.gaps };
    for (id, row) in found.rows {
        conn.prepare_cached(&statements(table).delete)?.execute([id])?;
        match insert.execute(params_from_iter::<Vec<Value>>(row)) {
            Ok(_) => salvaged.kept += 1,
            Err(error) if is_unsound(&error) => salvaged.refused.push(id),
            Err(error) => return Err(error),
        }
    }
    Ok(salvaged)
}

/// Whether the row, not the file, is what stands in the way.
fn is_unsound(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(rusqlite::ErrorCode::ConstraintViolation | rusqlite::ErrorCode::TypeMismatch)
    )
}

/// Takes out the rows that are no records, and those that refer to rows which are not there, until all stand.
fn take_out_unsound(conn: &Connection, salvaged: &mut [Salvaged]) -> rusqlite::Result<()> {
    let mut unsound = BTreeSet::new();
    for table in Table::ALL {
        unsound.extend(table.with(Unreadable { conn })?.into_iter().map(|id| (*table, id)));
    }
    loop {
        for (table, id) in &unsound {
            conn.execute(&statements(*table).delete, [id])?;
            if let Some(of_table) = salvaged.iter_mut().find(|one| one.table == *table) {
                of_table.kept = of_table.kept.saturating_sub(1);
                of_table.refused.push(*id);
            }
        }
        unsound = refuse::all_dangling(conn)?.into_iter().map(|row| (row.table, row.id)).collect();
        if unsound.is_empty() {
            return Ok(());
        }
    }
}

/// Finds the rows of a table that cannot be read as its record.
struct Unreadable<'a> {
    conn: &'a Connection,
}

impl ForRecord for Unreadable<'_> {
    type Output = rusqlite::Result<Vec<i64>>;

    fn run<R: Record>(self) -> Self::Output {
        let mut statement = self.conn.prepare(&statements(R::TABLE).select)?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            if from_row::<R>(row).is_err() {
                found.push(row.get("id")?);
            }
        }
        Ok(found)
    }
}
