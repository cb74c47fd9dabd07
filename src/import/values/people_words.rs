//! The closed lists of pairs, studies and attendance (contract 2.3): word → domain value.

use super::lists::find;
use super::numbers::tenths;
use super::scan::Cursor;
use super::text::{squeeze, text};
use crate::domain::{AttendanceMark, BuildStatus, PairingKind, PairingMode, PairingStatus, StudyKind, StudyStatus};
use crate::import::{Code, Raw};

const PAIRING_KINDS: &[(&str, PairingKind)] = &[
    ("一对一", PairingKind::OneToOne),
    ("导师制", PairingKind::OneToOne),
    ("1对1", PairingKind::OneToOne),
    ("1:1", PairingKind::OneToOne),
    ("一对多", PairingKind::OneToMany),
    ("1对多", PairingKind::OneToMany),
    ("师带徒", PairingKind::Apprenticeship),
    ("师徒", PairingKind::Apprenticeship),
    ("结对", PairingKind::Apprenticeship),
    ("团队带团队", PairingKind::Team),
    ("团带团", PairingKind::Team),
];

const PAIRING_STATUSES: &[(&str, PairingStatus)] = &[
    ("拟结对", PairingStatus::Proposed),
    ("拟定", PairingStatus::Proposed),
    ("已签协议", PairingStatus::Signed),
    ("已签", PairingStatus::Signed),
    ("在带", PairingStatus::Active),
    ("进行中", PairingStatus::Active),
    ("在培", PairingStatus::Active),
    ("期满", PairingStatus::Finished),
    ("结束", PairingStatus::Finished),
    ("已结业", PairingStatus::Finished),
    ("结业", PairingStatus::Finished),
    ("出师", PairingStatus::Finished),
    ("中止", PairingStatus::Stopped),
    ("终止", PairingStatus::Stopped),
    ("解除", PairingStatus::Stopped),
    ("更换", PairingStatus::Replaced),
    ("换师", PairingStatus::Replaced),
];

const PAIRING_MODES: &[(&str, PairingMode)] = &[
    ("驻点", PairingMode::OnSite),
    ("现场", PairingMode::OnSite),
    ("远程", PairingMode::Remote),
    ("线上", PairingMode::Remote),
    ("远程延续", PairingMode::Remote),
    ("微信", PairingMode::Remote),
];

const STUDY_KINDS: &[(&str, StudyKind)] = &[
    ("短期", StudyKind::Short),
    ("中期", StudyKind::Medium),
    ("长期", StudyKind::Long),
    ("短训", StudyKind::Course),
    ("短训班", StudyKind::Course),
    ("跟班", StudyKind::Shadowing),
    ("跟班学习", StudyKind::Shadowing),
];

const STUDY_STATUSES: &[(&str, StudyStatus)] = &[
    ("遴选", StudyStatus::Selected),
    ("拟派", StudyStatus::Selected),
    ("待派", StudyStatus::Selected),
    ("在修", StudyStatus::Studying),
    ("进修中", StudyStatus::Studying),
    ("结业", StudyStatus::Finished),
    ("已结业", StudyStatus::Finished),
    ("完成", StudyStatus::Finished),
    ("已返院", StudyStatus::Finished),
    ("中止", StudyStatus::Stopped),
];

const BUILD_STATUSES: &[(&str, BuildStatus)] = &[
    ("计划", BuildStatus::Planned),
    ("筹建", BuildStatus::Planned),
    ("在建", BuildStatus::UnderWay),
    ("建设中", BuildStatus::UnderWay),
    ("建成", BuildStatus::Built),
    ("已建成", BuildStatus::Built),
    ("建成投用", BuildStatus::Built),
    ("投用", BuildStatus::Built),
    ("通过验收", BuildStatus::Accepted),
    ("验收通过", BuildStatus::Accepted),
    ("已验收", BuildStatus::Accepted),
    ("通过评审", BuildStatus::Accepted),
    ("挂牌", BuildStatus::Opened),
    ("已挂牌", BuildStatus::Opened),
];

