//! Which sessions clash with each other, with leave, with stints and with holidays (checks C11 and C12).
//!
//! Findings never block: a rota with a clash is stored as it is and shown red.

mod alone;
mod clash;
mod index;

use super::codes::{DayKind, RuleTerm};
use super::date::Period;
use super::finding::Finding;
use super::records::Session;
use super::registry::Registry;
use super::rota::{RuleBook, RulePlace};
use super::row::Table;
use super::work_calendar::WorkCalendar;

pub use index::{ConflictIndex, spots_at_work};

/// Everything the rules find in the sessions of the period, the gravest first, then by day.
///
/// Sessions outside the period are passed over; a clash of several sessions is one finding that names all of them.
#[must_use]
pub fn conflicts(sessions: &[Session], registry: &Registry, calendar: &WorkCalendar, period: Period) -> Vec<Finding> {
    let index = ConflictIndex::new(sessions.iter().filter(|session| period.contains(session.on_date)), registry);
    let mut findings = index.all(registry, calendar);
    findings.extend(undecided_make_up_days(sessions, calendar, index.book(), period));
    sort(&mut findings);
    findings
}

/// The gravest first, then by day, half-day and subject.
fn sort(findings: &mut [Finding]) {
    findings.sort_by(|one, other| {
        let key = |finding: &Finding| (std::cmp::Reverse(finding.severity), finding.period.from(), finding.slot);
        let rest = |finding: &Finding| (finding.rule, finding.records.clone());
        key(one)
            .cmp(&key(other))
            .then_with(|| one.subject.cmp(&other.subject))
            .then_with(|| rest(one).cmp(&rest(other)))
    });
}

/// Make-up days of the period for which nobody has said yet whose clinics they follow.
fn undecided_make_up_days(
    sessions: &[Session],
    calendar: &WorkCalendar,
    book: &RuleBook,
    period: Period,
) -> Vec<Finding> {
    let undecided = |facts: &super::DayFacts| facts.kind == DayKind::MakeUp && facts.acts_as_weekday.is_none();
    let found = |(day, facts): (_, &super::DayFacts)| {
        let rule = book.rule(RuleTerm::MakeUpUndecided, &RulePlace::on(day))?;
        let of_day = sessions.iter().filter(|session| session.on_date == day);
        Some(Finding {
            rule: RuleTerm::MakeUpUndecided,
            severity: rule.severity,
            subject: String::new(),
            detail: facts.name.clone(),
            period: Period::day(day),
            slot: None,
            records: of_day.map(|session| (Table::Session, session.id.raw())).collect(),
        })
    };
    let days = period.days().map(|day| (day, calendar.facts(day)));
    days.filter(|(_, facts)| undecided(facts)).filter_map(found).collect()
}
