//! All data as sorted JSON with its hash, and a new data file from it: two files hold the same data exactly
//! when their dumps are equal.
//!
//! The dump is one JSON object, one row a line: `format`, `schema`, and `tables` with a list of rows for each
//! table. Tables and the fields of a row stand in alphabetical order, rows by key; the history is left out.
//! A last line holds the SHA-256 of everything before it as 64 hexadecimal digits.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;

use rusqlite::Connection;
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::apply;
use super::error::{Refusal, StoreError};
use super::fault::{named, named_io};
use super::rows::from_row;
use super::statements::statements;
use super::{Store, open, refuse};
use crate::domain::{ForRecord, Record, Row, Table};

/// What the first field of a dump says.
const FORMAT: &str = "chuanbangdai-dump";

impl Store {
    /// Writes all data, sorted, with their hash on the last line.
    ///
    /// # Errors
    /// Where the file cannot be read, or the output not be written.
    pub fn dump_canonical(&self, output: impl Write) -> Result<(), StoreError> {
        let mut output = Hashing { output: BufWriter::new(output), hash: Sha256::new() };
        let outcome = write_dump(&self.conn, &mut output);
        let finished = outcome.and_then(|()| Ok(output.finish()?));
        finished.map_err(|trouble| match trouble {
            Trouble::Sql(error) => self.named(error),
            Trouble::Io(error) => named_io(&self.path, error),
        })
    }

    /// Makes a new data file from a dump, keys kept. The history begins anew.
    ///
    /// # Errors
    /// Where the dump was changed or cut off, is none, or is of a newer program; where there already is a file.
    pub fn load(dump: &Path, to: &Path) -> Result<(), StoreError> {
        let mut text = String::new();
        File::open(dump).and_then(|file| BufReader::new(file).read_to_string(&mut text)).map_err(
            |error| match error.kind() {
                io::ErrorKind::InvalidData => StoreError::Foreign { path: dump.to_path_buf() },
                _ => named_io(dump, error),
            },
        )?;
        let parsed = parse(dump, &text)?;
        if to.symlink_metadata().is_ok() {
            return Err(StoreError::Exists { path: to.to_path_buf() });
        }
        open::make(to, |conn| fill(conn, dump, parsed))
    }
}

/// What can go wrong on the way from the file to the output.
enum Trouble {
    Sql(rusqlite::Error),
    Io(io::Error),
}

impl From<rusqlite::Error> for Trouble {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// An output that remembers the hash of what went through it.
struct Hashing<W: Write> {
    output: W,
    hash: Sha256,
}

impl<W: Write> Hashing<W> {
    fn finish(mut self) -> io::Result<()> {
        writeln!(self.output, "{}", hex(&self.hash.finalize()))?;
        self.output.flush()
    }
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let len = self.output.write(bytes)?;
        self.hash.update(bytes.get(..len).unwrap_or_default());
        Ok(len)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.output.flush()
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn write_dump(conn: &Connection, output: &mut impl Write) -> Result<(), Trouble> {
    // One transaction: the picture of one moment, whatever another program writes meanwhile.
    let picture = conn.unchecked_transaction()?;
    writeln!(output, "{{\"format\":\"{FORMAT}\",\"schema\":{},\"tables\":{{", Store::SCHEMA)?;
    let mut tables = Table::ALL.to_vec();
    tables.sort_unstable_by_key(|table| table.name());
    for (at, table) in tables.iter().enumerate() {
        write!(output, "{}\"{}\":[", if at == 0 { "" } else { ",\n" }, table.name())?;
        table.with(Lines { conn: &picture, output })?;
        write!(output, "]")?;
    }
    writeln!(output, "}}}}")?;
    Ok(picture.finish()?)
}

/// Writes the rows of a table.
struct Lines<'a, W: Write> {
    conn: &'a Connection,
    output: &'a mut W,
}

impl<W: Write> ForRecord for Lines<'_, W> {
    type Output = Result<(), Trouble>;

    fn run<R: Record>(self) -> Self::Output {
        let mut statement = self.conn.prepare(&statements(R::TABLE).select_all)?;
        let mut rows = statement.query([])?;
        let mut separator = "\n";
        while let Some(row) = rows.next()? {
            let Value::Object(fields) = serde_json::to_value(from_row::<R>(row)?).map_err(io::Error::from)? else {
                continue;
            };
            // Sorted here, so that the order never hangs on how a library keeps its maps.
            let fields: BTreeMap<_, _> = fields.into_iter().collect();
            write!(self.output, "{separator}{}", serde_json::to_string(&fields).map_err(io::Error::from)?)?;
            separator = ",\n";
        }
        Ok(())
    }
}

/// A dump as read back.
#[derive(Deserialize)]
struct Dump {
    format: String,
    schema: u32,
    tables: BTreeMap<String, Vec<Value>>,
}

fn parse(path: &Path, text: &str) -> Result<Dump, StoreError> {
    let foreign = || StoreError::Foreign { path: path.to_path_buf() };
    if !text.starts_with(&format!("{{\"format\":\"{FORMAT}\"")) {
        return Err(foreign());
    }
    let damaged = |detail: &str| StoreError::Damaged { path: path.to_path_buf(), detail: detail.to_owned() };
    let (body, hash) = text.trim_end().rsplit_once('\n').ok_or_else(|| damaged("no hash"))?;
    let mut sum = Sha256::new();
    sum.update(body.as_bytes());
    sum.update(b"\n");
    if hex(&sum.finalize()) != hash {
        return Err(damaged("the hash does not fit"));
    }
    let dump: Dump = serde_json::from_str(body).map_err(|error| damaged(&error.to_string()))?;
    match (dump.format.as_str(), dump.schema) {
        (FORMAT, file) if file > Store::SCHEMA => {
            Err(StoreError::Newer { path: path.to_path_buf(), file, program: Store::SCHEMA })
        }
        (FORMAT, _) => Ok(dump),
        _ => Err(foreign()),
    }
}

/// Puts the rows of a dump into a new file.
fn fill(conn: &mut Connection, path: &Path, mut dump: Dump) -> Result<(), StoreError> {
    let sql = |error| named(path, error);
    let tx = conn.transaction().map_err(sql)?;
    tx.execute_batch("PRAGMA defer_foreign_keys = ON").map_err(sql)?;
    for table in Table::ALL {
        // A table that came after the dump keeps the rows that a new file is made with.
        let Some(rows) = dump.tables.remove(table.name()) else { continue };
        tx.execute(&format!("DELETE FROM \"{}\"", table.name()), []).map_err(sql)?;
        for mut value in rows {
            if let Value::Object(fields) = &mut value {
                fields.insert("table".to_owned(), Value::from(table.name()));
            }
            let row: Row = serde_json::from_value(value)
                .map_err(|error| StoreError::Damaged { path: path.to_path_buf(), detail: error.to_string() })?;
            apply::store(&tx, &statements(*table).insert, &row).map_err(|refused| refused.named(path))?;
        }
    }
    if let Some(row) = refuse::all_dangling(&tx).map_err(sql)?.first() {
        return Err(StoreError::Refused(Refusal::Dangling { table: row.table }));
    }
    tx.commit().map_err(sql)
}
