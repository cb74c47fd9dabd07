//! A line of a ledger as figures see it: when it holds, how much it is, and what it says about itself.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::exact::Exact;
use super::key::Field;
use super::when::When;
use crate::domain::{DepartmentId, InstitutionId, PersonId, Precision, Programme, RelationId, Slot, Stint, Table};

/// A record by its table and key.
pub type RecordKey = (Table, i64);

/// What a line says in one of its fields.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value<'a> {
    /// A person.
    Person(PersonId),
    /// An institution.
    Place(InstitutionId),
    /// A department.
    Dept(DepartmentId),
    /// A relation.
    Relation(RelationId),
    /// A programme.
    Programme(Programme),
    /// A batch: its number, its programme and its host make it one, however many hospitals fill it.
    Batch(u32, Option<Programme>, Option<InstitutionId>),
    /// A word of a closed list, with its place in the list.
    Listed(usize, &'a str),
    /// Free text.
    Text(Cow<'a, str>),
    /// A number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// A day, as exactly as it is known, with its half-day where stored.
    Day(NaiveDate, Precision, Option<Slot>),
    /// A weekday, 1 Monday … 7 Sunday.
    Weekday(u32),
    /// A pair of mentor and apprentice.
    Pair(PersonId, PersonId),
}

/// One line.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    /// The record it comes from; none for days of the calendar.
    pub record: Option<RecordKey>,
    /// Further records that entered its amount.
    pub also: Vec<RecordKey>,
    /// When it holds.
    pub when: When,
    /// How much it is; 1 where lines are counted.
    pub amount: Exact,
    /// What it adds to the denominator.
    pub whole: Exact,
    /// The stint whose expert, host and programme are those of the line.
    pub stint: Option<&'a Stint>,
    /// What it says about itself; a field may stand several times. What is not here is asked of the stint.
    pub fields: Vec<(Field, Value<'a>)>,
    /// What a reader has to know about it.
    pub remark: Option<Remark>,
}

/// What a reader has to know about a line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// A date of this person is known only to the month or year: days are estimated.
    Estimated(PersonId),
    /// The work calendar of this year is not known.
    MissingYear(i32),
}

impl<'a> Line<'a> {
    /// A line that counts as one.
    #[must_use]
    pub fn one(record: RecordKey, when: When) -> Self {
        Self {
            record: Some(record),
            also: Vec::new(),
            when,
            amount: Exact::ONE,
            whole: Exact::ZERO,
            stint: None,
            fields: Vec::new(),
            remark: None,
        }
    }

    /// The same with its stint.
    #[must_use]
    pub fn of_stint(self, stint: Option<&'a Stint>) -> Self {
        Self { stint, ..self }
    }

    /// The same with one more field.
    #[must_use]
    pub fn with(mut self, field: Field, value: Value<'a>) -> Self {
        self.fields.push((field, value));
        self
    }

    /// The same with one more field where there is something to say.
    #[must_use]
    pub fn maybe(self, field: Field, value: Option<Value<'a>>) -> Self {
        match value {
            Some(value) => self.with(field, value),
            None => self,
        }
    }

    /// The same with a text, unless it is empty.
    #[must_use]
    pub fn text(self, field: Field, text: &'a str) -> Self {
        if text.is_empty() { self } else { self.with(field, Value::Text(Cow::Borrowed(text))) }
    }

    /// A line of the calendar.
    #[must_use]
    pub fn of_calendar(when: When) -> Self {
        Self { record: None, ..Self::one((Table::CalendarDay, 0), when) }
    }

    /// The same with another amount.
    #[must_use]
    pub fn amounting(self, amount: Exact) -> Self {
        Self { amount, ..self }
    }

    /// All its records.
    pub fn records(&self) -> impl Iterator<Item = RecordKey> + '_ {
        self.record.into_iter().chain(self.also.iter().copied())
    }
}
