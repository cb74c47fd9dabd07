//! The network: relations, institutions, and how much of it is covered.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::super::books::{Books, ZH};
use super::super::exact::Exact;
use super::super::figure::Refusal;
use super::super::gather::{Stop, collect};
use super::super::key::{Field, Key};
use super::super::line::{Line, Value};
use super::super::query::Query;
use super::super::spec::{Expand, Measure, Scope, Spec, WHERE};
use super::super::when::When;
use crate::domain::{Institution, InstitutionId, InstitutionKind, Programme, Relation, RelationId, Table};
use crate::i18n::Tr;

/// The codes.
pub const SPECS: &[Spec] = &[
    Spec {
        code: "relation.count",
        meaning: Tr::figure_relation_count,
        unit: Tr::unit_edges,
        basis: Tr::basis_relations,
        takes: &[WHERE, &[Key::Host, Key::Supporter, Key::Lead]],
        distinct: &[(Field::Host, Tr::unit_houses), (Field::Supporter, Tr::unit_houses)],
        source: relations,
        by_default: |query, line| query.has(Key::Programme) || !is_subordination(line),
        mixes: true,
        ..Spec::BLANK
    },
    Spec {
        code: "institution.count",
        meaning: Tr::figure_institution_count,
        unit: Tr::unit_houses,
        basis: Tr::basis_institutions,
        takes: &[WHERE, &[Key::Name, Key::Own]],
        ..INSTITUTIONS
    },
    Spec {
        code: "institution.coverage",
        meaning: Tr::figure_institution_coverage,
        unit: Tr::unit_percent,
        basis: Tr::basis_institutions,
        takes: &[&[Key::Inst, Key::IncludeSub, Key::InstKind]],
        needs: Some(Key::With),
        measure: Measure::Percent,
        expand: Some(Expand::Asking(coverage)),
        ..INSTITUTIONS
    },
];

/// What codes about institutions share.
const INSTITUTIONS: Spec = Spec {
    fields: &[&[Field::Name, Field::Kind, Field::Inst, Field::Institution, Field::Level]],
    source: institutions,
    mixes: true,
    ..Spec::BLANK
};

fn is_subordination(line: &Line<'_>) -> bool {
    line.fields.iter().any(|(_, value)| *value == Value::Programme(Programme::Subordination))
}

fn relations<'a>(books: &Books<'a>) -> Vec<Line<'a>> {
    books.registry.relations.values().map(|relation| of_relation(books, relation)).collect()
}

fn of_relation<'a>(books: &Books<'a>, relation: &'a Relation) -> Line<'a> {
    let from = relation.start_on.map_or(NaiveDate::MIN, |on| relation.start_prec.span(on).from());
    let to = relation.end_on.map(|on| relation.end_prec.span(on).to());
    let kind = books.place(relation.to_inst).map(|place| kind_word(place.kind));
    Line::one((Table::Relation, relation.id.raw()), When::Interval(from, to))
        .with(Field::Relation, Value::Relation(relation.id))
        .with(Field::Programme, Value::Programme(relation.programme))
        .with(Field::Host, Value::Place(relation.to_inst))
        .with(Field::Supporter, Value::Place(relation.from_inst))
        .with(Field::Inst, Value::Place(relation.to_inst))
        .with(Field::Inst, Value::Place(relation.from_inst))
        .with(Field::Lead, Value::Flag(relation.is_lead))
        .maybe(Field::InstKind, kind)
        .maybe(Field::Date, relation.start_on.map(|on| Value::Day(on, relation.start_prec, None)))
}

fn kind_word<'a>(kind: InstitutionKind) -> Value<'a> {
    let place = InstitutionKind::ALL.iter().position(|one| *one == kind).unwrap_or_default();
    Value::Listed(place, ZH.institution_kind(kind))
}

fn institutions<'a>(books: &Books<'a>) -> Vec<Line<'a>> {
    let mut edges: BTreeMap<InstitutionId, BTreeSet<RelationId>> = BTreeMap::new();
    for relation in books.registry.relations.values() {
        for end in [relation.from_inst, relation.to_inst] {
            edges.entry(end).or_default().insert(relation.id);
        }
    }
    let none = BTreeSet::new();
    let places = books.registry.institutions.values();
    places.map(|place| of_institution(books, place, edges.get(&place.id).unwrap_or(&none))).collect()
}

fn of_institution<'a>(books: &Books<'a>, place: &'a Institution, edges: &BTreeSet<RelationId>) -> Line<'a> {
    let mut line = Line::one((Table::Institution, place.id.raw()), When::Always)
        .with(Field::Inst, Value::Place(place.id))
        .with(Field::Kind, kind_word(place.kind))
        .with(Field::Own, Value::Flag(place.is_own))
        .with(Field::Name, Value::Text(Cow::Borrowed(&place.name)))
        .text(Field::Level, &place.level);
    for relation in edges.iter().filter_map(|id| books.registry.relations.get(id)) {
        line = line
            .with(Field::Relation, Value::Relation(relation.id))
            .with(Field::Programme, Value::Programme(relation.programme))
            .with(Field::Host, Value::Place(relation.to_inst))
            .with(Field::Supporter, Value::Place(relation.from_inst));
    }
    line
}

/// The institutions in scope, each with whether the code inside is above 0 there.
fn coverage<'a>(scope: &Scope<'a, '_>, lines: Vec<Line<'a>>) -> Result<Vec<Line<'a>>, Refusal> {
    let books = scope.names.books;
    let Some(inner) = &scope.query.with else { return Ok(lines) };
    let inner = Query { period: scope.query.period, on: scope.query.on, ..(**inner).clone() };
    // Institutions are told apart, so programmes may be mixed inside.
    let inside = match collect(scope.names, &inner) {
        Ok(inside) => inside.lines,
        Err(Stop::Refused(refusal)) => return Err(refusal),
        // A misuse was found when the question was read; what is left has no lines.
        Err(Stop::Misuse(_)) => Vec::new(),
    };
    let mut at: BTreeMap<InstitutionId, Vec<&Line<'a>>> = BTreeMap::new();
    for line in inside.iter().filter(|line| !line.amount.is_zero()) {
        for place in books.places(line, Field::Inst) {
            at.entry(place).or_default().push(line);
        }
    }
    let covered = lines.into_iter().map(|line| {
        let there: Vec<&&Line<'a>> =
            books.places(&line, Field::Inst).filter_map(|place| at.get(&place)).flatten().collect();
        let also = there.iter().flat_map(|line| line.records().collect::<Vec<_>>()).collect();
        let amount = if there.is_empty() { Exact::ZERO } else { Exact::ONE };
        Line { whole: Exact::ONE, amount, also, ..line }
    });
    Ok(covered.collect())
}