const MARKS: &[(&str, AttendanceMark)] = &[
    ("√", AttendanceMark::Present),
    ("✓", AttendanceMark::Present),
    ("☑", AttendanceMark::Present),
    ("勤", AttendanceMark::Present),
    ("1", AttendanceMark::Present),
    ("事假", AttendanceMark::Personal),
    ("事", AttendanceMark::Personal),
    ("病假", AttendanceMark::Sick),
    ("病", AttendanceMark::Sick),
    ("年休假", AttendanceMark::Annual),
    ("年休", AttendanceMark::Annual),
    ("年假", AttendanceMark::Annual),
    ("年", AttendanceMark::Annual),
    ("出差", AttendanceMark::Duty),
    ("公差", AttendanceMark::Duty),
    ("差", AttendanceMark::Duty),
    ("下乡", AttendanceMark::Tour),
    ("巡", AttendanceMark::Tour),
    ("休", AttendanceMark::Rest),
    ("-", AttendanceMark::Rest),
    ("节", AttendanceMark::Holiday),
];

/// The value of a list for the word of a cell; R08 for unknown words.
fn closed<T: Copy>(raw: &Raw, words: &[(&str, T)]) -> Result<Option<T>, Code> {
    match text(raw) {
        None => Ok(None),
        Some(text) => find(words, &squeeze(&text)).map(Some).ok_or(Code::R08),
    }
}

/// 结对类型. R08 for unknown words.
pub fn pairing_kind(raw: &Raw) -> Result<Option<PairingKind>, Code> {
    closed(raw, PAIRING_KINDS)
}

/// 结对状态. R08 for unknown words.
pub fn pairing_status(raw: &Raw) -> Result<Option<PairingStatus>, Code> {
    closed(raw, PAIRING_STATUSES)
}

/// 带教方式. R08 for unknown words.
pub fn pairing_mode(raw: &Raw) -> Result<Option<PairingMode>, Code> {
    closed(raw, PAIRING_MODES)
}

/// 进修状态. R08 for unknown words.
pub fn study_status(raw: &Raw) -> Result<Option<StudyStatus>, Code> {
    closed(raw, STUDY_STATUSES)
}

/// 建设状态. R08 for unknown words.
pub fn build_status(raw: &Raw) -> Result<Option<BuildStatus>, Code> {
    closed(raw, BUILD_STATUSES)
}

/// 进修类别, or a length in months: short below 3, long from 6. R08 for other words.
pub fn study_kind(raw: &Raw) -> Result<Option<StudyKind>, Code> {
    let Some(text) = text(raw).map(|text| squeeze(&text)) else { return Ok(None) };
    if let Some(kind) = find(STUDY_KINDS, &text) {
        return Ok(Some(kind));
    }
    let mut cursor = Cursor::new(&text);
    let Some((number, _)) = cursor.take_digits() else { return Err(Code::R08) };
    let months = if cursor.take_one(&['年']).is_some() { number.saturating_mul(12) } else { number };
    cursor.take_word(&["个月", "月"]);
    match (cursor.is_done(), months) {
        (false, _) => Err(Code::R08),
        (true, 0..3) => Ok(Some(StudyKind::Short)),
        (true, 3..6) => Ok(Some(StudyKind::Medium)),
        (true, _) => Ok(Some(StudyKind::Long)),
    }
}

/// The marks of a day: one for the whole day, two for morning and afternoon. R08 for unknown ones.
pub fn attendance_marks(raw: &Raw) -> Result<Option<(AttendanceMark, AttendanceMark)>, Code> {
    // A stroke is a mark of its own here and not a blank.
    let written = match raw {
        Raw::Text(written) => squeeze(written),
        _ => text(raw).unwrap_or_default(),
    };
    let written: String = written.chars().filter(|char| !matches!(char, '/' | '、' | ',' | '|')).collect();
    let mut cursor = Cursor::new(&written);
    let mut marks = Vec::new();
    while !cursor.is_done() {
        marks.push(cursor.take_entry(MARKS).ok_or(Code::R08)?);
    }
    match marks.as_slice() {
        [] => Ok(None),
        [day] => Ok(Some((*day, *day))),
        [am, pm] => Ok(Some((*am, *pm))),
        _ => Err(Code::R08),
    }
}

/// Done and wanted of `3/3`; a single number is what is done. R07 for anything else.
pub fn done_of(raw: &Raw) -> Result<Option<(u32, Option<u32>)>, Code> {
    let whole = |text: &str| {
        let tenths = tenths(&Raw::Text(text.to_owned()), &mut Vec::new())?.ok_or(Code::R07)?;
        if tenths % 10 == 0 { Ok(tenths / 10) } else { Err(Code::R07) }
    };
    let Some(text) = text(raw).map(|text| squeeze(&text)) else { return Ok(None) };
    match text.split_once(['/', '／']) {
        Some((done, target)) => Ok(Some((whole(done)?, Some(whole(target)?)))),
        None => Ok(Some((whole(&text)?, None))),
    }
}
