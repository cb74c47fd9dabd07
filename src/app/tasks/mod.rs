//! Tasks, reports, meetings and money: the view models of their page, and the edits that it asks for.

mod change;
mod chasing;
mod decisions;
mod due;
mod duty;
mod evidence;
mod form;
mod funds;
mod line;
mod list;
mod problems;
mod templates;
mod typed;
mod year;

pub use crate::export::vault::Condition as FileCondition;
pub use change::{
    chase_edit, close_edit, copy_edit, delete_edit, make_edit, postpone_edit, problem_edit, reopen_edit, reply_edit,
    set_edit, tick_edit,
};
pub use chasing::Chasing;
pub use decisions::{
    DecisionBook, DecisionLine, delete_decisions_edit, delete_meeting_edit, fresh_meeting, fresh_resolution,
    task_of_decision, tick_decision_edit,
};
pub use due::DutyRef;
pub(super) use due::tasks_due;
pub use duty::{DutyForm, delete_duty_edit, exempt_edit, note_edit, submit_edit, tick_item_edit};
pub use evidence::{ProofLine, ProofOf, Proofs, drop_evidence, files_by, folder_of, frozen_kinds};
pub use form::{TaskForm, TaskTrouble};
pub use funds::{ExpenseForm, FundBook, FundForm, FundLine, delete_funds_edit, fund_tasks};
pub use line::TaskLine;
pub use list::{Grouping, TaskBook, TaskFilter, Which};
pub use problems::{ProblemBook, ProblemLine, fresh_problem, task_of_problem, tick_problem_edit};
pub use templates::{
    Gap, PreviewKey, PreviewLine, TemplateBook, TemplateLine, TemplatePreview, copy_templates_edit,
    delete_templates_edit, fresh_template, gaps_by_list, scope_words,
};
pub use typed::{Unread, read_money, read_number};
pub use year::{ReportLine, ReportYear, send_edit};
