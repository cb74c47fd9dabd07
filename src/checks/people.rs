//! C20 and C23: what experts are granted, who has served a year, and who stands twice in the file.

use std::collections::BTreeMap;

use super::found::Found;
use super::ground::{Ground, later, length, record};
use super::rules::{Place, Rule};
use crate::domain::{BenefitKind, Period, Person, Stint, StintMode, Table};

/// C20: benefits that are missing or have run out, and stints that have lasted the time that gives preference.
pub fn benefits(ground: &Ground<'_>) -> Vec<Found> {
    let long = ground
        .registry
        .stints
        .values()
        .filter(|stint| stint.mode == StintMode::LongTerm && stint.first_day() <= ground.on)
        .filter(|stint| !ground.is_retired(stint.person));
    long.flat_map(|stint| {
        let Some(rule) = ground.rule_of("C20", stint) else { return Vec::new() };
        missing(ground, rule, stint).into_iter().chain(served(ground, rule, stint)).collect()
    })
    .collect()
}

fn missing(ground: &Ground<'_>, rule: &Rule<'_>, stint: &Stint) -> Vec<Found> {
    if !stint.runs_on(ground.on) {
        return Vec::new();
    }
    let own: Vec<_> = ground.registry.benefits.values().filter(|benefit| benefit.stint == stint.id).collect();
    let kinds = rule.words("kinds").into_iter().filter_map(BenefitKind::from_code);
    kinds
        .filter_map(|kind| {
            let name = ground.tr.benefit_kind(kind);
            let granted: Vec<_> = own.iter().filter(|benefit| benefit.kind == kind).collect();
            let runs = granted.iter().any(|benefit| benefit.to_on.is_none_or(|to| ground.on <= to));
            if runs {
                return None;
            }
            let ended = granted.iter().filter_map(|benefit| benefit.to_on).max();
            let actual = match ended {
                Some(ended) => ground.tr.check_benefit_over(name, &ended.to_string()),
                None => ground.tr.check_benefit_missing(name),
            };
            let required = ground.tr.check_benefit_required(name);
            let found = rule.found(ground.person(stint.person), actual, required).on(ground.on);
            let key = record(Table::Stint, stint.id.raw());
            let records = std::iter::once(key).chain(granted.iter().map(|one| record(Table::Benefit, one.id.raw())));
            Some(Found { records: records.collect(), ..found })
        })
        .collect()
}

/// A service that has lasted long enough, told once for stints that follow each other at one host. Days are counted
/// from the last day on which it may have begun to the first on which it may have ended.
fn served(ground: &Ground<'_>, rule: &Rule<'_>, stint: &Stint) -> Option<Found> {
    let wanted = rule.number("days", 365);
    let run = ground.stints.run_of(stint, |other| other.first_day() <= ground.on);
    let (first, last) = run.first().zip(run.last())?;
    if first.id != stint.id {
        return None;
    }
    let from = first.arrive_prec.span(first.arrive_on).to();
    let to = last.surely_until().map_or(ground.on, |last| last.min(ground.on));
    let days = Period::new(from, to).filter(|days| length(*days) >= wanted)?;
    let is_rough = !first.begins_on_a_day() || !last.ends_on_a_day();
    let actual = ground.tr.check_served(length(days), wanted, is_rough);
    let required = ground.tr.check_days_at_least(wanted);
    let found = rule.found(ground.person(stint.person), actual, required).on(later(from, wanted - 1));
    Some(Found { records: run.iter().map(|stint| record(Table::Stint, stint.id.raw())).collect(), ..found })
}

/// C23: people of the same name, at one institution or at several, or with the same phone.
pub fn namesakes(ground: &Ground<'_>) -> Vec<Found> {
    let Some(rule) = ground.rules.at("C23", &Place::default(), ground.on) else { return Vec::new() };
    let mut by_name: BTreeMap<&str, Vec<&Person>> = BTreeMap::new();
    let mut by_phone: BTreeMap<String, Vec<&Person>> = BTreeMap::new();
    for person in ground.registry.people.values().filter(|person| !person.is_retired) {
        by_name.entry(&person.name).or_default().push(person);
        if let Some(phone) = own_phone(&person.phone) {
            by_phone.entry(phone).or_default().push(person);
        }
    }
    let tr = ground.tr;
    let told = |people: &[&Person], subject: String, actual: String| {
        let found = rule.found(subject, actual, tr.check_one_record().to_owned());
        Found { records: people.iter().map(|person| record(Table::Person, person.id.raw())).collect(), ..found }
    };
    let named = by_name.iter().filter(|(name, people)| !name.is_empty() && people.len() > 1).map(|(name, people)| {
        let homes: Vec<_> = people.iter().map(|person| home(ground, person)).collect();
        let is_same = homes.iter().all(|home| Some(home) == homes.first());
        let listed = homes.join(tr.list_comma());
        let actual = match homes.first() {
            Some(home) if is_same => tr.check_same_home(people.len(), home),
            _ => tr.check_same_name(&listed),
        };
        told(people, (*name).to_owned(), actual)
    });
    let phoned = by_phone.iter().filter(|(_, people)| people.len() > 1).map(|(_, people)| {
        let who: Vec<_> = people.iter().map(|person| ground.person(person.id)).collect();
        told(people, who.join(tr.list_comma()), tr.check_same_phone().to_owned())
    });
    named.chain(phoned).collect()
}

fn home<'a>(ground: &Ground<'a>, person: &Person) -> &'a str {
    person.inst.map_or("", |id| ground.place(id))
}

/// The digits of a phone that belongs to one person: a number with stars stands for many, a short one is a switchboard.
fn own_phone(written: &str) -> Option<String> {
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    (digits.len() >= 11 && !written.contains('*')).then_some(digits)
}
