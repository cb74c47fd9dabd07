//! Who is on post in a period, in the order of the office, with names that tell namesakes apart.

use std::collections::BTreeSet;

use super::request::DocumentRequest;
use super::sources::Sources;
use crate::domain::{Period, Person, Session, Stint, StintId};
use crate::i18n::Tr;

/// One stint on paper.
#[derive(Debug, Clone)]
pub(super) struct Posted<'a> {
    pub stint: &'a Stint,
    pub person: &'a Person,
    /// The name; where two on the sheet share it, with the department in brackets.
    pub name: String,
    pub host: String,
}

impl<'a> Sources<'a> {
    /// Stints that run in the period or have a session in it, by the order of the office.
    ///
    /// Without a relation the people whom the own institution sends elsewhere are left out:
    /// a sheet never mixes the two directions.
    pub(super) fn posted(&self, request: &DocumentRequest, period: Period, tr: Tr) -> Vec<Posted<'a>> {
        let busy: BTreeSet<StintId> = self.sessions_in(period).map(|session| session.stint).collect();
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
                Some(Posted { stint, person, name: person.name.clone(), host: self.host_name(stint) })
            })
            .collect();
        posted.sort_by_key(|one| (one.person.sort, one.stint.id));
        tell_namesakes_apart(&mut posted, tr);
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

fn tell_namesakes_apart(posted: &mut [Posted<'_>], tr: Tr) {
    let names: Vec<_> = posted.iter().map(|one| (one.person.id, one.person.name.as_str())).collect();
    for one in posted {
        let has_namesake = names.iter().any(|(id, name)| *id != one.person.id && *name == one.person.name);
        if has_namesake && !one.host.is_empty() {
            one.name = tr.paper_bracket(&one.person.name, &one.host);
        }
    }
}
