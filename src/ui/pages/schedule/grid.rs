//! The grid: heads and names stand still, the cells scroll under them, only what is in sight is drawn.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use egui::scroll_area::ScrollSource;
use egui::{Id, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo};

use super::board::Board;
use super::metrics::{Metrics, Size};
use super::mouse::{self, Gesture};
use super::view::{Spot, View};
use super::{head, keys, names, paint, tally};
use crate::app::rota::Tally;
use crate::app::week::{CellKey, GridVm};
use crate::domain::{DayKind, StintId};
use crate::ui::theme::Theme;
use crate::ui::{Command, PageCx};

/// How near to the edge a drag scrolls, in points.
const EDGE: f32 = 20.0;
/// How far it scrolls in a frame, in points.
const EDGE_STEP: f32 = 8.0;

/// Draws the grid into the free space and answers keys and mouse; the tallies stand right of the days where there is
/// room for them. Returns the day whose week was asked for.
pub fn grid_ui(
    ui: &mut Ui,
    cx: &mut PageCx<'_>,
    vm: &GridVm,
    view: &View<'_>,
    board: &mut Board,
    size: &'static Size,
    tallies: &BTreeMap<StintId, Tally>,
) -> Option<NaiveDate> {
    let area = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(area);
    let metrics = Metrics::new(area, size, (view.lines(), view.slots()), &vec![false; view.days()]);
    let grid_id = ui.scope_id().with("grid");
    focus_ui(ui, grid_id, area, cx, vm, board);
    keys::handle(ui, grid_id, cx, vm, view, board);
    let mut gestures = Vec::new();
    let body = metrics.body();
    let mut child = ui.new_child(UiBuilder::new().max_rect(body).id_salt("body"));
    child.set_clip_rect(ui.clip_rect().intersect(body));
    let shown = ScrollArea::both()
        .id_salt("cells")
        .auto_shrink(false)
        .animated(false)
        .scroll_source(ScrollSource { drag: egui::scroll_area::DragScroll::Never, ..ScrollSource::default() })
        .show_viewport(&mut child, |ui, seen| {
            cells_ui(ui, cx, vm, view, board, &metrics, seen, grid_id, &mut gestures);
            tally::tallies_ui(ui, cx, view, &metrics, tallies);
        });
    let scrolled = shown.state.clamped_offset();
    let asked = head::head_ui(ui, cx, vm, &metrics, scrolled.x);
    tally::heads_ui(ui, cx, &metrics, scrolled.x);
    if let Some(person) = names::names_ui(ui, cx, vm, view, &metrics, scrolled.y) {
        cx.out.push(Command::ShowPerson(person.raw()));
    }
    for (key, gesture) in gestures {
        ui.memory_mut(|memory| memory.request_focus(grid_id));
        mouse::answer(ui, key, gesture, cx, vm, view, board);
    }
    mouse::drag_ui(ui, cx, vm, board);
    asked
}

/// One focus for the whole grid: arrows move inside it. Its spoken value is the cell under the cursor.
fn focus_ui(ui: &Ui, grid_id: Id, area: Rect, cx: &PageCx<'_>, vm: &GridVm, board: &mut Board) {
    let response = ui.interact(area, grid_id, Sense::focusable_noninteractive());
    let spoken = board.cursor.and_then(|key| vm.cell(key)).map_or("", |cell| cell.spoken.as_str());
    let name = if board.is_of_month { cx.tr.rota_month_grid() } else { cx.tr.schedule_grid() };
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Grid, true, name);
        info.current_text_value = Some(spoken.to_owned());
        info
    });
    let is_new = std::mem::take(&mut board.is_new);
    if response.has_focus() {
        board.lets_go = false;
    } else if is_new || (!board.lets_go && ui.memory(is_unclaimed)) {
        response.request_focus();
    }
}

/// Whether nothing has the keyboard and no dialog is open that will want it.
pub fn is_unclaimed(memory: &egui::Memory) -> bool {
    memory.focused().is_none() && memory.top_modal_layer().is_none()
}

