//! Numbers and values as they are printed.

use std::collections::BTreeSet;

use super::books::{Books, ZH};
use super::exact::Exact;
use super::figure::Number;
use super::line::Value;
use super::names::Names;
use super::reckon::{Reckoned, Style};
use crate::domain::{NameBook, Precision};
use crate::i18n::Tr;

/// What stands for a value that cannot be given.
pub const ABSENT: &str = "\u{2014}";

/// The value for programs and for people.
pub fn printed(reckoned: &Reckoned) -> (Number, String) {
    let Some(value) = reckoned.value else { return (Number::Absent, ABSENT.to_owned()) };
    let sign = if value.scaled(2) > 0 { "+" } else { "" };
    match reckoned.style {
        Style::Plain if value.is_whole() => (number(value, 0), value.printed(0)),
        Style::Plain => (number(value, 1), value.printed(1)),
        Style::Fixed(decimals) => (Number::Rounded(value.rounded(decimals)), value.printed(decimals)),
        Style::Percent => (number(value, 2), format!("{}%", percent(value))),
        Style::Change => (number(value, 2), format!("{sign}{}%", value.printed(2))),
        Style::Points => (number(value, 2), format!("{sign}{}{}", value.printed(2), ZH.unit_points())),
        Style::Ratio => {
            let text = format!("1:{}", value.printed(2));
            (Number::Text(text.clone()), text)
        }
    }
}

/// The unit that the style brings with it.
pub fn unit_of(style: Style, tr: Tr) -> Option<&'static str> {
    match style {
        Style::Percent | Style::Change => Some("%"),
        Style::Points => Some(tr.unit_points()),
        Style::Ratio => Some(tr.unit_ratio()),
        Style::Plain | Style::Fixed(_) => None,
    }
}

/// Two decimals; 0 and 100 without.
fn percent(value: Exact) -> String {
    if value.is_zero() || value == Exact::whole(100) { value.printed(0) } else { value.printed(2) }
}

fn number(value: Exact, decimals: u32) -> Number {
    let scaled = value.scaled(decimals);
    let scale = 10_i128.saturating_pow(decimals);
    match i64::try_from(scaled / scale) {
        Ok(whole) if scaled % scale == 0 => Number::Whole(whole),
        _ => Number::Rounded(value.rounded(decimals)),
    }
}

/// Prints values of fields.
pub struct Printer<'a, 'q> {
    books: &'q Books<'a>,
    people: NameBook,
    tr: Tr,
}

impl<'a, 'q> Printer<'a, 'q> {
    /// Works out who has a namesake.
    pub fn new(names: Names<'a, 'q>) -> Self {
        Self { books: names.books, people: NameBook::new(names.books.registry), tr: names.tr }
    }

    /// The value as a list shows it.
    pub fn text(&self, value: &Value<'_>) -> String {
        let books = self.books;
        match value {
            Value::Person(id) => {
                books.person(*id).map_or_else(String::new, |person| self.people.name(person).to_owned())
            }
            Value::Place(id) => books.place(*id).map_or_else(String::new, |place| place.name.clone()),
            Value::Dept(id) => books.dept(*id).map_or_else(String::new, |dept| dept.name.clone()),
            Value::Relation(id) => Names { books, tr: self.tr }.relation_name(*id),
            Value::Programme(programme) => ZH.programme(*programme).to_owned(),
            Value::Batch(number, ..) => number.to_string(),
            Value::Listed(_, word) => (*word).to_owned(),
            Value::Text(text) => text.clone().into_owned(),
            Value::Number(number) => number.to_string(),
            Value::Flag(flag) => ZH.yes_or_no(*flag).to_owned(),
            Value::Day(on, precision, slot) => {
                let day = ZH.known_date(*on, *precision);
                match slot {
                    Some(slot) if *precision == Precision::Day => format!("{day} {}", ZH.slot(*slot)),
                    _ => day,
                }
            }
            Value::Weekday(number) => weekday(*number).to_owned(),
            Value::Pair(mentor, apprentice) => {
                let name = |id| self.text(&Value::Person(id));
                format!("{}\u{2014}{}", name(*mentor), name(*apprentice))
            }
        }
    }

    /// Where the value stands in a list: the order of the office, then the text.
    pub fn place(&self, value: &Value<'_>) -> (i64, i64) {
        let books = self.books;
        match value {
            Value::Person(id) => (books.person(*id).map_or(0, |person| person.sort), id.raw()),
            Value::Place(id) => (books.place(*id).map_or(0, |place| place.sort), id.raw()),
            Value::Dept(id) => (books.dept(*id).map_or(0, |dept| dept.sort), id.raw()),
            Value::Relation(id) => (id.raw(), 0),
            Value::Programme(programme) => (*programme as i64, 0),
            Value::Listed(place, _) => (i64::try_from(*place).unwrap_or(i64::MAX), 0),
            Value::Number(number) => (*number, 0),
            Value::Weekday(number) | Value::Batch(number, ..) => (i64::from(*number), 0),
            _ => (0, 0),
        }
    }

    /// Different values as a sorted list.
    pub fn list(&self, values: impl Iterator<Item = Value<'a>>) -> Vec<String> {
        let different: BTreeSet<Value<'a>> = values.collect();
        let is_number = |value: &Value<'_>| matches!(value, Value::Number(_) | Value::Batch(..) | Value::Weekday(_));
        let mut listed: Vec<_> = different
            .iter()
            .map(|value| (if is_number(value) { self.place(value).0 } else { 0 }, self.text(value)))
            .collect();
        listed.sort();
        listed.dedup();
        listed.into_iter().map(|(_, text)| text).collect()
    }
}

fn weekday(number: u32) -> &'static str {
    let days = [
        chrono::Weekday::Mon,
        chrono::Weekday::Tue,
        chrono::Weekday::Wed,
        chrono::Weekday::Thu,
        chrono::Weekday::Fri,
        chrono::Weekday::Sat,
        chrono::Weekday::Sun,
    ];
    days.iter().find(|day| day.number_from_monday() == number).map_or("", |day| ZH.weekday(*day))
}
