//! What people were told of a week, issue by issue: how each session stands in the newest one, and since when.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use super::super::records::{Session, SessionId, StintId};
use super::change::plan_changes;

/// A session as it was issued last.
#[derive(Debug, Clone, PartialEq)]
pub struct IssuedSession {
    /// As people were told.
    pub session: Session,
    /// How often it had been issued differently before, in issues of its week: 0 for one that stands as it first did.
    /// It never falls.
    pub sequence: u32,
    /// When it was issued so; absent where no issue says it.
    pub issued_at: Option<NaiveDateTime>,
    /// Whether a later issue no longer has it for this worker: it was taken away, or somebody else stands in.
    pub is_withdrawn: bool,
}

/// An issue of a week: its version from 1 on, when it was made, and the sessions that it froze.
pub type FrozenPlan = (u32, NaiveDateTime, Vec<Session>);

/// The sessions of the newest issue, and those that were withdrawn on the way, from the issues of one week by version.
#[must_use]
pub fn issued_sessions(issues: &[FrozenPlan]) -> Vec<IssuedSession> {
    let mut standing: BTreeMap<SessionId, IssuedSession> = BTreeMap::new();
    let mut withdrawn: BTreeMap<(SessionId, Option<StintId>), IssuedSession> = BTreeMap::new();
    for (version, at, sessions) in issues {
        let (sequence, issued_at) = (version.saturating_sub(1), Some(*at));
        let mut earlier = std::mem::take(&mut standing);
        let mut leave = |old: IssuedSession| {
            let key = (old.session.id, old.session.worker());
            withdrawn.insert(key, IssuedSession { sequence, issued_at, is_withdrawn: true, ..old });
        };
        for session in sessions {
            let old = earlier.remove(&session.id);
            let is_same = old.as_ref().is_some_and(|old| is_same_plan(&old.session, session));
            let stands = match &old {
                Some(old) if is_same => IssuedSession { session: session.clone(), ..old.clone() },
                _ => IssuedSession { session: session.clone(), sequence, issued_at, is_withdrawn: false },
            };
            if let Some(old) = old.filter(|old| old.session.worker() != session.worker()) {
                leave(old);
            }
            standing.insert(session.id, stands);
        }
        earlier.into_values().for_each(&mut leave);
    }
    withdrawn.retain(|(id, worker), _| standing.get(id).is_none_or(|now| now.session.worker() != *worker));
    standing.into_values().chain(withdrawn.into_values()).collect()
}

/// Whether nobody had to be told of a change between the two.
fn is_same_plan(old: &Session, new: &Session) -> bool {
    plan_changes(std::slice::from_ref(old), std::slice::from_ref(new)).is_empty()
}
