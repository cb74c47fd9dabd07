//! Prepared lines as rows of the one table, and the columns of each list.

use crate::app::tasks::{DecisionLine, FundLine, PreviewLine, ProblemLine, ReportLine, TaskLine, TemplateLine};
use crate::domain::{ReportState, TaskState, TemplateEffect};
use crate::i18n::Tr;
use crate::ui::widget::table::CellTone;
use crate::ui::widget::{Column, TableRows};

/// A line whose cells are texts already.
pub trait CellLine {
    /// Its texts by column.
    fn cells(&self) -> &[String];

    /// How the cell of a column is set apart.
    fn tone(&self, column: usize) -> CellTone;
}

impl CellLine for TaskLine {
    fn cells(&self) -> &[String] {
        &self.cells
    }

    fn tone(&self, column: usize) -> CellTone {
        state_tone(self.state, TaskLine::COLUMNS.get(column).copied(), &["state", "left", "chase"])
    }
}

impl CellLine for DecisionLine {
    fn cells(&self) -> &[String] {
        &self.cells
    }

    fn tone(&self, column: usize) -> CellTone {
        state_tone(self.state, DecisionLine::COLUMNS.get(column).copied(), &["state"])
    }
}

impl CellLine for ProblemLine {
    fn cells(&self) -> &[String] {
        &self.cells
    }

    fn tone(&self, column: usize) -> CellTone {
        state_tone(self.state, ProblemLine::COLUMNS.get(column).copied(), &["state"])
    }
}

impl CellLine for TemplateLine {
    fn cells(&self) -> &[String] {
        &self.cells
    }

    fn tone(&self, column: usize) -> CellTone {
        match TemplateLine::COLUMNS.get(column).copied() {
            Some("title") => CellTone::Strong,
            Some("missing" | "lagging") => CellTone::Warning,
            _ => CellTone::Plain,
        }
    }
}

impl CellLine for PreviewLine {
    fn cells(&self) -> &[String] {
        &self.cells
    }

    fn tone(&self, column: usize) -> CellTone {
        match (PreviewLine::COLUMNS.get(column).copied(), &self.row.effect) {
            (_, TemplateEffect::Untouched(_)) => CellTone::Muted,
            (Some("take"), _) => CellTone::Tick(self.is_taken),
            (_, _) if !self.is_taken => CellTone::Muted,
            (Some("task"), _) => CellTone::Strong,
            (Some("effect"), TemplateEffect::Added) => CellTone::Ok,
            (Some("effect"), TemplateEffect::Changed { .. }) => CellTone::Warning,
            _ => CellTone::Plain,
        }
    }
}

impl CellLine for ReportLine {
    fn cells(&self) -> &[String] {
        &self.cells
    }

    fn tone(&self, column: usize) -> CellTone {
        match (ReportLine::COLUMNS.get(column).copied(), self.state) {
            (Some("title"), _) => CellTone::Strong,
            (Some("state"), ReportState::Overdue) => CellTone::Danger,
            (Some("rule"), _) | (Some("state"), ReportState::DueSoon | ReportState::Late) => CellTone::Warning,
            (Some("state"), ReportState::Submitted) => CellTone::Ok,
            (_, ReportState::Submitted | ReportState::Exempt) => CellTone::Muted,
            _ => CellTone::Plain,
        }
    }
}

impl CellLine for FundLine {
    fn cells(&self) -> &[String] {
        &self.cells
    }

    fn tone(&self, column: usize) -> CellTone {
        match FundLine::COLUMNS.get(column).copied() {
            Some("site") => CellTone::Strong,
            Some("left") if self.is_over => CellTone::Danger,
            Some("rate" | "remark") if self.is_behind => CellTone::Warning,
            _ => CellTone::Plain,
        }
    }
}

fn state_tone(state: TaskState, column: Option<&str>, marked: &[&str]) -> CellTone {
    match (column, state) {
        (Some("title" | "text"), TaskState::Closed) => CellTone::Muted,
        (Some("title" | "text"), _) => CellTone::Strong,
        (Some(column), TaskState::Overdue) if marked.contains(&column) => CellTone::Danger,
        (Some(column), TaskState::DueSoon) if marked.contains(&column) => CellTone::Warning,
        (Some("state"), TaskState::Closed) => CellTone::Ok,
        (_, TaskState::Closed | TaskState::Pending) => CellTone::Muted,
        _ => CellTone::Plain,
    }
}

