//! From lines to a number: counted, added, compared, divided, with the numbers a reader needs to redo it.

use std::collections::BTreeSet;

use super::books::Books;
use super::exact::Exact;
use super::figure::RecordRef;
use super::key::{Field, Part, Per};
use super::line::Line;
use super::query::Query;
use super::spec::{Measure, Spec};
use crate::i18n::Tr;

/// More terms than this are told as one sum.
const TERMS_SHOWN: usize = 12;

/// How a number is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// As many decimals as there are, one at most.
    Plain,
    /// Always so many decimals.
    Fixed(u32),
    /// Two decimals and a sign of per cent; 0 and 100 without decimals.
    Percent,
    /// A change: the same with its sign.
    Change,
    /// A difference of percentages, with its sign.
    Points,
    /// `1:3.00`.
    Ratio,
}

/// Lines with the way they are counted.
pub struct Pot<'a> {
    /// Whose lines.
    pub spec: &'static Spec,
    /// What is counted instead of them.
    pub distinct: Option<Field>,
    /// The lines.
    pub lines: Vec<Line<'a>>,
}

/// The lines of a question with those it is divided by and those it is compared with.
pub struct Pots<'a> {
    /// The lines asked for.
    pub main: Pot<'a>,
    /// The lines it is divided by (share and per).
    pub over: Option<Pot<'a>>,
    /// The same of the period to compare with.
    pub base: Option<Box<Pots<'a>>>,
}

/// A number with how it came about.
#[derive(Debug, Clone)]
pub struct Reckoned {
    /// The number; `None` where a denominator is 0.
    pub value: Option<Exact>,
    /// How it is printed.
    pub style: Style,
    /// In numbers.
    pub formula: String,
    /// The records behind it.
    pub records: BTreeSet<RecordRef>,
}

/// A numerator, with a denominator where the measure has one.
struct Tally {
    num: Exact,
    den: Option<Exact>,
    formula: String,
    records: BTreeSet<RecordRef>,
}

impl<'a> Pots<'a> {
    /// The same with only some of the lines.
    pub fn part(&self, keep: &mut dyn FnMut(&Line<'a>) -> bool) -> Self {
        let mut pick = |pot: &Pot<'a>| Pot {
            spec: pot.spec,
            distinct: pot.distinct,
            lines: pot.lines.iter().filter(|line| keep(line)).cloned().collect(),
        };
        let (main, over) = (pick(&self.main), self.over.as_ref().map(&mut pick));
        Self { main, over, base: self.base.as_ref().map(|base| Box::new(base.part(keep))) }
    }
}

/// The number of a question.
pub fn reckon(books: &Books<'_>, query: &Query, pots: &Pots<'_>, tr: Tr) -> Reckoned {
    let now = without_base(books, query, pots, tr);
    let Some(base) = &pots.base else { return now };
    let before = without_base(books, query, base, tr);
    let mut records = now.records;
    records.extend(before.records);
    let (one, other) = (now.value, before.value);
    if now.style == Style::Percent {
        let formula = format!("{} - {}", told(one, 2), told(other, 2));
        let value = one.zip(other).map(|(one, other)| one - other);
        return Reckoned { value, style: Style::Points, formula, records };
    }
    let formula = format!("({} - {}) / {}", told(one, 2), told(other, 2), told(other, 2));
    let value = one.zip(other).and_then(|(one, other)| (one - other).times(100).over(other));
    Reckoned { value, style: Style::Change, formula, records }
}

fn told(value: Option<Exact>, decimals: u32) -> String {
    match value {
        Some(value) if value.is_whole() => value.printed(0).replace(',', ""),
        Some(value) => value.printed(decimals).replace(',', ""),
        None => "\u{2014}".to_owned(),
    }
}

fn without_base(books: &Books<'_>, query: &Query, pots: &Pots<'_>, tr: Tr) -> Reckoned {
    let main = tally(books, &pots.main, tr);
    let style = style_of(pots.main.spec, pots.main.distinct);
    let Some(over) = &pots.over else { return alone(main, style, query.part) };
    let under = tally(books, over, tr);
    let (num, den) = (quotient(&main), quotient(&under));
    let mut records = main.records;
    records.extend(under.records);
    match query.part {
        Some(Part::Num) => Reckoned { value: num, style, formula: main.formula, records },
        Some(Part::Den) => {
            let style = style_of(over.spec, over.distinct);
            Reckoned { value: den, style, formula: under.formula, records }
        }
        None => {
            let factor = if query.share.is_some() { 100 } else { 1 };
            let style = if query.share.is_some() { Style::Percent } else { Style::Fixed(2) };
            let value = num.zip(den).and_then(|(num, den)| num.times(factor).over(den));
            Reckoned { value, style, formula: format!("{} / {}", told(num, 2), told(den, 2)), records }
        }
    }
}

