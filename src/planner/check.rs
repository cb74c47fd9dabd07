//! Looks at an instance before anything is built from it: a malformed or absurd one is refused with its place.

use std::collections::BTreeSet;

use thiserror::Error;

use super::instance::{Department, Expert, Instance, Pair, Site, Weights};

/// Longest horizon, in weeks.
const WEEKS: usize = 105;
/// Most experts, departments, townships or pairs.
const ENTRIES: usize = 5_000;
/// Most half-days that experts and places may span together, so that memory stays small: six of the largest hospitals.
const SIZE: usize = 4_000_000;
/// Days of a week.
const WEEKDAYS: usize = 7;
/// Halves of a day.
const HALVES: usize = 2;
/// Entries of a list of half-days of the week, each of which may be named several times.
const HALF_DAYS: usize = 64;
/// Greatest price; sums of prices must stay far from the limits of numbers.
const PRICE: i64 = 1_000_000;
/// Greatest number of rooms, cars, targets and limits.
const COUNT: i64 = 10_000;

/// Why an instance is refused. Places are as in the file: `experts[3].depts[0]`, counted from 0.
#[derive(Debug, Error, Clone, PartialEq, Eq)]
pub enum InstanceError {
    /// A list counts its entries otherwise than by their place.
    #[error("{list}[{at}].id is {found}, not {at}")]
    Numbering {
        /// The list.
        list: &'static str,
        /// The place.
        at: usize,
        /// What stands there.
        found: usize,
    },
    /// A number points to an entry, a day or a half-day that is not there.
    #[error("{place} points to {value}, beyond the {count} there are")]
    Dangling {
        /// Where.
        place: String,
        /// The number.
        value: usize,
        /// How many there are.
        count: usize,
    },
    /// The same entry stands twice in a list.
    #[error("{place} has {value} twice")]
    Twice {
        /// The list.
        place: String,
        /// The entry.
        value: usize,
    },
    /// A number is out of its range.
    #[error("{place} is {value}, not between {least} and {most}")]
    Range {
        /// Where.
        place: String,
        /// The number.
        value: i64,
        /// The least.
        least: i64,
        /// The greatest.
        most: i64,
    },
    /// The stays of an expert overlap, end before they begin, or leave the horizon.
    #[error("stints of experts[{at}] overlap or leave the horizon")]
    Stints {
        /// The expert.
        at: usize,
    },
    /// It is larger than any office.
    #[error("{place} has {size}, more than {most}")]
    TooLarge {
        /// What is too large.
        place: String,
        /// How large.
        size: usize,
        /// What is allowed.
        most: usize,
    },
}

/// Looks whether an instance makes sense.
pub fn check(instance: &Instance) -> Result<(), InstanceError> {
    range("weeks", wide(instance.weeks), 1, wide(WEEKS))?;
    size(instance)?;
    numbering("departments", instance.departments.iter().map(|entry| entry.id))?;
    numbering("experts", instance.experts.iter().map(|entry| entry.id))?;
    numbering("sites", instance.sites.iter().map(|entry| entry.id))?;
    numbering("pairs", instance.pairs.iter().map(|entry| entry.id))?;
    hospital(instance)?;
    weights(&instance.weights)?;
    instance.departments.iter().try_for_each(department)?;
    instance.experts.iter().try_for_each(|expert| person(instance, expert))?;
    instance.sites.iter().try_for_each(|site| township(instance, site))?;
    instance.pairs.iter().try_for_each(|pair| teaching(instance, pair))
}

fn size(instance: &Instance) -> Result<(), InstanceError> {
    let lists = [
        ("departments", instance.departments.len()),
        ("experts", instance.experts.len()),
        ("sites", instance.sites.len()),
        ("pairs", instance.pairs.len()),
    ];
    lists.into_iter().try_for_each(|(list, len)| room(list, len, ENTRIES))?;
    let (days, departments) = (instance.days(), instance.departments.len());
    let whole = [
        ("workdays", instance.workdays.len(), days),
        ("holidays", instance.holidays.len(), days),
        ("extra_workdays", instance.extra_workdays.len(), days),
        ("locks", instance.locks.len(), SIZE),
        ("published.duties", instance.published.as_ref().map_or(0, |published| published.duties.len()), SIZE),
    ];
    whole.into_iter().try_for_each(|(list, len, most)| room(list, len, most))?;
    // Lists that are looked through again and again are no longer than what they speak of.
    for (at, expert) in instance.experts.iter().enumerate() {
        let field = |name: &str| format!("experts[{at}].{name}");
        room(field("depts"), expert.depts.len(), departments)?;
        room(field("stints"), expert.stints.len(), days)?;
        room(field("leave"), expert.leave.len(), days)?;
        room(field("nogo_weekdays"), expert.nogo_weekdays.len(), WEEKDAYS)?;
        room(field("dislikes"), expert.dislikes.len(), HALF_DAYS)?;
    }
    for (at, site) in instance.sites.iter().enumerate() {
        room(format!("sites[{at}].depts"), site.depts.len(), departments)?;
    }
    for (at, pair) in instance.pairs.iter().enumerate() {
        room(format!("pairs[{at}].off"), pair.off.len(), HALF_DAYS)?;
    }
    let places: usize = instance.experts.iter().map(|expert| 3 * expert.depts.len() + instance.sites.len() + 1).sum();
    let boxes = instance.experts.len() + departments + instance.sites.len();
    room("experts × places × days", places.saturating_add(boxes).saturating_mul(HALVES * days), SIZE)
}

