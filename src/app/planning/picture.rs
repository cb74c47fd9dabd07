//! A plan as the window shows it: what it costs, what stays unmet and why, every change, and the weeks with their
//! changed half-days marked.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::compare::{compare, refused};
use super::outcome::Explanation;
use super::own::{Brief, Drafted, edit_of, sentences};
use crate::app::week::session_line;
use crate::domain::{DayKind, Edit, Period, Registry, Session, SessionStatus, Slot, StintId};
use crate::i18n::{Lang, Tr};
use crate::planner::Found;
use crate::planner::office::{Horizon, Proposal};
use crate::report::Comparison;

/// How a half-day differs from what stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It is filled.
    New,
    /// Something else, or somebody else, stands there.
    Changed,
    /// Nothing is held there any more.
    Emptied,
}

/// A half-day of the picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanCell {
    /// What stands there, empty for nothing.
    pub what: String,
    /// The letter of its activity.
    pub letter: String,
    /// Its hue, absent for an empty cell and a rest mark.
    pub hue: Option<u8>,
    /// How it differs from what stands.
    pub mark: Option<Mark>,
    /// Whether nobody is expected.
    pub is_off: bool,
    /// Whether the clerk has locked it.
    pub is_locked: bool,
    /// What a screen reader says.
    pub spoken: String,
}

/// A person of a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRow {
    /// The stint.
    pub stint: StintId,
    /// The name.
    pub name: String,
    /// The department at the host.
    pub dept: String,
    /// Seven days of morning and afternoon.
    pub cells: Vec<PlanCell>,
}

/// A week of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanWeek {
    /// Its Monday.
    pub monday: NaiveDate,
    /// Weekday and date of each day, and what kind of day it is.
    pub days: Vec<(String, DayKind)>,
    /// The people.
    pub rows: Vec<PlanRow>,
    /// How many half-days differ from what stands.
    pub changed: usize,
}

/// One way to plan: the best, or another.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanWay {
    /// What it costs, by the prices of the rules.
    pub cost: i64,
    /// How many sessions are added, changed and dropped.
    pub counts: [usize; 3],
    /// Every change as a sentence.
    pub lines: Vec<String>,
    /// The weeks.
    pub weeks: Vec<PlanWeek>,
    /// What stays unmet and why, the gravest first.
    pub unfilled: Vec<String>,
    /// The same as a sheet shows it, beside what stands.
    pub comparison: Comparison,
    /// The one step that stores it; `None` where nothing would change.
    pub edit: Option<Edit>,
}

/// What came of planning, ready to be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanPicture {
    /// What the demand was taken from.
    pub basis: String,
    /// No plan costs less.
    pub bound: i64,
    /// Whether no plan costs less than the best, by proof.
    pub is_proven: bool,
    /// The best plan, then others; empty where there is none.
    pub ways: Vec<PlanWay>,
    /// Why there is none.
    pub explanation: Option<Explanation>,
    /// The same as a sheet shows it.
    pub refused: Option<Comparison>,
    /// Moves that were tried.
    pub moves: u64,
    /// Seconds it took.
    pub seconds: f64,
}

impl PlanPicture {
    /// Of what a search found.
    #[must_use]
    pub fn new(drafted: &Drafted, brief: &Brief, tr: Tr) -> Self {
        let best = match (&drafted.outcome.found, &drafted.proposal) {
            (Found::Plan { on, objective }, Some(proposal)) => Some((on, *objective, proposal)),
            _ => None,
        };
        let explanation = drafted.explanation.clone();
        let others = drafted.others.iter().map(|other| (&other.on, other.cost, &other.proposal));
        let is_proven = best.is_some_and(|(_, cost, _)| cost <= drafted.outcome.bound);
        let way = |(on, cost, proposal): (&Vec<bool>, i64, &Proposal)| way((on, cost, proposal), drafted, brief, tr);
        Self {
            basis: drafted.basis(tr),
            bound: drafted.outcome.bound,
            is_proven,
            ways: best.into_iter().chain(others).map(way).collect(),
            refused: explanation.as_ref().map(|reasons| refused(drafted, reasons, tr)),
            explanation,
            moves: drafted.outcome.moves,
            seconds: drafted.outcome.seconds,
        }
    }
}

fn way((on, cost, proposal): (&[bool], i64, &Proposal), drafted: &Drafted, brief: &Brief, tr: Tr) -> PlanWay {
    let comparison = compare((on, cost, proposal), drafted, brief, tr);
    PlanWay {
        unfilled: comparison.unfilled.clone(),
        comparison,
        cost,
        counts: proposal.counts(),
        lines: sentences(proposal, &brief.registry, tr),
        weeks: Painter { brief, proposal, tr }.weeks(),
        edit: edit_of(proposal, brief),
    }
}

/// Makes the weeks of a proposal.
struct Painter<'a> {
    brief: &'a Brief,
    proposal: &'a Proposal,
    tr: Tr,
}

type Spots<'a> = BTreeMap<(StintId, NaiveDate, Slot), Vec<&'a Session>>;

