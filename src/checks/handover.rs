//! C05 and C22: days without anybody between batches, nobody named to follow, loose ends after a leave.

use std::collections::BTreeMap;

use super::found::Found;
use super::ground::{Ground, length, record};
use super::rules::Rule;
use super::seats::{Seats, seats};
use crate::domain::{
    Joint, Pairing, PairingMode, PairingStatus, Seat, SessionStatus, Stint, StintMode, Table, between, coverage,
};

/// C05: gaps and missing hand-over days between batches, and stints that end soon with nobody to follow.
pub fn gaps(ground: &Ground<'_>) -> Vec<Found> {
    let mut seats: BTreeMap<Seat, BTreeMap<u32, Vec<&Stint>>> = BTreeMap::new();
    for stint in ground.registry.stints.values().filter(|stint| stint.mode == StintMode::LongTerm) {
        let Some(batch) = stint.batch.and_then(|id| ground.registry.batches.get(&id)) else { continue };
        seats.entry(Seat::of(stint)).or_default().entry(batch.no).or_default().push(stint);
    }
    let mut found: Vec<Found> = seats
        .values()
        .flat_map(|batches| batches.values().zip(batches.values().skip(1)))
        .filter_map(|(before, after)| gap(ground, before, after))
        .collect();
    found.extend(seats_of(ground).values().flat_map(|stints| loose_gaps(ground, stints)));
    found.extend(ground.registry.stints.values().filter_map(|stint| without_successor(ground, stint)));
    found
}

/// The seats whose people come and go without batches.
fn seats_of<'a>(ground: &Ground<'a>) -> Seats<'a> {
    let mut all = seats(ground.registry, ground.registry.stints.values());
    all.retain(|_, stints| stints.iter().all(|(batch, _)| batch.is_none()));
    all
}

/// Days on which nobody was in a seat, between those who were.
fn loose_gaps(ground: &Ground<'_>, stints: &[(Option<u32>, &Stint)]) -> Vec<Found> {
    let joints = coverage(stints, 0).joints.into_iter();
    let told = joints.filter_map(|joint| {
        let Joint::Gap(empty) = joint else { return None };
        let beside = |stint: &&Stint| {
            stint.last_day().and_then(|last| last.succ_opt()) == Some(empty.from())
                || stint.first_day().pred_opt() == Some(empty.to())
        };
        let beside: Vec<&Stint> = stints.iter().map(|(_, stint)| *stint).filter(beside).collect();
        let next = beside.iter().find(|stint| stint.first_day() > empty.to())?;
        let rule = ground.rule_of("C05", next)?;
        if next.first_day() > ground.ahead(rule.number("lead", 90)) {
            return None;
        }
        let (actual, required) = (ground.tr.check_gap(length(empty)), ground.tr.check_days(0));
        let found = rule.found(seat_name(ground, next), actual, required).during(empty);
        let records = beside.iter().map(|stint| record(Table::Stint, stint.id.raw())).collect();
        Some(Found { records, ..found })
    });
    told.collect()
}

fn gap(ground: &Ground<'_>, before: &[&Stint], after: &[&Stint]) -> Option<Found> {
    let first = after.iter().min_by_key(|stint| stint.first_day())?;
    let rule = ground.rule_of("C05", first)?;
    let joint = between(before, after, rule.number("overlap", 1))?;
    if first.first_day() > ground.ahead(rule.number("lead", 90)) {
        return None;
    }
    let subject = seat_name(ground, first);
    let found = match joint {
        Joint::Gap(empty) => {
            let (actual, required) = (ground.tr.check_gap(length(empty)), ground.tr.check_days(0));
            rule.found(subject, actual, required).during(empty)
        }
        Joint::Short { days, overlap, wanted } => {
            let (actual, required) = (ground.tr.check_overlap(overlap), ground.tr.check_overlap_at_least(wanted));
            rule.found(subject, actual, required).during(days)
        }
    };
    let records = before.iter().chain(after).map(|stint| record(Table::Stint, stint.id.raw())).collect();
    Some(Found { records, ..found })
}

