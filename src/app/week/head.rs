//! The heads of the day columns, and which half-days are shown.

use chrono::{Datelike, NaiveDate, Weekday};

use super::vm::{DayHead, Records};
use crate::domain::{DayKind, Period, Slot};

/// Morning and afternoon always, the night only where somebody works then.
pub(super) fn slots_of(records: &Records, span: Period) -> Vec<Slot> {
    let has_night = records.around.iter().any(|session| session.slot == Slot::Night && span.contains(session.on_date));
    Slot::ALL.iter().copied().filter(|slot| *slot != Slot::Night || has_night).collect()
}

/// What stands over a day: off or on, the festival, the weekday that a make-up day follows.
pub(super) fn day_head(records: &Records, on: NaiveDate, today: NaiveDate) -> DayHead {
    let (facts, tr) = (records.calendar.facts(on), records.tr);
    let mark = match facts.kind {
        DayKind::Holiday | DayKind::Weekend => tr.schedule_day_off(),
        DayKind::MakeUp => tr.schedule_day_on(),
        DayKind::Workday => "",
    };
    let note = match (facts.kind, facts.acts_as_weekday.and_then(weekday_of)) {
        (DayKind::MakeUp, Some(weekday)) => tr.schedule_acts_as(tr.weekday(weekday)),
        (DayKind::MakeUp, None) => tr.schedule_acts_as_open().to_owned(),
        _ => tr.festival(&facts.name).to_owned(),
    };
    DayHead {
        on,
        kind: facts.kind,
        weekday: tr.weekday(on.weekday()).to_owned(),
        date: format!("{}/{}", on.month(), on.day()),
        mark: mark.to_owned(),
        note,
        is_today: on == today,
    }
}

/// The weekday of its number, 1 Monday … 7 Sunday.
pub(super) fn weekday_of(number: u8) -> Option<Weekday> {
    Weekday::try_from(number.checked_sub(1)?).ok()
}
