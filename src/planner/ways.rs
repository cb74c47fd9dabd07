//! Ways out of a contradiction: which rows, or which whole rules, must go for a plan to exist; each checked by solving.

use super::evident::evident_among;
use super::model::{Row, Rule, RuleTable};
use super::proof::{Ruling, decide_rows};
use super::search::Budget;
use super::solve::{Found, Seed, Task};

/// Most conflicts of the complete solver in one check.
const LIMIT: u32 = 2_000;
/// Most relaxations that are offered.
const OFFERED: usize = 3;
/// Most single rows that one relaxation gives up; beyond that a whole rule goes.
const GIVEN_UP: usize = 12;
/// Most rules that one relaxation gives up as a whole.
const RULES: usize = 4;
/// Questions of the search, before it has a plan, after which a check is left open.
const PATIENCE: u32 = 500;

/// Rows that may be given up so that a plan exists; checked by solving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relaxation {
    /// Numbers of the rows.
    pub rows: Vec<usize>,
    /// Whether they are all the rows of one rule.
    pub is_whole_rule: bool,
}

/// A rule, and whether it asks for something or forbids something.
type Side = (Rule, bool);

/// Up to three ways out of a conflict. For the rules of the conflict, the least firm first, the fewest rows that must
/// go are looked for by giving up one row of each conflict that is left; where too many would have to go, the whole
/// rule does. What is not shown to help is not offered.
#[must_use]
pub fn relaxations(table: &RuleTable, conflict: &[usize], is_enough: &mut dyn FnMut() -> bool) -> Vec<Relaxation> {
    // Nature is given up by nobody.
    let mut sides: Vec<Side> = conflict.iter().filter_map(|number| side(table, *number)).collect();
    sides.retain(|(rule, _)| hardness(*rule) < PHYSICS);
    sides.sort_by_key(|(rule, is_lower)| (hardness(*rule), *rule, *is_lower));
    sides.dedup();
    let mut found: Vec<Relaxation> = Vec::new();
    for side in sides.iter().copied().cycle().take(2 * OFFERED.max(sides.len())) {
        if found.len() >= OFFERED || is_enough() {
            return found;
        }
        let relaxed = relax(table, conflict, (side, &found), is_enough);
        found.extend(relaxed.filter(|relaxation| !found.contains(relaxation)));
    }
    for side in sides {
        if found.len() >= OFFERED || is_enough() {
            break;
        }
        // What takes away the same rows one by one is no other way.
        let is_new = |relaxation: &Relaxation| !found.iter().any(|other| is_same(other, relaxation));
        let relaxed = whole(table, side, is_enough).filter(is_new);
        found.extend(relaxed);
    }
    if found.is_empty() {
        found.extend(several(table, conflict, is_enough));
    }
    found
}

/// Whole rules one after the other, the least firm of each conflict that is left, until the rest can hold; those that
/// turn out not to be in the way come back.
fn several(table: &RuleTable, conflict: &[usize], is_enough: &mut dyn FnMut() -> bool) -> Option<Relaxation> {
    let mut conflict = conflict.to_vec();
    let mut gone: Vec<Side> = Vec::new();
    while gone.len() < RULES && !is_enough() {
        let sides = conflict.iter().filter_map(|number| side(table, *number));
        let softest = sides.filter(|(rule, _)| hardness(*rule) < PHYSICS).min_by_key(|(rule, _)| hardness(*rule))?;
        gone.push(softest);
        match ruling(table, &without(table, &gone), is_enough) {
            Ruling::Impossible(next) => conflict = next,
            Ruling::Unknown => return None,
            Ruling::Possible(_) => {
                for side in gone.clone() {
                    let fewer: Vec<Side> = gone.iter().copied().filter(|other| *other != side).collect();
                    if matches!(ruling(table, &without(table, &fewer), is_enough), Ruling::Possible(_)) {
                        gone = fewer;
                    }
                }
                let is_gone = |number: &usize| side(table, *number).is_some_and(|side| gone.contains(&side));
                let is_firm = |number: &usize| table.rows().get(*number).is_some_and(Row::is_hard);
                let rows = (0..table.rows().len()).filter(|number| is_firm(number) && is_gone(number)).collect();
                return Some(Relaxation { rows, is_whole_rule: false });
            }
        }
    }
    None
}

/// All rows but those of some rules.
fn without(table: &RuleTable, gone: &[Side]) -> Vec<usize> {
    (0..table.rows().len()).filter(|number| side(table, *number).is_none_or(|side| !gone.contains(&side))).collect()
}

fn is_same(one: &Relaxation, other: &Relaxation) -> bool {
    one.rows.len() == other.rows.len() && one.rows.iter().all(|row| other.rows.contains(row))
}

fn side(table: &RuleTable, number: usize) -> Option<Side> {
    table.rows().get(number).map(side_of)
}

const fn side_of(row: &Row) -> Side {
    (row.rule, row.hi.is_none())
}

