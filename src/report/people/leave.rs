//! D17: a slip for each absence of the period; in a workbook the list of them.

use super::attendance::halved;
use super::ledger::{Ledger, is_about};
use crate::domain::{Leave, NameBook, Period, Slot};
use crate::i18n::Tr;
use crate::report::request::DocumentRequest;
use crate::report::sheet::Sheet;
use crate::report::sources::Sources;

/// Builds the slips of everybody who is away in the period.
#[must_use]
pub fn leave_slips(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let registry = sources.registry;
    let mut leave: Vec<&Leave> = registry
        .leave
        .values()
        .filter(|leave| leave.from_on <= request.period.to() && request.period.from() <= leave.to_on)
        .filter(|leave| registry.people.get(&leave.person).is_some_and(|person| is_about(request, person)))
        .collect();
    leave.sort_by_key(|leave| (leave.from_on, leave.from_slot, leave.id));
    let names = NameBook::new(registry);
    let name = |id| registry.people.get(&id).map(|person| names.name(person).to_owned()).unwrap_or_default();
    let forms = super::leave_slip::forms(sources, request, &leave, tr);
    let rows = leave.into_iter().map(|leave| {
        vec![
            name(leave.person),
            tr.leave_kind(leave.kind).to_owned(),
            tr.ledger_half_day_to(&half(leave.from_on, leave.from_slot, tr), &half(leave.to_on, leave.to_slot, tr)),
            halved(working_halves(sources, leave)),
            leave.destination.clone(),
            leave.reason.clone(),
            leave.substitute.map(name).unwrap_or_default(),
            leave.approver.clone(),
            leave.back_on.map(|on| on.to_string()).unwrap_or_default(),
        ]
    });
    let mut sheet = Ledger {
        title: tr.paper_heading(request.kind).to_owned(),
        subline: vec![sources.unit().to_owned(), tr.paper_long_period(request.period)],
        is_landscape: true,
        columns: &[
            (tr.ledger_applicant(), 18.0, false),
            (tr.ledger_leave_kind(), 16.0, false),
            (tr.ledger_leave_span(), 56.0, false),
            (tr.ledger_days(), 12.0, true),
            (tr.ledger_destination(), 22.0, false),
            (tr.ledger_reason(), 34.0, false),
            (tr.ledger_handover_to(), 22.0, false),
            (tr.ledger_approver(), 22.0, false),
            (tr.ledger_back_on(), 22.0, false),
        ],
        rows: rows.collect(),
        total: None,
        notes: Vec::new(),
        nothing: tr.ledger_no_leave(),
        has_serial: false,
    }
    .sheet(sources, request, tr);
    sheet.forms = forms;
    sheet
}

fn half(on: chrono::NaiveDate, slot: Slot, tr: Tr) -> String {
    format!("{} {}", on.format("%Y-%m-%d"), tr.slot(slot))
}

/// Working half-days of an absence.
pub(super) fn working_halves(sources: &Sources<'_>, leave: &Leave) -> u32 {
    let Some(period) = Period::new(leave.from_on, leave.to_on) else { return 0 };
    let is_working = |on| sources.calendar.facts(on).is_working();
    let mut halves: u32 = period.days().map(|on| if is_working(on) { 2 } else { 0 }).sum();
    for (on, is_cut) in [(leave.from_on, leave.from_slot == Slot::Pm), (leave.to_on, leave.to_slot == Slot::Am)] {
        if is_cut && is_working(on) {
            halves = halves.saturating_sub(1);
        }
    }
    halves
}
