//! D27: what experts are granted, who looks after them, when they were seen last.

use chrono::Months;

use super::ledger::{Ledger, is_about};
use crate::domain::{Benefit, BenefitKind, Stint, Visit};
use crate::i18n::Tr;
use crate::report::request::DocumentRequest;
use crate::report::sheet::Sheet;
use crate::report::sources::Sources;

/// Builds the ledger of every posting of the period that has a benefit, a leader or a visit.
#[must_use]
pub fn benefit_list(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let registry = sources.registry;
    let mut posted = sources.posted(request, request.period);
    posted.retain(|one| {
        let has_benefit = registry.benefits.values().any(|benefit| benefit.stint == one.stint.id);
        let has_leader = registry.liaisons.values().any(|liaison| liaison.stint == one.stint.id);
        one.stint.touches(request.period) && (has_benefit || has_leader) && is_about(request, one.person)
    });
    let rows = posted.iter().map(|one| {
        let benefit = |kind| current(sources, one.stint, kind);
        let standard = |kind| benefit(kind).map(|benefit: &Benefit| benefit.standard.clone()).unwrap_or_default();
        let insured = benefit(BenefitKind::Insurance).map(insured).unwrap_or_default();
        let leader = registry.liaisons.values().rfind(|it| it.stint == one.stint.id && it.to_on.is_none());
        let visits = registry.visits.values().filter(|visit| visit.stint == one.stint.id);
        let visit: Option<&Visit> = visits.max_by_key(|visit| visit.on_date);
        let full_year = one.stint.arrive_on.checked_add_months(Months::new(12));
        vec![
            one.name.clone(),
            standard(BenefitKind::Allowance),
            insured,
            standard(BenefitKind::Housing),
            standard(BenefitKind::Township),
            standard(BenefitKind::Treatment),
            full_year.map(|on| tr.known_date(on, one.stint.arrive_prec)).unwrap_or_default(),
            leader.map(|liaison| liaison.leader.clone()).unwrap_or_default(),
            visit.map(|visit| tr.known_date(visit.on_date, visit.on_prec)).unwrap_or_default(),
            visit.map(|visit| visit.issues.clone()).unwrap_or_default(),
            visit.map(|visit| visit.outcome.clone()).unwrap_or_default(),
        ]
    });
    Ledger {
        title: tr.paper_heading(request.kind).to_owned(),
        subline: vec![sources.unit().to_owned(), tr.ledger_internal().to_owned(), tr.paper_long_period(request.period)],
        is_landscape: true,
        columns: &[
            (tr.paper_name(), 17.0, false),
            (tr.ledger_allowance(), 32.0, false),
            (tr.ledger_insurance(), 44.0, false),
            (tr.ledger_housing(), 20.0, false),
            (tr.ledger_township(), 20.0, false),
            (tr.ledger_treatment(), 30.0, false),
            (tr.ledger_full_year(), 22.0, false),
            (tr.ledger_leader(), 22.0, false),
            (tr.ledger_last_visit(), 22.0, false),
            (tr.ledger_issues(), 28.0, false),
            (tr.ledger_outcome(), 28.0, false),
        ],
        rows: rows.collect(),
        total: None,
        notes: Vec::new(),
        nothing: tr.ledger_no_benefits(),
        has_serial: true,
    }
    .sheet(sources, request, tr)
}

/// The newest benefit of a kind.
fn current<'a>(sources: &Sources<'a>, stint: &Stint, kind: BenefitKind) -> Option<&'a Benefit> {
    let own = sources.registry.benefits.values().filter(|benefit| benefit.stint == stint.id && benefit.kind == kind);
    own.max_by_key(|benefit| benefit.from_on)
}

/// 2023-06-01/2024-05-31, or the words.
fn insured(benefit: &Benefit) -> String {
    match (benefit.from_on, benefit.to_on) {
        (Some(from), Some(to)) => format!("{from}/{to}"),
        _ => benefit.standard.clone(),
    }
}