/// What is counted once for the whole hospital.
fn hospital(instance: &Instance) -> Result<(), InstanceError> {
    count("theatres", instance.theatres)?;
    count("cars", instance.cars)?;
    let ([smallest, largest], [few, many]) = (instance.team, instance.lectures_per_week);
    range("team[0]", smallest.into(), 1, COUNT)?;
    range("team[1]", largest.into(), smallest.into(), COUNT)?;
    count("lectures_per_week[0]", few)?;
    count("lectures_per_week[1]", many)?;
    range("oncall_min_present", wide(instance.oncall_min_present), 0, COUNT)?;
    known("workdays", &instance.workdays, instance.days())?;
    known("holidays", &instance.holidays, instance.days())?;
    known("extra_workdays", &instance.extra_workdays, instance.days())
}

fn weights(weights: &Weights) -> Result<(), InstanceError> {
    let prices = [
        ("off_pattern", weights.off_pattern),
        ("clinic_short", weights.clinic_short),
        ("round_short", weights.round_short),
        ("lecture_short", weights.lecture_short),
        ("pair_short", weights.pair_short),
        ("site_window", weights.site_window),
        ("oncall_fair", weights.oncall_fair),
        ("tour_fair", weights.tour_fair),
        ("market_miss", weights.market_miss),
        ("clinic_min", weights.clinic_min),
        ("round_min", weights.round_min),
        ("change", weights.change),
    ];
    prices.into_iter().try_for_each(|(name, price)| range(format!("weights.{name}"), price, 0, PRICE))
}

fn department(department: &Department) -> Result<(), InstanceError> {
    let counts = [
        ("rooms", department.rooms),
        ("clinic_min", department.clinic_min),
        ("clinic_target", department.clinic_target),
        ("round_min", department.round_min),
        ("clinic_title", department.clinic_title),
    ];
    counts.into_iter().try_for_each(|(name, value)| count(format!("departments[{}].{name}", department.id), value))
}

fn person(instance: &Instance, expert: &Expert) -> Result<(), InstanceError> {
    let field = |name: &str| format!("experts[{}].{name}", expert.id);
    known(&field("depts"), &expert.depts, instance.departments.len())?;
    once(&field("depts"), &expert.depts)?;
    known(&field("leave"), &expert.leave, instance.days())?;
    known(&field("nogo_weekdays"), &expert.nogo_weekdays, WEEKDAYS)?;
    for (name, value) in
        [("title", expert.title), ("max_sessions", expert.max_sessions), ("max_clinics", expert.max_clinics)]
    {
        count(field(name), value)?;
    }
    let mut next = 0;
    for [first, last] in &expert.stints {
        if *first < next || first > last || *last >= instance.days() {
            return Err(InstanceError::Stints { at: expert.id });
        }
        next = last + 1;
    }
    for (number, (weekday, half, price)) in expert.dislikes.iter().enumerate() {
        let place = field(&format!("dislikes[{number}]"));
        half_day(&place, *weekday, *half)?;
        range(format!("{place}[2]"), *price, 0, PRICE)?;
    }
    Ok(())
}

fn township(instance: &Instance, site: &Site) -> Result<(), InstanceError> {
    let field = |name: &str| format!("sites[{}].{name}", site.id);
    known(&field("depts"), &site.depts, instance.departments.len())?;
    range(field("window_weeks"), wide(site.window_weeks), 1, COUNT)?;
    range(field("market_weekday"), wide(site.market_weekday), 0, 6)
}

fn teaching(instance: &Instance, pair: &Pair) -> Result<(), InstanceError> {
    let field = |name: &str| format!("pairs[{}].{name}", pair.id);
    points(field("mentor"), pair.mentor, instance.experts.len())?;
    count(field("per_week"), pair.per_week)?;
    for (number, (weekday, half)) in pair.off.iter().enumerate() {
        let place = field(&format!("off[{number}]"));
        half_day(&place, *weekday, *half)?;
    }
    Ok(())
}

fn numbering(list: &'static str, ids: impl Iterator<Item = usize>) -> Result<(), InstanceError> {
    let wrong = ids.enumerate().find(|(at, id)| at != id);
    wrong.map_or(Ok(()), |(at, found)| Err(InstanceError::Numbering { list, at, found }))
}

/// No entry points beyond what there is.
fn known(list: &str, values: &[usize], count: usize) -> Result<(), InstanceError> {
    let mut values = values.iter().enumerate();
    values.try_for_each(|(at, value)| points(format!("{list}[{at}]"), *value, count))
}

fn half_day(place: &str, weekday: usize, half: usize) -> Result<(), InstanceError> {
    points(format!("{place}[0]"), weekday, WEEKDAYS)?;
    points(format!("{place}[1]"), half, HALVES)
}

fn points(place: String, value: usize, count: usize) -> Result<(), InstanceError> {
    if value < count { Ok(()) } else { Err(InstanceError::Dangling { place, value, count }) }
}

fn once(list: &str, values: &[usize]) -> Result<(), InstanceError> {
    let mut seen = BTreeSet::new();
    let twice = values.iter().find(|value| !seen.insert(**value));
    twice.map_or(Ok(()), |value| Err(InstanceError::Twice { place: list.to_owned(), value: *value }))
}

fn count(place: impl Into<String>, value: i32) -> Result<(), InstanceError> {
    range(place, value.into(), 0, COUNT)
}

fn range(place: impl Into<String>, value: i64, least: i64, most: i64) -> Result<(), InstanceError> {
    if (least..=most).contains(&value) {
        return Ok(());
    }
    Err(InstanceError::Range { place: place.into(), value, least, most })
}

fn room(place: impl Into<String>, size: usize, most: usize) -> Result<(), InstanceError> {
    if size <= most { Ok(()) } else { Err(InstanceError::TooLarge { place: place.into(), size, most }) }
}

fn wide(value: usize) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}
