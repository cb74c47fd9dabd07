//! Sheet kind `task`: the task, responsibility and deadline checklists; rows with sites to apply to are templates.

use std::cell::RefCell;

use chrono::NaiveDate;

use super::bench::Bench;
use super::line::{Line, fill, fill_some};
use super::outcome::{About, Refused, RowOutcome, Taken};
use super::rows::{Pass, take_rows};
use super::task_index::{Key, TaskIndex};
use super::task_parent::Circles;
use super::task_template;
use crate::domain::{InstitutionId, Money, Task, TaskId, TaskStatus};
use crate::import::{Code, MappedSheet, RowResult, values};

pub(super) const NUMBER: &str = "序号";
pub(super) const SITE: &str = "站点";
pub(super) const TITLE: &str = "任务事项";
pub(super) const START: &str = "起始";
pub(super) const DUE: &str = "完成时限";
const RANGE: &str = "起止时间";
const PROGRESS: &str = "进度";
const STATUS: &str = "状态";
const DONE: &str = "完成日期";
pub(super) const BUDGET: &str = "预算";
const USED: &str = "已用";
const SCOPE: &str = "适用站点";

/// The rows in turn.
pub(super) fn take(bench: &mut Bench<'_>, sheet: &MappedSheet) -> Vec<RowOutcome> {
    let index = RefCell::new(TaskIndex::of(bench.registry(), sheet));
    let circles = Circles::of(sheet);
    take_rows(bench, sheet, Pass::First, |bench, line| {
        let index = &mut *index.borrow_mut();
        match bench.sites_cell(line, SCOPE)? {
            Some(sites) => task_template::take(bench, line, index, sites),
            None => take_row(bench, line, index, &circles),
        }
    })
}

/// First and last day as a row says them.
pub(super) type Days = (Option<NaiveDate>, Option<NaiveDate>);

/// How far the row says the task is.
struct Standing {
    status: Option<TaskStatus>,
    is_computed: bool,
    progress: Option<u8>,
    done_on: Option<NaiveDate>,
}

fn take_row(bench: &mut Bench<'_>, line: &mut Line<'_>, index: &mut TaskIndex, circles: &Circles) -> Taken {
    let title = line.required(TITLE)?;
    let no = number(line);
    let site = site(bench, line)?;
    let list = TaskIndex::list_of(line);
    let (start_on, due_on) = days(line)?;
    let people = bench.task_people(line, site)?;
    let standing = standing(line)?;
    let budget_fen = budget(line)?;

    let stored = index.find(bench.registry(), &Key { list, site, no, title: &title });
    let mut task = if let Some(task) = stored {
        task
    } else {
        let due_on = due_on.ok_or_else(|| line.refuse(DUE, Code::R01, About::Nothing))?;
        Task { id: bench.draft.new_id(), no, site, ..Task::new(index.new_list(line), title.clone(), due_on) }
    };
    fill(&mut task.title, Some(title));
    fill_some(&mut task.no, no);
    fill_some(&mut task.start_on, start_on);
    task.due_on = due_on.unwrap_or(task.due_on);
    refuse_backwards(line, &task)?;
    let parent = circles.parent(bench, line, index, &task)?;
    fill_some(&mut task.parent, parent);
    fill(&mut task.category, line.text("任务类别"));
    fill(&mut task.standard, line.text("目标/标准"));
    fill(&mut task.progress_note, line.text("进展情况"));
    fill(&mut task.evidence_note, evidence(bench, line, task.id));
    fill_some(&mut task.budget_fen, budget_fen);
    people.fill(&mut task);
    settle(bench, line, &mut task, &standing);
    let origin = bench.origin(line, site);
    fill_some(&mut task.relation, origin.relation);
    fill_some(&mut task.programme, origin.programme);
    compare_used(bench, line, task.id)?;
    Ok(put(bench, index, task))
}

/// Writes a task, so that later rows of the sheet meet it.
pub(super) fn put(bench: &mut Bench<'_>, index: &mut TaskIndex, task: Task) -> RowResult {
    index.learn(&task);
    bench.draft.put(task)
}

/// The number within the list.
pub(super) fn number(line: &mut Line<'_>) -> Option<u32> {
    let number = line.read_noting(NUMBER, |raw, codes| values::count(raw, None, codes));
    // A number such as `一(2)` names nothing that could be met again.
    number.ok().flatten().and_then(|number| u32::try_from(number).ok()).filter(|number| *number > 0)
}

