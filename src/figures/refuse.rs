//! What cannot be one number: several programmes, several bases, several units.

use std::collections::BTreeSet;

use super::figure::{Refusal, RefusalKind};
use super::key::{Field, Key};
use super::line::{Line, Value};
use super::names::Names;
use super::print::Printer;
use super::query::Query;

/// Why a question of several programmes cannot be answered with one number.
pub fn mixed_programme<'a>(names: Names<'a, '_>, query: &Query, lines: &[Line<'a>]) -> Option<Refusal> {
    const CHOOSERS: &[Key] = &[
        Key::Relation,
        Key::Programme,
        Key::Direction,
        Key::Inst,
        Key::Host,
        Key::Supporter,
        Key::Dept,
        Key::Person,
        Key::Batch,
        Key::List,
        Key::Name,
        Key::Group,
    ];
    let books = names.books;
    if query.spec.mixes || CHOOSERS.iter().any(|key| query.has(*key)) {
        return None;
    }
    let programmes: BTreeSet<_> = lines.iter().map(|line| books.programme(line)).collect();
    let is_seen =
        |field| move |line: &Line<'a>| books.own.is_some_and(|own| books.places(line, field).any(|place| place == own));
    let both_ways = lines.iter().any(is_seen(Field::Supporter))
        && lines.iter().any(|line| is_seen(Field::Host)(line) && !is_seen(Field::Supporter)(line));
    if programmes.len() <= 1 && !both_ways {
        return None;
    }
    let none = names.tr.programme_none();
    let listed: Vec<_> =
        programmes.iter().map(|programme| programme.map_or(none, |one| names.tr.programme(one))).collect();
    let reason = if programmes.len() > 1 {
        names.tr.refused_mixed_programme(&listed.join(names.tr.list_comma()))
    } else {
        names.tr.refused_both_directions().to_owned()
    };
    Some(Refusal { kind: RefusalKind::MixedProgramme, reason })
}

/// Why amounts of several bases or several units cannot be added.
pub fn not_additive<'a>(names: Names<'a, '_>, query: &Query, lines: &[Line<'a>]) -> Option<Refusal> {
    let asked = query.choices.get(&Key::Basis).map_or(0, |choice| choice.wanted.len());
    let different =
        |field| -> BTreeSet<Value<'a>> { lines.iter().flat_map(|line| names.books.values(line, field)).collect() };
    let bases = different(Field::Basis);
    if asked > 1 || bases.len() > 1 {
        let listed = Printer::new(names).list(bases.into_iter()).join(names.tr.list_comma());
        return Some(Refusal { kind: RefusalKind::MixedBasis, reason: names.tr.refused_mixed_basis(&listed) });
    }
    let units = different(Field::Unit);
    (units.len() > 1).then(|| {
        let listed = Printer::new(names).list(units.into_iter()).join(names.tr.list_comma());
        Refusal { kind: RefusalKind::NotAdditive, reason: names.tr.refused_units(&listed) }
    })
}
