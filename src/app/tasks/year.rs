//! The reports and meetings of a year: every period of every obligation, with what is stored of it.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::evidence::files_by;
use crate::app::{Failure, Office};
use crate::domain::{
    Appraised, Due, DutyPeriod, Edit, InstitutionId, Label, Obligation, ObligationId, Period, Registry, Report,
    ReportId, ReportState, ReportStatus, Scope, TaskState, WorkCalendar, due_of, duty_periods, report_state,
};
use crate::i18n::Tr;

/// One period of one obligation; where each site has its own, the first that is not sent stands for all.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportLine {
    /// The record as it is or would be stored.
    pub report: Report,
    /// How it stands.
    pub state: ReportState,
    /// For how many subjects it is kept; 0 for the office itself.
    pub subjects: usize,
    /// How many of them are sent.
    pub sent: usize,
    /// The record of each subject, as it is or would be stored.
    pub records: Vec<Report>,
    /// Texts by column.
    pub cells: Vec<String>,
}

/// The periods of a year, by due date.
#[derive(Debug, Clone)]
pub struct ReportYear {
    /// The year.
    pub year: i32,
    /// Its lines.
    pub lines: Vec<ReportLine>,
    /// The records, for edits.
    pub registry: Arc<Registry>,
    /// The work calendar, for picking dates.
    pub calendar: Arc<WorkCalendar>,
    /// Whether there is any obligation at all.
    pub has_duties: bool,
}

impl ReportLine {
    /// The addresses of the columns that [`ReportLine::cells`] follows.
    pub const COLUMNS: [&'static str; 12] = [
        "title",
        "state",
        "due_on",
        "rule",
        "period_no",
        "period",
        "addressee",
        "cycle",
        "submitted_on",
        "owner",
        "checklist",
        "files",
    ];
}

impl ReportYear {
    /// The periods whose last day lies in the year.
    ///
    /// # Errors
    /// Never at present; questions to the office share one shape.
    pub fn load(office: &Office, year: i32, tr: Tr) -> Result<Self, Failure> {
        let registry = Arc::clone(office.registry());
        let today = office.clock().today();
        let lines = lines_of(&registry, office.calendar(), year, today, tr);
        let calendar = Arc::clone(office.calendar());
        Ok(Self { year, lines, calendar, has_duties: !registry.obligations.is_empty(), registry })
    }

    /// A line by its key: its place, counted from 1.
    #[must_use]
    pub fn line(&self, key: i64) -> Option<&ReportLine> {
        usize::try_from(key).ok().and_then(|place| self.lines.get(place.checked_sub(1)?))
    }
}

/// The periods of a year, by due date.
pub(crate) fn lines_of(
    registry: &Registry,
    calendar: &WorkCalendar,
    year: i32,
    today: NaiveDate,
    tr: Tr,
) -> Vec<ReportLine> {
    let ends = NaiveDate::from_ymd_opt(year, 1, 1).zip(NaiveDate::from_ymd_opt(year, 12, 31));
    let Some(within) = ends.and_then(|(from, to)| Period::new(from, to)) else { return Vec::new() };
    let stored = Stored::new(registry, today);
    let files = files_by(registry, |it| it.report);
    let mut lines: Vec<ReportLine> = Vec::new();
    for duty in registry.obligations.values() {
        let sites = Scope::from(duty).sites(registry);
        for period in duty_periods(duty, within) {
            let due = due_of(duty, period.period, calendar);
            let records = stored.subjects(duty, &sites, period, due);
            let kept = records.iter().filter_map(|report| files.get(&report.id)).sum();
            lines.push(line(duty, (period, due), records, kept, today, tr));
        }
    }
    lines.sort_by_key(|line| (line.report.due_on, line.report.obligation, line.report.period_from));
    lines
}

type Key = (ObligationId, Option<InstitutionId>, NaiveDate);

/// The stored records by obligation, subject and first day.
struct Stored<'a> {
    reports: HashMap<Key, &'a Report>,
    appraised: Appraised,
}

impl<'a> Stored<'a> {
    fn new(registry: &'a Registry, until: NaiveDate) -> Self {
        let key = |report: &Report| (report.obligation, report.subject, report.period_from);
        let reports = registry.reports.values().map(|report| (key(report), report)).collect();
        Self { reports, appraised: Appraised::of(registry, until) }
    }

