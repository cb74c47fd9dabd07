//! From a plan back to records: sessions to store, tours to go on, and what changes against what stands.

use std::collections::BTreeSet;

use super::agenda::{Agenda, Work};
use super::candidates::room;
use super::demand::work_of;
use super::ground::{Cell, Ground, half_of, slot_of};
use super::habit::{is_work, weekday_of};
use super::rows::kind_of;
use super::standing::{Hold, Standing};
use crate::domain::{
    DocumentKind, Id, InstitutionId, PersonId, Session, SessionId, SessionStatus, Slot, StintId, TourStatus,
};
use crate::planner::duty::Duty;
use crate::planner::model::Choice;
use chrono::NaiveDate;

/// How a session of the plan differs from what stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// It is new.
    Added(Session),
    /// It went to another half-day or to somebody else.
    Moved {
        /// As it stands.
        before: Session,
        /// As it will be.
        after: Session,
    },
    /// It is no longer held: an issued one is struck, a planned one taken away.
    Dropped(Session),
}

/// A tour that the plan proposes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposedTour {
    /// The site.
    pub inst: InstitutionId,
    /// The day.
    pub on: NaiveDate,
    /// Who goes along, the leader first.
    pub members: Vec<(StintId, PersonId)>,
}

/// What a plan comes to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Proposal {
    /// Sessions that change, by day, half-day and expert.
    pub changes: Vec<Change>,
    /// Tours to go on.
    pub tours: Vec<ProposedTour>,
    /// Marks for free days, as the office makes them.
    pub rests: Vec<Session>,
}

impl Change {
    /// The session as it will be, or as it stood.
    #[must_use]
    pub const fn session(&self) -> &Session {
        match self {
            Self::Added(session) | Self::Dropped(session) => session,
            Self::Moved { after, .. } => after,
        }
    }
}

impl Proposal {
    /// Whether nothing would change.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.tours.is_empty()
    }

    /// How many sessions are added, changed and dropped.
    #[must_use]
    pub fn counts(&self) -> [usize; 3] {
        let count = |is: fn(&Change) -> bool| self.changes.iter().filter(|change| is(change)).count();
        [
            count(|change| matches!(change, Change::Added(_))),
            count(|change| matches!(change, Change::Moved { .. })),
            count(|change| matches!(change, Change::Dropped(_))),
        ]
    }

    /// Sessions to store.
    pub fn stored(&self) -> impl Iterator<Item = Session> + '_ {
        let changed = self.changes.iter().filter_map(|change| match change {
            Change::Added(session) | Change::Moved { after: session, .. } => Some(session.clone()),
            Change::Dropped(session) if is_issued(session) => {
                Some(Session { status: SessionStatus::Cancelled, ..session.clone() })
            }
            Change::Dropped(_) => None,
        });
        changed.chain(self.rests.iter().cloned())
    }

    /// Sessions to take away.
    pub fn removed(&self) -> impl Iterator<Item = SessionId> + '_ {
        self.changes.iter().filter_map(|change| match change {
            Change::Dropped(session) if !is_issued(session) => Some(session.id),
            _ => None,
        })
    }
}

const fn is_issued(session: &Session) -> bool {
    !matches!(session.status, SessionStatus::Planned)
}

/// A half-day of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Placed {
    day: usize,
    half: usize,
    expert: usize,
    work: usize,
}

