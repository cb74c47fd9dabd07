//! The whole catalogue at once: every code with its defaults, narrowed by a few options.

use super::answer::answer;
use super::books::Books;
use super::catalogue::{ALL, Group};
use super::figure::Outcome;
use super::key::{Field, Key};
use super::print::Printer;
use super::query::{Misuse, Query};
use super::spec::Spec;
use crate::i18n::Tr;

/// What the whole catalogue is narrowed by.
#[derive(Debug, Clone, Default)]
pub struct Narrowing {
    /// A period.
    pub period: Option<String>,
    /// A relation.
    pub relation: Option<String>,
    /// A day.
    pub on: Option<String>,
}

/// A code of the catalogue as people see it.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// The code.
    pub code: &'static str,
    /// What it is.
    pub meaning: &'static str,
    /// The group it stands in.
    pub group: &'static str,
    /// The parameter without which it cannot be asked.
    pub needs: Option<Key>,
}

/// Every code, in the order of the manual.
pub fn codes(tr: Tr) -> impl Iterator<Item = Entry> {
    ALL.iter().flat_map(move |Group { name, specs }| {
        specs.iter().map(move |spec| Entry {
            code: spec.code,
            meaning: (spec.meaning)(tr),
            group: name(tr),
            needs: spec.needs,
        })
    })
}

/// Every code with its defaults; one that needs a parameter comes once for every value stored.
///
/// # Errors
/// Where an option is not written as it should be.
pub fn overview(books: &Books<'_>, narrowing: &Narrowing, tr: Tr) -> Result<Vec<Outcome>, Misuse> {
    let mut outcomes = Vec::new();
    for spec in ALL.iter().flat_map(|group| group.specs) {
        let mut pairs = Vec::new();
        let mut option = |key: Key, value: Option<&String>| {
            pairs.extend(value.filter(|_| spec.takes(key)).map(|value| (key.name().to_owned(), value.clone())));
        };
        option(Key::Relation, narrowing.relation.as_ref());
        option(Key::On, narrowing.on.as_ref());
        option(Key::Period, narrowing.period.as_ref().filter(|_| narrowing.on.is_none()));
        for value in values_needed(books, spec, tr) {
            let asked: Vec<_> = pairs.iter().cloned().chain(value).collect();
            outcomes.push(answer(books, &Query::parse(spec.code, &asked)?, tr)?);
        }
    }
    Ok(outcomes)
}

/// The parameter that the code needs, once for every value; nothing, once, for one that needs none.
fn values_needed(books: &Books<'_>, spec: &Spec, tr: Tr) -> Vec<Option<(String, String)>> {
    match spec.needs {
        None => vec![None],
        Some(Key::With) => {
            let inner = ["stint.count", "session.count", "tour.count"];
            inner.iter().map(|code| Some((Key::With.name().to_owned(), (*code).to_owned()))).collect()
        }
        Some(key) => {
            let names = super::names::Names { books, tr };
            let lines = (spec.source)(books);
            let field = key.field().unwrap_or(Field::Name);
            let values = Printer::new(names).list(lines.iter().flat_map(|line| books.values(line, field)));
            values.into_iter().map(|value| Some((key.name().to_owned(), value))).collect()
        }
    }
}
