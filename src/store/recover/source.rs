//! A working copy of a damaged file, with as much of its head put right as it takes to see its tables.

use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use rusqlite::Connection;
use tempfile::{Builder, TempDir};

use super::super::error::StoreError;
use super::super::fault::{named, named_io};
use super::super::look::{self, folder_of};
use super::super::{Store, connect, migrate};

/// Length of the header, and of the first page with it.
const HEADER: usize = 100;
const PAGE: usize = 4096;
/// Where the header keeps the number of pages, and those of the list of free pages.
const PAGES_AT: u64 = 28;
const FREE_AT: u64 = 32;
/// Suffix of the file in which an interrupted step waits to be taken back.
const JOURNAL: &str = "-journal";

/// The copy, open for reading.
pub(super) struct Source {
    pub(super) conn: Connection,
    /// Its schema.
    pub(super) schema: u32,
    // Dropped after the connection.
    _folder: TempDir,
}

impl Source {
    /// Copies the file to the folder of `beside` and opens the copy.
    pub(super) fn open(bad: &Path, beside: &Path) -> Result<Self, StoreError> {
        let known = match look::header(bad) {
            Ok(schema) => Some(schema),
            Err(StoreError::Damaged { .. }) => None,
            Err(error) => return Err(error),
        };
        let place = folder_of(beside);
        let folder =
            Builder::new().prefix(".chuanbangdai-").tempdir_in(place).map_err(|error| named_io(beside, error))?;
        let copy = folder.path().join("copy.db");
        fs::copy(bad, &copy).map_err(|error| named_io(bad, error))?;
        if let Some((conn, schema)) = known.and_then(|schema| Some((see(&copy, bad)?, schema))) {
            return Ok(Self { conn, schema, _folder: folder });
        }
        let damaged = || StoreError::Damaged { path: bad.to_path_buf(), detail: "no list of tables".to_owned() };
        for schema in (1..=Store::SCHEMA).rev() {
            let pages = schema_pages(schema, folder.path()).map_err(|error| named(beside, error))?;
            let header: Vec<_> =
                pages.iter().take(1).map(|(at, page)| (*at, page.get(..HEADER).unwrap_or(page).to_vec())).collect();
            for lent in [header, pages] {
                put_right(bad, &copy, &lent).map_err(|error| named_io(bad, error))?;
                let expected = migrate::expected(schema).map_err(|error| named(beside, error))?;
                if let Some(conn) = see(&copy, bad)
                    && migrate::found(&conn).is_ok_and(|found| found == expected)
                {
                    return Ok(Self { conn, schema, _folder: folder });
                }
            }
        }
        Err(damaged())
    }
}

/// Opens the copy if its list of tables can be read; what a killed writer left half done is taken back first.
fn see(copy: &Path, bad: &Path) -> Option<Connection> {
    let beside = |path: &Path| {
        let mut name = path.as_os_str().to_owned();
        name.push(JOURNAL);
        name
    };
    if fs::metadata(beside(bad)).is_ok_and(|meta| meta.len() > 0) {
        // Without it the copy is taken as it is.
        let _ = fs::copy(beside(bad), beside(copy));
        let _ = connect::finish_interrupted(copy);
    }
    let conn = connect::for_reading(copy).ok()?;
    conn.execute_batch("PRAGMA cell_size_check = OFF;").ok()?;
    migrate::found(&conn).ok().filter(|found| !found.is_empty())?;
    Some(conn)
}

/// A page by its number from 0.
type Page = (u64, Vec<u8>);

/// The pages that list the tables in a new file of that schema: the engine lays the same steps out in the same way.
fn schema_pages(schema: u32, folder: &Path) -> rusqlite::Result<Vec<Page>> {
    let path = folder.join(format!("schema-{schema}.db"));
    let mut conn = Connection::open(&path)?;
    connect::harden(&conn)?;
    migrate::run(&mut conn, 0, schema)?;
    let numbers: Vec<u32> = conn
        .prepare("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema' ORDER BY pageno")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    conn.close().map_err(|(_, error)| error)?;
    let bytes = fs::read(&path).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    let page = |number: u32| {
        let at = usize::try_from(number).ok()?.checked_sub(1)?;
        Some((u64::from(number) - 1, bytes.get(at * PAGE..(at + 1) * PAGE)?.to_vec()))
    };
    Ok(numbers.into_iter().filter_map(page).collect())
}

/// Writes the damaged file anew with pages lent by a sound one, and with the number of pages that it then has.
fn put_right(bad: &Path, copy: &Path, lent: &[Page]) -> std::io::Result<()> {
    fs::copy(bad, copy)?;
    let mut file = File::options().write(true).open(copy)?;
    for (at, page) in lent {
        file.seek(SeekFrom::Start(at * PAGE as u64))?;
        file.write_all(page)?;
    }
    let pages = u32::try_from(file.metadata()?.len() / PAGE as u64).unwrap_or(u32::MAX);
    for (at, bytes) in [(PAGES_AT, pages.to_be_bytes().to_vec()), (FREE_AT, vec![0; 8])] {
        file.seek(SeekFrom::Start(at))?;
        file.write_all(&bytes)?;
    }
    Ok(())
}
