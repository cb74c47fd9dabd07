//! Words and numbers of tasks, reports that fall due, and appraisals.

use super::lists::{closed, word};
use super::numbers::hundredths;
use super::scan::{Cursor, take_small_number};
use super::vocabulary::Words;
use crate::domain::{AppraisalSubject, Cycle, DueShift, InstitutionKind, ObligationKind, ReportStatus, TaskStatus};
use crate::import::{Code, Raw};

/// 任务状态; what follows from the dates (临期, 逾期) stands for one that is under way.
const TASK_STATUSES: Words<TaskStatus> = &[
    ("未开始", TaskStatus::Pending),
    ("未启动", TaskStatus::Pending),
    ("待启动", TaskStatus::Pending),
    ("尚未开始", TaskStatus::Pending),
    ("未落实", TaskStatus::Pending),
    ("未办理", TaskStatus::Pending),
    ("待处理", TaskStatus::Pending),
    ("待解决", TaskStatus::Pending),
    ("未解决", TaskStatus::Pending),
    ("正常", TaskStatus::Active),
    ("推进中", TaskStatus::Active),
    ("正在推进", TaskStatus::Active),
    ("进行中", TaskStatus::Active),
    ("办理中", TaskStatus::Active),
    ("落实中", TaskStatus::Active),
    ("处理中", TaskStatus::Active),
    ("解决中", TaskStatus::Active),
    ("整改中", TaskStatus::Active),
    ("在办", TaskStatus::Active),
    ("临期", TaskStatus::Active),
    ("逾期", TaskStatus::Active),
    ("延期", TaskStatus::Active),
    ("未完成", TaskStatus::Active),
    ("已销号", TaskStatus::Closed),
    ("销号", TaskStatus::Closed),
    ("已完成", TaskStatus::Closed),
    ("完成", TaskStatus::Closed),
    ("已办结", TaskStatus::Closed),
    ("办结", TaskStatus::Closed),
    ("已落实", TaskStatus::Closed),
    ("已解决", TaskStatus::Closed),
    ("已处理", TaskStatus::Closed),
    ("已整改", TaskStatus::Closed),
];

/// 周期.
const CYCLES: Words<Cycle> = &[
    ("每周", Cycle::Weekly),
    ("周", Cycle::Weekly),
    ("周报", Cycle::Weekly),
    ("双周", Cycle::Fortnightly),
    ("每双周", Cycle::Fortnightly),
    ("每两周", Cycle::Fortnightly),
    ("两周", Cycle::Fortnightly),
    ("双周报", Cycle::Fortnightly),
    ("半月", Cycle::HalfMonthly),
    ("每半月", Cycle::HalfMonthly),
    ("半月报", Cycle::HalfMonthly),
    ("每月", Cycle::Monthly),
    ("月", Cycle::Monthly),
    ("按月", Cycle::Monthly),
    ("月报", Cycle::Monthly),
    ("每季度", Cycle::Quarterly),
    ("每季", Cycle::Quarterly),
    ("季度", Cycle::Quarterly),
    ("季", Cycle::Quarterly),
    ("季报", Cycle::Quarterly),
    ("每半年", Cycle::HalfYearly),
    ("半年", Cycle::HalfYearly),
    ("半年报", Cycle::HalfYearly),
    ("每年", Cycle::Yearly),
    ("年", Cycle::Yearly),
    ("年度", Cycle::Yearly),
    ("每年度", Cycle::Yearly),
    ("年报", Cycle::Yearly),
    ("任期季度", Cycle::TenureQuarterly),
    ("任期每季度", Cycle::TenureQuarterly),
    ("每任期季度", Cycle::TenureQuarterly),
];

/// 遇节假日.
const DUE_SHIFTS: Words<DueShift> = &[
    ("提前", DueShift::Advance),
    ("提前报送", DueShift::Advance),
    ("提前至前一工作日", DueShift::Advance),
    ("顺延", DueShift::Postpone),
    ("顺延至下一工作日", DueShift::Postpone),
    ("延后", DueShift::Postpone),
    ("不变", DueShift::Keep),
    ("不调整", DueShift::Keep),
    ("照常", DueShift::Keep),
];

/// 报送事项类别.
const OBLIGATION_KINDS: Words<ObligationKind> = &[
    ("报告", ObligationKind::Report),
    ("报送", ObligationKind::Report),
    ("报表", ObligationKind::Report),
    ("材料", ObligationKind::Report),
    ("简报", ObligationKind::Report),
    ("会议", ObligationKind::Meeting),
    ("评价", ObligationKind::Evaluation),
    ("考核", ObligationKind::Evaluation),
    ("评估", ObligationKind::Evaluation),
];