impl Painter<'_> {
    fn weeks(&self) -> Vec<PlanWeek> {
        let horizon = Horizon::of(self.brief.period);
        let stored: Vec<Session> = self.proposal.stored().collect();
        let removed: Vec<_> = self.proposal.removed().collect();
        let is_kept = |session: &&Session| {
            !removed.contains(&session.id) && !stored.iter().any(|new| !new.id.is_new() && new.id == session.id)
        };
        let before = self.brief.sessions().iter();
        let now = spots(before.clone());
        let then = spots(before.filter(is_kept).chain(&stored));
        (0..horizon.weeks()).map(|week| self.week(horizon, week, &now, &then)).collect()
    }

    fn week(&self, horizon: Horizon, week: usize, now: &Spots<'_>, then: &Spots<'_>) -> PlanWeek {
        let days: Vec<NaiveDate> = (7 * week..7 * week + 7).map(|day| horizon.on(day)).collect();
        let calendar = self.brief.calendar();
        let head = |on: &NaiveDate| {
            let words = format!("{} {}/{}", self.tr.weekday(on.weekday()), on.month(), on.day());
            (words, calendar.facts(*on).kind)
        };
        let first = days.first().copied().unwrap_or_default();
        let period = Period::new(first, days.last().copied().unwrap_or(first)).unwrap_or_else(|| Period::day(first));
        let registry = &self.brief.registry;
        let mut stints: Vec<_> = registry.stints.values().filter(|stint| stint.touches(period)).collect();
        stints.sort_by_key(|stint| (registry.people.get(&stint.person).map_or(i64::MAX, |who| who.sort), stint.id));
        let rows: Vec<PlanRow> = stints.iter().map(|stint| self.row(stint.id, &days, now, then)).collect();
        let changed = rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.mark.is_some()).count();
        PlanWeek { monday: first, days: days.iter().map(head).collect(), rows, changed }
    }

    fn row(&self, stint: StintId, days: &[NaiveDate], now: &Spots<'_>, then: &Spots<'_>) -> PlanRow {
        let registry = &self.brief.registry;
        let facts = registry.stints.get(&stint);
        let dept = facts.and_then(|stint| stint.host_dept).and_then(|id| registry.departments.get(&id));
        let cells = days.iter().flat_map(|on| [(*on, Slot::Am), (*on, Slot::Pm)]);
        PlanRow {
            stint,
            name: registry.person_of(stint).map(|person| person.name.clone()).unwrap_or_default(),
            dept: dept.map(|dept| dept.name.clone()).unwrap_or_default(),
            cells: cells.map(|(on, slot)| self.cell((stint, on, slot), now, then)).collect(),
        }
    }

    fn cell(&self, key: (StintId, NaiveDate, Slot), now: &Spots<'_>, then: &Spots<'_>) -> PlanCell {
        let (stint, on, slot) = key;
        let (registry, tr) = (&self.brief.registry, self.tr);
        let line = |sessions: Option<&Vec<&Session>>| {
            let lines = sessions.into_iter().flatten().map(|session| said(session, registry, tr));
            lines.collect::<Vec<_>>().join(tr.schedule_between())
        };
        let (before, after) = (line(now.get(&key)), line(then.get(&key)));
        let mark = match (before.is_empty(), after.is_empty()) {
            _ if before == after => None,
            (true, false) => Some(Mark::New),
            (false, true) => Some(Mark::Emptied),
            _ => Some(Mark::Changed),
        };
        let first = then.get(&key).and_then(|sessions| sessions.first());
        let activity = first.and_then(|session| registry.activities.get(&session.activity));
        let name = registry.person_of(stint).map_or("", |person| person.name.as_str());
        let told = match mark {
            None if after.is_empty() => String::new(),
            None => after.clone(),
            Some(Mark::New) => tr.plan_cell_new(&after),
            Some(Mark::Changed) => tr.plan_cell_changed(&before, &after),
            Some(Mark::Emptied) => tr.plan_cell_emptied(&before),
        };
        PlanCell {
            what: if after.is_empty() { before } else { after },
            letter: activity.map(|activity| activity.letter.clone()).unwrap_or_default(),
            hue: activity.filter(|activity| activity.is_work).map(|activity| activity.hue),
            mark,
            is_off: !self.brief.is_here(stint, on, slot),
            is_locked: self.brief.is_locked(stint, on, slot),
            spoken: format!("{name} {} {told}", tr.half_day(on, slot)).trim_end().to_owned(),
        }
    }
}

/// Sessions that are held, by cell.
fn spots<'a>(sessions: impl Iterator<Item = &'a Session>) -> Spots<'a> {
    let mut spots: Spots<'a> = BTreeMap::new();
    for session in sessions.filter(|session| session.status != SessionStatus::Cancelled) {
        spots.entry((session.stint, session.on_date, session.slot)).or_default().push(session);
    }
    spots
}

/// What a session says in a cell: what and where, and who stands in.
fn said(session: &Session, registry: &Registry, tr: Tr) -> String {
    let line = session_line(session, registry, tr);
    let stand_in = session.substitute_stint.and_then(|stint| registry.person_of(stint));
    match (stand_in, tr.lang()) {
        (Some(person), Lang::Zh | Lang::En) => format!("{line} {}", tr.schedule_stand_in(&person.name)),
        (None, _) => line,
    }
}
