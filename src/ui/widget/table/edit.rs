//! A cell that is changed in its place: F2 or a double click opens it, Enter or leaving it stores, Tab goes on, Esc
//! leaves it as it was.

use egui::{Key, Modifiers, TextEdit, Ui};

use super::TableEvents;
use super::source::{Column, TableRows};
use super::state::TableState;

/// A cell that is open.
#[derive(Debug, Clone)]
pub(super) struct CellEdit {
    /// Key of its row.
    pub id: i64,
    /// Place of its column.
    pub column: usize,
    text: String,
    before: String,
    /// Whether it has taken the focus, which it does once.
    is_focused: bool,
}

/// A cell that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// Key of its row.
    pub id: i64,
    /// Address of its column.
    pub key: &'static str,
    /// What was typed.
    pub text: String,
}

impl CellEdit {
    /// Opens a cell.
    pub fn of(source: &dyn TableRows, row: usize, column: usize) -> Self {
        let text = source.cell(row, column).to_owned();
        Self { id: source.id(row), column, before: text.clone(), text, is_focused: false }
    }
}

/// The first column that can be changed, from the left; after another one where that is asked for.
pub(super) fn next_column(
    columns: &[Column],
    editable: &[&str],
    shown: &[usize],
    after: Option<usize>,
) -> Option<usize> {
    let start = after.and_then(|after| shown.iter().position(|place| *place == after)).map_or(0, |at| at + 1);
    let can_change = |place: &&usize| columns.get(**place).is_some_and(|column| editable.contains(&column.key));
    shown.get(start..)?.iter().find(can_change).copied()
}

/// Draws the open cell in place of its text; where it is left, says what was typed.
pub(super) fn cell_ui(
    ui: &mut Ui,
    columns: &[Column],
    (editable, shown): (&[&str], &[usize]),
    (source, row): (&dyn TableRows, usize),
    state: &mut TableState,
    events: &mut TableEvents,
) {
    let Some(mut edit) = state.take_edit() else { return };
    let (is_tab, is_left) = ui.input_mut(|input| {
        let is_tab = input.consume_key(Modifiers::NONE, Key::Tab);
        (is_tab, input.consume_key(Modifiers::NONE, Key::Escape))
    });
    let column = columns.get(edit.column);
    let name = column.map_or("", |column| column.title.as_str());
    let box_ = TextEdit::singleline(&mut edit.text).desired_width(f32::INFINITY);
    let response = ui.add(box_).accessible_name(name);
    if !std::mem::replace(&mut edit.is_focused, true) {
        response.request_focus();
        state.set_edit(edit);
        return;
    }
    if is_left {
        state.focus();
        return;
    }
    if !is_tab && !response.lost_focus() {
        state.set_edit(edit);
        return;
    }
    if edit.text != edit.before
        && let Some(column) = column
    {
        events.changed = Some(CellChange { id: edit.id, key: column.key, text: edit.text });
    }
    let next = next_column(columns, editable, shown, Some(edit.column)).filter(|_| is_tab);
    match next {
        Some(next) => state.set_edit(CellEdit::of(source, row, next)),
        None => state.focus(),
    }
}