/// 报送状态.
const REPORT_STATUSES: Words<ReportStatus> = &[
    ("已报", ReportStatus::Submitted),
    ("已报送", ReportStatus::Submitted),
    ("已召开", ReportStatus::Submitted),
    ("已完成", ReportStatus::Submitted),
    ("是", ReportStatus::Submitted),
    ("未报", ReportStatus::Pending),
    ("未报送", ReportStatus::Pending),
    ("未召开", ReportStatus::Pending),
    ("否", ReportStatus::Pending),
    ("逾期报", ReportStatus::Late),
    ("逾期已报", ReportStatus::Late),
    ("迟报", ReportStatus::Late),
    ("免报", ReportStatus::Exempt),
];

/// 考核对象类型.
const SUBJECTS: Words<AppraisalSubject> = &[
    ("专家", AppraisalSubject::Expert),
    ("人员", AppraisalSubject::Expert),
    ("队员", AppraisalSubject::Expert),
    ("师徒", AppraisalSubject::Pair),
    ("站点", AppraisalSubject::Site),
    ("机构", AppraisalSubject::Site),
    ("单位", AppraisalSubject::Site),
    ("关系", AppraisalSubject::Relation),
    ("帮扶关系", AppraisalSubject::Relation),
];

/// Spellings of grades.
const GRADES: Words<&str> = &[
    ("优", "优秀"),
    ("优秀", "优秀"),
    ("优等", "优秀"),
    ("良", "良好"),
    ("良好", "良好"),
    ("良等", "良好"),
    ("合格", "合格"),
    ("基本合格", "基本合格"),
    ("不合格", "不合格"),
];

/// 任务状态, also `逾期3天`. R08 for unknown words.
pub fn task_status(raw: &Raw) -> Result<Option<TaskStatus>, Code> {
    match word(raw) {
        Some(word) if word.starts_with("逾期") || word.starts_with("临期") => Ok(Some(TaskStatus::Active)),
        _ => closed(raw, TASK_STATUSES, Code::R08),
    }
}

/// Whether a status only follows from the dates (临期, 逾期3天): it is never stored over another one.
#[must_use]
pub fn is_computed_status(raw: &Raw) -> bool {
    word(raw).is_some_and(|word| word.starts_with("逾期") || word.starts_with("临期"))
}

/// Whether a status only follows from the dates or sums up several sites (待报, 临期, 逾期3天, 已报(22/22)): nothing is
/// stored for it.
#[must_use]
pub fn is_report_waiting(raw: &Raw) -> bool {
    word(raw).is_some_and(|word| is_waiting_word(&word))
}

/// Not sent, said by the dates (逾期报 was sent, if late), or how many of several sites have sent.
fn is_waiting_word(word: &str) -> bool {
    let is_tally = word.ends_with(')') && word.contains('/');
    let is_overdue = word.strip_prefix("逾期").is_some_and(|rest| matches!(rest, "" | "未报") || rest.ends_with('天'));
    is_tally || is_overdue || word.starts_with("待报") || word.starts_with("临期")
}

/// 周期. R08 for unknown words.
pub fn cycle(raw: &Raw) -> Result<Option<Cycle>, Code> {
    closed(raw, CYCLES, Code::R08)
}

/// 遇节假日. R08 for unknown words.
pub fn due_shift(raw: &Raw) -> Result<Option<DueShift>, Code> {
    closed(raw, DUE_SHIFTS, Code::R08)
}

/// 报送事项类别. R08 for unknown words.
pub fn obligation_kind(raw: &Raw) -> Result<Option<ObligationKind>, Code> {
    closed(raw, OBLIGATION_KINDS, Code::R08)
}

/// 报送状态, also `逾期3天`. R08 for unknown words.
pub fn report_status(raw: &Raw) -> Result<Option<ReportStatus>, Code> {
    match word(raw) {
        Some(word) if is_waiting_word(&word) => Ok(Some(ReportStatus::Pending)),
        _ => closed(raw, REPORT_STATUSES, Code::R08),
    }
}

/// 对象类型. R08 for unknown words.
pub fn appraisal_subject(raw: &Raw) -> Result<Option<AppraisalSubject>, Code> {
    closed(raw, SUBJECTS, Code::R08)
}

/// A grade in the words of the usual scale; another scale is kept as written.
#[must_use]
pub fn grade(raw: &Raw) -> Option<String> {
    let word = word(raw)?;
    let known = GRADES.iter().find(|(spelling, _)| *spelling == word).map(|(_, grade)| (*grade).to_owned());
    Some(known.unwrap_or(word))
}

/// How far a task is, 0–100: `80`, `80%`, and the 0.8 of a cell formatted as percent. R08 outside, R07 for no number.
pub fn progress(raw: &Raw) -> Result<Option<u8>, Code> {
    let Some(hundredths) = hundredths(raw)? else { return Ok(None) };
    let is_fraction = matches!(raw, Raw::Number(_)) && hundredths < 100 && hundredths % 100 != 0;
    let percent = if is_fraction { hundredths } else { hundredths / 100 };
    u8::try_from(percent).ok().filter(|percent| *percent <= 100).map(Some).ok_or(Code::R08)
}