fn quotient(tally: &Tally) -> Option<Exact> {
    match tally.den {
        Some(den) => tally.num.over(den),
        None => Some(tally.num),
    }
}

fn alone(tally: Tally, style: Style, part: Option<Part>) -> Reckoned {
    let Tally { num, den, formula, records } = tally;
    let plain = |value: Exact| Reckoned {
        value: Some(value),
        style: Style::Plain,
        formula: told(Some(value), 2),
        records: records.clone(),
    };
    match (part, den) {
        (Some(Part::Num), Some(_)) => plain(num),
        (Some(Part::Den), Some(den)) => plain(den),
        (_, Some(den)) => {
            let factor = if style == Style::Percent { 100 } else { 1 };
            Reckoned { value: num.times(factor).over(den), style, formula, records }
        }
        (_, None) => Reckoned { value: Some(num), style, formula, records },
    }
}

fn style_of(spec: &Spec, distinct: Option<Field>) -> Style {
    match spec.measure {
        _ if distinct.is_some() => Style::Plain,
        Measure::Count | Measure::Different(_) | Measure::Largest | Measure::Sum { decimals: 0 } => Style::Plain,
        Measure::Sum { decimals } => Style::Fixed(decimals),
        Measure::Percent => Style::Percent,
        Measure::Ratio { .. } => Style::Ratio,
    }
}

fn tally(books: &Books<'_>, pot: &Pot<'_>, tr: Tr) -> Tally {
    let lines = &pot.lines;
    let records = |lines: &[Line<'_>]| {
        lines
            .iter()
            .flat_map(|line| line.records().collect::<Vec<_>>())
            .map(|(table, id)| RecordRef { table, id })
            .collect()
    };
    let different = |field: Field| {
        let found: BTreeSet<_> = lines.iter().flat_map(|line| books.values(line, field)).collect();
        found.len()
    };
    let field = pot.distinct.or(match pot.spec.measure {
        Measure::Different(field) => Some(field),
        _ => None,
    });
    if let Some(field) = field {
        let count = different(field);
        let formula = tr.formula_different(lines.len(), count);
        return Tally { num: Exact::count(count), den: None, formula, records: records(lines) };
    }
    match pot.spec.measure {
        Measure::Count | Measure::Different(_) => {
            let formula = lines.len().to_string();
            Tally { num: Exact::count(lines.len()), den: None, formula, records: records(lines) }
        }
        Measure::Sum { .. } => {
            let num: Exact = lines.iter().map(|line| line.amount).sum();
            let formula = sum_formula(lines, num, tr);
            Tally { num, den: None, formula, records: records(lines) }
        }
        Measure::Largest => {
            let largest = lines.iter().max_by_key(|line| line.amount);
            let num = largest.map_or(Exact::ZERO, |line| line.amount);
            let formula =
                format!("max({})", lines.iter().map(|line| line.amount.plain()).collect::<Vec<_>>().join(", "));
            let behind: Vec<Line<'_>> = lines.iter().filter(|line| line.amount == num).cloned().collect();
            Tally { num, den: None, formula, records: records(&behind) }
        }
        Measure::Percent => {
            let num: Exact = lines.iter().map(|line| line.amount).sum();
            let den: Exact = lines.iter().map(|line| line.whole).sum();
            let formula = format!("{} / {}", told(Some(num), 2), told(Some(den), 2));
            Tally { num, den: Some(den), formula, records: records(lines) }
        }
        Measure::Ratio { one, to } => {
            let (num, den) = (different(to), different(one));
            let formula = format!("{num} / {den}");
            Tally { num: Exact::count(num), den: Some(Exact::count(den)), formula, records: records(lines) }
        }
    }
}

fn sum_formula(lines: &[Line<'_>], total: Exact, tr: Tr) -> String {
    let terms: Vec<_> = lines.iter().filter(|line| !line.amount.is_zero()).map(|line| line.amount.plain()).collect();
    match terms.len() {
        0 | 1 => total.plain(),
        few if few <= TERMS_SHOWN => format!("{} = {}", terms.join(" + "), total.plain()),
        many => tr.formula_sum(many, &total.plain()),
    }
}

/// The code that a figure is divided by, and what is counted of it.
#[must_use]
pub const fn per_code(per: Per) -> (&'static str, Option<Field>) {
    match per {
        Per::Day => ("days.on_post", None),
        Per::Person => ("people.count", None),
        Per::Stint => ("stint.count", None),
        Per::Mentor => ("pairing.count", Some(Field::Mentor)),
    }
}
