//! The bin: deleted rows, fetched back or forgotten.

use super::moment;
use super::value::dated_name;
use crate::app::failure::Failure;
use crate::app::office::{Done, Office};
use crate::domain::{Label, Table};
use crate::i18n::Tr;

/// A deleted row as a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinLine {
    /// The handle by which it is fetched back.
    pub entry: i64,
    /// Its table.
    pub table: &'static str,
    /// What it is called.
    pub name: String,
    /// When it was deleted.
    pub at: String,
}

/// What lies in the bin, the newest first.
///
/// # Errors
/// Where the file cannot be read.
pub fn bin(office: &Office, tr: Tr) -> Result<Vec<BinLine>, Failure> {
    let line = |item: crate::store::BinItem| BinLine {
        entry: item.entry,
        table: tr.table(item.row.table()),
        name: dated_name(office.registry(), &item.row, tr),
        at: moment(item.deleted_at),
    };
    Ok(office.store().bin()?.into_iter().map(line).collect())
}

impl Office {
    /// Fetches a deleted row back from the bin.
    ///
    /// # Errors
    /// Where its place is taken or what it refers to is gone.
    pub fn fetch_back(&mut self, entry: i64, tr: Tr) -> Result<Done, Failure> {
        let item = self.store().bin()?.into_iter().find(|item| item.entry == entry);
        let (table, name) = item.map_or((Table::Person, String::new()), |item| {
            (item.row.table(), dated_name(self.registry(), &item.row, tr))
        });
        let now = self.clock().now();
        let applied = self.store_mut().restore(entry, &Label::Restored { table, name }, now)?;
        self.settle(applied)
    }

    /// Forgets what lies in the bin for good; gives how many rows.
    ///
    /// # Errors
    /// The state of the file.
    pub fn empty_bin(&mut self) -> Result<usize, Failure> {
        Ok(self.store_mut().empty_bin()?)
    }
}
