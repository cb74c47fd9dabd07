//! The rule rows of the data file: which one holds at a place on a day, and what its bounds are.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::found::Found;
use crate::domain::{CheckRule, InstitutionId, InstitutionKind, Programme, Registry, RelationId, Stint};

/// What a bound of a check may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// A whole number.
    Number,
    /// Several whole numbers.
    Numbers,
    /// One of these words.
    Word(&'static [&'static str]),
    /// Several of these words.
    Words(&'static [&'static str]),
}

/// The bounds of every check that has some: code, name, what may stand there.
pub const BOUNDS: &[(&str, &str, Bound)] = &[
    ("C01", "target", Bound::Number),
    ("C01", "how", Bound::Word(&["at_least", "exactly", "at_most"])),
    ("C01", "basis", Bound::Word(&["current", "total"])),
    ("C02", "days", Bound::Number),
    ("C03", "lead", Bound::Number),
    ("C05", "overlap", Bound::Number),
    ("C05", "lead", Bound::Number),
    ("C06", "days", Bound::Number),
    ("C06", "absence", Bound::Number),
    ("C09", "people", Bound::Number),
    ("C09", "min_rank", Bound::Number),
    ("C09", "seniors", Bound::Number),
    ("C09", "senior_rank", Bound::Number),
    ("C13", "logs", Bound::Number),
    ("C14", "points", Bound::Number),
    ("C15", "leads", Bound::Numbers),
    ("C15", "department_until", Bound::Number),
    ("C15", "leader_until", Bound::Number),
    ("C16", "lead", Bound::Number),
    ("C19", "points", Bound::Number),
    ("C20", "kinds", Bound::Words(&["allowance", "insurance", "housing", "township", "treatment"])),
    ("C20", "days", Bound::Number),
    ("C21", "days", Bound::Number),
];

/// The bounds of a rule by name, as they are stored; empty where they are not an object.
#[must_use]
pub fn read_bounds(rule: &CheckRule) -> Map<String, Value> {
    match serde_json::from_str(&rule.params) {
        Ok(Value::Object(bounds)) => bounds,
        _ => Map::new(),
    }
}

/// Where a rule is asked for; parts that do not matter are absent.
#[derive(Debug, Clone, Copy, Default)]
pub struct Place {
    /// Under which programme.
    pub programme: Option<Programme>,
    /// Under which relation.
    pub relation: Option<RelationId>,
    /// At which kind of institution.
    pub inst_kind: Option<InstitutionKind>,
    /// At which institution.
    pub inst: Option<InstitutionId>,
}

impl Place {
    /// Where a stint is served.
    pub fn of_stint(registry: &Registry, stint: &Stint) -> Self {
        Self::of(registry, stint.relation, None, Some(stint.host_inst))
    }

    /// From what a record says of itself.
    pub fn of(
        registry: &Registry,
        relation: Option<RelationId>,
        programme: Option<Programme>,
        inst: Option<InstitutionId>,
    ) -> Self {
        let of_relation = relation.and_then(|id| registry.relations.get(&id)).map(|relation| relation.programme);
        let inst_kind = inst.and_then(|id| registry.institutions.get(&id)).map(|inst| inst.kind);
        Self { programme: of_relation.or(programme), relation, inst_kind, inst }
    }
}

/// A rule row with its bounds read.
pub struct Rule<'a> {
    /// The row.
    pub row: &'a CheckRule,
    bounds: Map<String, Value>,
}

impl Rule<'_> {
    /// A finding of this rule, without its days and its records.
    pub fn found(&self, subject: String, actual: String, required: String) -> Found {
        Found {
            rule: self.row.code.clone(),
            severity: self.row.severity,
            subject,
            from: None,
            to: None,
            actual,
            required,
            basis: self.row.basis.clone(),
            records: Vec::new(),
        }
    }

    /// A whole number, `usual` where the row does not say.
    pub fn number(&self, name: &str, usual: i64) -> i64 {
        self.bounds.get(name).and_then(Value::as_i64).unwrap_or(usual)
    }

    /// A word.
    pub fn word(&self, name: &str) -> &str {
        self.bounds.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// Several whole numbers.
    pub fn numbers(&self, name: &str) -> Vec<i64> {
        let list = self.bounds.get(name).and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_i64).collect()
    }

    /// Several words.
    pub fn words(&self, name: &str) -> Vec<&str> {
        let list = self.bounds.get(name).and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_str).collect()
    }
}

/// The rule rows by check.
pub struct Rules<'a>(BTreeMap<&'a str, Vec<Rule<'a>>>);

impl<'a> Rules<'a> {
    /// Reads the rows.
    #[must_use]
    pub fn new(registry: &'a Registry) -> Self {
        let mut rules: BTreeMap<&str, Vec<Rule<'_>>> = BTreeMap::new();
        for row in registry.check_rules.values() {
            rules.entry(&row.code).or_default().push(Rule { row, bounds: read_bounds(row) });
        }
        Self(rules)
    }

    /// The row that holds: of those in force on the day whose scope fits, the narrowest, and of equally narrow ones the
    /// newest. `None` where that one is switched off, or there is none.
    #[must_use]
    pub fn at(&self, code: &str, place: &Place, on: NaiveDate) -> Option<&Rule<'a>> {
        let rows = self.0.get(code)?.iter();
        let fitting = rows.filter(|rule| is_in_force(rule.row, on) && is_within(rule.row, place));
        fitting.max_by_key(|rule| (width(rule.row), rule.row.id)).filter(|rule| !rule.row.is_off)
    }

    /// Whether any row of a check is in force on the day.
    #[must_use]
    pub fn is_on(&self, code: &str, on: NaiveDate) -> bool {
        self.0.get(code).is_some_and(|rows| rows.iter().any(|rule| is_in_force(rule.row, on) && !rule.row.is_off))
    }
}

fn is_in_force(rule: &CheckRule, on: NaiveDate) -> bool {
    rule.from_on.is_none_or(|from| from <= on) && rule.to_on.is_none_or(|to| on <= to)
}

fn is_within(rule: &CheckRule, place: &Place) -> bool {
    fn fits<T: PartialEq + Copy>(wanted: Option<T>, here: Option<T>) -> bool {
        wanted.is_none() || wanted == here
    }
    fits(rule.programme, place.programme)
        && fits(rule.relation, place.relation)
        && fits(rule.inst_kind, place.inst_kind)
        && fits(rule.inst, place.inst)
}

/// How narrow the scope is: a relation is narrower than its programme, an institution than its kind.
fn width(rule: &CheckRule) -> u32 {
    u32::from(rule.programme.is_some())
        + 2 * u32::from(rule.relation.is_some())
        + u32::from(rule.inst_kind.is_some())
        + 2 * u32::from(rule.inst.is_some())
}