/// The site that does the task; the own institution is none.
fn site(bench: &Bench<'_>, line: &Line<'_>) -> Result<Option<InstitutionId>, Refused> {
    let named = bench.known_institution_cell(line, SITE)?;
    let site = named.or_else(|| bench.context_institution(line, "institution"));
    Ok(site.filter(|site| named.is_some() || bench.own() != Some(*site)))
}

/// First and last day: columns of their own go before the range in one cell; a month ends on its last day.
pub(super) fn days(line: &mut Line<'_>) -> Result<Days, Refused> {
    let range = line.date_range(RANGE)?;
    let start = line.date(START)?.map(|date| date.on).or_else(|| range.as_ref().map(|range| range.from.on));
    let due = line.date(DUE)?.map(|date| date.last_day());
    Ok((start, due.or_else(|| range.and_then(|range| range.to).map(|date| date.last_day()))))
}

/// Money for the task.
pub(super) fn budget(line: &mut Line<'_>) -> Result<Option<i64>, Refused> {
    let budget = line.money(BUDGET)?;
    if budget.is_some_and(|fen| fen < 0) {
        return Err(line.refuse(BUDGET, Code::R12, About::Nothing));
    }
    Ok(budget)
}

/// R03 where the task would be due before it starts, also against what is stored.
fn refuse_backwards(line: &Line<'_>, task: &Task) -> Result<(), Refused> {
    let Some(start) = task.start_on.filter(|start| *start > task.due_on) else { return Ok(()) };
    let heading = if line.has(DUE) || !line.has(RANGE) { DUE } else { RANGE };
    let about = About::Pair {
        from_column: line.column(START),
        from: start.to_string(),
        to_column: line.column(heading),
        to: task.due_on.to_string(),
    };
    Err(line.refuse(heading, Code::R03, about))
}

fn standing(line: &mut Line<'_>) -> Result<Standing, Refused> {
    let progress = line.read(PROGRESS, values::progress)?;
    let status = line.read(STATUS, values::task_status)?;
    let done_on = line.date(DONE)?.map(|date| date.last_day());
    let status = status.or(done_on.map(|_| TaskStatus::Closed));
    let is_computed = values::is_computed_status(line.raw(STATUS));
    Ok(Standing { status, is_computed, progress, done_on })
}

/// Sets how far the task is. A closed one has its date and something that shows it: where the row names neither,
/// they are the day and the file of the import, and the clerk is told.
fn settle(bench: &Bench<'_>, line: &mut Line<'_>, task: &mut Task, standing: &Standing) {
    let is_new = bench.draft.get(task.id).is_none();
    task.progress_pct = standing.progress.unwrap_or(task.progress_pct);
    if !standing.is_computed || is_new {
        task.status = standing.status.unwrap_or(task.status);
    }
    if !task.is_closed() {
        task.done_on = None;
        task.close_note.clear();
        return;
    }
    fill_some(&mut task.done_on, standing.done_on);
    if task.done_on.is_none() {
        let today = bench.now.date();
        task.done_on = Some(today);
        line.hint(DONE, Code::N01, About::Computed(today.to_string()));
    }
    let says_nothing =
        [&task.close_note, &task.evidence_note, &task.progress_note].iter().all(|text| text.trim().is_empty());
    if says_nothing {
        let stem = line.sheet.file.rsplit_once('.').map_or(line.sheet.file.as_str(), |(stem, _)| stem);
        task.close_note = format!("据《{stem}》");
    }
}

/// Evidence in words; the number of files that are kept anyway is none.
fn evidence(bench: &Bench<'_>, line: &Line<'_>, task: TaskId) -> Option<String> {
    let files = bench.registry().evidence.values().filter(|it| it.task == Some(task)).count();
    line.text("佐证").filter(|text| files == 0 || *text != format!("{files}份"))
}

/// N12 where the money written as used is not what the expenses of the task add up to.
fn compare_used(bench: &Bench<'_>, line: &mut Line<'_>, task: TaskId) -> Result<(), Refused> {
    let Some(written) = line.money(USED)? else { return Ok(()) };
    let expenses = bench.registry().expenses.values().filter(|expense| expense.task == Some(task));
    let spent: Money = expenses.map(|expense| Money::from_fen(expense.amount_fen)).sum();
    if spent.fen() != written {
        line.hint(USED, Code::N12, About::Computed(spent.to_string()));
    }
    Ok(())
}
