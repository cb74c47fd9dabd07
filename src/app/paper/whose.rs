//! Whom a document can be narrowed to, and what of it an office may word itself.

use std::collections::BTreeSet;

use crate::app::office::Office;
use crate::domain::{DocumentKind, NameBook, PairingId, PersonId, Setting, SettingId};
use crate::i18n::Tr;
use crate::report::{DocumentRequest, Wording};

/// Everybody with a posting or in a pair, by the order of the office.
#[must_use]
pub fn people(office: &Office) -> Vec<(PersonId, String)> {
    let registry = office.registry();
    let names = NameBook::new(registry);
    let posted = registry.stints.values().map(|stint| stint.person);
    let paired = registry.pairings.values().flat_map(|pairing| [pairing.mentor, pairing.apprentice]);
    let known: BTreeSet<PersonId> = posted.chain(paired).collect();
    let mut people: Vec<_> = known.iter().filter_map(|id| registry.people.get(id)).collect();
    people.sort_by_key(|person| (person.sort, person.id));
    people.into_iter().map(|person| (person.id, names.name(person).to_owned())).collect()
}

/// The pairs that run in the period of the document, by mentor.
#[must_use]
pub fn pairs(office: &Office, request: &DocumentRequest) -> Vec<(PairingId, String)> {
    let registry = office.registry();
    let names = NameBook::new(registry);
    let touches = |from, last: Option<chrono::NaiveDate>| {
        from <= request.period.to() && last.is_none_or(|last| request.period.from() <= last)
    };
    let own = registry.pairings.values().filter(|pairing| touches(pairing.first_day(), pairing.last_day()));
    let mut pairs: Vec<_> = own
        .filter_map(|pairing| {
            let (mentor, apprentice) =
                (registry.people.get(&pairing.mentor)?, registry.people.get(&pairing.apprentice)?);
            let words = format!("{}→{}", names.name(mentor), names.name(apprentice));
            Some(((mentor.sort, mentor.id, pairing.from_on, pairing.id), (pairing.id, words)))
        })
        .collect();
    pairs.sort();
    pairs.into_iter().map(|(_, pair)| pair).collect()
}

/// The text of a document that an office may word itself: which, its row as stored, and what stands in it.
#[must_use]
pub fn wording(office: &Office, kind: DocumentKind, tr: Tr) -> Option<(Wording, Setting, String)> {
    let wording = Wording::of(kind)?;
    let stored = office.registry().settings.values().find(|row| row.name == wording.setting());
    let fresh = || Setting { id: SettingId::NEW, name: wording.setting().to_owned(), value: String::new() };
    Some((wording, stored.cloned().unwrap_or_else(fresh), wording.current(office.registry(), tr)))
}
