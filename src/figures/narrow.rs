//! The parameters that narrow, compiled once and held against every line.

use std::collections::{BTreeMap, BTreeSet};

use super::books::Books;
use super::closed::{RECEIVED, SENT};
use super::figure::Refusal;
use super::key::{Field, Key};
use super::line::{Line, Value};
use super::names::{Names, SEPARATORS, names_one_of, same};
use super::query::{Choice, Query};
use super::spec::status_is;
use crate::domain::{DepartmentId, InstitutionId, PersonId, RelationId};

/// What one value of a parameter means.
enum Meaning {
    Places(BTreeSet<InstitutionId>),
    Person(PersonId),
    Depts(BTreeSet<DepartmentId>),
    Relations(BTreeSet<RelationId>),
    /// A word of a list, or a text as a whole.
    Word(String),
    /// A name among several in a text.
    Among(String),
    /// A text that the field contains.
    Part(String),
    Number(i64),
    AtLeast(i64),
    Flag(bool),
}

/// One parameter: any of the wanted, none of the unwanted.
struct Test {
    field: Field,
    wanted: Vec<Meaning>,
    unwanted: Vec<Meaning>,
}

/// The parameters of a question against its lines, and what names they turned out to mean.
pub struct Sieve {
    tests: Vec<Test>,
    /// Which institutions a direction is seen from, and which directions are kept.
    direction: Option<(BTreeSet<InstitutionId>, Choice)>,
    has_status: bool,
    /// Parameters with the names they were resolved to.
    pub resolved: BTreeMap<Key, String>,
}

impl Sieve {
    /// Looks up every name.
    pub fn new<'a>(
        names: Names<'a, '_>,
        query: &Query,
        lines: &[Line<'a>],
        keys: impl Fn(Key) -> bool,
    ) -> Result<Self, Refusal> {
        let mut sieve = Self { tests: Vec::new(), direction: None, has_status: false, resolved: BTreeMap::new() };
        let choices = query.choices.iter().filter(|(key, _)| keys(**key) && **key != Key::Dept);
        for (key, choice) in choices {
            match key {
                Key::Direction if !query.spec.code.starts_with("referral.") => {
                    let view = match query.choices.get(&Key::Inst) {
                        Some(inst) => sieve.places(names, query, Key::Inst, inst)?,
                        None => names.books.own.into_iter().collect(),
                    };
                    sieve.direction = Some((view, choice.clone()));
                }
                // The viewpoint of a direction, not a place.
                Key::Inst if query.choices.contains_key(&Key::Direction) && !is_referral(query) => {}
                Key::IncludeSub => {}
                Key::Status if choice.typed == "any" => sieve.has_status = true,
                _ => {
                    sieve.has_status |= *key == Key::Status;
                    let test = sieve.test(names, query, lines, *key, choice)?;
                    sieve.tests.extend(test);
                }
            }
        }
        // Of several departments with the name, the rest of the question says which.
        if let Some(choice) = query.choices.get(&Key::Dept).filter(|_| keys(Key::Dept)) {
            let left: Vec<Line<'a>> =
                lines.iter().filter(|line| sieve.passes(names.books, query, line)).cloned().collect();
            let asked = if left.is_empty() { lines } else { &left };
            let test = sieve.test(names, query, asked, Key::Dept, choice)?;
            sieve.tests.extend(test);
        }
        Ok(sieve)
    }

    fn test<'a>(
        &mut self,
        names: Names<'a, '_>,
        query: &Query,
        lines: &[Line<'a>],
        key: Key,
        choice: &Choice,
    ) -> Result<Option<Test>, Refusal> {
        let field = match key {
            Key::MinRank => Field::Rank,
            Key::Direction => Field::Direction,
            other => match other.field() {
                Some(field) => field,
                None => return Ok(None),
            },
        };
        let whole = matches!(key, Key::Name | Key::List)
            && lines.iter().any(|line| has_text(names.books, line, field, &choice.typed));
        if whole {
            self.resolved.insert(key, choice.typed.clone());
            let wanted = vec![Meaning::Word(choice.typed.clone())];
            return Ok(Some(Test { field, wanted, unwanted: Vec::new() }));
        }
        let mut told = Vec::new();
        let mut look = |typed: &[String], sign: &str| -> Result<Vec<Meaning>, Refusal> {
            typed
                .iter()
                .map(|text| {
                    let (meaning, name) = meaning(names, query, lines, (key, field), text)?;
                    told.push(format!("{sign}{name}"));
                    Ok(meaning)
                })
                .collect()
        };
        let wanted = look(&choice.wanted, "")?;
        let unwanted = look(&choice.unwanted, "!")?;
        told.dedup();
        self.resolved.insert(key, told.join(","));
        Ok(Some(Test { field, wanted, unwanted }))
    }

