//! The keyboard in a table, and blocks of cells to and from a workbook.

use egui::{Event, EventFilter, Id, Key, Modifiers, Ui};

use super::TableEvents;
use super::source::{Column, TableRows};
use super::state::TableState;
use crate::ui::theme::ROW;

/// Does what the keys say while the table has the focus.
pub(super) fn hear(
    ui: &Ui,
    id: Id,
    columns: &[Column],
    source: &dyn TableRows,
    state: &mut TableState,
    can_delete: bool,
    events: &mut TableEvents,
) {
    let filter = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let page = rows_in(ui.available_height()).saturating_sub(2).max(1);
    let last = state.shown_rows().len().saturating_sub(1);
    let at = state.cursor();
    let steps = [
        (Key::ArrowUp, at.saturating_sub(1)),
        (Key::ArrowDown, if state.selected().is_empty() { at } else { at + 1 }),
        (Key::PageUp, at.saturating_sub(page)),
        (Key::PageDown, at + page),
        (Key::Home, 0),
        (Key::End, last),
    ];
    for (key, to) in steps {
        for (modifiers, keeps_anchor) in [(Modifiers::SHIFT, true), (Modifiers::NONE, false)] {
            if ui.input_mut(|input| input.consume_key(modifiers, key)) {
                state.go(to.min(last), keeps_anchor);
                events.is_selection_new = true;
            }
        }
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::A)) {
        state.select_all();
        events.is_selection_new = true;
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        events.opened = state.id_at(at);
    }
    if can_delete && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Delete)) {
        events.deleted = state.selected().iter().copied().collect();
    }
    let (is_copy, pasted) = ui.input(|input| {
        let pasted = input.events.iter().find_map(|event| match event {
            Event::Paste(text) => Some(block(text)),
            _ => None,
        });
        (input.events.contains(&Event::Copy), pasted)
    });
    if is_copy {
        ui.copy_text(selected_block(columns, source, state, false));
    }
    events.pasted = pasted;
}

/// How many rows fit into a height in points.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a window is a few thousand points high")]
fn rows_in(height: f32) -> usize {
    (height.max(0.0) / ROW).floor() as usize
}

/// The selected rows as a block for a workbook, one row a line, cells by tabs.
pub(super) fn selected_block(
    columns: &[Column],
    source: &dyn TableRows,
    state: &TableState,
    has_heads: bool,
) -> String {
    let shown = state.shown_columns(columns);
    let clean = |text: &str| text.replace(['\t', '\n', '\r'], " ");
    let mut lines = Vec::new();
    if has_heads {
        let heads = shown.iter().filter_map(|place| columns.get(*place)).map(|column| clean(&column.title));
        lines.push(heads.collect::<Vec<_>>().join("\t"));
    }
    for row in state.selected_rows() {
        let cells: Vec<String> = shown.iter().map(|column| clean(source.cell(row, *column))).collect();
        lines.push(cells.join("\t"));
    }
    lines.join("\n")
}

fn block(text: &str) -> Vec<Vec<String>> {
    text.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}
