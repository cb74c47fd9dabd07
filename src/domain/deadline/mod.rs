//! Deadlines: the periods of what falls due again and again, due dates moved by the work calendar, how a task
//! stands on a day, and to whom a late one is carried.

mod chase;
mod cycle;
mod due;
mod evaluation;
mod money;
mod scope;
mod standing;

pub use chase::{Chase, ChaseRule, chase};
pub use cycle::{DutyPeriod, duty_periods};
pub use due::{Due, due_of};
pub use evaluation::Appraised;
pub use money::{MoneyStanding, fund_period, money_standing};
pub use scope::Scope;
pub use standing::{DaysLeft, ReportState, TaskState, days_left, open_state, report_state, task_state, waiting_state};
