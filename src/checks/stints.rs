//! C04, C06 and C21: stints that overlap, are too short, or were never appraised.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::found::Found;
use super::ground::{Ground, later, length, record};
use super::rules::Place;
use crate::domain::{
    Appointment, Appraisal, AppraisalSubject, InstitutionId, Leave, Period, PersonId, Slot, Stint, StintMode, Table,
};
use crate::i18n::Tr;

/// C04: two long postings of one person at once, and one post held by two people.
pub fn overlaps(ground: &Ground<'_>) -> Vec<Found> {
    let mut by_person: BTreeMap<PersonId, Vec<&Stint>> = BTreeMap::new();
    for stint in ground.registry.stints.values().filter(|stint| stint.first_day() <= ground.on) {
        by_person.entry(stint.person).or_default().push(stint);
    }
    let mut found = Vec::new();
    for stints in by_person.values() {
        for (place, one) in stints.iter().enumerate() {
            let others = stints.iter().skip(place + 1).filter(|other| one.overlaps(other));
            found.extend(others.filter_map(|other| overlap_of(ground, one, other)));
        }
    }
    found.extend(doubly_filled(ground));
    found
}

fn overlap_of(ground: &Ground<'_>, one: &Stint, other: &Stint) -> Option<Found> {
    let rule = ground.rule_of("C04", one)?;
    let from = one.first_day().max(other.first_day());
    let to = one.last_day().into_iter().chain(other.last_day()).min().unwrap_or(ground.on);
    let both = [ground.place(one.host_inst), ground.place(other.host_inst)].join(ground.tr.list_comma());
    let actual = ground.tr.check_two_stints(&both);
    let found = rule.found(ground.person(one.person), actual, ground.tr.check_one_stint().to_owned());
    let records = [one, other].map(|stint| record(Table::Stint, stint.id.raw())).to_vec();
    Some(Found { records, ..found.during(Period::new(from, to.max(from))?) })
}

fn doubly_filled(ground: &Ground<'_>) -> Vec<Found> {
    let holds = |post: &&Appointment| {
        post.first_day().is_none_or(|from| from <= ground.on) && post.last_day().is_none_or(|to| ground.on <= to)
    };
    let mut posts: BTreeMap<(InstitutionId, &str), Vec<&Appointment>> = BTreeMap::new();
    for post in ground.registry.appointments.values().filter(holds).filter(|post| !post.post.is_empty()) {
        posts.entry((post.inst, &post.post)).or_default().push(post);
    }
    let doubled =
        posts.into_iter().filter(|(_, held)| held.iter().map(|post| post.person).collect::<BTreeSet<_>>().len() > 1);
    doubled
        .filter_map(|((inst, post), held)| {
            let rule = ground.rules.at("C04", &Place::of(ground.registry, None, None, Some(inst)), ground.on)?;
            let people: Vec<_> = held.iter().map(|post| ground.person(post.person)).collect();
            let subject = format!("{} {post}", ground.place(inst));
            let actual = people.join(ground.tr.list_comma());
            let found = rule.found(subject, actual, ground.tr.check_one_holder().to_owned()).on(ground.on);
            let records = held.iter().map(|post| record(Table::Appointment, post.id.raw())).collect();
            Some(Found { records, ..found })
        })
        .collect()
}

/// C06: long postings that are planned or were ended shorter than asked for, or broken by a long absence.
pub fn too_short(ground: &Ground<'_>) -> Vec<Found> {
    let long = ground
        .registry
        .stints
        .values()
        .filter(|stint| stint.mode == StintMode::LongTerm && stint.first_day() <= ground.on)
        .filter(|stint| !ground.is_retired(stint.person));
    long.flat_map(|stint| too_short_of(ground, stint)).collect()
}

fn too_short_of(ground: &Ground<'_>, stint: &Stint) -> Vec<Found> {
    let Some(rule) = ground.rule_of("C06", stint) else { return Vec::new() };
    let name = ground.person(stint.person);
    let wanted = rule.number("days", 180);
    let run = ground.stints.run_of(stint, |_| true);
    // Stints that follow each other are one service, told with the first of them.
    let leads = run.first().is_some_and(|first| first.id == stint.id);
    let ends: Option<Vec<NaiveDate>> = run.iter().map(|stint| stint.last_day()).collect();
    let whole = ends.and_then(|ends| Period::new(stint.first_day(), ends.into_iter().max()?));
    let short = whole.filter(|days| leads && length(*days) < wanted).map(|days| {
        let (actual, required) = (ground.tr.check_days(length(days)), ground.tr.check_days_at_least(wanted));
        let records = run.iter().map(|stint| record(Table::Stint, stint.id.raw())).collect();
        Found { records, ..rule.found(name.clone(), actual, required).during(days) }
    });
    let longest = rule.number("absence", 15);
    let absent = absences(ground, stint).into_iter().filter(|absence| absence.halves > longest.saturating_mul(2));
    let absent = absent.map(|absence| {
        let (actual, required) = (absence.told(ground.tr), ground.tr.check_absent_at_most(longest));
        let stint = record(Table::Stint, stint.id.raw());
        let leave = absence.leave.iter().map(|leave| record(Table::Leave, leave.id.raw()));
        let records = std::iter::once(stint).chain(leave).collect();
        Found { records, ..rule.found(name.clone(), actual, required).during(absence.days) }
    });
    short.into_iter().chain(absent).collect()
}

