//! The form of an absence, half-day precise.

use chrono::NaiveDate;

use crate::domain::{Edit, Id, Label, Leave, LeaveKind, Person, PersonId, Slot, StintId, Table};

/// The form.
#[derive(Debug, Clone, PartialEq)]
pub struct LeaveForm {
    /// Kind.
    pub kind: LeaveKind,
    /// First day.
    pub from_on: Option<NaiveDate>,
    /// First half-day.
    pub from_slot: Slot,
    /// Last day.
    pub to_on: Option<NaiveDate>,
    /// Last half-day.
    pub to_slot: Slot,
    /// Where to.
    pub destination: String,
    /// Why.
    pub reason: String,
    /// Who stands in.
    pub substitute: Option<PersonId>,
}

impl LeaveForm {
    /// A whole day of personal leave.
    #[must_use]
    pub const fn new(today: NaiveDate) -> Self {
        Self {
            kind: LeaveKind::Personal,
            from_on: Some(today),
            from_slot: Slot::Am,
            to_on: Some(today),
            to_slot: Slot::Pm,
            destination: String::new(),
            reason: String::new(),
            substitute: None,
        }
    }

    /// Whether it ends after it starts, with both days given.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.from_on.zip(self.to_on).is_some_and(|(from, to)| (from, self.from_slot) <= (to, self.to_slot))
    }

    /// The edit that stores it; `None` where it is not whole.
    #[must_use]
    pub fn edit(&self, person: &Person, stint: Option<StintId>) -> Option<Edit> {
        let (from_on, to_on) = self.from_on.zip(self.to_on).filter(|_| self.is_whole())?;
        let leave = Leave {
            id: Id::NEW,
            person: person.id,
            stint,
            kind: self.kind,
            from_on,
            from_slot: self.from_slot,
            to_on,
            to_slot: self.to_slot,
            destination: self.destination.trim().to_owned(),
            reason: self.reason.trim().to_owned(),
            substitute: self.substitute,
            approver: String::new(),
            back_on: None,
        };
        let label = Label::Added { table: Table::Leave, name: person.name.clone() };
        Some(Edit::Many { label, edits: vec![Edit::put(leave)] })
    }

    /// How many days it lasts, in half-days.
    #[must_use]
    pub fn half_days(&self) -> i64 {
        let Some((from, to)) = self.from_on.zip(self.to_on).filter(|_| self.is_whole()) else { return 0 };
        let first = i64::from(self.from_slot != Slot::Am);
        let last = i64::from(self.to_slot == Slot::Am);
        ((to - from).num_days() + 1) * 2 - first - last
    }
}
