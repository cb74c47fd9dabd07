//! Why a plan is as it is: what stays unmet and what stands in its way, what has changed, what would help.

use std::collections::BTreeMap;

use serde::Serialize;

use super::duty::Duty;
use super::model::{Choice, Force, Row, Rule, RuleTable, Scope};
use super::proof::{Ruling, decide_rows};

/// Most conflicts in the check of one relaxation.
const LIMIT: u32 = 20_000;
/// Most relaxations that are offered.
const OFFERED: usize = 3;
/// Most rows that one relaxation gives up.
const GIVEN_UP: usize = 24;

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

/// Rows that may be given up so that a plan exists; checked by solving.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Relaxation {
    /// Numbers of the rows.
    pub rows: Vec<usize>,
}

/// Up to three ways out of a conflict: for different kinds of its rows, the fewest that must go are looked for by
/// giving up one row of each conflict that is left, and the answer is kept only if a plan exists then.
#[must_use]
pub fn relaxations(table: &RuleTable, conflict: &[usize], is_enough: &mut dyn FnMut() -> bool) -> Vec<Relaxation> {
    let rule_of = |number: usize| table.rows().get(number).map(|row| row.rule);
    let mut kinds: Vec<Rule> = conflict.iter().filter_map(|number| rule_of(*number)).collect();
    kinds.sort_by_key(|rule| (hardness(*rule), *rule));
    kinds.dedup();
    let mut found: Vec<Relaxation> = Vec::new();
    for kind in kinds.iter().copied().cycle().take(2 * OFFERED) {
        if found.len() >= OFFERED || is_enough() {
            break;
        }
        let relaxed = relax(table, conflict, (kind, &found), is_enough);
        found.extend(relaxed.filter(|relaxation| !found.contains(relaxation)));
    }
    found
}

fn relax(
    table: &RuleTable,
    conflict: &[usize],
    (kind, found): (Rule, &[Relaxation]),
    is_enough: &mut dyn FnMut() -> bool,
) -> Option<Relaxation> {
    let rule_of = |number: usize| table.rows().get(number).map(|row| row.rule);
    let is_used = |number: usize| found.iter().any(|relaxation| relaxation.rows.first() == Some(&number));
    let mut rows: Vec<usize> = (0..table.rows().len()).collect();
    let mut given_up = Vec::new();
    let mut conflict = conflict.to_vec();
    loop {
        let of_kind = conflict.iter().copied().rfind(|number| rule_of(*number) == Some(kind) && !is_used(*number));
        let first_time = given_up.is_empty();
        let chosen = of_kind.or_else(|| {
            let softest = conflict.iter().copied().min_by_key(|number| rule_of(*number).map(hardness));
            softest.filter(|_| !first_time)
        })?;
        given_up.push(chosen);
        rows.retain(|row| *row != chosen);
        match decide_rows(table, &rows, LIMIT, is_enough) {
            Ruling::Possible(_) => return Some(Relaxation { rows: fewest(table, (rows, given_up), is_enough) }),
            Ruling::Impossible(next) if given_up.len() < GIVEN_UP => conflict = next,
            Ruling::Impossible(_) | Ruling::Unknown => return None,
        }
    }
}

/// Takes back every row that was given up for nothing.
fn fewest(
    table: &RuleTable,
    (mut rows, given_up): (Vec<usize>, Vec<usize>),
    is_enough: &mut dyn FnMut() -> bool,
) -> Vec<usize> {
    let mut needed = Vec::new();
    for row in given_up {
        rows.push(row);
        if !matches!(decide_rows(table, &rows, LIMIT, is_enough), Ruling::Possible(_)) {
            rows.pop();
            needed.push(row);
        }
    }
    needed
}

/// How unwillingly an office gives up a rule: locks are its own wish, being in two places is impossible.
const fn hardness(rule: Rule) -> u8 {
    match rule {
        Rule::Lock | Rule::LockImpossible => 0,
        Rule::OncallCover => 1,
        Rule::WeeklyOncalls | Rule::WeeklyMax | Rule::WeeklyClinics | Rule::WeeklyTours => 2,
        Rule::OncallSpacing | Rule::TourThenOncall => 3,
        Rule::Rest => 4,
        _ => 5,
    }
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