impl Agenda {
    /// What a plan comes to, against what stands.
    #[must_use]
    pub fn proposal(&self, ground: &Ground<'_>, on: &[bool]) -> Proposal {
        let mut placed: BTreeSet<Placed> = BTreeSet::new();
        let mut nights = Vec::new();
        for (choice, _) in self.task.table.choices().iter().zip(on).filter(|(_, on)| **on) {
            match *choice {
                Choice::Duty(Duty::Session { expert, work, day, half }) => {
                    placed.insert(Placed { day, half, expert, work });
                }
                Choice::Duty(Duty::OnCall { expert, day }) => nights.push((expert, day)),
                _ => {}
            }
        }
        let mut proposal = Proposal { tours: self.tours(on), ..Proposal::default() };
        let gone = self.unchanged(ground, &mut placed);
        self.match_up(ground, gone, placed, &mut proposal);
        for (expert, day) in nights {
            proposal.changes.extend(self.night(ground, expert, day).map(Change::Added));
        }
        proposal.changes.extend(self.recorded_tours(ground).into_iter().map(Change::Added));
        for tour in &proposal.tours {
            proposal.changes.extend(tour_sessions(ground, tour).into_iter().map(Change::Added));
        }
        proposal.rests = self.rests(ground, &proposal);
        proposal.changes.sort_by_key(|change| {
            let session = change.session();
            (session.on_date, session.slot, session.stint, session.id)
        });
        proposal
    }

    /// Takes out what stands and stays; gives what stands and does not.
    fn unchanged(&self, ground: &Ground<'_>, placed: &mut BTreeSet<Placed>) -> Vec<Standing> {
        let mut gone = Vec::new();
        for standing in &self.standings.list {
            let day = self.horizon.day(standing.session.on_date);
            if !standing.is_placed(ground) {
                if standing.hold == Hold::Displaced {
                    gone.push(standing.clone());
                }
                continue;
            }
            let at = standing.expert.zip(day).zip(half_of(standing.session.slot)).zip(self.number(ground, standing));
            let is_kept = at.is_some_and(|(((expert, day), half), work)| {
                standing.hold != Hold::Displaced && placed.remove(&Placed { day, half, expert, work })
            });
            if !is_kept && standing.hold != Hold::Fixed {
                gone.push(standing.clone());
            }
        }
        gone
    }

    fn number(&self, ground: &Ground<'_>, standing: &Standing) -> Option<usize> {
        let work = work_of(ground, &standing.session);
        self.works.iter().position(|other| *other == work)
    }

    /// Pairs what has to go with what takes its place: a stand-in at the same time, else the same expert at another.
    fn match_up(&self, ground: &Ground<'_>, gone: Vec<Standing>, mut placed: BTreeSet<Placed>, into: &mut Proposal) {
        let mut left = Vec::new();
        for standing in gone {
            let (day, half) = (self.horizon.day(standing.session.on_date), half_of(standing.session.slot));
            let work = self.number(ground, &standing);
            let same_time =
                placed.iter().find(|at| Some(at.work) == work && Some(at.day) == day && Some(at.half) == half);
            match same_time.copied() {
                Some(at) => {
                    placed.remove(&at);
                    into.changes.extend(self.stand_in(ground, &standing, at));
                }
                None => left.push((standing, work)),
            }
        }
        for (standing, work) in left {
            let same_expert = placed.iter().find(|at| Some(at.work) == work && Some(at.expert) == standing.expert);
            match same_expert.copied() {
                Some(at) => {
                    placed.remove(&at);
                    into.changes.extend(self.moved(ground, &standing, at));
                }
                None => into.changes.push(Change::Dropped(standing.session)),
            }
        }
        into.changes.extend(placed.into_iter().filter_map(|at| self.session(ground, at)).map(Change::Added));
    }

    /// Somebody else does it at the same time.
    fn stand_in(&self, ground: &Ground<'_>, standing: &Standing, at: Placed) -> Option<Change> {
        let stint = self.experts.get(at.expert)?.stint;
        let before = standing.session.clone();
        let after = if is_issued(&before) {
            Session { status: SessionStatus::Substituted, substitute_stint: Some(stint), ..before.clone() }
        } else {
            Session { id: before.id, status: before.status, ..self.session(ground, at)? }
        };
        Some(Change::Moved { before, after })
    }

    /// The same expert does it at another time.
    fn moved(&self, ground: &Ground<'_>, standing: &Standing, at: Placed) -> Option<Change> {
        let before = standing.session.clone();
        let status = if is_issued(&before) { SessionStatus::Swapped } else { SessionStatus::Planned };
        let new = self.session(ground, at)?;
        let after = Session { id: before.id, status, topic: before.topic.clone(), room: before.room.clone(), ..new };
        Some(Change::Moved { before, after })
    }

