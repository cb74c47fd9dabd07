//! The pairs as rows of the one table, those with an alert first.

use crate::app::pairing::Board;
use crate::i18n::Tr;
use crate::ui::widget::table::CellTone;
use crate::ui::widget::{Column, TableRows};

/// Place of the column of alerts.
const ALERT: usize = 3;

/// The columns, what is to be looked at first.
pub fn columns(tr: Tr) -> Vec<Column> {
    vec![
        Column::text("mentor", tr.field("mentor"), 84.0),
        Column::text("apprentice", tr.field("apprentice"), 84.0),
        Column::text("status", tr.field("status"), 64.0),
        Column::text("alert", tr.pairing_alert(), 176.0),
        Column::text("done", tr.pairing_done(), 56.0),
        Column::text("last_log", tr.pairing_last_log(), 96.0),
        Column::text("goal", tr.pairing_goal(), 152.0).wide(),
        Column::text("from_on", tr.pairing_from(), 96.0),
        Column::text("plan_to_on", tr.pairing_until(), 96.0),
        Column::text("mentor_detail", tr.pairing_mentor_detail(), 188.0),
        Column::text("apprentice_detail", tr.pairing_apprentice_detail(), 172.0),
    ]
}

/// The rows.
pub struct Rows<'a> {
    board: &'a Board,
    cells: Vec<Vec<String>>,
}

impl<'a> Rows<'a> {
    /// The rows of the board.
    pub fn new(board: &'a Board, tr: Tr) -> Self {
        let cells = board.pairs.iter().map(|line| {
            let pairing = &line.pairing;
            let date = |on: Option<chrono::NaiveDate>, prec| on.map(|on| tr.known_date(on, prec)).unwrap_or_default();
            vec![
                line.mentor.clone(),
                line.apprentice.clone(),
                tr.pairing_status(pairing.status).to_owned(),
                line.progress.remark(tr),
                line.progress.goal_words(),
                line.progress.last_log.map(|on| on.to_string()).unwrap_or_default(),
                line.goals.clone(),
                tr.known_date(pairing.from_on, pairing.from_prec),
                date(pairing.plan_to_on, pairing.plan_to_prec),
                line.mentor_detail.clone(),
                line.apprentice_detail.clone(),
            ]
        });
        Self { board, cells: cells.collect() }
    }
}

impl TableRows for Rows<'_> {
    fn len(&self) -> usize {
        self.cells.len()
    }

    fn id(&self, row: usize) -> i64 {
        self.board.pairs.get(row).map_or(0, |line| line.pairing.id.raw())
    }

    fn cell(&self, row: usize, column: usize) -> &str {
        self.cells.get(row).and_then(|cells| cells.get(column)).map_or("", String::as_str)
    }

    fn tone(&self, row: usize, column: usize) -> CellTone {
        match (column, self.board.pairs.get(row)) {
            (ALERT, _) => CellTone::Warning,
            (_, Some(line)) if line.pairing.last_day().is_some_and(|last| last < self.board.today) => CellTone::Muted,
            (0 | 1, _) => CellTone::Strong,
            _ => CellTone::Plain,
        }
    }
}
