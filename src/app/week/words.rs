//! Words of a cell: what stands there, where, and how it is spoken.

use super::vm::Records;
use crate::domain::{Activity, ActivityId, Institution, Session, SessionStatus};
use crate::i18n::Lang;

/// Joins several activities of one half-day, as the office writes them.
const STROKE: &str = "/";

/// Parts the short names of an institution (the Chinese enumeration comma).
const BETWEEN_SHORT_NAMES: char = '\u{3001}';

impl Records {
    /// The name of an activity in the language of the picture.
    pub fn activity_name(&self, id: ActivityId) -> &str {
        self.registry.activities.get(&id).map_or("", |activity| self.name_of_activity(activity))
    }

    /// The same for a record at hand.
    pub fn name_of_activity<'a>(&self, activity: &'a Activity) -> &'a str {
        match self.tr.lang() {
            Lang::En if !activity.name_en.is_empty() => &activity.name_en,
            _ => &activity.name_zh,
        }
    }

    /// What is done: the topic where it says more, else the activities joined by a stroke.
    pub fn what(&self, activity: ActivityId, further: &[ActivityId], topic: &str) -> String {
        if !topic.is_empty() {
            return topic.to_owned();
        }
        let names: Vec<&str> =
            std::iter::once(activity).chain(further.iter().copied()).map(|id| self.activity_name(id)).collect();
        names.join(STROKE)
    }

    /// Where: the site of a tour, then the room, else the department where it is not the expert's own.
    pub fn place(&self, session: &Session) -> String {
        let stint = self.registry.stints.get(&session.stint);
        let site = self
            .registry
            .institutions
            .get(&session.inst)
            .filter(|inst| stint.is_some_and(|stint| stint.host_inst != inst.id))
            .map_or("", short_site);
        let dept = self
            .registry
            .departments
            .get(&session.dept.unwrap_or_default())
            .filter(|dept| stint.is_some_and(|stint| stint.host_dept != Some(dept.id)))
            .map_or("", |dept| dept.name.as_str());
        let room = if session.room.is_empty() { dept } else { session.room.as_str() };
        [site, room].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// What and where in one line: 坐诊 门诊203.
    pub fn line(&self, session: &Session) -> String {
        let what = self.what(session.activity, &session.further, &session.topic);
        let place = self.place(session);
        if place.is_empty() { what } else { format!("{what} {place}") }
    }

    /// The name of the expert of a stint.
    pub fn stint_name(&self, stint: crate::domain::StintId) -> &str {
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
