//! How a task or a report stands on a day, and how many days are left.

use chrono::NaiveDate;

use crate::domain::codes::{ReportStatus, TaskStatus};
use crate::domain::date::Period;
use crate::domain::records::{Report, Task};
use crate::domain::work_calendar::WorkCalendar;

/// How a task stands on a day; the order is that of urgency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TaskState {
    /// Open and due before that day (逾期).
    Overdue,
    /// Open and due within the days of notice (临期).
    DueSoon,
    /// Under way (正常).
    Active,
    /// Not begun (未开始).
    Pending,
    /// Closed by that day (已销号).
    Closed,
}

impl TaskState {
    /// Every state, the most urgent first.
    pub const ALL: [Self; 5] = [Self::Overdue, Self::DueSoon, Self::Active, Self::Pending, Self::Closed];

    /// Days before the due date from which a task is due soon, unless the office chose another number.
    pub const NOTICE_DAYS: i64 = 7;

    /// Whether something is to be done about it now.
    #[must_use]
    pub const fn is_problem(self) -> bool {
        matches!(self, Self::Overdue | Self::DueSoon)
    }
}

/// How the task stands on that day, due soon from `notice_days` before its due date.
#[must_use]
pub fn task_state(task: &Task, on: NaiveDate, notice_days: i64) -> TaskState {
    if task.is_closed() && task.done_on.is_none_or(|done| done <= on) {
        return TaskState::Closed;
    }
    match (task.due_on - on).num_days() {
        left if left < 0 => TaskState::Overdue,
        left if left <= notice_days => TaskState::DueSoon,
        _ if task.status == TaskStatus::Pending => TaskState::Pending,
        _ => TaskState::Active,
    }
}

/// How a resolution or a problem stands on a day; one without a due date is never overdue.
#[must_use]
pub fn open_state(status: TaskStatus, due_on: Option<NaiveDate>, on: NaiveDate) -> TaskState {
    match (status, due_on.map(|due| (due - on).num_days())) {
        (TaskStatus::Closed, _) => TaskState::Closed,
        (_, Some(left)) if left < 0 => TaskState::Overdue,
        (_, Some(left)) if left <= TaskState::NOTICE_DAYS => TaskState::DueSoon,
        (TaskStatus::Pending, _) => TaskState::Pending,
        (TaskStatus::Active, _) => TaskState::Active,
    }
}

/// How a report stands on a day; the order is that of urgency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportState {
    /// Not sent and due before that day.
    Overdue,
    /// Not sent and due within the days of notice.
    DueSoon,
    /// Not sent, not due yet.
    Pending,
    /// Sent after its due date (逾期报).
    Late,
    /// Sent by its due date (已报).
    Submitted,
    /// Not asked for (免报).
    Exempt,
}

/// How the report stands on that day.
#[must_use]
pub fn report_state(report: &Report, on: NaiveDate, notice_days: i64) -> ReportState {
    match (report.status, report.submitted_on.filter(|sent| *sent <= on)) {
        (ReportStatus::Exempt, _) => ReportState::Exempt,
        (_, Some(sent)) if sent > report.due_on => ReportState::Late,
        (_, Some(_)) => ReportState::Submitted,
        (ReportStatus::Late, None) if report.submitted_on.is_none() => ReportState::Late,
        (ReportStatus::Submitted, None) if report.submitted_on.is_none() => ReportState::Submitted,
        _ => waiting_state(report.due_on, on, notice_days),
    }
}

/// How a report stands on a day of which nothing is known but its due date.
#[must_use]
pub fn waiting_state(due_on: NaiveDate, on: NaiveDate, notice_days: i64) -> ReportState {
    match (due_on - on).num_days() {
        left if left < 0 => ReportState::Overdue,
        left if left <= notice_days => ReportState::DueSoon,
        _ => ReportState::Pending,
    }
}

/// How far a due date is, in days and in working days; negative behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaysLeft {
    /// Calendar days: 0 on the due date.
    pub days: i64,
    /// Working days after the earlier day up to and with the later one, with the sign of `days`.
    pub workdays: i64,
}

impl DaysLeft {
    /// Working days behind the due date, 0 where it is not behind.
    #[must_use]
    pub fn overdue_workdays(self) -> i64 {
        (-self.workdays).max(0)
    }
}

/// How many days are left from `on` until `due_on`.
#[must_use]
pub fn days_left(due_on: NaiveDate, on: NaiveDate, calendar: &WorkCalendar) -> DaysLeft {
    let days = (due_on - on).num_days();
    let (earlier, later) = if days < 0 { (due_on, on) } else { (on, due_on) };
    let between = earlier.succ_opt().and_then(|next| Period::new(next, later));
    let count = between.map_or(0, |between| calendar.working_days(between));
    let workdays = i64::try_from(count).unwrap_or(i64::MAX);
    DaysLeft { days, workdays: if days < 0 { -workdays } else { workdays } }
}
