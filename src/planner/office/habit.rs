//! What the weeks before were like: how often everybody did what, on which half-days, and in which room.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::ground::{Ground, Horizon, half_of};
use crate::domain::{
    ActivityId, DepartmentId, InstitutionId, Period, Session, SessionStatus, StintId, Week, followed_weekday,
};

/// How many weeks count as usual at most.
const WEEKS: usize = 4;

/// What is done and where, whoever does it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kind {
    /// The activity.
    pub activity: ActivityId,
    /// The place.
    pub inst: InstitutionId,
    /// The department there.
    pub dept: Option<DepartmentId>,
}

impl Kind {
    /// Of a session.
    pub const fn of(session: &Session) -> Self {
        Self { activity: session.activity, inst: session.inst, dept: session.dept }
    }
}

/// A half-day of the week: the weekday, 0 Monday, and the half.
pub type WeekHalf = (usize, usize);

/// How somebody has done a kind of work.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Usage {
    /// Half-days in the usual weeks.
    pub times: usize,
    /// On which half-days of the week, and how often.
    pub halves: BTreeMap<WeekHalf, usize>,
    /// Further activities of a half-day of the week, and how often.
    further: BTreeMap<(WeekHalf, Vec<ActivityId>), usize>,
    rooms: BTreeMap<String, usize>,
    topics: BTreeMap<String, usize>,
}

impl Usage {
    /// The room met most often.
    pub fn room(&self) -> &str {
        most(&self.rooms)
    }

    /// Words that most of the half-days had.
    pub fn topic(&self) -> &str {
        let topic = most(&self.topics);
        let count = self.topics.get(topic).copied().unwrap_or_default();
        if count > 1 && 2 * count >= self.times { topic } else { "" }
    }

    /// What else belongs to a half-day of the week, where that is usual.
    pub fn further(&self, half: WeekHalf) -> Vec<ActivityId> {
        let of_half = self.halves.get(&half).copied().unwrap_or_default();
        let found =
            self.further.iter().find(|((at, list), count)| *at == half && !list.is_empty() && 2 * **count > of_half);
        found.map(|((_, list), _)| list.clone()).unwrap_or_default()
    }
}

/// The text with the greatest count, the first of equals.
fn most(counts: &BTreeMap<String, usize>) -> &str {
    let best = counts.iter().max_by_key(|(text, count)| (**count, std::cmp::Reverse(text.as_str())));
    best.map_or("", |(text, _)| text.as_str())
}

/// The usual weeks.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Habit {
    /// The weeks that were looked at.
    pub weeks: BTreeSet<Week>,
    /// Who did what.
    pub usage: BTreeMap<(StintId, Kind), Usage>,
    /// Nights on call, by stint.
    pub nights: BTreeMap<StintId, usize>,
    /// Outings: day, place, and who went.
    pub outings: BTreeMap<(NaiveDate, InstitutionId), BTreeSet<StintId>>,
    /// Stints whose free days are marked.
    pub marks_rest: BTreeSet<StintId>,
    /// Working days of each stint in the usual weeks.
    workdays: BTreeMap<StintId, usize>,
}

impl Habit {
    /// Looks at the latest weeks before the horizon in which anything was planned.
    pub fn new(ground: &Ground<'_>, horizon: Horizon) -> Self {
        let before = |session: &&Session| {
            session.on_date < horizon.first() && session.status != SessionStatus::Cancelled && is_work(ground, session)
        };
        let weeks: BTreeSet<Week> =
            ground.sessions.iter().filter(before).map(|session| Week::of(session.on_date)).collect();
        let weeks: BTreeSet<Week> = weeks.into_iter().rev().take(WEEKS).collect();
        let mut habit = Self::default();
        for session in ground.sessions.iter().filter(|session| weeks.contains(&Week::of(session.on_date))) {
            habit.note(ground, session);
        }
        habit.weeks = weeks;
        for stint in ground.registry.stints.values() {
            let worked = |week: &Week| {
                let days = week.days().into_iter();
                days.filter(|on| stint.runs_on(*on) && ground.calendar.facts(*on).is_working()).count()
            };
            habit.workdays.insert(stint.id, habit.weeks.iter().map(worked).sum());
        }
        habit
    }

