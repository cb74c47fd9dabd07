//! Looks at an instance before anything is built from it: a malformed or absurd one is refused with its place.

use thiserror::Error;

use super::instance::{Expert, Instance};
use super::model::{Norm, Norms};

/// Longest horizon.
const WEEKS: usize = 105;
/// Most experts, departments, townships or pairs.
const ENTRIES: usize = 5_000;
/// Most half-days that experts and places may span together, so that memory stays small.
const SIZE: usize = 6_000_000;
/// Days of a week.
const WEEKDAYS: usize = 7;
/// Entries of a list of half-days of the week, each of which may be named several times.
const HALF_DAYS: usize = 64;
/// Greatest price; sums of prices must stay far from the limits of numbers.
const PRICE: i64 = 1_000_000;
/// Greatest number of rooms, cars, targets and limits.
const COUNT: i32 = 10_000;

/// Why an instance is refused.
#[derive(Debug, Error, Clone, PartialEq, Eq)]
pub enum InstanceError {
    /// A list counts its entries otherwise than by their place.
    #[error("{list}[{at}].id is not {at}")]
    Numbering {
        /// The list.
        list: &'static str,
        /// The place.
        at: usize,
    },
    /// A number points to nothing.
    #[error("{field} of {list}[{at}] points to {value}, which is not there")]
    Dangling {
        /// The list.
        list: &'static str,
        /// The place.
        at: usize,
        /// The field.
        field: &'static str,
        /// The number.
        value: usize,
    },
    /// A number is out of its range.
    #[error("{field} is out of range")]
    Range {
        /// The field.
        field: &'static str,
    },
    /// The stays of an expert overlap, end before they begin, or leave the horizon.
    #[error("stints of experts[{at}] overlap or leave the horizon")]
    Stints {
        /// The expert.
        at: usize,
    },
    /// It is larger than any office.
    #[error("{field} is too large")]
    TooLarge {
        /// What is too large.
        field: &'static str,
    },
}

/// Looks whether an instance makes sense.
pub fn check(instance: &Instance) -> Result<(), InstanceError> {
    if instance.weeks == 0 || instance.weeks > WEEKS {
        return Err(InstanceError::Range { field: "weeks" });
    }
    size(instance)?;
    numbering("departments", instance.departments.iter().map(|entry| entry.id))?;
    numbering("experts", instance.experts.iter().map(|entry| entry.id))?;
    numbering("sites", instance.sites.iter().map(|entry| entry.id))?;
    numbering("pairs", instance.pairs.iter().map(|entry| entry.id))?;
    norms(instance)?;
    for expert in &instance.experts {
        person(instance, expert)?;
    }
    for site in &instance.sites {
        known("sites", site.id, "depts", &site.depts, instance.departments.len())?;
        if site.window_weeks == 0 || site.market_weekday > 6 {
            return Err(InstanceError::Range { field: "sites[].window_weeks, market_weekday" });
        }
    }
    for pair in &instance.pairs {
        known("pairs", pair.id, "mentor", &[pair.mentor], instance.experts.len())?;
    }
    known("workdays", 0, "day", &instance.workdays, instance.days())
}

fn size(instance: &Instance) -> Result<(), InstanceError> {
    let lists = [
        ("departments", instance.departments.len()),
        ("experts", instance.experts.len()),
        ("sites", instance.sites.len()),
        ("pairs", instance.pairs.len()),
    ];
    if let Some((field, _)) = lists.iter().find(|(_, len)| *len > ENTRIES) {
        return Err(InstanceError::TooLarge { field });
    }
    let places: usize = instance.experts.iter().map(|expert| 3 * expert.depts.len() + instance.sites.len() + 1).sum();
    let boxes = instance.experts.len() + instance.departments.len() + instance.sites.len();
    if places.saturating_add(boxes).saturating_mul(2 * instance.days()) > SIZE {
        return Err(InstanceError::TooLarge { field: "experts × places × days" });
    }
    if instance.locks.len() > SIZE {
        return Err(InstanceError::TooLarge { field: "locks" });
    }
    // Lists that are looked through again and again are no longer than what they speak of.
    let lists = [
        ("experts[].leave", instance.days(), instance.experts.iter().map(|expert| expert.leave.len()).max()),
        ("experts[].nogo_weekdays", WEEKDAYS, instance.experts.iter().map(|expert| expert.nogo_weekdays.len()).max()),
        ("experts[].dislikes", HALF_DAYS, instance.experts.iter().map(|expert| expert.dislikes.len()).max()),
        ("experts[].depts", instance.departments.len(), instance.experts.iter().map(|expert| expert.depts.len()).max()),
        ("sites[].depts", instance.departments.len(), instance.sites.iter().map(|site| site.depts.len()).max()),
        ("pairs[].off", HALF_DAYS, instance.pairs.iter().map(|pair| pair.off.len()).max()),
    ];
    let too_long = lists.iter().find(|(_, most, longest)| longest.is_some_and(|longest| longest > *most));
    too_long.map_or(Ok(()), |(field, ..)| Err(InstanceError::TooLarge { field }))
}

fn numbering(list: &'static str, ids: impl Iterator<Item = usize>) -> Result<(), InstanceError> {
    ids.enumerate().find(|(at, id)| at != id).map_or(Ok(()), |(at, _)| Err(InstanceError::Numbering { list, at }))
}

fn known(
    list: &'static str,
    at: usize,
    field: &'static str,
    values: &[usize],
    len: usize,
) -> Result<(), InstanceError> {
    let missing = values.iter().find(|value| **value >= len);
    missing.map_or(Ok(()), |value| Err(InstanceError::Dangling { list, at, field, value: *value }))
}

/// Bounds and prices, as the rules read them, and the few numbers that no rule goes by.
fn norms(instance: &Instance) -> Result<(), InstanceError> {
    let norms = Norms::of(instance);
    let is_count = |value: &i32| (0..=COUNT).contains(value);
    let [few, _] = instance.lectures_per_week;
    if !norms.iter().flat_map(|norm| norm.lo.into_iter().chain(norm.hi)).chain([few]).all(|bound| is_count(&bound)) {
        return Err(InstanceError::Range { field: "rooms, targets, limits, theatres, cars, team" });
    }
    if !norms.iter().filter_map(Norm::price).all(|price| (0..=PRICE).contains(&price)) {
        return Err(InstanceError::Range { field: "weights" });
    }
    let [least, most] = instance.team;
    if least > most || least < 1 {
        return Err(InstanceError::Range { field: "team" });
    }
    Ok(())
}

fn person(instance: &Instance, expert: &Expert) -> Result<(), InstanceError> {
    known("experts", expert.id, "depts", &expert.depts, instance.departments.len())?;
    let mut seen = expert.depts.clone();
    seen.sort_unstable();
    seen.dedup();
    if seen.len() != expert.depts.len() {
        return Err(InstanceError::Range { field: "experts[].depts" });
    }
    let mut next = 0;
    for [first, last] in &expert.stints {
        if *first < next || first > last || *last >= instance.days() {
            return Err(InstanceError::Stints { at: expert.id });
        }
        next = last + 1;
    }
    if expert.dislikes.iter().any(|(_, _, price)| !(0..=PRICE).contains(price)) {
        return Err(InstanceError::Range { field: "experts[].dislikes" });
    }
    Ok(())
}