/// 消化内科, or the host and the person where no department is known.
fn seat_name(ground: &Ground<'_>, stint: &Stint) -> String {
    let host = ground.place(stint.host_inst);
    match stint.host_dept {
        Some(dept) => format!("{host} {}", ground.dept(dept)),
        None => host.to_owned(),
    }
}

/// A long posting that ends within the lead with nobody named, or already there, to follow.
fn without_successor(ground: &Ground<'_>, stint: &Stint) -> Option<Found> {
    let rule: &Rule<'_> = ground.rule_of("C05", stint).filter(|_| stint.mode == StintMode::LongTerm)?;
    let lead = rule.number("lead", 90);
    let ends = stint.last_day().filter(|ends| *ends >= ground.on && *ends <= ground.ahead(lead))?;
    let follows = |other: &Stint| {
        other.id != stint.id
            && other.mode == StintMode::LongTerm
            && Seat::of(other) == Seat::of(stint)
            && other.first_day() > stint.first_day()
            && other.last_day().is_none_or(|last| last > ends)
    };
    if stint.successor_stint.is_some() || ground.registry.stints.values().any(follows) {
        return None;
    }
    let subject = format!("{} {}", seat_name(ground, stint), ground.person(stint.person));
    let actual = ground.tr.check_no_successor((ends - ground.on).num_days());
    let found = rule.found(subject, actual, ground.tr.check_successor_before(lead)).on(ends);
    Some(Found { records: vec![record(Table::Stint, stint.id.raw())], ..found })
}

/// C22: what a stint that ended has left open.
pub fn loose_ends(ground: &Ground<'_>) -> Vec<Found> {
    let ended = ground.registry.stints.values().filter(|stint| stint.last_day().is_some_and(|last| last < ground.on));
    ended.filter_map(|stint| loose_ends_of(ground, stint)).collect()
}

fn loose_ends_of(ground: &Ground<'_>, stint: &Stint) -> Option<Found> {
    let rule = ground.rule_of("C22", stint)?;
    let left = stint.last_day()?;
    let registry = ground.registry;
    let is_elsewhere = registry
        .stints
        .values()
        .any(|other| other.person == stint.person && other.id != stint.id && other.runs_on(ground.on));
    // A pair that goes on remotely is meant to outlast the stay.
    let is_left = |pairing: &&&Pairing| {
        pairing.status == PairingStatus::Active && pairing.mode == PairingMode::OnSite && pairing.runs_on(ground.on)
    };
    let pairs: Vec<_> = ground
        .pairs_of(stint.id)
        .iter()
        .filter(is_left)
        .map(|pairing| record(Table::Pairing, pairing.id.raw()))
        .collect();
    let sessions: Vec<_> = ground
        .books
        .sessions
        .iter()
        .filter(|session| session.stint == stint.id && session.on_date > left)
        .filter(|session| session.on_date >= ground.on && session.status != SessionStatus::Cancelled)
        .map(|session| record(Table::Session, session.id.raw()))
        .collect();
    let templates: Vec<_> = registry
        .templates
        .values()
        .filter(|row| row.stint == stint.id && row.to_on.is_none_or(|to| to >= ground.on))
        .map(|row| record(Table::Template, row.id.raw()))
        .collect();
    let tasks: Vec<_> = registry
        .tasks
        .values()
        .filter(|task| task.owner_person == Some(stint.person) && !task.is_closed() && !is_elsewhere)
        .map(|task| record(Table::Task, task.id.raw()))
        .collect();
    let tr = ground.tr;
    let told = [
        (pairs.len(), tr.check_left_pairs(pairs.len())),
        (sessions.len(), tr.check_left_sessions(sessions.len())),
        (templates.len(), tr.check_left_templates(templates.len())),
        (tasks.len(), tr.check_left_tasks(tasks.len())),
    ];
    let told: Vec<String> = told.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text).collect();
    if told.is_empty() {
        return None;
    }
    let (actual, required) = (told.join(tr.list_comma()), tr.check_left_nothing().to_owned());
    let found = rule.found(ground.person(stint.person), actual, required).on(left);
    let own = record(Table::Stint, stint.id.raw());
    let records = std::iter::once(own).chain(pairs).chain(sessions).chain(templates).chain(tasks).collect();
    Some(Found { records, ..found })
}
