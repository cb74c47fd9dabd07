//! Sheet kind `problem`: what stands in the way, one problem a row.

use super::bench::Bench;
use super::line::{Line, fill, fill_some};
use super::outcome::{About, Refused, Taken};
use crate::domain::{Id, InstitutionId, Problem, TaskId, TaskStatus};
use crate::import::{Code, values};

const TEXT: &str = "问题";
const SITE: &str = "站点";
const RAISED: &str = "提出日期";
const DUE: &str = "解决时限";
const STATUS: &str = "状态";
const DONE: &str = "解决日期";
const TASK: &str = "来源任务";

/// One problem; its text, its day and its site make it the same.
pub(super) fn take(bench: &mut Bench<'_>, line: &mut Line<'_>) -> Taken {
    let text = line.required(TEXT)?;
    let site = match line.text(SITE) {
        Some(_) => bench.known_institution_cell(line, SITE)?,
        None => None,
    };
    let raised = line.known_date(RAISED)?.ok_or_else(|| line.refuse(RAISED, Code::R01, About::Nothing))?;
    let due_on = line.date(DUE)?.map(|date| date.last_day());
    let done = line.known_date(DONE)?;
    line.in_order((RAISED, Some(raised)), (DONE, done))?;
    let status = line.read(STATUS, values::task_status)?;
    let task = task_of(bench, line, site);

    let is_same = |it: &&Problem| {
        values::same_words(&it.text, &text) && it.raised_on == raised.on && (site.is_none() || it.site == site)
    };
    let stored = bench.registry().problems.values().find(is_same).cloned();
    let is_new = stored.is_none();
    let mut problem = stored.unwrap_or_else(|| Problem {
        id: Id::NEW,
        raised_on: raised.on,
        by: String::new(),
        text,
        site,
        owner: String::new(),
        due_on: None,
        status: TaskStatus::Pending,
        done_on: None,
        result: String::new(),
        task: None,
    });
    if is_new {
        problem.id = bench.draft.new_id();
    }
    fill(&mut problem.by, line.text("提出人"));
    fill(&mut problem.owner, line.text("责任人"));
    fill(&mut problem.result, line.text("解决情况"));
    fill_some(&mut problem.due_on, due_on);
    fill_some(&mut problem.task, task);
    stand(&mut problem, line, status, is_new)?;
    fill_some(&mut problem.done_on, done.map(|done| done.on));
    Ok(bench.draft.put(problem))
}

/// Where it stands: what only follows from the dates never replaces what was put by hand. One with a day on which it
/// was solved is solved: R08 where the row says otherwise.
fn stand(problem: &mut Problem, line: &Line<'_>, status: Option<TaskStatus>, is_new: bool) -> Result<(), Refused> {
    let is_done = line.text(DONE).is_some();
    let is_computed = values::is_computed_status(line.raw(STATUS));
    match status.filter(|_| is_new || !is_computed) {
        Some(TaskStatus::Pending | TaskStatus::Active) if is_done => Err(line.refuse(DONE, Code::R08, About::Nothing)),
        Some(status) => {
            if status != TaskStatus::Closed {
                problem.done_on = None;
            }
            problem.status = status;
            Ok(())
        }
        None => {
            if is_done {
                problem.status = TaskStatus::Closed;
            }
            Ok(())
        }
    }
}

/// The one task of that title at that site; N01 where there is none or several.
fn task_of(bench: &Bench<'_>, line: &mut Line<'_>, site: Option<InstitutionId>) -> Option<TaskId> {
    let title = line.text(TASK)?;
    let mut found =
        bench.registry().tasks.values().filter(|task| values::same_words(&task.title, &title) && task.site == site);
    let first = found.next().map(|task| task.id);
    if first.is_some() && found.next().is_none() {
        return first;
    }
    line.hint(TASK, Code::N01, About::Nothing);
    None
}
