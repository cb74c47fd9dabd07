//! D23: the service certificate, one page a person; in a workbook a list of the same people.

use super::chosen::{chosen, span};
use super::ledger::Ledger;
use super::served::Served;
use crate::i18n::Tr;
use crate::report::form::{Dress, Form, Forms};
use crate::report::posted::Posted;
use crate::report::request::DocumentRequest;
use crate::report::sheet::Sheet;
use crate::report::sources::Sources;
use crate::report::wording::{Filling, Stand, Wording, blocks};

/// The certificates of everybody on post in the period, or of the person chosen.
#[must_use]
pub fn certificate(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let posted = chosen(sources, request);
    let served: Vec<Served> = posted.iter().map(|one| Served::of(sources, one.stint, sources.as_of(request))).collect();
    let rows = posted.iter().zip(&served).map(|(one, served)| row(sources, one, served, tr)).collect();
    let mut sheet = list(rows, sources, request, tr);
    let text = Wording::Certificate.current(sources.registry, tr);
    let list: Vec<Form> =
        posted.iter().zip(&served).map(|(one, served)| form(sources, (one, served), request, &text, tr)).collect();
    sheet.forms = (!list.is_empty()).then_some(Forms { dress: Dress::Official, list });
    sheet
}

fn list(rows: Vec<Vec<String>>, sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    Ledger {
        title: tr.paper_heading(request.kind).to_owned(),
        subline: vec![sources.unit().to_owned(), tr.paper_long_period(request.period)],
        is_landscape: true,
        columns: &[
            (tr.paper_name(), 16.0, false),
            (tr.ledger_title_word(), 18.0, false),
            (tr.ledger_home(), 32.0, false),
            (tr.paper_host(), 32.0, false),
            (tr.paper_host_department(), 20.0, false),
            (tr.paper_arrived(), 21.0, false),
            (tr.paper_plan_leave(), 21.0, false),
            (tr.paper_left(), 21.0, false),
            (tr.ledger_served_days(), 18.0, false),
            (tr.ledger_leave_days(), 14.0, false),
            (tr.ledger_continuous(), 20.0, false),
            (tr.ledger_final(), 18.0, false),
        ],
        rows,
        total: None,
        notes: Vec::new(),
        nothing: tr.ledger_nobody_chosen(),
        has_serial: true,
    }
    .sheet(sources, request, tr)
}

fn row(sources: &Sources<'_>, one: &Posted<'_>, served: &Served, tr: Tr) -> Vec<String> {
    let Posted { stint, person, .. } = one;
    let date = |on: Option<chrono::NaiveDate>, prec| on.map(|on| tr.known_date(on, prec)).unwrap_or_default();
    vec![
        one.name.clone(),
        person.title_text.clone(),
        sources.inst_name(person.inst),
        sources.inst_name(Some(stint.host_inst)),
        sources.dept_name(stint.host_dept),
        date(Some(stint.arrive_on), stint.arrive_prec),
        date(stint.plan_leave_on, stint.plan_leave_prec),
        date(stint.leave_on, stint.leave_prec),
        served.days(tr),
        served.leave(),
        served.year(tr).to_owned(),
        served.grade().to_owned(),
    ]
}

fn form(
    sources: &Sources<'_>,
    (one, served): (&Posted<'_>, &Served),
    request: &DocumentRequest,
    text: &str,
    tr: Tr,
) -> Form {
    let Posted { stint, person, .. } = one;
    let grade = if served.grade().is_empty() { tr.wording_not_appraised() } else { served.grade() };
    let values = [
        person.name.clone(),
        person.title_text.clone(),
        sources.inst_name(person.inst),
        sources.inst_name(Some(stint.host_inst)),
        sources.dept_name(stint.host_dept),
        span(stint, tr),
        served.worded_days(tr),
        tr.ledger_days_on_post(&served.leave()),
        served.year(tr).to_owned(),
        grade.to_owned(),
        tr.ledger_at_disposal().to_owned(),
        sources.unit().to_owned(),
        tr.full_date(sources.as_of(request)),
    ];
    let places = Wording::Certificate.placeholders(tr).iter().copied();
    let fillings: Vec<Filling<'_>> = places.zip(values.map(Stand::Words)).collect();
    Form {
        name: one.name.clone(),
        title: tr.ledger_certificate_title().to_owned(),
        subline: Vec::new(),
        blocks: blocks(text, &fillings, tr),
    }
}
