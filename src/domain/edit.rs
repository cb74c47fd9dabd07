//! What a click, a command line or an import asks to be changed: plain data, one undo step each.

use serde::{Deserialize, Serialize};

use super::label::Label;
use super::row::{Row, Table};

/// A change to the records. One `Edit` is one transaction and one undo step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "op", rename_all = "snake_case")]
#[allow(clippy::large_enum_variant, reason = "most edits put a row; a box would cost each of them an allocation")]
pub enum Edit {
    /// Stores the row: a new one where its id is 0, else in place of the one with that id.
    Put {
        /// The whole row.
        row: Row,
    },
    /// Takes the row away; it can be fetched back from the bin or by undo.
    Delete {
        /// Its table.
        table: Table,
        /// Its key.
        id: i64,
    },
    /// Several changes that are one step for the clerk, all or none.
    Many {
        /// What the step is called in the history.
        label: Label,
        /// The changes, in order.
        edits: Vec<Edit>,
    },
}

impl Edit {
    /// Stores a record of any type.
    pub fn put(record: impl Into<Row>) -> Self {
        Self::Put { row: record.into() }
    }
}
