//! The slips of D17: two on a page, each with places for opinions and for the return.

use super::attendance::halved;
use super::leave::working_halves;
use crate::domain::{Leave, Slot};
use crate::i18n::Tr;
use crate::report::form::{Block, Dress, Form, FormRow, FormTable, Forms, TextStyle};
use crate::report::request::DocumentRequest;
use crate::report::sheet::{Align, Cell, Column, Tone};
use crate::report::sources::Sources;

/// Height of a line, millimetres.
const LINE: f32 = 9.5;
/// Height of the opinions, millimetres.
const OPINION: f32 = 20.0;
/// Columns.
const WIDTH: usize = 4;

/// One slip an absence; two empty ones where the form is wanted for handwriting.
pub(super) fn forms(sources: &Sources<'_>, request: &DocumentRequest, leave: &[&Leave], tr: Tr) -> Option<Forms> {
    let list: Vec<Form> = if request.paper.is_blank {
        [None, None].map(|one| form(sources, request, one, tr)).to_vec()
    } else {
        leave.iter().map(|one| form(sources, request, Some(one), tr)).collect()
    };
    (!list.is_empty()).then_some(Forms { dress: Dress::Slip, list })
}

/// What is known of an absence, each empty on a slip for handwriting.
#[derive(Default)]
struct Known {
    name: String,
    place: String,
    kind: String,
    span: String,
    days: String,
    destination: String,
    reason: String,
    stand_in: String,
    leader: String,
    back: String,
}

impl Known {
    fn of(sources: &Sources<'_>, leave: &Leave, tr: Tr) -> Self {
        let registry = sources.registry;
        let name = |id| registry.people.get(&id).map(|person| person.name.clone()).unwrap_or_default();
        let running = || {
            let own = registry.stints.values().filter(|stint| stint.person == leave.person);
            own.filter(|stint| stint.runs_on(leave.from_on)).max_by_key(|stint| stint.arrive_on)
        };
        let stint = leave.stint.and_then(|id| sources.stint(id)).or_else(running);
        let half = |on: chrono::NaiveDate, slot: Slot| format!("{}{}", tr.full_date(on), tr.slot(slot));
        Self {
            name: name(leave.person),
            place: stint.map(|stint| sources.host_name(stint)).unwrap_or_default(),
            kind: tr.leave_kind(leave.kind).to_owned(),
            span: tr.ledger_half_day_to(&half(leave.from_on, leave.from_slot), &half(leave.to_on, leave.to_slot)),
            days: tr.ledger_so_many_days(&halved(working_halves(sources, leave))),
            destination: leave.destination.clone(),
            reason: leave.reason.clone(),
            stand_in: leave.substitute.map(name).unwrap_or_default(),
            leader: leave.approver.clone(),
            back: leave.back_on.map(|on| tr.full_date(on)).unwrap_or_default(),
        }
    }
}

fn form(sources: &Sources<'_>, request: &DocumentRequest, leave: Option<&Leave>, tr: Tr) -> Form {
    let known = leave.map(|leave| Known::of(sources, leave, tr)).unwrap_or_default();
    let named = if known.name.is_empty() { tr.ledger_empty_form().to_owned() } else { known.name.clone() };
    let pair = |left: (&str, String), right: (&str, String)| FormRow::fields([left, right], LINE);
    let wide = |label: &str, value: String| FormRow::wide(label, value, WIDTH, LINE);
    let approved = if known.leader.is_empty() { String::new() } else { tr.ledger_approved_by(&known.leader) };
    let opinions = FormRow::new(
        vec![
            Cell::new(0, tr.ledger_sign_leader()).toned(Tone::Head),
            Cell::new(1, approved),
            Cell::new(2, tr.ledger_sign_chief()).toned(Tone::Head),
            Cell::new(3, ""),
        ],
        OPINION,
    );
    let rows = vec![
        pair((tr.ledger_applicant(), known.name), (tr.ledger_dept(), known.place)),
        pair((tr.ledger_leave_kind(), known.kind), (tr.ledger_days(), known.days)),
        wide(tr.ledger_leave_span(), known.span),
        pair((tr.ledger_destination(), known.destination), (tr.ledger_handover_to(), known.stand_in)),
        wide(tr.ledger_reason(), known.reason),
        opinions.filling().footed(tr.ledger_sign_and_day()),
        pair((tr.ledger_back_on(), known.back), (tr.ledger_signed_by_self(), String::new())),
    ];
    let columns = [28.0, 58.0, 34.0, 56.0].map(|width| Column::text(width, Align::Left)).to_vec();
    Form {
        name: named,
        title: tr.paper_heading(request.kind).to_owned(),
        subline: vec![sources.unit().to_owned(), tr.ledger_filled_day()],
        blocks: vec![
            Block::Table(FormTable { columns, head: Vec::new(), rows }),
            Block::text(tr.ledger_slip_note(), TextStyle::Note),
        ],
    }
}
