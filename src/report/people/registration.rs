//! D10: the registration form, one page a person; in a workbook the roster of the same people.

use super::chosen::{chosen, span};
use crate::i18n::Tr;
use crate::report::form::{Block, Dress, Form, FormRow, FormTable, Forms};
use crate::report::frame::phone_note;
use crate::report::posted::Posted;
use crate::report::request::DocumentRequest;
use crate::report::roster::roster_table;
use crate::report::sheet::{Align, Cell, Column, Look, Sheet, Tone};
use crate::report::sources::Sources;

/// Columns of the form, the last one for the photo.
const WIDTH: usize = 7;
/// Height of a plain line, millimetres.
const LINE: f32 = 10.5;
/// Height of a part to write in, millimetres, at least.
const PART: f32 = 22.0;

/// The forms of everybody on post in the period, or of the person chosen.
#[must_use]
pub fn registration(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let posted = chosen(sources, request);
    let mut sheet = sources.frame(request, Look::List, tr);
    sheet.is_draft = false;
    sheet.subline = vec![tr.paper_to(sources.unit()), tr.paper_long_period(request.period)];
    roster_table(&mut sheet, sources, request, &posted, tr);
    sheet.notes.extend(phone_note(request.mask, tr));
    sheet.signatures = sources.signatures(request, tr.paper_filled_on(), tr);
    let list: Vec<Form> = if request.paper.is_blank {
        vec![form(sources, None, request, tr)]
    } else {
        posted.iter().map(|one| form(sources, Some(one), request, tr)).collect()
    };
    sheet.forms = (!list.is_empty()).then_some(Forms { dress: Dress::Form, list });
    sheet
}

fn form(sources: &Sources<'_>, one: Option<&Posted<'_>>, request: &DocumentRequest, tr: Tr) -> Form {
    let widths = [24.0, 28.0, 14.0, 18.0, 22.0, 28.0, 32.0];
    let table = FormTable {
        columns: widths.map(|width| Column::text(width, Align::Centre)).to_vec(),
        head: Vec::new(),
        rows: rows(sources, one, request, tr),
    };
    Form {
        name: one.map_or_else(|| tr.ledger_empty_form().to_owned(), |one| one.name.clone()),
        title: tr.paper_heading(request.kind).to_owned(),
        subline: vec![tr.ledger_filled_by(sources.unit()), tr.ledger_filled_day()],
        blocks: vec![Block::Table(table)],
    }
}

/// What is known of a person and a posting, each empty in a form for handwriting.
#[derive(Default)]
struct Known {
    name: String,
    sex: String,
    birth: String,
    title: String,
    party: String,
    phone: String,
    home: String,
    host: String,
    batch: String,
    strength: String,
}

impl Known {
    fn of(sources: &Sources<'_>, one: &Posted<'_>, request: &DocumentRequest, tr: Tr) -> Self {
        let Posted { stint, person, .. } = one;
        let joined = |parts: &[&str], by: &str| {
            parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(by)
        };
        let posts = sources.registry.appointments.values();
        let posts = posts.filter(|held| held.person == person.id && held.inst == stint.host_inst);
        let posts: Vec<_> = posts.filter(|held| held.overlaps(stint)).map(|held| held.post.as_str()).collect();
        let host = [
            sources.inst_name(Some(stint.host_inst)),
            sources.dept_name(stint.host_dept),
            posts.join(tr.paper_list_comma()),
        ];
        let batch = stint.batch.and_then(|id| sources.registry.batches.get(&id)).map(|batch| tr.batch_name(batch));
        Self {
            name: person.name.clone(),
            sex: person.sex.map(|sex| tr.paper_sex_mark(sex).to_owned()).unwrap_or_default(),
            birth: person.birth_year.map(|year| year.to_string()).unwrap_or_default(),
            title: joined(&[&person.title_text, &person.post], "/"),
            party: person.party.clone(),
            phone: request.mask.apply(&person.phone),
            home: joined(&[&sources.inst_name(person.inst), &sources.dept_name(person.dept)], " "),
            host: joined(&[&host[0], &host[1], &host[2]], " "),
            batch: joined(&[&batch.unwrap_or_default(), &span(stint, tr)], "  "),
            strength: if person.specialty.is_empty() { stint.specialty.clone() } else { person.specialty.clone() },
        }
    }
}

fn rows(sources: &Sources<'_>, one: Option<&Posted<'_>>, request: &DocumentRequest, tr: Tr) -> Vec<FormRow> {
    let known = one.map(|one| Known::of(sources, one, request, tr)).unwrap_or_default();
    let mut first = FormRow::fields(
        [(tr.paper_name(), known.name), (tr.paper_sex(), known.sex), (tr.ledger_birth(), known.birth)],
        LINE,
    );
    first.cells.push(Cell::new(WIDTH - 1, tr.ledger_photo()).spanning(1, 4));
    let second = FormRow::new(
        vec![
            Cell::new(0, tr.ledger_title_post()).toned(Tone::Head),
            Cell::new(1, known.title).spanning(3, 1),
            Cell::new(4, tr.ledger_party()).toned(Tone::Head),
            Cell::new(5, known.party),
        ],
        LINE,
    );
    let beside = |label: &str, value: String| FormRow::wide(label, value, WIDTH - 1, LINE);
    let part = |label: &str, value: String| FormRow::wide(label, value, WIDTH, PART).filling();
    let opinion = |label: &str| part(label, String::new()).footed(tr.ledger_seal_and_day());
    let wide_phone = FormRow::new(
        vec![
            Cell::new(0, tr.ledger_batch_span()).toned(Tone::Head),
            Cell::new(1, known.batch).spanning(4, 1),
            Cell::new(5, tr.ledger_phone()).toned(Tone::Head),
            Cell::new(6, known.phone),
        ],
        LINE,
    );
    vec![
        first,
        second,
        beside(tr.ledger_home_dept(), known.home),
        beside(tr.ledger_host_post(), known.host),
        wide_phone,
        part(tr.ledger_strength(), known.strength),
        part(tr.ledger_plan_techniques(), String::new()),
        part(tr.ledger_aims(), String::new()),
        opinion(tr.ledger_opinion_home()),
        opinion(tr.ledger_opinion_host()),
        opinion(tr.ledger_opinion_bureau()),
    ]
}
