//! Which consulting rooms are in use when; a room that several people share by nature never clashes.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::{InstitutionId, Registry, Session, SessionId, SessionStatus, Slot, is_consulting_room};

/// Clinics by institution and half-day.
#[derive(Debug, Default)]
pub(super) struct Rooms(HashMap<(InstitutionId, NaiveDate, Slot), Vec<SessionId>>);

impl Rooms {
    /// Notes a session that needs a room for itself.
    pub(super) fn add(&mut self, session: &Session, registry: &Registry) {
        if needs_own_room(session, registry) {
            let ids = self.0.entry((session.inst, session.on_date, session.slot)).or_default();
            if !ids.contains(&session.id) {
                ids.push(session.id);
            }
        }
    }

    /// Clinics of others at the same place and time, if this one needs a room for itself.
    pub(super) fn beside(&self, session: &Session, registry: &Registry) -> impl Iterator<Item = SessionId> {
        let key = (session.inst, session.on_date, session.slot);
        let needs = session.status != SessionStatus::Cancelled && needs_own_room(session, registry);
        let own = session.id;
        self.0.get(&key).filter(|_| needs).into_iter().flatten().copied().filter(move |id| *id != own)
    }

    /// Whether two sessions want the same room. Keys are never taken out, so the sessions are asked as they are now.
    pub(super) fn shares(one: &Session, other: &Session) -> bool {
        one.stint != other.stint
            && one.room == other.room
            && (one.inst, one.on_date, one.slot) == (other.inst, other.on_date, other.slot)
    }
}

fn needs_own_room(session: &Session, registry: &Registry) -> bool {
    is_consulting_room(&session.room)
        && registry.activities.get(&session.activity).is_some_and(|activity| activity.is_clinic)
}
