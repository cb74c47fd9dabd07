//! The one table of rules: choices, rows over them, and what each unit beyond a bound costs.

use std::sync::OnceLock;

use super::index::{Index, mixed};
use super::rule::{Rule, Scope};
use crate::domain::{Force, Norm};
use crate::planner::duty::Duty;
use crate::planner::search::slice::count;

/// A yes-or-no decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Choice {
    /// A duty is in the plan.
    Duty(Duty),
    /// A township is visited on a day.
    Open {
        /// The township.
        site: usize,
        /// The day.
        day: usize,
    },
    /// An apprentice is taught.
    Teach {
        /// The pair.
        pair: usize,
        /// The day.
        day: usize,
        /// The half of it.
        half: usize,
    },
    /// A half-day of the week is fixed for the clinics of a stay.
    Pattern {
        /// The expert.
        expert: usize,
        /// Which stay.
        stint: usize,
        /// The weekday, 0 Monday.
        weekday: usize,
        /// The half of it.
        half: usize,
    },
}

/// A row: the sum of its terms lies between its bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The rule it comes from.
    pub rule: Rule,
    /// What it is about.
    pub scope: Scope,
    /// Least sum, where there is one.
    pub lo: Option<i32>,
    /// Greatest sum, where there is one.
    pub hi: Option<i32>,
    /// What stands behind it.
    pub force: Force,
    first: u32,
    end: u32,
}

/// A term of a row: a choice by number, and its factor.
pub type Term = (u32, i32);

/// All choices and rows of a planning task.
#[derive(Debug, Clone, Default)]
pub struct RuleTable {
    choices: Vec<Choice>,
    costs: Vec<i64>,
    charges: Vec<(u32, Rule, i64)>,
    rows: Vec<Row>,
    terms: Vec<Term>,
    /// Made when first asked for: most plans are made without.
    ids: OnceLock<Index>,
    locked: Vec<Option<bool>>,
    published: Vec<u32>,
}

/// What a set of choices comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Everything that is paid.
    pub objective: i64,
    /// Numbers of the hard rows that do not hold.
    pub broken: Vec<usize>,
}

impl RuleTable {
    /// Empty, with room for about so many choices and for what usually comes with them: a row each, eight terms.
    #[must_use]
    pub fn with_room(choices: usize) -> Self {
        Self {
            choices: Vec::with_capacity(choices),
            costs: Vec::with_capacity(choices),
            locked: Vec::with_capacity(choices),
            rows: Vec::with_capacity(choices),
            terms: Vec::with_capacity(8 * choices),
            ..Self::default()
        }
    }

    /// Adds a choice and gives its number; there are fewer than 2^32.
    pub fn choose(&mut self, choice: Choice) -> u32 {
        let id = count(self.choices.len());
        self.choices.push(choice);
        self.costs.push(0);
        self.locked.push(None);
        if let Some(ids) = self.ids.get_mut() {
            let choices = &self.choices;
            ids.add(mixed(&choice), id, |known| choices.get(known as usize).map_or(0, mixed));
        }
        id
    }

    /// Lets a choice cost so much more, by a rule that speaks of it alone.
    pub fn charge(&mut self, choice: u32, rule: Rule, cost: i64) {
        if let Some(sum) = self.costs.get_mut(choice as usize).filter(|_| cost != 0) {
            *sum += cost;
            self.charges.push((choice, rule, cost));
        }
    }

    /// Adds a row.
    pub fn row(
        &mut self,
        (rule, scope): (Rule, Scope),
        terms: impl IntoIterator<Item = Term>,
        Norm { lo, hi, force }: Norm,
    ) {
        let first = count(self.terms.len());
        self.terms.extend(terms);
        self.rows.push(Row { rule, scope, lo, hi, force, first, end: count(self.terms.len()) });
    }

    /// Locks a choice by a row of its own. The first lock counts for the search; a second, contrary one breaks its row.
    pub fn lock(&mut self, choice: u32, is_on: bool, scope: Scope) {
        if let Some(locked) = self.locked.get_mut(choice as usize) {
            locked.get_or_insert(is_on);
        }
        let bound = i32::from(is_on);
        self.row((Rule::Lock, scope), [(choice, 1)], Norm::within(bound, bound, Force::Hard));
    }

