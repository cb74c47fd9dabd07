//! D30: every report and meeting of a year with its due date, in the columns that the import reads back.

use std::collections::HashMap;

use chrono::Datelike;

use super::{date, listed};
use crate::domain::{
    DutyPeriod, Obligation, Period, Report, ReportState, ReportStatus, Scope, TaskState, due_of, duty_periods,
    report_state,
};
use crate::i18n::Tr;
use crate::report::request::DocumentRequest;
use crate::report::sheet::{Align, Column, Sheet, SheetRow};
use crate::report::sources::Sources;

/// A line before it is numbered: its due date, its order, its cells.
type Line = ((chrono::NaiveDate, crate::domain::ObligationId, chrono::NaiveDate), [String; 9]);

/// Builds the calendar of the periods that end inside the period asked for.
#[must_use]
pub fn report_calendar(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let mut by_period: HashMap<_, Vec<&Report>> = HashMap::new();
    for report in sources.registry.reports.values() {
        by_period.entry((report.obligation, report.period_from)).or_default().push(report);
    }
    let is_meant = |duty: &&Obligation| request.relation.is_none_or(|relation| duty.relation == Some(relation));
    let mut lines: Vec<Line> = Vec::new();
    for duty in sources.registry.obligations.values().filter(is_meant) {
        let subjects = Scope::from(duty).sites(sources.registry).len();
        for of in duty_periods(duty, request.period) {
            let stored = by_period.get(&(duty.id, of.period.from())).map_or(&[][..], Vec::as_slice);
            lines.push(line(sources, duty, of, stored, subjects, tr));
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
    sheet.subline = vec![sources.unit().to_owned()];
    sheet.notes = vec![tr.paper_duty_note().to_owned()];
    sheet.notes.extend(sources.calendar_note(request, tr));
    sheet
}

fn line(sources: &Sources<'_>, duty: &Obligation, of: DutyPeriod, stored: &[&Report], subjects: usize, tr: Tr) -> Line {
    let due = due_of(duty, of.period, sources.calendar);
    let own = stored.iter().find(|report| report.subject.is_none());
    let sent = stored.iter().filter(|report| report.submitted_on.is_some()).count();
    let state = match own {
        Some(report) => stored_words(report, tr).to_owned(),
        None if subjects > 0 => tr.paper_report_waiting_of(sent, subjects),
        None => tr.paper_report_waiting().to_owned(),
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
        state,
        remark,
    ];
    ((due.on, duty.id, of.period.from()), cells)
}

/// How a stored period stands; one not sent stays 未报 whatever the day, since the sheet is a record.
fn stored_words(report: &Report, tr: Tr) -> &'static str {
    let day = report.submitted_on.unwrap_or(report.due_on);
    match (report.status, report_state(report, day, TaskState::NOTICE_DAYS)) {
        (_, ReportState::Late) => tr.report_late(),
        (ReportStatus::Exempt, _) => tr.report_exempt(),
        (_, ReportState::Submitted) => tr.report_submitted(),
        _ => tr.report_pending(),
    }
}

fn days(period: Period) -> String {
    format!("{}—{}", period.from(), period.to())
}
