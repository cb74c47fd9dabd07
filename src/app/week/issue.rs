//! How far a week is issued, and what changed since.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use super::vm::{Records, WeekVm};
use crate::app::{Failure, Office};
use crate::domain::{DocumentKind, PlanChange, PublicationId, Row, Session, SessionStatus, Table, Week, plan_changes};
use crate::i18n::Tr;

/// The documents that are issued together: the internal schedule and the public posting show the same sessions.
pub(super) const ISSUED_TOGETHER: [DocumentKind; 2] = [DocumentKind::WeekSchedule, DocumentKind::Posting];

/// How many steps of the history are looked through for changes.
const HISTORY_LIMIT: usize = 500;

/// How far a week is issued.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Issue {
    /// The newest version, 0 before the first.
    pub version: u32,
    /// When it was issued.
    pub at: Option<NaiveDateTime>,
    /// What changed since, one line each.
    pub changes: Vec<String>,
    /// The same as data, where the issue kept its plan.
    pub(super) changed: Vec<PlanChange>,
    /// The newest issue of the schedule.
    pub(super) publication: Option<PublicationId>,
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
                issue.publication = Some(publication.id);
            }
        }
        let edition = match issue.publication {
            Some(publication) => office.store().edition(publication)?,
            None => None,
        };
        if let Some(edition) = edition {
            let own = records.around.iter().filter(|session| week.period().contains(session.on_date));
            let own: Vec<Session> = own.cloned().collect();
            issue.changed = plan_changes(&edition.sessions, &own);
        } else if let Some(at) = issue.at {
            issue.changed = changes_since(office, records, week, at)?;
        }
        let line = |change: &PlanChange| change_line(records, change.before.as_ref(), change.after.as_ref());
        issue.changes = issue.changed.iter().filter_map(line).map(|(_, line)| line).collect();
        Ok(issue)
    }

    /// The newest version of a document, 0 before the first.
    pub(super) fn version_of(&self, document: DocumentKind) -> u32 {
        self.versions.get(&document).copied().unwrap_or_default()
    }
}

/// The sessions of the week that differ from what was issued, told from the history.
fn changes_since(
    office: &Office,
    records: &Records,
    week: Week,
    at: NaiveDateTime,
) -> Result<Vec<PlanChange>, Failure> {
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
    let mut changes: Vec<(Place, PlanChange)> = first_old
        .into_iter()
        .filter_map(|(id, before)| {
            let after = now.get(&id).copied().filter(|session| week.period().contains(session.on_date));
            let (place, _) = change_line(records, before.as_ref(), after)?;
            Some((place, PlanChange { before, after: after.cloned() }))
        })
        .collect();
    changes.sort_by_key(|(place, _)| *place);
    Ok(changes.into_iter().map(|(_, change)| change).collect())
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

/// What became of a session that stays where it is.
fn became(records: &Records, new: &Session) -> String {
    let tr = records.tr;
    match (new.status, new.substitute_stint) {
        (SessionStatus::Cancelled, _) => tr.paper_slip_cancelled().to_owned(),
        (SessionStatus::Substituted, Some(stand_in)) => tr.paper_slip_substituted(records.stint_name(stand_in)),
        _ => tr.paper_slip_now(&records.line(new)),
    }
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
    let same_cell =
        |old: &Session, new: &Session| (old.on_date, old.slot, old.stint) == (new.on_date, new.slot, new.stint);
    let line = match (old, new) {
        (Some(old), Some(new)) if same_cell(old, new) => tr.schedule_change_here(&name(old), &became(records, new)),
        (Some(old), Some(new)) => tr.schedule_change(&name(old), &told(new)),
        (None, Some(new)) => tr.schedule_change_added(&told(new)),
        (Some(old), None) => tr.schedule_change_removed(&name(old)),
        (None, None) => return None,
    };
    let place = old.or(new).map(|session| (session.on_date, session.slot))?;
    Some((place, line))
}

/// What stands before an issue: the question that is asked about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueOutlook {
    /// The week.
    pub week: Week,
    /// The version that it would be.
    pub version: u32,
    /// What changed since the version before, one line each.
    pub changes: Vec<String>,
    /// What the rules find and nobody has accepted.
    pub open_findings: usize,
    /// Why the changes were made, as far as their sessions say.
    pub reasons: String,
}

impl IssueOutlook {
    /// Looks at a week as it stands in the file.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn load(office: &Office, week: Week, tr: Tr) -> Result<Self, Failure> {
        let vm = WeekVm::load(office, week, tr)?;
        let changed = vm.issue.changed.iter().filter_map(|change| change.after.as_ref());
        let mut reasons: Vec<&str> = Vec::new();
        for reason in changed.map(|session| session.reason.trim()).filter(|reason| !reason.is_empty()) {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        Ok(Self {
            week,
            version: vm.issue.version + 1,
            changes: vm.issue.changes.clone(),
            open_findings: vm.open_findings(),
            reasons: reasons.join(tr.schedule_between()),
        })
    }

    /// Whether a reason has to be given: the first version needs none.
    #[must_use]
    pub const fn asks_for_reason(&self) -> bool {
        self.version > 1
    }
}