/// Days from the end of a period until something is due: `期末前2日` → −2, `期末后5日`, `次月5日前` → 5, `期末当日`
/// → 0. R08 otherwise.
pub fn due_offset(raw: &Raw) -> Result<Option<i32>, Code> {
    let Some(word) = word(raw) else { return Ok(None) };
    if word.contains('当') || matches!(word.as_str(), "期末" | "期末日" | "月末" | "季末" | "年末") {
        return Ok(Some(0));
    }
    let is_next = ["次", "下", "后"].iter().any(|sign| word.contains(sign));
    let is_before = word.contains('前') && !is_next;
    let start = word.find(|letter: char| letter.is_ascii_digit() || "一二三四五六七八九十".contains(letter));
    let mut cursor = Cursor::new(start.and_then(|at| word.get(at..)).unwrap_or_default());
    let days = take_small_number(&mut cursor).and_then(|days| i32::try_from(days).ok()).ok_or(Code::R08)?;
    if !cursor.take_word(&["个工作日", "工作日", "日", "天", "号"]) || days > 366 || !(is_next || is_before) {
        return Err(Code::R08);
    }
    Ok(Some(if is_before { -days } else { days }))
}

/// For whom something is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScopeWord {
    /// 全部站点.
    All,
    /// A kind of site.
    Kind(InstitutionKind),
    /// A name.
    Named(String),
}

/// One part of 适用站点: all, a kind, or a name.
#[must_use]
pub fn scope_word(part: &str) -> ScopeWord {
    const ALL: &[&str] =
        &["全部", "全部站点", "所有", "所有站点", "各站点", "全体", "全部派驻点", "各派驻点", "每个站点", "全部单位"];
    if ALL.contains(&part) {
        return ScopeWord::All;
    }
    let raw = Raw::Text(part.to_owned());
    match super::institution_kind(&raw) {
        Ok(Some(kind)) => ScopeWord::Kind(kind),
        _ => ScopeWord::Named(part.to_owned()),
    }
}

/// The number of a task that an expense names: `任务5`, `5`, `第5项`.
#[must_use]
pub fn task_number(raw: &Raw) -> Option<u32> {
    let word = word(raw)?;
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    let rest: String = word.chars().filter(|letter| !letter.is_ascii_digit()).collect();
    matches!(rest.as_str(), "" | "任务" | "第项" | "第条" | "项" | "第" | "号" | "任务号" | "任务第项")
        .then(|| digits.parse().ok())
        .flatten()
}

/// Number of a period: `12`, `第12期`. R08 otherwise.
pub fn period_number(raw: &Raw) -> Result<Option<u32>, Code> {
    let Some(word) = word(raw) else { return Ok(None) };
    let mut cursor = Cursor::new(&word);
    cursor.take_word(&["第"]);
    let number = take_small_number(&mut cursor).filter(|number| *number > 0).ok_or(Code::R08)?;
    cursor.take_word(&["期", "次", "季度", "季"]);
    if cursor.is_done() { Ok(Some(number)) } else { Err(Code::R08) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Raw {
        Raw::Text(text.to_owned())
    }

    #[test]
    fn due_rules_are_read_as_offices_write_them() {
        for (written, days) in [
            ("期末前2日", Ok(Some(-2))),
            ("期末后5日", Ok(Some(5))),
            ("期末后10天", Ok(Some(10))),
            ("次月5日前", Ok(Some(5))),
            ("期末当日", Ok(Some(0))),
            ("", Ok(None)),
            ("尽快", Err(Code::R08)),
            ("期末前", Err(Code::R08)),
        ] {
            assert_eq!(due_offset(&text(written)), days, "{written}");
        }
    }

    #[test]
    fn progress_is_a_percentage_and_nothing_beyond() {
        for (raw, expected) in [
            (text("80%"), Ok(Some(80))),
            (Raw::Number(100.0), Ok(Some(100))),
            (Raw::Number(0.45), Ok(Some(45))),
            (Raw::Number(1.0), Ok(Some(1))),
            (text("130%"), Err(Code::R08)),
            (text("-5"), Err(Code::R08)),
            (text("一半"), Err(Code::R07)),
            (text("—"), Ok(None)),
        ] {
            assert_eq!(progress(&raw), expected, "{raw:?}");
        }
    }

    #[test]
    fn numbers_of_tasks_and_periods_are_found_in_words() {
        assert_eq!(task_number(&text("任务5")), Some(5));
        assert_eq!(task_number(&text("12")), Some(12));
        assert_eq!(task_number(&text("胸痛5号")), None);
        assert_eq!(period_number(&text("第12期")), Ok(Some(12)));
        assert_eq!(period_number(&text("十二")), Ok(Some(12)));
        assert_eq!(period_number(&text("某期")), Err(Code::R08));
        assert_eq!(grade(&text("优")), Some("优秀".to_owned()));
        assert_eq!(task_status(&text("逾期3天")), Ok(Some(TaskStatus::Active)));
    }
}
