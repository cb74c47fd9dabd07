//! D11: one table of tasks with three presets of columns; sites and money stand in it where there are any.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{DASH, date, listed, or_dash, tasks_of};
use crate::domain::{Money, Task, TaskId, TaskState, days_left, task_state};
use crate::i18n::Tr;
use crate::report::request::DocumentRequest;
use crate::report::sheet::{Align, Cell, Column, Sheet, SheetRow, Tone};
use crate::report::sources::Sources;

/// Which of the three lists is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskPreset {
    /// All columns: the three lists in one.
    #[default]
    All,
    /// 任务清单: what is to be done and when it counts as done.
    Task,
    /// 责任清单: who is responsible.
    Responsibility,
    /// 时限清单: until when, and how far it is.
    Deadline,
}

impl TaskPreset {
    /// Every preset.
    pub const ALL: [Self; 4] = [Self::All, Self::Task, Self::Responsibility, Self::Deadline];

    /// What it is called.
    #[must_use]
    pub const fn text(self, tr: Tr) -> &'static str {
        match self {
            Self::All => tr.preset_all(),
            Self::Task => tr.preset_task(),
            Self::Responsibility => tr.preset_responsibility(),
            Self::Deadline => tr.preset_deadline(),
        }
    }
}

/// A column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Number,
    List,
    Site,
    Category,
    Title,
    Standard,
    Leader,
    LeadDept,
    Owner,
    Cooperate,
    Start,
    Due,
    Progress,
    ProgressNote,
    State,
    Done,
    Evidence,
    Budget,
    Used,
}

impl Part {
    const ALL: [Self; 19] = [
        Self::Number,
        Self::List,
        Self::Site,
        Self::Category,
        Self::Title,
        Self::Standard,
        Self::Leader,
        Self::LeadDept,
        Self::Owner,
        Self::Cooperate,
        Self::Start,
        Self::Due,
        Self::Progress,
        Self::ProgressNote,
        Self::State,
        Self::Done,
        Self::Evidence,
        Self::Budget,
        Self::Used,
    ];

    /// Whether a preset shows the column.
    const fn is_in(self, preset: TaskPreset) -> bool {
        use Part as P;
        match preset {
            TaskPreset::All => true,
            TaskPreset::Task => !matches!(
                self,
                P::Leader | P::LeadDept | P::Owner | P::Cooperate | P::Progress | P::ProgressNote | P::Done
            ),
            TaskPreset::Responsibility => matches!(
                self,
                P::Number
                    | P::List
                    | P::Site
                    | P::Category
                    | P::Title
                    | P::Leader
                    | P::LeadDept
                    | P::Owner
                    | P::Cooperate
                    | P::Due
                    | P::State
            ),
            TaskPreset::Deadline => matches!(
                self,
                P::Number
                    | P::List
                    | P::Site
                    | P::Title
                    | P::LeadDept
                    | P::Owner
                    | P::Start
                    | P::Due
                    | P::Progress
                    | P::ProgressNote
                    | P::State
                    | P::Done
            ),
        }
    }

    const fn heading(self, tr: Tr) -> &'static str {
        match self {
            Self::Number => tr.paper_number(),
            Self::List => tr.paper_year(),
            Self::Site => tr.paper_site(),
            Self::Category => tr.paper_category(),
            Self::Title => tr.paper_task(),
            Self::Standard => tr.paper_standard(),
            Self::Leader => tr.paper_leader_of(),
            Self::LeadDept => tr.paper_lead_dept(),
            Self::Owner => tr.paper_owner(),
            Self::Cooperate => tr.paper_cooperate(),
            Self::Start => tr.paper_start(),
            Self::Due => tr.paper_due(),
            Self::Progress => tr.paper_progress(),
            Self::ProgressNote => tr.paper_progress_note(),
            Self::State => tr.paper_state(),
            Self::Done => tr.paper_done(),
            Self::Evidence => tr.paper_evidence(),
            Self::Budget => tr.paper_budget_yuan(),
            Self::Used => tr.paper_used_yuan(),
        }
    }

    const fn column(self) -> Column {
        match self {
            Self::Number => Column::number(8.0),
            Self::Progress => Column::number(12.0),
            Self::Site | Self::ProgressNote => Column::text(28.0, Align::Left),
            Self::Title => Column::text(42.0, Align::Left),
            Self::Standard => Column::text(30.0, Align::Left),
            Self::Leader | Self::Owner | Self::Evidence => Column::text(14.0, Align::Centre),
            Self::List | Self::Category | Self::LeadDept | Self::Cooperate | Self::State => {
                Column::text(18.0, Align::Centre)
            }
            Self::Start | Self::Due | Self::Done => Column::text(21.0, Align::Centre),
            Self::Budget | Self::Used => Column::text(24.0, Align::Right),
        }
    }
}

