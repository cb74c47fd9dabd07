//! The bin (回收站): deleted rows, as the journal still knows them.

use std::collections::HashSet;

use chrono::NaiveDateTime;
use rusqlite::{Connection, TransactionBehavior};

use super::Store;
use super::apply::store;
use super::error::StoreError;
use super::history::{instant_at, table_at};
use super::rows::from_json;
use super::statements::statements;
use super::types::{Applied, BinItem, StepKind};
use crate::domain::{Label, Table};

impl Store {
    /// Deleted rows that are not there again, newest first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn bin(&self) -> Result<Vec<BinItem>, StoreError> {
        bin_of(&self.conn).map_err(|error| self.named(error))
    }

    /// Fetches a row back from the bin, under its old key.
    ///
    /// # Errors
    /// [`StoreError::NoSuchStep`] where the entry is not in the bin, a refusal where what the row refers to is
    /// gone or another one has taken its place, or the state of the file.
    pub fn restore(&mut self, entry: i64, label: &Label, at: NaiveDateTime) -> Result<Applied, StoreError> {
        let item = self.bin()?.into_iter().find(|item| item.entry == entry).ok_or(StoreError::NoSuchStep(entry))?;
        self.record(StepKind::Do, None, label, at, |conn| {
            store(conn, &statements(item.row.table()).insert, &item.row)?;
            Ok(Vec::new())
        })
    }

    /// Forgets the deleted rows for good, with everything that the journal knows of them; a step of which
    /// nothing is left goes from the history. Gives how many rows were forgotten.
    ///
    /// # Errors
    /// The state of the file.
    pub fn empty_bin(&mut self) -> Result<usize, StoreError> {
        let path = self.path.clone();
        forget(&mut self.conn).map_err(|error| super::fault::named(&path, error))
    }
}

fn bin_of(conn: &Connection) -> rusqlite::Result<Vec<BinItem>> {
    // The index holds the deletions alone; without the hint the whole journal would be read for the sake of the order.
    let sql = "SELECT r.entry, r.step, s.at, r.table_name, r.row_id, r.old \
               FROM journal_row r INDEXED BY journal_row_deleted JOIN journal_step s ON s.step = r.step \
               WHERE r.new IS NULL AND s.kind = 'do' AND s.is_undone = 0 ORDER BY r.entry DESC";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut seen = HashSet::new();
    let mut items = Vec::new();
    while let Some(row) = rows.next()? {
        let (table, id): (Table, i64) = (table_at(row, 3)?, row.get(4)?);
        // Only the last deletion counts of a row that went and came back.
        if seen.insert((table, id)) && !is_there(conn, table, id)? {
            let old: String = row.get(5)?;
            items.push(BinItem {
                entry: row.get(0)?,
                step: row.get(1)?,
                deleted_at: instant_at(row, 2)?,
                row: from_json(table, &old)?,
            });
        }
    }
    Ok(items)
}

fn is_there(conn: &Connection, table: Table, id: i64) -> rusqlite::Result<bool> {
    conn.prepare_cached(&statements(table).exists)?.exists([id])
}

/// A row that came and went leaves nothing behind that other steps need: the whole trail of it can go.
fn forget(conn: &mut Connection) -> rusqlite::Result<usize> {
    // Pages that held personal data are overwritten, not only given free.
    conn.execute_batch("PRAGMA secure_delete = ON")?;
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let items = bin_of(&tx)?;
    tx.execute_batch(
        "CREATE TEMP TABLE forgotten (table_name TEXT, row_id INTEGER, PRIMARY KEY (table_name, row_id))",
    )?;
    for item in &items {
        tx.prepare_cached("INSERT INTO temp.forgotten VALUES (?1, ?2)")?
            .execute((item.row.table().name(), item.row.id()))?;
    }
    tx.execute_batch(
        "DELETE FROM journal_row WHERE (table_name, row_id) IN (SELECT table_name, row_id FROM temp.forgotten);
         DELETE FROM journal_step WHERE step NOT IN (SELECT step FROM journal_row);
         DROP TABLE temp.forgotten;",
    )?;
    tx.commit()?;
    // Earlier deletions left their bytes in the free space of pages; rebuilding the file leaves none. Should
    // there be no room for that now, the next time will do.
    if let Err(error) = conn.execute_batch("PRAGMA secure_delete = OFF; VACUUM") {
        tracing::warn!(%error, "free space of the data file was not cleared");
    }
    Ok(items.len())
}
