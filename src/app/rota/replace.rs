//! 替班: somebody is away for some days; every session of theirs, with those who can stand in.

use chrono::NaiveDate;

use crate::app::week::session_line;
use crate::app::{Failure, Office};
use crate::domain::{
    ConflictIndex, Edit, Label, Leave, LeaveId, LeaveKind, Period, PersonId, Registry, Session, SessionStatus,
    Severity, Slot, StintId, WorkCalendar,
};
use crate::i18n::Tr;

/// Somebody who could stand in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The stint.
    pub stint: StintId,
    /// The name.
    pub name: String,
    /// Why better not, empty for no reason.
    pub why_not: String,
}

/// A session of who is away.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The session.
    pub session: Session,
    /// When and what.
    pub words: String,
    /// Who could stand in, the eligible first.
    pub candidates: Vec<Candidate>,
    /// Who is to stand in: the first eligible one at first; nobody cancels the session.
    pub chosen: Option<StintId>,
}

/// What an absence leads to.
#[derive(Debug, Clone, PartialEq)]
pub struct Replacement {
    /// Who is away.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The days.
    pub period: Period,
    /// Their sessions of those days.
    pub lines: Vec<Line>,
}

impl Replacement {
    /// Reads the sessions of a person in a period, and works out who can stand in.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn load(office: &Office, person: PersonId, period: Period, tr: Tr) -> Result<Self, Failure> {
        let around = period.from().pred_opt().zip(period.to().succ_opt());
        let around = around.and_then(|(from, to)| Period::new(from, to)).unwrap_or(period);
        let sessions = office.sessions(around)?;
        let (registry, calendar) = (office.registry(), office.calendar());
        let index = ConflictIndex::new(&sessions, registry);
        let name = registry.people.get(&person).map(|person| person.name.clone()).unwrap_or_default();
        let is_theirs = |session: &&Session| {
            let stint = registry.stints.get(&session.stint);
            period.contains(session.on_date)
                && session.status != SessionStatus::Cancelled
                && session.status != SessionStatus::Substituted
                && stint.is_some_and(|stint| stint.person == person)
                && registry.activities.get(&session.activity).is_some_and(|activity| activity.is_work)
        };
        let search = Search { registry, calendar, index: &index, tr, person };
        let mut given: Vec<(NaiveDate, Slot, StintId)> = Vec::new();
        let mut lines = Vec::new();
        for session in sessions.iter().filter(is_theirs) {
            let candidates = search.candidates(session);
            let is_free = |candidate: &&Candidate| {
                candidate.why_not.is_empty() && !given.contains(&(session.on_date, session.slot, candidate.stint))
            };
            let chosen = candidates.iter().find(is_free).map(|candidate| candidate.stint);
            given.extend(chosen.map(|stint| (session.on_date, session.slot, stint)));
            let when = tr.half_day(session.on_date, session.slot);
            let words = format!("{when} {}", session_line(session, registry, tr));
            lines.push(Line { session: session.clone(), words, candidates, chosen });
        }
        Ok(Self { person, name, period, lines })
    }

    /// How many sessions nobody stands in for: they are cancelled.
    #[must_use]
    pub fn cancelled(&self) -> usize {
        self.lines.iter().filter(|line| line.chosen.is_none()).count()
    }

    /// The one step: the sessions change hands or are cancelled, and the absence is written down where wanted.
    #[must_use]
    pub fn edit(&self, leave: Option<LeaveKind>, reason: &str, stint: Option<StintId>) -> Option<Edit> {
        let mut edits: Vec<Edit> = self
            .lines
            .iter()
            .map(|line| {
                let status = match line.chosen {
                    Some(_) => SessionStatus::Substituted,
                    None => SessionStatus::Cancelled,
                };
                let reason = reason.to_owned();
                Edit::put(Session { status, substitute_stint: line.chosen, reason, ..line.session.clone() })
            })
            .collect();
        edits.extend(leave.map(|kind| Edit::put(self.leave(kind, reason, stint))));
        let (from, to) = (self.period.from(), self.period.to());
        let label = Label::Replaced { person: self.name.clone(), from, to, count: self.lines.len() };
        (!edits.is_empty()).then_some(Edit::Many { label, edits })
    }

    /// The absence alone, as one step: what becomes of the sessions is planned afterwards.
    #[must_use]
    pub fn leave_edit(&self, kind: LeaveKind, reason: &str, stint: Option<StintId>) -> Option<Edit> {
        Some(Edit::put(self.leave(kind, reason, stint)))
    }

    fn leave(&self, kind: LeaveKind, reason: &str, stint: Option<StintId>) -> Leave {
        Leave {
            id: LeaveId::NEW,
            person: self.person,
            stint,
            kind,
            from_on: self.period.from(),
            from_slot: Slot::Am,
            to_on: self.period.to(),
            to_slot: Slot::Pm,
            destination: String::new(),
            reason: reason.to_owned(),
            substitute: None,
            approver: String::new(),
            back_on: None,
        }
    }
}

/// Looks for stand-ins.
struct Search<'a> {
    registry: &'a Registry,
    calendar: &'a WorkCalendar,
    index: &'a ConflictIndex,
    tr: Tr,
    person: PersonId,
}

impl Search<'_> {
    /// Everybody on post that day: without an objection first, of the same department first, of an equal title first.
    fn candidates(&self, session: &Session) -> Vec<Candidate> {
        let own_stint = self.registry.stints.get(&session.stint);
        let own_rank = self.registry.people.get(&self.person).and_then(|person| person.title_rank).unwrap_or(0);
        let mut found: Vec<(bool, bool, bool, i64, Candidate)> = Vec::new();
        for stint in self.registry.stints.values() {
            let Some(person) = self.registry.people.get(&stint.person) else { continue };
            let is_same_host = own_stint.is_some_and(|own| own.host_inst == stint.host_inst);
            if stint.person == self.person || person.is_retired || !is_same_host || !stint.runs_on(session.on_date) {
                continue;
            }
            let why_not = self.objection(session, stint.id);
            let is_other_dept = own_stint.is_some_and(|own| own.host_dept != stint.host_dept);
            let is_lower = person.title_rank.unwrap_or(0) < own_rank;
            let candidate = Candidate { stint: stint.id, name: person.name.clone(), why_not };
            found.push((!candidate.why_not.is_empty(), is_other_dept, is_lower, person.sort, candidate));
        }
        found.sort_by_key(|(is_busy, is_other_dept, is_lower, sort, _)| (*is_busy, *is_other_dept, *is_lower, *sort));
        found.into_iter().map(|(.., candidate)| candidate).collect()
    }

    /// What the rules would say if the stint stood in; hints do not count.
    fn objection(&self, session: &Session, stint: StintId) -> String {
        let tried = Session { status: SessionStatus::Substituted, substitute_stint: Some(stint), ..session.clone() };
        let findings = self.index.check(&tried, self.registry, self.calendar);
        let worst = findings.iter().find(|finding| finding.severity > Severity::Hint);
        worst.map_or_else(String::new, |finding| self.tr.rule_term(finding.rule).to_owned())
    }
}
