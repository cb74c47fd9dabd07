//! D37: what stands in the way, who sees to it and what was done, in the columns that the import reads back.

use super::{date, listed};
use crate::domain::{Problem, TaskState, days_left, open_state};
use crate::i18n::Tr;
use crate::report::request::DocumentRequest;
use crate::report::sheet::{Align, Cell, Column, Sheet, SheetRow, Tone};
use crate::report::sources::Sources;

/// Columns that the total spans after its own word.
const TOTAL_HEAD: usize = 2;

/// Builds the list of every problem raised up to the last day of the period, the open ones first.
#[must_use]
pub fn problem_list(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let on = sources.as_of(request);
    let state = |it: &Problem| open_state(it.status, it.due_on, on);
    let mut problems: Vec<&Problem> = sources.registry.problems.values().filter(|it| it.raised_on <= on).collect();
    problems.sort_by_key(|it| (state(it), it.due_on.is_none(), it.due_on, it.raised_on, it.id));
    let mut rows: Vec<SheetRow> = (1..).zip(&problems).map(|(no, it)| row(sources, request, no, it, tr)).collect();
    let columns = columns();
    if !rows.is_empty() {
        let of = |wanted: TaskState| problems.iter().filter(|it| state(it) == wanted).count();
        let words = tr.paper_problem_total(rows.len(), of(TaskState::Closed), of(TaskState::Overdue));
        let first = Cell::new(0, tr.paper_total()).spanning(TOTAL_HEAD, 1).toned(Tone::Total).strong();
        let rest = Cell::new(TOTAL_HEAD, words).spanning(columns.len() - TOTAL_HEAD, 1).toned(Tone::Total);
        rows.push(SheetRow { cells: vec![first, rest], starts_group: true });
    }
    let head = vec![
        tr.paper_number(),
        tr.problems_text(),
        tr.paper_site(),
        tr.problems_by(),
        tr.problems_raised(),
        tr.problems_owner(),
        tr.problems_due(),
        tr.paper_state(),
        tr.problems_result(),
        tr.problems_done(),
        tr.problems_task(),
    ];
    listed(sources, request, rows, columns, head, tr.problems_empty_title(), tr)
}

fn columns() -> Vec<Column> {
    let left = |width| Column::text(width, Align::Left);
    let centre = |width| Column::text(width, Align::Centre);
    vec![
        Column::number(10.0),
        left(58.0),
        left(30.0),
        centre(18.0),
        centre(22.0),
        centre(18.0),
        centre(22.0),
        centre(20.0),
        left(46.0),
        centre(22.0),
        left(34.0),
    ]
}

fn row(sources: &Sources<'_>, request: &DocumentRequest, no: usize, it: &Problem, tr: Tr) -> SheetRow {
    let on = sources.as_of(request);
    let standing = match (open_state(it.status, it.due_on, on), it.due_on) {
        (state @ (TaskState::Overdue | TaskState::DueSoon), Some(due)) => {
            tr.task_state(state, days_left(due, on, sources.calendar))
        }
        _ => tr.problem_status(it.status).to_owned(),
    };
    let task = it.task.and_then(|id| sources.registry.tasks.get(&id));
    SheetRow::of([
        no.to_string(),
        it.text.clone(),
        it.site.and_then(|id| sources.institution(id)).map_or_else(String::new, |site| site.name.clone()),
        it.by.clone(),
        it.raised_on.to_string(),
        it.owner.clone(),
        date(it.due_on),
        standing,
        it.result.clone(),
        date(it.done_on),
        task.map_or_else(String::new, |task| task.title.clone()),
    ])
}
