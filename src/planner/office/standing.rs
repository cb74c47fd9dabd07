//! What stands in the weeks of the plan: what must stay, what may move, and what has become impossible.

use std::collections::{BTreeMap, BTreeSet};

use super::ground::{Cell, Freedom, Ground, Horizon};
use super::habit::{is_outing, is_work};
use super::people::Expert;
use crate::domain::{PersonId, Session, SessionStatus, Slot, StintId};

/// Whether a session that stands may be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// It stays as it is.
    Fixed,
    /// It may move, at the price of a change.
    Loose,
    /// Its expert cannot be there: it has to be planned anew.
    Displaced,
}

/// A session that stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// As it is stored.
    pub session: Session,
    /// Who does it, where that expert is on post in these weeks.
    pub expert: Option<usize>,
    /// Whether it may be moved.
    pub hold: Hold,
}

impl Standing {
    /// Whether it is one of the half-days of work that the planner places itself; nights and outings are not.
    pub fn is_placed(&self, ground: &Ground<'_>) -> bool {
        is_work(ground, &self.session) && !is_outing(ground, &self.session) && self.session.slot != Slot::Night
    }
}

/// Everything that stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Standings {
    /// Sessions that are held or to be held.
    pub list: Vec<Standing>,
    /// Half-days into which nothing more is put.
    taken: BTreeSet<(PersonId, usize, Slot)>,
}

impl Standings {
    /// Looks through the sessions and tours of the horizon.
    pub fn new(ground: &Ground<'_>, horizon: Horizon, experts: &[Expert]) -> Self {
        let numbers: BTreeMap<StintId, usize> =
            experts.iter().enumerate().map(|(number, expert)| (expert.stint, number)).collect();
        let mut standings = Self::default();
        for session in ground.sessions {
            let Some(day) = horizon.day(session.on_date) else { continue };
            standings.take_own(ground, session, day);
            if session.status == SessionStatus::Cancelled || !is_work(ground, session) {
                continue;
            }
            let expert = numbers.get(&worked_by(session)).copied();
            let is_here =
                expert.and_then(|number| experts.get(number)).is_some_and(|expert| expert.is_here(day, session.slot));
            let hold = hold(ground, session, is_here);
            let standing = Standing { session: session.clone(), expert, hold };
            // What may move leaves its half-day open; what has to, blocks nothing.
            let is_fixed = hold == Hold::Fixed || (hold == Hold::Loose && !standing.is_placed(ground));
            if let Some(person) = expert.and_then(|number| experts.get(number)).filter(|_| is_fixed) {
                standings.taken.insert((person.person, day, session.slot));
            }
            standings.list.push(Standing { hold: if is_fixed { Hold::Fixed } else { hold }, ..standing });
        }
        standings.take_locked(ground, horizon, experts);
        standings.take_tours(ground, horizon);
        standings
    }

    /// Whether a repair has a plan in hand for a week: then what stands there is all that is wanted.
    pub fn is_in_hand(&self, ground: &Ground<'_>, horizon: Horizon, week: usize) -> bool {
        let mut days = self.list.iter().filter_map(|standing| horizon.day(standing.session.on_date));
        ground.freedom == Freedom::Repair && days.any(|day| day / 7 == week)
    }

    /// Whether nothing more may be put into the half-day of a person.
    pub fn is_taken(&self, person: PersonId, day: usize, slot: Slot) -> bool {
        self.taken.contains(&(person, day, slot))
    }

    /// Marks for free time, cancelled sessions and those of somebody else's stand-in keep their half-day.
    fn take_own(&mut self, ground: &Ground<'_>, session: &Session, day: usize) {
        let is_idle = matches!(session.status, SessionStatus::Cancelled | SessionStatus::Substituted);
        let person = ground.registry.stints.get(&session.stint).map(|stint| stint.person);
        if let Some(person) = person.filter(|_| is_idle || !is_work(ground, session)) {
            self.taken.insert((person, day, session.slot));
        }
    }

    fn take_locked(&mut self, ground: &Ground<'_>, horizon: Horizon, experts: &[Expert]) {
        for cell in ground.locked {
            let expert = experts.iter().find(|expert| expert.stint == cell.stint);
            if let Some((expert, day)) = expert.zip(horizon.day(cell.on)) {
                self.taken.insert((expert.person, day, cell.slot));
            }
        }
    }

    fn take_tours(&mut self, ground: &Ground<'_>, horizon: Horizon) {
        for tour in ground.registry.tours.values().filter(|tour| tour.period().overlaps(horizon.period())) {
            let members = ground.registry.tour_members.values().filter(|member| member.tour == tour.id);
            let who: Vec<PersonId> =
                tour.leader.into_iter().chain(members.filter_map(|member| member.person)).collect();
            for day in 0..horizon.days() {
                for slot in [Slot::Am, Slot::Pm].into_iter().filter(|slot| tour.covers(horizon.on(day), *slot)) {
                    self.taken.extend(who.iter().map(|person| (*person, day, slot)));
                }
            }
        }
    }
}

/// The stint that does the work.
pub fn worked_by(session: &Session) -> StintId {
    match session.status {
        SessionStatus::Substituted => session.substitute_stint.unwrap_or(session.stint),
        _ => session.stint,
    }
}

fn hold(ground: &Ground<'_>, session: &Session, is_here: bool) -> Hold {
    let is_settled = !ground.is_open(session.on_date)
        || session.status == SessionStatus::Done
        || ground.locked.contains(&Cell::of(session));
    let may_move = match session.status {
        SessionStatus::Planned => ground.freedom != Freedom::Fill,
        SessionStatus::Published | SessionStatus::Swapped | SessionStatus::Extra => ground.freedom == Freedom::Repair,
        SessionStatus::Done | SessionStatus::Cancelled | SessionStatus::Substituted => false,
    };
    match (is_settled, is_here) {
        (false, false) => Hold::Displaced,
        (false, true) if may_move => Hold::Loose,
        _ => Hold::Fixed,
    }
}
