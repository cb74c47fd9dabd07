//! Finds anything by characters, pinyin or pinyin initials.

use serde::Serialize;

use super::office::Office;
pub use super::pinyin::{PinyinKey, matches};
use super::search_books;
use crate::domain::{Batch, Department, Institution, NameBook, Person, Registry, Table};
use crate::i18n::Tr;

/// Hits of one question: nobody reads further down.
const LIMIT: usize = 50;
/// Added to the rank of something found by what it is described with, not by its name.
const BY_DETAIL: u32 = 1_000;
/// Added to the rank of what is no longer in use.
const RETIRED: u32 = 500;
/// A number shorter than this is no phone number to look for.
const SHORTEST_NUMBER: usize = 3;
/// Between the parts of a detail.
const BETWEEN: &str = " · ";

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// Its table.
    pub table: Table,
    /// Its key.
    pub id: i64,
    /// What it is called.
    pub title: String,
    /// What tells it from others of that name.
    pub detail: String,
}

impl Office {
    /// Records that the text finds, the best first: people, institutions and what belongs to them, tasks and what falls
    /// due, funds, studios and teams, tours.
    #[must_use]
    pub fn search(&self, text: &str, tr: Tr) -> Vec<Hit> {
        search(self.registry(), text, tr)
    }
}

/// Records of a picture that the text finds, the best first; see [`Office::search`].
#[must_use]
pub fn search(registry: &Registry, text: &str, tr: Tr) -> Vec<Hit> {
    let names = NameBook::new(registry);
    let people = registry.people.values().filter_map(|person| person_hit(person, registry, &names, text));
    let institutions = registry.institutions.values().filter_map(|inst| institution_hit(inst, text));
    let departments = registry.departments.values().filter_map(|dept| department_hit(dept, registry, text));
    let batches = registry.batches.values().filter_map(|batch| batch_hit(batch, registry, text, tr));
    let activities = registry.activities.values().filter_map(|activity| {
        let rank = best(&[&activity.name_zh, &activity.name_en], text)?;
        let (title, detail) = (activity.name_zh.clone(), activity.name_en.clone());
        Some((rank, Hit { table: Table::Activity, id: activity.id.raw(), title, detail }))
    });
    let mut hits: Vec<(u32, Hit)> =
        people.chain(institutions).chain(departments).chain(batches).chain(activities).collect();
    hits.extend(search_books::hits(registry, text));
    hits.sort_by_key(|(rank, hit)| (*rank, order_of(hit.table), hit.id));
    hits.into_iter().take(LIMIT).map(|(_, hit)| hit).collect()
}

fn person_hit(person: &Person, registry: &Registry, names: &NameBook, text: &str) -> Option<(u32, Hit)> {
    let digits: String = text.chars().filter(|char| !char.is_whitespace()).collect();
    let is_number = digits.len() >= SHORTEST_NUMBER && digits.chars().all(|char| char.is_ascii_digit());
    let by_number = || (is_number && person.phone.contains(&digits)).then_some(BY_DETAIL);
    let rank = PinyinKey::new(&person.name)
        .rank(text)
        .or_else(|| (!person.code.is_empty() && person.code.eq_ignore_ascii_case(text.trim())).then_some(0))
        .or_else(by_number)
        .or_else(|| described(&[&person.specialty, &person.post], text))?;
    let dept = person.dept.and_then(|id| registry.departments.get(&id)).map_or("", |dept| &dept.name);
    let inst = person.inst.and_then(|id| registry.institutions.get(&id)).map_or("", |inst| &inst.name);
    let hit = Hit {
        table: Table::Person,
        id: person.id.raw(),
        title: names.name(person).to_owned(),
        detail: joined(&[dept, inst, &person.title_text]),
    };
    Some((rank + if person.is_retired { RETIRED } else { 0 }, hit))
}

fn institution_hit(inst: &Institution, text: &str) -> Option<(u32, Hit)> {
    let short_names = inst.short_name.split(|char: char| !char.is_alphanumeric());
    let known_as: Vec<&str> = std::iter::once(inst.name.as_str()).chain(short_names).collect();
    let rank = best(&known_as, text).or_else(|| described(&[&inst.county, &inst.town], text))?;
    let detail = joined(&[&inst.county, &inst.town, &inst.level]);
    Some((rank, Hit { table: Table::Institution, id: inst.id.raw(), title: inst.name.clone(), detail }))
}

fn department_hit(dept: &Department, registry: &Registry, text: &str) -> Option<(u32, Hit)> {
    let rank = PinyinKey::new(&dept.name).rank(text)?;
    let inst = registry.institutions.get(&dept.inst).map_or_else(String::new, |inst| inst.name.clone());
    Some((rank, Hit { table: Table::Department, id: dept.id.raw(), title: dept.name.clone(), detail: inst }))
}

/// Found as 第一批, as 第1批, by its own name, or by who sends it.
fn batch_hit(batch: &Batch, registry: &Registry, text: &str, tr: Tr) -> Option<(u32, Hit)> {
    let relation = registry.relations.get(&batch.relation);
    let supporter = relation.and_then(|relation| registry.institutions.get(&relation.from_inst));
    let supporter = supporter.map_or_else(String::new, |inst| inst.name.clone());
    let (in_words, in_digits) = (tr.paper_batch_no(batch.no), tr.batch_number(batch.no));
    let rank = best(&[&in_words, &in_digits, &batch.label], text).or_else(|| described(&[supporter.as_str()], text))?;
    let title = if batch.label.is_empty() { in_words } else { batch.label.clone() };
    Some((rank, Hit { table: Table::Batch, id: batch.id.raw(), title, detail: supporter }))
}

pub(super) fn best(names: &[&str], text: &str) -> Option<u32> {
    names.iter().filter_map(|name| PinyinKey::new(name).rank(text)).min()
}

pub(super) fn described(words: &[&str], text: &str) -> Option<u32> {
    best(words, text).map(|rank| rank + BY_DETAIL)
}

pub(super) fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(BETWEEN)
}

/// People first among equals.
const fn order_of(table: Table) -> u8 {
    match table {
        Table::Person => 0,
        Table::Institution => 1,
        Table::Department => 2,
        Table::Batch | Table::Activity => 3,
        Table::Task => 4,
        _ => 5,
    }
}
