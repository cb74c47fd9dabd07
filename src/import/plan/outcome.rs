//! What became of each row, as data: results and reasons with the content of the cell, but no sentences.

use chrono::{NaiveDate, Weekday};

use crate::domain::{LeaveKind, Slot};
use crate::import::{Code, RowResult};

/// Why a row was refused, or what the clerk should know of one that was taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// The code of the import contract.
    pub code: Code,
    /// The column it is about, as its header is written; empty for the whole row.
    pub column: String,
    /// What the cell says.
    pub cell: String,
    /// What else the sentence needs.
    pub about: About,
}

/// The particulars of a reason.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum About {
    /// None.
    #[default]
    Nothing,
    /// Two cells that contradict each other: their headings and contents.
    Pair {
        /// Heading of the earlier one.
        from_column: String,
        /// Its content.
        from: String,
        /// Heading of the later one.
        to_column: String,
        /// Its content.
        to: String,
    },
    /// An institution that has no such department, and names that come near; without one, near institutions.
    Near {
        /// The institution asked, empty where an institution itself is missing.
        institution: String,
        /// Names that come near.
        similar: Vec<String>,
    },
    /// People of the same name, told apart by institution and department.
    People(Vec<String>),
    /// The person is known but was never posted anywhere.
    NoStint,
    /// A half-day that is taken.
    Taken {
        /// Whose.
        person: String,
        /// The day.
        on: NaiveDate,
        /// The half-day.
        slot: Slot,
        /// What stands there.
        what: String,
    },
    /// A stint or period that overlaps or does not cover; an open one has no end.
    Period {
        /// Where, or what it is.
        what: String,
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: Option<NaiveDate>,
    },
    /// The weekday that the date really is.
    Weekday(Weekday),
    /// A figure as worked out by the program.
    Computed(String),
    /// A cell of a schedule that says leave.
    Leave(LeaveKind),
    /// Leave in a half-day of its own beside work, which was kept.
    LeaveKept(LeaveKind),
    /// Titles that lead back to the first one.
    Circle(Vec<String>),
    /// A name that the sentence mentions.
    Name(String),
}

/// One row of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct RowOutcome {
    /// Row number as the spreadsheet program shows it.
    pub row: u32,
    /// What became of it.
    pub result: RowResult,
    /// For a refused row its one reason, else its hints.
    pub reasons: Vec<Reason>,
}

/// A row that is not taken. Boxed: refusals are rare and large.
pub(super) type Refused = Box<Reason>;

/// What became of a row that was looked at.
pub(super) type Taken = Result<RowResult, Refused>;

impl RowResult {
    /// The result of a row that stands for several records: new if the first is, changed if anything else moved.
    pub(super) fn with(self, other: Self) -> Self {
        match (self, other) {
            (Self::Unchanged, Self::Added | Self::Changed) => Self::Changed,
            (own, _) => own,
        }
    }

    /// The result of a row whose records weigh the same, such as the half-days of a schedule line.
    pub(super) fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Added, _) | (_, Self::Added) => Self::Added,
            (Self::Changed, _) | (_, Self::Changed) => Self::Changed,
            (own, _) => own,
        }
    }
}
