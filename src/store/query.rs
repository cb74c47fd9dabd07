//! Questions for records.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};

use super::Store;
use super::error::StoreError;
use super::rows::from_row;
use super::statements::statements;
use crate::domain::{
    Activity, Agreement, Appointment, Appraisal, Attendance, Batch, Benefit, CalendarDay, CheckRule, Department,
    Evidence, Expense, Fund, Institution, KeptSheet, Leave, Liaison, Meeting, Milestone, Notice, Obligation, Pairing,
    PairingGoal, PairingPause, Person, PlanLock, Problem, Publication, Relation, Report, Resolution, RotaRule, Setting,
    Stint, Studio, StudyLeave, Task, TaskEvent, TaskTemplate, TeachingLog, Team, TeamMember, Template, Tour,
    TourMember, Visit,
};
use crate::domain::{ForRecord, Id, Period, Record, Registry, Row, Session, Shelf, Table};

/// Reads shelves of the registry by the tables that their records stand in.
macro_rules! shelves {
    ($($shelf:ident: $record:ident,)*) => {
        fn read_registry(conn: &Connection, next_ids: BTreeMap<Table, i64>) -> rusqlite::Result<Registry> {
            Ok(Registry { $($shelf: shelf(conn)?,)* next_ids })
        }

        fn renew_shelves(conn: &Connection, registry: &mut Registry, tables: &[Table]) -> rusqlite::Result<()> {
            $(if tables.contains(&<$record as Record>::TABLE) {
                registry.$shelf = shelf(conn)?;
            })*
            Ok(())
        }
    };
}

shelves! {
    settings: Setting,
    calendar_days: CalendarDay,
    activities: Activity,
    institutions: Institution,
    relations: Relation,
    agreements: Agreement,
    departments: Department,
    people: Person,
    batches: Batch,
    stints: Stint,
    appointments: Appointment,
    leave: Leave,
    pairings: Pairing,
    pairing_goals: PairingGoal,
    pairing_pauses: PairingPause,
    teaching_logs: TeachingLog,
    attendance: Attendance,
    studios: Studio,
    teams: Team,
    team_members: TeamMember,
    study_leaves: StudyLeave,
    benefits: Benefit,
    liaisons: Liaison,
    visits: Visit,
    check_rules: CheckRule,
    templates: Template,
    publications: Publication,
    kept_sheets: KeptSheet,
    notices: Notice,
    tours: Tour,
    tour_members: TourMember,
    rota_rules: RotaRule,
    plan_locks: PlanLock,
    task_templates: TaskTemplate,
    tasks: Task,
    milestones: Milestone,
    task_events: TaskEvent,
    obligations: Obligation,
    reports: Report,
    meetings: Meeting,
    resolutions: Resolution,
    problems: Problem,
    funds: Fund,
    expenses: Expense,
    evidence: Evidence,
    appraisals: Appraisal,
}

impl Store {
    /// Every record but the sessions.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn registry(&self) -> Result<Registry, StoreError> {
        let read = || read_registry(&self.conn, self.next_ids()?);
        read().map_err(|error| self.named(error))
    }

    /// Reads those shelves again whose tables have changed.
    ///
    /// # Errors
    /// Where the file cannot be read; some shelves may be new then.
    pub fn renew(&self, registry: &mut Registry, tables: &[Table]) -> Result<(), StoreError> {
        let mut read = || {
            registry.next_ids = self.next_ids()?;
            renew_shelves(&self.conn, registry, tables)
        };
        read().map_err(|error| self.named(error))
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
