//! Tasks, reports, meetings and money: the view models of their page, and the edits that it asks for.

mod change;
mod decisions;
mod due;
mod form;
mod funds;
mod line;
mod list;
mod year;

pub use change::{
    TemplateGap, chase_edit, close_edit, copy_edit, delete_edit, make_edit, postpone_edit, renew_edit, reopen_edit,
    reply_edit, set_edit, template_gap, tick_edit,
};
pub use decisions::{DecisionBook, DecisionLine, task_of_decision};
pub(super) use due::tasks_due;
pub use form::{TaskForm, TaskTrouble};
pub use funds::{FundBook, FundLine, expense_edit};
pub use line::TaskLine;
pub use list::{Grouping, TaskBook, TaskFilter, Which};
pub use year::{ReportLine, ReportYear, send_edit};
