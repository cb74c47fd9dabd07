//! C07, C08, C10, C11, C12 and C24: the rules of the schedule, from its own table.

use super::found::Found;
use super::ground::{Ground, record};
use crate::domain::{
    Finding, Period, Publication, RuleTerm, SessionStatus, Shortfall, StintId, clinic_expert_shortfalls, conflicts,
    presence_shortfalls, stale_postings, tour_shortfalls,
};
use crate::figures::RecordRef;

/// Days ahead that clashes and undecided make-up days are announced.
const LEAD_DAYS: i64 = 30;

/// From the first record of the schedule to the day.
fn past(ground: &Ground<'_>) -> Option<Period> {
    let sessions = ground.books.sessions.iter().map(|session| session.on_date);
    let tours = ground.registry.tours.values().map(|tour| tour.from_on);
    Period::new(sessions.chain(tours).min()?, ground.on)
}

/// C07, C08 and C10: weeks and months in which a site or an expert got less than asked for.
pub fn shortfalls(ground: &Ground<'_>) -> Vec<Found> {
    let Some(past) = past(ground) else { return Vec::new() };
    let (sessions, registry, calendar) = (ground.books.sessions, ground.registry, ground.books.calendar);
    let mut all = presence_shortfalls(sessions, registry, calendar, past, ground.on);
    all.extend(clinic_expert_shortfalls(sessions, registry, past, ground.on));
    all.extend(tour_shortfalls(registry, past, ground.on));
    all.into_iter().filter_map(|short| of_shortfall(ground, short)).collect()
}

fn of_shortfall(ground: &Ground<'_>, short: Shortfall) -> Option<Found> {
    let tr = ground.tr;
    let site = ground.registry.institutions.get(&short.inst)?;
    let (rule, unit, usual) = match short.term {
        RuleTerm::DaysOnPost => ("C07", tr.unit_days(), tr.check_basis_days_on_post()),
        RuleTerm::ClinicExperts => ("C08", tr.unit_people(), tr.check_basis_clinic_experts()),
        _ => ("C10", tr.unit_times(), tr.check_basis_tours()),
    };
    let person = short.stint.and_then(|id| ground.registry.stints.get(&id)).map(|stint| ground.person(stint.person));
    let subject = [Some(site.name.clone()), person].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let found = Found {
        rule: rule.to_owned(),
        severity: short.severity,
        subject,
        from: None,
        to: None,
        actual: format!("{}{unit}", short.actual),
        required: format!("{}{unit}", short.required),
        basis: if short.basis.is_empty() { usual.to_owned() } else { short.basis },
        records: short.records.into_iter().map(|(table, id)| RecordRef { table, id }).collect(),
    };
    Some(found.during(short.period))
}

/// C11 and C12: sessions that clash, and sessions on days off. A make-up day that has passed needs no decision.
pub fn clashes(ground: &Ground<'_>) -> Vec<Found> {
    let first = ground.books.sessions.iter().map(|session| session.on_date).min();
    let Some(days) = first.and_then(|first| Period::new(first, ground.ahead(LEAD_DAYS).max(first))) else {
        return Vec::new();
    };
    let all = conflicts(ground.books.sessions, ground.registry, ground.books.calendar, days);
    let is_open = |finding: &Finding| finding.rule != RuleTerm::MakeUpUndecided || finding.period.from() >= ground.on;
    all.into_iter().filter(is_open).map(|finding| of_clash(ground, &finding)).collect()
}

fn of_clash(ground: &Ground<'_>, finding: &Finding) -> Found {
    let tr = ground.tr;
    let required = match finding.rule {
        RuleTerm::OnHoliday => tr.check_hint_only(),
        RuleTerm::MakeUpUndecided => tr.check_decide(),
        _ => tr.check_no_clash(),
    };
    let subject =
        if finding.subject.is_empty() { tr.rule_term(finding.rule).to_owned() } else { finding.subject.clone() };
    let found = Found {
        rule: finding.check().to_owned(),
        severity: finding.severity,
        subject,
        from: None,
        to: None,
        actual: tr.finding(finding),
        required: required.to_owned(),
        basis: tr.rule_term(finding.rule).to_owned(),
        records: finding.records.iter().map(|(table, id)| record(*table, *id)).collect(),
    };
    found.during(finding.period)
}

/// C24: the posting on the wall, where its time is over or somebody on it is gone.
pub fn postings(ground: &Ground<'_>) -> Vec<Found> {
    let named = |issue: &Publication| -> Vec<StintId> {
        let shown = ground.books.sessions.iter().filter(|session| {
            (issue.period_from..=issue.period_to).contains(&session.on_date)
                && session.status != SessionStatus::Cancelled
        });
        let clinics = shown.filter(|session| {
            ground.registry.activities.get(&session.activity).is_some_and(|activity| activity.is_clinic)
        });
        let mut stints: Vec<StintId> = clinics.map(|session| session.stint).collect();
        stints.sort_unstable();
        stints.dedup();
        stints
    };
    let tr = ground.tr;
    let stale = stale_postings(ground.registry, ground.on, named);
    stale
        .into_iter()
        .map(|stale| {
            let gone: Vec<_> = stale
                .gone
                .iter()
                .filter_map(|id| ground.registry.stints.get(id))
                .map(|stint| ground.person(stint.person))
                .collect();
            let is_over = stale.period.to() < ground.on;
            let over = is_over.then(|| tr.check_posting_over(&stale.period.to().to_string()));
            let away = (!gone.is_empty()).then(|| tr.check_posting_gone(&gone.join(tr.list_comma())));
            let actual: Vec<String> = over.into_iter().chain(away).collect();
            let found = Found {
                rule: "C24".to_owned(),
                severity: stale.severity,
                subject: tr.check_posting(&stale.period.from().to_string(), &stale.period.to().to_string()),
                from: None,
                to: None,
                actual: actual.join(tr.list_comma()),
                required: tr.check_posting_valid(&stale.period.to().to_string()),
                basis: tr.check_basis_posting().to_owned(),
                records: vec![record(crate::domain::Table::Publication, stale.publication.raw())],
            };
            found.during(stale.period)
        })
        .collect()
}
