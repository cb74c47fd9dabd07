//! D30: every report and meeting of a year with its due date, in the columns that the import reads back.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use super::{date, listed};
use crate::domain::{
    Appraised, DutyPeriod, InstitutionId, Obligation, Period, Report, ReportState, Scope, TaskState, due_of,
    duty_periods, report_state, waiting_state,
};
use crate::i18n::Tr;
use crate::report::request::DocumentRequest;
use crate::report::sheet::{Align, Column, Sheet, SheetRow};
use crate::report::sources::Sources;

/// A line before it is numbered: its due date, its order, its cells.
type Line = ((NaiveDate, crate::domain::ObligationId, NaiveDate), [String; 9]);

/// Builds the calendar of the periods that end inside the period asked for.
#[must_use]
pub fn report_calendar(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    // A year that is over is told as it ended, the present one as it stands.
    let on = sources.as_of(request);
    let mut by_period: HashMap<_, Vec<&Report>> = HashMap::new();
    for report in sources.registry.reports.values() {
        by_period.entry((report.obligation, report.period_from)).or_default().push(report);
    }
    let is_meant = |duty: &&Obligation| request.relation.is_none_or(|relation| duty.relation == Some(relation));
    let mut lines: Vec<Line> = Vec::new();
    let place = Place { sources, appraised: Appraised::of(sources.registry, on), on, tr };
    for duty in sources.registry.obligations.values().filter(is_meant) {
        let sites = Scope::from(duty).sites(sources.registry);
        for of in duty_periods(duty, request.period) {
            let stored = by_period.get(&(duty.id, of.period.from())).map_or(&[][..], Vec::as_slice);
            lines.push(place.line(duty, of, stored, &sites));
        }
    }
    lines.sort_by_key(|(order, _)| *order);
    let numbered = lines.into_iter().enumerate();
    let rows =
        numbered.map(|(index, (_, cells))| SheetRow::of([(index + 1).to_string()].into_iter().chain(cells))).collect();
    let centre = |width| Column::text(width, Align::Centre);
    let columns = vec![
        Column::number(10.0),
        Column::text(48.0, Align::Left),
        Column::text(48.0, Align::Left),
        centre(18.0),
        Column::number(14.0),
        centre(46.0),
        centre(22.0),
        centre(22.0),
        centre(20.0),
        centre(26.0),
    ];
    let head = vec![
        tr.paper_number(),
        tr.paper_duty(),
        tr.paper_addressee(),
        tr.paper_cycle(),
        tr.paper_period_no(),
        tr.paper_period_days(),
        tr.paper_due_day(),
        tr.paper_sent_day(),
        tr.paper_state(),
        tr.paper_remark(),
    ];
    let mut sheet = listed(sources, request, rows, columns, head, tr.paper_no_duties(), tr);
    sheet.title = tr.paper_duty_title(request.period.to().year());
    sheet.subline = vec![sources.unit().to_owned(), tr.paper_until(&tr.full_date(on))];
    sheet.notes = vec![tr.paper_duty_note().to_owned()];
    sheet.notes.extend(sources.calendar_note(request, tr));
    sheet
}

/// As of when the lines are told, and from what.
struct Place<'a> {
    sources: &'a Sources<'a>,
    appraised: Appraised,
    on: NaiveDate,
    tr: Tr,
}

impl Place<'_> {
    fn line(&self, duty: &Obligation, of: DutyPeriod, stored: &[&Report], sites: &[InstitutionId]) -> Line {
        let tr = self.tr;
        let due = due_of(duty, of.period, self.sources.calendar);
        let own = stored.iter().find(|report| report.subject.is_none());
        let standing = match own {
            Some(report) => self.words(self.state(report), report.due_on),
            None if !sites.is_empty() => self.tally(duty, of, due.on, stored, sites),
            None => self.words(waiting_state(due.on, self.on, TaskState::NOTICE_DAYS), due.on),
        };
        let remark = if due.is_shifted() { tr.paper_remark_rule(&due.nominal.to_string()) } else { String::new() };
        let cells = [
            duty.title.clone(),
            duty.addressee.clone(),
            tr.cycle(duty.cycle).to_owned(),
            of.no.to_string(),
            days(of.period),
            due.on.to_string(),
            date(own.and_then(|report| report.submitted_on)),
            standing,
            remark,
        ];
        ((due.on, duty.id, of.period.from()), cells)
    }

    fn state(&self, report: &Report) -> ReportState {
        report_state(report, self.on, TaskState::NOTICE_DAYS)
    }

    /// One word for all sites: that of the worst, with how many of them are done.
    fn tally(
        &self,
        duty: &Obligation,
        of: DutyPeriod,
        due_on: NaiveDate,
        stored: &[&Report],
        sites: &[InstitutionId],
    ) -> String {
        let state = |site: &InstitutionId| {
            let own = stored.iter().find(|report| report.subject == Some(*site)).map(|report| self.state(report));
            let appraised = || self.appraised.on(duty, *site, of.period);
            own.unwrap_or_else(|| match appraised() {
                Some(on) if on > due_on => ReportState::Late,
                Some(_) => ReportState::Submitted,
                None => waiting_state(due_on, self.on, TaskState::NOTICE_DAYS),
            })
        };
        let states: Vec<ReportState> = sites.iter().map(state).collect();
        let done = states.iter().filter(|state| **state >= ReportState::Late).count();
        let worst = states.into_iter().min().unwrap_or(ReportState::Pending);
        self.tr.report_tally(&self.words(worst, due_on), done, sites.len())
    }

    fn words(&self, state: ReportState, due_on: NaiveDate) -> String {
        self.tr.report_state(state, (due_on - self.on).num_days())
    }
}

fn days(period: Period) -> String {
    format!("{}—{}", period.from(), period.to())
}
