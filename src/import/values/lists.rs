//! The closed lists of the contract: words → domain values.

use chrono::Weekday;

use crate::domain::{
    BatchMode, DayKind, Discipline, EndReason, InstitutionKind, LeaveKind, Programme, SessionStatus, Sex, Slot,
    StintMode, StintRole, WeekRule,
};
use crate::import::{Code, Raw};

/// Half-days; 全天 gives morning and afternoon. R08 for unknown words.
pub fn slots(raw: &Raw) -> Result<Option<Vec<Slot>>, Code> {
    todo!()
}

/// Weekday. N01 for unknown words: kept as text, never a reason to refuse.
pub fn weekday(raw: &Raw) -> Result<Option<Weekday>, Code> {
    todo!()
}

/// Canonical name of an activity (坐诊, 手术带教 …), which is `name_zh` of the built-in ones. R08 otherwise.
pub fn activity(raw: &Raw) -> Result<Option<&'static str>, Code> {
    todo!()
}

/// Activity of an unknown word that ends in a known one: `EVL带教` → 手术带教.
#[must_use]
pub fn activity_by_ending(word: &str) -> Option<&'static str> {
    todo!()
}

macro_rules! list_parsers {
    ($($(#[$meta:meta])* $name:ident -> $ty:ty),+ $(,)?) => {$(
        $(#[$meta])*
        pub fn $name(raw: &Raw) -> Result<Option<$ty>, Code> { todo!() }
    )+};
}
list_parsers! {
    /// Sex. N01 for unknown words.
    sex -> Sex,
    /// 是 / 否. R08 for unknown words.
    yes_no -> bool,
    /// 机构类别. R08 for unknown words.
    institution_kind -> InstitutionKind,
    /// 帮扶项目. R08 for unknown words.
    programme -> Programme,
    /// 刚性 / 柔性. R08 for unknown words.
    batch_mode -> BatchMode,
    /// 队内身份. R08 for unknown words.
    stint_role -> StintRole,
    /// 派驻方式. R08 for unknown words.
    stint_mode -> StintMode,
    /// 离岗原因. R08 for unknown words.
    end_reason -> EndReason,
    /// 学科类别. N01 for unknown words.
    discipline -> Discipline,
    /// 班次状态. R08 for unknown words.
    session_status -> SessionStatus,
    /// 请假类别. R08 for unknown words.
    leave_kind -> LeaveKind,
    /// 每周 / 单周 / 双周 / 每月第n. R08 for unknown words.
    week_rule -> WeekRule,
    /// 日期性质 of a calendar sheet (休, 节假日, 班, 调休上班 …). R08 for unknown words.
    day_kind -> DayKind,
}
