//! Calendars for phones: what people were told of each week, and nothing that has changed since.

use std::path::Path;

use super::export_calendar;
use crate::app::failure::Failure;
use crate::app::office::Office;
use crate::domain::{
    DocumentKind, FrozenPlan, IssuedSession, Period, PersonId, Publication, Session, SessionStatus, Week,
    issued_sessions,
};
use crate::i18n::Tr;
use crate::report::{self, DocumentRequest, Sources};

impl Office {
    /// The issued sessions of a period as events, of everybody or of one person.
    ///
    /// # Errors
    /// Where the data file cannot be read.
    pub fn calendar_of(
        &self,
        request: &DocumentRequest,
        person: Option<PersonId>,
        tr: Tr,
    ) -> Result<report::Calendar, Failure> {
        let sources = Sources::new(self.registry(), &[], self.calendar(), self.clock().today());
        if matches!(request.kind, DocumentKind::TaskList | DocumentKind::ReportCalendar) {
            return Ok(report::due_dates(&sources, request, tr));
        }
        let issued = self.issued_in(request.period)?;
        let sessions: Vec<Session> = issued.iter().map(|one| one.session.clone()).collect();
        let sources = Sources { sessions: &sessions, ..sources };
        Ok(report::calendar(&sources, request, &issued, person, tr))
    }

    /// Writes the issued sessions of a period as a calendar, of everybody or of one person.
    ///
    /// # Errors
    /// Where the data file cannot be read, or the file not be written.
    pub fn save_calendar(&self, period: Period, person: Option<PersonId>, path: &Path, tr: Tr) -> Result<(), Failure> {
        let request = DocumentRequest::new(DocumentKind::WeekSchedule, period);
        export_calendar(&self.calendar_of(&request, person, tr)?, path, &self.press()).map(|_| ())
    }

    /// The sessions of a period as people were told of them, week by week.
    fn issued_in(&self, period: Period) -> Result<Vec<IssuedSession>, Failure> {
        let now = self.sessions(period)?;
        let mut all = Vec::new();
        let mut week = Week::of(period.from());
        while week.monday() <= period.to() {
            let of_week = week.period();
            let mut issues: Vec<&Publication> = self.registry().publications.values().collect();
            issues.retain(|issue| {
                issue.document == DocumentKind::WeekSchedule
                    && (issue.period_from, issue.period_to) == (of_week.from(), of_week.to())
            });
            issues.sort_by_key(|issue| issue.version);
            let mut plans: Vec<FrozenPlan> = Vec::new();
            for issue in &issues {
                let edition = self.store().edition(issue.id)?;
                plans.extend(edition.map(|edition| (issue.version, issue.published_at, edition.sessions)));
            }
            if plans.is_empty() {
                let own = now.iter().filter(|session| of_week.contains(session.on_date));
                all.extend(own.filter(|session| is_settled(session, !issues.is_empty())).map(as_it_stands));
            } else {
                all.extend(issued_sessions(&plans));
            }
            week = week.next();
        }
        Ok(all)
    }
}

/// Whether a session of a week without a frozen plan was told to people: one that was held, or marked as issued; with
/// an issue of old times every one that is no mere plan.
const fn is_settled(session: &Session, has_issue: bool) -> bool {
    match session.status {
        SessionStatus::Published | SessionStatus::Done => true,
        SessionStatus::Planned => false,
        _ => has_issue,
    }
}

fn as_it_stands(session: &Session) -> IssuedSession {
    IssuedSession { session: session.clone(), sequence: 0, issued_at: None, is_withdrawn: false }
}
