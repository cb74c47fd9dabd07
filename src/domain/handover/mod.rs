//! A batch hands over (换批): what those who leave have on their hands, and who could take each of it on.

mod obstacle;

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub use obstacle::{Obstacle, handover_obstacles};

use super::codes::{PairingStatus, SessionStatus};
use super::records::{
    Batch, BatchId, Pairing, PairingGoal, PairingId, Session, SessionId, Stint, StintId, Task, TaskId, Template,
    TemplateId,
};
use super::registry::Registry;
use super::{Edit, Id, Label, Precision, Record};

/// How many days after the leave a successor may arrive to be proposed.
const LATEST_ARRIVAL: i64 = 62;

/// Something that goes from one posting to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HandoverItem {
    /// A running pair.
    Pairing(PairingId),
    /// A weekly rule.
    Template(TemplateId),
    /// A planned session after the last day.
    Session(SessionId),
    /// A task that is not closed.
    Task(TaskId),
}

/// One thing and who takes it on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandoverLine {
    /// What.
    pub item: HandoverItem,
    /// Who takes it on; nobody yet where absent.
    pub to: Option<StintId>,
}

/// One who leaves.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaver {
    /// The posting that ends.
    pub stint: StintId,
    /// Its last day.
    pub last_on: NaiveDate,
    /// Who could take over, the closest first.
    pub candidates: Vec<StintId>,
    /// Who takes over in the main.
    pub successor: Option<StintId>,
    /// What there is to hand over.
    pub lines: Vec<HandoverLine>,
}

impl Leaver {
    /// The first day on which somebody can take over: the day after the leave, not before they arrive.
    #[must_use]
    pub fn first_day_of(&self, to: &Stint) -> NaiveDate {
        self.last_on.succ_opt().unwrap_or(self.last_on).max(to.first_day())
    }
}

/// The proposal for a batch.
#[derive(Debug, Clone, PartialEq)]
pub struct HandoverPlan {
    /// Which batch.
    pub batch: BatchId,
    /// Those who leave, in the order of the office.
    pub leavers: Vec<Leaver>,
}

impl HandoverPlan {
    /// How many things have somebody to take them on.
    #[must_use]
    pub fn settled(&self) -> usize {
        self.lines().filter(|line| line.to.is_some()).count()
    }

    /// How many lines have something in their way, as [`handover_obstacles`] tells them.
    #[must_use]
    pub fn blocked(obstacles: &[Vec<Option<Obstacle>>]) -> usize {
        obstacles.iter().flatten().filter(|obstacle| obstacle.is_some()).count()
    }

    /// How many have nobody.
    #[must_use]
    pub fn open(&self) -> usize {
        self.lines().filter(|line| line.to.is_none()).count()
    }

    fn lines(&self) -> impl Iterator<Item = &HandoverLine> {
        self.leavers.iter().flat_map(|leaver| &leaver.lines)
    }
}

/// Proposes who takes over what of a batch; `sessions` are those after its first leave.
///
/// Those count as leaving whose last day is known and not later than that of most of the batch. Somebody is proposed
/// who was named, or sits in the same department, or is of the same speciality; else nobody is.
#[must_use]
pub fn propose_handover(registry: &Registry, sessions: &[Session], batch: &Batch) -> HandoverPlan {
    let own: Vec<&Stint> = registry.stints.values().filter(|stint| stint.batch == Some(batch.id)).collect();
    let mut counts: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    for last in own.iter().filter_map(|stint| stint.last_day()) {
        *counts.entry(last).or_default() += 1;
    }
    let Some((usual, _)) = counts.into_iter().max_by_key(|(on, count)| (*count, *on)) else {
        return HandoverPlan { batch: batch.id, leavers: Vec::new() };
    };
    let mut leaving: Vec<(&Stint, NaiveDate)> =
        own.into_iter().filter_map(|stint| Some((stint, stint.last_day()?))).filter(|(_, on)| *on <= usual).collect();
    leaving.sort_by_key(|(stint, _)| (registry.people.get(&stint.person).map(|person| person.sort), stint.id));
    let is_leaving = |id: StintId| leaving.iter().any(|(stint, _)| stint.id == id);
    let leavers = leaving.iter().map(|(stint, last_on)| leaver(registry, sessions, stint, *last_on, &is_leaving));
    HandoverPlan { batch: batch.id, leavers: leavers.collect() }
}

