//! D25: own staff sent to study, in the columns that the import reads back.

use chrono::Datelike;

use super::ledger::{Ledger, is_about};
use crate::domain::{Money, NameBook, StudyLeave};
use crate::i18n::Tr;
use crate::report::request::DocumentRequest;
use crate::report::sheet::Sheet;
use crate::report::sources::Sources;

/// Builds the register of those who study in the period.
#[must_use]
pub fn study_list(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let registry = sources.registry;
    let is_in = |study: &&StudyLeave| {
        let first = study.from_prec.span(study.from_on).from();
        let last = study.to_on.map(|to| study.to_prec.span(to).to());
        first <= request.period.to()
            && last.is_none_or(|last| request.period.from() <= last)
            && request.relation.is_none_or(|wanted| study.relation == Some(wanted))
            && registry.people.get(&study.person).is_some_and(|person| is_about(request, person))
    };
    let studies: Vec<&StudyLeave> = registry.study_leaves.values().filter(is_in).collect();
    let total = tr.ledger_study_total(studies.len());
    let names = NameBook::new(registry);
    let rows = studies.into_iter().filter_map(|study| {
        let person = registry.people.get(&study.person)?;
        Some(vec![
            names.name(person).to_owned(),
            sources.dept_name(person.dept),
            person.title_text.clone(),
            // A blank would be read as what stands above it.
            if study.category.is_empty() { tr.paper_not_recorded().to_owned() } else { study.category.clone() },
            sources.inst_name(Some(study.dest_inst)),
            study.dest_dept.clone(),
            study.kind.map(|kind| tr.study_kind(kind).to_owned()).unwrap_or_default(),
            tr.known_date(study.from_on, study.from_prec),
            study.to_on.map(|to| tr.known_date(to, study.to_prec)).unwrap_or_default(),
            months(study).map(|months| months.to_string()).unwrap_or_default(),
            study.cost_fen.map(|fen| Money::from_fen(fen).to_string()).unwrap_or_default(),
            tr.study_status(study.status).to_owned(),
            study.result.clone(),
        ])
    });
    Ledger {
        title: tr.paper_heading(request.kind).to_owned(),
        subline: vec![sources.unit().to_owned(), tr.paper_long_period(request.period)],
        is_landscape: true,
        columns: &[
            (tr.paper_name(), 16.0, false),
            (tr.ledger_dept(), 21.0, false),
            (tr.ledger_title_word(), 19.0, false),
            (tr.ledger_category(), 21.0, false),
            (tr.ledger_study_to(), 34.0, false),
            (tr.ledger_subject(), 26.0, false),
            (tr.ledger_kind(), 12.0, false),
            (tr.ledger_from(), 21.0, false),
            (tr.ledger_to(), 21.0, false),
            (tr.ledger_months(), 11.0, true),
            (tr.ledger_cost(), 20.0, false),
            (tr.ledger_status(), 12.0, false),
            (tr.ledger_result(), 28.0, false),
        ],
        rows: rows.collect(),
        total: Some(total),
        notes: Vec::new(),
        nothing: tr.ledger_no_study(),
        has_serial: true,
    }
    .sheet(sources, request, tr)
}

/// Whole months, a begun one counted.
fn months(study: &StudyLeave) -> Option<i32> {
    let to = study.to_on?.succ_opt()?;
    let from = study.from_on;
    let whole = (to.year() - from.year()) * 12 + i32::try_from(to.month()).ok()? - i32::try_from(from.month()).ok()?;
    Some((whole + i32::from(to.day() > from.day())).max(1))
}
