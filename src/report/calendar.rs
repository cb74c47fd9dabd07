//! The issued sessions as events of a calendar, for phones.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDateTime, NaiveTime};

use super::posted::Posted;
use super::request::DocumentRequest;
use super::sources::Sources;
use super::week_schedule::{activity_words, place_words};
use crate::domain::{IssuedSession, PersonId, Session, SessionStatus, Slot};
use crate::i18n::Tr;

/// An event; times are those of the wall clock in China.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The same for the same session, whenever it is written.
    pub uid: String,
    /// When it begins.
    pub from: NaiveDateTime,
    /// When it ends.
    pub to: NaiveDateTime,
    /// What, and who.
    pub summary: String,
    /// Where.
    pub place: String,
    /// What else there is to say.
    pub note: String,
    /// Whether it was called off.
    pub is_cancelled: bool,
    /// How often it was issued differently before (`SEQUENCE`).
    pub sequence: u32,
    /// When it was issued so (`LAST-MODIFIED`); absent where nothing says it.
    pub changed_at: Option<NaiveDateTime>,
}

/// The events of a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// What the calendar is called.
    pub name: String,
    /// The events, by time.
    pub events: Vec<Event>,
}

/// The calendar of the period, of everybody or of one person, as people were told of it. What an expert no longer does
/// is cancelled in that expert's own calendar, so that it goes from the phone; in that of everybody the session stays
/// under the stand-in.
#[must_use]
pub fn calendar(
    sources: &Sources<'_>,
    request: &DocumentRequest,
    issued: &[IssuedSession],
    person: Option<PersonId>,
    tr: Tr,
) -> Calendar {
    let posted = sources.posted(request, request.period);
    let file = fingerprint(sources.unit());
    let mut events: BTreeMap<String, Event> = BTreeMap::new();
    // Those that stand come first: an event has one state only.
    for is_withdrawn in [false, true] {
        for one in issued.iter().filter(|one| one.is_withdrawn == is_withdrawn) {
            let is_work = sources.activity(&one.session).is_some_and(|activity| activity.is_work);
            let is_meant = is_work && request.period.contains(one.session.on_date);
            let Some(post) = posted.iter().find(|post| post.stint.id == one.session.stint).filter(|_| is_meant) else {
                continue;
            };
            if person.is_none_or(|person| works(sources, &one.session, post) == Some(person))
                && let Some(event) = event(sources, one, post, file, tr)
            {
                events.entry(event.uid.clone()).or_insert(event);
            }
        }
    }
    let mut events: Vec<Event> = events.into_values().collect();
    events.sort_by(|one, other| (one.from, &one.uid).cmp(&(other.from, &other.uid)));
    let name = person.and_then(|id| sources.registry.people.get(&id)).map(|person| person.name.clone());
    let name = name.unwrap_or_else(|| sources.unit().to_owned());
    Calendar { name: tr.calendar_name(&name), events }
}

/// Who does the work: the stand-in, where there is one.
fn works(sources: &Sources<'_>, session: &Session, one: &Posted<'_>) -> Option<PersonId> {
    match (session.status, session.substitute_stint) {
        (SessionStatus::Substituted, Some(stint)) => sources.registry.person_of(stint).map(|person| person.id),
        _ => Some(one.person.id),
    }
}

fn event(sources: &Sources<'_>, issued: &IssuedSession, one: &Posted<'_>, file: u64, tr: Tr) -> Option<Event> {
    let session = &issued.session;
    let ((from, to), what) = (hours(session)?, activity_words(sources, session, tr));
    let stand_in = session.substitute_stint.and_then(|id| sources.registry.person_of(id));
    let name = match (session.status, stand_in) {
        (SessionStatus::Substituted, Some(person)) => tr.calendar_stands_in(&person.name, &one.name),
        _ => one.name.clone(),
    };
    let inst = sources.institution(session.inst).map_or("", |inst| inst.name.as_str());
    let dept = sources.department(session.dept).map_or("", |dept| dept.name.as_str());
    let room = place_words(sources, session);
    let place: Vec<&str> = [inst, dept, &room].into_iter().filter(|part| !part.is_empty()).collect();
    let mut place = place;
    place.dedup();
    Some(Event {
        uid: format!("session-{}-{file:016x}@chuanbangdai", session.id.raw()),
        from,
        to,
        summary: format!("{what} {name}"),
        place: place.join(" "),
        note: session.reason.clone(),
        is_cancelled: issued.is_withdrawn || session.status == SessionStatus::Cancelled,
        sequence: issued.sequence,
        changed_at: issued.issued_at,
    })
}

/// The office hours of a half-day; a night ends in the morning.
fn hours(session: &Session) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).map(|time| session.on_date.and_time(time));
    Some(match session.slot {
        Slot::Am => (at(8, 0)?, at(12, 0)?),
        Slot::Pm => (at(14, 30)?, at(17, 30)?),
        Slot::Night => (at(18, 0)?, at(8, 0)?.checked_add_days(Days::new(1))?),
    })
}

/// Tells the sessions of one office from those of another in the same phone (FNV-1a).
pub(super) fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
