//! The words that generated data are made of, from `assets/sample`.

use std::collections::{BTreeMap, BTreeSet};

use fastrand::Rng;
use serde::Deserialize;

/// Names of people, places and things, all invented.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pool {
    pub own: Own,
    pub supporters: Vec<String>,
    pub township_suffix: String,
    pub towns: Vec<String>,
    pub departments: Vec<String>,
    /// One for each department.
    pub specialties: Vec<String>,
    surnames: String,
    compound_surnames: Vec<String>,
    given: String,
    rare_given: String,
    /// Names that are not made of surname and given name.
    full_names: Vec<String>,
    pub titles: Vec<String>,
    pub staff_titles: Vec<String>,
    pub room_prefix: String,
    /// Rooms that an activity shares with others, by its code.
    pub shared_rooms: BTreeMap<String, String>,
    /// Codes of activities, as often as they are likely.
    pub week_work: Vec<String>,
    pub leave_reasons: Vec<String>,
}

/// The hospital that keeps the file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Own {
    pub name: String,
    pub short_name: String,
    pub county: String,
    pub town: String,
}

impl Pool {
    pub fn load() -> Self {
        // The asset is part of the program and a test reads it; a broken one gives rows without names.
        serde_json::from_str(include_str!("../../../assets/sample/seed.json"))
            .inspect_err(|error| tracing::error!(%error, "words of generated data"))
            .unwrap_or_default()
    }

    /// A name that is not among the taken ones where a few tries find one: one in forty is not made of surname and
    /// given name, one in twenty holds a rare character, one in fifty has a surname of two characters.
    pub fn name(&self, taken: &mut BTreeSet<String>, chance: &mut Rng) -> String {
        let mut name = self.any_name(chance);
        for _ in 0..20 {
            if !taken.contains(&name) {
                break;
            }
            name = self.any_name(chance);
        }
        taken.insert(name.clone());
        name
    }

    fn any_name(&self, chance: &mut Rng) -> String {
        if chance.u8(..40) == 0 {
            return chance.choice(&self.full_names).cloned().unwrap_or_default();
        }
        let mut name = match chance.u8(..50) {
            0 => chance.choice(&self.compound_surnames).cloned().unwrap_or_default(),
            _ => letter(&self.surnames, chance).into_iter().collect(),
        };
        let given = if chance.u8(..20) == 0 { &self.rare_given } else { &self.given };
        name.extend(letter(given, chance));
        if chance.u8(..10) > 2 {
            name.extend(letter(&self.given, chance));
        }
        name
    }
}

/// Any character of the text.
fn letter(text: &str, chance: &mut Rng) -> Option<char> {
    text.chars().nth(chance.usize(..text.chars().count().max(1)))
}