    fn note(&mut self, ground: &Ground<'_>, session: &Session) {
        let registry = ground.registry;
        if session.status == SessionStatus::Cancelled {
            return;
        }
        // What a stand-in did belongs to whom it was planned for.
        let stint = session.stint;
        if !is_work(ground, session) {
            self.marks_rest.insert(stint);
            return;
        }
        let Some(half) = half_of(session.slot) else {
            *self.nights.entry(stint).or_default() += 1;
            return;
        };
        if is_outing(ground, session) {
            self.outings.entry((session.on_date, session.inst)).or_default().insert(stint);
            return;
        }
        let facts = ground.calendar.facts(session.on_date);
        let usage = self.usage.entry((stint, Kind::of(session))).or_default();
        // Work on a holiday is an exception and no habit, but for what is always done then.
        if !facts.is_working() && !registry.is_duty(session) {
            return;
        }
        usage.times += 1;
        if let Some(weekday) = followed_weekday(facts, session.on_date) {
            let half = (weekday.num_days_from_monday() as usize, half);
            *usage.halves.entry(half).or_default() += 1;
            *usage.further.entry((half, session.further.clone())).or_default() += 1;
        }
        *usage.rooms.entry(session.room.clone()).or_default() += 1;
        if !session.topic.is_empty() {
            *usage.topics.entry(session.topic.clone()).or_default() += 1;
        }
    }

    /// How often somebody does a kind of work in a week of five working days, rounded.
    pub fn a_week(&self, stint: StintId, kind: Kind) -> usize {
        let workdays = self.workdays.get(&stint).copied().unwrap_or_default();
        let times = self.usage.get(&(stint, kind)).map_or(0, |usage| usage.times);
        if workdays == 0 { 0 } else { (10 * times + workdays) / (2 * workdays) }
    }

    /// The usage of a kind by anybody, the most used first.
    pub fn of_kind(&self, kind: Kind) -> Option<&Usage> {
        self.usage
            .iter()
            .filter(|((_, other), _)| *other == kind)
            .map(|(_, usage)| usage)
            .max_by_key(|usage| usage.times)
    }

    /// Outings a week, rounded; at least one where there was any.
    pub fn outings_a_week(&self) -> usize {
        let days: BTreeSet<_> = self.outings.keys().collect();
        if days.is_empty() { 0 } else { ((2 * days.len() + self.weeks.len()) / (2 * self.weeks.len().max(1))).max(1) }
    }

    /// The days of the usual weeks.
    pub fn period(&self) -> Option<Period> {
        Period::new(self.weeks.first()?.monday(), self.weeks.last()?.period().to())
    }
}

/// Whether the session is work and not a mark for free time.
pub fn is_work(ground: &Ground<'_>, session: &Session) -> bool {
    ground.registry.activities.get(&session.activity).is_some_and(|activity| activity.is_work)
}

/// Whether the session takes its expert to another place than the host.
pub fn is_outing(ground: &Ground<'_>, session: &Session) -> bool {
    let is_outside = ground.registry.activities.get(&session.activity).is_some_and(|activity| activity.is_outside);
    let host = ground.registry.stints.get(&session.stint).map(|stint| stint.host_inst);
    is_outside && host != Some(session.inst)
}

/// The weekday, 0 Monday, whose sessions a day follows; its own where nobody has decided.
pub fn weekday_of(ground: &Ground<'_>, on: NaiveDate) -> usize {
    let followed = followed_weekday(ground.calendar.facts(on), on).unwrap_or_else(|| on.weekday());
    followed.num_days_from_monday() as usize
}
