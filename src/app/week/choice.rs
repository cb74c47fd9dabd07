//! What the slot editor offers: what this expert did in this half-day before, then everything else.

use std::collections::HashMap;

use chrono::Datelike;

use super::rows::absence;

use super::grid_vm::GridVm;
use super::vm::{Absence, CellKey, Records};
use crate::app::search::PinyinKey;
use crate::domain::{
    ActivityId, DayKind, DepartmentId, InstitutionId, Session, SessionStatus, Stint, is_consulting_room,
};

/// Ranks that differ by less were found in the same way.
const EQUALLY_GOOD: u32 = 100;

/// What can stand in a cell, without whose and when.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Entry {
    /// The activity.
    pub activity: ActivityId,
    /// Further activities of the same half-day.
    pub further: Vec<ActivityId>,
    /// The words where they say more.
    pub topic: String,
    /// The site, absent for the expert's host.
    pub inst: Option<InstitutionId>,
    /// The department, absent for the expert's own.
    pub dept: Option<DepartmentId>,
    /// The room.
    pub room: String,
}

/// One line of the slot editor.
#[derive(Debug, Clone)]
pub struct Choice {
    /// What it fills in.
    pub entry: Entry,
    /// What it is called: 坐诊 门诊203.
    pub label: String,
    /// The letter of its activity.
    pub letter: String,
    /// Its hue, absent for a rest mark.
    pub hue: Option<u8>,
    /// Whether this expert did it in this half-day of a week before.
    pub is_habit: bool,
    /// Why it is better not taken, empty for no reason.
    pub discouraged: String,
    keys: PinyinKey,
}

impl Choice {
    /// How well the typed text finds it; `None` where it does not. Smaller is better.
    #[must_use]
    pub fn rank(&self, typed: &str) -> Option<u32> {
        if typed.is_empty() {
            return Some(0);
        }
        // Within a hundred all were found the same way: there the usual choice comes first, not the shortest.
        self.keys.rank(typed).map(|rank| if rank == 0 { 0 } else { 1 + rank / EQUALLY_GOOD })
    }
}

impl Entry {
    /// What a session of a stint holds.
    pub(super) fn of(session: &Session, stint: &Stint) -> Self {
        Self {
            activity: session.activity,
            further: session.further.clone(),
            topic: session.topic.clone(),
            inst: Some(session.inst).filter(|inst| *inst != stint.host_inst),
            dept: session.dept.filter(|dept| Some(*dept) != stint.host_dept),
            room: session.room.clone(),
        }
    }

    /// The session that this makes of the half-day; new, and planned.
    pub(super) fn session(&self, key: CellKey, stint: &Stint) -> Session {
        let inst = self.inst.unwrap_or(stint.host_inst);
        Session {
            id: crate::domain::Id::NEW,
            on_date: key.on,
            slot: key.slot,
            stint: key.stint,
            activity: self.activity,
            further: self.further.clone(),
            topic: self.topic.clone(),
            inst,
            dept: self.dept.or(stint.host_dept.filter(|_| inst == stint.host_inst)),
            room: self.room.clone(),
            status: SessionStatus::Planned,
            substitute_stint: None,
            reason: String::new(),
            from_template: None,
        }
    }
}

impl GridVm {
    /// Everything that can fill the cell, the likeliest first.
    #[must_use]
    pub fn choices(&self, key: CellKey) -> Vec<Choice> {
        let records = &self.records;
        let Some(stint) = records.stint(key.stint) else { return Vec::new() };
        let habits = habits(records, stint, key);
        let mut choices: Vec<Choice> =
            habits.into_iter().map(|(entry, is_habit)| self.choice(key, stint, entry, is_habit)).collect();
        let mut activities: Vec<_> = records.registry.activities.values().collect();
        activities.sort_by_key(|activity| (activity.sort, activity.id));
        for activity in activities {
            let entry = Entry { activity: activity.id, ..Entry::default() };
            if !choices.iter().any(|choice| choice.entry == entry) {
                choices.push(self.choice(key, stint, entry, false));
            }
        }
        choices
    }

