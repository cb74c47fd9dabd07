//! D07: mentors and apprentices, in the columns that the import reads back.

use std::collections::BTreeSet;

use super::ledger::{Head, Ledger, is_about};
use crate::domain::{NameBook, Pairing, Person, PersonId};
use crate::i18n::Tr;
use crate::report::request::DocumentRequest;
use crate::report::sheet::Sheet;
use crate::report::sources::Sources;

/// Builds the list of every pair of the period, proposals included.
#[must_use]
pub fn pairing_list(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let pairs = pairs_of(sources, request);
    let own = sources.registry.own_institution().map(|inst| inst.id);
    let is_elsewhere = pairs.iter().any(|(_, _, apprentice)| apprentice.inst != own);
    let names = NameBook::new(sources.registry);
    let mut seen: BTreeSet<PersonId> = BTreeSet::new();
    let rows = pairs.iter().map(|(pairing, mentor, apprentice)| {
        let ratio = if seen.insert(mentor.id) { ratio_of(&pairs, mentor.id) } else { String::new() };
        row((sources, &names), (pairing, mentor, apprentice), is_elsewhere, ratio, tr)
    });
    let rows = rows.collect();
    let mentors = seen.len();
    let apprentices: BTreeSet<_> = pairs.iter().map(|(pairing, ..)| pairing.apprentice).collect();
    Ledger {
        title: tr.paper_heading(request.kind).to_owned(),
        subline: vec![tr.paper_to(sources.unit()), tr.paper_long_period(request.period)],
        is_landscape: true,
        columns: &columns(is_elsewhere, tr),
        rows,
        total: Some(tr.ledger_pairs_total(mentors, apprentices.len(), pairs.len(), &ratio(apprentices.len(), mentors))),
        notes: vec![tr.ledger_pairs_note().to_owned()],
        nothing: tr.ledger_no_pairs(),
        has_serial: true,
    }
    .sheet(sources, request, tr)
}

/// D08 in a workbook: the same pairs, with number and date of their agreements in place of the ratio.
pub(super) fn agreement_list(sources: &Sources<'_>, request: &DocumentRequest, pairs: &[Pair<'_>], tr: Tr) -> Sheet {
    let own = sources.registry.own_institution().map(|inst| inst.id);
    let is_elsewhere = pairs.iter().any(|(_, _, apprentice)| apprentice.inst != own);
    let names = NameBook::new(sources.registry);
    let mut columns = columns(is_elsewhere, tr);
    columns.pop();
    columns.extend([(tr.ledger_agreement_number(), 30.0, false), (tr.ledger_sign_date(), 21.0, false)]);
    let rows = pairs.iter().map(|(pairing, mentor, apprentice)| {
        let mut cells = row((sources, &names), (pairing, mentor, apprentice), is_elsewhere, String::new(), tr);
        cells.pop();
        cells.push(pairing.agreement_no.clone());
        cells.push(pairing.signed_on.map(|on| on.to_string()).unwrap_or_default());
        cells
    });
    Ledger {
        title: tr.paper_heading(request.kind).to_owned(),
        subline: vec![tr.paper_to(sources.unit()), tr.paper_long_period(request.period)],
        is_landscape: true,
        columns: &columns,
        rows: rows.collect(),
        total: None,
        notes: Vec::new(),
        nothing: tr.ledger_no_pairs(),
        has_serial: true,
    }
    .sheet(sources, request, tr)
}

pub(super) type Pair<'a> = (&'a Pairing, &'a Person, &'a Person);

/// The pairs of the request by mentor and day.
pub(super) fn pairs_of<'a>(sources: &Sources<'a>, request: &DocumentRequest) -> Vec<Pair<'a>> {
    let registry = sources.registry;
    let is_in = |pairing: &&Pairing| {
        let last = pairing.last_day();
        let touches =
            pairing.first_day() <= request.period.to() && last.is_none_or(|last| request.period.from() <= last);
        let relation = pairing.mentor_stint.and_then(|id| registry.stints.get(&id)?.relation).or(pairing.relation);
        if !request.pairings.is_empty() {
            return request.pairings.contains(&pairing.id);
        }
        touches && request.relation.is_none_or(|wanted| relation == Some(wanted))
    };
    let mut pairs: Vec<Pair<'a>> = registry
        .pairings
        .values()
        .filter(is_in)
        .filter_map(|pairing| {
            Some((pairing, registry.people.get(&pairing.mentor)?, registry.people.get(&pairing.apprentice)?))
        })
        .filter(|(_, mentor, apprentice)| is_about(request, mentor) || is_about(request, apprentice))
        .collect();
    pairs.sort_by_key(|(pairing, mentor, _)| (mentor.sort, mentor.id, pairing.from_on, pairing.id));
    pairs
}

