//! The row journal: temporary triggers write down every change in the transaction that makes it.

use std::fmt::Write;

use chrono::NaiveDateTime;
use rusqlite::{Connection, params};

use super::rows::columns_of;
use super::statements::cells;
use super::types::StepKind;
use crate::domain::{Label, Table};

/// How instants are stored.
pub(super) const INSTANT: &str = "%Y-%m-%dT%H:%M:%S";

/// The number that no step has.
const NO_STEP: i64 = 0;

/// Begins to journal: from here on every row written on this connection belongs to the newest step.
pub(super) fn watch(conn: &Connection) -> rusqlite::Result<()> {
    let mut sql = String::new();
    for table in Table::ALL {
        let name = table.name();
        let (old, new) = (cells(*table, "OLD."), cells(*table, "NEW."));
        let differs = columns_of(*table)
            .iter()
            .map(|column| format!("OLD.\"{column}\" IS NOT NEW.\"{column}\""))
            .collect::<Vec<_>>()
            .join(" OR ");
        for (event, when, id, old, new) in [
            ("INSERT", "", "NEW.id", "NULL", new.as_str()),
            ("UPDATE", differs.as_str(), "NEW.id", old.as_str(), new.as_str()),
            ("DELETE", "", "OLD.id", old.as_str(), "NULL"),
        ] {
            let when = if when.is_empty() { String::new() } else { format!("WHEN {when} ") };
            // Writing to a string cannot fail.
            let _ = writeln!(
                sql,
                "CREATE TEMP TRIGGER watch_{name}_{event} AFTER {event} ON main.\"{name}\" {when}BEGIN \
                 INSERT INTO journal_row (step, table_name, row_id, old, new) \
                 VALUES ((SELECT max(step) FROM journal_step), '{name}', {id}, {old}, {new}); END;"
            );
        }
    }
    conn.execute_batch(&sql)
}

/// Notes every row as it stands in a file that was just made, so that a check can tell later whether a row was altered
/// by anything but a step. The notes belong to no step: the history does not show them and nothing takes them back.
pub(super) fn witness(conn: &Connection) -> rusqlite::Result<()> {
    let notes = Table::ALL.iter().fold(String::new(), |mut sql, table| {
        let (name, cells) = (table.name(), cells(*table, ""));
        // Writing to a string cannot fail.
        let _ = writeln!(
            sql,
            "INSERT INTO journal_row (step, table_name, row_id, old, new) \
             SELECT {NO_STEP}, '{name}', id, NULL, {cells} FROM \"{name}\";"
        );
        sql
    });
    conn.execute_batch(&notes)
}

/// Opens a step; rows written from here on belong to it.
pub(super) fn begin(
    conn: &Connection,
    kind: StepKind,
    target: Option<i64>,
    label: &Label,
    at: NaiveDateTime,
) -> rusqlite::Result<i64> {
    let label = serde_json::to_string(label).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    conn.prepare_cached(
        "INSERT INTO journal_step (at, kind, target, label, rows, is_undone, first_entry, last_entry) \
         VALUES (?1, ?2, ?3, ?4, 0, 0, (SELECT coalesce(max(entry), 0) + 1 FROM journal_row), 0)",
    )?
    .execute(params![at.format(INSTANT).to_string(), kind.code(), target, label])?;
    Ok(conn.last_insert_rowid())
}

/// The rows of the step given first, to be narrowed no further than by order or grouping. The cross join keeps the
/// step the outer loop, so that only its range of the journal is read.
pub(super) const OF_STEP: &str = "FROM journal_step s CROSS JOIN journal_row r \
    ON r.entry BETWEEN s.first_entry AND s.last_entry AND r.step = s.step WHERE s.step = ?1";

/// Closes a step: counts its rows by table and notes the sum.
pub(super) fn finish(conn: &Connection, step: i64) -> rusqlite::Result<(Vec<Table>, usize)> {
    conn.prepare_cached(
        "UPDATE journal_step SET last_entry = (SELECT coalesce(max(entry), 0) FROM journal_row) WHERE step = ?1",
    )?
    .execute([step])?;
    let counts = conn
        .prepare_cached(&format!("SELECT table_name, count(DISTINCT row_id) {OF_STEP} GROUP BY table_name"))?
        .query_map([step], |row| Ok((row.get::<_, String>(0)?, row.get::<_, usize>(1)?)))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let rows = counts.iter().map(|(_, count)| count).sum();
    let mut tables: Vec<_> = counts.iter().filter_map(|(name, _)| Table::from_name(name)).collect();
    tables.sort_unstable();
    conn.prepare_cached("UPDATE journal_step SET rows = ?2 WHERE step = ?1")?.execute(params![step, rows])?;
    Ok((tables, rows))
}
