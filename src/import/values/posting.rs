//! Clinic times of the public posting: `周一、周四上午`, `每周三全天`, `周一至周五上午`, `单周周二`.

use chrono::Weekday;

use super::lists::{take_bare_weekday, take_slots, take_weekday};
use super::scan::Cursor;
use super::text::text;
use super::vocabulary::WEEK_RULES;
use crate::domain::{Slot, WeekRule};
use crate::import::{Code, Raw};

/// One weekly half-day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClinicTime {
    /// Which weeks.
    pub week_rule: WeekRule,
    /// 1 Monday … 7 Sunday.
    pub weekday: u8,
    /// Half-day.
    pub slot: Slot,
}

/// The half-days of a posting cell, in order, without repetition. R08 where a part is not understood.
/// A weekday without half-day is both.
pub fn clinic_times(raw: &Raw) -> Result<Option<Vec<ClinicTime>>, Code> {
    let Some(text) = text(raw) else { return Ok(None) };
    let mut reader = Reading { week_rule: WeekRule::Every, pending: Vec::new(), times: Vec::new() };
    let mut cursor = Cursor::new(&text);
    while !cursor.is_done() {
        reader.step(&mut cursor)?;
    }
    reader.flush(&[Slot::Am, Slot::Pm]);
    if reader.times.is_empty() { Err(Code::R08) } else { Ok(Some(reader.times)) }
}

const SEPARATORS: &[char] = &[' ', '、', ',', ';', '/', '\n', '和', '及', '(', ')', ':', '。'];
const RANGE_SIGNS: &[char] = &['至', '到', '-', '—', '~', '–'];
const FILLERS: &[&str] = &["出诊", "坐诊", "门诊", "每", "的"];

struct Reading {
    week_rule: WeekRule,
    pending: Vec<u8>,
    times: Vec<ClinicTime>,
}

impl Reading {
    /// Reads one word: a week rule, a weekday or range of them, a half-day, or something that says nothing.
    fn step(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Code> {
        if cursor.take_one(SEPARATORS).is_some() {
            return Ok(());
        }
        if cursor.take_word(&["每天", "每日", "天天"]) {
            self.pending = (1..=7).collect();
            return Ok(());
        }
        if cursor.take_word(&["工作日"]) {
            self.pending = (1..=5).collect();
            return Ok(());
        }
        // `每周三` is a weekday, `每周周三` a rule and a weekday.
        let mut ahead = *cursor;
        ahead.take_one(&['每']);
        if let Some(weekday) = take_weekday(&mut ahead) {
            *cursor = ahead;
            self.day(weekday, cursor);
            return Ok(());
        }
        if let Some(rule) = cursor.take_entry(WEEK_RULES) {
            if !self.pending.is_empty() {
                self.flush(&[Slot::Am, Slot::Pm]);
            }
            self.week_rule = rule;
            return Ok(());
        }
        if let Some(slots) = take_slots(cursor) {
            self.flush(&slots);
            return Ok(());
        }
        // `周一、三、五上午`: bare characters only behind another weekday.
        if !self.pending.is_empty()
            && let Some(weekday) = take_bare_weekday(cursor)
        {
            self.day(weekday, cursor);
            return Ok(());
        }
        if take_hours(cursor) || cursor.take_word(FILLERS) { Ok(()) } else { Err(Code::R08) }
    }

    /// A weekday, or the first of a range.
    fn day(&mut self, weekday: Weekday, cursor: &mut Cursor<'_>) {
        let first = number(weekday);
        let mut ahead = *cursor;
        let mut last = first;
        if ahead.take_one(RANGE_SIGNS).is_some()
            && let Some(end) = take_weekday(&mut ahead).or_else(|| take_bare_weekday(&mut ahead))
        {
            *cursor = ahead;
            last = number(end);
        }
        for weekday in first..=last.max(first) {
            if !self.pending.contains(&weekday) {
                self.pending.push(weekday);
            }
        }
    }

    /// Gives the waiting weekdays their half-days.
    fn flush(&mut self, slots: &[Slot]) {
        for weekday in self.pending.drain(..) {
            for slot in slots {
                let time = ClinicTime { week_rule: self.week_rule, weekday, slot: *slot };
                if !self.times.contains(&time) {
                    self.times.push(time);
                }
            }
        }
    }
}

/// Clock times say nothing that the half-day does not.
fn take_hours(cursor: &mut Cursor<'_>) -> bool {
    cursor.take_digits().is_some() || cursor.take_one(RANGE_SIGNS).is_some() || cursor.take_one(&['点', '时']).is_some()
}

fn number(weekday: Weekday) -> u8 {
    match weekday {
        Weekday::Mon => 1,
        Weekday::Tue => 2,
        Weekday::Wed => 3,
        Weekday::Thu => 4,
        Weekday::Fri => 5,
        Weekday::Sat => 6,
        Weekday::Sun => 7,
    }
}
