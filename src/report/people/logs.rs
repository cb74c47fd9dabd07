//! D09: what was taught in the period: a log for each pair; in a workbook the list of all events.

use std::collections::BTreeMap;

use super::ledger::{Ledger, is_about};
use crate::domain::{NameBook, TeachingLog, TeachingLogId};
use crate::i18n::Tr;
use crate::report::request::DocumentRequest;
use crate::report::sheet::Sheet;
use crate::report::sources::Sources;

/// Builds the record of the period: one row an event, its apprentices in one cell.
#[must_use]
pub fn teaching_record(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let events = events(sources, request);
    let names = NameBook::new(sources.registry);
    let rows: Vec<Vec<String>> = events.iter().map(|logs| row(sources, &names, logs, tr)).collect();
    let forms = super::log_form::forms(sources, request, &events, tr);
    let mut sheet = Ledger {
        title: tr.ledger_logs_of(&tr.paper_span(request.period)),
        subline: vec![sources.unit().to_owned(), tr.paper_long_period(request.period)],
        is_landscape: true,
        columns: &[
            (tr.ledger_date(), 22.0, false),
            (tr.ledger_slot(), 12.0, false),
            (tr.ledger_mentor(), 17.0, false),
            (tr.ledger_apprentice(), 34.0, false),
            (tr.ledger_form(), 20.0, false),
            (tr.ledger_topic(), 50.0, false),
            (tr.ledger_qty(), 16.0, true),
            (tr.ledger_attendees(), 14.0, true),
            (tr.ledger_dept(), 22.0, false),
            (tr.ledger_reflection(), 40.0, false),
            (tr.ledger_signed(), 18.0, false),
        ],
        total: Some(tr.ledger_logs_total(rows.len())),
        rows,
        notes: Vec::new(),
        nothing: tr.ledger_no_logs(),
        has_serial: false,
    }
    .sheet(sources, request, tr);
    sheet.forms = forms;
    sheet
}

/// The records of the period, those of one event together, in the order of the days.
fn events<'a>(sources: &Sources<'a>, request: &DocumentRequest) -> Vec<Vec<&'a TeachingLog>> {
    let registry = sources.registry;
    let is_in = |log: &&TeachingLog| {
        let relation = log.stint.and_then(|id| registry.stints.get(&id)?.relation).or(log.relation);
        let is_about = |person: &crate::domain::Person| is_about(request, person);
        let is_chosen =
            request.pairings.is_empty() || log.pairing.is_some_and(|pairing| request.pairings.contains(&pairing));
        request.period.contains(log.on_date)
            && is_chosen
            && request.relation.is_none_or(|wanted| relation == Some(wanted))
            && [Some(log.mentor), log.apprentice]
                .into_iter()
                .flatten()
                .any(|id| registry.people.get(&id).is_some_and(is_about))
    };
    let mut events: BTreeMap<_, Vec<&TeachingLog>> = BTreeMap::new();
    let mut order: BTreeMap<_, TeachingLogId> = BTreeMap::new();
    for log in registry.teaching_logs.values().filter(is_in) {
        let key = (log.on_date, log.slot, log.mentor, log.activity, log.topic.as_str());
        order.entry(key).or_insert(log.id);
        events.entry(key).or_default().push(log);
    }
    let mut sorted: Vec<_> = events.into_iter().collect();
    sorted.sort_by_key(|(key, _)| (key.0, key.1, order.get(key).copied()));
    sorted.into_iter().map(|(_, logs)| logs).collect()
}

fn row(sources: &Sources<'_>, names: &NameBook, logs: &[&TeachingLog], tr: Tr) -> Vec<String> {
    let Some(first) = logs.first() else { return Vec::new() };
    let person = |id| sources.registry.people.get(&id).map(|person| names.name(person).to_owned()).unwrap_or_default();
    let pupils: Vec<String> = logs.iter().filter_map(|log| log.apprentice).map(person).collect();
    let joined = |value: fn(&TeachingLog) -> &str| {
        let mut parts: Vec<&str> = logs.iter().map(|log| value(log)).filter(|text| !text.is_empty()).collect();
        parts.dedup();
        parts.join(tr.paper_list_comma())
    };
    vec![
        tr.known_date(first.on_date, first.on_prec),
        first.slot.map(|slot| tr.slot(slot).to_owned()).unwrap_or_default(),
        person(first.mentor),
        pupils.join(tr.paper_list_comma()),
        activity_form(sources, first, tr),
        first.topic.clone(),
        first.qty_tenths.map(tenths).unwrap_or_default(),
        first.attendees.map(|count| count.to_string()).unwrap_or_default(),
        sources.dept_name(first.dept),
        joined(|log| &log.reflection),
        joined(|log| &log.checked_by),
    ]
}

/// The form it took, in the words of the log, else by its activity.
pub(super) fn activity_form(sources: &Sources<'_>, log: &TeachingLog, tr: Tr) -> String {
    let activity = sources.registry.activities.get(&log.activity);
    let activity = activity.map_or("", |activity| tr.name_of(activity));
    if log.form.is_empty() { activity.to_owned() } else { log.form.clone() }
}

/// 15 → 1.5, 20 → 2.
pub(super) fn tenths(value: u32) -> String {
    if value.is_multiple_of(10) { (value / 10).to_string() } else { format!("{}.{}", value / 10, value % 10) }
}
