//! The schema, as the numbered steps that lead to it; a step is frozen once it has shipped.

use rusqlite::{Connection, TransactionBehavior};

/// Marks a file as one of this program (`application_id` of the header): "CBD1".
pub(super) const APPLICATION_ID: u32 = 0x4342_4431;

/// The steps. Each one leaves the rows of `journal_row` in the order of the columns it leaves.
const MIGRATIONS: &[(u32, &str)] = &[
    (1, include_str!("migrations/0001_first.sql")),
    (2, include_str!("migrations/0002_people.sql")),
    (3, include_str!("migrations/0003_tasks.sql")),
    (4, include_str!("migrations/0004_schedule.sql")),
    (5, include_str!("migrations/0005_check_rules.sql")),
    (6, include_str!("migrations/0006_plan.sql")),
    (7, include_str!("migrations/0007_activity.sql")),
];

/// The schema after the last step.
pub(super) const SCHEMA: u32 = match MIGRATIONS.last() {
    Some((number, _)) => *number,
    None => 0,
};

/// Brings a file from an older schema to `to`, one transaction a step.
pub(super) fn run(conn: &mut Connection, from: u32, to: u32) -> rusqlite::Result<()> {
    for (number, sql) in MIGRATIONS.iter().filter(|(number, _)| from < *number && *number <= to) {
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute_batch(sql)?;
        tx.pragma_update(None, "application_id", APPLICATION_ID)?;
        tx.pragma_update(None, "user_version", number)?;
        tx.commit()?;
    }
    Ok(())
}

/// A table or an index: its name and how it was made.
pub(super) type Thing = (String, String);

/// What a sound file of that schema is made of, worked out by making one in memory.
pub(super) fn expected(schema: u32) -> rusqlite::Result<Vec<Thing>> {
    let mut conn = Connection::open_in_memory()?;
    run(&mut conn, 0, schema)?;
    found(&conn)
}

/// What the file is made of.
pub(super) fn found(conn: &Connection) -> rusqlite::Result<Vec<Thing>> {
    // The engine's own tables (statistics, sequences) may come and go.
    let sql = "SELECT name, type || ' ' || sql FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~' \
               ORDER BY name";
    conn.prepare(sql)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}