    /// The record of each subject, as it is or would be; that of the office itself where there are no subjects or
    /// one was kept for all together.
    fn subjects(&self, duty: &Obligation, sites: &[InstitutionId], of: DutyPeriod, due: Due) -> Vec<Report> {
        let record = |subject: Option<InstitutionId>| {
            let stored = self.reports.get(&(duty.id, subject, of.period.from())).map(|report| (*report).clone());
            stored.unwrap_or_else(|| {
                let submitted_on = subject.and_then(|site| self.appraised.on(duty, site, of.period));
                let status = if submitted_on.is_some() { ReportStatus::Submitted } else { ReportStatus::Pending };
                Report { submitted_on, status, ..pending(duty, subject, of, due) }
            })
        };
        if sites.is_empty() || self.reports.contains_key(&(duty.id, None, of.period.from())) {
            return vec![record(None)];
        }
        sites.iter().map(|site| record(Some(*site))).collect()
    }
}

fn pending(duty: &Obligation, subject: Option<InstitutionId>, of: DutyPeriod, due: Due) -> Report {
    Report {
        id: ReportId::NEW,
        obligation: duty.id,
        subject,
        period_no: of.no,
        period_from: of.period.from(),
        period_to: of.period.to(),
        due_on: due.on,
        submitted_on: None,
        status: ReportStatus::Pending,
        ticked: Vec::new(),
        snapshot: String::new(),
        note: String::new(),
    }
}

fn line(
    duty: &Obligation,
    (of, due): (DutyPeriod, Due),
    records: Vec<Report>,
    files: usize,
    today: NaiveDate,
    tr: Tr,
) -> ReportLine {
    let state = |report: &Report| report_state(report, today, TaskState::NOTICE_DAYS);
    let worst = records.iter().min_by_key(|report| state(report)).cloned();
    let report = worst.unwrap_or_else(|| pending(duty, None, of, due));
    let is_sent = |report: &&Report| matches!(state(report), ReportState::Submitted | ReportState::Late);
    let sent = records.iter().filter(is_sent).count();
    let subjects = if report.subject.is_some() { records.len() } else { 0 };
    let state = state(&report);
    let standing = tr.report_state(state, (report.due_on - today).num_days());
    let standing = if subjects > 0 { tr.report_tally(&standing, sent, subjects) } else { standing };
    let ticked = duty.checklist.iter().filter(|item| report.ticked.contains(item)).count();
    let cells = vec![
        duty.title.clone(),
        standing,
        due.on.to_string(),
        if due.is_shifted() { due.nominal.to_string() } else { String::new() },
        of.no.to_string(),
        tr.days_of(of.period),
        duty.addressee.clone(),
        tr.cycle(duty.cycle).to_owned(),
        report.submitted_on.map_or_else(String::new, |on| on.to_string()),
        duty.owner.clone(),
        if duty.checklist.is_empty() { String::new() } else { format!("{ticked}/{}", duty.checklist.len()) },
        if files == 0 { String::new() } else { tr.evidence_files(files) },
    ];
    ReportLine { report, state, subjects, sent, records, cells }
}

/// Enters the period as sent on that day, or takes it back where it is sent; for every subject alike.
#[must_use]
pub fn send_edit(line: &ReportLine, registry: &Registry, on: NaiveDate) -> Option<Edit> {
    let duty = registry.obligations.get(&line.report.obligation)?;
    let is_back = line.state >= ReportState::Late;
    let sites = Scope::from(duty).sites(registry);
    let stored = Stored::new(registry, on);
    let period = Period::new(line.report.period_from, line.report.period_to)?;
    let of = DutyPeriod { no: line.report.period_no, period };
    let due = Due { nominal: line.report.due_on, on: line.report.due_on };
    let records = stored.subjects(duty, &sites, of, due);
    let edits = records.into_iter().filter_map(|report| match (is_back, report.submitted_on) {
        (false, None) => Some(Edit::put(Report { submitted_on: Some(on), status: ReportStatus::Submitted, ..report })),
        (true, _) if !report.id.is_new() => {
            Some(Edit::put(Report { submitted_on: None, status: ReportStatus::Pending, ..report }))
        }
        _ => None,
    });
    let edits: Vec<Edit> = edits.collect();
    let name = format!("{} {}", duty.title, of.no);
    (!edits.is_empty()).then_some(Edit::Many { label: Label::ReportSent { name }, edits })
}

impl ReportYear {
    /// The years that may be looked at: from the first period to the year after this one.
    #[must_use]
    pub fn years(registry: &Registry, today: NaiveDate) -> Vec<i32> {
        let first = registry.obligations.values().map(|duty| duty.anchor_on.year()).min().unwrap_or(today.year());
        (first.min(today.year())..=today.year() + 1).collect()
    }
}
