//! What is asked of the week as a whole: days on post, experts in clinics, visits to sites, the posting on the wall
//! (C07, C08, C10, C24). A week that is not over is taken as it is planned.

use chrono::NaiveDate;

use super::vm::{FindingVm, Records};
use crate::domain::{
    Institution, InstitutionId, Period, Publication, RuleBook, RulePlace, RuleTerm, SessionStatus, Severity, Shortfall,
    StintId, Table, Week, clinic_expert_shortfalls, presence_shortfalls, stale_postings, visits,
};

/// The findings about the week as a whole.
pub(super) fn findings(records: &Records, week: Week, today: NaiveDate) -> Vec<FindingVm> {
    let book = RuleBook::new(&records.registry);
    let (registry, calendar) = (&records.registry, &records.calendar);
    let (period, sunday) = (week.period(), week.period().to());
    let has_plan = records.around.iter().any(|session| period.contains(session.on_date));
    let mut found = Vec::new();
    if has_plan {
        let mut short = presence_shortfalls(&records.around, registry, calendar, period, sunday);
        short.extend(clinic_expert_shortfalls(&records.around, registry, period, sunday));
        found.extend(short.into_iter().filter_map(|short| of_shortfall(records, short)));
    }
    found.extend(unvisited(records, &book, week, today));
    if period.contains(today) {
        found.extend(stale(records, today));
    }
    found
}

fn of_shortfall(records: &Records, short: Shortfall) -> Option<FindingVm> {
    let tr = records.tr;
    let site = records.registry.institutions.get(&short.inst)?;
    let (check, sentence) = match short.term {
        RuleTerm::DaysOnPost => {
            let name = short.stint.map(|stint| records.stint_name(stint)).unwrap_or_default();
            ("C07", tr.finding_days_on_post(name, &site.name, short.actual, short.required))
        }
        _ => ("C08", tr.finding_clinic_experts(&site.name, short.actual, short.required)),
    };
    let about = (short.term, site.id, short.stint);
    Some(finding(records, check, short.severity, sentence, short.period, about, short.records))
}

/// Sites whose window of visits ends in the week with too few of them, planned ones counted while it runs. A window
/// that ends in the week holds its Monday.
fn unvisited(records: &Records, book: &RuleBook, week: Week, today: NaiveDate) -> Vec<FindingVm> {
    let (registry, tr) = (&records.registry, records.tr);
    let toured = |site: &&Institution| registry.tours.values().any(|tour| tour.inst == site.id);
    let mut found = Vec::new();
    for site in registry.institutions.values().filter(toured) {
        let there = visits(registry, book, site, week.monday());
        let Some(required) = there.required.filter(|_| week.period().contains(there.period.to())) else { continue };
        let began = registry.tours.values().any(|tour| tour.inst == site.id && tour.from_on <= there.period.to());
        let count = if there.period.to() < today { there.held } else { there.standing };
        if began && count < required {
            let sentence = tr.finding_tours(&site.name, tr.rule_window(there.window), count, required);
            let severity = severity_at(book, RuleTerm::Tours, site, there.period.to());
            let about = (RuleTerm::Tours, site.id, None);
            found.push(finding(records, "C10", severity, sentence, there.period, about, Vec::new()));
        }
    }
    found
}

/// The posting on the wall, where its time is over or somebody on it is gone.
fn stale(records: &Records, today: NaiveDate) -> Vec<FindingVm> {
    let (registry, tr) = (&records.registry, records.tr);
    let sessions = || records.before.iter().chain(&records.around);
    let named = |issue: &Publication| -> Vec<StintId> {
        let days = issue.period_from..=issue.period_to;
        let shown = sessions().filter(|session| {
            let activity = registry.activities.get(&session.activity);
            days.contains(&session.on_date)
                && session.status != SessionStatus::Cancelled
                && activity.is_some_and(|activity| activity.is_clinic)
        });
        let mut stints: Vec<StintId> = shown.map(|session| session.stint).collect();
        stints.sort_unstable();
        stints.dedup();
        stints
    };
    let line = |stale: crate::domain::Stale| {
        let gone: Vec<&str> = stale.gone.iter().map(|stint| records.stint_name(*stint)).collect();
        let sentence = if gone.is_empty() {
            tr.finding_posting_over(&tr.month_day(stale.period.to()))
        } else {
            tr.finding_posting_gone(&gone.join(tr.list_comma()))
        };
        let about = (RuleTerm::PostingExpired, InstitutionId::NEW, None);
        let behind = vec![(Table::Publication, stale.publication.raw())];
        finding(records, "C24", stale.severity, sentence, stale.period, about, behind)
    };
    stale_postings(registry, today, named).into_iter().map(line).collect()
}

fn severity_at(book: &RuleBook, term: RuleTerm, site: &Institution, on: NaiveDate) -> Severity {
    book.rule(term, &RulePlace::site(site, on)).map_or(Severity::Warning, |rule| rule.severity)
}

fn finding(
    records: &Records,
    check: &'static str,
    severity: Severity,
    sentence: String,
    period: Period,
    (term, inst, stint): (RuleTerm, InstitutionId, Option<StintId>),
    behind: Vec<(Table, i64)>,
) -> FindingVm {
    let stint = stint.map_or(0, StintId::raw);
    let key = format!("accepted/{term:?}/{}/{}.{stint}", period.from(), inst.raw());
    FindingVm {
        check,
        severity,
        sentence,
        period,
        slot: None,
        cell: None,
        accepted: super::accept::note_of(records, &key),
        records: behind,
        key,
    }
}
