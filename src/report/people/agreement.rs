//! D08: the agreement of mentor, apprentice and host, a paper for each pair; in a workbook a list of the same pairs.

use super::pairs::{Pair, agreement_list, pairs_of};
use crate::i18n::Tr;
use crate::report::form::{Dress, Form, FormRow, FormTable, Forms};
use crate::report::request::DocumentRequest;
use crate::report::sheet::{Align, Cell, Column, Sheet, SheetRow, Tone};
use crate::report::sources::Sources;
use crate::report::wording::{Filling, Stand, Wording, blocks};

/// Rows of the table of goals, at least.
const GOAL_ROWS: usize = 3;
/// Height of a row of goals, millimetres.
const GOAL: f32 = 9.0;
/// Height of the places to sign, millimetres.
const SIGN: f32 = 24.0;

/// Builds the agreements of the pairs of the period, or of those chosen.
#[must_use]
pub fn agreement(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let pairs = pairs_of(sources, request);
    let mut sheet = agreement_list(sources, request, &pairs, tr);
    let text = Wording::Agreement.current(sources.registry, tr);
    let list: Vec<Form> = pairs.iter().map(|pair| form(sources, pair, request, &text, tr)).collect();
    sheet.forms = (!list.is_empty()).then_some(Forms { dress: Dress::Official, list });
    sheet
}

fn form(sources: &Sources<'_>, pair: &Pair<'_>, request: &DocumentRequest, text: &str, tr: Tr) -> Form {
    let (pairing, mentor, apprentice) = *pair;
    let end = pairing.plan_to_on.map(|on| tr.worded_date(on, pairing.plan_to_prec));
    let host = pairing.mentor_stint.and_then(|id| sources.stint(id)).map(|stint| stint.host_inst).or(apprentice.inst);
    let (goals, signatures) = (goals(sources, pair, tr), signatures(pair, tr));
    let words = |text: String| Stand::Words(text);
    let stands = [
        words(mentor.name.clone()),
        words(sources.inst_name(mentor.inst)),
        words(mentor.title_text.clone()),
        words(apprentice.name.clone()),
        words(sources.inst_name(apprentice.inst)),
        words(apprentice.title_text.clone()),
        words(sources.inst_name(host)),
        words(sources.dept_name(pairing.host_dept.or(apprentice.dept))),
        words(tr.worded_date(pairing.from_on, pairing.from_prec)),
        words(end.unwrap_or_default()),
        words(pairing.weakness.clone()),
        words(pairing.agreement_no.clone()),
        Stand::Table(&goals),
        Stand::Table(&signatures),
    ];
    let fillings: Vec<Filling<'_>> = Wording::Agreement.placeholders(tr).iter().copied().zip(stands).collect();
    let number = pairing.agreement_no.as_str();
    let number = if number.is_empty() { tr.ledger_blank_line() } else { number };
    Form {
        name: format!("{}-{}", mentor.name, apprentice.name),
        title: tr.paper_heading(request.kind).to_owned(),
        subline: vec![tr.ledger_agreement_no(number)],
        blocks: blocks(text, &fillings, tr),
    }
}

fn goals(sources: &Sources<'_>, (pairing, ..): &Pair<'_>, tr: Tr) -> FormTable {
    let own = sources.registry.pairing_goals.values().filter(|goal| goal.pairing == pairing.id);
    let row = |goal: &crate::domain::PairingGoal| {
        let number = goal.target.map(|target| format!("{target}{}", goal.unit)).unwrap_or_default();
        let standard = if goal.standard.is_empty() { number } else { goal.standard.clone() };
        let due = goal.due_on.map(|on| on.to_string()).unwrap_or_default();
        FormRow::of([goal.item.clone(), standard, due, goal.test.clone()], GOAL)
    };
    let mut rows: Vec<FormRow> = own.map(row).collect();
    while rows.len() < GOAL_ROWS {
        rows.push(FormRow::of([""; 4], GOAL));
    }
    let words = [tr.ledger_goal_item(), tr.ledger_goal_standard(), tr.ledger_goal_due(), tr.ledger_goal_test()];
    let columns = [46.0, 44.0, 28.0, 38.0].map(|width| Column::text(width, Align::Left)).to_vec();
    FormTable { columns, head: vec![SheetRow::head(words)], rows }
}

/// Three places to sign and seal, each with its own date.
fn signatures((pairing, ..): &Pair<'_>, tr: Tr) -> FormTable {
    let signed = pairing.signed_on.map_or_else(|| tr.ledger_day_to_write().to_owned(), |on| tr.full_date(on));
    let labels = [tr.ledger_sign_a(), tr.ledger_sign_b(), tr.ledger_sign_c()];
    let heads = labels.iter().enumerate().map(|(column, label)| Cell::new(column, *label).toned(Tone::Head)).collect();
    let columns = [52.0; 3].map(|width| Column::text(width, Align::Centre)).to_vec();
    let dates = FormRow::of([signed.clone(), signed.clone(), signed], GOAL);
    FormTable { columns, head: Vec::new(), rows: vec![FormRow::new(heads, GOAL), FormRow::of([""; 3], SIGN), dates] }
}
