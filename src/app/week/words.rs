//! Words of a cell: what stands there, where, and how it is spoken.

use super::vm::Records;
use crate::domain::{ActivityId, Institution, Registry, Session, SessionStatus, Stint, StintId};
use crate::i18n::Tr;

/// Joins several activities of one half-day, as the office writes them.
const STROKE: &str = "/";

/// Parts the short names of an institution (the Chinese enumeration comma).
const BETWEEN_SHORT_NAMES: char = '\u{3001}';

/// Looks the words of sessions up.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    registry: &'a Registry,
    tr: Tr,
}

/// What and where in one line: 坐诊 门诊203.
#[must_use]
pub fn session_line(session: &Session, registry: &Registry, tr: Tr) -> String {
    Words { registry, tr }.line(session)
}

impl<'a> Words<'a> {
    /// The name of an activity in the language of the picture.
    fn activity_name(self, id: ActivityId) -> &'a str {
        self.registry.activities.get(&id).map_or("", |activity| self.tr.name_of(activity))
    }

    /// What is done: the topic where it says more, else the activities joined by a stroke.
    pub(super) fn what(self, session: &Session) -> String {
        if !session.topic.is_empty() {
            // Where the words end in the place, the place is said beside them already, as on paper.
            let own = session.topic.strip_suffix(self.place(session).as_str()).unwrap_or(&session.topic).trim_end();
            return if own.is_empty() { session.topic.clone() } else { own.to_owned() };
        }
        let ids = std::iter::once(session.activity).chain(session.further.iter().copied());
        ids.map(|id| self.activity_name(id)).collect::<Vec<_>>().join(STROKE)
    }

    /// Where: the site of a tour, then the room.
    pub(super) fn place(self, session: &Session) -> String {
        let host = self.registry.stints.get(&session.stint).map(|stint| stint.host_inst);
        let site = self
            .registry
            .institutions
            .get(&session.inst)
            .filter(|inst| host.is_some_and(|host| host != inst.id))
            .map_or("", short_site);
        [site, session.room.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Who stands in, as the second line of a cell says it; empty for nobody.
    pub(super) fn stand_in(self, session: &Session) -> String {
        let name = session.substitute_stint.and_then(|id| self.registry.person_of(id));
        name.map_or_else(String::new, |person| self.tr.schedule_stand_in(&person.name))
    }

    /// What and where in one line.
    fn line(self, session: &Session) -> String {
        let (what, place) = (self.what(session), self.place(session));
        if place.is_empty() { what } else { format!("{what} {place}") }
    }
}

impl Records {
    /// The words of the sessions of this picture.
    pub fn words(&self) -> Words<'_> {
        Words { registry: &self.registry, tr: self.tr }
    }

    /// What and where in one line.
    pub fn line(&self, session: &Session) -> String {
        self.words().line(session)
    }

    /// The stint of a key.
    pub fn stint(&self, id: StintId) -> Option<&Stint> {
        self.registry.stints.get(&id)
    }

    /// The name of the expert of a stint.
    pub fn stint_name(&self, stint: StintId) -> &str {
        self.registry.person_of(stint).map_or("", |person| person.name.as_str())
    }

    /// Whether the session is work: a rest mark is not.
    pub fn is_work(&self, session: &Session) -> bool {
        self.registry.activities.get(&session.activity).is_none_or(|activity| activity.is_work)
    }
}

/// How a site is called in a cell: its first short name, else its town, else its name.
fn short_site(inst: &Institution) -> &str {
    let short = inst.short_name.split(BETWEEN_SHORT_NAMES).next().unwrap_or("");
    [short, inst.town.as_str(), inst.name.as_str()].into_iter().find(|name| !name.is_empty()).unwrap_or("")
}

/// Whether the status says that the plan was changed.
pub(super) const fn is_changed(status: SessionStatus) -> bool {
    matches!(
        status,
        SessionStatus::Cancelled | SessionStatus::Substituted | SessionStatus::Swapped | SessionStatus::Extra
    )
}
