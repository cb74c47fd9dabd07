//! The hard rows that could be in conflict at all: those that demand something, and what they reach.

use crate::planner::model::{Choice, Row, RuleTable};
use crate::planner::search::slice::{at, put};

/// A literal: twice the number of a choice, plus one where it is denied.
pub type Literal = u32;

/// "At least `least` of these, counted with their factors", from one row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// The row it comes from.
    pub row: usize,
    /// Literals with factors above 0.
    pub terms: Vec<(Literal, i64)>,
    /// What they must come to.
    pub least: i64,
}

/// The rows that matter, as needs over the choices that matter.
#[must_use]
pub fn needs(table: &RuleTable, rows: &[usize]) -> Vec<Need> {
    let matters = matters(table);
    let mut needs = Vec::new();
    for &number in rows {
        let Some(row) = table.rows().get(number).filter(|row| row.is_hard()) else { continue };
        for (bound, is_upper) in [(row.lo, false), (row.hi, true)] {
            let Some(bound) = bound else { continue };
            needs.extend(need(table, (number, row), &matters, (i64::from(bound), is_upper)));
        }
    }
    needs
}

/// Choices that may have to be taken. All others are best left out: they only fill rows that have an upper bound.
fn matters(table: &RuleTable) -> Vec<bool> {
    let mut matters = vec![false; table.choices().len()];
    for row in table.rows().iter().filter(|row| row.is_hard() && row.lo.is_some_and(|lo| lo > 0)) {
        for (choice, _) in table.terms(row) {
            put(&mut matters, *choice, true);
        }
    }
    // A tour that must be brings its visit with it, and the visit its team.
    for row in table.rows().iter().filter(|row| row.is_hard() && brings(table, row)) {
        let terms = table.terms(row);
        if terms.iter().any(|(choice, _)| at(&matters, *choice)) {
            for (choice, _) in terms {
                put(&mut matters, *choice, true);
            }
        }
    }
    // A lesson that must be needs its teaching in the theatre; nothing else follows from a duty.
    matters
}

fn brings(table: &RuleTable, row: &Row) -> bool {
    table.terms(row).iter().any(|(choice, factor)| {
        *factor < 0 && matches!(table.choices().get(*choice as usize), Some(Choice::Open { .. }))
    })
}

fn need(
    table: &RuleTable,
    (number, row): (usize, &Row),
    matters: &[bool],
    (bound, is_upper): (i64, bool),
) -> Option<Need> {
    let mut least = if is_upper { -bound } else { bound };
    let mut terms = Vec::new();
    for &(choice, factor) in table.terms(row) {
        if !at(matters, choice) {
            continue;
        }
        let factor = i64::from(if is_upper { -factor } else { factor });
        if factor > 0 {
            terms.push((2 * choice, factor));
        } else {
            terms.push((2 * choice + 1, -factor));
            least -= factor;
        }
    }
    (least > 0).then_some(Need { row: number, terms, least })
}
