//! Why the database engine did not take a change, in the terms of the office.

use std::path::Path;

use rusqlite::{Connection, Error as SqlError, ErrorCode, ffi};

use super::error::{Refusal, StoreError};
use super::fault::named;
use crate::domain::Table;

/// Why a step did not come about.
pub(super) enum Refused {
    /// The records would contradict each other, or another answer that is already named.
    Named(StoreError),
    /// The database engine failed.
    Sql(SqlError),
}

impl Refused {
    /// The error for the outside.
    pub(super) fn named(self, path: &Path) -> StoreError {
        match self {
            Self::Named(error) => error,
            Self::Sql(error) => named(path, error),
        }
    }
}

impl From<SqlError> for Refused {
    fn from(error: SqlError) -> Self {
        Self::Sql(error)
    }
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        Self::Named(error)
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self::Named(StoreError::Refused(refusal))
    }
}

/// What is wrong with a row that was not taken.
pub(super) fn put(table: Table, error: SqlError) -> Refused {
    match refusal(table, &error) {
        Some(refusal) => refusal.into(),
        None => error.into(),
    }
}

fn refusal(table: Table, error: &SqlError) -> Option<Refusal> {
    let SqlError::SqliteFailure(cause, message) = error else { return None };
    let message = message.as_deref().unwrap_or_default();
    match cause.extended_code {
        ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID => {
            Some(Refusal::Duplicate { table })
        }
        ffi::SQLITE_CONSTRAINT_CHECK => {
            // A check is named after its field, see the schema.
            let name = message.rsplit(' ').next().unwrap_or_default();
            Some(match name {
                "period" => Refusal::EndBeforeStart { table },
                field => Refusal::Invalid { table, field: field.to_owned() },
            })
        }
        _ => None,
    }
}

/// Whether a reference to a missing row was refused.
pub(super) fn is_foreign_key(error: &SqlError) -> bool {
    matches!(error, SqlError::SqliteFailure(cause, _)
        if cause.code == ErrorCode::ConstraintViolation && cause.extended_code == ffi::SQLITE_CONSTRAINT_FOREIGNKEY)
}

/// Whether a row that must be the only one of its kind was refused.
pub(super) fn is_duplicate(error: &SqlError) -> bool {
    matches!(refusal(Table::Setting, error), Some(Refusal::Duplicate { .. }))
}

/// A reference to a row that is not there.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Dangling {
    /// Table of the row that refers.
    pub(super) table: Table,
    /// Its key.
    pub(super) id: i64,
    /// Where the missing row should be.
    pub(super) parent: Table,
    /// Its key, where it can be told.
    pub(super) parent_id: Option<i64>,
}

/// Every dangling reference of the file as it stands in the open transaction, by table and key.
pub(super) fn all_dangling(conn: &Connection) -> rusqlite::Result<Vec<Dangling>> {
    let found = conn
        .prepare("PRAGMA foreign_key_check")?
        .query_map([], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?, row.get::<_, i64>(3)?))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut dangling = Vec::with_capacity(found.len());
    for (table, id, parent, key) in found {
        let (Some(table), Some(parent)) = (Table::from_name(&table), Table::from_name(&parent)) else { continue };
        dangling.push(Dangling { table, id, parent, parent_id: parent_id(conn, table, id, key)? });
    }
    dangling.sort_unstable();
    Ok(dangling)
}

/// The key that the row gives in its foreign key number `key`.
fn parent_id(conn: &Connection, table: Table, id: i64, key: i64) -> rusqlite::Result<Option<i64>> {
    let column: String =
        conn.query_row("SELECT \"from\" FROM pragma_foreign_key_list(?1) WHERE id = ?2", (table.name(), key), |row| {
            row.get(0)
        })?;
    conn.query_row(&format!("SELECT \"{column}\" FROM \"{}\" WHERE id = ?1", table.name()), [id], |row| row.get(0))
}

/// Names the reference that keeps the open transaction from being committed.
pub(super) fn dangling(conn: &Connection, step: i64) -> rusqlite::Result<Refused> {
    let Some(first) = all_dangling(conn)?.into_iter().next() else {
        return Ok(SqlError::SqliteFailure(ffi::Error::new(ffi::SQLITE_CONSTRAINT_FOREIGNKEY), None).into());
    };
    let was_deleted = conn
        .prepare("SELECT 1 FROM journal_row WHERE step = ?1 AND table_name = ?2 AND row_id = ?3 AND new IS NULL")?
        .exists((step, first.parent.name(), first.parent_id))?;
    Ok(match first.parent_id {
        Some(id) if was_deleted => Refusal::InUse { table: first.parent, id, by: first.table }.into(),
        _ => Refusal::Dangling { table: first.table }.into(),
    })
}