/// Lines as rows: all of them, or those at some places.
pub struct Lines<'a, L> {
    /// Every line.
    pub all: &'a [L],
    /// Places of the lines shown; absent for all.
    pub shown: Option<&'a [usize]>,
    /// The key by which a line is selected.
    pub key: fn(usize, &L) -> i64,
}

impl<L> Lines<'_, L> {
    fn place(&self, row: usize) -> Option<usize> {
        self.shown.map_or(Some(row), |shown| shown.get(row).copied())
    }

    fn line(&self, row: usize) -> Option<&L> {
        self.all.get(self.place(row)?)
    }
}

impl<L: CellLine> TableRows for Lines<'_, L> {
    fn len(&self) -> usize {
        self.shown.map_or(self.all.len(), <[usize]>::len)
    }

    fn id(&self, row: usize) -> i64 {
        let place = self.place(row);
        place.and_then(|place| Some((self.key)(place, self.all.get(place)?))).unwrap_or_default()
    }

    fn cell(&self, row: usize, column: usize) -> &str {
        self.line(row).and_then(|line| line.cells().get(column)).map_or("", String::as_str)
    }

    fn tone(&self, row: usize, column: usize) -> CellTone {
        self.line(row).map_or(CellTone::Plain, |line| line.tone(column))
    }
}

/// The columns of the task list, in the order of [`TaskLine::COLUMNS`].
pub fn task_columns(tr: Tr) -> Vec<Column> {
    TaskLine::COLUMNS
        .into_iter()
        .map(|key| match key {
            "title" => Column::text(key, tr.tasks_column_task(), 200.0).wide(),
            "state" => Column::text(key, tr.tasks_column_state(), 100.0),
            "left" => Column::text(key, tr.tasks_column_left(), 204.0),
            "due_on" => Column::text(key, tr.field(key), 92.0),
            "progress_pct" => Column::number(key, tr.tasks_column_progress(), 80.0),
            "site" => Column::text(key, tr.field(key), 150.0),
            "owner" => Column::text(key, tr.field(key), 76.0),
            "lead_dept" => Column::text(key, tr.field(key), 96.0),
            "category" => Column::text(key, tr.field(key), 88.0),
            "chase" => Column::text(key, tr.tasks_chase_column(), 150.0).hidden(),
            "parent" => Column::text(key, tr.tasks_parent(), 120.0).hidden(),
            "no" => Column::number(key, tr.field(key), 52.0).hidden(),
            "budget" => Column::number(key, tr.tasks_column_budget(), 108.0).hidden(),
            "spent" => Column::number(key, tr.tasks_column_spent(), 108.0).hidden(),
            _ => Column::text(key, tr.field(key), 110.0).hidden(),
        })
        .collect()
}

/// The columns of the year, in the order of [`ReportLine::COLUMNS`].
pub fn report_columns(tr: Tr) -> Vec<Column> {
    ReportLine::COLUMNS
        .into_iter()
        .map(|key| match key {
            "title" => Column::text(key, tr.field("obligation"), 184.0).wide(),
            "state" => Column::text(key, tr.field("status"), 152.0),
            "due_on" => Column::text(key, tr.reports_column_due(), 92.0),
            "rule" => Column::text(key, tr.reports_column_shifted(), 92.0),
            "period_no" => Column::number(key, tr.field(key), 56.0),
            "period" => Column::text(key, tr.reports_column_period(), 172.0),
            "addressee" => Column::text(key, tr.field(key), 140.0),
            "cycle" => Column::text(key, tr.field(key), 76.0),
            "submitted_on" => Column::text(key, tr.reports_column_sent(), 92.0),
            "checklist" => Column::text(key, tr.reports_column_checklist(), 64.0),
            "files" => Column::text(key, tr.reports_column_files(), 56.0),
            _ => Column::text(key, tr.field(key), 88.0),
        })
        .collect()
}

