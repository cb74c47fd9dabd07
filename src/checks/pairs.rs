//! C01–C03: is the ratio met, who has no apprentice, which pairs ran out.

use std::collections::BTreeSet;

use super::found::Found;
use super::ground::{Ground, later, record};
use super::rules::Place;
use crate::domain::{Pairing, PairingMode, PairingStatus, PersonId, Stint, Table};

/// C01: apprentices of each mentor who is here, against the target.
pub fn ratio(ground: &Ground<'_>) -> Vec<Found> {
    ground.mentors().filter(|stint| stint.runs_on(ground.on)).filter_map(|stint| ratio_of(ground, stint)).collect()
}

fn ratio_of(ground: &Ground<'_>, stint: &Stint) -> Option<Found> {
    let rule = ground.rule_of("C01", stint)?;
    let counts = |pairing: &&&Pairing| match rule.word("basis") {
        "total" => pairing.has_begun() && pairing.first_day() <= ground.on,
        _ => pairing.has_begun() && pairing.runs_on(ground.on),
    };
    let counts = |pairing: &&&Pairing| counts(pairing) && !ground.is_retired(pairing.apprentice);
    let pairs: Vec<&&Pairing> = ground.pairs_of(stint.id).iter().filter(counts).collect();
    let apprentices: BTreeSet<PersonId> = pairs.iter().map(|pairing| pairing.apprentice).collect();
    let count = i64::try_from(apprentices.len()).unwrap_or(i64::MAX);
    // Nobody at all is what C02 is about.
    if count == 0 {
        return None;
    }
    let target = rule.number("target", 3);
    let is_met = match rule.word("how") {
        "exactly" => count == target,
        "at_most" => count <= target,
        _ => count >= target,
    };
    if is_met {
        return None;
    }
    let (actual, required) = (format!("1:{count}"), format!("1:{target}"));
    let mut found = rule.found(ground.person(stint.person), actual, required).on(ground.on);
    found.records = std::iter::once(record(Table::Stint, stint.id.raw()))
        .chain(pairs.iter().map(|pairing| record(Table::Pairing, pairing.id.raw())))
        .collect();
    Some(found)
}

/// C02: clinical experts who stay and have no apprentice so many days after their arrival.
pub fn unpaired(ground: &Ground<'_>) -> Vec<Found> {
    let here = ground.mentors().filter(|stint| stint.runs_on(ground.on));
    here.filter_map(|stint| {
        let rule = ground.rule_of("C02", stint)?;
        let days = rule.number("days", 14);
        let arrived = stint.arrive_prec.span(stint.arrive_on).to();
        let is_due = later(arrived, days) <= ground.on;
        let is_paired = ground
            .pairs_of(stint.id)
            .iter()
            .any(|pairing| pairing.status != PairingStatus::Proposed && pairing.first_day() <= ground.on);
        if !is_due || is_paired {
            return None;
        }
        let since = (ground.on - arrived).num_days();
        let found = rule.found(
            ground.person(stint.person),
            ground.tr.check_unpaired(since),
            ground.tr.check_unpaired_required(days),
        );
        Some(Found { records: vec![record(Table::Stint, stint.id.raw())], ..found.on(ground.on) })
    })
    .collect()
}

/// C03: pairs that outlast their mentor's stay, and pairs whose time is over without being closed.
pub fn expired(ground: &Ground<'_>) -> Vec<Found> {
    let running = ground.registry.pairings.values().filter(|pairing| {
        pairing.status == PairingStatus::Active && pairing.to_on.is_none() && pairing.first_day() <= ground.on
    });
    running.filter_map(|pairing| expired_of(ground, pairing)).collect()
}

fn expired_of(ground: &Ground<'_>, pairing: &Pairing) -> Option<Found> {
    let stint = pairing.mentor_stint.and_then(|id| ground.registry.stints.get(&id));
    let place = match stint {
        Some(stint) => Place::of_stint(ground.registry, stint),
        None => Place::of(ground.registry, pairing.relation, pairing.programme, None),
    };
    let rule = ground.rules.at("C03", &place, ground.on)?;
    let planned = pairing.last_day();
    let subject = pair_name(ground, pairing);
    let records = |stint: Option<&Stint>| {
        let pair = record(Table::Pairing, pairing.id.raw());
        std::iter::once(pair).chain(stint.map(|stint| record(Table::Stint, stint.id.raw()))).collect()
    };
    if let Some(over) = planned.filter(|planned| *planned < ground.on) {
        let (actual, required) = (ground.tr.check_pair_over(&over.to_string()), ground.tr.check_pair_close());
        let found = rule.found(subject, actual, required.to_owned()).on(over);
        return Some(Found { records: records(None), ..found });
    }
    let leaves = stint.and_then(Stint::last_day).filter(|_| pairing.mode == PairingMode::OnSite)?;
    let is_near = leaves <= ground.ahead(rule.number("lead", 30));
    if !is_near || planned.is_some_and(|planned| planned <= leaves) {
        return None;
    }
    let actual = match planned {
        Some(planned) => ground.tr.check_pair_outlasts(&planned.to_string()),
        None => ground.tr.check_pair_open().to_owned(),
    };
    let required = ground.tr.check_pair_until(&leaves.to_string());
    Some(Found { records: records(stint), ..rule.found(subject, actual, required).on(leaves) })
}

/// 侯正涛—冯文斌.
pub fn pair_name(ground: &Ground<'_>, pairing: &Pairing) -> String {
    format!("{}\u{2014}{}", ground.person(pairing.mentor), ground.person(pairing.apprentice))
}
