//! C15: whom a task that is due soon or overdue is carried to; the numbers are data.

use chrono::NaiveDate;

use super::standing::{DaysLeft, days_left};
use crate::domain::codes::ChaseLevel;
use crate::domain::records::Task;
use crate::domain::work_calendar::WorkCalendar;

/// The steps of escalation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChaseRule {
    /// Days before the due date on which the owner is reminded, the longest first.
    pub leads: Vec<i64>,
    /// Up to so many working days overdue it is with the head of the department.
    pub department_until: i64,
    /// Up to so many with the responsible leader; beyond on the problem list of the joint meeting.
    pub leader_until: i64,
}

impl Default for ChaseRule {
    /// T−7, T−3, T−1, T0; 1–3 working days; up to 7.
    fn default() -> Self {
        Self { leads: vec![7, 3, 1, 0], department_until: 3, leader_until: 7 }
    }
}

/// What is to be done about a task on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chase {
    /// To whom.
    pub level: ChaseLevel,
    /// The reminder reached: so many days before the due date; absent where it is overdue.
    pub lead: Option<i64>,
    /// How far the due date is.
    pub left: DaysLeft,
}

/// Whom the task is to be carried to on that day; `None` for one that is closed or not near its due date.
#[must_use]
pub fn chase(task: &Task, on: NaiveDate, calendar: &WorkCalendar, rule: &ChaseRule) -> Option<Chase> {
    if task.is_closed() && task.done_on.is_none_or(|done| done <= on) {
        return None;
    }
    let left = days_left(task.due_on, on, calendar);
    if left.days >= 0 {
        let lead = rule.leads.iter().copied().filter(|lead| left.days <= *lead).min()?;
        return Some(Chase { level: ChaseLevel::Owner, lead: Some(lead), left });
    }
    let level = match left.overdue_workdays() {
        // No working day has passed since.
        0 => ChaseLevel::Owner,
        late if late <= rule.department_until => ChaseLevel::Department,
        late if late <= rule.leader_until => ChaseLevel::Leader,
        _ => ChaseLevel::Meeting,
    };
    Some(Chase { level, lead: None, left })
}
