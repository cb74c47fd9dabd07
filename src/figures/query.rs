//! A question as it was typed, read against the catalogue: everything that is wrong with the asking ends here.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use thiserror::Error;

use super::catalogue;
use super::closed;
use super::key::{Field, Grain, Key, Part, Per, PickOne};
use super::spec::Spec;
use super::when::{AskedPeriod, parse_day, parse_period};

/// Days that count as a year's service, where the question names none.
pub const DEFAULT_MIN_DAYS: i64 = 365;

/// A question that cannot be asked like this.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Misuse {
    /// No such code.
    #[error("unknown code {0}")]
    UnknownCode(String),
    /// No such parameter.
    #[error("unknown parameter {0}")]
    UnknownKey(String),
    /// A parameter that the code does not take.
    #[error("{code} does not take {key}")]
    NotTaken {
        /// The code.
        code: String,
        /// The parameter.
        key: String,
    },
    /// A value that is not written as it should be.
    #[error("malformed {key}={value}")]
    Malformed {
        /// The parameter.
        key: String,
        /// The value.
        value: String,
    },
    /// A parameter without which the code, or another parameter, cannot be asked.
    #[error("{code} needs {key}")]
    Missing {
        /// The code or parameter that needs it.
        code: String,
        /// The parameter.
        key: String,
    },
    /// A parameter given twice, or two that exclude each other.
    #[error("{0} stands beside {1}")]
    Beside(String, String),
}

/// What a parameter narrows to: any of the wanted, none of the unwanted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// The value as it was typed.
    pub typed: String,
    /// Any of these; everything where empty.
    pub wanted: Vec<String>,
    /// None of these.
    pub unwanted: Vec<String>,
}

/// What a series runs over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupBy {
    /// Units of time.
    Time(Grain),
    /// The values of a field.
    Field(Field),
}

/// A question that can be asked.
#[derive(Clone)]
pub struct Query {
    /// The code.
    pub spec: &'static Spec,
    /// The parameters that narrow.
    pub choices: BTreeMap<Key, Choice>,
    /// Its period.
    pub period: Option<AskedPeriod>,
    /// Its day.
    pub on: Option<NaiveDate>,
    /// The period to compare with.
    pub base: Option<AskedPeriod>,
    /// What is counted instead of records.
    pub distinct: Option<Field>,
    /// The parameter that makes the numerator.
    pub share: Option<Key>,
    /// What it is divided by.
    pub per: Option<Per>,
    /// Half of the quotient.
    pub part: Option<Part>,
    /// What the series runs over.
    pub group: Option<GroupBy>,
    /// Which value of the series is wanted.
    pub pick: Option<PickOne>,
    /// The field to list.
    pub show: Option<Field>,
    /// Whether the wording of the news is wanted.
    pub news: bool,
    /// Length of service.
    pub min_days: i64,
    /// The question inside a coverage.
    pub with: Option<Box<Query>>,
    /// Everything as it was typed, in the order of the manual.
    pub typed: BTreeMap<Key, String>,
}

impl Query {
    /// Reads a question.
    ///
    /// # Errors
    /// Whatever is wrong with it; nothing is ignored.
    pub fn parse(code: &str, pairs: &[(String, String)]) -> Result<Self, Misuse> {
        let spec = catalogue::find(code).ok_or_else(|| Misuse::UnknownCode(code.to_owned()))?;
        let mut typed = BTreeMap::new();
        for (name, value) in pairs {
            let key = Key::from_name(name).ok_or_else(|| Misuse::UnknownKey(name.clone()))?;
            if typed.insert(key, value.trim().to_owned()).is_some() {
                return Err(Misuse::Beside(name.clone(), name.clone()));
            }
        }
        let (typed, with) = split_inner(spec, typed)?;
        if let Some(key) = typed.keys().find(|key| !spec.takes(**key)) {
            return Err(Misuse::NotTaken { code: spec.code.to_owned(), key: key.name().to_owned() });
        }
        if let Some(key) = spec.needs.filter(|key| !typed.contains_key(key)) {
            return Err(Misuse::Missing { code: spec.code.to_owned(), key: key.name().to_owned() });
        }
        let mut query = Self { with, typed, ..Self::bare(spec) };
        query.read_time()?;
        query.read_choices()?;
        query.read_shape()?;
        Ok(query)
    }