    fn places(
        &mut self,
        names: Names<'_, '_>,
        query: &Query,
        key: Key,
        choice: &Choice,
    ) -> Result<BTreeSet<InstitutionId>, Refusal> {
        let mut all = BTreeSet::new();
        let mut told = Vec::new();
        for text in &choice.wanted {
            let id = names.institution(text)?;
            told.extend(names.books.place(id).map(|place| place.name.clone()));
            all.extend(one_or_all_below(names.books, query, id));
        }
        self.resolved.insert(key, told.join(","));
        Ok(all)
    }

    /// Whether the line passes.
    pub fn passes<'a>(&self, books: &Books<'a>, query: &Query, line: &Line<'a>) -> bool {
        let in_direction = |(view, choice): &(BTreeSet<InstitutionId>, Choice)| {
            let is = |word: &str| match word {
                RECEIVED => books.places(line, Field::Host).any(|place| view.contains(&place)),
                SENT => books.places(line, Field::Supporter).any(|place| view.contains(&place)),
                _ => false,
            };
            (choice.wanted.is_empty() || choice.wanted.iter().any(|word| is(word)))
                && !choice.unwanted.iter().any(|word| is(word))
        };
        self.direction.as_ref().is_none_or(in_direction)
            && self.tests.iter().all(|test| test.passes(books, line))
            && (self.has_status || (query.spec.by_default)(query, line))
    }
}

impl Test {
    fn passes<'a>(&self, books: &Books<'a>, line: &Line<'a>) -> bool {
        let values = books.values(line, self.field);
        let any = |meanings: &[Meaning]| {
            meanings.iter().any(|meaning| {
                values.iter().any(|value| meaning.is(value, books))
                    || meaning.is_absent(&values)
                    || self.is_done(meaning, line)
            })
        };
        (self.wanted.is_empty() || any(&self.wanted)) && !any(&self.unwanted)
    }

    /// `done` stands for every way of being finished.
    fn is_done(&self, meaning: &Meaning, line: &Line<'_>) -> bool {
        self.field == Field::Status
            && matches!(meaning, Meaning::Word(word) if word == "done")
            && status_is(line, &super::books::ZH.status_done().split(' ').collect::<Vec<_>>())
    }
}

impl Meaning {
    fn is(&self, value: &Value<'_>, books: &Books<'_>) -> bool {
        match (self, value) {
            (Self::Places(places), Value::Place(id)) => places.contains(id),
            (Self::Places(places), Value::Text(text)) => {
                let is_named = |name: &str| names_one_of(text, name) || same(text, name);
                let mut places = places.iter().filter_map(|id| books.place(*id));
                places.any(|place| is_named(&place.name) || place.short_name.split(SEPARATORS).any(is_named))
            }
            (Self::Person(person), Value::Person(id)) => person == id,
            (Self::Person(person), Value::Text(text)) => {
                books.person(*person).is_some_and(|person| person.name == text.as_ref())
            }
            (Self::Depts(depts), Value::Dept(id)) => depts.contains(id),
            (Self::Depts(depts), Value::Text(text)) => {
                depts.iter().filter_map(|id| books.dept(*id)).any(|dept| dept.name == text.as_ref())
            }
            (Self::Relations(relations), Value::Relation(id)) => relations.contains(id),
            (Self::Word(word), Value::Programme(programme)) => super::books::ZH.programme(*programme) == word,
            (Self::Word(word), Value::Listed(_, listed)) => word == listed,
            (Self::Word(word), Value::Text(text)) => same(word, text),
            (Self::Word(word), Value::Number(number)) => number.to_string() == *word,
            (Self::Among(name), Value::Text(text)) => same(name, text) || names_one_of(text, name),
            (Self::Part(part), Value::Text(text)) => text.contains(part.as_str()),
            (Self::Part(part), Value::Listed(_, text)) => text.contains(part.as_str()),
            (Self::Number(number), Value::Number(other)) => number == other,
            (Self::Number(number), Value::Batch(other, ..)) => *number == i64::from(*other),
            (Self::AtLeast(number), Value::Number(other)) => other >= number,
            (Self::Flag(flag), Value::Flag(other)) => flag == other,
            _ => false,
        }
    }

    /// A line that says nothing of a yes-or-no field says no.
    const fn is_absent(&self, values: &[Value<'_>]) -> bool {
        matches!(self, Self::Flag(false)) && values.is_empty()
    }
}

fn is_referral(query: &Query) -> bool {
    query.spec.code.starts_with("referral.")
}

fn one_or_all_below(books: &Books<'_>, query: &Query, id: InstitutionId) -> BTreeSet<InstitutionId> {
    if query.says_yes(Key::IncludeSub) { books.with_all_below(id) } else { BTreeSet::from([id]) }
}

fn has_text<'a>(books: &Books<'a>, line: &Line<'a>, field: Field, text: &str) -> bool {
    books.values(line, field).iter().any(|value| matches!(value, Value::Text(one) if same(one, text)))
}

