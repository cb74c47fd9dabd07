//! Questions for records.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};

use super::Store;
use super::error::StoreError;
use super::rows::from_row;
use super::statements::statements;
use crate::domain::{ForRecord, Id, Period, Record, Registry, Row, Session, Shelf, Table};

impl Store {
    /// Every record but the sessions.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn registry(&self) -> Result<Registry, StoreError> {
        self.read_registry().map_err(|error| self.named(error))
    }

    fn read_registry(&self) -> rusqlite::Result<Registry> {
        let conn = &self.conn;
        Ok(Registry {
            settings: shelf(conn)?,
            calendar_days: shelf(conn)?,
            activities: shelf(conn)?,
            institutions: shelf(conn)?,
            relations: shelf(conn)?,
            agreements: shelf(conn)?,
            departments: shelf(conn)?,
            people: shelf(conn)?,
            batches: shelf(conn)?,
            stints: shelf(conn)?,
            appointments: shelf(conn)?,
            leave: shelf(conn)?,
            pairings: shelf(conn)?,
            pairing_goals: shelf(conn)?,
            pairing_pauses: shelf(conn)?,
            teaching_logs: shelf(conn)?,
            attendance: shelf(conn)?,
            studios: shelf(conn)?,
            teams: shelf(conn)?,
            team_members: shelf(conn)?,
            study_leaves: shelf(conn)?,
            benefits: shelf(conn)?,
            liaisons: shelf(conn)?,
            visits: shelf(conn)?,
            check_rules: shelf(conn)?,
            templates: shelf(conn)?,
            publications: shelf(conn)?,
            kept_sheets: shelf(conn)?,
            notices: shelf(conn)?,
            tours: shelf(conn)?,
            tour_members: shelf(conn)?,
            rota_rules: shelf(conn)?,
            plan_locks: shelf(conn)?,
            task_templates: shelf(conn)?,
            tasks: shelf(conn)?,
            milestones: shelf(conn)?,
            task_events: shelf(conn)?,
            obligations: shelf(conn)?,
            reports: shelf(conn)?,
            meetings: shelf(conn)?,
            resolutions: shelf(conn)?,
            problems: shelf(conn)?,
            funds: shelf(conn)?,
            expenses: shelf(conn)?,
            evidence: shelf(conn)?,
            appraisals: shelf(conn)?,
            next_ids: self.next_ids()?,
        })
    }

    /// Sessions of the period, by date, slot, stint and key.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn sessions(&self, period: Period) -> Result<Vec<Session>, StoreError> {
        let sql = format!("{} WHERE on_date BETWEEN ?1 AND ?2", statements(Table::Session).select);
        let read = || -> rusqlite::Result<Vec<Session>> {
            let days = (period.from().to_string(), period.to().to_string());
            self.conn.prepare_cached(&sql)?.query_map(days, from_row)?.collect()
        };
        let mut sessions = read().map_err(|error| self.named(error))?;
        sessions.sort_unstable_by_key(|session| (session.on_date, session.slot, session.stint, session.id));
        Ok(sessions)
    }

    /// One record by table and key, `None` where it is not there.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn row(&self, table: Table, id: i64) -> Result<Option<Row>, StoreError> {
        table.with(One { conn: &self.conn, id }).map_err(|error| self.named(error))
    }
}

fn shelf<R: Record>(conn: &Connection) -> rusqlite::Result<Shelf<R>> {
    let read = |row: &rusqlite::Row<'_>| from_row::<R>(row).map(|record| (record.id(), record));
    conn.prepare_cached(&statements(R::TABLE).select)?
        .query_map([], read)?
        .collect::<rusqlite::Result<BTreeMap<Id<R>, R>>>()
}

struct One<'a> {
    conn: &'a Connection,
    id: i64,
}

impl ForRecord for One<'_> {
    type Output = rusqlite::Result<Option<Row>>;

    fn run<R: Record>(self) -> Self::Output {
        let sql = &statements(R::TABLE).select_one;
        self.conn.prepare_cached(sql)?.query_row([self.id], |row| from_row::<R>(row).map(Into::into)).optional()
    }
}
