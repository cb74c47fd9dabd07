//! Why a plan is as it is: what stays unmet and what stands in its way, what has changed, what would help.

use std::collections::BTreeMap;

use serde::Serialize;

use super::duty::Duty;
use super::model::{Choice, Force, Row, Rule, RuleTable, Scope};

/// A wish that a plan does not meet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unmet {
    /// The rule.
    pub rule: Rule,
    /// What it is about.
    pub scope: Scope,
    /// Units beyond the bound.
    pub missing: i64,
    /// What that costs.
    pub cost: i64,
    /// The bound that is missed.
    pub bound: i64,
    /// The rule that most often stands in the way of meeting it; none where other wishes are worth more.
    pub because: Option<Rule>,
}

/// The wishes that a plan does not meet, the dearest first.
#[must_use]
pub fn unmet(table: &RuleTable, on: &[bool]) -> Vec<Unmet> {
    let limits = Limits::new(table, on);
    let mut unmet: Vec<Unmet> = Vec::new();
    for row in table.rows() {
        let Force::Price(price) = row.force else { continue };
        let missing = row.beyond(table.sum(row, on));
        if missing > 0 && price > 0 {
            let is_short = row.norm().missing(table.sum(row, on)) > 0;
            let because = if is_short { limits.obstacle(row) } else { None };
            let bound = i64::from(if is_short { row.lo } else { row.hi }.unwrap_or_default());
            unmet.push(Unmet { rule: row.rule, scope: row.scope, missing, cost: missing * price, bound, because });
        }
    }
    unmet.sort_by_key(|unmet| (std::cmp::Reverse(unmet.cost), unmet.rule, unmet.scope));
    unmet
}

/// What a plan pays, by rule; it adds up to the objective.
#[must_use]
pub fn paid(table: &RuleTable, on: &[bool]) -> BTreeMap<Rule, i64> {
    let mut paid: BTreeMap<Rule, i64> = BTreeMap::new();
    let is_on = |choice: u32| on.get(choice as usize).copied().unwrap_or_default();
    for (_, rule, cost) in table.charges().iter().filter(|(choice, ..)| is_on(*choice)) {
        *paid.entry(*rule).or_default() += cost;
    }
    for row in table.rows() {
        let cost = row.norm().price().unwrap_or_default() * row.beyond(table.sum(row, on));
        *paid.entry(row.rule).or_default() += cost;
    }
    paid.retain(|_, cost| *cost != 0);
    paid
}

/// The hard rows that each choice is in, and how far each is filled.
struct Limits<'t> {
    table: &'t RuleTable,
    on: &'t [bool],
    /// Number of the row and factor in it, by choice.
    rows_of: Vec<Vec<(u32, i32)>>,
    sums: Vec<i64>,
}

impl<'t> Limits<'t> {
    fn new(table: &'t RuleTable, on: &'t [bool]) -> Self {
        let mut rows_of: Vec<Vec<(u32, i32)>> = vec![Vec::new(); table.choices().len()];
        for (number, row) in (0u32..).zip(table.rows()).filter(|(_, row)| row.is_hard()) {
            for (choice, factor) in table.terms(row) {
                if let Some(list) = rows_of.get_mut(*choice as usize) {
                    list.push((number, *factor));
                }
            }
        }
        let sum = |row: &Row| if row.is_hard() { table.sum(row, on) } else { 0 };
        Self { table, on, rows_of, sums: table.rows().iter().map(sum).collect() }
    }

    /// The hard rule that most candidates of a row would break.
    fn obstacle(&self, row: &Row) -> Option<Rule> {
        let mut tally: BTreeMap<Rule, usize> = BTreeMap::new();
        let is_on = |choice: u32| self.on.get(choice as usize).copied().unwrap_or_default();
        for (choice, _) in self.table.terms(row).iter().filter(|(choice, factor)| *factor > 0 && !is_on(*choice)) {
            let is_barred = self.table.locked().get(*choice as usize) == Some(&Some(false));
            // A candidate whom nothing stops is free, but dearer than leaving the wish unmet.
            let rule = if is_barred { Rule::Lock } else { self.broken_by(*choice)? };
            *tally.entry(rule).or_default() += 1;
        }
        tally.into_iter().max_by_key(|(_, count)| *count).map(|(rule, _)| rule)
    }

    /// The first hard rule that one more choice would break.
    fn broken_by(&self, choice: u32) -> Option<Rule> {
        self.rows_of.get(choice as usize)?.iter().find_map(|(number, factor)| {
            let (row, sum) = (self.table.rows().get(*number as usize)?, self.sums.get(*number as usize)?);
            (row.beyond(sum + i64::from(*factor)) > 0).then_some(row.rule)
        })
    }
}

/// What has changed between two plans: duties that end and duties that begin.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// Duties that are no longer there.
    pub removed: Vec<Duty>,
    /// Duties that are new.
    pub added: Vec<Duty>,
}

/// The difference between the duties of two plans.
#[must_use]
pub fn changes(before: &[Duty], after: &[Duty]) -> Changes {
    let (old, new): (std::collections::BTreeSet<_>, std::collections::BTreeSet<_>) =
        (before.iter().copied().collect(), after.iter().copied().collect());
    Changes { removed: old.difference(&new).copied().collect(), added: new.difference(&old).copied().collect() }
}

/// The choice of a row that names a single duty, such as a lock.
#[must_use]
pub fn only_duty(table: &RuleTable, row: &Row) -> Option<Duty> {
    match table.terms(row) {
        [(choice, _)] => match table.choices().get(*choice as usize) {
            Some(Choice::Duty(duty)) => Some(*duty),
            _ => None,
        },
        _ => None,
    }
}
