//! What a half-day is filled with, however the sheet is laid out: the common part of flat sheets and grids.

use super::bench::Bench;
use crate::domain::{ActivityId, DepartmentId, InstitutionId, Session, SessionStatus, Slot, StintId};
use crate::import::values::{self, GridEntry};

/// The content of one half-day.
#[derive(Debug, Clone)]
pub(super) struct Sitting {
    /// What; the first of several.
    pub(super) activity: ActivityId,
    /// The others.
    pub(super) further: Vec<ActivityId>,
    /// The words, where they say more.
    pub(super) topic: String,
    /// Where.
    pub(super) inst: InstitutionId,
    /// In which department there; none where the sheet does not say.
    pub(super) dept: Option<DepartmentId>,
    /// The department of the posting, for half-days of which nothing else is known.
    pub(super) usual_dept: Option<DepartmentId>,
    /// Whether it takes place elsewhere than at the host.
    pub(super) is_away: bool,
    /// In which room, where the sheet says so.
    pub(super) room: Option<String>,
    /// Where it stands, where the sheet says so.
    pub(super) status: Option<SessionStatus>,
    /// Who stands in.
    pub(super) substitute: Option<StintId>,
    /// Why it was changed.
    pub(super) reason: Option<String>,
    /// Where a new one stands if the sheet does not say.
    pub(super) initial: SessionStatus,
}

impl Sitting {
    /// Nothing but an activity somewhere.
    pub(super) const fn new(activity: ActivityId, inst: InstitutionId) -> Self {
        Self {
            activity,
            further: Vec::new(),
            topic: String::new(),
            inst,
            dept: None,
            usual_dept: None,
            is_away: false,
            room: None,
            status: None,
            substitute: None,
            reason: None,
            initial: SessionStatus::Planned,
        }
    }

    /// Fills a session. What a half-day holds is one value: with another activity the old room goes too, but
    /// a blank beside the same activity clears nothing.
    pub(super) fn fill(&self, session: &mut Session) {
        let is_same = session.activity == self.activity
            && session.further == self.further
            && values::same_words(&session.topic, &self.topic);
        session.activity = self.activity;
        session.further.clone_from(&self.further);
        session.topic.clone_from(&self.topic);
        match &self.room {
            Some(room) => session.room.clone_from(room),
            None if !is_same => session.room.clear(),
            None => {}
        }
        let known = session.dept.filter(|_| session.inst == self.inst);
        session.inst = self.inst;
        session.dept = if self.is_away { None } else { self.dept.or(known).or(self.usual_dept) };
        session.status = self.status.unwrap_or(session.status);
        session.substitute_stint = self.substitute.or(session.substitute_stint);
        if let Some(reason) = &self.reason {
            session.reason.clone_from(reason);
        }
    }

    /// The same again in fewer words: what is stored stands, but for where the half-day stands.
    pub(super) fn again(&self, stored: &Session) -> Self {
        Self {
            activity: stored.activity,
            further: stored.further.clone(),
            topic: stored.topic.clone(),
            inst: stored.inst,
            dept: stored.dept,
            usual_dept: None,
            is_away: stored.dept.is_none(),
            room: None,
            ..self.clone()
        }
    }

    /// A session that is not stored yet.
    pub(super) fn session(&self, bench: &mut Bench<'_>, half: (chrono::NaiveDate, Slot), stint: StintId) -> Session {
        Session {
            id: bench.book.new_id(),
            on_date: half.0,
            slot: half.1,
            stint,
            activity: self.activity,
            further: Vec::new(),
            topic: String::new(),
            inst: self.inst,
            dept: None,
            room: String::new(),
            status: self.initial,
            substitute_stint: None,
            reason: String::new(),
            from_template: None,
        }
    }
}

/// The activities, words and place that entries of one half-day come to together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Together {
    /// Activities in order.
    pub(super) activities: Vec<ActivityId>,
    /// The words, where they say more than the activities.
    pub(super) topic: String,
    /// The first place named.
    pub(super) place: String,
}

impl Bench<'_> {
    /// The activity of that name; those that the hospital added count like the built-in ones.
    pub(super) fn activity(&self, name: &str) -> Option<ActivityId> {
        self.registry().activities.values().find(|activity| activity.name_zh == name).map(|activity| activity.id)
    }

    /// Whether the activity takes the expert to another place.
    pub(super) fn is_outside(&self, id: ActivityId) -> bool {
        self.registry().activities.get(&id).is_some_and(|activity| activity.is_outside)
    }

    /// What a session is called: its words or its activities, and its room.
    pub(super) fn session_words(&self, session: &Session) -> String {
        let name = |id: &ActivityId| self.registry().activities.get(id).map(|activity| activity.name_zh.clone());
        let words = if session.topic.is_empty() {
            std::iter::once(&session.activity).chain(&session.further).filter_map(name).collect::<Vec<_>>().join("/")
        } else {
            session.topic.clone()
        };
        if session.room.is_empty() { words } else { format!("{words} {}", session.room) }
    }

    /// The letters of the activities of a session, as a month of one letter a half-day shows them.
    pub(super) fn session_letters(&self, session: &Session) -> String {
        let activities = std::iter::once(&session.activity).chain(&session.further);
        let letters = activities.filter_map(|id| Some(self.registry().activities.get(id)?.letter.as_str()));
        letters.collect()
    }

    /// The letters of this hospital and what they stand for.
    pub(super) fn own_letters(&self) -> impl Iterator<Item = (String, String)> {
        let activities = self.registry().activities.values().filter(|activity| !activity.letter.is_empty());
        activities.map(|activity| (activity.letter.clone(), activity.name_zh.clone()))
    }

    /// Puts several entries of one half-day together; `None` where no activity of theirs is known here.
    pub(super) fn together(&self, entries: &[&GridEntry]) -> Option<Together> {
        let mut together = Together::default();
        let has_topic = entries.iter().any(|entry| !entry.topic.is_empty());
        let mut words = Vec::new();
        for entry in entries {
            for name in &entry.activities {
                let id = self.activity(name)?;
                if !together.activities.contains(&id) {
                    together.activities.push(id);
                }
            }
            if entry.topic.is_empty() {
                words.extend(entry.activities.iter().map(|name| (*name).to_owned()));
            } else {
                words.push(entry.topic.clone());
            }
            if together.place.is_empty() {
                together.place.clone_from(&entry.place);
            }
        }
        if has_topic {
            together.topic = words.join("/");
        }
        (!together.activities.is_empty()).then_some(together)
    }
}
