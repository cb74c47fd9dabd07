//! Answers a question: gathers, counts, shapes, and says how.

use std::collections::{BTreeMap, BTreeSet};

use super::books::Books;
use super::exact::Exact;
use super::figure::{Figure, Number, Outcome, Refused};
use super::gather::{Gathered, Stop, days_of, gather, tenure_start};
use super::key::{Field, Key, PickOne};
use super::line::{Line, Remark, Value};
use super::names::Names;
use super::news::wording;
use super::notes;
use super::print::{Printer, printed, unit_of};
use super::query::{GroupBy, Misuse, Query};
use super::reckon::{Pot, Pots, Reckoned, Style, per_code, reckon};
use super::series::{Days, Item, last_day_only, point, series};
use super::when::{Bounds, Time};
use crate::i18n::Tr;

/// The answer to a question.
///
/// # Errors
/// Where the question cannot be asked like this of these records: a tenure that has no start.
pub fn answer(books: &Books<'_>, query: &Query, tr: Tr) -> Result<Outcome, Misuse> {
    let names = Names { books, tr };
    match figure(names, query) {
        Ok(figure) => Ok(Outcome::Figure(figure)),
        Err(Stop::Misuse(misuse)) => Err(misuse),
        Err(Stop::Refused(refusal)) => Ok(Outcome::Refused(Refused {
            refused: refusal.kind,
            reason: refusal.reason,
            code: query.spec.code,
            params: query.typed.iter().map(|(key, text)| (key.name(), text.clone())).collect(),
        })),
    }
}

/// What has to be told beside the value.
#[derive(Default)]
struct Beside<'a> {
    remarks: BTreeSet<Remark>,
    cut: Vec<Line<'a>>,
}

fn figure(names: Names<'_, '_>, query: &Query) -> Result<Figure, Stop> {
    let main = gather(names, query)?;
    let (time, resolved) = (main.time, main.resolved.clone());
    let mut beside = Beside::default();
    let all = pots(names, query, main, &mut beside)?;
    let whole = all.part(&mut |line| last_day_only(names.books, query, line, time));
    let reckoned = reckon(names.books, query, &whole, names.tr);
    let mut notes = notes::of(names, query, &whole.main, &beside.remarks, &beside.cut);
    let items = query.group.map(|group| {
        let days = Days {
            period: days_of(time, &all.main.lines, names.books.today),
            tenure: tenure_start(names.books, query, &all.main.lines),
        };
        series(names, query, &all, group, days)
    });
    let (mut value, mut display) = printed(&reckoned);
    let mut unit = unit(names, query, &whole.main, &reckoned);
    let mut exact = reckoned.value;
    if let Some((picked, key)) = query.pick.zip(items.as_deref()).and_then(|(pick, items)| pick_one(pick, items)) {
        (value, display) = printed(&picked);
        exact = picked.value;
        notes.extend(key.map(|key| names.tr.note_picked(&key)));
    }
    if let Some(field) = query.show {
        let printer = Printer::new(names);
        let list = printer.list(whole.main.lines.iter().flat_map(|line| names.books.values(line, field)));
        display = if list.is_empty() { super::print::ABSENT.to_owned() } else { list.join(names.tr.list_comma()) };
        value = Number::List(list);
        names.tr.unit_list().clone_into(&mut unit);
    }
    if query.news && query.show.is_none() {
        let is_percent = matches!(reckoned.style, Style::Percent | Style::Change);
        let word = query.news_word().unwrap_or_else(|| super::books::ZH.news_many());
        if let Some(exact) = exact.filter(|_| reckoned.style != Style::Ratio) {
            display = wording(exact, is_percent, if is_percent { "" } else { &unit }, word);
            value = Number::Text(display.clone());
            names.tr.unit_news().clone_into(&mut unit);
        }
    }
    Ok(Figure {
        code: query.spec.code,
        params: params(query, time, &resolved),
        value,
        unit,
        basis: notes::basis(names, query, &whole.main),
        display,
        formula: reckoned.formula,
        records: reckoned.records.into_iter().collect(),
        notes,
        series: items.map(|items| items.iter().map(point).collect()),
    })
}

