//! Generated data.

use std::collections::BTreeSet;

use chuanbangdai::app::seed::seed;
use chuanbangdai::app::{Clock, Office};
use chuanbangdai::domain::{Edit, Period, Registry, Row, RuleTerm, Session, conflicts};

use super::bench::{day, registry};

const TODAY: &str = "2024-03-13";

fn generated(registry: &Registry, rows: usize, number: u64) -> Vec<Edit> {
    seed(registry, rows, number, day(TODAY)).collect()
}

fn rows(edits: &[Edit]) -> Vec<&Row> {
    edits
        .iter()
        .flat_map(|edit| match edit {
            Edit::Many { edits, .. } => edits.as_slice(),
            single => std::slice::from_ref(single),
        })
        .filter_map(|edit| match edit {
            Edit::Put { row } => Some(row),
            _ => None,
        })
        .collect()
}

#[test]
fn the_same_number_gives_the_same_hospital() {
    let registry = registry();
    assert_eq!(generated(&registry, 500, 7), generated(&registry, 500, 7));
    assert_ne!(generated(&registry, 500, 7), generated(&registry, 500, 8));
}

#[test]
fn there_are_exactly_as_many_sessions_as_asked_for_in_few_steps() {
    for count in [1, 88, 5_000, 45_000] {
        let edits = generated(&registry(), count, 1);
        let rows = rows(&edits);
        let sessions: Vec<&Session> =
            rows.iter().filter_map(|row| if let Row::Session(one) = row { Some(one) } else { None }).collect();
        assert_eq!(sessions.len(), count);
        assert_eq!(edits.len(), 1 + count.div_ceil(20_000));
        let places: BTreeSet<_> = sessions.iter().map(|one| (one.stint, one.on_date, one.slot)).collect();
        assert_eq!(places.len(), count, "no half-day twice");
    }
}

#[test]
fn names_are_as_various_as_in_a_county() {
    let edits = generated(&registry(), 200_000, 3);
    let names: Vec<&str> = rows(&edits)
        .into_iter()
        .filter_map(|row| if let Row::Person(person) = row { Some(person.name.as_str()) } else { None })
        .collect();
    assert!(names.len() > 300);
    assert!(names.iter().any(|name| name.contains('·')), "names with a dot");
    let is_beyond_gbk = |name: &&str| encoding_rs::GBK.encode(name).2;
    assert!(names.iter().any(is_beyond_gbk), "names with rare characters");
    let distinct: BTreeSet<_> = names.iter().collect();
    assert!(distinct.len() * 100 > names.len() * 95);
}

#[test]
fn generated_data_are_stored_and_hold_no_clash() {
    let folder = tempfile::tempdir().unwrap();
    let now = day(TODAY).and_hms_opt(9, 0, 0).unwrap();
    let mut office = Office::create(&folder.path().join("seed.cbd"), Clock::Fixed(now)).unwrap();
    let edits: Vec<Edit> = seed(office.registry(), 3_000, 5, day(TODAY)).collect();
    for edit in &edits {
        office.run(edit).unwrap();
    }
    let all = Period::new(day("2020-01-01"), day("2030-01-01")).unwrap();
    let sessions = office.sessions(all).unwrap();
    assert_eq!(sessions.len(), 3_000);
    assert!(sessions.iter().all(|one| one.on_date <= day("2024-03-24")), "up to next week");
    let registry = office.registry();
    assert!(registry.own_institution().is_some() && !registry.templates.is_empty() && !registry.leave.is_empty());
    let found = conflicts(&sessions, registry, office.calendar(), all);
    let clashes: Vec<_> = found.iter().filter(|one| !matches!(one.rule, RuleTerm::MakeUpUndecided)).collect();
    assert!(clashes.iter().all(|one| one.rule == RuleTerm::TwoTowns), "{clashes:?}");
}
