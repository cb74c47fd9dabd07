//! What the first screen shows: who is at work today, what is due, what is wrong.

mod due;
mod file;
mod reminder;
mod roster;
mod steps;

use chrono::{Datelike, Days, NaiveDate};

pub use due::{DueKind, DueVm};
pub use file::{FileVm, file_vm};
pub use reminder::{Reminder, reminder};
pub use roster::{PostVm, Slots};
pub use steps::{Step, StepsVm};

use super::failure::Failure;
use super::office::Office;
use crate::domain::{DayKind, Finding, Period, Registry, Session, SessionStatus, Severity, Week, conflicts};
use crate::i18n::Tr;

/// Days from today whose findings are shown: this week and the next.
const WEEKS_AHEAD: u64 = 13;

/// The first screen.
#[derive(Debug, Clone, PartialEq)]
pub struct TodayVm {
    /// 2023年6月23日 周五 · 端午节.
    pub date: String,
    /// What the day is.
    pub kind: DayKind,
    /// The day whose people are shown: today, or the next with work where today has none.
    pub shown_on: NaiveDate,
    /// That day in words, where it is not today.
    pub shown_day: Option<String>,
    /// Who is on post on that day.
    pub posts: Vec<PostVm>,
    /// Half-days of work planned this week.
    pub week_sessions: usize,
    /// What is due or overdue, the most urgent first.
    pub due: Vec<DueVm>,
    /// What the rules found in this and the next week, the gravest first.
    pub findings: Vec<FindingLine>,
    /// The first steps, while they are offered.
    pub steps: Option<StepsVm>,
    /// This or the next year, where its holidays are not known yet.
    pub missing_year: Option<i32>,
}

/// A finding as a line.
#[derive(Debug, Clone, PartialEq)]
pub struct FindingLine {
    /// How much it matters.
    pub severity: Severity,
    /// What was found.
    pub text: String,
    /// The day to show.
    pub on: NaiveDate,
}

/// The first screen as of now.
///
/// # Errors
/// Where the file cannot be read.
pub fn today_vm(office: &Office, tr: Tr) -> Result<TodayVm, Failure> {
    let today = office.clock().today();
    let facts = office.calendar().facts(today);
    let sessions = office.sessions(ahead(today))?;
    let week = Week::of(today).period();
    let registry = office.registry();
    let week_sessions = sessions
        .iter()
        .filter(|session| week.contains(session.on_date))
        .filter(|session| registry.activities.get(&session.activity).is_some_and(|activity| activity.is_work))
        .count();
    let day_name = if facts.name.is_empty() { tr.day_kind(facts.kind) } else { tr.festival(&facts.name) };
    let shown_on = next_with_work(registry, today, &sessions).unwrap_or(today);
    let next = || tr.today_next(&format!("{} {}", tr.month_day(shown_on), tr.weekday(shown_on.weekday())));
    Ok(TodayVm {
        date: tr.today_line(&tr.full_date(today), tr.weekday(today.weekday()), day_name),
        kind: facts.kind,
        shown_on,
        shown_day: (shown_on != today).then(next),
        posts: roster::posts(office, tr, shown_on, &sessions),
        week_sessions,
        due: due::due(registry, office.calendar(), tr, today),
        findings: found(office, &sessions, today).iter().map(|finding| line(tr, finding)).collect(),
        steps: steps::steps(office, &sessions),
        missing_year: missing_year(office, today),
    })
}

/// Today, or the next day on which somebody works.
fn next_with_work(registry: &Registry, today: NaiveDate, sessions: &[Session]) -> Option<NaiveDate> {
    let is_work = |session: &&Session| {
        session.status != SessionStatus::Cancelled
            && registry.activities.get(&session.activity).is_some_and(|activity| activity.is_work)
    };
    sessions.iter().filter(is_work).map(|session| session.on_date).filter(|on| *on >= today).min()
}

/// What the rules find from this Monday to the end of the next week, the gravest first.
fn found(office: &Office, sessions: &[Session], today: NaiveDate) -> Vec<Finding> {
    let mut findings = conflicts(sessions, office.registry(), office.calendar(), ahead(today));
    findings.sort_by_key(|finding| (std::cmp::Reverse(finding.severity), finding.period.from()));
    findings
}

fn line(tr: Tr, finding: &Finding) -> FindingLine {
    let on = finding.period.from();
    FindingLine { severity: finding.severity, text: tr.finding(finding), on }
}

fn ahead(today: NaiveDate) -> Period {
    let from = Week::of(today).monday();
    let to = from.checked_add_days(Days::new(WEEKS_AHEAD)).unwrap_or(from);
    Period::new(from, to).unwrap_or_else(|| Period::day(from))
}

/// The year whose notice is missing: this one, or from December on the next.
fn missing_year(office: &Office, today: NaiveDate) -> Option<i32> {
    let next = if today.month() == 12 { today.year() + 1 } else { today.year() };
    (today.year()..=next).find(|year| !office.calendar().knows(*year))
}
