//! The dated sessions by person and half-day: which stored one a row means, and what it changes.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::OnDup;
use super::rooms::Rooms;
use crate::domain::{Edit, PersonId, Registry, Session, SessionId, SessionStatus, Slot, StintId};
use crate::import::RowResult;

type Half = (NaiveDate, Slot);

/// Sessions stored and sessions wanted.
#[derive(Debug, Default)]
pub(super) struct SessionBook {
    sessions: HashMap<SessionId, Session>,
    by_person: HashMap<(PersonId, Half), Vec<SessionId>>,
    rooms: Rooms,
    stored: HashMap<SessionId, Session>,
    written: Vec<SessionId>,
    /// Sessions that rows of the present sheet mean, with the place of the row in the sheet.
    claimed: HashMap<SessionId, usize>,
    next: i64,
    differing: usize,
}

/// A session as it stood before a row wrote it; absent for a new one.
#[derive(Debug)]
pub(super) struct Before(SessionId, Option<Session>);

impl SessionBook {
    /// The sessions that are stored in the time of the import; `next` is the key of the next new one.
    pub(super) fn new(stored: Vec<Session>, registry: &Registry, next: i64) -> Self {
        let mut book = Self { next, ..Self::default() };
        for session in stored {
            if let Some(stint) = registry.stints.get(&session.stint) {
                book.lay_out(&session, stint.person, registry);
            }
            book.stored.insert(session.id, session.clone());
            book.sessions.insert(session.id, session);
        }
        book
    }

    fn lay_out(&mut self, session: &Session, person: PersonId, registry: &Registry) {
        let ids = self.by_person.entry((person, (session.on_date, session.slot))).or_default();
        if !ids.contains(&session.id) {
            ids.push(session.id);
        }
        self.rooms.add(session, registry);
    }

    /// How many stored sessions the import would change.
    pub(super) const fn differing(&self) -> usize {
        self.differing
    }

    /// Begins a sheet: within one, two rows never mean the same session.
    pub(super) fn begin_sheet(&mut self) {
        self.claimed.clear();
    }

    /// The stored session that a row means, `None` for a new one. `Err` where the half-day is taken: by an
    /// earlier row, or by a stored session of another posting of the same person. Cancelled ones take nothing.
    pub(super) fn meant(
        &self,
        person: PersonId,
        stint: StintId,
        half: Half,
        status: Option<SessionStatus>,
    ) -> Result<Option<&Session>, &Session> {
        let wants_active = status != Some(SessionStatus::Cancelled);
        let here = || self.by_person.get(&(person, half)).into_iter().flatten().filter_map(|id| self.sessions.get(id));
        let is_claimed = |session: &&Session| self.claimed.contains_key(&session.id);
        if wants_active && let Some(taken) = here().find(|session| is_claimed(session) && is_active(session)) {
            return Err(taken);
        }
        let own = || here().filter(|session| !is_claimed(session) && session.stint == stint);
        if let Some(session) = own().find(|session| is_active(session) == wants_active).or_else(|| own().next()) {
            return Ok(Some(session));
        }
        match here().find(|session| !is_claimed(session) && is_active(session)) {
            Some(elsewhere) if wants_active => Err(elsewhere),
            _ => Ok(None),
        }
    }

    /// What the person does in the half-day, cancelled sessions left out; a stand-in counts for both.
    pub(super) fn held(&self, person: PersonId, half: Half) -> impl Iterator<Item = &Session> {
        let ids = self.by_person.get(&(person, half)).into_iter().flatten();
        ids.filter_map(|id| self.sessions.get(id)).filter(|session| is_active(session))
    }

    /// A key for a new session.
    pub(super) const fn new_id(&mut self) -> SessionId {
        let id = SessionId::new(self.next);
        self.next += 1;
        id
    }

    /// Writes a session for the row at that place of the sheet.
    pub(super) fn put(
        &mut self,
        session: Session,
        person: PersonId,
        at: usize,
        registry: &Registry,
        on_dup: OnDup,
    ) -> (RowResult, Before) {
        let id = session.id;
        self.claimed.insert(id, at);
        let old = self.sessions.get(&id);
        let is_same = old.is_some_and(|old| *old == session);
        let is_kept = old.is_some() && on_dup == OnDup::Skip && self.stored.contains_key(&id);
        let before = Before(id, old.cloned());
        if is_same || is_kept {
            return (RowResult::Unchanged, before);
        }
        let result = if before.1.is_some() { RowResult::Changed } else { RowResult::Added };
        self.differing += usize::from(self.stored.contains_key(&id));
        self.lay_out(&session, person, registry);
        self.written.push(id);
        self.sessions.insert(id, session);
        (result, before)
    }

    /// Someone else who holds clinic in the same room, stored or by an earlier row of the sheet. To be asked
    /// when all rows are in, so that two people can change rooms within a sheet.
    pub(super) fn room_taken(&self, id: SessionId, registry: &Registry) -> Option<&Session> {
        let session = self.sessions.get(&id)?;
        let place = self.claimed.get(&id)?;
        self.rooms
            .beside(session, registry)
            .filter_map(|other| self.sessions.get(&other))
            .filter(|other| self.claimed.get(&other.id).is_none_or(|earlier| earlier < place))
            .find(|other| is_active(other) && Rooms::shares(session, other))
    }

    /// Takes back what a row wrote.
    pub(super) fn take_back(&mut self, before: Before) {
        let Before(id, old) = before;
        if self.stored.contains_key(&id) && self.sessions.get(&id) != old.as_ref() {
            self.differing = self.differing.saturating_sub(1);
        }
        match old {
            Some(old) => self.sessions.insert(id, old),
            None => self.sessions.remove(&id),
        };
    }

    /// The changes, each session once.
    pub(super) fn into_edits(mut self) -> Vec<Edit> {
        let written = std::mem::take(&mut self.written);
        let changed = written.iter().filter_map(|id| {
            let session = self.sessions.remove(id)?;
            (self.stored.get(id) != Some(&session)).then(|| Edit::put(session))
        });
        changed.collect()
    }
}

impl Before {
    /// The session.
    pub(super) const fn id(&self) -> SessionId {
        self.0
    }
}

fn is_active(session: &Session) -> bool {
    session.status != SessionStatus::Cancelled
}
