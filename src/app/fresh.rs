//! Keys that rows will have once they are stored, so that rows of one step can name each other.

use crate::domain::{Id, Record, Registry};

/// Keys of rows that are about to be added to a picture of the records.
#[derive(Debug, Clone, Copy)]
pub(in crate::app) struct FreshKeys<'a>(&'a Registry);

impl<'a> FreshKeys<'a> {
    /// Keys of rows added to these records.
    pub const fn new(registry: &'a Registry) -> Self {
        Self(registry)
    }

    /// The key of the n-th new row of its table, counted from 1 in the order of the edits.
    pub fn nth<T: Record>(self, number: i64) -> Id<T> {
        Id::new(self.0.next_id(T::TABLE) - 1 + number)
    }
}
