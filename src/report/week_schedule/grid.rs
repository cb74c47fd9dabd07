//! The half-days of one person as cells, with what runs on merged into one.

use std::collections::BTreeSet;

use super::super::posted::Posted;
use super::super::sheet::{Cell, Line, Tone};
use super::super::sources::Sources;
use super::{Day, LEADING, words};
use crate::domain::{Leave, NameBook, Session, SessionId, SessionStatus, Slot};
use crate::i18n::Tr;

/// What one half-day says.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Half {
    lines: Vec<Line>,
    tone: Tone,
    /// The mark 休: it may also be merged over neighbouring days.
    is_rest: bool,
}

/// The half-days of one person: a line per slot, a place per day.
pub(super) struct PersonGrid {
    pub slots: Vec<Slot>,
    pub halves: Vec<Vec<Half>>,
}

impl PersonGrid {
    /// Gathers the sessions of a person; a night line only where there is a night.
    pub(super) fn new(
        sources: &Sources<'_>,
        names: &NameBook,
        one: &Posted<'_>,
        days: &[Day],
        changed: &BTreeSet<SessionId>,
        tr: Tr,
    ) -> Self {
        let own: Vec<&Session> = sources.sessions.iter().filter(|session| session.stint == one.stint.id).collect();
        let stands_in = |session: &&Session| session.stint != one.stint.id && session.worker() == Some(one.stint.id);
        let covered: Vec<&Session> = sources.sessions.iter().filter(stands_in).collect();
        let in_week = |session: &&&Session| days.iter().any(|day| day.on == session.on_date);
        let has_night = own.iter().chain(&covered).filter(in_week).any(|session| session.slot == Slot::Night);
        let mut slots = vec![Slot::Am, Slot::Pm];
        if has_night {
            slots.push(Slot::Night);
        }
        let half = |day: &Day, slot: Slot| {
            let there: Vec<&Session> =
                own.iter().copied().filter(|session| session.on_date == day.on && session.slot == slot).collect();
            let covered: Vec<&Session> =
                covered.iter().copied().filter(|session| session.on_date == day.on && session.slot == slot).collect();
            let mut half = match (there.is_empty(), covered.is_empty()) {
                (true, true) => return absent_half(sources, one, day, slot, tr),
                (true, false) => return covering_half(sources, names, &covered, day, tr),
                (false, _) => held_half(sources, names, &there, day, changed, tr),
            };
            half.lines.extend(covering_half(sources, names, &covered, day, tr).lines);
            half
        };
        let halves = slots.iter().map(|slot| days.iter().map(|day| half(day, *slot)).collect()).collect();
        Self { slots, halves }
    }
}

fn held_half(
    sources: &Sources<'_>,
    names: &NameBook,
    sessions: &[&Session],
    day: &Day,
    changed: &BTreeSet<SessionId>,
    tr: Tr,
) -> Half {
    let work = sessions
        .iter()
        .filter(|session| session.status != SessionStatus::Cancelled)
        .filter_map(|session| sources.activity(session))
        .find(|activity| activity.is_work);
    Half {
        lines: sessions
            .iter()
            .map(|session| marked(words::session_line(sources, names, session, tr), changed.contains(&session.id), tr))
            .collect(),
        tone: work.map_or(day.tone, |activity| Tone::Activity(activity.hue)),
        is_rest: sessions.iter().all(|session| sources.activity(session).is_some_and(|activity| !activity.is_work)),
    }
}

/// What is held for somebody else, in the row of the stand-in.
fn covering_half(sources: &Sources<'_>, names: &NameBook, sessions: &[&Session], day: &Day, tr: Tr) -> Half {
    let line = |session: &&Session| {
        let other = sources.registry.person_of(session.stint).map_or("", |person| names.name(person));
        let words = words::activity_words(sources, session, tr);
        Line::new(tr.paper_covers(other, &words), words::place_words(sources, session))
    };
    let work = sessions.iter().filter_map(|session| sources.activity(session)).find(|activity| activity.is_work);
    Half {
        lines: sessions.iter().map(line).collect(),
        tone: work.map_or(day.tone, |activity| Tone::Activity(activity.hue)),
        is_rest: false,
    }
}

/// The line with the mark of a change before it.
fn marked(line: Line, is_changed: bool, tr: Tr) -> Line {
    if is_changed { Line { text: format!("{}{}", tr.paper_changed_mark(), line.text), ..line } } else { line }
}

/// Nothing planned: bare, or the kind of leave on a working day.
fn absent_half(sources: &Sources<'_>, one: &Posted<'_>, day: &Day, slot: Slot, tr: Tr) -> Half {
    let leave = sources
        .registry
        .leave
        .values()
        .filter(|_| day.facts.is_working() && slot != Slot::Night)
        .find(|leave| leave.person == one.person.id && covers(leave, day, slot));
    let lines = leave.map(|leave| Line::new(tr.leave_kind(leave.kind), "")).into_iter().collect();
    Half { lines, tone: day.tone, is_rest: false }
}

fn covers(leave: &Leave, day: &Day, slot: Slot) -> bool {
    (leave.from_on, leave.from_slot) <= (day.on, slot) && (day.on, slot) <= (leave.to_on, leave.to_slot)
}

/// The cells of each line; equal half-days run down into one cell, full days of rest also sideways.
pub(super) fn place(grid: &PersonGrid) -> Vec<Vec<Cell>> {
    let halves = &grid.halves;
    let at = |line: usize, day: usize| halves.get(line).and_then(|days| days.get(day));
    let width = halves.first().map_or(0, Vec::len);
    let mut taken = vec![vec![false; width]; halves.len()];
    let mut placed: Vec<Vec<Cell>> = vec![Vec::new(); halves.len()];
    for day in 0..width {
        for line in 0..halves.len() {
            let Some(half) = at(line, day) else { continue };
            if taken.get(line).and_then(|days| days.get(day)).copied().unwrap_or(true) {
                continue;
            }
            let down = if half.lines.is_empty() {
                1
            } else {
                (line..halves.len()).take_while(|below| at(*below, day) == Some(half)).count()
            };
            let is_full_day = line == 0 && down == halves.len();
            let across = if half.is_rest && is_full_day {
                let is_same = |next: &usize| (0..down).all(|below| at(below, *next) == Some(half));
                (day..width).take_while(is_same).count()
            } else {
                1
            };
            for days in taken.iter_mut().skip(line).take(down) {
                days.iter_mut().skip(day).take(across).for_each(|place| *place = true);
            }
            let mut cell = Cell::new(LEADING + day, "").spanning(across, down).toned(half.tone);
            cell.lines.clone_from(&half.lines);
            if let Some(cells) = placed.get_mut(line) {
                cells.push(cell);
            }
        }
    }
    placed
}
