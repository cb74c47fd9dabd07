//! What documents are made from, and the questions that all of them ask of it.

use chrono::NaiveDate;
use thiserror::Error;

use super::plan_changes::Comparison;
use super::request::DocumentRequest;
use super::rotation::Rotation;
use crate::domain::{
    Activity, Department, DepartmentId, Institution, InstitutionId, Person, Publication, Registry, Session, Stint,
    StintId, WorkCalendar,
};
use crate::i18n::Tr;

/// The ideographic comma between several short names.
const SHORT_NAME_SEPARATOR: char = '\u{3001}';

/// Records at one moment.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// The reference records.
    pub registry: &'a Registry,
    /// Sessions of the days that the document covers; others are passed over.
    pub sessions: &'a [Session],
    /// Built-in years and the file's own days.
    pub calendar: &'a WorkCalendar,
    /// The day as of which states are told.
    pub today: NaiveDate,
    /// The plan that what is shown is compared with: that of the version before, where one was kept.
    pub issued: Option<&'a [Session]>,
    /// What the planner has drawn up, for the documents that show it.
    pub drawn: Option<&'a Drawn>,
    /// Whether something was changed since the newest issue: then the sheet is a draft of the next one.
    pub is_changed: bool,
}

/// What the planner has drawn up and nobody has stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drawn {
    /// Posts over months.
    Rotation(Rotation),
    /// A plan beside what stands.
    Plan(Comparison),
}

/// Why a document cannot be made of this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ReportError {
    /// A document of one week was asked of days in several.
    #[error("the period spans several weeks")]
    SeveralWeeks,
}

impl<'a> Sources<'a> {
    /// Records as of a day, with no plan to compare them with and nothing drawn up.
    #[must_use]
    pub const fn new(
        registry: &'a Registry,
        sessions: &'a [Session],
        calendar: &'a WorkCalendar,
        today: NaiveDate,
    ) -> Self {
        Self { registry, sessions, calendar, today, issued: None, drawn: None, is_changed: false }
    }

    /// Name of the unit on the paper: the chosen one, else that of the own institution.
    pub(super) fn unit(&self) -> &'a str {
        self.registry
            .setting("unit_name")
            .filter(|name| !name.is_empty())
            .or_else(|| self.registry.own_institution().map(|inst| inst.name.as_str()))
            .unwrap_or_default()
    }

    /// The day as of which a document of the period is told: its last, and today while that is yet to come.
    pub(super) fn as_of(&self, request: &DocumentRequest) -> NaiveDate {
        self.today.min(request.period.to())
    }

    /// The newest issue of exactly these days.
    pub(super) fn issue(&self, request: &DocumentRequest) -> Option<&'a Publication> {
        self.registry
            .publications
            .values()
            .filter(|issue| issue.document == request.kind)
            .filter(|issue| (issue.period_from, issue.period_to) == (request.period.from(), request.period.to()))
            .max_by_key(|issue| issue.version)
    }

    pub(super) fn stint(&self, id: StintId) -> Option<&'a Stint> {
        self.registry.stints.get(&id)
    }

    pub(super) fn person(&self, stint: &Stint) -> Option<&'a Person> {
        self.registry.people.get(&stint.person)
    }

    pub(super) fn institution(&self, id: InstitutionId) -> Option<&'a Institution> {
        self.registry.institutions.get(&id)
    }

    pub(super) fn department(&self, id: Option<DepartmentId>) -> Option<&'a Department> {
        self.registry.departments.get(&id?)
    }

    pub(super) fn activity(&self, session: &Session) -> Option<&'a Activity> {
        self.registry.activities.get(&session.activity)
    }

    /// Where a stint is served, as its column says: the department, else the institution where it is not the own one.
    pub(super) fn host_name(&self, stint: &Stint) -> String {
        let place = self.institution(stint.host_inst).filter(|inst| !inst.is_own).map(short_name);
        match (self.department(stint.host_dept), place) {
            (Some(dept), _) => dept.name.clone(),
            (None, Some(place)) => place.to_owned(),
            (None, None) => String::new(),
        }
    }

    /// The footnote about years whose public holidays are not known.
    pub(super) fn calendar_note(&self, request: &DocumentRequest, tr: Tr) -> Option<String> {
        let years = self.calendar.missing_years(request.period);
        let years: Vec<_> = years.iter().map(ToString::to_string).collect();
        (!years.is_empty()).then(|| tr.paper_calendar_missing(&years.join(tr.paper_list_comma())))
    }
}

/// The first of the short names, else the full name.
pub(super) fn short_name(inst: &Institution) -> &str {
    inst.short_name.split(SHORT_NAME_SEPARATOR).map(str::trim).find(|name| !name.is_empty()).unwrap_or(&inst.name)
}
