//! D32: who helps whom, with agreements, in the columns that the import reads back.

use std::collections::BTreeSet;

use super::network::drawings;
use super::request::DocumentRequest;
use super::sheet::{Align, Cell, Column, Look, Sheet, SheetRow, Signature, Tone};
use super::sources::Sources;
use super::week_schedule::nobody;
use crate::domain::{Agreement, InstitutionId, Period, Relation};
use crate::i18n::Tr;

/// Builds the list of the relations that run in the period.
#[must_use]
pub fn relation_list(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let mut relations: Vec<&Relation> = sources
        .registry
        .relations
        .values()
        .filter(|relation| request.relation.is_none_or(|chosen| chosen == relation.id))
        .filter(|relation| relation.touches(request.period))
        .collect();
    let order = |id: InstitutionId| sources.institution(id).map_or((i64::MAX, id), |inst| (inst.sort, id));
    relations.sort_by_key(|it| (order(it.to_inst), it.programme, !it.is_lead, order(it.from_inst), it.id));

    let mut sheet = sources.frame(request, Look::List, tr);
    sheet.is_draft = false;
    sheet.subline = vec![sources.unit().to_owned(), tr.paper_long_period(request.period)];
    sheet.columns = columns();
    sheet.frozen_columns = 3;
    sheet.head = vec![SheetRow::head(headings(tr))];
    let mut above = None;
    for (index, relation) in relations.iter().enumerate() {
        let starts_group = above.is_some_and(|above| above != relation.to_inst);
        above = Some(relation.to_inst);
        sheet.body.push(SheetRow { starts_group, ..SheetRow::of(fields(sources, index, relation, tr)) });
    }
    let width = sheet.columns.len();
    sheet.body.extend((0..request.empty_rows).map(|_| SheetRow::of(vec![""; width])));
    if relations.is_empty() {
        sheet.body.push(nobody(tr.map_none(), width));
    } else {
        sheet.body.push(total(&relations, width, tr));
    }
    sheet.pictures = drawings(sources, &relations, tr);
    sheet.signatures = sources.signatures(request, tr.paper_filled_on(), tr);
    let reporter = Signature { label: tr.paper_reporter().to_owned(), value: sources.unit().to_owned() };
    sheet.signatures.insert(0, reporter);
    sheet
}

fn headings(tr: Tr) -> [&'static str; 11] {
    [
        tr.paper_serial(),
        tr.map_supporter(),
        tr.map_supported(),
        tr.map_programme(),
        tr.map_lead(),
        tr.map_start(),
        tr.map_end(),
        tr.map_agreement(),
        tr.map_signed(),
        tr.map_valid(),
        tr.paper_remark(),
    ]
}

fn columns() -> Vec<Column> {
    let left = |width| Column::text(width, Align::Left);
    let centre = |width| Column::text(width, Align::Centre);
    vec![
        Column::number(9.0),
        left(46.0),
        left(46.0),
        centre(24.0),
        centre(12.0),
        centre(22.0),
        centre(22.0),
        left(34.0),
        centre(22.0),
        centre(40.0),
        left(28.0),
    ]
}

fn fields(sources: &Sources<'_>, index: usize, relation: &Relation, tr: Tr) -> [String; 11] {
    let name = |id| sources.institution(id).map(|inst| inst.name.clone()).unwrap_or_default();
    let date = |on: Option<chrono::NaiveDate>, precision| on.map(|on| tr.known_date(on, precision)).unwrap_or_default();
    let day = |on: Option<chrono::NaiveDate>| on.map(|on| on.to_string()).unwrap_or_default();
    let agreement = newest(sources, relation);
    let valid = agreement.and_then(|it| Period::new(it.valid_from?, it.valid_to?));
    [
        (index + 1).to_string(),
        name(relation.from_inst),
        name(relation.to_inst),
        tr.programme(relation.programme).to_owned(),
        if relation.is_lead { tr.paper_yes().to_owned() } else { String::new() },
        date(relation.start_on, relation.start_prec),
        date(relation.end_on, relation.end_prec),
        agreement.map(|it| it.number.clone()).unwrap_or_default(),
        day(agreement.and_then(|it| it.signed_on)),
        valid.map(|valid| tr.map_from_to(&valid.from().to_string(), &valid.to().to_string())).unwrap_or_default(),
        relation.note.clone(),
    ]
}

/// The agreement that was signed last.
fn newest<'a>(sources: &Sources<'a>, relation: &Relation) -> Option<&'a Agreement> {
    let own = sources.registry.agreements.values().filter(|agreement| agreement.relation == relation.id);
    own.max_by_key(|agreement| (agreement.signed_on, agreement.valid_from, agreement.id))
}

fn total(relations: &[&Relation], width: usize, tr: Tr) -> SheetRow {
    let supporters: BTreeSet<_> = relations.iter().map(|relation| relation.from_inst).collect();
    let supported: BTreeSet<_> = relations.iter().map(|relation| relation.to_inst).collect();
    let words = tr.map_total(relations.len(), supporters.len(), supported.len());
    let first = Cell::new(0, tr.paper_total()).spanning(2, 1).toned(Tone::Total).strong();
    let rest = Cell::new(2, words).spanning(width.saturating_sub(2), 1).toned(Tone::Total);
    SheetRow { cells: vec![first, rest], starts_group: true }
}