/// The lines of a question with those it is divided by and compared with.
fn pots<'a>(
    names: Names<'a, '_>,
    query: &Query,
    main: Gathered<'a>,
    beside: &mut Beside<'a>,
) -> Result<Pots<'a>, Stop> {
    let pot = |query: &Query, lines| Pot { spec: query.spec, distinct: query.distinct, lines };
    let over = if let Some(key) = query.share {
        let all = gather(names, &query.without(key))?;
        Some(pot(query, all.lines))
    } else if let Some(per) = query.per {
        let (code, distinct) = per_code(per);
        let spec =
            super::catalogue::find(code).ok_or_else(|| Misuse::UnknownCode(code.to_owned())).map_err(Stop::Misuse)?;
        let under = Query { distinct, ..query.about(spec) };
        let all = gather(names, &under)?;
        beside.remarks.extend(all.remarks);
        Some(pot(&under, all.lines))
    } else {
        None
    };
    let base = match query.base {
        None => None,
        Some(period) => {
            let before = Query { period: Some(period), on: None, base: None, ..query.clone() };
            let lines = gather(names, &before)?;
            Some(Box::new(pots(names, &before, lines, beside)?))
        }
    };
    beside.remarks.extend(main.remarks);
    beside.cut.extend(main.cut);
    Ok(Pots { main: pot(query, main.lines), over, base })
}

fn unit<'a>(names: Names<'a, '_>, query: &Query, main: &Pot<'a>, reckoned: &Reckoned) -> String {
    let tr = names.tr;
    let of_lines = main.lines.iter().find_map(|line| names.books.values(line, Field::Unit).into_iter().next());
    if let (Some(Value::Text(unit)), None) = (of_lines, unit_of(reckoned.style, tr)) {
        return unit.into_owned();
    }
    let of_distinct = query.distinct.and_then(|field| query.spec.distinct.iter().find(|(one, _)| *one == field));
    let own = of_distinct.map_or(query.spec.unit, |(_, unit)| *unit)(tr);
    unit_of(reckoned.style, tr).unwrap_or(own).to_owned()
}

/// The wanted value of a series, with its key; the mean has none.
fn pick_one(pick: PickOne, items: &[Item]) -> Option<(Reckoned, Option<String>)> {
    let valued = || items.iter().filter_map(|item| item.reckoned.value.map(|value| (value, item)));
    let chosen = match pick {
        // Of equals the first.
        PickOne::Min => valued().min_by_key(|(value, _)| *value),
        PickOne::Max => valued().reduce(|best, next| if next.0 > best.0 { next } else { best }),
        PickOne::Mean => {
            let (_, first) = valued().next()?;
            let total: Exact = valued().map(|(value, _)| value).sum();
            let mean = total.over(Exact::count(valued().count()));
            let style = match first.reckoned.style {
                Style::Plain => Style::Fixed(2),
                other => other,
            };
            return Some((Reckoned { value: mean, style, ..first.reckoned.clone() }, None));
        }
    };
    chosen.map(|(_, item)| (item.reckoned.clone(), Some(item.key.clone())))
}

/// What was really used: names resolved, dates written out, defaults filled in.
fn params(query: &Query, time: Time, resolved: &BTreeMap<Key, String>) -> BTreeMap<&'static str, String> {
    let mut params: BTreeMap<_, _> = query.typed.iter().map(|(key, text)| (key.name(), text.clone())).collect();
    params.extend(resolved.iter().filter(|(_, name)| !name.is_empty()).map(|(key, name)| (key.name(), name.clone())));
    if let Some(inner) = &query.with {
        params.extend(inner.typed.iter().map(|(key, text)| (key.name(), text.clone())));
    }
    match time {
        Time::On(on) => params.insert(Key::On.name(), on.to_string()),
        Time::Period(bounds) => params.insert(Key::Period.name(), bounds.written()),
    };
    if let Some(super::when::AskedPeriod::Days(base)) = query.base {
        params.insert(Key::Base.name(), Bounds::written(base));
    }
    if query.spec.takes(Key::MinDays) {
        params.insert(Key::MinDays.name(), query.min_days.to_string());
    }
    if let (true, Some(on)) = (query.period.is_some(), query.on) {
        params.insert(Key::On.name(), on.to_string());
    }
    params
}

/// Whether a series of days was asked for.
#[must_use]
pub fn is_by_time(query: &Query) -> bool {
    matches!(query.group, Some(GroupBy::Time(_)))
}