    /// A new session as the office would write it.
    fn session(&self, ground: &Ground<'_>, at: Placed) -> Option<Session> {
        let (expert, work) = (self.experts.get(at.expert)?, self.works.get(at.work)?);
        let on = self.horizon.on(at.day);
        let asked = self.demand.asked.get(&(at.expert, at.work, at.day, at.half));
        let usage = self.habit.usage.get(&(expert.stint, kind_of(work)));
        let half = (weekday_of(ground, on), at.half);
        Some(Session {
            id: Id::NEW,
            on_date: on,
            slot: slot_of(at.half),
            stint: expert.stint,
            activity: work.activity,
            further: usage.map(|usage| usage.further(half)).unwrap_or_default(),
            topic: usage.map_or_else(String::new, |usage| usage.topic().to_owned()),
            inst: work.inst,
            dept: work.dept,
            room: room(&self.habit, &self.demand, &self.experts, (at.expert, at.work)).to_owned(),
            status: new_status(ground, on),
            substitute_stint: None,
            reason: String::new(),
            from_template: asked.map(|asked| asked.template),
        })
    }

    /// A night on call that does not stand yet.
    fn night(&self, ground: &Ground<'_>, expert: usize, day: usize) -> Option<Session> {
        let (expert, on) = (self.experts.get(expert)?, self.horizon.on(day));
        let cell = Cell { stint: expert.stint, on, slot: Slot::Night };
        if self.standings.list.iter().any(|standing| Cell::of(&standing.session) == cell) {
            return None;
        }
        let duty = ground.registry.duty()?.id;
        Some(Session { slot: Slot::Night, ..blank(ground, on, expert.stint, (duty, expert.inst, expert.dept)) })
    }

    fn tours(&self, on: &[bool]) -> Vec<ProposedTour> {
        let mut tours: Vec<ProposedTour> = Vec::new();
        for (choice, _) in self.task.table.choices().iter().zip(on).filter(|(_, on)| **on) {
            let Choice::Duty(Duty::Tour { expert, site, day }) = *choice else { continue };
            let (Some(inst), Some(expert)) = (self.sites.get(site), self.experts.get(expert)) else { continue };
            let on = self.horizon.on(day);
            let member = (expert.stint, expert.person);
            match tours.iter_mut().find(|tour| tour.inst == *inst && tour.on == on) {
                Some(tour) => tour.members.push(member),
                None => tours.push(ProposedTour { inst: *inst, on, members: vec![member] }),
            }
        }
        let weight = |stint: StintId| {
            let expert = self.experts.iter().find(|expert| expert.stint == stint);
            expert.map(|expert| (!expert.is_leader, std::cmp::Reverse(expert.rank)))
        };
        for tour in &mut tours {
            tour.members.sort_by_key(|(stint, _)| (weight(*stint), *stint));
        }
        tours.sort_by_key(|tour| (tour.on, tour.inst));
        tours
    }

    /// Those who go along on a tour of the list have it in their schedule as well.
    fn recorded_tours(&self, ground: &Ground<'_>) -> Vec<Session> {
        let Some(activity) = ground.registry.activity("tour") else { return Vec::new() };
        let mut used: BTreeSet<Cell> = ground.sessions.iter().map(Cell::of).collect();
        used.extend(ground.locked);
        let mut found = Vec::new();
        for tour in ground.registry.tours.values().filter(|tour| tour.status == TourStatus::Planned) {
            let members = ground.registry.tour_members.values().filter(|member| member.tour == tour.id);
            let who: BTreeSet<PersonId> = tour.leader.into_iter().chain(members.filter_map(|row| row.person)).collect();
            for on in tour.period().days().filter(|on| ground.is_open(*on)) {
                let Some(day) = self.horizon.day(on) else { continue };
                for expert in self.experts.iter().filter(|expert| who.contains(&expert.person)) {
                    for slot in [Slot::Am, Slot::Pm].into_iter().filter(|slot| tour.covers(on, *slot)) {
                        let cell = Cell { stint: expert.stint, on, slot };
                        if expert.is_here(day, slot) && used.insert(cell) {
                            let place = (activity.id, tour.inst, None);
                            found.push(Session { slot, ..blank(ground, on, expert.stint, place) });
                        }
                    }
                }
            }
        }
        found
    }