fn columns(has_home: bool, tr: Tr) -> Vec<Head> {
    let mut columns = vec![
        (tr.ledger_mentor(), 17.0, false),
        (tr.ledger_title_word(), 19.0, false),
        (tr.ledger_home(), 30.0, false),
        (tr.ledger_dept(), 20.0, false),
        (tr.ledger_apprentice(), 17.0, false),
        (tr.ledger_title_word(), 19.0, false),
    ];
    columns.extend(has_home.then(|| (tr.ledger_apprentice_home(), 30.0, false)));
    columns.extend([
        (tr.ledger_dept(), 20.0, false),
        (tr.ledger_paired_on(), 21.0, false),
        (tr.ledger_until(), 21.0, false),
        (tr.ledger_goal(), 34.0, false),
        (tr.ledger_goal_done(), 12.0, false),
        (tr.ledger_status(), 14.0, false),
        (tr.ledger_mode(), 13.0, false),
        (tr.ledger_ratio(), 12.0, false),
    ]);
    columns
}

fn row(
    (sources, names): (&Sources<'_>, &NameBook),
    (pairing, mentor, apprentice): Pair<'_>,
    has_home: bool,
    ratio: String,
    tr: Tr,
) -> Vec<String> {
    let date = |on: Option<chrono::NaiveDate>, prec| on.map(|on| tr.known_date(on, prec)).unwrap_or_default();
    let goals: Vec<_> = sources.registry.pairing_goals.values().filter(|goal| goal.pairing == pairing.id).collect();
    let items: Vec<_> = goals.iter().map(|goal| goal.item.as_str()).filter(|item| !item.is_empty()).collect();
    let sum = |value: fn(&crate::domain::PairingGoal) -> Option<u32>| {
        goals.iter().filter_map(|goal| value(goal)).reduce(|one, other| one + other)
    };
    let done = match (sum(|goal| goal.done), sum(|goal| goal.target)) {
        (None, None) => String::new(),
        (done, Some(target)) => format!("{}/{target}", done.unwrap_or_default()),
        (Some(done), None) => done.to_string(),
    };
    let here = pairing.host_dept.filter(|id| sources.department(Some(*id)).map(|dept| dept.inst) == apprentice.inst);
    // A blank would be read as what stands above it.
    let said = |text: String| if text.is_empty() { tr.paper_not_recorded().to_owned() } else { text };
    let mut cells = vec![
        names.name(mentor).to_owned(),
        said(mentor.title_text.clone()),
        said(sources.inst_name(mentor.inst)),
        said(sources.dept_name(mentor.dept)),
        names.name(apprentice).to_owned(),
        apprentice.title_text.clone(),
    ];
    cells.extend(has_home.then(|| said(sources.inst_name(apprentice.inst))));
    cells.extend([
        sources.dept_name(here.or(apprentice.dept)),
        tr.known_date(pairing.from_on, pairing.from_prec),
        said(date(pairing.plan_to_on, pairing.plan_to_prec)),
        items.join(tr.paper_list_comma()),
        done,
        tr.pairing_status(pairing.status).to_owned(),
        tr.pairing_mode(pairing.mode).to_owned(),
        ratio,
    ]);
    cells
}

/// The ratio of one mentor, `1:3`.
fn ratio_of(pairs: &[Pair<'_>], mentor: PersonId) -> String {
    let own: BTreeSet<_> =
        pairs.iter().filter(|(_, one, _)| one.id == mentor).map(|(pairing, ..)| pairing.apprentice).collect();
    format!("1:{}", own.len())
}

/// The ratio of all, `1:3.00`; a dash without a mentor.
fn ratio(apprentices: usize, mentors: usize) -> String {
    match (apprentices * 100 + mentors / 2).checked_div(mentors) {
        Some(hundredths) => format!("1:{}.{:02}", hundredths / 100, hundredths % 100),
        None => "—".to_owned(),
    }
}