    /// What the typed words mean where no choice fits, such as 会诊 三楼会议室.
    #[must_use]
    pub fn typed(&self, key: CellKey, text: &str) -> Option<Choice> {
        let stint = self.records.stint(key.stint)?;
        let entry = super::parse::read_entry(&self.records, text)?;
        Some(self.choice(key, stint, entry, false))
    }

    /// Why the half-day is better left free, whatever stands there: holiday, leave, not on post.
    #[must_use]
    pub fn cautions(&self, key: CellKey) -> Vec<String> {
        let (records, tr) = (&self.records, self.records.tr);
        let mut cautions = Vec::new();
        let facts = records.calendar.facts(key.on);
        if facts.kind == DayKind::Holiday {
            cautions.push(tr.schedule_caution_holiday(tr.festival(&facts.name)));
        }
        match records.stint(key.stint).and_then(|stint| absence(records, stint, key.on, key.slot)) {
            Some(Absence::OffPost) => cautions.push(tr.schedule_off_post().to_owned()),
            Some(Absence::Leave(kind)) => cautions.push(tr.leave_kind(kind).to_owned()),
            None => {}
        }
        cautions
    }

    fn choice(&self, key: CellKey, stint: &Stint, entry: Entry, is_habit: bool) -> Choice {
        let records = &self.records;
        let activity = records.registry.activities.get(&entry.activity);
        let session = entry.session(key, stint);
        let label = records.line(&session);
        Choice {
            keys: PinyinKey::new(&label),
            label,
            letter: activity.map_or_else(String::new, |activity| activity.letter.clone()),
            hue: activity.filter(|activity| activity.is_work).map(|activity| activity.hue % 10),
            is_habit,
            discouraged: room_taken(records, &session),
            entry,
        }
    }
}

/// Entries that this expert, then the same department, made lately; whether each was in this very half-day.
fn habits(records: &Records, stint: &Stint, key: CellKey) -> Vec<(Entry, bool)> {
    let mut scores: HashMap<Entry, (u32, bool)> = HashMap::new();
    for session in records.before.iter().chain(&records.around) {
        let Some(theirs) = records.stint(session.stint) else { continue };
        let is_same_half_day =
            session.stint == key.stint && session.slot == key.slot && session.on_date.weekday() == key.on.weekday();
        let score = match (session.stint == key.stint, theirs.host_dept == stint.host_dept) {
            (true, _) if is_same_half_day => 100,
            (true, _) => 10,
            (false, true) => 1,
            (false, false) => continue,
        };
        let (total, is_habit) = scores.entry(Entry::of(session, theirs)).or_default();
        *total += score;
        *is_habit |= is_same_half_day && session.on_date != key.on;
    }
    let mut ranked: Vec<_> = scores.into_iter().collect();
    ranked.sort_by(|(one, (one_score, _)), (other, (other_score, _))| {
        other_score
            .cmp(one_score)
            .then_with(|| (one.activity, &one.topic, &one.room).cmp(&(other.activity, &other.topic, &other.room)))
    });
    ranked.into_iter().map(|(entry, (_, is_habit))| (entry, is_habit)).collect()
}

/// Who else has the room in that half-day, as a sentence; empty for nobody.
fn room_taken(records: &Records, wanted: &Session) -> String {
    let is_there = |session: &&Session| {
        session.stint != wanted.stint
            && session.status != SessionStatus::Cancelled
            && (session.on_date, session.slot, session.inst) == (wanted.on_date, wanted.slot, wanted.inst)
            && session.room == wanted.room
    };
    if !is_consulting_room(&wanted.room) {
        return String::new();
    }
    let other = records.around.iter().find(is_there);
    other.map_or_else(String::new, |session| records.tr.schedule_room_taken(records.stint_name(session.stint)))
}
