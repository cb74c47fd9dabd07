//! C16: reports that were not sent in time, or fall due within the lead.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;

use super::found::Found;
use super::ground::{Ground, later, record};
use super::rules::{Place, Rule};
use crate::domain::{
    Appraised, InstitutionId, Obligation, ObligationId, Period, Report, ReportState, Scope, Table, due_of,
    duty_periods, report_state, waiting_state,
};

/// Periods that were recorded and stand open, and periods that nobody recorded.
pub fn overdue(ground: &Ground<'_>) -> Vec<Found> {
    let kept = Kept::new(ground);
    let stored = ground.registry.reports.values().filter_map(|report| of_report(ground, report));
    let duties = ground.registry.obligations.values();
    stored.chain(duties.flat_map(|duty| kept.missing(ground, duty))).collect()
}

fn of_report(ground: &Ground<'_>, report: &Report) -> Option<Found> {
    let duty = ground.registry.obligations.get(&report.obligation)?;
    let rule = rule_of(ground, duty, report.subject)?;
    let tr = ground.tr;
    let actual = match report_state(report, ground.on, rule.number("lead", USUAL_LEAD)) {
        ReportState::Overdue => tr.check_report_overdue((ground.on - report.due_on).num_days()),
        ReportState::DueSoon => soon(ground, report.due_on),
        ReportState::Late => {
            let sent = report.submitted_on?;
            tr.check_report_late(&sent.to_string(), (sent - report.due_on).num_days())
        }
        ReportState::Pending | ReportState::Submitted | ReportState::Exempt => return None,
    };
    let subject = name(ground, duty, report.subject, report.period_no);
    let found = rule.found(subject, actual, tr.check_due(&report.due_on.to_string())).on(report.due_on);
    let records = vec![record(Table::Report, report.id.raw()), record(Table::Obligation, duty.id.raw())];
    Some(Found { records, ..found })
}

/// Days before the due date from which a report is told, where the rule does not say.
const USUAL_LEAD: i64 = 3;

fn rule_of<'g, 'a>(ground: &'g Ground<'a>, duty: &Obligation, site: Option<InstitutionId>) -> Option<&'g Rule<'a>> {
    let place = Place::of(ground.registry, duty.relation, duty.programme, site);
    ground.rules.at("C16", &place, ground.on)
}

fn soon(ground: &Ground<'_>, due_on: NaiveDate) -> String {
    match (due_on - ground.on).num_days() {
        0 => ground.tr.check_report_today().to_owned(),
        days => ground.tr.check_report_soon(days),
    }
}

fn name(ground: &Ground<'_>, duty: &Obligation, site: Option<InstitutionId>, no: u32) -> String {
    let site = site.map(|id| ground.place(id).to_owned());
    [site, Some(ground.tr.check_report_no(&duty.title, no))].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Which periods the office keeps records of.
struct Kept {
    periods: HashSet<(ObligationId, Option<InstitutionId>, NaiveDate)>,
    first: BTreeMap<ObligationId, NaiveDate>,
    appraised: Appraised,
}

impl Kept {
    fn new(ground: &Ground<'_>) -> Self {
        let mut first = BTreeMap::new();
        let mut periods = HashSet::new();
        for report in ground.registry.reports.values() {
            periods.insert((report.obligation, report.subject, report.period_from));
            let earliest = first.entry(report.obligation).or_insert(report.period_from);
            *earliest = report.period_from.min(*earliest);
        }
        Self { periods, first, appraised: Appraised::of(ground.registry, ground.on) }
    }

    /// Periods without a record, one finding for each subject however many there are. Nothing is missing before the
    /// first period of which a record was kept, and of an obligation of which none ever was.
    fn missing(&self, ground: &Ground<'_>, duty: &Obligation) -> Vec<Found> {
        let Some(first) = self.first.get(&duty.id) else { return Vec::new() };
        let sites = Scope::from(duty);
        let subjects: Vec<Option<InstitutionId>> =
            if sites.is_of_sites() { sites.sites(ground.registry).into_iter().map(Some).collect() } else { vec![None] };
        subjects.into_iter().flat_map(|site| self.missing_at(ground, duty, site, *first)).collect()
    }

    fn missing_at(
        &self,
        ground: &Ground<'_>,
        duty: &Obligation,
        site: Option<InstitutionId>,
        first: NaiveDate,
    ) -> Vec<Found> {
        let Some(rule) = rule_of(ground, duty, site) else { return Vec::new() };
        let lead = rule.number("lead", USUAL_LEAD);
        // A report may be due long before its period is over.
        let Some(within) = Period::new(first, later(ground.on, lead + LONGEST_PERIOD)) else { return Vec::new() };
        let is_kept =
            |from: NaiveDate| [None, site].into_iter().any(|subject| self.periods.contains(&(duty.id, subject, from)));
        let mut late: Vec<(u32, NaiveDate)> = Vec::new();
        let mut near: Vec<(u32, NaiveDate)> = Vec::new();
        for of in duty_periods(duty, within) {
            let is_done = site.is_some_and(|site| self.appraised.on(duty, site, of.period).is_some());
            if is_done || of.period.from() < first || is_kept(of.period.from()) {
                continue;
            }
            let due = due_of(duty, of.period, ground.books.calendar).on;
            match waiting_state(due, ground.on, lead) {
                ReportState::Overdue => late.push((of.no, due)),
                ReportState::DueSoon => near.push((of.no, due)),
                _ => {}
            }
        }
        let found = |(no, due): (u32, NaiveDate), last: NaiveDate, actual: String| {
            let subject = name(ground, duty, site, no);
            let found = rule.found(subject, actual, ground.tr.check_due(&due.to_string()));
            let days = Period::new(due, last)?;
            Some(Found { records: vec![record(Table::Obligation, duty.id.raw())], ..found.during(days) })
        };
        let overdue = late.first().zip(late.last()).and_then(|(first, last)| {
            let days = (ground.on - first.1).num_days();
            let actual = match late.len() {
                1 => ground.tr.check_report_overdue(days),
                many => ground.tr.check_reports_overdue(days, many),
            };
            found(*first, last.1, actual)
        });
        overdue.into_iter().chain(near.into_iter().filter_map(|one| found(one, one.1, soon(ground, one.1)))).collect()
    }
}

/// Days that a period has at most.
const LONGEST_PERIOD: i64 = 366;
