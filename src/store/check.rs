//! A check of an open file: pages and schema, and on demand every reference and every row.

use rusqlite::Connection;

use super::error::StoreError;
use super::rows::from_row;
use super::statements::{cells, statements};
use super::types::{CheckReport, Problem};
use super::{Store, look, migrate, refuse};
use crate::domain::{ForRecord, Record, Table};

impl Store {
    /// Checks the file. A deep check reads every page and index, follows every reference, reads every row as
    /// its record and compares it with what the journal last left.
    ///
    /// # Errors
    /// Where the file cannot be read at all.
    pub fn check(&self, is_deep: bool) -> Result<CheckReport, StoreError> {
        let mut problems = Vec::new();
        let found = if is_deep { deep(&self.conn, &mut problems) } else { quick(&self.conn, &mut problems) };
        match found {
            Ok(()) => Ok(CheckReport { is_deep, problems }),
            Err(error) => match self.named(error) {
                // A page that cannot be read ends the check, and is its finding.
                StoreError::Damaged { detail, .. } => {
                    problems.push(Problem::Damage { detail });
                    Ok(CheckReport { is_deep, problems })
                }
                error => Err(error),
            },
        }
    }
}

fn quick(conn: &Connection, problems: &mut Vec<Problem>) -> rusqlite::Result<()> {
    pages(conn, "PRAGMA quick_check", problems)?;
    let schema = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let (expected, found) = (migrate::expected(schema)?, migrate::found(conn)?);
    problems.extend(look::first_difference(&expected, &found).map(|name| Problem::Schema { name: name.to_owned() }));
    Ok(())
}

fn deep(conn: &Connection, problems: &mut Vec<Problem>) -> rusqlite::Result<()> {
    pages(conn, "PRAGMA integrity_check", problems)?;
    quick(conn, problems)?;
    problems.extend(refuse::all_dangling(conn)?.into_iter().map(|row| Problem::Reference {
        table: row.table,
        id: row.id,
        parent: row.parent,
    }));
    for table in Table::ALL {
        table.with(Readable { conn, problems })?;
        altered(conn, *table, problems)?;
    }
    problems.dedup();
    Ok(())
}

fn pages(conn: &Connection, sql: &str, problems: &mut Vec<Problem>) -> rusqlite::Result<()> {
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let detail: String = row.get(0)?;
        if detail != "ok" {
            problems.push(Problem::Damage { detail });
        }
    }
    Ok(())
}

/// Reads every row of a table as its record.
struct Readable<'a> {
    conn: &'a Connection,
    problems: &'a mut Vec<Problem>,
}

impl ForRecord for Readable<'_> {
    type Output = rusqlite::Result<()>;

    fn run<R: Record>(self) -> Self::Output {
        let mut statement = self.conn.prepare(&statements(R::TABLE).select)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if let Err(error) = from_row::<R>(row) {
                self.problems.push(Problem::Unreadable { table: R::TABLE, detail: error.to_string() });
            }
        }
        Ok(())
    }
}

/// Finds rows that are not as the journal last left them. Rows that the journal never met are not judged.
fn altered(conn: &Connection, table: Table, problems: &mut Vec<Problem>) -> rusqlite::Result<()> {
    let name = table.name();
    // The bare column `new` is that of the entry with the largest number.
    let sql = format!(
        "SELECT last.row_id FROM \
         (SELECT row_id, new, max(entry) FROM journal_row WHERE table_name = '{name}' GROUP BY row_id) AS last \
         LEFT JOIN \"{name}\" AS here ON here.id = last.row_id \
         WHERE last.new IS NOT CASE WHEN here.id IS NOT NULL THEN {} END",
        cells(table, "here.")
    );
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        problems.push(Problem::Altered { table, id: row.get(0)? });
    }
    Ok(())
}
