//! Records that cannot stand side by side: the same pair twice at one time, one person in two long postings.

use rusqlite::Connection;

use super::error::Refusal;
use super::refuse::Refused;
use super::rows::from_row;
use super::statements::statements;
use crate::domain::{Pairing, Row, Stint, Table};

/// The rows of a step whose neighbours have to be looked at once it is whole.
#[derive(Debug, Default)]
pub(super) struct Neighbours {
    pairings: Vec<i64>,
    stints: Vec<i64>,
}

impl Neighbours {
    /// Notes a row that was written under the key.
    pub(super) fn note(&mut self, row: &Row, id: i64) {
        match row {
            Row::Pairing(_) => self.pairings.push(id),
            Row::Stint(_) => self.stints.push(id),
            _ => {}
        }
    }

    /// Refuses the step where one of its rows overlaps another.
    pub(super) fn judge(&self, conn: &Connection) -> Result<(), Refused> {
        for id in &self.pairings {
            let others = "mentor = (SELECT mentor FROM pairing WHERE id = ?1) \
                          AND apprentice = (SELECT apprentice FROM pairing WHERE id = ?1)";
            refuse(conn, Table::Pairing, *id, others, Pairing::overlaps)?;
        }
        for id in &self.stints {
            let others = "person = (SELECT person FROM stint WHERE id = ?1)";
            refuse(conn, Table::Stint, *id, others, Stint::overlaps)?;
        }
        Ok(())
    }
}

/// Refuses where the row with the key overlaps another one of those that share its people.
fn refuse<R: crate::domain::Record>(
    conn: &Connection,
    table: Table,
    id: i64,
    sharing: &str,
    overlaps: fn(&R, &R) -> bool,
) -> Result<(), Refused> {
    let sql = format!("{} WHERE {sharing}", statements(table).select);
    let rows: Vec<R> =
        conn.prepare_cached(&sql)?.query_map([id], |row| from_row(row))?.collect::<rusqlite::Result<_>>()?;
    let Some(own) = rows.iter().find(|row| row.id().raw() == id) else { return Ok(()) };
    match rows.iter().find(|other| other.id() != own.id() && overlaps(own, other)) {
        Some(other) => Err(Refusal::Overlap { table, id: other.id().raw() }.into()),
        None => Ok(()),
    }
}