    /// Keeps a choice out for good, by a row of its own.
    pub fn rule_out(&mut self, choice: u32, rule: Rule) {
        if let Some(locked) = self.locked.get_mut(choice as usize) {
            locked.get_or_insert(false);
        }
        self.row((rule, Scope::default()), [(choice, 1)], Norm::at_most(0, Force::Hard));
    }

    /// The same choices with some of the rows. A lock whose row is gone binds nothing.
    #[must_use]
    pub fn keeping(&self, is_kept: &dyn Fn(usize) -> bool) -> Self {
        let mut table = Self { rows: Vec::new(), terms: Vec::new(), ..self.clone() };
        table.locked.fill(None);
        for (_, row) in self.rows.iter().enumerate().filter(|(number, _)| is_kept(*number)) {
            let terms = self.terms(row);
            table.row((row.rule, row.scope), terms.iter().copied(), row.norm());
            if let [(choice, 1)] = terms
                && row.is_hard()
                && (row.lo == Some(1) || row.hi == Some(0))
                && let Some(locked) = table.locked.get_mut(*choice as usize)
            {
                locked.get_or_insert(row.lo == Some(1));
            }
        }
        table
    }

    /// Notes that a choice stands in the plan that people have in hand.
    pub fn publish(&mut self, choice: u32) {
        self.published.push(choice);
    }

    /// The choices, by number.
    #[must_use]
    pub fn choices(&self) -> &[Choice] {
        &self.choices
    }

    /// What each choice costs by itself.
    #[must_use]
    pub fn costs(&self) -> &[i64] {
        &self.costs
    }

    /// What each choice costs by itself, by rule.
    #[must_use]
    pub fn charges(&self) -> &[(u32, Rule, i64)] {
        &self.charges
    }

    /// The rows.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The terms of a row.
    #[must_use]
    pub fn terms(&self, row: &Row) -> &[Term] {
        self.terms.get(row.first as usize..row.end as usize).unwrap_or_default()
    }

    /// The number of a choice, where the instance allows it at all.
    #[must_use]
    pub fn id(&self, choice: &Choice) -> Option<u32> {
        let is_it = |id: u32| self.choices.get(id as usize) == Some(choice);
        self.ids.get_or_init(|| self.index()).find(mixed(choice), is_it)
    }

    fn index(&self) -> Index {
        let mut index = Index::with_room(self.choices.len());
        for (id, choice) in (0u32..).zip(&self.choices) {
            index.add(mixed(choice), id, |_| 0);
        }
        index
    }

    /// What each choice is locked to.
    #[must_use]
    pub fn locked(&self) -> &[Option<bool>] {
        &self.locked
    }

    /// Choices of the plan that people have in hand.
    #[must_use]
    pub fn published(&self) -> &[u32] {
        &self.published
    }

    /// The sum of a row under some choices.
    #[must_use]
    pub fn sum(&self, row: &Row, on: &[bool]) -> i64 {
        let value = |choice: u32| on.get(choice as usize).copied().unwrap_or_default();
        self.terms(row).iter().filter(|(choice, _)| value(*choice)).map(|(_, factor)| i64::from(*factor)).sum()
    }

    /// What a set of choices comes to: the plain meaning of the table, which the fast ways are held against.
    #[must_use]
    pub fn judge(&self, on: &[bool]) -> Verdict {
        let alone: i64 = self.costs.iter().zip(on).filter(|(_, on)| **on).map(|(cost, _)| cost).sum();
        let mut verdict = Verdict { objective: alone, broken: Vec::new() };
        for (number, row) in self.rows.iter().enumerate() {
            let beyond = row.beyond(self.sum(row, on));
            match row.force {
                Force::Price(price) => verdict.objective += price * beyond,
                Force::Hard if beyond > 0 => verdict.broken.push(number),
                Force::Hard => {}
            }
        }
        verdict
    }
}

impl Row {
    /// Units by which a sum lies beyond the bounds.
    #[must_use]
    pub fn beyond(&self, sum: i64) -> i64 {
        self.norm().beyond(sum)
    }

    /// Its bounds and what stands behind them.
    #[must_use]
    pub const fn norm(&self) -> Norm {
        Norm { lo: self.lo, hi: self.hi, force: self.force }
    }

    /// Whether it must hold.
    #[must_use]
    pub const fn is_hard(&self) -> bool {
        matches!(self.force, Force::Hard)
    }
}
