//! The lines of the page, and where each leads.

use chrono::NaiveDate;

use crate::domain::{PairingId, PersonId, StintId, Table};

/// Where a line leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Nowhere: all there is stands in the line.
    None,
    /// A stint, to be edited.
    Stint(StintId),
    /// A week of the schedule.
    Week(NaiveDate),
    /// A pair.
    Pairing(PairingId),
    /// The calendar of leave, at a month.
    Leave(NaiveDate),
    /// Another person.
    Person(PersonId),
    /// A row of a register.
    Register(Table, i64),
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub when: String,
    /// What.
    pub what: String,
    /// What is to be looked at, empty for nothing.
    pub alert: String,
    /// Whether it is over.
    pub is_past: bool,
    /// Where it leads.
    pub way: Way,
}

/// A kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SectionKind {
    /// Stints.
    Stints,
    /// Pairs, as mentor and as apprentice.
    Pairings,
    /// What was taught.
    Teaching,
    /// Sessions of the next weeks.
    Sessions,
    /// Tours.
    Tours,
    /// Leave.
    Leave,
    /// Posts held.
    Appointments,
    /// What is granted, who looks after them, visits.
    Benefits,
    /// Study leave.
    Study,
}

/// The records of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Which kind.
    pub kind: SectionKind,
    /// What it is called, with the number of records.
    pub title: String,
    /// The records, the nearest first.
    pub entries: Vec<Entry>,
    /// How many more there are than are listed.
    pub more: usize,
}
