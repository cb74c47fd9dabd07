//! Who is on post in a period, in the order of the office, with names that tell namesakes apart.

use std::collections::BTreeSet;

use super::request::DocumentRequest;
use super::sources::Sources;
use crate::domain::{NameBook, Period, Person, Session, Stint, StintId};

/// One stint on paper.
#[derive(Debug, Clone)]
pub(super) struct Posted<'a> {
    pub stint: &'a Stint,
    pub person: &'a Person,
    /// What the person is called: where others share the name, with what tells them apart.
    pub name: String,
    pub host: String,
}

impl<'a> Sources<'a> {
    /// Stints that run in the period or have a session in it, by the order of the office.
    ///
    /// Without a relation the people whom the own institution sends elsewhere are left out:
    /// a sheet never mixes the two directions.
    pub(super) fn posted(&self, request: &DocumentRequest, period: Period) -> Vec<Posted<'a>> {
        let busy: BTreeSet<StintId> = self.sessions_in(period).map(|session| session.stint).collect();
        let names = NameBook::new(self.registry);
        let mut posted: Vec<_> = self
            .registry
            .stints
            .values()
            .filter(|stint| match request.relation {
                Some(relation) => stint.relation == Some(relation),
                None => !self.is_sent(stint),
            })
            .filter(|stint| stint.touches(period) || busy.contains(&stint.id))
            .filter_map(|stint| {
                let person = self.person(stint)?;
                Some(Posted { stint, person, name: names.name(person).to_owned(), host: self.host_name(stint) })
            })
            .collect();
        posted.sort_by_key(|one| (one.person.sort, one.stint.id));
        posted
    }

    /// Sessions of the period, in their order.
    pub(super) fn sessions_in(&self, period: Period) -> impl Iterator<Item = &'a Session> {
        self.sessions.iter().filter(move |session| period.contains(session.on_date))
    }

    /// Whether the own institution sends this stint to somebody else.
    fn is_sent(&self, stint: &Stint) -> bool {
        let Some(own) = self.registry.own_institution().map(|inst| inst.id) else { return false };
        match stint.relation.and_then(|id| self.registry.relations.get(&id)) {
            Some(relation) => relation.from_inst == own,
            None => stint.host_inst != own && self.person(stint).is_some_and(|person| person.inst == Some(own)),
        }
    }
}
