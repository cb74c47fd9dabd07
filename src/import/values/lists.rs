//! The closed lists of the contract: words → domain values.

use chrono::Weekday;

use super::scan::Cursor;
use super::text::{half_width, is_blank_mark, squeeze};
use super::vocabulary::{
    ACTIVITIES, ActivityWord, BATCH_MODES, DAY_KINDS, DISCIPLINES, END_REASONS, ENDINGS, INSTITUTION_KINDS,
    LEAVE_KINDS, PROGRAMMES, SESSION_STATUSES, SEXES, SLOTS, SLOTS_INSIDE, STINT_MODES, STINT_ROLES, WEEK_RULES,
    WEEKDAYS, YES_NO,
};
use crate::domain::{
    BatchMode, DayKind, Discipline, EndReason, InstitutionKind, LeaveKind, Programme, SessionStatus, Sex, Slot,
    StintMode, StintRole, WeekRule,
};
use crate::import::{Code, Raw};

/// The word of a cell: half-width, without spaces and quotation marks; `None` for a blank one.
pub(super) fn word(raw: &Raw) -> Option<String> {
    let text = match raw {
        Raw::Blank => return None,
        Raw::Text(text) => squeeze(text),
        Raw::Number(number) => number.to_string(),
        Raw::Date(at) => at.date().to_string(),
    };
    let text = if text.contains(['“', '”', '"', '「', '」']) {
        text.replace(['“', '”', '"', '「', '」'], "")
    } else {
        text
    };
    (!is_blank_mark(&text)).then_some(text)
}

/// The value of a word, letters in either case.
pub(super) fn find<T: Copy>(words: &[(&str, T)], word: &str) -> Option<T> {
    words.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|(_, value)| *value)
}

/// The value of a cell out of a closed list.
pub(super) fn closed<T: Copy>(raw: &Raw, words: &[(&str, T)], otherwise: Code) -> Result<Option<T>, Code> {
    match word(raw) {
        None => Ok(None),
        Some(word) => find(words, &word).map(Some).ok_or(otherwise),
    }
}

