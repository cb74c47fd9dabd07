//! Everything about one person on one page: who they are, figures with their records, and each kind of record.

mod entry;
mod facts;
mod sections;
mod support;
mod tile;

use std::sync::Arc;

use chrono::{Days, NaiveDate};

use crate::app::people::Standing;
use crate::app::week::NamedId;
use crate::app::{Failure, Office};
use crate::domain::{NameBook, Period, Person, PersonId, Registry, Session, Stint};
use crate::i18n::Tr;
use crate::report::DocumentRequest;

pub use entry::{Entry, Section, SectionKind, Way};
pub use tile::Tile;

/// How far ahead sessions are listed, in days.
const AHEAD_DAYS: u64 = 28;

/// The page of a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Dossier {
    /// Whose.
    pub person: PersonId,
    /// The name, told apart from namesakes.
    pub name: String,
    /// Title, post and home on one line.
    pub headline: String,
    /// How they stand today.
    pub standing: Standing,
    /// The same in words.
    pub standing_words: String,
    /// What is on record about them: label and value.
    pub facts: Vec<(String, String)>,
    /// The phone as stored, and with its middle hidden; both empty for none.
    pub phone: (String, String),
    /// Figures with their records.
    pub tiles: Vec<Tile>,
    /// The records, kind by kind; kinds without any are left out.
    pub sections: Vec<Section>,
    /// Documents that can be printed of them.
    pub documents: Vec<(String, DocumentRequest)>,
    /// Everybody, to turn to another page.
    pub people: Arc<[NamedId<PersonId>]>,
}

/// What the parts of the page are made from.
struct Sources<'a> {
    registry: &'a Registry,
    names: NameBook,
    person: &'a Person,
    /// Their stints, the newest first.
    stints: Vec<&'a Stint>,
    today: NaiveDate,
    tr: Tr,
}

impl Sources<'_> {
    fn name(&self, id: PersonId) -> String {
        self.registry.people.get(&id).map_or_else(String::new, |person| self.names.name(person).to_owned())
    }

    fn is_own(&self, stint: crate::domain::StintId) -> bool {
        self.stints.iter().any(|own| own.id == stint)
    }
}

impl Dossier {
    /// Reads the page; `None` where the person is gone.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn load(office: &Office, person: PersonId, tr: Tr) -> Result<Option<Self>, Failure> {
        let (registry, today) = (office.registry(), office.clock().today());
        let Some(person) = registry.people.get(&person) else { return Ok(None) };
        let mut stints: Vec<&Stint> = registry.stints.values().filter(|stint| stint.person == person.id).collect();
        stints.sort_by_key(|stint| std::cmp::Reverse((stint.arrive_on, stint.id)));
        let sources = Sources { registry, names: NameBook::new(registry), person, stints, today, tr };
        let every = office.every_session()?;
        let ahead: Vec<&Session> = sources.ahead(&every);
        Ok(Some(Self {
            person: person.id,
            name: sources.names.name(person).to_owned(),
            headline: sources.headline(),
            standing: sources.standing(),
            standing_words: sources.standing_words(),
            facts: sources.facts(),
            phone: sources.phone(),
            tiles: sources.tiles(office, &every)?,
            sections: sources.sections(&ahead),
            documents: sources.documents(),
            people: everybody(registry, &sources.names),
        }))
    }

    /// The records of a kind.
    #[must_use]
    pub fn section(&self, kind: SectionKind) -> Option<&Section> {
        self.sections.iter().find(|section| section.kind == kind)
    }
}

impl Sources<'_> {
    /// Their sessions of the next weeks, those that they hold for others included.
    fn ahead<'s>(&self, every: &'s [Session]) -> Vec<&'s Session> {
        let last = self.today.checked_add_days(Days::new(AHEAD_DAYS)).unwrap_or(self.today);
        let Some(period) = Period::new(self.today, last) else { return Vec::new() };
        let is_theirs = |session: &&Session| {
            self.is_own(session.stint) || session.substitute_stint.is_some_and(|id| self.is_own(id))
        };
        let mut ahead: Vec<&Session> =
            every.iter().filter(|session| period.contains(session.on_date)).filter(is_theirs).collect();
        ahead.sort_by_key(|session| (session.on_date, session.slot, session.id));
        ahead
    }
}

/// Everybody who is in use, by the order of the office.
fn everybody(registry: &Registry, names: &NameBook) -> Arc<[NamedId<PersonId>]> {
    let mut people: Vec<&Person> = registry.people.values().filter(|person| !person.is_retired).collect();
    people.sort_by_key(|person| (person.sort, person.id));
    people.into_iter().map(|person| NamedId { id: person.id, name: names.name(person).to_owned() }).collect()
}