/// Every row of a rule goes at once.
fn whole(table: &RuleTable, side: Side, is_enough: &mut dyn FnMut() -> bool) -> Option<Relaxation> {
    let is_of_side = |row: &Row| row.is_hard() && side_of(row) == side;
    let (rows, kept): (Vec<usize>, Vec<usize>) =
        (0..table.rows().len()).partition(|number| table.rows().get(*number).is_some_and(is_of_side));
    let relaxed = matches!(ruling(table, &kept, is_enough), Ruling::Possible(_));
    (relaxed && rows.len() > 1).then_some(Relaxation { rows, is_whole_rule: true })
}

fn relax(
    table: &RuleTable,
    conflict: &[usize],
    (kind, found): (Side, &[Relaxation]),
    is_enough: &mut dyn FnMut() -> bool,
) -> Option<Relaxation> {
    let is_used = |number: usize| found.iter().any(|relaxation| relaxation.rows.first() == Some(&number));
    let firmness = |number: usize| table.rows().get(number).map(|row| hardness(row.rule));
    let mut rows: Vec<usize> = (0..table.rows().len()).collect();
    let mut given_up = Vec::new();
    let mut conflict = conflict.to_vec();
    loop {
        let of_kind = conflict.iter().copied().rfind(|number| side(table, *number) == Some(kind) && !is_used(*number));
        let first_time = given_up.is_empty();
        let chosen = of_kind.or_else(|| {
            let conflict = conflict.iter().copied();
            let softest = conflict.filter(|number| firmness(*number) < Some(PHYSICS));
            let softest = softest.min_by_key(|number| firmness(*number));
            softest.filter(|_| !first_time)
        })?;
        given_up.push(chosen);
        rows.retain(|row| *row != chosen);
        match ruling(table, &rows, is_enough) {
            Ruling::Possible(_) => {
                let rows = fewest(table, (rows, given_up), is_enough);
                return Some(Relaxation { rows, is_whole_rule: false });
            }
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
        if !matches!(ruling(table, &rows, is_enough), Ruling::Possible(_)) {
            rows.pop();
            needed.push(row);
        }
    }
    needed
}

/// Whether some rows can hold together. What counting shows needs no proof by cases; where the proof would take long,
/// the search itself looks for a plan.
fn ruling(table: &RuleTable, rows: &[usize], is_enough: &mut dyn FnMut() -> bool) -> Ruling {
    let mut is_kept = vec![false; table.rows().len()];
    for number in rows {
        if let Some(flag) = is_kept.get_mut(*number) {
            *flag = true;
        }
    }
    let is_kept = |number: usize| is_kept.get(number).copied().unwrap_or_default();
    if let Some(rows) = evident_among(table, &is_kept) {
        return Ruling::Impossible(rows);
    }
    match decide_rows(table, rows, LIMIT, is_enough) {
        Ruling::Unknown if !is_enough() => searched(table, &is_kept, is_enough),
        known => known,
    }
}

/// A plan that the search finds without the rows that are gone.
fn searched(table: &RuleTable, is_kept: &dyn Fn(usize) -> bool, is_enough: &mut dyn FnMut() -> bool) -> Ruling {
    let task = Task::of_table(table.keeping(is_kept), None);
    match task.run(Seed { seed: 1, run: 0 }, &mut UntilLegal { asked: 0, is_enough }, &mut |_| {}) {
        Found::Plan { on, .. } => {
            Ruling::Possible((0u32..).zip(on).filter(|(_, is_on)| *is_on).map(|(choice, _)| choice).collect())
        }
        Found::Impossible(_) | Found::Nothing => Ruling::Unknown,
    }
}

/// A budget that ends with the first legal plan, or after so many questions without one.
struct UntilLegal<'e> {
    asked: u32,
    is_enough: &'e mut dyn FnMut() -> bool,
}

impl Budget for UntilLegal<'_> {
    fn spent(&mut self, moves: u64) -> f64 {
        self.asked += 1;
        let is_over = moves > 0 || self.asked > PATIENCE || (self.is_enough)();
        if is_over { 1.0 } else { 0.0 }
    }
}

/// From this on a rule is nature, and no office can give it up as a whole.
const PHYSICS: u8 = 6;

/// How unwillingly an office gives up a rule: locks are its own wish, being in two places is impossible.
const fn hardness(rule: Rule) -> u8 {
    match rule {
        Rule::Lock | Rule::LockImpossible => 0,
        Rule::OncallCover => 1,
        Rule::WeeklyOncalls | Rule::WeeklyMax | Rule::WeeklyClinics | Rule::WeeklyTours => 2,
        Rule::OncallSpacing | Rule::TourThenOncall => 3,
        Rule::Rest => 4,
        Rule::DoubleBooking | Rule::Nobody | Rule::TeachLink | Rule::TourTeam => PHYSICS,
        _ => 5,
    }
}
