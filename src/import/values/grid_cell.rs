//! The cells and day headings of a schedule grid.

use std::collections::BTreeMap;

use chrono::{NaiveDate, Weekday};

use super::frame::Frame;
use crate::domain::{LeaveKind, Slot};

/// Codes of one grid → activity word; the usual ones (诊 查 术 …) with the sheet's own on top.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Legend(BTreeMap<String, String>);

impl Legend {
    /// The usual codes, overridden by those explained under the table.
    #[must_use]
    pub fn new(own: &[(String, String)]) -> Self {
        todo!()
    }
}

/// One entry of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridEntry {
    /// Half-days named inside the cell; empty: those of the row.
    pub slots: Vec<Slot>,
    /// Canonical activity names (坐诊, 查房 …) in order; the first is the session's.
    pub activities: Vec<&'static str>,
    /// The words where they say more than the activity (EVL带教), empty for none.
    pub topic: String,
    /// Room, department or, for 巡回 and 义诊, the site; empty for none.
    pub place: String,
    /// Who stands in (`坐诊(代:李四)`).
    pub substitute: Option<String>,
    /// Whether the entry says that the session is cancelled (停诊).
    pub is_cancelled: bool,
}

/// What a grid cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellReading {
    /// Blank: no session.
    Nothing,
    /// 休: no session, kept as a mark.
    Rest,
    /// 事假, 病假 …: no session, offered as leave; half-days named inside, empty: those of the row.
    Leave(LeaveKind, Vec<Slot>),
    /// Sessions.
    Work(Vec<GridEntry>),
    /// No known activity in it: R08.
    Unknown,
}

/// Reads one grid cell.
#[must_use]
pub fn grid_cell(text: &str, legend: &Legend) -> CellReading {
    todo!()
}

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
    /// 休 / 节 / 班.
    pub mark: DayMark,
}

/// Reads the heading of a day column (`周一 6/12`, `星期一(6月12日)`, `12一`, `周日 6/25 班(按周四)`, `15`).
#[must_use]
pub fn day_heading(text: &str, frame: &Frame) -> Option<DayHeading> {
    todo!()
}
