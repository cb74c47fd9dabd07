//! The form of an absence, half-day precise.

use chrono::NaiveDate;

use crate::domain::{
    Edit, Id, Label, Leave, LeaveId, LeaveKind, Period, Person, PersonId, Registry, Session, SessionStatus, Slot,
    StintId, Table,
};

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
    /// Whether the sessions of these half-days go to who stands in, or are cancelled where nobody does.
    pub settles_sessions: bool,
    /// Who approved.
    pub approver: String,
    /// When back.
    pub back_on: Option<NaiveDate>,
    /// The stored absence that is being changed.
    pub base: Option<LeaveId>,
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
            settles_sessions: true,
            approver: String::new(),
            back_on: None,
            base: None,
        }
    }

    /// The form of a stored absence; its sessions were settled when it was entered.
    #[must_use]
    pub fn of(leave: &Leave) -> Self {
        Self {
            kind: leave.kind,
            from_on: Some(leave.from_on),
            from_slot: leave.from_slot,
            to_on: Some(leave.to_on),
            to_slot: leave.to_slot,
            destination: leave.destination.clone(),
            reason: leave.reason.clone(),
            substitute: leave.substitute,
            settles_sessions: false,
            approver: leave.approver.clone(),
            back_on: leave.back_on,
            base: Some(leave.id),
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
            id: self.base.unwrap_or(Id::NEW),
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
            approver: self.approver.trim().to_owned(),
            back_on: self.back_on,
        };
        let (table, name) = (Table::Leave, person.name.clone());
        let label = if self.base.is_some() { Label::Changed { table, name } } else { Label::Added { table, name } };
        Some(Edit::Many { label, edits: vec![Edit::put(leave)] })
    }

    /// The days whose sessions have to be known for [`LeaveForm::edit_with`].
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        let (from, to) = self.from_on.zip(self.to_on)?;
        Period::new(from, to)
    }

    /// The edit that stores it and settles the sessions it touches, as one step.
    #[must_use]
    pub fn edit_with(
        &self,
        person: &Person,
        stint: Option<StintId>,
        sessions: &[Session],
        registry: &Registry,
    ) -> Option<Edit> {
        let Edit::Many { label, mut edits } = self.edit(person, stint)? else { return None };
        if !self.settles_sessions {
            return Some(Edit::Many { label, edits });
        }
        let is_theirs = |session: &&Session| {
            let stint = registry.stints.get(&session.stint);
            let is_open = !matches!(session.status, SessionStatus::Cancelled | SessionStatus::Done);
            let activity = registry.activities.get(&session.activity);
            let is_work = activity.is_none_or(|activity| activity.is_work);
            is_open && is_work && stint.is_some_and(|stint| stint.person == person.id) && self.covers(session)
        };
        edits.extend(sessions.iter().filter(is_theirs).map(|session| {
            let substitute_stint = self.stand_in_on(session.on_date, registry);
            let status = if substitute_stint.is_some() { SessionStatus::Substituted } else { SessionStatus::Cancelled };
            Edit::put(Session { status, substitute_stint, reason: self.reason.trim().to_owned(), ..session.clone() })
        }));
        Some(Edit::Many { label, edits })
    }

    fn covers(&self, session: &Session) -> bool {
        let Some((from, to)) = self.from_on.zip(self.to_on) else { return false };
        // An absence to the end of a day lasts through its night.
        let last = if self.to_slot == Slot::Am { Slot::Am } else { Slot::Night };
        let at = (session.on_date, session.slot);
        (from, self.from_slot) <= at && at <= (to, last)
    }

    /// The stint under which the stand-in is there on the day.
    fn stand_in_on(&self, on: NaiveDate, registry: &Registry) -> Option<StintId> {
        let person = self.substitute?;
        registry.stints.values().find(|stint| stint.person == person && stint.runs_on(on)).map(|stint| stint.id)
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
