//! What a code of the catalogue is: where its lines come from, how they are counted, which parameters narrow it.

use super::books::Books;
use super::figure::Refusal;
use super::key::{Field, Key};
use super::line::{Line, Value};
use super::names::Names;
use super::query::Query;
use super::when::Time;
use crate::i18n::Tr;

/// A word in either language.
pub type Word = fn(Tr) -> &'static str;

/// How lines become a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Lines are counted.
    Count,
    /// Different values of a field are counted.
    Different(Field),
    /// Amounts are added.
    Sum {
        /// Decimals that are always printed.
        decimals: u32,
    },
    /// The largest amount.
    Largest,
    /// Amounts over wholes, as a percentage.
    Percent,
    /// `1:n`, the different values of the one field to those of the other.
    Ratio {
        /// The 1.
        one: Field,
        /// The n.
        to: Field,
    },
}

/// Everything a source of lines may look at.
pub struct Scope<'a, 'q> {
    /// The records, and where names are looked up.
    pub names: Names<'a, 'q>,
    /// The question.
    pub query: &'q Query,
    /// Its time, with defaults filled in.
    pub time: Time,
}

/// Gives every line of a ledger, whatever the question.
pub type Source = for<'a> fn(&Books<'a>) -> Vec<Line<'a>>;

/// Works out other lines from those in scope, such as days from stints.
#[derive(Clone, Copy)]
pub enum Expand {
    /// Always gives lines.
    Lines(for<'a> fn(&Scope<'a, '_>, Vec<Line<'a>>) -> Vec<Line<'a>>),
    /// Asks a question itself, which may be refused.
    Asking(for<'a> fn(&Scope<'a, '_>, Vec<Line<'a>>) -> Result<Vec<Line<'a>>, Refusal>),
}

/// What time means to a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeUse {
    /// Lines count by their own dates.
    Lines,
    /// Lines count by their own dates; without a time the question is about today.
    State,
    /// The code looks at the time itself, after all lines of the scope are known.
    Own,
    /// The same; without a time it is about today, and a series shows the last day of each unit.
    OwnState,
    /// The same; without a time it is about today, and a series shows the lines of each unit.
    OwnDay,
}

/// One code.
pub struct Spec {
    /// Its name.
    pub code: &'static str,
    /// What it counts, in words.
    pub meaning: Word,
    /// What it is counted in.
    pub unit: Word,
    /// The counting unit in words.
    pub basis: Word,
    /// The parameters it takes, in groups.
    pub takes: &'static [&'static [Key]],
    /// The parameter without which it cannot be asked.
    pub needs: Option<Key>,
    /// What `distinct` may count, with the unit of each.
    pub distinct: &'static [(Field, Word)],
    /// The fields that its lines have, for `group` and `show`.
    pub fields: &'static [&'static [Field]],
    /// How lines become a number.
    pub measure: Measure,
    /// Where lines come from.
    pub source: Source,
    /// What is worked out from them.
    pub expand: Option<Expand>,
    /// Parameters that narrow only what was worked out.
    pub late: &'static [Key],
    /// What time means to it.
    pub time: TimeUse,
    /// Which lines count where the question says nothing of their status.
    pub by_default: fn(&Query, &Line<'_>) -> bool,
    /// Whether records of several programmes may be counted together.
    pub mixes: bool,
}

/// Where: taken by every code but the calendar's.
pub const WHERE: &[Key] = &[Key::Relation, Key::Programme, Key::Direction, Key::Inst, Key::IncludeSub, Key::InstKind];
/// Which expert.
pub const EXPERT: &[Key] = &[
    Key::Host,
    Key::Supporter,
    Key::Dept,
    Key::Person,
    Key::Batch,
    Key::Mode,
    Key::Role,
    Key::Discipline,
    Key::MinRank,
];

/// What every line that belongs to a place may be grouped by.
pub const WHERE_FIELDS: &[Field] = &[
    Field::Programme,
    Field::Relation,
    Field::Direction,
    Field::Inst,
    Field::Institution,
    Field::Host,
    Field::Supporter,
    Field::Date,
    Field::Weekday,
];
/// What a line with a stint may be grouped by.
pub const EXPERT_FIELDS: &[Field] = &[Field::Person, Field::Dept, Field::Batch, Field::Rank];

impl Spec {
    /// Where most codes start from.
    pub const BLANK: Self = Self {
        code: "",
        meaning: |_| "",
        unit: |_| "",
        basis: |_| "",
        takes: &[WHERE],
        needs: None,
        distinct: &[],
        fields: &[WHERE_FIELDS],
        measure: Measure::Count,
        source: |_| Vec::new(),
        expand: None,
        late: &[],
        time: TimeUse::Lines,
        by_default: |_, _| true,
        mixes: false,
    };

    /// Whether the code takes the parameter.
    #[must_use]
    pub fn takes(&self, key: Key) -> bool {
        matches!(key, Key::Period | Key::On)
            || Key::SHAPES.contains(&key)
            || (key == Key::Distinct && !self.distinct.is_empty())
            || self.needs == Some(key)
            || self.takes.iter().any(|keys| keys.contains(&key))
    }

    /// Whether its lines have the field.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.fields.iter().any(|fields| fields.contains(&field))
    }
}

/// Whether the line's status is one of the words.
pub fn status_is(line: &Line<'_>, words: &[&str]) -> bool {
    line.fields.iter().filter(|(field, _)| *field == Field::Status).any(|(_, value)| match value {
        Value::Listed(_, word) => words.contains(word),
        Value::Text(word) => words.contains(&word.as_ref()),
        _ => false,
    })
}
