//! Contradictions that counting alone shows: a row that wants more than other rows let its choices come to.

use std::collections::BTreeMap;

use super::model::{Force, Row, RuleTable};

/// The rows in conflict, where one hard row wants more than hard rows of one kind leave it; all of them are needed.
#[must_use]
pub fn evident(table: &RuleTable) -> Option<Vec<usize>> {
    evident_among(table, &|_| true)
}

/// The same among the rows that are kept.
#[must_use]
pub fn evident_among(table: &RuleTable, is_kept: &dyn Fn(usize) -> bool) -> Option<Vec<usize>> {
    let mut uppers: Vec<Vec<usize>> = vec![Vec::new(); table.choices().len()];
    for (number, row) in table.rows().iter().enumerate() {
        let is_upper = is_hard(row) && row.hi.is_some() && is_kept(number);
        if is_upper && table.terms(row).iter().all(|(_, factor)| *factor == 1) {
            for (choice, _) in table.terms(row) {
                if let Some(list) = uppers.get_mut(*choice as usize) {
                    list.push(number);
                }
            }
        }
    }
    let wants = |(number, row): &(usize, &Row)| is_hard(row) && row.lo.is_some_and(|lo| lo > 0) && is_kept(*number);
    table.rows().iter().enumerate().filter(wants).find_map(|found| conflict(table, &uppers, found))
}

const fn is_hard(row: &Row) -> bool {
    matches!(row.force, Force::Hard)
}

fn conflict(table: &RuleTable, uppers: &[Vec<usize>], (number, row): (usize, &Row)) -> Option<Vec<usize>> {
    let terms = table.terms(row);
    if terms.iter().any(|(_, factor)| *factor != 1) {
        return None;
    }
    let lo = i64::from(row.lo?);
    // A row that holds nothing wants what nobody can give.
    if terms.is_empty() {
        return Some(vec![number]);
    }
    let mut kinds = BTreeMap::new();
    let held = terms.iter().filter_map(|(choice, _)| uppers.get(*choice as usize));
    for upper in held.flatten().filter(|upper| **upper != number) {
        if let Some(other) = table.rows().get(*upper) {
            kinds.entry(other.rule).or_insert_with(Vec::new).push(*upper);
        }
    }
    for (_, mut rows) in kinds {
        rows.sort_unstable();
        rows.dedup();
        if most(table, row, &rows) >= lo {
            continue;
        }
        // Rows that are not needed for the contradiction go.
        let mut kept = rows.clone();
        for upper in rows {
            let fewer: Vec<usize> = kept.iter().copied().filter(|other| *other != upper).collect();
            if most(table, row, &fewer) < lo {
                kept = fewer;
            }
        }
        return Some(std::iter::once(number).chain(kept).collect());
    }
    None
}

/// The greatest sum of a row that some upper rows allow, each choice counted for the first of them that holds it.
fn most(table: &RuleTable, row: &Row, uppers: &[usize]) -> i64 {
    let mut free: std::collections::BTreeSet<u32> = table.terms(row).iter().map(|(choice, _)| *choice).collect();
    let mut sum = 0;
    for upper in uppers.iter().filter_map(|number| table.rows().get(*number)) {
        let held = table.terms(upper).iter().filter(|(choice, _)| free.remove(choice)).count();
        let held = i64::try_from(held).unwrap_or(i64::MAX);
        sum += held.min(upper.hi.map_or(held, i64::from));
    }
    sum + i64::try_from(free.len()).unwrap_or(i64::MAX)
}
