//! Sessions laid out by person and by room, so that one cell is checked without looking at the others.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::super::codes::{SessionStatus, Slot};
use super::super::finding::Finding;
use super::super::records::{InstitutionId, LeaveId, PersonId, Session, StintId};
use super::super::registry::Registry;
use super::super::room::is_consulting_room;
use super::super::rota::{RuleBook, RulePlace, Spot, SpotRow, rows_of_people, rows_of_rooms};
use super::super::work_calendar::WorkCalendar;
use super::{alone, clash, sort};

/// Sessions by person and day and by room and half-day. Made once for a picture of the records, asked once per cell.
#[derive(Debug, Clone, Default)]
pub struct ConflictIndex {
    by_person: HashMap<(PersonId, NaiveDate), Vec<Session>>,
    /// Only those that take a room for themselves.
    by_room: HashMap<(InstitutionId, NaiveDate, Slot), Vec<Session>>,
    leave: HashMap<PersonId, Vec<LeaveId>>,
    book: RuleBook,
}

impl ConflictIndex {
    /// Lays the sessions out. Cancelled ones and the mark 休 never clash and are left out.
    #[must_use]
    pub fn new<'a>(sessions: impl IntoIterator<Item = &'a Session>, registry: &Registry) -> Self {
        let mut index = Self { book: RuleBook::new(registry), ..Self::default() };
        for leave in registry.leave.values() {
            index.leave.entry(leave.person).or_default().push(leave.id);
        }
        for session in sessions {
            let Some(person) = worker(session, registry) else { continue };
            index.by_person.entry((person, session.on_date)).or_default().push(session.clone());
            if takes_room(session, registry) {
                index.by_room.entry((session.inst, session.on_date, session.slot)).or_default().push(session.clone());
            }
        }
        index
    }

    /// What the rules say of one session as it would stand beside all others; the stored one with its key is not
    /// among the others.
    #[must_use]
    pub fn check(&self, session: &Session, registry: &Registry, calendar: &WorkCalendar) -> Vec<Finding> {
        let Some(person) = worker(session, registry) else { return Vec::new() };
        let is_other = |other: &&Session| other.id.is_new() || other.id != session.id;
        let days = [session.on_date.pred_opt(), Some(session.on_date), session.on_date.succ_opt()];
        let near = days.into_iter().flatten().filter_map(|on| self.by_person.get(&(person, on))).flatten();
        let near: Vec<&Session> = near.filter(is_other).chain([session]).collect();
        let mut findings = self.clashes(&near, Some(session), registry, rows_of_people);
        if takes_room(session, registry) {
            let same = self.by_room.get(&(session.inst, session.on_date, session.slot)).into_iter().flatten();
            let same: Vec<&Session> = same.filter(is_other).chain([session]).collect();
            findings.extend(self.clashes(&same, Some(session), registry, rows_of_rooms));
        }
        findings.extend(self.of_one(session, person, registry, calendar));
        sort(&mut findings);
        findings
    }

    /// What the rules say of all sessions of the index, in no order.
    pub(super) fn all(&self, registry: &Registry, calendar: &WorkCalendar) -> Vec<Finding> {
        let everything: Vec<&Session> = self.by_person.values().flatten().collect();
        let mut findings = self.clashes(&everything, None, registry, rows_of_people);
        let in_rooms: Vec<&Session> = self.by_room.values().flatten().collect();
        findings.extend(self.clashes(&in_rooms, None, registry, rows_of_rooms));
        for ((person, _), day) in &self.by_person {
            findings.extend(day.iter().flat_map(|session| self.of_one(session, *person, registry, calendar)));
        }
        findings
    }

    /// The rules in force.
    pub(super) const fn book(&self) -> &RuleBook {
        &self.book
    }

    /// Rows over sessions that do not hold; those of one session where it is named.
    fn clashes<'b>(
        &'b self,
        sessions: &[&Session],
        only: Option<&Session>,
        registry: &Registry,
        rows: impl Fn(&[Spot<'_>], &'b RuleBook) -> Vec<SpotRow<'b>>,
    ) -> Vec<Finding> {
        let spots: Vec<Spot<'_>> = sessions.iter().map(|session| spot(session, registry)).collect();
        let found = |row: SpotRow<'b>| {
            let is_broken = row.norm.beyond(i64::try_from(row.spots.len()).unwrap_or(i64::MAX)) > 0;
            let clashing: Vec<&Session> =
                row.spots.iter().filter_map(|number| sessions.get(*number)).copied().collect();
            let is_asked = only.is_none_or(|asked| clashing.iter().any(|session| std::ptr::eq(*session, asked)));
            let rule = row.rule.filter(|_| is_broken && is_asked)?;
            Some(clash::finding(row.term, rule, clashing, registry))
        };
        rows(&spots, &self.book).into_iter().filter_map(found).collect()
    }

    /// Rules on a single session.
    fn of_one(
        &self,
        session: &Session,
        person: PersonId,
        registry: &Registry,
        calendar: &WorkCalendar,
    ) -> Vec<Finding> {
        let leave = self.leave.get(&person).map_or(&[][..], Vec::as_slice);
        alone::of_one_session((session, person), leave, &self.book, (registry, calendar))
    }
}

/// The sessions at which somebody works, as the rules between half-days see them.
pub fn spots_at_work<'a>(
    sessions: impl Iterator<Item = &'a Session>,
    registry: &Registry,
) -> impl Iterator<Item = Spot<'a>> {
    sessions.filter(|session| worker(session, registry).is_some()).map(|session| spot(session, registry))
}

/// A session as the rules between half-days see it.
fn spot<'a>(session: &'a Session, registry: &Registry) -> Spot<'a> {
    let stint = registry.stints.get(&working_stint(session));
    let place = RulePlace::session(session, PersonId::NEW, registry);
    Spot {
        place: RulePlace { person: stint.map(|stint| stint.person), ..place },
        slot: session.slot,
        is_away: stint.is_some_and(|stint| stint.host_inst != session.inst),
        is_on_call: session.slot == Slot::Night && registry.is_duty(session),
        room: if takes_room(session, registry) { &session.room } else { "" },
    }
}

/// The stint that does the work: who stands in, where somebody does.
pub(super) fn working_stint(session: &Session) -> StintId {
    match session.status {
        SessionStatus::Substituted => session.substitute_stint.unwrap_or(session.stint),
        _ => session.stint,
    }
}

/// Who is at work in the session; nobody in a cancelled one, in a rest, or where the records do not say.
fn worker(session: &Session, registry: &Registry) -> Option<PersonId> {
    let is_held = match session.status {
        SessionStatus::Cancelled => false,
        SessionStatus::Substituted => session.substitute_stint.is_some(),
        _ => true,
    };
    let is_work = registry.activities.get(&session.activity).is_some_and(|activity| activity.is_work);
    (is_held && is_work).then(|| registry.stints.get(&working_stint(session))).flatten().map(|stint| stint.person)
}

/// Whether the session takes a room for itself: a clinic in a consulting room does.
fn takes_room(session: &Session, registry: &Registry) -> bool {
    let mut activities = std::iter::once(&session.activity).chain(&session.further);
    is_consulting_room(&session.room)
        && activities.any(|id| registry.activities.get(id).is_some_and(|activity| activity.is_clinic))
}
