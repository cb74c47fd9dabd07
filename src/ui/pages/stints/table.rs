//! The columns of the list, and its lines as rows of the one table.

use crate::app::people::{PeopleList, PersonLine};
use crate::i18n::Tr;
use crate::ui::widget::table::CellTone;
use crate::ui::widget::{Column, TableRows};

/// The columns, in the order of [`PersonLine::COLUMNS`].
pub fn columns(tr: Tr) -> Vec<Column> {
    PersonLine::COLUMNS.into_iter().map(|key| column(key, tr)).collect()
}

fn column(key: &'static str, tr: Tr) -> Column {
    let text = |width| Column::text(key, title(key, tr), width);
    match key {
        "name" => text(88.0),
        "remark" => text(132.0),
        "title_text" => text(96.0),
        "inst" => text(140.0),
        "host_dept" => text(124.0),
        "batch" => text(68.0),
        "role" => text(60.0),
        "mode" => text(84.0),
        "arrive_on" | "plan_leave_on" | "leave_on" => text(92.0),
        "phone" => text(108.0),
        "note" => text(160.0).wide(),
        "sex" => Column::mark(key, title(key, tr), 48.0).hidden(),
        "birth_year" => Column::number(key, title(key, tr), 64.0).hidden(),
        _ => text(124.0).hidden(),
    }
}

fn title(key: &str, tr: Tr) -> String {
    match key {
        "name" => tr.people_column_name().to_owned(),
        "remark" => tr.people_column_remark().to_owned(),
        "inst" => tr.people_column_home().to_owned(),
        "home_dept" => tr.people_column_home_dept().to_owned(),
        _ => tr.field(key).to_owned(),
    }
}

/// The lines that pass the filter.
pub struct Rows<'a> {
    /// The list.
    pub list: &'a PeopleList,
    /// Places of the lines shown.
    pub shown: &'a [usize],
}

impl Rows<'_> {
    fn line(&self, row: usize) -> Option<&PersonLine> {
        self.list.lines.get(*self.shown.get(row)?)
    }
}

impl TableRows for Rows<'_> {
    fn len(&self) -> usize {
        self.shown.len()
    }

    fn id(&self, row: usize) -> i64 {
        self.line(row).map_or(0, PersonLine::key)
    }

    fn cell(&self, row: usize, column: usize) -> &str {
        self.line(row).and_then(|line| line.cells.get(column)).map_or("", String::as_str)
    }

    fn tone(&self, row: usize, column: usize) -> CellTone {
        match (PersonLine::COLUMNS.get(column), self.line(row)) {
            (Some(&"name"), _) => CellTone::Strong,
            (Some(&"remark"), Some(line)) if line.is_problem() => CellTone::Warning,
            (_, Some(line)) if line.is_over() => CellTone::Muted,
            _ => CellTone::Plain,
        }
    }

    fn sort_key(&self, row: usize, column: usize) -> &str {
        match (PersonLine::COLUMNS.get(column), self.line(row)) {
            (Some(&"name"), Some(line)) => &line.name_key,
            _ => self.cell(row, column),
        }
    }
}
