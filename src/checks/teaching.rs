//! C13 and C14: months with too few teaching logs, goals behind the time gone by.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{Datelike, Months, NaiveDate};

use super::found::Found;
use super::ground::{Ground, length, record};
use super::pairs::pair_name;
use super::rules::Place;
use crate::domain::{Pairing, PairingGoal, PairingId, PairingStatus, Period, PersonId, Table, TeachingLog};

/// Logs by mentor and apprentice.
type ByPair<'a> = HashMap<(PersonId, PersonId), Vec<&'a TeachingLog>>;

/// C13: pairs with fewer logs in a month than asked for. Only months that are over count, from the first month in
/// which anybody kept logs: before that nothing can be missing.
pub fn missing_logs(ground: &Ground<'_>) -> Vec<Found> {
    if !ground.rules.is_on("C13", ground.on) {
        return Vec::new();
    }
    let mut logs: ByPair<'_> = HashMap::new();
    for log in ground.registry.teaching_logs.values() {
        if let Some(apprentice) = log.apprentice {
            logs.entry((log.mentor, apprentice)).or_default().push(log);
        }
    }
    let first = ground.registry.teaching_logs.values().map(|log| log.on_date).min();
    let months = first.map(|first| months_over(first, ground.on)).unwrap_or_default();
    let mut found = Vec::new();
    let pairs = ground.registry.pairings.values().filter(|pairing| pairing.has_begun());
    for pairing in pairs.filter(|pairing| !ground.is_of_retired(pairing)) {
        let own = logs.get(&(pairing.mentor, pairing.apprentice)).map_or(&[][..], Vec::as_slice);
        found.extend(months.iter().filter_map(|month| missing_in(ground, pairing, own, *month)));
    }
    found
}

fn missing_in(ground: &Ground<'_>, pairing: &Pairing, logs: &[&TeachingLog], month: Period) -> Option<Found> {
    let last = pairing.last_day().map_or(month.to(), |last| last.min(month.to()));
    let days = Period::new(pairing.first_day().max(month.from()), last)?;
    if pairing.is_broken_off() {
        return None;
    }
    let days = length(days) - paused_days(ground, pairing.id, days);
    let rule = ground.rules.at("C13", &place_of(ground, pairing), month.to())?;
    let wanted = rule.number("logs", 4);
    // A pair that ran for a part of the month owes its share; for less than one log it owes nothing.
    let owed = wanted * days;
    if owed < length(month) {
        return None;
    }
    let inside: Vec<_> = logs.iter().filter(|log| month.contains(log.on_date)).collect();
    let events: BTreeSet<_> =
        inside.iter().map(|log| (log.on_date, log.slot, log.activity, log.form.as_str(), log.topic.as_str())).collect();
    let count = i64::try_from(events.len()).unwrap_or(i64::MAX);
    if count * length(month) >= owed {
        return None;
    }
    let found = rule.found(pair_name(ground, pairing), count.to_string(), wanted.to_string()).during(month);
    let records = std::iter::once(record(Table::Pairing, pairing.id.raw()))
        .chain(inside.iter().map(|log| record(Table::TeachingLog, log.id.raw())))
        .collect();
    Some(Found { records, ..found })
}

/// Days of the period in which the pair rests, each once.
fn paused_days(ground: &Ground<'_>, pairing: PairingId, period: Period) -> i64 {
    let pauses = ground.registry.pairing_pauses.values().filter(|pause| pause.pairing == pairing);
    let inside = pauses.filter_map(|pause| {
        let to = pause.to_on.map_or(period.to(), |to| to.min(period.to()));
        Period::new(pause.from_on.max(period.from()), to)
    });
    let days: BTreeSet<NaiveDate> = inside.flat_map(Period::days).collect();
    i64::try_from(days.len()).unwrap_or(i64::MAX)
}

fn place_of(ground: &Ground<'_>, pairing: &Pairing) -> Place {
    match pairing.mentor_stint.and_then(|id| ground.registry.stints.get(&id)) {
        Some(stint) => Place::of_stint(ground.registry, stint),
        None => Place::of(ground.registry, pairing.relation, pairing.programme, None),
    }
}

/// The months from the one of the first day to the last that is over on the day.
fn months_over(first: NaiveDate, on: NaiveDate) -> Vec<Period> {
    let mut months = Vec::new();
    let mut from = NaiveDate::from_ymd_opt(first.year(), first.month(), 1);
    while let Some(start) = from {
        let next = start.checked_add_months(Months::new(1));
        let month = next.and_then(|next| next.pred_opt()).and_then(|last| Period::new(start, last));
        let Some(month) = month.filter(|month| month.to() <= on) else { break };
        months.push(month);
        from = next;
    }
    months
}

/// C14: goals of running pairs that are behind the time gone by.
pub fn behind(ground: &Ground<'_>) -> Vec<Found> {
    let mut goals: BTreeMap<PairingId, Vec<&PairingGoal>> = BTreeMap::new();
    for goal in ground.registry.pairing_goals.values() {
        goals.entry(goal.pairing).or_default().push(goal);
    }
    let running = ground.registry.pairings.values();
    running
        .filter(|pairing| pairing.status == PairingStatus::Active && pairing.runs_on(ground.on))
        .filter(|pairing| !ground.is_of_retired(pairing))
        .flat_map(|pairing| {
            let own = goals.get(&pairing.id).map_or(&[][..], Vec::as_slice);
            own.iter().filter_map(|goal| behind_of(ground, pairing, goal)).collect::<Vec<_>>()
        })
        .collect()
}

fn behind_of(ground: &Ground<'_>, pairing: &Pairing, goal: &PairingGoal) -> Option<Found> {
    let rule = ground.rules.at("C14", &place_of(ground, pairing), ground.on)?;
    let target = goal.target.filter(|target| *target > 0)?;
    let end = goal.due_on.or_else(|| pairing.last_day())?;
    let whole = Period::new(pairing.first_day(), end)?;
    let gone = Period::new(whole.from(), ground.on.min(end))?;
    // Nothing is expected of a pair that rests.
    let working = |days: Period| length(days) - paused_days(ground, pairing.id, days);
    let (past, all) = (working(gone), working(whole));
    let (done, target) = (i64::from(goal.done.unwrap_or(0)), i64::from(target));
    let is_reached = goal.done_on.is_some_and(|on| on <= ground.on);
    // past / all - done / target > points / 100, without rounding.
    let is_behind = 100 * (past * target - done * all) > rule.number("points", 20) * all * target;
    if all <= 0 || is_reached || !is_behind {
        return None;
    }
    let (done, elapsed) = (done * 100 / target, past * 100 / all);
    let subject = format!("{} {}", pair_name(ground, pairing), goal.item);
    let found = rule.found(subject, format!("{done}%"), ground.tr.check_elapsed(elapsed)).on(ground.on);
    let records = vec![record(Table::PairingGoal, goal.id.raw()), record(Table::Pairing, pairing.id.raw())];
    Some(Found { records, ..found })
}