/// The columns of the decisions, in the order of [`DecisionLine::COLUMNS`].
pub fn decision_columns(tr: Tr) -> Vec<Column> {
    DecisionLine::COLUMNS
        .into_iter()
        .map(|key| match key {
            "text" => Column::text(key, tr.field("resolution"), 220.0).wide(),
            "state" => Column::text(key, tr.field("status"), 80.0),
            "due_on" | "on_date" => Column::text(key, tr.field(key), 92.0),
            "progress_note" => Column::text(key, tr.field(key), 200.0),
            "ask" | "task" => Column::text(key, tr.field(key), 140.0).hidden(),
            _ => Column::text(key, tr.field(key), 140.0),
        })
        .collect()
}

/// The columns of the problems, in the order of [`ProblemLine::COLUMNS`].
pub fn problem_columns(tr: Tr) -> Vec<Column> {
    ProblemLine::COLUMNS
        .into_iter()
        .map(|key| match key {
            "text" => Column::text(key, tr.problems_text(), 240.0).wide(),
            "state" => Column::text(key, tr.field("status"), 88.0),
            "due_on" => Column::text(key, tr.problems_due(), 96.0),
            "owner" => Column::text(key, tr.problems_owner(), 88.0),
            "by" => Column::text(key, tr.problems_by(), 80.0),
            "raised_on" => Column::text(key, tr.field(key), 92.0),
            "task" => Column::text(key, tr.problems_task(), 140.0),
            "done_on" => Column::text(key, tr.problems_done(), 92.0),
            "result" => Column::text(key, tr.problems_result(), 160.0),
            _ => Column::text(key, tr.field(key), 140.0),
        })
        .collect()
}

/// The columns of the templates, in the order of [`TemplateLine::COLUMNS`].
pub fn template_columns(tr: Tr) -> Vec<Column> {
    TemplateLine::COLUMNS
        .into_iter()
        .map(|key| match key {
            "title" => Column::text(key, tr.tasks_column_task(), 220.0).wide(),
            "no" => Column::number(key, tr.paper_number(), 52.0),
            "list" => Column::text(key, tr.field(key), 140.0),
            "due_on" => Column::text(key, tr.field(key), 92.0),
            "scope" => Column::text(key, tr.templates_column_scope(), 220.0),
            "rows" => Column::number(key, tr.templates_column_rows(), 76.0),
            "missing" => Column::number(key, tr.templates_column_missing(), 56.0),
            "lagging" => Column::number(key, tr.templates_column_lagging(), 68.0),
            _ => Column::text(key, tr.field(key), 96.0),
        })
        .collect()
}

/// The columns of the preview, in the order of [`PreviewLine::COLUMNS`].
pub fn preview_columns(tr: Tr) -> Vec<Column> {
    PreviewLine::COLUMNS
        .into_iter()
        .map(|key| match key {
            "take" => Column::mark(key, tr.templates_take(), 56.0),
            "task" => Column::text(key, tr.tasks_column_task(), 220.0),
            "site" => Column::text(key, tr.field(key), 160.0),
            "effect" => Column::text(key, tr.templates_column_effect(), 72.0),
            "detail" => Column::text(key, tr.templates_column_detail(), 360.0).wide(),
            _ => Column::text(key, tr.field(key), 140.0),
        })
        .collect()
}

/// The columns of the funds, in the order of [`FundLine::COLUMNS`].
pub fn fund_columns(tr: Tr) -> Vec<Column> {
    FundLine::COLUMNS
        .into_iter()
        .map(|key| match key {
            "site" => Column::text(key, tr.funds_column_site(), 200.0).wide(),
            "source" => Column::text(key, tr.funds_source(), 96.0),
            "from_on" => Column::text(key, tr.funds_from(), 96.0),
            "budget" => Column::number(key, tr.tasks_column_budget(), 120.0),
            "spent" => Column::number(key, tr.tasks_column_spent(), 120.0),
            "left" => Column::number(key, tr.funds_column_left(), 120.0),
            "rate" => Column::number(key, tr.funds_column_rate(), 76.0),
            "elapsed" => Column::number(key, tr.funds_column_elapsed(), 88.0),
            "remark" => Column::text(key, tr.people_column_remark(), 96.0),
            _ => Column::text(key, tr.field(key), 96.0),
        })
        .collect()
}
