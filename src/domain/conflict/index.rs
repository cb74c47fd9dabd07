//! Sessions laid out by person and by room, so that one cell is checked without looking at the others.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::super::codes::{SessionStatus, Slot};
use super::super::finding::Finding;
use super::super::records::{InstitutionId, LeaveId, PersonId, Session, StintId};
use super::super::registry::Registry;
use super::super::room::is_consulting_room;
use super::super::rota::{RuleBook, RulePlace};
use super::super::row::Table;
use super::super::work_calendar::WorkCalendar;
use super::{alone, rest, sort, title, together};

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
        let beside = |others: Option<&Vec<Session>>, rule: &dyn Fn(&[&Session]) -> Vec<Finding>| {
            let others = others.into_iter().flatten().filter(|other| other.id.is_new() || other.id != session.id);
            let mut together: Vec<&Session> = others.collect();
            together.push(session);
            let key = (Table::Session, session.id.raw());
            rule(&together).into_iter().filter(|finding| finding.records.contains(&key)).collect::<Vec<_>>()
        };
        let mut findings =
            beside(self.by_person.get(&(person, session.on_date)), &|day| together::of_one_day(day, person, registry));
        if takes_room(session, registry) {
            findings.extend(beside(self.by_room.get(&(session.inst, session.on_date, session.slot)), &|half_day| {
                together::of_one_half_day(half_day, registry)
            }));
        }
        findings.extend(alone::of_one_session(session, person, self.leave_of(person), registry, calendar));
        findings.extend(title::too_low(session, person, &self.book, registry));
        findings.extend(self.rest_around(session, person, registry));
        findings.retain(|finding| self.is_held_against(finding));
        sort(&mut findings);
        findings
    }

    /// What the rules say of all sessions of the index, in no order.
    pub(super) fn all(&self, registry: &Registry, calendar: &WorkCalendar) -> Vec<Finding> {
        let days = self.by_person.iter().flat_map(|((person, _), day)| {
            let alone = day.iter().flat_map(|session| {
                alone::of_one_session(session, *person, self.leave_of(*person), registry, calendar)
            });
            let titles = day.iter().filter_map(|session| title::too_low(session, *person, &self.book, registry));
            let refs: Vec<&Session> = day.iter().collect();
            let together = together::of_one_day(&refs, *person, registry);
            let tired = day.iter().filter_map(|night| self.rest_after(night, *person, registry));
            alone.chain(titles).chain(together).chain(tired)
        });
        let rooms = self.by_room.values().flat_map(|half_day| {
            let half_day: Vec<&Session> = half_day.iter().collect();
            together::of_one_half_day(&half_day, registry)
        });
        days.chain(rooms).filter(|finding| self.is_held_against(finding)).collect()
    }

    /// Whether the rule behind a finding is in force; scopes are those of the program as a whole.
    fn is_held_against(&self, finding: &Finding) -> bool {
        self.book.rule(finding.rule.term(), &RulePlace::on(finding.period.from())).is_some()
    }

    /// Both ways: the night that a session follows, and the morning that follows a night.
    fn rest_around(&self, session: &Session, person: PersonId, registry: &Registry) -> Vec<Finding> {
        let own = self.rest_after(session, person, registry);
        let eve = session.on_date.pred_opt().and_then(|eve| self.by_person.get(&(person, eve)));
        let nights = eve.into_iter().flatten().filter(|_| session.slot == Slot::Am);
        let before =
            nights.filter(|night| rest::is_night(night, registry)).map(|night| rest::found(night, session, registry));
        own.into_iter().chain(before).collect()
    }

    /// What stands in the morning after a night on call.
    fn rest_after(&self, night: &Session, person: PersonId, registry: &Registry) -> Option<Finding> {
        let morning = night.on_date.succ_opt().filter(|_| rest::is_night(night, registry))?;
        let day = self.by_person.get(&(person, morning))?;
        day.iter().find(|session| session.slot == Slot::Am).map(|session| rest::found(night, session, registry))
    }

    fn leave_of(&self, person: PersonId) -> &[LeaveId] {
        self.leave.get(&person).map_or(&[], Vec::as_slice)
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
