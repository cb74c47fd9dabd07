//! Reads what a clerk types or pastes into a cell: activities, a topic, a site, a room.

use super::choice::Entry;
use super::vm::Records;
use crate::domain::{Activity, ActivityId, InstitutionId};
use crate::import::values::{CellReading, GridEntry, Legend, grid_cell};

/// What parts the activities of one half-day: strokes, line ends, the Chinese enumeration comma.
const BETWEEN_ACTIVITIES: &[char] = &['/', '\u{ff0f}', '\n', '\u{3001}'];
/// Parts the short names of an institution.
const BETWEEN_SHORT_NAMES: char = '\u{3001}';
/// The code of the mark for a free half-day.
const REST: &str = "rest";

/// Reads the words of one cell; `None` where no activity can be made out.
///
/// Names of the file's own activities come first; what is no name is read as imports read the cells of a schedule.
pub(super) fn read_entry(records: &Records, text: &str) -> Option<Entry> {
    let text = text.trim();
    if let Some((activity, further)) = exact_activities(records, text) {
        return Some(Entry { activity, further, ..Entry::default() });
    }
    let (what, place) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    if let Some((activity, further)) = exact_activities(records, what) {
        let (inst, room) = read_place(records, place.trim());
        return Some(Entry { activity, further, inst, room, ..Entry::default() });
    }
    match grid_cell(text, &Legend::new(&[])) {
        CellReading::Work(entries) => of_import(records, entries.first()?),
        CellReading::Rest => {
            records.registry.activity(REST).map(|rest| Entry { activity: rest.id, ..Entry::default() })
        }
        CellReading::Nothing | CellReading::Leave(..) | CellReading::WorkAndLeave(..) | CellReading::Unknown => None,
    }
}

/// The same entry with the keys of this file.
fn of_import(records: &Records, read: &GridEntry) -> Option<Entry> {
    let ids: Option<Vec<ActivityId>> = read.activities.iter().map(|name| exact_activity(records, name)).collect();
    let (first, further) = ids.as_deref()?.split_first()?;
    let (inst, room) = read_place(records, read.place.trim());
    Some(Entry {
        activity: *first,
        further: further.to_vec(),
        topic: read.topic.clone(),
        inst,
        room,
        ..Entry::default()
    })
}

/// The activities where every part is the name or letter of one.
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

/// A site known by its name, a short name or its town, and what is left as the room.
fn read_place(records: &Records, text: &str) -> (Option<InstitutionId>, String) {
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let site = records.registry.institutions.values().find(|inst| {
        let is_named = inst.name == first || inst.town == first;
        let has_short_name = || inst.short_name.split(BETWEEN_SHORT_NAMES).any(|short| short == first);
        !inst.is_own && !first.is_empty() && (is_named || has_short_name())
    });
    match site {
        Some(inst) => (Some(inst.id), rest.trim().to_owned()),
        None => (None, text.to_owned()),
    }
}