    /// A question without parameters.
    #[must_use]
    pub fn bare(spec: &'static Spec) -> Self {
        Self {
            spec,
            choices: BTreeMap::new(),
            period: None,
            on: None,
            base: None,
            distinct: None,
            share: None,
            per: None,
            part: None,
            group: None,
            pick: None,
            show: None,
            news: false,
            min_days: DEFAULT_MIN_DAYS,
            with: None,
            typed: BTreeMap::new(),
        }
    }

    fn read_time(&mut self) -> Result<(), Misuse> {
        let period = |key: Key, typed: &BTreeMap<Key, String>| {
            typed.get(&key).map(|text| parse_period(text).ok_or_else(|| malformed(key, text))).transpose()
        };
        self.period = period(Key::Period, &self.typed)?;
        self.base = period(Key::Base, &self.typed)?;
        self.on =
            self.typed.get(&Key::On).map(|text| parse_day(text).ok_or_else(|| malformed(Key::On, text))).transpose()?;
        if self.period.is_some() && self.on.is_some() && !self.spec.code.starts_with("task.") {
            return Err(Misuse::Beside(Key::Period.name().to_owned(), Key::On.name().to_owned()));
        }
        Ok(())
    }

    fn read_choices(&mut self) -> Result<(), Misuse> {
        for (key, text) in &self.typed {
            if key.is_yes_or_no() {
                closed::yes_or_no(text).ok_or_else(|| malformed(*key, text))?;
            }
            let narrows = key.field().is_some() || matches!(key, Key::Direction | Key::IncludeSub | Key::MinRank);
            if narrows {
                self.choices.insert(*key, read_choice(self.spec, *key, text)?);
            }
        }
        if let Some(text) = self.typed.get(&Key::MinDays) {
            let days: i64 = text.parse().map_err(|_| malformed(Key::MinDays, text))?;
            self.min_days = Some(days).filter(|days| *days > 0).ok_or_else(|| malformed(Key::MinDays, text))?;
        }
        Ok(())
    }

    fn read_shape(&mut self) -> Result<(), Misuse> {
        let typed = &self.typed;
        let spec = self.spec;
        self.distinct = read(typed, Key::Distinct, |text| {
            let field = Field::from_name(text)?;
            spec.distinct.iter().any(|(one, _)| *one == field).then_some(field)
        })?;
        self.share = read(typed, Key::Share, |text| {
            Key::from_name(text)
                .filter(|key| key.field().is_some() || matches!(key, Key::MinRank | Key::Direction))
                .filter(|key| typed.contains_key(key))
        })?;
        self.per = read(typed, Key::Per, Per::from_name)?;
        self.part = read(typed, Key::Part, Part::from_name)?;
        self.group = read(typed, Key::Group, |text| group_by(spec, text))?;
        self.pick = read(typed, Key::Pick, PickOne::from_name)?;
        self.show = read(typed, Key::Show, |text| show_field(spec, text))?;
        self.news = typed.get(&Key::News).is_some_and(|text| closed::yes_or_no(text) == Some(true));
        read(typed, Key::Word, |text| ZH_WORDS().contains(&text).then_some(()))?;
        if self.pick.is_some() && self.group.is_none() {
            return Err(Misuse::Missing { code: Key::Pick.name().to_owned(), key: Key::Group.name().to_owned() });
        }
        Ok(())
    }

    /// The word that the news wording ends with, where one was chosen.
    #[must_use]
    pub fn news_word(&self) -> Option<&str> {
        self.typed.get(&Key::Word).map(String::as_str)
    }

    /// Whether a parameter was given.
    #[must_use]
    pub fn has(&self, key: Key) -> bool {
        self.typed.contains_key(&key)
    }

    /// Whether a yes-or-no parameter says yes.
    #[must_use]
    pub fn says_yes(&self, key: Key) -> bool {
        self.typed.get(&key).is_some_and(|text| closed::yes_or_no(text) == Some(true))
    }

    /// The same question about another code: parameters that it does not take, and all that shape, are left out.
    #[must_use]
    pub fn about(&self, spec: &'static Spec) -> Self {
        let choices = self.choices.iter().filter(|(key, _)| spec.takes(**key));
        // A group chooses among programmes as a name does.
        let is_kept = |key: Key| key == Key::Group || (self.choices.contains_key(&key) && spec.takes(key));
        let typed = self.typed.iter().filter(|(key, _)| is_kept(**key));
        Self {
            typed: typed.map(|(key, text)| (*key, text.clone())).collect(),
            choices: choices.map(|(key, choice)| (*key, choice.clone())).collect(),
            period: self.period,
            on: self.on,
            ..Self::bare(spec)
        }
    }

