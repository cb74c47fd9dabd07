//! What of a hand-over cannot be taken on by the one it is given to, and why.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{HandoverItem, HandoverPlan, Leaver};
use crate::domain::codes::{PairingStatus, SessionStatus, Slot, WeekRule};
use crate::domain::records::{
    LeaveId, Pairing, PairingId, PersonId, Session, SessionId, Stint, StintId, Template, TemplateId,
};
use crate::domain::registry::Registry;

/// Why a line cannot be taken on by the one it is given to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// Who takes over is the apprentice.
    Oneself,
    /// Who takes over teaches the same apprentice at that time.
    SamePair(PairingId),
    /// Who takes over has a session in that half-day.
    Session(SessionId),
    /// Who takes over has a weekly rule at that time.
    Rule(TemplateId),
    /// Who takes over is on leave in that half-day.
    Away(LeaveId),
    /// Who takes over is not on post by then, or no more.
    NotOnPost,
    /// It ends before who takes over can begin.
    Over,
    /// Another line of this hand-over gives them the same person or half-day.
    Twice,
}

/// What stands in the way of each line, leaver by leaver in the order of the plan; nothing where nobody is named.
///
/// Lines are judged in that order, each together with those before it that can be taken.
#[must_use]
pub fn handover_obstacles(
    registry: &Registry,
    sessions: &[Session],
    plan: &HandoverPlan,
) -> Vec<Vec<Option<Obstacle>>> {
    let mut judge = Judge { registry, sessions, given: BTreeSet::new() };
    let leavers = plan.leavers.iter();
    leavers.map(|leaver| leaver.lines.iter().map(|line| judge.line(leaver, line.item, line.to)).collect()).collect()
}

/// What somebody was given by the lines before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Given {
    Apprentice(PersonId, PersonId),
    HalfDay(PersonId, NaiveDate, Slot),
    Weekly(StintId, u8, Slot, WeekRule),
}

struct Judge<'a> {
    registry: &'a Registry,
    sessions: &'a [Session],
    given: BTreeSet<Given>,
}

impl Judge<'_> {
    fn line(&mut self, leaver: &Leaver, item: HandoverItem, to: Option<StintId>) -> Option<Obstacle> {
        let to = self.registry.stints.get(&to?)?;
        let first_on = leaver.first_day_of(to);
        let (found, given) = match item {
            HandoverItem::Pairing(id) => {
                let pairing = self.registry.pairings.get(&id)?;
                let given = Given::Apprentice(to.person, pairing.apprentice);
                (self.pairing(pairing, leaver.last_on, to, first_on), Some(given))
            }
            HandoverItem::Template(id) => {
                let rule = self.registry.templates.get(&id)?;
                let given = Given::Weekly(to.id, rule.weekday, rule.slot, rule.week_rule);
                (self.template(rule, to, first_on), Some(given))
            }
            HandoverItem::Session(id) => {
                let session = self.sessions.iter().find(|session| session.id == id)?;
                let given = Given::HalfDay(to.person, session.on_date, session.slot);
                (self.session(session, to), Some(given))
            }
            HandoverItem::Task(_) => (None, None),
        };
        if found.is_some() {
            return found;
        }
        match given {
            Some(given) if !self.given.insert(given) => Some(Obstacle::Twice),
            _ => None,
        }
    }

    fn pairing(&self, old: &Pairing, last_on: NaiveDate, to: &Stint, first_on: NaiveDate) -> Option<Obstacle> {
        if old.apprentice == to.person {
            return Some(Obstacle::Oneself);
        }
        let from_on = if old.has_begun() && old.from_on <= last_on { first_on } else { old.from_on.max(first_on) };
        let last = to.last_day();
        if last.is_some_and(|last| last < from_on) {
            return Some(Obstacle::NotOnPost);
        }
        let new = Pairing {
            mentor: to.person,
            from_on,
            plan_to_on: last,
            to_on: None,
            status: PairingStatus::Active,
            ..old.clone()
        };
        let mut others = self.registry.pairings.values().filter(|other| other.id != old.id);
        others.find(|other| new.overlaps(other)).map(|other| Obstacle::SamePair(other.id))
    }

    fn template(&self, old: &Template, to: &Stint, first_on: NaiveDate) -> Option<Obstacle> {
        if old.to_on.is_some_and(|end| end < first_on) {
            return Some(Obstacle::Over);
        }
        let from_on = old.from_on.map_or(first_on, |from| from.max(first_on));
        if to.last_day().is_some_and(|last| last < from_on) {
            return Some(Obstacle::NotOnPost);
        }
        let is_same_time = |other: &&Template| {
            other.stint == to.id
                && (other.weekday, other.slot) == (old.weekday, old.slot)
                && meet(other.week_rule, old.week_rule)
                && other.to_on.is_none_or(|end| end >= from_on)
                && old.to_on.zip(other.from_on).is_none_or(|(end, from)| from <= end)
        };
        self.registry.templates.values().find(is_same_time).map(|other| Obstacle::Rule(other.id))
    }

    fn session(&self, session: &Session, to: &Stint) -> Option<Obstacle> {
        if !to.runs_on(session.on_date) {
            return Some(Obstacle::NotOnPost);
        }
        let mut leave = self.registry.leave.values().filter(|leave| leave.person == to.person);
        if let Some(away) = leave.find(|leave| leave.covers(session.on_date, session.slot)) {
            return Some(Obstacle::Away(away.id));
        }
        let is_busy = |other: &&Session| {
            (other.on_date, other.slot) == (session.on_date, session.slot)
                && other.id != session.id
                && self.held_by(other) == Some(to.person)
                && self.registry.activities.get(&other.activity).is_some_and(|activity| activity.is_work)
        };
        self.sessions.iter().find(is_busy).map(|other| Obstacle::Session(other.id))
    }

    /// Who holds a session; nobody a cancelled one.
    fn held_by(&self, session: &Session) -> Option<PersonId> {
        let stint = match session.status {
            SessionStatus::Cancelled => return None,
            SessionStatus::Substituted => session.substitute_stint?,
            _ => session.stint,
        };
        self.registry.stints.get(&stint).map(|stint| stint.person)
    }
}

/// Whether two weekly rules can fall on the same day.
const fn meet(one: WeekRule, other: WeekRule) -> bool {
    use WeekRule::{Even, First, Fourth, Odd, Second, Third};
    match (one, other) {
        (Odd, Even) | (Even, Odd) => false,
        (First | Second | Third | Fourth, First | Second | Third | Fourth) => one as u8 == other as u8,
        _ => true,
    }
}
