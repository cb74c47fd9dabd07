//! Taking steps back and doing them again, by what the journal says of their rows.
//!
//! A step is taken back by putting the old rows in place of the new ones, the last first, and only where
//! the new ones still stand. That is itself a journaled step; doing it again is taking back the taking back.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension, params};

use super::error::StoreError;
use super::refuse::{self, Refused};
use super::statements::statements;
use super::types::{Applied, StepKind};
use super::{Store, journal};
use crate::domain::{Label, Table};

impl Store {
    /// Takes the newest step back that still stands.
    ///
    /// # Errors
    /// [`StoreError::NothingToUndo`], or the state of the file.
    pub fn undo(&mut self, at: NaiveDateTime) -> Result<Applied, StoreError> {
        let newest = "SELECT max(step) FROM journal_step WHERE kind = 'do' AND is_undone = 0";
        let step: Option<i64> = self.conn.query_row(newest, [], |row| row.get(0)).map_err(|error| self.named(error))?;
        self.take_back(step.ok_or(StoreError::NothingToUndo)?, at)
    }

    /// Does the step again that was taken back last, unless something else was done since.
    ///
    /// # Errors
    /// [`StoreError::NothingToRedo`], or the state of the file.
    pub fn redo(&mut self, at: NaiveDateTime) -> Result<Applied, StoreError> {
        let sql = "SELECT step, target, label FROM journal_step WHERE kind = 'undo' AND is_undone = 0 \
                   AND step > (SELECT coalesce(max(step), 0) FROM journal_step WHERE kind = 'do') \
                   ORDER BY step DESC LIMIT 1";
        let found = self
            .conn
            .query_row(sql, [], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, label_at(row, 2)?)))
            .optional()
            .map_err(|error| self.named(error))?;
        let (undo, target, label) = found.ok_or(StoreError::NothingToRedo)?;
        self.record(StepKind::Redo, Some(target), &label, at, |conn| {
            revert(conn, undo)?;
            mark(conn, undo, true)?;
            mark(conn, target, false)?;
            Ok(Vec::new())
        })
    }

    /// Takes one step back out of order, such as an import of yesterday.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] with the rows that were changed since, [`StoreError::NothingToUndo`] where it
    /// is taken back already, [`StoreError::NoSuchStep`] where there is none or it took another one back.
    pub fn undo_step(&mut self, step: i64, at: NaiveDateTime) -> Result<Applied, StoreError> {
        let sql = "SELECT is_undone FROM journal_step WHERE step = ?1 AND kind = 'do'";
        let found = self.conn.query_row(sql, [step], |row| row.get::<_, bool>(0)).optional();
        match found.map_err(|error| self.named(error))? {
            None => Err(StoreError::NoSuchStep(step)),
            Some(true) => Err(StoreError::NothingToUndo),
            Some(false) => self.take_back(step, at),
        }
    }

    fn take_back(&mut self, target: i64, at: NaiveDateTime) -> Result<Applied, StoreError> {
        let sql = "SELECT label FROM journal_step WHERE step = ?1";
        let label = self.conn.query_row(sql, [target], |row| label_at(row, 0)).map_err(|error| self.named(error))?;
        self.record(StepKind::Undo, Some(target), &label, at, |conn| {
            revert(conn, target)?;
            mark(conn, target, true)?;
            Ok(Vec::new())
        })
    }
}

/// The label in a column of a row.
pub(super) fn label_at(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Label> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error))
    })
}

fn mark(conn: &Connection, step: i64, is_undone: bool) -> rusqlite::Result<usize> {
    conn.execute("UPDATE journal_step SET is_undone = ?2 WHERE step = ?1", params![step, is_undone])
}

/// One row of the journal, its cells unread.
struct Entry {
    table: Table,
    row_id: i64,
    old: Option<String>,
    new: Option<String>,
}

/// Puts the rows of `target` back as they were before it, as part of the open step.
fn revert(conn: &Connection, target: i64) -> Result<(), Refused> {
    let mut in_the_way = BTreeSet::new();
    for entry in entries(conn, target)? {
        let was_put_back = entry.new == current(conn, &entry)? && put_back(conn, &entry)?;
        if !was_put_back {
            in_the_way.insert((entry.table, entry.row_id));
        }
    }
    if in_the_way.is_empty() {
        return Ok(());
    }
    Err(StoreError::Conflict { step: target, rows: in_the_way.into_iter().collect() }.into())
}

/// The rows of a step, the last first.
fn entries(conn: &Connection, step: i64) -> rusqlite::Result<Vec<Entry>> {
    let sql = format!("SELECT table_name, row_id, old, new {} ORDER BY entry DESC", journal::OF_STEP);
    conn.prepare_cached(&sql)?
        .query_map([step], |row| {
            let name: String = row.get(0)?;
            let table = Table::from_name(&name)
                .ok_or_else(|| rusqlite::Error::InvalidColumnType(0, name, rusqlite::types::Type::Text))?;
            Ok(Entry { table, row_id: row.get(1)?, old: row.get(2)?, new: row.get(3)? })
        })?
        .collect()
}

/// The row as it stands, written as the journal writes it.
fn current(conn: &Connection, entry: &Entry) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached(&statements(entry.table).journaled)?.query_row([entry.row_id], |row| row.get(0)).optional()
}

/// Puts the old row in place of the new one; `false` where another row has taken its place.
fn put_back(conn: &Connection, entry: &Entry) -> rusqlite::Result<bool> {
    let sql = statements(entry.table);
    let outcome = match (&entry.old, &entry.new) {
        (None, _) => conn.prepare_cached(&sql.delete)?.execute([entry.row_id]),
        (Some(old), None) => conn.prepare_cached(&sql.insert_journaled)?.execute([old]),
        (Some(old), Some(_)) => conn.prepare_cached(&sql.update_journaled)?.execute(params![old, entry.row_id]),
    };
    match outcome {
        Err(error) if refuse::is_duplicate(&error) => Ok(false),
        outcome => outcome.map(|_| true),
    }
}
