//! Figures in a series: by the values of a field, or by units of time.

use std::collections::BTreeSet;

use super::books::Books;
use super::figure::Point;
use super::line::{Line, Value};
use super::names::Names;
use super::print::{Printer, printed};
use super::query::{GroupBy, Query};
use super::reckon::{Pots, Reckoned, reckon};
use super::spec::TimeUse;
use super::when::{Bounds, Kept, Time, units};
use crate::domain::Period;

/// One value of a series before it is printed.
pub struct Item {
    /// Whose or when.
    pub key: String,
    /// Its number.
    pub reckoned: Reckoned,
}

/// The series of a question over the days of its time.
pub fn series<'a>(names: Names<'a, '_>, query: &Query, pots: &Pots<'a>, group: GroupBy, days: Days) -> Vec<Item> {
    match group {
        GroupBy::Field(field) => by_field(names, query, pots, field),
        GroupBy::Time(grain) => {
            let Some(period) = days.period else { return Vec::new() };
            units(grain, period, days.tenure)
                .into_iter()
                .map(|(key, unit)| by_unit(names, query, pots, key, unit, period))
                .collect()
        }
    }
}

/// The days that a series of time runs over.
#[derive(Debug, Clone, Copy)]
pub struct Days {
    /// From the first to the last.
    pub period: Option<Period>,
    /// Where the tenure began.
    pub tenure: Option<chrono::NaiveDate>,
}

fn by_field<'a>(names: Names<'a, '_>, query: &Query, pots: &Pots<'a>, field: super::key::Field) -> Vec<Item> {
    let books = names.books;
    let printer = Printer::new(names);
    let over = pots.over.iter().flat_map(|pot| &pot.lines);
    // A denominator alone makes no entry: of a share it does, for what it is a share of occurs.
    let of_share = over.filter(|_| query.share.is_some());
    let keys: BTreeSet<Value<'a>> =
        pots.main.lines.iter().chain(of_share).flat_map(|line| books.values(line, field)).collect();
    let mut ordered: Vec<_> = keys.into_iter().map(|key| (printer.place(&key), printer.text(&key), key)).collect();
    ordered.sort();
    let entries: Vec<(String, Vec<Value<'a>>)> = ordered.into_iter().fold(Vec::new(), |mut all, (_, text, key)| {
        // Batches of the same number stand under one name; people and places never do.
        match all.last_mut().filter(|(last, _)| *last == text && matches!(key, Value::Batch(..) | Value::Text(_))) {
            Some((_, keys)) => keys.push(key),
            None => all.push((text, vec![key])),
        }
        all
    });
    entries
        .into_iter()
        .map(|(key, values)| {
            let part = pots.part(&mut |line| books.values(line, field).iter().any(|value| values.contains(value)));
            Item { key, reckoned: reckon(books, query, &part, names.tr) }
        })
        .collect()
}

fn by_unit<'a>(names: Names<'a, '_>, query: &Query, pots: &Pots<'a>, key: String, unit: Period, whole: Period) -> Item {
    let inside = Bounds { from: Some(unit.from().max(whole.from())), to: Some(unit.to().min(whole.to())) };
    let time = match query.spec.time {
        TimeUse::OwnState | TimeUse::State => {
            inside.to.map_or(Time::Period(inside), |last| Time::Period(Bounds { from: Some(last), to: Some(last) }))
        }
        TimeUse::Lines | TimeUse::Own | TimeUse::OwnDay => Time::Period(inside),
    };
    let part = pots.part(&mut |line: &Line<'_>| line.when.kept(time) == Kept::Yes);
    Item { key, reckoned: reckon(names.books, query, &part, names.tr) }
}

/// The point of a series for programs and people.
#[must_use]
pub fn point(item: &Item) -> Point {
    let (value, display) = printed(&item.reckoned);
    Point { key: item.key.clone(), value, display, records: item.reckoned.records.iter().copied().collect() }
}

/// Whether lines of a day count for the value beside a series of states: only those of the last day do.
pub fn last_day_only<'a>(books: &Books<'a>, query: &Query, line: &Line<'a>, time: Time) -> bool {
    let last = time.last().unwrap_or(books.today);
    query.spec.time != TimeUse::OwnState
        || line.when.kept(Time::Period(Bounds { from: Some(last), to: Some(last) })) == Kept::Yes
}
