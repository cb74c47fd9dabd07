//! Reads what a clerk types or pastes into a cell: activities, a topic, a site, a room.

use super::choice::Entry;
use super::vm::Records;
use crate::domain::{Activity, ActivityId, InstitutionId};

/// What parts the activities of one half-day: strokes, line ends, the Chinese enumeration comma.
const BETWEEN_ACTIVITIES: &[char] = &['/', '\u{ff0f}', '\n', '\u{3001}'];

/// Reads the words of one cell; `None` where no activity can be made out.
pub(super) fn read_entry(records: &Records, text: &str) -> Option<Entry> {
    let text = text.trim();
    if let Some((activity, further)) = exact_activities(records, text) {
        return Some(Entry { activity, further, ..Entry::default() });
    }
    let (what, place) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let (inst, room) = read_place(records, place.trim());
    if let Some((activity, further)) = exact_activities(records, what) {
        return Some(Entry { activity, further, inst, room, ..Entry::default() });
    }
    let activity = longest_inside(records, what).or_else(|| records.registry.activity("other"))?;
    Some(Entry { activity: activity.id, topic: what.to_owned(), inst, room, ..Entry::default() })
}

/// The activities where every part is the name, letter or code of one.
fn exact_activities(records: &Records, text: &str) -> Option<(ActivityId, Vec<ActivityId>)> {
    let parts = text.split(BETWEEN_ACTIVITIES).map(str::trim).filter(|part| !part.is_empty());
    let ids: Option<Vec<ActivityId>> = parts.map(|part| exact_activity(records, part)).collect();
    let (first, further) = ids.as_deref()?.split_first()?;
    Some((*first, further.to_vec()))
}

fn exact_activity(records: &Records, part: &str) -> Option<ActivityId> {
    let is_it = |activity: &&Activity| {
        activity.name_zh == part || activity.letter == part || activity.name_en.eq_ignore_ascii_case(part)
    };
    records.registry.activities.values().find(is_it).map(|activity| activity.id)
}

/// The activity with the longest name that occurs in the text.
fn longest_inside<'a>(records: &'a Records, text: &str) -> Option<&'a Activity> {
    records
        .registry
        .activities
        .values()
        .filter(|activity| !activity.name_zh.is_empty() && text.contains(&activity.name_zh))
        .max_by_key(|activity| activity.name_zh.len())
}

/// A site known by its name, short name or town, and what is left as the room.
fn read_place(records: &Records, text: &str) -> (Option<InstitutionId>, String) {
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let site = records.registry.institutions.values().find(|inst| {
        !inst.is_own && !first.is_empty() && (inst.name == first || inst.town == first || inst.short_name == first)
    });
    match site {
        Some(inst) => (Some(inst.id), rest.trim().to_owned()),
        None => (None, text.to_owned()),
    }
}