/// A stretch of half-days away without one between.
struct Absence<'a> {
    days: Period,
    halves: i64,
    leave: Vec<&'a Leave>,
}

impl Absence<'_> {
    fn told(&self, tr: Tr) -> String {
        let half = if self.halves % 2 == 0 { "" } else { ".5" };
        tr.check_absent(&format!("{}{half}", self.halves / 2))
    }
}

/// The absences of a stint that have begun, those that follow each other as one, cut to its days.
fn absences<'a>(ground: &Ground<'a>, stint: &Stint) -> Vec<Absence<'a>> {
    let half_of = |on: NaiveDate, slot: Slot| i64::from(on.num_days_from_ce()) * 2 + i64::from(slot != Slot::Am);
    let first = half_of(stint.first_day(), Slot::Am);
    let last = stint.last_day().map_or(i64::MAX, |last| half_of(last, Slot::Pm));
    let mut all: Vec<(i64, i64, &Leave)> = ground
        .books
        .leave_of(stint.person)
        .iter()
        .map(|leave| {
            let (from, to) = (half_of(leave.from_on, leave.from_slot), half_of(leave.to_on, leave.to_slot));
            (from.max(first), to.min(last), *leave)
        })
        .filter(|(from, to, leave)| from <= to && leave.from_on <= ground.on)
        .collect();
    all.sort_by_key(|(from, to, leave)| (*from, *to, leave.id));
    let mut stretches: Vec<(i64, i64, Vec<&Leave>)> = Vec::new();
    for (from, to, leave) in all {
        match stretches.last_mut().filter(|(_, end, _)| from <= *end + 1) {
            Some((_, end, own)) => {
                *end = to.max(*end);
                own.push(leave);
            }
            None => stretches.push((from, to, vec![leave])),
        }
    }
    let day = |half: i64| i32::try_from(half.div_euclid(2)).ok().and_then(NaiveDate::from_num_days_from_ce_opt);
    let told = stretches.into_iter().filter_map(|(from, to, leave)| {
        Some(Absence { days: Period::new(day(from)?, day(to)?)?, halves: to - from + 1, leave })
    });
    told.collect()
}

/// C21: stints that ended without an appraisal of their end.
pub fn not_appraised(ground: &Ground<'_>) -> Vec<Found> {
    // One made halfway is not one of the end: it reaches the last days, or was made after them.
    let is_of_end = |appraisal: &Appraisal, stint: &Stint, left: NaiveDate, days: i64| {
        appraisal.subject == AppraisalSubject::Expert
            && appraisal.person == Some(stint.person)
            && Period::new(appraisal.period_from, appraisal.period_to).is_some_and(|days| stint.touches(days))
            && (later(appraisal.period_to, days) >= left || appraisal.on_date.is_some_and(|on| on >= left))
    };
    let appraised = |stint: &Stint, left: NaiveDate, days: i64| {
        ground.registry.appraisals.values().any(|appraisal| is_of_end(appraisal, stint, left, days))
    };
    let long = ground.registry.stints.values().filter(|stint| stint.mode == StintMode::LongTerm);
    // Whoever stays on has not ended.
    let is_last = |stint: &Stint| ground.stints.run_of(stint, |_| true).last().is_some_and(|last| last.id == stint.id);
    long.filter(|stint| !ground.is_retired(stint.person) && is_last(stint))
        .filter_map(|stint| {
            let rule = ground.rule_of("C21", stint)?;
            let left = stint.last_day()?;
            let days = rule.number("days", 30);
            let since = (ground.on - left).num_days();
            if since <= days || appraised(stint, left, days) {
                return None;
            }
            let (actual, required) = (ground.tr.check_not_appraised(since), ground.tr.check_appraise_within(days));
            let found = rule.found(ground.person(stint.person), actual, required).on(left);
            Some(Found { records: vec![record(Table::Stint, stint.id.raw())], ..found })
        })
        .collect()
}
