//! One person's page: stints, the sessions of the next weeks, absences, issued schedules.

use chrono::{Days, NaiveDate};

use super::row::Standing;
use crate::app::{Failure, Office};
use crate::domain::{Leave, LeaveId, Period, PersonId, Registry, Session, Stint, StintId};
use crate::i18n::Tr;

/// How far ahead sessions are listed, in days.
const AHEAD_DAYS: u64 = 28;

/// A line of the page with the key of its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<I> {
    /// The record.
    pub id: I,
    /// When.
    pub when: String,
    /// What.
    pub what: String,
    /// Whether it is over.
    pub is_past: bool,
}

/// The page of a person.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonPage {
    /// Whose.
    pub person: PersonId,
    /// Stints, the newest first.
    pub stints: Vec<Line<StintId>>,
    /// Sessions from today on.
    pub sessions: Vec<Line<NaiveDate>>,
    /// Absences, the newest first.
    pub leave: Vec<Line<LeaveId>>,
    /// Issued documents of weeks in which a stint runs, the newest first.
    pub documents: Vec<Line<NaiveDate>>,
}

impl PersonPage {
    /// Reads the page.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn load(office: &Office, person: PersonId, tr: Tr) -> Result<Self, Failure> {
        let (registry, today) = (office.registry(), office.clock().today());
        let mut stints: Vec<&Stint> = registry.stints.values().filter(|stint| stint.person == person).collect();
        stints.sort_by_key(|stint| std::cmp::Reverse(stint.arrive_on));
        let last = today.checked_add_days(Days::new(AHEAD_DAYS)).unwrap_or(today);
        let mut sessions = match Period::new(today, last) {
            Some(period) => office.sessions(period)?,
            None => Vec::new(),
        };
        sessions.retain(|session| stints.iter().any(|stint| stint.id == session.stint));
        let mut leave: Vec<&Leave> = registry.leave.values().filter(|leave| leave.person == person).collect();
        leave.sort_by_key(|leave| std::cmp::Reverse((leave.from_on, leave.from_slot)));
        Ok(Self {
            person,
            sessions: sessions.iter().map(|session| session_line(session, registry, tr)).collect(),
            leave: leave.into_iter().map(|leave| leave_line(leave, today, tr)).collect(),
            documents: document_lines(&stints, registry, tr),
            stints: stints.into_iter().map(|stint| stint_line(stint, registry, today, tr)).collect(),
        })
    }
}

fn stint_line(stint: &Stint, registry: &Registry, today: NaiveDate, tr: Tr) -> Line<StintId> {
    let arrive = tr.known_date(stint.arrive_on, stint.arrive_prec);
    let end = match (stint.leave_on, stint.plan_leave_on) {
        (Some(on), _) => tr.known_date(on, stint.leave_prec),
        (None, Some(on)) => tr.people_planned(&tr.known_date(on, stint.plan_leave_prec)),
        (None, None) => String::new(),
    };
    let host = registry.institutions.get(&stint.host_inst).map_or("", |inst| inst.name.as_str());
    let dept = stint.host_dept.and_then(|id| registry.departments.get(&id)).map_or("", |dept| dept.name.as_str());
    let batch = stint.batch.and_then(|id| registry.batches.get(&id)).map(|batch| tr.batch_name(batch));
    let what = [host, dept, batch.as_deref().unwrap_or_default()];
    Line {
        id: stint.id,
        when: format!("{arrive} — {end}"),
        what: what.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
        is_past: Standing::of(stint, today) == Standing::Left,
    }
}

fn session_line(session: &Session, registry: &Registry, tr: Tr) -> Line<NaiveDate> {
    Line {
        id: session.on_date,
        when: tr.half_day(session.on_date, session.slot),
        what: crate::app::week::session_line(session, registry, tr),
        is_past: session.status == crate::domain::SessionStatus::Cancelled,
    }
}

fn leave_line(leave: &Leave, today: NaiveDate, tr: Tr) -> Line<LeaveId> {
    let (from, to) = (tr.half_day(leave.from_on, leave.from_slot), tr.half_day(leave.to_on, leave.to_slot));
    let what = [tr.leave_kind(leave.kind), &leave.destination, &leave.reason];
    Line {
        id: leave.id,
        when: format!("{from} — {to}"),
        what: what.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
        is_past: leave.to_on < today,
    }
}

fn document_lines(stints: &[&Stint], registry: &Registry, tr: Tr) -> Vec<Line<NaiveDate>> {
    let mut issued: Vec<_> = registry
        .publications
        .values()
        .filter(|publication| {
            let period = Period::new(publication.period_from, publication.period_to);
            period.is_some_and(|period| stints.iter().any(|stint| stint.touches(period)))
        })
        .collect();
    issued.sort_by_key(|publication| std::cmp::Reverse((publication.period_from, publication.version)));
    issued
        .into_iter()
        .map(|publication| Line {
            id: publication.period_from,
            when: tr.month_day(publication.period_from),
            what: format!("{} {}", tr.document_kind(publication.document), tr.schedule_issued(publication.version)),
            is_past: false,
        })
        .collect()
}