fn leaver(
    registry: &Registry,
    sessions: &[Session],
    stint: &Stint,
    last_on: NaiveDate,
    is_leaving: &dyn Fn(StintId) -> bool,
) -> Leaver {
    let latest = last_on + chrono::Duration::days(LATEST_ARRIVAL);
    let mut candidates: Vec<(u8, &Stint)> = registry
        .stints
        .values()
        .filter(|other| !is_leaving(other.id) && other.person != stint.person)
        .filter(|other| other.host_inst == stint.host_inst && other.first_day() <= latest)
        .filter(|other| other.last_day().is_none_or(|last| last > last_on))
        .map(|other| (distance(registry, stint, other), other))
        .collect();
    candidates.sort_by_key(|(far, other)| (*far, other.no_mentoring, std::cmp::Reverse(other.arrive_on), other.id));
    let successor = candidates.first().filter(|(far, _)| *far < STRANGER).map(|(_, other)| other.id);
    let mentor = candidates.iter().find(|(far, other)| *far < STRANGER && !other.no_mentoring);
    let mentor = mentor.map(|(_, other)| other.id);
    let lines = items(registry, sessions, stint, last_on).into_iter().map(|item| HandoverLine {
        item,
        to: if matches!(item, HandoverItem::Pairing(_)) { mentor } else { successor },
    });
    let lines = lines.collect();
    Leaver {
        stint: stint.id,
        last_on,
        candidates: candidates.into_iter().map(|(_, it)| it.id).collect(),
        successor,
        lines,
    }
}

/// Somebody with nothing in common.
const STRANGER: u8 = 3;

/// How far a posting is from taking over: named, same department, same speciality, neither.
fn distance(registry: &Registry, stint: &Stint, other: &Stint) -> u8 {
    let subject = |one: &Stint| {
        let of_person = registry.people.get(&one.person).map(|person| person.specialty.as_str()).unwrap_or_default();
        if one.specialty.is_empty() { of_person.to_owned() } else { one.specialty.clone() }
    };
    let mine = subject(stint);
    match () {
        () if stint.successor_stint == Some(other.id) => 0,
        () if stint.host_dept.is_some() && stint.host_dept == other.host_dept => 1,
        () if !mine.is_empty() && mine == subject(other) => 2,
        () => STRANGER,
    }
}

fn items(registry: &Registry, sessions: &[Session], stint: &Stint, last_on: NaiveDate) -> Vec<HandoverItem> {
    let pairs = registry.pairings.values().filter(|pairing| pairing.mentor_stint == Some(stint.id));
    let pairs = pairs.filter(|pairing| is_running(pairing, last_on)).map(|pairing| HandoverItem::Pairing(pairing.id));
    let mut rules: Vec<&Template> = registry.templates.values().filter(|rule| rule.stint == stint.id).collect();
    rules.retain(|rule| rule.to_on.is_none_or(|to| to > last_on));
    rules.sort_by_key(|rule| (rule.weekday, rule.slot, rule.id));
    let rules = rules.into_iter().map(|rule| HandoverItem::Template(rule.id));
    let later = sessions.iter().filter(|session| session.stint == stint.id && session.on_date > last_on);
    let later = later.filter(|session| matches!(session.status, SessionStatus::Planned | SessionStatus::Published));
    let later = later.map(|session| HandoverItem::Session(session.id));
    let tasks = registry.tasks.values().filter(|task| task.owner_person == Some(stint.person) && !task.is_closed());
    let tasks = tasks.map(|task| HandoverItem::Task(task.id));
    pairs.chain(rules).chain(later).chain(tasks).collect()
}

/// Whether a pair is still on when its mentor leaves, and not already given to another.
fn is_running(pairing: &Pairing, last_on: NaiveDate) -> bool {
    let is_open = matches!(pairing.status, PairingStatus::Active | PairingStatus::Signed | PairingStatus::Proposed);
    is_open && pairing.to_on.is_none_or(|to| to >= last_on)
}

/// The edit that carries out what was confirmed and can be taken on, as one step; `None` where that is nothing.
///
/// A line with something in its way stays with who leaves.
#[must_use]
pub fn handover_edit(registry: &Registry, sessions: &[Session], plan: &HandoverPlan) -> Option<Edit> {
    let obstacles = handover_obstacles(registry, sessions, plan);
    let mut hand = Hand { registry, sessions, edits: Vec::new(), pairings: 0, templates: BTreeMap::new() };
    for (leaver, obstacles) in plan.leavers.iter().zip(&obstacles) {
        hand.leaver(leaver, obstacles);
    }
    let batch = registry.batches.get(&plan.batch)?;
    let count = plan.settled() - HandoverPlan::blocked(&obstacles);
    let label = Label::HandedOver { batch: batch.label.clone(), no: batch.no, count };
    (!hand.edits.is_empty()).then_some(Edit::Many { label, edits: hand.edits })
}

/// Gathers the edits of a hand-over.
struct Hand<'a> {
    registry: &'a Registry,
    sessions: &'a [Session],
    edits: Vec<Edit>,
    /// New pairs so far.
    pairings: i64,
    /// New weekly rules by those that they go on from.
    templates: BTreeMap<TemplateId, TemplateId>,
}

