//! The steps of the history, and what each did to its rows.

use serde_json::Value;

use super::moment;
use super::value::{dated_name, value_text};
use crate::app::failure::Failure;
use crate::app::office::Office;
use crate::domain::{Registry, Row};
use crate::i18n::Tr;
use crate::store::{HistoryRow, HistoryStep, StepKind};

/// Steps that are listed: nobody looks further back than this in one sitting.
const STEPS: usize = 2_000;
/// Rows of one step that are listed.
const ROWS: usize = 500;

/// A step of the history as a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepLine {
    /// Its number.
    pub step: i64,
    /// Its number in figures.
    pub number: String,
    /// When.
    pub at: String,
    /// What was done.
    pub text: String,
    /// Rows it touched, in figures.
    pub rows: String,
    /// 已撤销, or empty.
    pub state: String,
    /// Whether it can be taken back.
    pub can_undo: bool,
}

/// What a step did to one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeLine {
    /// Its table.
    pub table: &'static str,
    /// What it is called.
    pub name: String,
    /// Each field that differs: its name, before, after.
    pub fields: Vec<(&'static str, String, String)>,
}

/// The newest steps first.
///
/// # Errors
/// Where the file cannot be read.
pub fn history(office: &Office, tr: Tr) -> Result<Vec<StepLine>, Failure> {
    Ok(office.store().history(STEPS)?.iter().map(|step| step_line(step, tr)).collect())
}

fn step_line(step: &HistoryStep, tr: Tr) -> StepLine {
    let text = tr.label(&step.label);
    let text = match step.kind {
        StepKind::Do => text,
        StepKind::Undo => tr.status_undone(&text),
        StepKind::Redo => tr.status_redone(&text),
    };
    StepLine {
        step: step.step,
        number: step.step.to_string(),
        at: moment(step.at),
        text,
        rows: step.rows.to_string(),
        state: if step.is_undone { tr.history_undone().to_owned() } else { String::new() },
        can_undo: step.kind == StepKind::Do && !step.is_undone,
    }
}

/// The rows of a step, before and after.
///
/// # Errors
/// Where the file cannot be read.
pub fn changes(office: &Office, tr: Tr, step: i64) -> Result<Vec<ChangeLine>, Failure> {
    let rows = office.store().history_rows(step)?;
    Ok(rows.iter().take(ROWS).map(|row| change_line(office.registry(), row, tr)).collect())
}

fn change_line(registry: &Registry, row: &HistoryRow, tr: Tr) -> ChangeLine {
    let fields_of = |row: Option<&Row>| row.and_then(|row| serde_json::to_value(row).ok());
    let (old, new) = (fields_of(row.old.as_ref()), fields_of(row.new.as_ref()));
    let keys: Vec<&String> = match new.as_ref().or(old.as_ref()) {
        Some(Value::Object(fields)) => fields.keys().filter(|key| is_shown(key)).collect(),
        _ => Vec::new(),
    };
    let shown = |side: &Option<Value>, key: &str| {
        let value = side.as_ref().and_then(|row| row.get(key));
        value.map(|value| value_text(registry, tr, row.table, key, value)).unwrap_or_default()
    };
    let fields = keys
        .into_iter()
        .map(|key| (key, shown(&old, key), shown(&new, key)))
        .filter(|(_, before, after)| before != after)
        .map(|(key, before, after)| (tr.field(key), before, after))
        .collect();
    let name = row.new.as_ref().or(row.old.as_ref()).map(|row| dated_name(registry, row, tr)).unwrap_or_default();
    ChangeLine { table: tr.table(row.table), name, fields }
}

/// Keys and orders are of no interest to people.
fn is_shown(field: &str) -> bool {
    !matches!(field, "id" | "table" | "sort")
}
