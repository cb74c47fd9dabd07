//! The headings of day columns: `周一 6/12`, `星期一(6月12日)`, `12一`, `周日 6/25 班(按周四)`, `15`.

use chrono::{Datelike, NaiveDate, Weekday};

use super::date_parts::{Parts, take_parts};
use super::frame::Frame;
use super::lists::{take_bare_weekday, take_slots, take_weekday};
use super::scan::Cursor;
use super::text::{half_width, is_han};
use crate::domain::Slot;

/// Mark in a day heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DayMark {
    /// None.
    #[default]
    Plain,
    /// 休 or 节: holiday.
    Holiday,
    /// 班: make-up day, with the weekday whose clinics it follows if said.
    MakeUp(Option<Weekday>),
}

/// What the heading of a day column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayHeading {
    /// The date, from the heading or from weekday and frame; absent where nothing gives the year.
    pub on: Option<NaiveDate>,
    /// Weekday as written.
    pub weekday: Option<Weekday>,
    /// Half-day as written: some grids have a column for each.
    pub slot: Option<Slot>,
    /// 休 / 节 / 班.
    pub mark: DayMark,
}

/// Reads the heading of a day column; `None` where it is none.
#[must_use]
pub fn day_heading(text: &str, frame: &Frame) -> Option<DayHeading> {
    let text = half_width(text);
    let mut reading = Reading::default();
    let mut cursor = Cursor::new(&text);
    while !cursor.is_done() {
        reading.step(&mut cursor, frame)?;
    }
    let on = reading.on(frame);
    (reading.parts.is_some() || reading.weekday.is_some()).then_some(DayHeading {
        on,
        weekday: reading.weekday,
        slot: reading.slot,
        mark: reading.mark,
    })
}

#[derive(Default)]
struct Reading {
    parts: Option<Parts>,
    weekday: Option<Weekday>,
    slot: Option<Slot>,
    mark: DayMark,
    is_in_bracket: bool,
}

impl Reading {
    /// Reads one word; `None` where the heading says something that no day says.
    fn step(&mut self, cursor: &mut Cursor<'_>, frame: &Frame) -> Option<()> {
        if let Some(sign) = cursor.take_one(&[' ', '\n', '\r', '(', ')', ',', '、', '/']) {
            self.is_in_bracket = if matches!(sign, '(' | ')') { sign == '(' } else { self.is_in_bracket };
            return Some(());
        }
        if cursor.take_one(&['班']).is_some() {
            self.mark = DayMark::MakeUp(take_acting_weekday(cursor));
            return Some(());
        }
        if let Some(weekday) = take_weekday(cursor) {
            return set(&mut self.weekday, weekday);
        }
        if let Some(slots) = take_slots(cursor) {
            self.slot = slots.first().copied().filter(|_| slots.len() == 1);
            return Some(());
        }
        if let Some(parts) = take_day(cursor, frame) {
            return set(&mut self.parts, parts);
        }
        if cursor.take_one(&['休', '节', '假']).is_some() {
            self.mark = DayMark::Holiday;
            return Some(());
        }
        if self.weekday.is_none()
            && let Some(weekday) = take_bare_weekday(cursor)
        {
            self.weekday = Some(weekday);
            return Some(());
        }
        // The name of a festival beside the date.
        let named = self.parts.is_some() && (self.is_in_bracket || self.weekday.is_some());
        cursor.bump().filter(|next| named && is_han(*next)).map(|_| ())
    }

    fn on(&self, frame: &Frame) -> Option<NaiveDate> {
        match self.parts {
            Some(Parts { month: None, day: Some(day), .. }) => {
                let mut days = frame.period.into_iter().flat_map(crate::domain::Period::days).take(366);
                days.find(|on| on.day() == day).or_else(|| NaiveDate::from_ymd_opt(frame.year?, frame.month?, day))
            }
            Some(parts) => parts.resolve(frame).ok().map(|(on, _)| on),
            None => {
                let period = frame.period.filter(|period| (period.to() - period.from()).num_days() < 7)?;
                period.days().find(|on| Some(on.weekday()) == self.weekday)
            }
        }
    }
}

fn set<T>(place: &mut Option<T>, value: T) -> Option<()> {
    place.replace(value).is_none().then_some(())
}

fn take_day(cursor: &mut Cursor<'_>, frame: &Frame) -> Option<Parts> {
    let mut ahead = *cursor;
    let parts = match take_parts(&mut ahead, frame.is_1904) {
        Some(parts) => parts,
        None => Parts { day: Some(ahead.take_digits().filter(|(_, length)| *length <= 2)?.0), ..Parts::default() },
    };
    let day = parts.day.filter(|day| (1..=31).contains(day))?;
    *cursor = ahead;
    Some(Parts { day: Some(day), ..parts })
}

/// The weekday in `班(按周四)`.
fn take_acting_weekday(cursor: &mut Cursor<'_>) -> Option<Weekday> {
    let mut ahead = *cursor;
    ahead.skip_spaces();
    ahead.take_one(&['(']);
    ahead.take_one(&['按', '同', '补', '上'])?;
    let weekday = take_weekday(&mut ahead).or_else(|| take_bare_weekday(&mut ahead))?;
    ahead.take_word(&["排班", "排", "门诊"]);
    *cursor = ahead;
    Some(weekday)
}
