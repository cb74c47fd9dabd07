//! Names of people: spelling, duplicates, how a namesake is told apart.

use std::collections::BTreeMap;

use super::records::{Person, PersonId};
use super::registry::Registry;

/// The dot between the parts of a name that was carried over into Chinese.
const MIDDLE_DOT: char = '·';
/// What stands for it in workbooks: bullets, hyphenation points, full-width and plain full stops.
const DOT_VARIANTS: [char; 9] = ['•', '‧', '・', '．', '.', '⋅', '･', '∙', '\u{0387}'];

/// Whether the character is a Han character, rare ones of the supplementary planes included.
#[must_use]
pub const fn is_han(char: char) -> bool {
    matches!(char,
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3fffd}' | '\u{3007}')
}

/// The one spelling of a name: inner spaces of Chinese names dropped, dots between Han characters unified to `·`,
/// invisible characters removed. Rare characters stay as they are.
///
/// Names in other scripts keep single spaces and their full stops.
#[must_use]
pub fn tidy_name(written: &str) -> String {
    let visible: String = written.chars().filter(|char| !is_invisible(*char)).collect();
    let words: Vec<&str> = visible.split_whitespace().collect();
    let solid: Vec<char> = words.concat().chars().collect();
    if !solid.iter().all(|char| is_han(*char) || is_dot(*char)) {
        return words.join(" ");
    }
    let Some(first) = solid.iter().position(|char| is_han(*char)) else { return solid.into_iter().collect() };
    let last = solid.iter().rposition(|char| is_han(*char)).unwrap_or(first);
    solid
        .into_iter()
        .skip(first)
        .take(last - first + 1)
        .map(|char| if is_dot(char) { MIDDLE_DOT } else { char })
        .collect()
}

fn is_dot(char: char) -> bool {
    char == MIDDLE_DOT || DOT_VARIANTS.contains(&char)
}

const fn is_invisible(char: char) -> bool {
    matches!(char, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{00ad}')
}

/// How people are called where two of them may share a name: 张伟(普外科) and 张伟(骨科).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NameBook {
    /// Only those who need more than their name.
    told_apart: BTreeMap<PersonId, String>,
}

impl NameBook {
    /// Works out who has a namesake. Retired people count too: they stand in old schedules.
    #[must_use]
    pub fn new(registry: &Registry) -> Self {
        let mut bearers: BTreeMap<&str, Vec<&Person>> = BTreeMap::new();
        for person in registry.people.values() {
            bearers.entry(&person.name).or_default().push(person);
        }
        let told_apart = bearers
            .into_values()
            .filter(|bearers| bearers.len() > 1)
            .flat_map(|bearers| tell_apart(&bearers, registry))
            .collect();
        Self { told_apart }
    }

    /// What the person is called.
    #[must_use]
    pub fn name<'a>(&'a self, person: &'a Person) -> &'a str {
        self.told_apart.get(&person.id).map_or(person.name.as_str(), String::as_str)
    }
}

/// Namesakes with the first thing in which all of them differ: department, else institution, else staff number.
fn tell_apart(bearers: &[&Person], registry: &Registry) -> Vec<(PersonId, String)> {
    let marks: [fn(&Person, &Registry) -> String; 3] = [department_of, institution_of, |person, _| person.code.clone()];
    let distinct = marks.into_iter().find(|mark| {
        let mut seen: Vec<_> = bearers.iter().map(|person| mark(person, registry)).collect();
        seen.sort_unstable();
        seen.dedup();
        seen.len() == bearers.len()
    });
    let mark = distinct.unwrap_or(department_of);
    bearers
        .iter()
        .map(|person| (person, mark(person, registry)))
        .filter(|(_, mark)| !mark.is_empty())
        .map(|(person, mark)| (person.id, format!("{}({mark})", person.name)))
        .collect()
}

fn department_of(person: &Person, registry: &Registry) -> String {
    person.dept.and_then(|id| registry.departments.get(&id)).map_or_else(String::new, |dept| dept.name.clone())
}

fn institution_of(person: &Person, registry: &Registry) -> String {
    person.inst.and_then(|id| registry.institutions.get(&id)).map_or_else(String::new, |inst| inst.name.clone())
}
