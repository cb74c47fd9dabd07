//! Whether the hard rows can hold at all, and if not, a smallest set of them that cannot.

mod needs;
mod solver;

pub use solver::Ruling;

use super::model::RuleTable;
use solver::Solver;

/// Conflicts after which the question is left open.
const LIMIT: u32 = 200_000;

/// Whether all hard rows can hold together.
pub fn decide(table: &RuleTable, is_enough: &mut dyn FnMut() -> bool) -> Ruling {
    let rows: Vec<usize> = (0..table.rows().len()).collect();
    decide_rows(table, &rows, LIMIT, is_enough)
}

/// Whether some rows can hold together.
pub fn decide_rows(table: &RuleTable, rows: &[usize], limit: u32, is_enough: &mut dyn FnMut() -> bool) -> Ruling {
    Solver::new(&needs::needs(table, rows)).solve(limit, is_enough)
}

/// A set of rows in conflict from which no row can be left out. Fewer questions than rows are asked, as each answer
/// that is still "impossible" names the rows it needs. Stops early, with a larger set, when told to.
pub fn irreducible(table: &RuleTable, conflict: Vec<usize>, is_enough: &mut dyn FnMut() -> bool) -> Vec<usize> {
    let mut core = conflict;
    let mut kept = 0;
    while kept < core.len() && !is_enough() {
        let mut fewer = core.clone();
        let tried = fewer.remove(kept);
        match decide_rows(table, &fewer, LIMIT / 10, is_enough) {
            Ruling::Impossible(rows) => {
                // Rows that were found necessary are in every such answer.
                let is_in = |row: &usize| rows.contains(row);
                core = fewer.into_iter().filter(is_in).collect();
            }
            Ruling::Possible(_) | Ruling::Unknown => {
                debug_assert_eq!(core.get(kept), Some(&tried));
                kept += 1;
            }
        }
    }
    core
}
