//! The papers of D09: the log of each pair, its rows tall enough for the apprentice's own hand.

use std::collections::BTreeSet;

use super::logs::{activity_form, tenths};
use super::pairs::pairs_of;
use crate::domain::{Person, Precision, TeachingLog, TeachingLogId};
use crate::i18n::Tr;
use crate::report::form::{Block, Dress, Form, FormRow, FormTable, Forms, TextStyle};
use crate::report::request::DocumentRequest;
use crate::report::sheet::{Align, Column, SheetRow};
use crate::report::sources::Sources;

/// Height of a row, millimetres: two lines of handwriting.
const ROW: f32 = 13.5;
/// Rows that a page has in all.
const ROWS: usize = 15;
/// Columns.
const WIDTH: usize = 7;

/// One paper a pair of the period with what the two did; what names no apprentice stands on a paper of its mentor.
pub(super) fn forms(
    sources: &Sources<'_>,
    request: &DocumentRequest,
    events: &[Vec<&TeachingLog>],
    tr: Tr,
) -> Option<Forms> {
    let pairs = pairs_of(sources, request);
    let mut placed: BTreeSet<TeachingLogId> = BTreeSet::new();
    let mut list = Vec::new();
    for (pairing, mentor, apprentice) in pairs.iter().filter(|(pairing, ..)| pairing.has_begun()) {
        let is_own = |log: &&&TeachingLog| {
            log.pairing == Some(pairing.id)
                || (log.pairing.is_none() && (log.mentor, log.apprentice) == (mentor.id, Some(apprentice.id)))
        };
        let own: Vec<&TeachingLog> = events.iter().flatten().filter(is_own).copied().collect();
        placed.extend(own.iter().map(|log| log.id));
        let dept = sources.dept_name(pairing.host_dept.or(apprentice.dept));
        list.push(form(&own, (mentor, &apprentice.name, &dept), sources, request, tr));
    }
    if request.pairings.is_empty() && !request.paper.is_blank {
        list.extend(leftovers(sources, request, events, &placed, tr));
    }
    if list.is_empty() && request.paper.is_blank {
        list.push(form(&[], (&nobody(), "", ""), sources, request, tr));
    }
    (!list.is_empty()).then_some(Forms { dress: Dress::Form, list })
}

/// What stands on no paper of a pair, by mentor.
fn leftovers(
    sources: &Sources<'_>,
    request: &DocumentRequest,
    events: &[Vec<&TeachingLog>],
    placed: &BTreeSet<TeachingLogId>,
    tr: Tr,
) -> Vec<Form> {
    let left = |log: &&&TeachingLog| !placed.contains(&log.id);
    let mentors: BTreeSet<_> = events.iter().flatten().filter(left).map(|log| log.mentor).collect();
    let people = mentors.iter().filter_map(|id| sources.registry.people.get(id));
    let of = |mentor: &Person| {
        // An event for several is one line here.
        let firsts = events.iter().filter_map(|logs| logs.iter().find(|log| left(log) && log.mentor == mentor.id));
        let own: Vec<&TeachingLog> = firsts.copied().collect();
        form(&own, (mentor, tr.ledger_everybody(), ""), sources, request, tr)
    };
    people.map(of).collect()
}

fn form(
    logs: &[&TeachingLog],
    (mentor, apprentice, dept): (&Person, &str, &str),
    sources: &Sources<'_>,
    request: &DocumentRequest,
    tr: Tr,
) -> Form {
    let mut rows: Vec<FormRow> =
        if request.paper.is_blank { Vec::new() } else { logs.iter().map(|log| row(sources, log, tr)).collect() };
    let wanted = rows.len() + usize::from(request.empty_rows);
    while rows.len() < wanted.max(ROWS) {
        rows.push(FormRow::of([""; WIDTH], ROW));
    }
    let words = [
        tr.ledger_date(),
        tr.ledger_slot(),
        tr.ledger_form(),
        tr.ledger_topic(),
        tr.ledger_qty_short(),
        tr.ledger_reflection_by_hand(),
        tr.ledger_signed(),
    ];
    let aligned =
        [(18.0, false), (11.0, false), (20.0, false), (42.0, true), (13.0, false), (50.0, true), (18.0, false)];
    let column = |(width, is_left)| Column::text(width, if is_left { Align::Left } else { Align::Centre });
    let table = FormTable { columns: aligned.map(column).to_vec(), head: vec![SheetRow::head(words)], rows };
    let or_line = |text: &str| if text.is_empty() { tr.ledger_short_line().to_owned() } else { text.to_owned() };
    let period =
        if request.paper.is_blank { tr.ledger_month_to_write().to_owned() } else { tr.paper_span(request.period) };
    let sign = Block::text(tr.ledger_log_checks(), TextStyle::Note);
    Form {
        name: format!("{}-{apprentice}", mentor.name),
        title: tr.paper_heading(request.kind).to_owned(),
        subline: vec![
            tr.ledger_named(tr.ledger_mentor(), &or_line(&mentor.name)),
            tr.ledger_named(tr.ledger_apprentice(), &or_line(apprentice)),
            tr.ledger_named(tr.ledger_dept(), &or_line(dept)),
            period,
        ],
        blocks: vec![Block::Table(table), sign],
    }
}

fn row(sources: &Sources<'_>, log: &TeachingLog, tr: Tr) -> FormRow {
    let texts = [
        match log.on_prec {
            Precision::Day => tr.month_day(log.on_date),
            other => tr.known_date(log.on_date, other),
        },
        log.slot.map(|slot| tr.slot(slot).to_owned()).unwrap_or_default(),
        activity_form(sources, log, tr),
        log.topic.clone(),
        log.qty_tenths.map(tenths).unwrap_or_default(),
        log.reflection.clone(),
        log.checked_by.clone(),
    ];
    FormRow::of(texts, ROW)
}

/// Nobody: a form for any pair.
fn nobody() -> Person {
    Person::default()
}
