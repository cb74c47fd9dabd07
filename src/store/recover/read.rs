//! Reads what can be read of one damaged table: from both ends, then in ever smaller pieces between.

use rusqlite::types::Value;
use rusqlite::{Connection, Row};

use super::source::Source;
use crate::domain::Table;

/// Attempts at the pieces between two unreadable rows before the rest of a table is given up.
const MOST_PROBES: usize = 4_000;
/// The largest key that is looked for where the file no longer says which one was the last.
const FARTHEST: i64 = 1 << 24;

/// What was found of a table.
pub(super) struct Found {
    /// Keys and cells of the rows, in the order of the columns.
    pub(super) rows: Vec<(i64, Vec<Value>)>,
    /// Keys of rows of which a cell cannot be read.
    pub(super) unsound: Vec<i64>,
    /// First and last key of the stretches that cannot be read.
    pub(super) gaps: Vec<(i64, i64)>,
}

/// The columns of a table, in order, the key first; none where there is no such table.
pub(super) fn columns(conn: &Connection, table: Table) -> rusqlite::Result<Vec<String>> {
    let mut statement = conn.prepare("SELECT name FROM pragma_table_info(?1)")?;
    statement.query_map([table.name()], |row| row.get(0))?.collect()
}

/// Reads every row of a table that can be read.
pub(super) fn rows(source: &Source, table: Table, columns: &[String]) -> Found {
    let mut found = Found { rows: Vec::new(), unsound: Vec::new(), gaps: Vec::new() };
    let last = last_key(&source.conn, table).unwrap_or(FARTHEST);
    let names: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
    let select = format!("SELECT {} FROM \"{}\" NOT INDEXED", names.join(", "), table.name());
    let mut pieces = vec![(1, last)];
    let mut probes = 0;
    while let Some((first, last)) = pieces.pop() {
        let Some((first, last)) = unread(&source.conn, &select, (first, last), &mut found) else { continue };
        probes += 1;
        let middle = first + (last - first) / 2;
        if first == last || probes > MOST_PROBES {
            found.gaps.push((first, last));
        } else {
            pieces.extend([(middle + 1, last), (first, middle)]);
        }
    }
    found.gaps.sort_unstable();
    found.gaps = joined(&found.gaps);
    found
}

/// The largest key that was ever given, as the file itself keeps it.
fn last_key(conn: &Connection, table: Table) -> Option<i64> {
    let kept = conn.query_row("SELECT seq FROM sqlite_sequence WHERE name = ?1", [table.name()], |row| row.get(0));
    match kept {
        Ok(seq) => Some(seq),
        Err(rusqlite::Error::QueryReturnedNoRows) => Some(0),
        Err(_) => conn
            .query_row(&format!("SELECT max(id) FROM \"{}\"", table.name()), [], |row| row.get::<_, Option<i64>>(0))
            .ok()
            .map(|last| last.unwrap_or(0)),
    }
}

/// Reads a piece upwards, and where that stops, downwards; gives what is left between, `None` where all was read.
fn unread(conn: &Connection, select: &str, (first, last): (i64, i64), found: &mut Found) -> Option<(i64, i64)> {
    if first > last {
        return None;
    }
    let end = walk(conn, &format!("{select} WHERE id BETWEEN ?1 AND ?2 ORDER BY id"), (first, last), found).err()?;
    let first = end.map_or(first, |id| id + 1);
    let down = format!("{select} WHERE id BETWEEN ?1 AND ?2 ORDER BY id DESC");
    let end = walk(conn, &down, (first, last), found).err()?;
    let last = end.map_or(last, |id| id - 1);
    (first <= last).then_some((first, last))
}

/// Takes the rows of a statement; where it stops early, the key of the last row that was read.
fn walk(conn: &Connection, sql: &str, keys: (i64, i64), found: &mut Found) -> Result<(), Option<i64>> {
    let mut read = None;
    let mut statement = conn.prepare_cached(sql).map_err(|_| None)?;
    let mut rows = statement.query(keys).map_err(|_| None)?;
    loop {
        match rows.next() {
            Ok(None) => return Ok(()),
            Err(_) => return Err(read),
            Ok(Some(row)) => {
                let Ok(id) = row.get(0) else { return Err(read) };
                read = Some(id);
                match cells(row) {
                    Ok(cells) => found.rows.push((id, cells)),
                    Err(_) => found.unsound.push(id),
                }
            }
        }
    }
}

fn cells(row: &Row<'_>) -> rusqlite::Result<Vec<Value>> {
    (0..row.as_ref().column_count()).map(|at| row.get(at)).collect()
}

/// Stretches that touch, as one.
fn joined(gaps: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let mut joined: Vec<(i64, i64)> = Vec::new();
    for (first, last) in gaps {
        match joined.last_mut().filter(|before| before.1 + 1 >= *first) {
            Some(before) => before.1 = *last,
            None => joined.push((*first, *last)),
        }
    }
    joined
}
