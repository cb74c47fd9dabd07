//! What came of planning: the plan with its gap, or the reasons why there is none.

use serde::Serialize;

use super::names::Names;
use super::run::Deadline;
use super::words;
use crate::i18n::Tr;
use crate::planner::model::RuleTable;
use crate::planner::ways::relaxations;
use crate::planner::{Found, Task};

/// What came of planning.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The plan, or why there is none.
    pub found: Found,
    /// Other plans that were found, the cheapest first, with what they cost.
    pub others: Vec<(Vec<bool>, i64)>,
    /// No plan costs less.
    pub bound: i64,
    /// Moves of all runs.
    pub moves: u64,
    /// Seconds until the first legal plan.
    pub first: Option<f64>,
    /// Seconds in all.
    pub seconds: f64,
}

/// Why there is no plan, for people and programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// The rules and locks in conflict, one sentence each; none can be left out.
    pub conflict: Vec<String>,
    /// What would help, each checked by solving.
    pub ways: Vec<Way>,
    /// The rows in conflict, as the table of rules has them.
    pub rows: Vec<serde_json::Value>,
}

/// A way out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Way {
    /// What to give up, one sentence each.
    pub give_up: Vec<String>,
}

/// How many questions may be asked of the solver while ways out are looked for.
const PATIENCE: u32 = 20_000;

impl Outcome {
    /// A contradiction that was seen without a search.
    #[must_use]
    pub const fn impossible(rows: Vec<usize>, seconds: f64) -> Self {
        Self { found: Found::Impossible(rows), others: Vec::new(), bound: 0, moves: 0, first: None, seconds }
    }
}

impl Explanation {
    /// Of rows in conflict; ways out are looked for until the deadline.
    #[must_use]
    pub fn new(task: &Task, rows: &[usize], deadline: Deadline<'_>, names: &Names, tr: Tr) -> Self {
        let table = &task.table;
        let mut asked = 0;
        let ways = relaxations(table, rows, &mut || {
            asked += 1;
            asked > PATIENCE || deadline.is_over()
        });
        let ways = ways.iter().map(|way| Way { give_up: words::give_up(table, way, names, tr) }).collect();
        Self { conflict: words::demands(table, rows, names, tr), ways, rows: as_data(table, rows) }
    }

    /// The sentences, one a line.
    #[must_use]
    pub fn text(&self, tr: Tr) -> String {
        self.lines(tr).join("\n")
    }

    /// The sentences: what is in conflict, then ways out.
    #[must_use]
    pub fn lines(&self, tr: Tr) -> Vec<String> {
        let mut lines: Vec<String> = self.conflict.iter().map(|sentence| tr.plan_item(sentence)).collect();
        if !self.ways.is_empty() {
            lines.push(tr.plan_ways_out().to_owned());
        }
        lines.extend((1..).zip(&self.ways).map(|(number, way)| tr.plan_way(number, &way.give_up.join(tr.plan_and()))));
        lines
    }
}

fn as_data(table: &RuleTable, rows: &[usize]) -> Vec<serde_json::Value> {
    let rows = rows.iter().filter_map(|number| table.rows().get(*number));
    rows.map(|row| serde_json::json!({ "rule": row.rule, "term": row.rule.term(), "scope": row.scope })).collect()
}
