//! Contradictions that a check of one row cannot see: a task that is a part of itself, more spent than there is.

use rusqlite::{Connection, OptionalExtension};

use super::error::Refusal;
use super::refuse::Refused;
use crate::domain::Table;

/// Rows of a step; its parameter is the step. Narrowed by the name of a table.
const TOUCHED: &str = "SELECT r.row_id FROM journal_step s CROSS JOIN journal_row r \
    ON r.entry BETWEEN s.first_entry AND s.last_entry AND r.step = s.step WHERE s.step = ?1 AND r.table_name =";

/// Refuses a step after which its rows would contradict each other or those that were there.
pub(super) fn refuse(conn: &Connection, step: i64, tables: &[Table]) -> Result<(), Refused> {
    if tables.contains(&Table::Task)
        && let Some(id) = circular_task(conn, step)?
    {
        return Err(Refusal::Circular { table: Table::Task, id }.into());
    }
    if (tables.contains(&Table::Expense) || tables.contains(&Table::Fund))
        && let Some(refusal) = over_budget(conn, step)?
    {
        return Err(refusal.into());
    }
    Ok(())
}

/// A task among those of the step that is above itself.
fn circular_task(conn: &Connection, step: i64) -> rusqlite::Result<Option<i64>> {
    // The union keeps each pair once, so that a circle ends the search.
    let sql = format!(
        "WITH RECURSIVE above (task, at) AS ( \
             SELECT id, parent FROM task WHERE parent IS NOT NULL AND id IN ({TOUCHED} 'task') \
             UNION SELECT above.task, task.parent FROM above JOIN task ON task.id = above.at \
             WHERE task.parent IS NOT NULL) \
         SELECT task FROM above WHERE task = at LIMIT 1"
    );
    conn.prepare_cached(&sql)?.query_row([step], |row| row.get(0)).optional()
}

/// A fund among those of the step of which more is spent than there is.
fn over_budget(conn: &Connection, step: i64) -> rusqlite::Result<Option<Refusal>> {
    let sql = format!(
        "SELECT fund.id, fund.budget_fen, sum(expense.amount_fen) AS spent FROM fund JOIN expense ON expense.fund = fund.id \
         WHERE trim(fund.override_reason) = '' AND (fund.id IN ({TOUCHED} 'fund') \
             OR fund.id IN (SELECT fund FROM expense WHERE id IN ({TOUCHED} 'expense'))) \
         GROUP BY fund.id HAVING spent > fund.budget_fen LIMIT 1"
    );
    conn.prepare_cached(&sql)?
        .query_row([step], |row| {
            Ok(Refusal::OverBudget { fund: row.get(0)?, budget_fen: row.get(1)?, spent_fen: row.get(2)? })
        })
        .optional()
}