impl Hand<'_> {
    fn leaver(&mut self, leaver: &Leaver, obstacles: &[Option<Obstacle>]) {
        let Some(stint) = self.registry.stints.get(&leaver.stint) else { return };
        if leaver.successor.is_some() && leaver.successor != stint.successor_stint {
            self.edits.push(Edit::put(Stint { successor_stint: leaver.successor, ..stint.clone() }));
        }
        for (line, _) in leaver.lines.iter().zip(obstacles).filter(|(_, obstacle)| obstacle.is_none()) {
            let Some(to) = line.to.and_then(|id| self.registry.stints.get(&id)) else { continue };
            let first_on = leaver.first_day_of(to);
            match line.item {
                HandoverItem::Pairing(id) => self.pairing(id, leaver.last_on, to, first_on),
                HandoverItem::Template(id) => self.template(id, leaver.last_on, to, first_on),
                HandoverItem::Session(id) => self.session(id, to),
                HandoverItem::Task(id) => self.task(id, to),
            }
        }
    }

    /// The old pair ends as given to another mentor, the new one goes on from it with the goals that are left.
    fn pairing(&mut self, id: PairingId, last_on: NaiveDate, to: &Stint, first_on: NaiveDate) {
        let Some(old) = self.registry.pairings.get(&id).filter(|old| old.apprentice != to.person) else { return };
        let (mentor, mentor_stint) = (to.person, Some(to.id));
        let plan_to_on = to.last_day();
        if !old.has_begun() || old.from_on > last_on {
            let from_on = old.from_on.max(first_on);
            let plan_to_prec = Precision::Day;
            let moved = Pairing { mentor, mentor_stint, from_on, plan_to_on, plan_to_prec, ..old.clone() };
            self.edits.push(Edit::put(moved));
            return;
        }
        self.edits.push(Edit::put(Pairing {
            status: PairingStatus::Replaced,
            to_on: Some(last_on.max(old.from_on)),
            to_prec: Precision::Day,
            ..old.clone()
        }));
        self.pairings += 1;
        let key = Id::new(self.registry.next_id(Pairing::TABLE) - 1 + self.pairings);
        self.edits.push(Edit::put(Pairing {
            id: Id::NEW,
            mentor,
            mentor_stint,
            from_on: first_on,
            from_prec: Precision::Day,
            plan_to_on,
            plan_to_prec: Precision::Day,
            to_on: None,
            to_prec: Precision::Day,
            status: PairingStatus::Active,
            agreement_no: String::new(),
            signed_on: None,
            previous: Some(old.id),
            end_cause: String::new(),
            ..old.clone()
        }));
        let goals =
            self.registry.pairing_goals.values().filter(|goal| goal.pairing == old.id && goal.done_on.is_none());
        let goals = goals.map(|goal| Edit::put(PairingGoal { id: Id::NEW, pairing: key, ..goal.clone() }));
        self.edits.extend(goals);
    }

    /// The old rule ends with the last day, a copy of it begins for the one who takes over.
    fn template(&mut self, id: TemplateId, last_on: NaiveDate, to: &Stint, first_on: NaiveDate) {
        let Some(old) = self.registry.templates.get(&id) else { return };
        if old.from_on.is_some_and(|from| from > last_on) {
            self.edits.push(Edit::put(Template { stint: to.id, ..old.clone() }));
            return;
        }
        self.edits.push(Edit::put(Template { to_on: Some(last_on), ..old.clone() }));
        let count = i64::try_from(self.templates.len()).unwrap_or_default();
        self.templates.insert(id, Id::new(self.registry.next_id(Template::TABLE) + count));
        let to_on = old.to_on.filter(|end| *end >= first_on);
        self.edits.push(Edit::put(Template {
            id: Id::NEW,
            stint: to.id,
            from_on: Some(first_on),
            to_on,
            ..old.clone()
        }));
    }

    /// A planned session changes hands; an issued one is marked as held by the stand-in.
    fn session(&mut self, id: SessionId, to: &Stint) {
        let Some(old) = self.sessions.iter().find(|session| session.id == id) else { return };
        let rule = old.from_template;
        let moved = match old.status {
            SessionStatus::Published => {
                Session { status: SessionStatus::Substituted, substitute_stint: Some(to.id), ..old.clone() }
            }
            _ => Session {
                stint: to.id,
                from_template: rule.map(|rule| self.templates.get(&rule).copied().unwrap_or(rule)),
                ..old.clone()
            },
        };
        self.edits.push(Edit::put(moved));
    }

    fn task(&mut self, id: TaskId, to: &Stint) {
        let Some(task) = self.registry.tasks.get(&id) else { return };
        let owner = self.registry.people.get(&to.person).map(|person| person.name.clone()).unwrap_or_default();
        self.edits.push(Edit::put(Task { owner, owner_person: Some(to.person), ..task.clone() }));
    }
}
