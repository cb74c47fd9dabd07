//! Clinic hours as people say them: 周一、周四上午; one phrase a line for each half of the day.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::domain::{Session, Slot};
use crate::i18n::Tr;

/// From this many days in a row on, a phrase names only the first and the last.
const RUN: usize = 3;

/// The phrases, earliest first; days on which both halves are worked are all-day.
pub(super) fn phrases(sessions: &[&Session], tr: Tr) -> Vec<String> {
    let mut by_day: BTreeMap<NaiveDate, BTreeSet<Slot>> = BTreeMap::new();
    for session in sessions {
        by_day.entry(session.on_date).or_default().insert(session.slot);
    }
    let mut groups: Vec<(Hours, Vec<NaiveDate>)> = Vec::new();
    for (day, slots) in by_day {
        for hours in split(&slots) {
            match groups.iter_mut().find(|(known, _)| *known == hours) {
                Some((_, days)) => days.push(day),
                None => groups.push((hours, vec![day])),
            }
        }
    }
    groups.into_iter().map(|(hours, days)| format!("{}{}", days_phrase(&days, tr), hours.words(tr))).collect()
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hours {
    AllDay,
    One(Slot),
}

impl Hours {
    fn words(self, tr: Tr) -> String {
        let word = match self {
            Self::AllDay => tr.paper_all_day(),
            Self::One(slot) => tr.slot(slot),
        };
        tr.paper_hours(word)
    }
}

fn split(slots: &BTreeSet<Slot>) -> Vec<Hours> {
    let mut hours = Vec::new();
    if slots.contains(&Slot::Am) && slots.contains(&Slot::Pm) {
        hours.push(Hours::AllDay);
    } else {
        hours.extend([Slot::Am, Slot::Pm].into_iter().filter(|slot| slots.contains(slot)).map(Hours::One));
    }
    if slots.contains(&Slot::Night) {
        hours.push(Hours::One(Slot::Night));
    }
    hours
}

/// 周一、周三至周五.
fn days_phrase(days: &[NaiveDate], tr: Tr) -> String {
    let follows = |one: &NaiveDate, next: &NaiveDate| one.succ_opt() == Some(*next);
    let mut parts = Vec::new();
    for run in days.chunk_by(follows) {
        match (run.first(), run.last()) {
            (Some(first), Some(last)) if run.len() >= RUN => {
                parts.push(tr.paper_run(tr.weekday(first.weekday()), tr.weekday(last.weekday())));
            }
            _ => parts.extend(run.iter().map(|day| tr.weekday(day.weekday()).to_owned())),
        }
    }
    parts.join(tr.paper_list_comma())
}
