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
    let mut rows_of: Vec<Vec<u32>> = vec![Vec::new(); table.choices().len()];
    let hard = |row: &&Row| row.is_hard();
    for (number, row) in (0u32..).zip(table.rows()).filter(|(_, row)| hard(row)) {
        for (choice, _) in table.terms(row) {
            if let Some(list) = rows_of.get_mut(*choice as usize) {
                list.push(number);
            }
        }
    }
    let mut unmet: Vec<Unmet> = Vec::new();
    for row in table.rows() {
        let Force::Price(price) = row.force else { continue };
        let missing = row.beyond(table.sum(row, on));
        if missing > 0 && price > 0 {
            let is_short = row.norm().missing(table.sum(row, on)) > 0;
            let because = if is_short { obstacle(table, row, on, &rows_of) } else { None };
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

/// The hard rule that most candidates of a row would break.
fn obstacle(table: &RuleTable, row: &Row, on: &[bool], rows_of: &[Vec<u32>]) -> Option<Rule> {
    let mut tally: BTreeMap<Rule, usize> = BTreeMap::new();
    let is_on = |choice: u32| on.get(choice as usize).copied().unwrap_or_default();
    for (choice, factor) in table.terms(row).iter().filter(|(choice, factor)| *factor > 0 && !is_on(*choice)) {
        let _ = factor;
        if table.locked().get(*choice as usize) == Some(&Some(false)) {
            *tally.entry(Rule::Lock).or_default() += 1;
            continue;
        }
        let rows = rows_of.get(*choice as usize).into_iter().flatten();
        let mut in_the_way = rows.filter_map(|number| table.rows().get(*number as usize)).filter(|row| {
            let factor = table.terms(row).iter().find(|(member, _)| member == choice).map_or(0, |(_, factor)| *factor);
            row.beyond(table.sum(row, on) + i64::from(factor)) > 0
        });
        // A candidate whom nothing stops is free, but dearer than leaving the wish unmet.
        let rule = in_the_way.next()?.rule;
        *tally.entry(rule).or_default() += 1;
    }
    tally.into_iter().max_by_key(|(_, count)| *count).map(|(rule, _)| rule)
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