macro_rules! list_parsers {
    ($($(#[$meta:meta])* $name:ident -> $ty:ty = $words:ident, $code:ident;)+) => {$(
        $(#[$meta])*
        pub fn $name(raw: &Raw) -> Result<Option<$ty>, Code> {
            closed(raw, $words, Code::$code)
        }
    )+};
}
list_parsers! {
    /// Sex. N01 for unknown words.
    sex -> Sex = SEXES, N01;
    /// 机构类别. R08 for unknown words.
    institution_kind -> InstitutionKind = INSTITUTION_KINDS, R08;
    /// 帮扶项目. R08 for unknown words.
    programme -> Programme = PROGRAMMES, R08;
    /// 刚性 / 柔性. R08 for unknown words.
    batch_mode -> BatchMode = BATCH_MODES, R08;
    /// 队内身份. R08 for unknown words.
    stint_role -> StintRole = STINT_ROLES, R08;
    /// 派驻方式. R08 for unknown words.
    stint_mode -> StintMode = STINT_MODES, R08;
    /// 离岗原因. R08 for unknown words.
    end_reason -> EndReason = END_REASONS, R08;
    /// 学科类别. N01 for unknown words.
    discipline -> Discipline = DISCIPLINES, N01;
    /// 班次状态. R08 for unknown words.
    session_status -> SessionStatus = SESSION_STATUSES, R08;
    /// 请假类别. R08 for unknown words.
    leave_kind -> LeaveKind = LEAVE_KINDS, R08;
    /// 每周 / 单周 / 双周 / 每月第n. R08 for unknown words.
    week_rule -> WeekRule = WEEK_RULES, R08;
    /// 日期性质 of a calendar sheet (休, 节假日, 班, 调休上班 …). R08 for unknown words.
    day_kind -> DayKind = DAY_KINDS, R08;
}

/// 是 / 否. A written 无 is blank, as everywhere. R08 for unknown words.
pub fn yes_no(raw: &Raw) -> Result<Option<bool>, Code> {
    closed(raw, YES_NO, Code::R08)
}

/// Half-days; 全天 gives morning and afternoon, `8:00-12:00` its half. R08 for unknown words.
pub fn slots(raw: &Raw) -> Result<Option<Vec<Slot>>, Code> {
    let Some(word) = word(raw) else { return Ok(None) };
    if let Some(slots) = find(SLOTS, &word) {
        return Ok(Some(slots.to_vec()));
    }
    if let Some(slots) = slots_of_hours(&word) {
        return Ok(Some(slots));
    }
    let mut all = Vec::new();
    for part in word.split(['、', ',', '/', ';', '+']) {
        let slots = find(SLOTS, part).ok_or(Code::R08)?;
        all.extend(slots.iter().filter(|slot| !all.contains(*slot)).copied().collect::<Vec<_>>());
    }
    Ok(Some(all))
}

/// `8:00-12:00` → morning, `14:30-17:30` → afternoon, both together for a whole day.
fn slots_of_hours(word: &str) -> Option<Vec<Slot>> {
    let mut cursor = Cursor::new(word);
    let from = take_hour(&mut cursor)?;
    cursor.take_one(&['-', '—', '~', '至', '–'])?;
    let to = take_hour(&mut cursor)?;
    if !cursor.is_done() || from >= to || to > 24 {
        return None;
    }
    Some(match (from, to) {
        (18.., _) => vec![Slot::Night],
        (12.., _) => vec![Slot::Pm],
        (_, 15..) => vec![Slot::Am, Slot::Pm],
        _ => vec![Slot::Am],
    })
}

fn take_hour(cursor: &mut Cursor<'_>) -> Option<u32> {
    let (hour, _) = cursor.take_digits()?;
    cursor.take_one(&[':', '点', '时', '.'])?;
    cursor.take_digits();
    Some(hour)
}

/// Half-days named at the cursor in a longer text (`上午`, `全天`; no single characters).
pub(super) fn take_slots(cursor: &mut Cursor<'_>) -> Option<Vec<Slot>> {
    cursor.take_entry(SLOTS_INSIDE).map(<[Slot]>::to_vec)
}

/// Weekday. N01 for unknown words: kept as text, never a reason to refuse.
pub fn weekday(raw: &Raw) -> Result<Option<Weekday>, Code> {
    let Some(word) = word(raw) else { return Ok(None) };
    let bare = ["星期", "礼拜", "周"].iter().find_map(|prefix| word.strip_prefix(prefix)).unwrap_or(&word);
    find(WEEKDAYS, bare).map(Some).ok_or(Code::N01)
}

/// `周五`, `星期天`, `礼拜六` at the cursor.
pub(super) fn take_weekday(cursor: &mut Cursor<'_>) -> Option<Weekday> {
    let mut ahead = *cursor;
    ahead.take_word(&["星期", "礼拜", "周"]).then_some(())?;
    let weekday = take_bare_weekday(&mut ahead)?;
    *cursor = ahead;
    Some(weekday)
}

/// `五`, `天` at the cursor.
pub(super) fn take_bare_weekday(cursor: &mut Cursor<'_>) -> Option<Weekday> {
    let mut ahead = *cursor;
    let next = ahead.bump()?;
    let (_, weekday) = WEEKDAYS.iter().find(|(known, _)| known.chars().eq([next]) && !next.is_ascii_digit())?;
    *cursor = ahead;
    Some(*weekday)
}

/// Canonical name of an activity (坐诊, 手术带教 …), which is `name_zh` of the built-in ones. R08 otherwise.
pub fn activity(raw: &Raw) -> Result<Option<&'static str>, Code> {
    match word(raw) {
        None => Ok(None),
        Some(word) => activity_word(&word).map(|found| Some(found.name)).ok_or(Code::R08),
    }
}

/// A known activity word.
pub(super) fn activity_word(word: &str) -> Option<ActivityWord> {
    find(ACTIVITIES, word)
}

/// Activity of an unknown word that ends in a known one: `EVL带教` → 手术带教.
#[must_use]
pub fn activity_by_ending(word: &str) -> Option<&'static str> {
    let word = half_width(word);
    let known = ACTIVITIES.iter().find(|(ending, activity)| activity.name != "休" && word.ends_with(ending));
    known
        .map(|(_, activity)| activity.name)
        .or_else(|| ENDINGS.iter().find(|(ending, _)| word.ends_with(ending)).map(|(_, name)| *name))
}