    /// Free days are marked as they were in the usual weeks.
    fn rests(&self, ground: &Ground<'_>, proposal: &Proposal) -> Vec<Session> {
        let Some(rest) = ground.registry.activities.values().find(|activity| !activity.is_work) else {
            return Vec::new();
        };
        let stored = ground.sessions.iter().map(Cell::of);
        let new = proposal.stored().map(|session| Cell::of(&session)).collect::<Vec<_>>();
        let used: BTreeSet<Cell> = stored.chain(new).collect();
        let planned: BTreeSet<usize> = proposal
            .changes
            .iter()
            .filter_map(|change| self.horizon.day(change.session().on_date).map(|day| day / 7))
            .collect();
        let mut rests = Vec::new();
        for expert in self.experts.iter().filter(|expert| self.habit.marks_rest.contains(&expert.stint)) {
            for day in (0..self.horizon.days()).filter(|day| planned.contains(&(day / 7))) {
                let on = self.horizon.on(day);
                let is_free = ground.is_open(on) && !ground.calendar.facts(on).is_working();
                for slot in [Slot::Am, Slot::Pm].into_iter().filter(|slot| is_free && expert.is_here(day, *slot)) {
                    let cell = Cell { stint: expert.stint, on, slot };
                    if !used.contains(&cell) && !ground.locked.contains(&cell) {
                        let place = (rest.id, expert.inst, expert.dept);
                        rests.push(Session { slot, ..blank(ground, on, expert.stint, place) });
                    }
                }
            }
        }
        rests
    }

    /// How many half-days of work stand or are placed for each expert.
    #[must_use]
    pub fn works_by(&self, ground: &Ground<'_>) -> usize {
        self.standings.list.iter().filter(|standing| is_work(ground, &standing.session)).count()
    }

    /// A kind of work by number.
    #[must_use]
    pub fn work(&self, number: usize) -> Option<&Work> {
        self.works.get(number)
    }
}

impl ProposedTour {
    /// Where a new tour stands.
    pub const STATUS: TourStatus = TourStatus::Planned;
}

fn tour_sessions(ground: &Ground<'_>, tour: &ProposedTour) -> Vec<Session> {
    let Some(activity) = ground.registry.activity("tour") else { return Vec::new() };
    let halves = tour.members.iter().flat_map(|(stint, _)| [(*stint, Slot::Am), (*stint, Slot::Pm)]);
    let session = |(stint, slot)| Session { slot, ..blank(ground, tour.on, stint, (activity.id, tour.inst, None)) };
    halves.map(session).collect()
}

fn blank(
    ground: &Ground<'_>,
    on: NaiveDate,
    stint: StintId,
    (activity, inst, dept): (crate::domain::ActivityId, InstitutionId, Option<crate::domain::DepartmentId>),
) -> Session {
    Session {
        id: Id::NEW,
        on_date: on,
        slot: Slot::Am,
        stint,
        activity,
        further: Vec::new(),
        topic: String::new(),
        inst,
        dept,
        room: String::new(),
        status: new_status(ground, on),
        substitute_stint: None,
        reason: String::new(),
        from_template: None,
    }
}

/// What new rows are: an extra once the week is issued, planned before.
fn new_status(ground: &Ground<'_>, on: NaiveDate) -> SessionStatus {
    let is_issued =
        ground.registry.publications.values().any(|issue| {
            issue.document == DocumentKind::WeekSchedule && issue.period_from <= on && on <= issue.period_to
        });
    if is_issued { SessionStatus::Extra } else { SessionStatus::Planned }
}
