//! From a question to the lines that count: names looked up, lines narrowed, time applied.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::books::Books;
use super::figure::Refusal;
use super::key::{Field, Key};
use super::line::{Line, Remark, Value};
use super::names::Names;
use super::narrow::Sieve;
use super::query::{Misuse, Query};
use super::refuse::{mixed_programme, not_additive};
use super::spec::{Expand, Scope, TimeUse};
use super::when::{AskedPeriod, Bounds, Kept, Time, tenure_quarter};
use crate::domain::{Period, Table};

/// The lines that count, and what was learnt on the way.
pub struct Gathered<'a> {
    /// The lines.
    pub lines: Vec<Line<'a>>,
    /// Lines that a period cuts; they are left out and named.
    pub cut: Vec<Line<'a>>,
    /// What a reader has to know.
    pub remarks: BTreeSet<Remark>,
    /// Parameters with the names they were resolved to.
    pub resolved: BTreeMap<Key, String>,
    /// The time that was used.
    pub time: Time,
}

/// Why no lines came.
pub enum Stop {
    /// The question is refused.
    Refused(Refusal),
    /// The question cannot be asked like this.
    Misuse(Misuse),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Every line that counts, where they can be one number.
pub fn gather<'a>(names: Names<'a, '_>, query: &Query) -> Result<Gathered<'a>, Stop> {
    let gathered = collect(names, query)?;
    match mixed_programme(names, query, &gathered.lines) {
        Some(refusal) => Err(refusal.into()),
        None => Ok(gathered),
    }
}

/// Every line that counts, whatever programme it belongs to.
pub fn collect<'a>(names: Names<'a, '_>, query: &Query) -> Result<Gathered<'a>, Stop> {
    let books = names.books;
    let spec = query.spec;
    let all = (spec.source)(books);
    let is_early = |key: Key| !spec.late.contains(&key);
    let sieve = Sieve::new(names, query, &all, is_early)?;
    let mut resolved = sieve.resolved.clone();
    let mut lines: Vec<Line<'a>> =
        all.into_iter().filter(|line| sieve.passes(books, query, line) && !is_retired(books, line)).collect();
    let time = resolve_time(names, query, &lines)?;
    let mut cut = Vec::new();
    if matches!(spec.time, TimeUse::Lines | TimeUse::State) {
        let mut kept = Vec::with_capacity(lines.len());
        for line in lines {
            match line.when.kept(time) {
                Kept::Yes => kept.push(line),
                Kept::Cut => cut.push(line),
                Kept::No => {}
            }
        }
        lines = kept;
    }
    let scope = Scope { names, query, time };
    lines = match spec.expand {
        None => lines,
        Some(Expand::Lines(expand)) => expand(&scope, lines),
        Some(Expand::Asking(expand)) => expand(&scope, lines)?,
    };
    if query.choices.keys().any(|key| spec.late.contains(key)) {
        let sieve = Sieve::new(names, query, &lines, |key| spec.late.contains(&key))?;
        resolved.extend(sieve.resolved.clone());
        lines.retain(|line| sieve.passes(books, query, line));
    }
    if let Some(refusal) = not_additive(names, query, &lines) {
        return Err(refusal.into());
    }
    let remarks = lines.iter().filter_map(|line| line.remark.clone()).collect();
    let time = written_out(time, query, &lines, books.today);
    Ok(Gathered { lines, cut, remarks, resolved, time })
}

/// People no longer in use do not count; what they own or were part of still does.
fn is_retired<'a>(books: &Books<'a>, line: &Line<'a>) -> bool {
    if matches!(line.record, Some((Table::Task | Table::Tour | Table::Studio | Table::Team, _))) {
        return false;
    }
    books.values(line, Field::Person).iter().any(|value| match value {
        Value::Person(id) => books.person(*id).is_some_and(|person| person.is_retired),
        _ => false,
    })
}

/// The time of the question; without one, everything up to today.
fn resolve_time<'a>(names: Names<'a, '_>, query: &Query, lines: &[Line<'a>]) -> Result<Time, Stop> {
    let today = names.books.today;
    match (query.period, query.on) {
        (Some(AskedPeriod::Days(bounds)), _) => Ok(Time::Period(bounds)),
        (Some(AskedPeriod::Tenure(number)), _) => {
            let quarter = tenure_start(names.books, query, lines).and_then(|start| tenure_quarter(start, number));
            quarter.map(|days| Time::Period(Bounds::of(days))).ok_or_else(|| {
                let value = format!("T{number}");
                Stop::Misuse(Misuse::Malformed { key: Key::Period.name().to_owned(), value })
            })
        }
        (None, Some(on)) => Ok(Time::On(on)),
        (None, None) if matches!(query.spec.time, TimeUse::State | TimeUse::OwnState | TimeUse::OwnDay) => {
            Ok(Time::On(today))
        }
        (None, None) => Ok(Time::Period(Bounds { from: None, to: Some(today) })),
    }
}

/// The first day of the tenure that `T3` and `group=tenure` count from.
pub fn tenure_start<'a>(books: &Books<'a>, query: &Query, lines: &[Line<'a>]) -> Option<NaiveDate> {
    if query.has(Key::Person) {
        return lines.iter().filter_map(|line| line.stint).map(crate::domain::Stint::first_day).min();
    }
    let relations = books.registry.relations.values().filter(|relation| {
        let names = Names { books, tr: super::books::ZH };
        let is_asked = |key: Key, holds: &dyn Fn(&str) -> bool| {
            query.choices.get(&key).is_none_or(|choice| choice.wanted.iter().any(|word| holds(word)))
        };
        is_asked(Key::Programme, &|word| super::books::ZH.programme(relation.programme) == word)
            && is_asked(Key::Relation, &|word| names.relations(word).is_ok_and(|found| found.contains(&relation.id)))
    });
    let is_asked = query.has(Key::Relation) || query.has(Key::Programme);
    is_asked.then(|| relations.filter_map(|relation| relation.start_on).min()).flatten()
}

/// A period with its first record for an open start, where the question named none.
fn written_out(time: Time, query: &Query, lines: &[Line<'_>], today: NaiveDate) -> Time {
    match time {
        Time::Period(Bounds { from: None, to }) if query.period.is_none() => {
            let first = lines.iter().filter_map(|line| line.when.first()).min().filter(|first| *first <= today);
            Time::Period(Bounds { from: first, to })
        }
        other => other,
    }
}

/// The days of a time, as far as they are bounded: an open start begins with the first line, an open end is today.
pub fn days_of(time: Time, lines: &[Line<'_>], today: NaiveDate) -> Option<Period> {
    let bounds = time.bounds();
    let from = bounds.from.or_else(|| lines.iter().filter_map(|line| line.when.first()).min())?;
    Period::new(from, bounds.to.unwrap_or_else(|| today.max(from)))
}
