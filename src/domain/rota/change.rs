//! What happened to a plan since it was issued.

use std::collections::BTreeMap;

use super::super::codes::SessionStatus;
use super::super::records::{Session, SessionId};

/// One session that is no longer as it was issued: changed, added or taken away.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanChange {
    /// As it was issued; absent for one that came later.
    pub before: Option<Session>,
    /// As it is; absent for one that was taken away.
    pub after: Option<Session>,
}

impl PlanChange {
    /// The session where it stands now, else where it stood.
    #[must_use]
    pub fn session(&self) -> Option<&Session> {
        self.after.as_ref().or(self.before.as_ref())
    }
}

impl SessionStatus {
    /// Whether it says that the plan was changed: 停, 替, 调, 加.
    #[must_use]
    pub const fn is_change(self) -> bool {
        matches!(self, Self::Cancelled | Self::Substituted | Self::Swapped | Self::Extra)
    }
}

/// What differs between an issued plan and the present one, by day and half-day. That a session was held, or its plan
/// issued, is no change: nobody has to be told.
#[must_use]
pub fn plan_changes(issued: &[Session], now: &[Session]) -> Vec<PlanChange> {
    let mut rows: BTreeMap<SessionId, PlanChange> = BTreeMap::new();
    let blank = PlanChange { before: None, after: None };
    for session in issued {
        rows.entry(session.id).or_insert_with(|| blank.clone()).before = Some(session.clone());
    }
    for session in now {
        rows.entry(session.id).or_insert_with(|| blank.clone()).after = Some(session.clone());
    }
    let mut changes: Vec<PlanChange> = rows.into_values().filter(is_told).collect();
    changes.sort_by_key(|change| change.session().map(|session| (session.on_date, session.slot, session.stint)));
    changes
}

/// What the statuses alone say of a plan of which no issue was kept.
#[must_use]
pub fn marked_changes(now: &[Session]) -> Vec<PlanChange> {
    let marked = now.iter().filter(|session| session.status.is_change());
    marked
        .map(|session| {
            let is_new = session.status == SessionStatus::Extra;
            let before = (!is_new).then(|| Session {
                status: SessionStatus::Published,
                substitute_stint: None,
                reason: String::new(),
                ..session.clone()
            });
            PlanChange { before, after: Some(session.clone()) }
        })
        .collect()
}

fn is_told(change: &PlanChange) -> bool {
    match (&change.before, &change.after) {
        (Some(before), Some(after)) => {
            let is_same_state =
                before.status == after.status || !(before.status.is_change() || after.status.is_change());
            let alike = Session { status: before.status, from_template: before.from_template, ..after.clone() };
            !(is_same_state && alike == *before)
        }
        // What was cancelled before anybody heard of it is no news.
        (None, Some(after)) => after.status != SessionStatus::Cancelled,
        (Some(before), None) => before.status != SessionStatus::Cancelled,
        (None, None) => false,
    }
}
