//! How far a week is issued, what changed since, and the edit that issues it.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use super::vm::{Records, WeekVm};
use crate::app::{Failure, Office};
use crate::domain::{DocumentKind, Edit, Id, Label, Publication, Row, Session, SessionStatus, Table, Week};

/// The documents that are issued together: the internal schedule and the public posting show the same sessions.
const ISSUED_TOGETHER: [DocumentKind; 2] = [DocumentKind::WeekSchedule, DocumentKind::Posting];

/// How many steps of the history are looked through for changes.
const HISTORY_LIMIT: usize = 500;

/// How far a week is issued.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Issue {
    /// The newest version, 0 before the first.
    pub version: u32,
    /// When it was issued.
    pub at: Option<NaiveDateTime>,
    /// What changed since, one line each.
    pub changes: Vec<String>,
    versions: BTreeMap<DocumentKind, u32>,
}

impl Issue {
    /// Whether the week was issued at least once.
    #[must_use]
    pub const fn is_issued(&self) -> bool {
        self.version > 0
    }

    /// Whether what is on the wall is not what stands here.
    #[must_use]
    pub fn is_due(&self) -> bool {
        !self.is_issued() || !self.changes.is_empty()
    }

    pub(super) fn load(office: &Office, records: &Records, week: Week) -> Result<Self, Failure> {
        let period = week.period();
        let mut issue = Self::default();
        let of_week = records
            .registry
            .publications
            .values()
            .filter(|publication| (publication.period_from, publication.period_to) == (period.from(), period.to()));
        for publication in of_week {
            let version = issue.versions.entry(publication.document).or_default();
            *version = (*version).max(publication.version);
            if publication.document == DocumentKind::WeekSchedule && publication.version > issue.version {
                (issue.version, issue.at) = (publication.version, Some(publication.published_at));
            }
        }
        if let Some(at) = issue.at {
            issue.changes = changes_since(office, records, week, at)?;
        }
        Ok(issue)
    }
}

impl WeekVm {
    /// Issues the week: planned sessions become published, and the version is counted. One step.
    #[must_use]
    pub fn publish(&self, at: NaiveDateTime) -> Edit {
        let mut edits = Vec::new();
        for document in ISSUED_TOGETHER {
            let version = self.issue.versions.get(&document).copied().unwrap_or_default() + 1;
            edits.push(Edit::put(Publication {
                id: Id::NEW,
                document,
                period_from: self.week.period().from(),
                period_to: self.week.period().to(),
                version,
                published_at: at,
                published_by: String::new(),
                changes: self.issue.changes.join("\n"),
            }));
        }
        let planned = self.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.sessions);
        edits.extend(
            planned
                .filter(|session| session.status == SessionStatus::Planned)
                .map(|session| Edit::put(Session { status: SessionStatus::Published, ..session.clone() })),
        );
        let label = Label::Published {
            document: DocumentKind::WeekSchedule,
            from: self.week.monday(),
            version: self.issue.version + 1,
        };
        Edit::Many { label, edits }
    }
}

/// The sessions of the week that differ from what was issued, told from the history.
fn changes_since(office: &Office, records: &Records, week: Week, at: NaiveDateTime) -> Result<Vec<String>, Failure> {
    let steps = office.store().history(HISTORY_LIMIT)?;
    let mut first_old: BTreeMap<i64, Option<Session>> = BTreeMap::new();
    // Newest first: the last word for a row is what it was right after the issue.
    for step in steps.iter().take_while(|step| step.at >= at) {
        let rows = office.store().history_rows(step.step)?;
        if rows.iter().any(|row| is_issue_of(row.new.as_ref(), week)) {
            break;
        }
        for row in rows.into_iter().rev() {
            if row.table == Table::Session {
                first_old.insert(row.row_id, session_in(row.old, week));
            }
        }
    }
    let now: BTreeMap<i64, &Session> = records.around.iter().map(|session| (session.id.raw(), session)).collect();
    let mut lines: Vec<_> = first_old
        .into_iter()
        .filter_map(|(id, old)| {
            let new = now.get(&id).copied().filter(|session| week.period().contains(session.on_date));
            change_line(records, old.as_ref(), new)
        })
        .collect();
    lines.sort();
    Ok(lines.into_iter().map(|(_, line)| line).collect())
}

/// Whether the row says that the week was issued: what came before it, or with it, is no change.
fn is_issue_of(row: Option<&Row>, week: Week) -> bool {
    matches!(row, Some(Row::Publication(publication)) if publication.period_from == week.monday())
}

fn session_in(row: Option<Row>, week: Week) -> Option<Session> {
    match row {
        Some(Row::Session(session)) if week.period().contains(session.on_date) => Some(session),
        _ => None,
    }
}

type Place = (chrono::NaiveDate, crate::domain::Slot);

/// Whether the two differ at most in how far the plan got: nobody has to be told that a session was held.
fn is_same_plan(old: &Session, new: &Session) -> bool {
    use super::words::is_changed;
    !is_changed(old.status) && !is_changed(new.status) && Session { status: new.status, ..old.clone() } == *new
}

/// What to tell people about one session, with its half-day to sort by.
fn change_line(records: &Records, old: Option<&Session>, new: Option<&Session>) -> Option<(Place, String)> {
    if old == new || old.zip(new).is_some_and(|(old, new)| is_same_plan(old, new)) {
        return None;
    }
    let tr = records.tr;
    let name = |session: &Session| {
        let when = tr.half_day(session.on_date, session.slot);
        format!("{when} {} {}", records.stint_name(session.stint), records.line(session))
    };
    let told = |session: &Session| {
        if super::words::is_changed(session.status) {
            tr.schedule_with_mark(&name(session), tr.session_status(session.status))
        } else {
            name(session)
        }
    };
    let line = match (old, new) {
        (Some(old), Some(new)) => tr.schedule_change(&name(old), &told(new)),
        (None, Some(new)) => tr.schedule_change_added(&told(new)),
        (Some(old), None) => tr.schedule_change_removed(&name(old)),
        (None, None) => return None,
    };
    let place = old.or(new).map(|session| (session.on_date, session.slot))?;
    Some((place, line))
}
