//! Sheet kind `report`: the periods of what falls due, one row each.

use chrono::NaiveDate;

use super::bench::Bench;
use super::line::{Line, fill_some};
use super::obligation::kind_by_title;
use super::outcome::{About, Refused, Taken};
use crate::domain::{
    Cycle, DueShift, DutyPeriod, Obligation, ObligationId, Period, Report, ReportStatus, due_of, duty_periods,
};
use crate::import::values::PeriodValue;
use crate::import::{Code, values};

const TITLE: &str = "事项";
const ADDRESSEE: &str = "报送对象";
const CYCLE: &str = "周期";
const NUMBER: &str = "第几期";
const PERIOD: &str = "期间";
const DUE: &str = "截止";
const SENT: &str = "报送日期";
const STATUS: &str = "状态";

/// One period.
pub(super) fn take(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let title = line.required(TITLE)?;
    let cycle = line.read(CYCLE, values::cycle)?;
    let no = line.read(NUMBER, values::period_number)?;
    let written = match line.period(PERIOD)? {
        Some(PeriodValue::Dates(period) | PeriodValue::Tenure(_, Some(period))) => Some(period),
        _ => None,
    };
    let due = line.date(DUE)?.map(|date| date.on);
    let sent = line.date(SENT)?.map(|date| date.on);
    let status = line.read(STATUS, values::report_status)?;
    let duty = match matching(bench, line, &title, cycle)? {
        Some(duty) => duty,
        None => new(bench, line, title, cycle, written)?,
    };
    let duty_period = period(line, &duty, written, no)?;
    let computed = due_of(&duty, duty_period.period, bench.calendar).on;
    if due.is_some_and(|due| due != computed) {
        line.hint(DUE, Code::N12, About::Computed(computed.to_string()));
    }
    let known = stored(bench, duty.id, duty_period.period);
    if known.is_none() && sent.is_none() && values::is_report_waiting(line.raw(STATUS)) {
        return Ok(bench.draft.put(duty));
    }
    let mut report = known.unwrap_or_else(|| new_report(bench, duty.id, duty_period, computed));
    report.period_no = duty_period.no;
    fill_some(&mut report.submitted_on, sent);
    let told = status.or(sent.map(|_| ReportStatus::Submitted)).unwrap_or(report.status);
    // A report that was sent too late is told as that, however it is stored.
    let is_late = report.submitted_on.is_some_and(|sent| sent > report.due_on);
    if !(told == ReportStatus::Late && report.status == ReportStatus::Submitted && is_late) {
        report.status = told;
    }
    let made = bench.draft.put(duty);
    Ok(bench.draft.put(report).with(made))
}

/// The obligation that a row names: by its title, else by one that contains it or is contained, told apart by
/// cycle and addressee.
fn matching(
    bench: &Bench<'_>,
    line: &Line<'_>,
    title: &str,
    cycle: Option<Cycle>,
) -> Result<Option<Obligation>, Refused> {
    let duties: Vec<&Obligation> = bench.registry().obligations.values().collect();
    let mut fits: Vec<&Obligation> =
        duties.iter().copied().filter(|duty| values::same_words(&duty.title, title)).collect();
    if fits.is_empty() {
        let is_near = |duty: &&Obligation| duty.title.contains(title) || title.contains(duty.title.as_str());
        fits = duties.iter().copied().filter(is_near).collect();
    }
    if let Some(cycle) = cycle {
        narrow(&mut fits, |duty| duty.cycle == cycle);
    }
    if let Some(addressee) = line.text(ADDRESSEE) {
        narrow(&mut fits, |duty| duty.addressee == addressee);
    }
    match fits.as_slice() {
        [] => Ok(None),
        [one] => Ok(Some((*one).clone())),
        several => {
            let names = several.iter().map(|duty| format!("{} {}", duty.title, duty.addressee)).collect();
            Err(line.refuse(TITLE, Code::R09, About::People(names)))
        }
    }
}

/// Keeps those that fit, unless none does.
fn narrow(fits: &mut Vec<&Obligation>, fit: impl Fn(&Obligation) -> bool) {
    if fits.len() > 1 && fits.iter().any(|duty| fit(duty)) {
        fits.retain(|duty| fit(duty));
    }
}

