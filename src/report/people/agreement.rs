//! D08: the agreement of mentor, apprentice and host, one for each pair chosen.

use super::pairs::pairs_of;
use crate::domain::{Pairing, Person};
use crate::i18n::Tr;
use crate::report::request::DocumentRequest;
use crate::report::sheet::{Align, Cell, Column, Look, Sheet, SheetRow, Tone};
use crate::report::sources::Sources;
use crate::report::week_schedule::nobody;

/// Columns: those of the table of goals.
const WIDTH: usize = 4;
/// Rows of the table of goals, at least.
const GOAL_ROWS: usize = 3;

/// Builds the agreements of the pairs of the period.
#[must_use]
pub fn agreement(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let pairs = pairs_of(sources, request);
    let mut sheet = sources.frame(request, Look::List, tr);
    sheet.is_draft = false;
    sheet.is_landscape = false;
    sheet.subline = vec![sources.unit().to_owned()];
    sheet.columns = [52.0, 52.0, 32.0, 44.0].map(|width| Column::text(width, Align::Left)).to_vec();
    for (pairing, mentor, apprentice) in &pairs {
        sheet.body.extend(rows(sources, pairing, mentor, apprentice, tr));
    }
    if pairs.is_empty() {
        sheet.body.push(nobody(tr.ledger_no_pairs(), WIDTH));
    }
    sheet
}

/// A paragraph across the page.
fn paragraph(words: String) -> SheetRow {
    SheetRow { cells: vec![Cell::new(0, words).spanning(WIDTH, 1)], starts_group: false }
}

fn rows(sources: &Sources<'_>, pairing: &Pairing, mentor: &Person, apprentice: &Person, tr: Tr) -> Vec<SheetRow> {
    let or_line = |text: String| if text.is_empty() { tr.ledger_blank_line().to_owned() } else { text };
    let end = pairing.plan_to_on.map(|on| tr.known_date(on, pairing.plan_to_prec));
    let from = tr.known_date(pairing.from_on, pairing.from_prec);
    let number = tr.ledger_agreement_no(&or_line(pairing.agreement_no.clone()));
    let host = pairing.mentor_stint.and_then(|id| sources.stint(id)).map(|stint| stint.host_inst).or(apprentice.inst);
    let title = |person: &Person| or_line(person.title_text.clone());
    let mut rows = vec![
        SheetRow { starts_group: true, ..paragraph(number) },
        paragraph(tr.ledger_party_a(&mentor.name, &or_line(sources.inst_name(mentor.inst)), &title(mentor))),
        paragraph(tr.ledger_party_b(
            &apprentice.name,
            &or_line(sources.inst_name(apprentice.inst)),
            &title(apprentice),
        )),
        paragraph(tr.ledger_party_c(&sources.inst_name(host))),
        paragraph(tr.ledger_term(&from, &or_line(end.unwrap_or_default()))),
        paragraph(tr.ledger_goals_head().to_owned()),
        SheetRow::head([tr.ledger_goal_item(), tr.ledger_goal_standard(), tr.ledger_goal_due(), tr.ledger_goal_test()]),
    ];
    let goals = sources.registry.pairing_goals.values().filter(|goal| goal.pairing == pairing.id);
    let mut goals: Vec<SheetRow> = goals
        .map(|goal| {
            let number = goal.target.map(|target| format!("{target}{}", goal.unit)).unwrap_or_default();
            let standard = if goal.standard.is_empty() { number } else { goal.standard.clone() };
            let due = goal.due_on.map(|on| on.to_string()).unwrap_or_default();
            SheetRow::of([goal.item.clone(), standard, due, goal.test.clone()])
        })
        .collect();
    while goals.len() < GOAL_ROWS {
        goals.push(SheetRow::of(["\u{3000}", "", "", ""]));
    }
    rows.append(&mut goals);
    rows.extend([
        paragraph(tr.ledger_duty_a().to_owned()),
        paragraph(tr.ledger_duty_b().to_owned()),
        paragraph(tr.ledger_duty_c().to_owned()),
        paragraph(tr.ledger_weakness(&or_line(pairing.weakness.clone()))),
        paragraph(tr.ledger_appraisal().to_owned()),
    ]);
    let signed = pairing.signed_on.map(|on| tr.full_date(on)).unwrap_or_default();
    let mut sign = SheetRow::of([tr.ledger_sign_a(), tr.ledger_sign_b(), tr.ledger_sign_c(), tr.ledger_sign_date()]);
    sign.cells = sign.cells.into_iter().map(|cell| cell.toned(Tone::Head)).collect();
    rows.push(sign);
    let mut places = SheetRow::of(["\u{3000}", "", "", &signed]);
    if let Some(cell) = places.cells.first_mut() {
        cell.lines.push(crate::report::Line::new("\u{3000}", ""));
    }
    rows.push(places);
    rows
}