/// Builds the list as of the last day of the period, or of today while that is yet to come.
#[must_use]
pub fn task_list(sources: &Sources<'_>, request: &DocumentRequest, tr: Tr) -> Sheet {
    let tasks = tasks_of(sources, request);
    let on = sources.as_of(request);
    let lists: BTreeSet<&str> = tasks.iter().map(|task| task.list.as_str()).collect();
    let preset = request.paper.tasks;
    let parts = parts(&tasks, &lists, preset, sources);
    let files = count(sources.registry.evidence.values().filter_map(|it| it.task).map(|task| (task, 1)));
    let expenses = sources.registry.expenses.values().filter(|it| it.on_date <= on);
    let used = count(expenses.filter_map(|it| Some((it.task?, it.amount_fen))));
    let mut rows: Vec<SheetRow> = Vec::with_capacity(tasks.len() + 1);
    let mut above: Option<&Task> = None;
    for task in &tasks {
        let cells = parts.iter().map(|part| cell(*part, task, sources, on, (&files, &used), tr));
        let mut row = SheetRow::of(cells);
        row.starts_group = above.is_some_and(|above| above.site != task.site || above.list != task.list);
        if let Some(title) = parts.iter().position(|part| *part == Part::Title)
            && let Some(cell) = row.cells.get_mut(title)
        {
            cell.is_strong = true;
        }
        above = Some(task);
        rows.push(row);
    }
    let columns = parts.iter().map(|part| part.column()).collect();
    let head = parts.iter().map(|part| part.heading(tr)).collect();
    let mut sheet = listed(sources, request, rows, columns, head, tr.paper_no_tasks(), tr);
    sheet.title = match (lists.iter().next(), lists.len(), preset) {
        (Some(list), 1, TaskPreset::All) => (*list).to_owned(),
        (Some(list), 1, preset) => tr.paper_task_list_of(list, preset.text(tr)),
        _ => tr.paper_task_list().to_owned(),
    };
    if !tasks.is_empty() {
        sheet.body.push(total(&tasks, on, parts.len(), tr));
    }
    sheet.notes = vec![tr.paper_task_note().to_owned()];
    sheet
}

/// The columns of the preset that have something to say.
fn parts(tasks: &[&Task], lists: &BTreeSet<&str>, preset: TaskPreset, sources: &Sources<'_>) -> Vec<Part> {
    let has_sites = tasks.iter().any(|task| task.site.is_some());
    let has_budget = tasks.iter().any(|task| task.budget_fen.is_some());
    let has_used = has_budget || sources.registry.expenses.values().any(|expense| expense.task.is_some());
    let is_all = preset == TaskPreset::All;
    let is_filled = |text: fn(&Task) -> &String| tasks.iter().any(|task| !text(task).is_empty());
    let is_shown = |part: &Part| {
        part.is_in(preset)
            && match part {
                Part::List => lists.len() > 1,
                Part::Site => has_sites,
                Part::Budget => has_budget,
                Part::Used => has_used,
                // Three lists in one are wide: what nobody has filled in gives its room to the rest.
                Part::Leader => !is_all || is_filled(|task| &task.leader),
                Part::LeadDept => !is_all || is_filled(|task| &task.lead_dept),
                Part::Owner => !is_all || is_filled(|task| &task.owner),
                Part::Cooperate => !is_all || is_filled(|task| &task.cooperate),
                Part::ProgressNote => !is_all || is_filled(|task| &task.progress_note),
                _ => true,
            }
    };
    Part::ALL.into_iter().filter(is_shown).collect()
}

fn count(entries: impl Iterator<Item = (TaskId, i64)>) -> HashMap<TaskId, i64> {
    entries.fold(HashMap::new(), |mut sums, (task, amount)| {
        *sums.entry(task).or_insert(0) += amount;
        sums
    })
}

type Sums<'a> = (&'a HashMap<TaskId, i64>, &'a HashMap<TaskId, i64>);

fn cell(part: Part, task: &Task, sources: &Sources<'_>, on: NaiveDate, (files, used): Sums<'_>, tr: Tr) -> String {
    let money = |fen: Option<i64>| fen.map_or_else(String::new, |fen| Money::from_fen(fen).to_string());
    match part {
        Part::Number => task.no.map_or_else(String::new, |no| no.to_string()),
        Part::List => task.list.clone(),
        Part::Site => {
            let site = task.site.and_then(|id| sources.institution(id));
            site.map_or_else(|| DASH.to_owned(), |site| site.name.clone())
        }
        Part::Category => or_dash(&task.category),
        Part::Title => task.title.clone(),
        Part::Standard => task.standard.clone(),
        Part::Leader => task.leader.clone(),
        Part::LeadDept => task.lead_dept.clone(),
        Part::Owner => task.owner.clone(),
        Part::Cooperate => task.cooperate.clone(),
        Part::Start => date(task.start_on),
        Part::Due => task.due_on.to_string(),
        Part::Progress => task.progress_pct.to_string(),
        Part::ProgressNote => task.progress_note.clone(),
        Part::State => {
            let left = days_left(task.due_on, on, sources.calendar);
            tr.task_state(task_state(task, on, TaskState::NOTICE_DAYS), left)
        }
        Part::Done => date(task.done_on.filter(|done| *done <= on)),
        Part::Evidence if task.evidence_note.is_empty() => {
            let count = files.get(&task.id).and_then(|count| usize::try_from(*count).ok());
            count.map_or_else(String::new, |count| tr.evidence_files(count))
        }
        Part::Evidence => task.evidence_note.clone(),
        Part::Budget => money(task.budget_fen),
        Part::Used => money(used.get(&task.id).copied()),
    }
}

fn total(tasks: &[&Task], on: NaiveDate, width: usize, tr: Tr) -> SheetRow {
    let state = |wanted| tasks.iter().filter(|task| task_state(task, on, TaskState::NOTICE_DAYS) == wanted).count();
    let words = tr.paper_task_total(
        tasks.len(),
        state(TaskState::Closed),
        state(TaskState::Overdue),
        state(TaskState::DueSoon),
    );
    let cells = vec![
        Cell::new(0, tr.paper_total()).spanning(2, 1).toned(Tone::Total).strong(),
        Cell::new(2, words).spanning(width.saturating_sub(2), 1).toned(Tone::Total),
    ];
    SheetRow { cells, starts_group: true }
}
