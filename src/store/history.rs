//! The history: the journal as people read it.

use chrono::NaiveDateTime;
use rusqlite::Row as SqlRow;
use rusqlite::types::Type;

use super::Store;
use super::error::StoreError;
use super::journal::{INSTANT, OF_STEP};
use super::rows::from_json;
use super::types::{HistoryRow, HistoryStep, StepKind};
use super::undo::label_at;
use crate::domain::{Row, Table};

/// The columns of a step, in the order that [`step_of`] reads.
const STEP: &str = "step, at, kind, target, label, rows, is_undone";

impl Store {
    /// The newest steps first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn history(&self, limit: usize) -> Result<Vec<HistoryStep>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.steps(&format!("SELECT {STEP} FROM journal_step ORDER BY step DESC LIMIT ?1"), limit)
    }

    /// Steps after the one given, the newest first: what happened since a backup.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn history_after(&self, step: i64) -> Result<Vec<HistoryStep>, StoreError> {
        self.steps(&format!("SELECT {STEP} FROM journal_step WHERE step > ?1 ORDER BY step DESC"), step)
    }

    fn steps(&self, sql: &str, bound: i64) -> Result<Vec<HistoryStep>, StoreError> {
        let read = || self.conn.prepare_cached(sql)?.query_map([bound], step_of)?.collect::<rusqlite::Result<_>>();
        read().map_err(|error| self.named(error))
    }

    /// The number of the newest step, 0 before the first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn last_step(&self) -> Result<i64, StoreError> {
        let sql = "SELECT coalesce(max(step), 0) FROM journal_step";
        self.conn.query_row(sql, [], |row| row.get(0)).map_err(|error| self.named(error))
    }

    /// The rows of a step, in the order in which it wrote them.
    ///
    /// # Errors
    /// [`StoreError::NoSuchStep`], or where the file cannot be read.
    pub fn history_rows(&self, step: i64) -> Result<Vec<HistoryRow>, StoreError> {
        let sql = format!("SELECT table_name, row_id, old, new {OF_STEP} ORDER BY entry");
        let read = || self.conn.prepare_cached(&sql)?.query_map([step], row_of)?.collect::<rusqlite::Result<Vec<_>>>();
        let rows = read().map_err(|error| self.named(error))?;
        if rows.is_empty() { Err(StoreError::NoSuchStep(step)) } else { Ok(rows) }
    }
}

fn step_of(row: &SqlRow<'_>) -> rusqlite::Result<HistoryStep> {
    let kind: String = row.get(2)?;
    Ok(HistoryStep {
        step: row.get(0)?,
        at: instant_at(row, 1)?,
        kind: StepKind::from_code(&kind).ok_or(rusqlite::Error::InvalidColumnType(2, kind, Type::Text))?,
        target: row.get(3)?,
        label: label_at(row, 4)?,
        rows: row.get(5)?,
        is_undone: row.get(6)?,
    })
}

fn row_of(row: &SqlRow<'_>) -> rusqlite::Result<HistoryRow> {
    let table = table_at(row, 0)?;
    Ok(HistoryRow { table, row_id: row.get(1)?, old: cells_at(row, 2, table)?, new: cells_at(row, 3, table)? })
}

/// The table named in a column of a row.
pub(super) fn table_at(row: &SqlRow<'_>, column: usize) -> rusqlite::Result<Table> {
    let name: String = row.get(column)?;
    Table::from_name(&name).ok_or(rusqlite::Error::InvalidColumnType(column, name, Type::Text))
}

/// The instant in a column of a row.
pub(super) fn instant_at(row: &SqlRow<'_>, column: usize) -> rusqlite::Result<NaiveDateTime> {
    let text: String = row.get(column)?;
    NaiveDateTime::parse_from_str(&text, INSTANT)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error)))
}

fn cells_at(row: &SqlRow<'_>, column: usize, table: Table) -> rusqlite::Result<Option<Row>> {
    let json: Option<String> = row.get(column)?;
    json.map(|json| from_json(table, &json)).transpose()
}
