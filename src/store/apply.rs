//! Edits become one transaction with its step in the journal: all of them or none.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use rusqlite::{Connection, Statement, Transaction, TransactionBehavior};

use super::error::{Refusal, StoreError};
use super::overlap::Neighbours;
use super::refuse::{self, Refused};
use super::rows::bind;
use super::statements::statements;
use super::types::{Applied, StepKind};
use super::{Store, contradict, journal, kept};
use crate::domain::{Edit, Label, OnRecord, Record, Row, Table};

/// The largest key that an import may choose itself; what lies above is a slip, and would leave no room.
const MAX_ID: i64 = 1 << 52;

impl Store {
    /// Applies edits as one step: all of them or none. Returns after the commit is on the disk.
    ///
    /// A row may bring its own key where that is at least the table's next one; keys are never used twice.
    ///
    /// # Errors
    /// A [`Refusal`] where the records would contradict each other, else the state of the file.
    pub fn apply(&mut self, label: &Label, at: NaiveDateTime, edits: &[Edit]) -> Result<Applied, StoreError> {
        self.apply_keeping(label, at, edits, &[])
    }

    /// The same together with files that its records name by their digests.
    ///
    /// # Errors
    /// As [`Store::apply`].
    pub fn apply_keeping(
        &mut self,
        label: &Label,
        at: NaiveDateTime,
        edits: &[Edit],
        files: &[Vec<u8>],
    ) -> Result<Applied, StoreError> {
        self.record(StepKind::Do, None, label, at, |conn| {
            kept::keep(conn, files)?;
            let neighbours = Neighbours::default();
            let mut writer = Writer { conn, used: last_ids(conn)?, new_ids: Vec::new(), neighbours };
            writer.run(edits)?;
            writer.neighbours.judge(conn)?;
            Ok(writer.new_ids)
        })
    }

    /// Does `work` as one journaled step in one transaction.
    pub(super) fn record(
        &mut self,
        kind: StepKind,
        target: Option<i64>,
        label: &Label,
        at: NaiveDateTime,
        work: impl FnOnce(&Connection) -> Result<Vec<i64>, Refused>,
    ) -> Result<Applied, StoreError> {
        let path = self.path.clone();
        let outcome = (|| {
            let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            // Edits of one step may come in any order; references are judged once, at the commit.
            tx.execute_batch("PRAGMA defer_foreign_keys = ON")?;
            let step = journal::begin(&tx, kind, target, label, at)?;
            let new_ids = work(&tx)?;
            let (tables, rows) = journal::finish(&tx, step)?;
            if rows == 0 {
                return Ok(Applied { step: 0, label: label.clone(), tables, rows, new_ids });
            }
            // What was there before was right; only new edits can contradict it.
            if matches!(kind, StepKind::Do) {
                contradict::refuse(&tx, step, &tables)?;
            }
            commit(&tx, step, target)?;
            Ok(Applied { step, label: label.clone(), tables, rows, new_ids })
        })();
        outcome.map_err(|refused: Refused| refused.named(&path))
    }
}

/// Commits, and says which reference dangles where one does.
fn commit(tx: &Transaction<'_>, step: i64, target: Option<i64>) -> Result<(), Refused> {
    // Not `tx.commit()`: after a refusal the open transaction is still needed to find out why.
    match tx.execute_batch("COMMIT") {
        Err(error) if refuse::is_foreign_key(&error) => Err(match target {
            None => refuse::dangling(tx, step)?,
            Some(step) => {
                let rows = refuse::all_dangling(tx)?.into_iter().map(|row| (row.table, row.id)).collect();
                StoreError::Conflict { step, rows }.into()
            }
        }),
        outcome => Ok(outcome?),
    }
}

/// The largest key ever given, by table.
fn last_ids(conn: &Connection) -> rusqlite::Result<BTreeMap<Table, i64>> {
    let mut statement = conn.prepare_cached("SELECT name, seq FROM sqlite_sequence")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    let mut last = BTreeMap::new();
    for row in rows {
        let (name, id) = row?;
        if let Some(table) = Table::from_name(&name) {
            last.insert(table, id);
        }
    }
    Ok(last)
}

impl Store {
    /// For each table the key that the next new row may take.
    pub(super) fn next_ids(&self) -> rusqlite::Result<BTreeMap<Table, i64>> {
        let last = last_ids(&self.conn)?;
        Ok(Table::ALL.iter().map(|table| (*table, last.get(table).map_or(1, |id| id + 1))).collect())
    }
}

/// Writes the rows of a step.
struct Writer<'a> {
    conn: &'a Connection,
    /// The largest key of each table before the step: a row at or below it is either there or gone for good.
    used: BTreeMap<Table, i64>,
    new_ids: Vec<i64>,
    neighbours: Neighbours,
}

impl Writer<'_> {
    fn run(&mut self, edits: &[Edit]) -> Result<(), Refused> {
        for edit in edits {
            match edit {
                Edit::Put { row } => self.put(row)?,
                Edit::Delete { table, id } => delete(self.conn, *table, *id)?,
                Edit::Many { edits, .. } => self.run(edits)?,
            }
        }
        Ok(())
    }

    fn put(&mut self, row: &Row) -> Result<(), Refused> {
        let (table, id) = (row.table(), row.id());
        let sql = statements(table);
        let used = self.used.get(&table).copied().unwrap_or(0);
        if id == 0 {
            store(self.conn, &sql.insert, row)?;
            self.new_ids.push(self.conn.last_insert_rowid());
        } else if id > used && id <= MAX_ID {
            store(self.conn, &sql.upsert, row)?;
        } else if store(self.conn, &sql.update, row)? == 0 {
            return Err(Refusal::NoSuchRow { table, id }.into());
        }
        self.neighbours.note(row, if id == 0 { self.conn.last_insert_rowid() } else { id });
        Ok(())
    }
}

/// Runs a statement with the fields of a row for parameters; gives how many rows it changed.
pub(super) fn store(conn: &Connection, sql: &str, row: &Row) -> Result<usize, Refused> {
    let write = || {
        let mut statement = conn.prepare_cached(sql)?;
        row.with(Bind(&mut statement))?;
        statement.raw_execute()
    };
    write().map_err(|error| refuse::put(row.table(), error))
}

/// Binds the record inside a row.
struct Bind<'a, 'conn>(&'a mut Statement<'conn>);

impl OnRecord for Bind<'_, '_> {
    type Output = rusqlite::Result<()>;

    fn run<R: Record>(self, record: &R) -> Self::Output {
        bind(record, self.0)
    }
}

fn delete(conn: &Connection, table: Table, id: i64) -> Result<(), Refused> {
    match conn.prepare_cached(&statements(table).delete)?.execute([id])? {
        0 => Err(Refusal::NoSuchRow { table, id }.into()),
        _ => Ok(()),
    }
}
