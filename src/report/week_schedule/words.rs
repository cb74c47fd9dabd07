//! How one session reads in a cell: what is done, its status where it is not simply held, and where.

use super::super::sheet::Line;
use super::super::sources::{Sources, short_name};
use crate::domain::{NameBook, Session, SessionStatus};
use crate::i18n::Tr;

/// Between several activities of one half-day.
const ALSO: &str = "/";

/// What the session says: its own words, else its activities.
pub(in crate::report) fn activity_words(sources: &Sources<'_>, session: &Session, tr: Tr) -> String {
    if !session.topic.is_empty() {
        let place = place_words(sources, session);
        let own = session.topic.strip_suffix(place.as_str()).unwrap_or(&session.topic).trim_end();
        return if own.is_empty() { session.topic.clone() } else { own.to_owned() };
    }
    std::iter::once(&session.activity)
        .chain(&session.further)
        .filter_map(|id| sources.registry.activities.get(id))
        .map(|activity| tr.name_of(activity))
        .collect::<Vec<_>>()
        .join(ALSO)
}

/// Where: the room as written, else the site where it is not the host.
pub(in crate::report) fn place_words(sources: &Sources<'_>, session: &Session) -> String {
    if !session.room.is_empty() {
        return session.room.clone();
    }
    let host = sources.stint(session.stint).map(|stint| stint.host_inst);
    sources
        .institution(session.inst)
        .filter(|inst| Some(inst.id) != host)
        .map(|inst| short_name(inst).to_owned())
        .unwrap_or_default()
}

/// The line of a cell.
pub(in crate::report) fn session_line(sources: &Sources<'_>, names: &NameBook, session: &Session, tr: Tr) -> Line {
    let words = activity_words(sources, session, tr);
    let words = match tr.paper_status(session.status) {
        Some(mark) if session.status == SessionStatus::Substituted => {
            let name = session.substitute_stint.and_then(|id| sources.registry.person_of(id));
            let name = name.map(|person| names.name(person)).unwrap_or_default();
            format!("{words}({mark}:{name})")
        }
        Some(mark) => format!("{words}({mark})"),
        None => words,
    };
    Line::new(words, place_words(sources, session))
}