    /// The same question without one of its parameters.
    #[must_use]
    pub fn without(&self, key: Key) -> Self {
        let mut other = self.clone();
        other.choices.remove(&key);
        other
    }
}

#[allow(non_snake_case, reason = "stands for a constant whose words live in i18n")]
fn ZH_WORDS() -> [&'static str; 2] {
    [super::books::ZH.news_many(), super::books::ZH.news_over()]
}

fn malformed(key: Key, value: &str) -> Misuse {
    Misuse::Malformed { key: key.name().to_owned(), value: value.to_owned() }
}

fn read<T>(typed: &BTreeMap<Key, String>, key: Key, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Misuse> {
    typed.get(&key).map(|text| read(text).ok_or_else(|| malformed(key, text))).transpose()
}

fn read_choice(spec: &Spec, key: Key, text: &str) -> Result<Choice, Misuse> {
    let mut choice = Choice { typed: text.to_owned(), ..Choice::default() };
    for part in text.split([',', '\u{ff0c}']).map(str::trim) {
        let (is_unwanted, name) = match part.strip_prefix('!') {
            Some(name) => (true, name.trim()),
            None => (false, part),
        };
        if name.is_empty() {
            return Err(malformed(key, text));
        }
        for name in closed::canonical(spec, key, name).ok_or_else(|| malformed(key, text))? {
            if is_unwanted { choice.unwanted.push(name) } else { choice.wanted.push(name) }
        }
    }
    Ok(choice)
}

fn group_by(spec: &Spec, text: &str) -> Option<GroupBy> {
    const FIELDS: &[Field] = &[
        Field::Person,
        Field::Mentor,
        Field::Apprentice,
        Field::Batch,
        Field::Dept,
        Field::Host,
        Field::Supporter,
        Field::Inst,
        Field::Peer,
        Field::Programme,
        Field::Relation,
        Field::Direction,
        Field::Indicator,
        Field::Basis,
        Field::Kind,
        Field::Category,
        Field::Status,
        Field::Grade,
        Field::Level,
        Field::Activity,
        Field::Rank,
    ];
    if let Some(grain) = Grain::from_name(text) {
        return spec.has(Field::Date).then_some(GroupBy::Time(grain));
    }
    Field::from_name(text).filter(|field| FIELDS.contains(field) && spec.has(*field)).map(GroupBy::Field)
}

fn show_field(spec: &Spec, text: &str) -> Option<Field> {
    const FIELDS: &[Field] = &[
        Field::Person,
        Field::Mentor,
        Field::Apprentice,
        Field::ApprenticeDept,
        Field::Host,
        Field::Supporter,
        Field::Institution,
        Field::Dept,
        Field::Batch,
        Field::Name,
        Field::Date,
        Field::Weekday,
        Field::Status,
        Field::Kind,
        Field::Grade,
        Field::Level,
        Field::Post,
        Field::Participants,
    ];
    Field::from_name(text).filter(|field| FIELDS.contains(field) && spec.has(*field))
}

type Typed = BTreeMap<Key, String>;

/// What a coverage takes itself.
const OF_COVERAGE: &[Key] = &[Key::Inst, Key::IncludeSub, Key::InstKind, Key::With];

/// For a coverage: what it takes itself, and the question inside it with all else.
fn split_inner(spec: &'static Spec, typed: Typed) -> Result<(Typed, Option<Box<Query>>), Misuse> {
    let Some(inner) = typed.get(&Key::With).filter(|_| spec.needs == Some(Key::With)).cloned() else {
        return Ok((typed, None));
    };
    let is_known = catalogue::find(&inner).is_some_and(|inner| inner.needs != Some(Key::With));
    if !is_known {
        return Err(malformed(Key::With, &inner));
    }
    let stays = |key: Key| OF_COVERAGE.contains(&key) || Key::SHAPES.contains(&key);
    let handed = typed.iter().filter(|(key, _)| !stays(**key));
    let pairs: Vec<_> = handed.map(|(key, value)| (key.name().to_owned(), value.clone())).collect();
    let with = Query::parse(&inner, &pairs)?;
    let own = typed.into_iter().filter(|(key, _)| stays(*key) || matches!(key, Key::Period | Key::On)).collect();
    Ok((own, Some(Box::new(with))))
}
