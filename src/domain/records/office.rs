//! Records of the office itself: its settings, its calendar, its activities.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::DayKind;
use crate::domain::id::Id;

/// Key of a [`Setting`].
pub type SettingId = Id<Setting>;
/// Key of a [`CalendarDay`].
pub type CalendarDayId = Id<CalendarDay>;
/// Key of an [`Activity`].
pub type ActivityId = Id<Activity>;

/// A choice that travels with the data file (设置), such as the unit's name on prints.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Setting {
    /// Key.
    pub id: SettingId,
    /// What is chosen, unique.
    pub name: String,
    /// The choice.
    pub value: String,
}

/// A date that differs from the built-in work calendar: a later year, a local holiday, a decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CalendarDay {
    /// Key.
    #[serde(default)]
    pub id: CalendarDayId,
    /// The date, unique.
    pub on_date: NaiveDate,
    /// What it is.
    pub kind: DayKind,
    /// Festival, empty for none.
    #[serde(default)]
    pub name: String,
    /// For a make-up day: the weekday (1 Monday … 7 Sunday) whose clinics it follows.
    #[serde(default)]
    pub acts_as_weekday: Option<u8>,
    /// Where this comes from.
    #[serde(default)]
    pub source: String,
}

/// What a session can be (活动). Rows are data: hospitals add their own.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "columns of a table; each is a tick of its own")]
pub struct Activity {
    /// Key.
    pub id: ActivityId,
    /// Stable code of the built-in ones, unique.
    pub code: String,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// The one letter (one Han character) that stands for it in month sheets and on grey prints.
    pub letter: String,
    /// Which of the ten activity hues paints it, 0–9.
    pub hue: u8,
    /// Whether it is work; the mark 休 is not and never counts or clashes.
    pub is_work: bool,
    /// Whether it belongs on the public posting (坐诊).
    pub is_clinic: bool,
    /// Whether it takes the expert to another place (巡回, 义诊).
    pub is_outside: bool,
    /// Order in lists.
    pub sort: i64,
    /// Whether the hospital counts it as being on call (值班, 二线班); see [`Activity::counts_as_duty`].
    pub is_duty: bool,
}

impl Activity {
    /// The code of the built-in activity of being on call.
    pub const DUTY: &'static str = "duty";

    /// Whether it is being on call, which asks for rest afterwards and is counted apart. The built-in one always is,
    /// also in records from before a hospital could say so of its own.
    #[must_use]
    pub fn counts_as_duty(&self) -> bool {
        self.is_work && (self.is_duty || self.code == Self::DUTY)
    }
}