/// An obligation that is known from its ledger alone: due on the last day of each period.
fn new(
    bench: &mut Bench<'_>,
    line: &Line<'_>,
    title: String,
    cycle: Option<Cycle>,
    first: Option<Period>,
) -> Result<Obligation, Refused> {
    let missing = |heading| line.refuse(heading, Code::R01, About::Nothing);
    let cycle = cycle.ok_or_else(|| missing(CYCLE))?;
    let first = first.ok_or_else(|| missing(PERIOD))?;
    let origin = bench.origin(line, None);
    Ok(Obligation {
        id: bench.draft.new_id(),
        addressee: line.text(ADDRESSEE).unwrap_or_default(),
        shift: DueShift::Keep,
        relation: origin.relation,
        programme: origin.programme,
        ..Obligation::new(kind_by_title(&title), title, cycle, first.from())
    })
}

/// The period of a row: the written dates where they are one of the obligation's, else the one of that number.
fn period(line: &Line<'_>, duty: &Obligation, written: Option<Period>, no: Option<u32>) -> Result<DutyPeriod, Refused> {
    let year = written.map(|period| year_of(period.to())).or_else(|| line.year().and_then(full_year));
    let within = match (duty.cycle, year) {
        // Tenure quarters are counted through the years.
        (Cycle::TenureQuarterly, _) | (_, None) => Period::new(duty.anchor_on, NaiveDate::MAX),
        (_, Some(year)) => Some(year),
    };
    let known = within.map_or_else(Vec::new, |within| duty_periods(duty, limited(within, duty)));
    if let Some(written) = written {
        let met = known.iter().find(|known| known.period == written).or_else(|| {
            // Written a little off: the period in which most of it lies.
            known.iter().find(|known| known.period.contains(middle(written)))
        });
        return Ok(met.copied().unwrap_or(DutyPeriod { no: no.unwrap_or(1), period: written }));
    }
    let heading = if line.has(NUMBER) { NUMBER } else { PERIOD };
    let no = no.ok_or_else(|| line.refuse(heading, Code::R01, About::Nothing))?;
    if year.is_none() && duty.cycle != Cycle::TenureQuarterly {
        return Err(line.refuse(heading, Code::R02, About::Nothing));
    }
    let found = known.into_iter().find(|known| known.no == no);
    found.ok_or_else(|| line.refuse(heading, Code::R08, About::Nothing))
}

/// Not further than a hundred years from the anchor.
fn limited(within: Period, duty: &Obligation) -> Period {
    const YEARS: u32 = 100;
    let last = duty.anchor_on.checked_add_months(chrono::Months::new(12 * YEARS)).unwrap_or(within.to());
    Period::new(within.from().min(last), within.to().min(last)).unwrap_or(within)
}

fn year_of(on: NaiveDate) -> Period {
    full_year(chrono::Datelike::year(&on)).unwrap_or(Period::day(on))
}

fn full_year(year: i32) -> Option<Period> {
    Period::new(NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?)
}

fn middle(period: Period) -> NaiveDate {
    let half = (period.to() - period.from()).num_days() / 2;
    period.from() + chrono::TimeDelta::days(half)
}

fn stored(bench: &Bench<'_>, obligation: ObligationId, period: Period) -> Option<Report> {
    let is_same = |report: &&Report| {
        report.obligation == obligation && report.subject.is_none() && report.period_from == period.from()
    };
    bench.registry().reports.values().find(is_same).cloned()
}

fn new_report(bench: &mut Bench<'_>, obligation: ObligationId, of: DutyPeriod, due_on: NaiveDate) -> Report {
    Report {
        id: bench.draft.new_id(),
        obligation,
        subject: None,
        period_no: of.no,
        period_from: of.period.from(),
        period_to: of.period.to(),
        due_on,
        submitted_on: None,
        status: ReportStatus::Pending,
        ticked: Vec::new(),
        snapshot: String::new(),
        note: String::new(),
    }
}
