//! What of tasks, reports and decisions is due or overdue: for the first screen.

use chrono::{Datelike, NaiveDate};

use super::year::lines_of;
use crate::domain::{
    ObligationId, Period, Problem, ProblemId, Registry, ReportState, ResolutionId, TaskId, TaskState, WorkCalendar,
    open_state, task_state,
};
use crate::i18n::Tr;

/// One thing that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) struct DueItem {
    /// What it is about.
    pub subject: String,
    /// What is to be done.
    pub text: String,
    /// Days from today; below 0 for overdue.
    pub days: i64,
    /// What to show.
    pub of: DutyRef,
}

/// One thing of the task page that can be shown from elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DutyRef {
    /// A task.
    Task(TaskId),
    /// A period of an obligation.
    Report(ObligationId, Period),
    /// What a meeting decided.
    Resolution(ResolutionId),
    /// A problem.
    Problem(ProblemId),
}

/// Days back that a report without a record is still called for; what is older was not kept here.
const REPORTS_BACK: i64 = 31;

/// What is due within the days of notice, and what is overdue.
pub(in crate::app) fn tasks_due(
    registry: &Registry,
    calendar: &WorkCalendar,
    today: NaiveDate,
    tr: Tr,
) -> Vec<DueItem> {
    let site = |id: Option<crate::domain::InstitutionId>| {
        id.and_then(|id| registry.institutions.get(&id)).map_or_else(String::new, |inst| format!("{} ", inst.name))
    };
    let tasks = registry.tasks.values().filter(|task| task_state(task, today, TaskState::NOTICE_DAYS).is_problem());
    let tasks = tasks.map(|task| DueItem {
        subject: format!("{}{}", site(task.site), task.title),
        text: tr.due_task().to_owned(),
        days: (task.due_on - today).num_days(),
        of: DutyRef::Task(task.id),
    });
    let reports = [today.year() - 1, today.year(), today.year() + 1]
        .into_iter()
        .flat_map(|year| lines_of(registry, calendar, year, today, tr))
        .filter(|line| {
            let days = (line.report.due_on - today).num_days();
            let is_kept = !line.report.id.is_new();
            line.state == ReportState::DueSoon
                || line.state == ReportState::Overdue && (is_kept || days >= -REPORTS_BACK)
        })
        .filter_map(|line| {
            let period = Period::new(line.report.period_from, line.report.period_to)?;
            Some(DueItem {
                subject: line.cells.first().cloned().unwrap_or_default(),
                text: tr.due_report(&tr.period_number(line.report.period_no)),
                days: (line.report.due_on - today).num_days(),
                of: DutyRef::Report(line.report.obligation, period),
            })
        })
        .collect::<Vec<_>>();
    let decisions = registry.resolutions.values().filter(|it| open_state(it.status, it.due_on, today).is_problem());
    let decisions = decisions.filter_map(|it| {
        Some(DueItem {
            subject: it.text.clone(),
            text: tr.due_resolution().to_owned(),
            days: (it.due_on? - today).num_days(),
            of: it.task.map_or(DutyRef::Resolution(it.id), DutyRef::Task),
        })
    });
    // One that has become a task is called for as that task.
    let open = |it: &&Problem| it.task.is_none() && open_state(it.status, it.due_on, today).is_problem();
    let problems = registry.problems.values().filter(open).filter_map(|it| {
        Some(DueItem {
            subject: it.text.clone(),
            text: tr.due_problem().to_owned(),
            days: (it.due_on? - today).num_days(),
            of: DutyRef::Problem(it.id),
        })
    });
    tasks.chain(reports).chain(decisions).chain(problems).collect()
}
