//! The rows of a table: only those in view are drawn.

use egui::{Align, Id, Label, Layout, Response, RichText, Role, Ui, WidgetInfo};
use egui_extras::TableBody;

use super::edit::CellEdit;
use super::keys::selected_block;
use super::source::{CellTone, ColumnKind, TableRows};
use super::state::TableState;
use super::{Table, TableEvents, edit, head};
use crate::ui::page::PageCx;
use crate::ui::theme::{self, ROW};
use crate::ui::widget::Icon;

/// Side of a box that is ticked, in points.
const TICK: f32 = 16.0;

/// Draws the rows in view and hears the mouse.
#[allow(clippy::too_many_arguments, reason = "the parts of one table, borrowed apart from each other")]
pub(super) fn body_ui(
    body: TableBody<'_>,
    table: &Table<'_>,
    cx: &PageCx<'_>,
    id: Id,
    source: &dyn TableRows,
    state: &mut TableState,
    shown: &[usize],
    events: &mut TableEvents,
) {
    let count = state.shown_rows().len();
    body.rows(ROW, count, |mut line| {
        let place = line.index();
        let Some(row) = state.shown_rows().get(place).copied() else { return };
        let is_selected = state.is_selected(place);
        line.set_selected(is_selected);
        for column in shown {
            if state.is_edited(source.id(row), *column) {
                let (columns, of) = (table.columns, (table.editable, shown));
                line.col(|ui| edit::cell_ui(ui, columns, of, (source, row), state, events));
                continue;
            }
            let (_, cell) = line.col(|ui| cell_ui(ui, table, cx, source, row, *column));
            let can_change = table.columns.get(*column).is_some_and(|column| table.editable.contains(&column.key));
            let is_tick = matches!(source.tone(row, *column), CellTone::Tick(_));
            if is_tick && cell.clicked() {
                events.ticked = Some(source.id(row));
            }
            if can_change && cell.double_clicked() {
                state.set_edit(CellEdit::of(source, row, *column));
            }
        }
        let response = line.response();
        let named = table.columns.iter().position(|column| column.kind != ColumnKind::Mark);
        let name = named.map_or("", |column| source.cell(row, column));
        response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_selected, name));
        mouse(&response, place, state, events, id);
        menu_ui(&response, table, cx, source, state, events);
    });
}

fn cell_ui(ui: &mut Ui, table: &Table<'_>, cx: &PageCx<'_>, source: &dyn TableRows, row: usize, column: usize) {
    let rect = ui.max_rect();
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, egui::Stroke::new(1.0, cx.theme.line));
    let text = source.cell(row, column);
    if text.is_empty() {
        return;
    }
    let tone = source.tone(row, column);
    if let CellTone::Tick(is_on) = tone {
        tick_ui(ui, cx, text, is_on);
        return;
    }
    if let CellTone::Hue(hue) = tone {
        ui.painter().rect_filled(rect.shrink2(egui::vec2(4.0, 3.0)), 4, cx.theme.hue(hue));
    }
    let font = if tone == CellTone::Strong { theme::strong() } else { theme::body() };
    let label = Label::new(RichText::new(text).font(font).color(tone.ink(cx.theme))).truncate();
    let kind = table.columns.get(column).map_or(ColumnKind::Text, |column| column.kind);
    let layout = match kind {
        ColumnKind::Text => Layout::left_to_right(Align::Center),
        ColumnKind::Number => Layout::right_to_left(Align::Center),
        ColumnKind::Mark => Layout::centered_and_justified(egui::Direction::LeftToRight),
    };
    ui.scope_builder(egui::UiBuilder::new().max_rect(rect.shrink2(egui::vec2(head::PAD, 0.0))).layout(layout), |ui| {
        ui.add(label);
    });
}

/// A box with its mark: drawn, since fonts differ in it.
fn tick_ui(ui: &Ui, cx: &PageCx<'_>, words: &str, is_on: bool) {
    let room = ui.max_rect();
    let rect = egui::Rect::from_center_size(room.center(), egui::Vec2::splat(TICK));
    let (fill, edge) = if is_on { (cx.theme.accent, cx.theme.accent) } else { (cx.theme.paper, cx.theme.muted) };
    ui.painter().rect(rect, 3, fill, egui::Stroke::new(1.0, edge), egui::StrokeKind::Inside);
    if is_on {
        Icon::Check.paint(ui.painter(), rect.shrink(1.0), cx.theme.on_accent);
    }
    let spoken = ui.interact(rect, ui.scope_id().with("tick"), egui::Sense::hover());
    spoken.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, words));
}

fn mouse(response: &Response, place: usize, state: &mut TableState, events: &mut TableEvents, id: Id) {
    let modifiers = response.ctx.input(|input| input.modifiers);
    if response.clicked() {
        response.ctx.memory_mut(|memory| memory.request_focus(id));
        match (modifiers.command, modifiers.shift) {
            (true, _) => state.toggle(place),
            (false, is_range) => state.go(place, is_range),
        }
        events.is_selection_new = true;
    }
    if response.secondary_clicked() && !state.is_selected(place) {
        state.go(place, false);
        events.is_selection_new = true;
    }
    if response.double_clicked() {
        events.opened = state.id_at(place);
    }
}

fn menu_ui(
    response: &Response,
    table: &Table<'_>,
    cx: &PageCx<'_>,
    source: &dyn TableRows,
    state: &TableState,
    events: &mut TableEvents,
) {
    response.context_menu(|ui| {
        for (place, words) in table.menu.iter().enumerate() {
            if menu_line(ui, words) {
                events.chosen = Some((place, state.selected().iter().copied().collect()));
            }
        }
        if !table.menu.is_empty() {
            ui.separator();
        }
        for (words, has_heads) in [(cx.tr.copy_rows(), false), (cx.tr.copy_rows_with_heads(), true)] {
            if menu_line(ui, words) {
                ui.copy_text(selected_block(table.columns, source, state, has_heads));
            }
        }
        if table.can_delete && menu_line(ui, cx.tr.delete()) {
            events.deleted = state.selected().iter().copied().collect();
        }
    });
}

/// A line of a menu; it closes the menu when clicked.
pub fn menu_line(ui: &mut Ui, words: &str) -> bool {
    let button = egui::Button::new(words).min_size(egui::vec2(180.0, ROW)).frame_when_inactive(false);
    let is_clicked = ui.add(button).clicked();
    if is_clicked {
        ui.close();
    }
    is_clicked
}
