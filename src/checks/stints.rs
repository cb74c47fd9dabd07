//! C04, C06, C09 and C21: stints that overlap, are too short, are too few, or were never appraised.

use std::collections::{BTreeMap, BTreeSet};

use super::found::Found;
use super::ground::{Ground, later, length, record};
use super::rules::Place;
use crate::domain::{
    Appointment, AppraisalSubject, InstitutionId, Period, Person, PersonId, RelationId, Slot, Stint, StintMode, Table,
};

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
        post.from_on.is_none_or(|from| from <= ground.on) && post.to_on.is_none_or(|to| ground.on <= to)
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
        .filter(|stint| stint.mode == StintMode::LongTerm && stint.first_day() <= ground.on);
    long.flat_map(|stint| too_short_of(ground, stint)).collect()
}

fn too_short_of(ground: &Ground<'_>, stint: &Stint) -> Vec<Found> {
    let Some(rule) = ground.rule_of("C06", stint) else { return Vec::new() };
    let name = ground.person(stint.person);
    let key = record(Table::Stint, stint.id.raw());
    let wanted = rule.number("days", 180);
    let days = stint.last_day().and_then(|last| Period::new(stint.first_day(), last));
    // Somebody who comes back at once at the same host goes on.
    let goes_on = |last: Period| {
        ground.registry.stints.values().any(|other| {
            other.person == stint.person
                && other.host_inst == stint.host_inst
                && other.id != stint.id
                && (other.first_day() == later(last.to(), 1)
                    || last.from() == other.last_day().map_or(last.to(), |day| later(day, 1)))
        })
    };
    let short = days.filter(|days| length(*days) < wanted && !goes_on(*days)).map(|days| {
        let (actual, required) = (ground.tr.check_days(length(days)), ground.tr.check_days_at_least(wanted));
        Found { records: vec![key], ..rule.found(name.clone(), actual, required).during(days) }
    });
    let longest = rule.number("absence", 15);
    let absent = ground.books.leave_of(stint.person).iter().filter_map(|leave| {
        let away = Period::new(leave.from_on, leave.to_on)?;
        let is_inside = stint.touches(away) && away.from() <= ground.on;
        (is_inside && length(away) > longest).then(|| {
            let (actual, required) = (ground.tr.check_absent(length(away)), ground.tr.check_absent_at_most(longest));
            let records = vec![key, record(Table::Leave, leave.id.raw())];
            Found { records, ..rule.found(name.clone(), actual, required).during(away) }
        })
    });
    short.into_iter().chain(absent).collect()
}

/// C09: fewer people of a rank on post than asked for, on the day.
pub fn headcount(ground: &Ground<'_>) -> Vec<Found> {
    let mut teams: BTreeMap<(Option<RelationId>, InstitutionId), Vec<&Stint>> = BTreeMap::new();
    for stint in ground.registry.stints.values().filter(|stint| stint.runs_on(ground.on)) {
        teams.entry((stint.relation, stint.host_inst)).or_default().push(stint);
    }
    let short = teams.into_iter().filter_map(|((relation, inst), stints)| {
        let rule = ground.rules.at("C09", &Place::of(ground.registry, relation, None, Some(inst)), ground.on)?;
        let min_rank = rule.number("min_rank", 3);
        let rank = |person: &Person| i64::from(person.title_rank.unwrap_or(0));
        let here: Vec<&Stint> = stints
            .into_iter()
            .filter(|stint| ground.registry.people.get(&stint.person).is_some_and(|person| rank(person) >= min_rank))
            .filter(|stint| {
                !ground
                    .books
                    .leave_of(stint.person)
                    .iter()
                    .any(|leave| leave.covers(ground.on, Slot::Am) || leave.covers(ground.on, Slot::Pm))
            })
            .collect();
        let people: BTreeSet<PersonId> = here.iter().map(|stint| stint.person).collect();
        let (count, wanted) = (i64::try_from(people.len()).unwrap_or(i64::MAX), rule.number("people", 12));
        if count >= wanted {
            return None;
        }
        let (actual, required) = (ground.tr.check_people(count), ground.tr.check_people_at_least(wanted));
        let found = rule.found(ground.place(inst).to_owned(), actual, required).on(ground.on);
        Some(Found { records: here.iter().map(|stint| record(Table::Stint, stint.id.raw())).collect(), ..found })
    });
    short.collect()
}

/// C21: stints that ended without an appraisal.
pub fn not_appraised(ground: &Ground<'_>) -> Vec<Found> {
    let appraised = |stint: &Stint| {
        ground.registry.appraisals.values().any(|appraisal| {
            appraisal.subject == AppraisalSubject::Expert
                && appraisal.person == Some(stint.person)
                && Period::new(appraisal.period_from, appraisal.period_to).is_some_and(|days| stint.touches(days))
        })
    };
    let ended = ground.registry.stints.values().filter(|stint| stint.mode == StintMode::LongTerm);
    ended
        .filter_map(|stint| {
            let rule = ground.rule_of("C21", stint)?;
            let left = stint.last_day()?;
            let days = rule.number("days", 30);
            let since = (ground.on - left).num_days();
            if since <= days || appraised(stint) {
                return None;
            }
            let (actual, required) = (ground.tr.check_not_appraised(since), ground.tr.check_appraise_within(days));
            let found = rule.found(ground.person(stint.person), actual, required).on(left);
            Some(Found { records: vec![record(Table::Stint, stint.id.raw())], ..found })
        })
        .collect()
}