/// What a value means, and its name as it is told back.
fn meaning<'a>(
    names: Names<'a, '_>,
    query: &Query,
    lines: &[Line<'a>],
    (key, field): (Key, Field),
    text: &str,
) -> Result<(Meaning, String), Refusal> {
    let books = names.books;
    let as_typed = |meaning| Ok((meaning, text.to_owned()));
    match key {
        Key::Inst | Key::Host | Key::Supporter => {
            let id = names.institution(text)?;
            let name = books.place(id).map_or_else(String::new, |place| place.name.clone());
            let places = if key == Key::Inst { one_or_all_below(books, query, id) } else { BTreeSet::from([id]) };
            Ok((Meaning::Places(places), name))
        }
        Key::Peer => match names.institution(text) {
            Ok(id) => {
                Ok((Meaning::Places(BTreeSet::from([id])), books.place(id).map_or("", |place| &place.name).to_owned()))
            }
            Err(refusal) => {
                let among = Meaning::Among(text.to_owned());
                let is_met = lines.iter().flat_map(|line| books.values(line, field)).any(|it| among.is(&it, books));
                if is_met { as_typed(among) } else { Err(refusal) }
            }
        },
        Key::Person => match names.person(text)? {
            Some(id) => Ok((Meaning::Person(id), books.person(id).map_or("", |person| &person.name).to_owned())),
            None if lines.iter().any(|line| has_text(books, line, field, text)) => {
                as_typed(Meaning::Word(text.to_owned()))
            }
            None => Err(names.unknown(text)),
        },
        Key::Dept => department(names, query, lines, text),
        Key::Relation => relation(names, query, text),
        Key::Batch => as_typed(Meaning::Number(text.parse().unwrap_or_default())),
        Key::MinRank => as_typed(Meaning::AtLeast(text.parse().unwrap_or_default())),
        Key::Name | Key::List | Key::Indicator => {
            let mut all = lines.iter();
            if all.clone().any(|line| has_text(books, line, field, text)) {
                return as_typed(Meaning::Word(text.to_owned()));
            }
            let part = Meaning::Part(text.to_owned());
            let fits =
                key == Key::Name && all.any(|line| books.values(line, field).iter().any(|value| part.is(value, books)));
            if fits { as_typed(part) } else { Err(names.unknown(text)) }
        }
        key if key.is_yes_or_no() => as_typed(Meaning::Flag(text == "yes")),
        _ => as_typed(Meaning::Word(text.to_owned())),
    }
}

/// A department: of several with the name, the one that occurs in the lines asked about.
fn department<'a>(
    names: Names<'a, '_>,
    query: &Query,
    lines: &[Line<'a>],
    text: &str,
) -> Result<(Meaning, String), Refusal> {
    let books = names.books;
    let mut found = names.departments(text)?;
    if found.is_empty() {
        let is_text = lines.iter().any(|line| has_text(books, line, Field::Dept, text));
        return if is_text { Ok((Meaning::Word(text.to_owned()), text.to_owned())) } else { Err(names.unknown(text)) };
    }
    if found.len() > 1 {
        for key in [Key::Host, Key::Inst] {
            let Some(choice) = query.choices.get(&key) else { continue };
            let places: BTreeSet<_> = choice.wanted.iter().filter_map(|name| names.institution(name).ok()).collect();
            found.retain(|id| books.dept(*id).is_some_and(|dept| places.contains(&dept.inst)));
        }
        let met: BTreeSet<DepartmentId> = lines
            .iter()
            .flat_map(|line| books.values(line, Field::Dept))
            .filter_map(|value| match value {
                Value::Dept(id) => Some(id),
                _ => None,
            })
            .collect();
        if found.iter().any(|id| met.contains(id)) {
            found.retain(|id| met.contains(id));
        } else if lines.iter().any(|line| has_text(books, line, Field::Dept, text)) {
            // Kept as words, of whichever institution.
            return Ok((Meaning::Word(text.to_owned()), text.to_owned()));
        }
    }
    if found.len() > 1 {
        let listed: Vec<_> = found.iter().map(|id| names.department_name(*id)).collect();
        return Err(names.ambiguous(text, &listed));
    }
    let name = found.first().map_or_else(String::new, |id| names.department_name(*id));
    Ok((Meaning::Depts(found), name))
}

/// The relation between two ends; where they have several of different programmes, the programme has to be chosen.
fn relation(names: Names<'_, '_>, query: &Query, text: &str) -> Result<(Meaning, String), Refusal> {
    let mut found = names.relations(text)?;
    if let Some(programmes) = query.choices.get(&Key::Programme) {
        found.retain(|id| {
            programmes.wanted.is_empty() || programmes.wanted.iter().any(|word| word == names.programme_of(*id))
        });
    }
    let programmes: BTreeSet<_> = found.iter().map(|id| names.programme_of(*id)).collect();
    if programmes.len() > 1 {
        let listed: Vec<_> = programmes.iter().map(|programme| format!("{text}({programme})")).collect();
        return Err(names.ambiguous(text, &listed));
    }
    let name = found.first().map_or_else(|| text.to_owned(), |id| names.relation_name(*id));
    Ok((Meaning::Relations(found), name))
}
