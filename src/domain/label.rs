//! What a step of the history is about, as data; `i18n` turns it into a sentence in either language.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::{ChaseLevel, DocumentKind, Slot};
use super::row::Table;

/// Names a step of the history. Texts inside are names as they were at that moment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Label {
    /// A row was added.
    Added {
        /// Its table.
        table: Table,
        /// What people call it.
        name: String,
    },
    /// A row was changed.
    Changed {
        /// Its table.
        table: Table,
        /// What people call it.
        name: String,
    },
    /// A row was deleted.
    Deleted {
        /// Its table.
        table: Table,
        /// What people call it.
        name: String,
    },
    /// A deleted row was fetched back from the bin.
    Restored {
        /// Its table.
        table: Table,
        /// What people call it.
        name: String,
    },
    /// One half-day of one person was filled, changed or cleared.
    Slot {
        /// Whose.
        person: String,
        /// The day.
        on: NaiveDate,
        /// The half-day.
        slot: Slot,
        /// What stood there, empty for nothing.
        before: String,
        /// What stands there now, empty for nothing.
        after: String,
    },
    /// A session went to another half-day or another person.
    Moved {
        /// What was moved, with the name of its person.
        name: String,
        /// Where it was.
        from: (NaiveDate, Slot),
        /// Where it is.
        to: (NaiveDate, Slot),
        /// Whose it is now.
        person: String,
    },
    /// Two half-days changed places.
    Swapped {
        /// The one.
        one: String,
        /// The other.
        other: String,
    },
    /// A week was filled from the week before.
    WeekCopied {
        /// Monday of the week filled.
        to: NaiveDate,
        /// How many sessions came over.
        count: usize,
    },
    /// A week was filled from the templates.
    Generated {
        /// Monday of the week filled.
        from: NaiveDate,
        /// How many sessions were made or renewed.
        count: usize,
    },
    /// A half-day was locked, so that plans leave it, or unlocked.
    Locked {
        /// Whose.
        person: String,
        /// The day.
        on: NaiveDate,
        /// The half-day.
        slot: Slot,
        /// Whether it is locked now.
        is_locked: bool,
    },
    /// Days were planned.
    Planned {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
        /// How many sessions were stored or taken away.
        count: usize,
    },
    /// It was settled which posts batches to come will cover.
    Rotated {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
        /// How many posts.
        count: usize,
    },
    /// The sessions of somebody who is away went to others.
    Replaced {
        /// Who is away.
        person: String,
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
        /// How many sessions.
        count: usize,
    },
    /// A batch handed over to the next.
    HandedOver {
        /// Name of the batch, empty for the usual one.
        batch: String,
        /// Its number.
        no: u32,
        /// How many things.
        count: usize,
    },
    /// Somebody was told of an issue, or the tick was taken back.
    Told {
        /// Who.
        name: String,
        /// Whether they were told.
        is_told: bool,
    },
    /// Workbooks were imported.
    Imported {
        /// File names without folders.
        files: Vec<String>,
        /// Rows added.
        added: usize,
        /// Rows changed.
        changed: usize,
    },
    /// A document was issued.
    Published {
        /// Which.
        document: DocumentKind,
        /// First day covered.
        from: NaiveDate,
        /// Its version.
        version: u32,
        /// Why, empty where nobody said.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// The sample hospital or generated data were filled in.
    Filled {
        /// How many rows.
        rows: usize,
    },
    /// A finding of the rules was accepted with a note.
    Accepted {
        /// What it said.
        finding: String,
    },
    /// Settings were changed.
    Settings,
    /// Several rows at once.
    Several {
        /// How many.
        count: usize,
    },
    /// Tasks were closed.
    TasksClosed {
        /// The task, or the first of several.
        name: String,
        /// How many.
        count: usize,
    },
    /// A task was opened again.
    TaskReopened {
        /// The task.
        name: String,
    },
    /// A task was given more time.
    TaskPostponed {
        /// The task.
        name: String,
        /// Its new due date.
        to: NaiveDate,
    },
    /// A task was chased.
    TaskChased {
        /// The task.
        name: String,
        /// To whom.
        level: ChaseLevel,
    },
    /// Several tasks were chased at once.
    TasksChased {
        /// The first of them.
        name: String,
        /// How many.
        count: usize,
    },
    /// Tasks were made from templates or copied.
    TasksMade {
        /// Their list.
        list: String,
        /// How many.
        count: usize,
    },
    /// Running tasks took over changes of their template.
    TasksRenewed {
        /// How many.
        count: usize,
    },
    /// A report was sent or a meeting held.
    ReportSent {
        /// Which.
        name: String,
    },
}