#[expect(clippy::too_many_arguments, reason = "what a frame needs; grouping it would only hide the list")]
fn cells_ui(
    ui: &mut Ui,
    cx: &mut PageCx<'_>,
    vm: &GridVm,
    view: &View<'_>,
    board: &mut Board,
    metrics: &Metrics,
    seen: Rect,
    grid_id: Id,
    gestures: &mut Vec<(CellKey, Gesture)>,
) {
    let origin = ui.max_rect().min;
    ui.allocate_rect(Rect::from_min_size(origin, metrics.content()), Sense::hover());
    tints(ui, cx.theme, vm, metrics, origin, seen);
    let selected: HashSet<CellKey> = board.block(view).lines.into_iter().flatten().collect();
    let has_focus = ui.memory(|memory| memory.has_focus(grid_id)) || board.editor.is_some();
    for line in metrics.lines_in(seen.top(), seen.bottom()) {
        for day in 0..view.days() {
            let spot = Spot { line, day };
            let Some(cell) = view.cell(spot) else { continue };
            let rect = metrics.cell(origin, spot);
            let is_selected = selected.contains(&cell.key);
            if selected.len() > 1 && is_selected {
                ui.painter().rect_filled(rect, 0, cx.theme.selection);
            }
            let paint = if metrics.size.is_small { paint::small } else { paint::cell };
            paint(ui.painter(), cx.theme, cx.tr, rect, cell);
            if !view.filter.lights(cell) {
                paint::set_back(ui.painter(), cx.theme, rect);
            }
            if let Some(gesture) = mouse::cell_ui(ui, cx, rect, cell, board, is_selected) {
                gestures.push((cell.key, gesture));
            }
            if board.cursor == Some(cell.key) {
                let colour = if has_focus { cx.theme.accent } else { cx.theme.muted };
                paint::frame(ui.painter(), rect, 2.0, colour);
                board.cursor_rect = Some(rect);
            }
        }
    }
    reveal(ui, view, board, metrics, origin);
    follow_drag(ui, board);
}

/// Scrolls on while something is dragged along the upper or lower edge.
fn follow_drag(ui: &Ui, board: &Board) {
    let Some(pointer) = ui.ctx().pointer_interact_pos().filter(|_| board.drag.is_some()) else { return };
    let seen = ui.clip_rect();
    let step = if pointer.y < seen.top() + EDGE {
        EDGE_STEP
    } else if pointer.y > seen.bottom() - EDGE {
        -EDGE_STEP
    } else {
        return;
    };
    ui.scroll_with_delta(egui::vec2(0.0, step));
    ui.ctx().request_repaint();
}

/// Scrolls the cursor into sight when it has moved.
fn reveal(ui: &Ui, view: &View<'_>, board: &mut Board, metrics: &Metrics, origin: egui::Pos2) {
    let spot = board.cursor.and_then(|key| view.spot(key));
    if let Some(spot) = spot.filter(|_| std::mem::take(&mut board.reveals_cursor)) {
        ui.scroll_to_rect(metrics.cell(origin, spot), None);
    }
}

/// Grounds of days that are not plain workdays, and the hairlines between rows and days.
fn tints(ui: &Ui, theme: &Theme, vm: &GridVm, metrics: &Metrics, origin: egui::Pos2, seen: Rect) {
    let painter = ui.painter();
    let content = metrics.content();
    for (day, head) in vm.days.iter().enumerate() {
        let (left, width) = metrics.day(day);
        let column = Rect::from_min_size(origin + egui::vec2(left, 0.0), egui::vec2(width, content.y));
        if !ui.is_rect_visible(column) {
            continue;
        }
        if let Some(tint) = tint(theme, head.kind) {
            painter.rect_filled(column, 0, tint);
        }
        painter.vline(column.right(), column.y_range(), egui::Stroke::new(1.0, theme.line));
    }
    let row = metrics.row();
    let first = (seen.top() / row).floor().max(0.0);
    let mut y = first.mul_add(row, origin.y);
    let bottom = (origin.y + seen.bottom()).min(origin.y + content.y);
    while y <= bottom + 0.5 {
        painter.hline(origin.x..=origin.x + content.x, y, egui::Stroke::new(1.0, theme.line));
        y += row;
    }
}

/// The ground of a day.
pub fn tint(theme: &Theme, kind: DayKind) -> Option<egui::Color32> {
    match kind {
        DayKind::Workday => None,
        DayKind::Weekend => Some(theme.weekend),
        DayKind::Holiday => Some(theme.holiday),
        DayKind::MakeUp => Some(theme.make_up),
    }
}
