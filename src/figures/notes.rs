//! What stands beside a figure: its basis in words, and what a reader has to know.

use std::collections::BTreeSet;

use super::figure::RecordRef;
use super::key::{Field, Key};
use super::line::{Line, Remark};
use super::names::Names;
use super::print::Printer;
use super::query::Query;
use super::reckon::Pot;

/// More names than this are told as a number.
const NAMED: usize = 8;

/// The notes of a figure.
pub fn of<'a>(
    names: Names<'a, '_>,
    query: &Query,
    main: &Pot<'a>,
    remarks: &BTreeSet<Remark>,
    cut: &[Line<'a>],
) -> Vec<String> {
    let tr = names.tr;
    let printer = Printer::new(names);
    let estimated: Vec<_> = remarks
        .iter()
        .filter_map(|remark| match remark {
            Remark::Estimated(person) => Some(printer.text(&super::line::Value::Person(*person))),
            Remark::MissingYear(_) => None,
        })
        .collect();
    let mut notes = Vec::new();
    if !estimated.is_empty() {
        notes.push(tr.note_estimated(&estimated.join(tr.list_comma())));
    }
    notes.extend(remarks.iter().filter_map(|remark| match remark {
        Remark::MissingYear(year) => Some(tr.note_missing_year(*year)),
        Remark::Estimated(_) => None,
    }));
    if !cut.is_empty() {
        let records: BTreeSet<RecordRef> =
            cut.iter().filter_map(|line| line.record).map(|(table, id)| RecordRef { table, id }).collect();
        let listed: Vec<_> = records.iter().take(NAMED).map(|one| tr.row_name(tr.table(one.table), one.id)).collect();
        notes.push(tr.note_cut(records.len(), &listed.join(tr.list_comma())));
    }
    if !query.has(Key::Kind) && query.spec.code == "technique.count" {
        let kinds = printer.list(main.lines.iter().flat_map(|line| names.books.values(line, Field::Kind)));
        let of = |kind: &str| {
            let is = |line: &&Line<'a>| {
                names.books.values(line, Field::Kind).iter().any(|value| printer.text(value) == kind)
            };
            format!("{kind} {}", main.lines.iter().filter(is).count())
        };
        notes.extend(kinds.iter().map(|kind| of(kind)));
    }
    notes
}

/// The counting unit or the 口径 in words.
pub fn basis<'a>(names: Names<'a, '_>, query: &Query, main: &Pot<'a>) -> String {
    let printer = Printer::new(names);
    let bases = printer.list(main.lines.iter().flat_map(|line| names.books.values(line, Field::Basis)));
    if !bases.is_empty() {
        return bases.join(names.tr.list_comma());
    }
    match query.distinct {
        Some(field) => names.tr.basis_different(names.tr.figure_field(field.name())),
        None => (query.spec.basis)(names.tr).to_owned(),
    }
}
