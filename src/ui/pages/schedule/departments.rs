//! The week by departments: to look up who is where; a click goes to the expert's own cell.

use egui::{CursorIcon, Pos2, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::board::Board;
use super::head;
use super::metrics::{Metrics, NAME, SLOT, points};
use super::paint::{frame, line};
use super::view::View;
use crate::app::week::{CellKey, DepartmentRow, Presence, WeekVm};
use crate::ui::PageCx;
use crate::ui::theme;

/// Height of one expert's line, in points.
const LINE: f32 = 22.0;
/// Space above and below the lines of a half-day, in points.
const AIR: f32 = 4.0;

/// Draws departments, or sites in their place, into the free space; returns the cell that was asked for.
pub fn departments_ui(
    ui: &mut Ui,
    cx: &PageCx<'_>,
    vm: &WeekVm,
    view: &View<'_>,
    rows: &[DepartmentRow],
    board: &Board,
) -> Option<CellKey> {
    let narrowed: Vec<DepartmentRow>;
    let rows = if view.filter.is_set() {
        narrowed = rows.iter().filter_map(|row| row.narrowed(|key| view.shows(key))).collect();
        narrowed.as_slice()
    } else {
        rows
    };
    let area = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(area);
    let metrics = Metrics::new(area, 1, 1);
    let below = Rect::from_min_max(metrics.side().min, area.max);
    let mut child = ui.new_child(UiBuilder::new().max_rect(below).id_salt("departments"));
    child.set_clip_rect(ui.clip_rect().intersect(below));
    let shown =
        ScrollArea::vertical().id_salt("departments").auto_shrink(false).show_viewport(&mut child, |ui, seen| {
            let origin = ui.max_rect().min;
            let slots = vm.slots.len().max(1);
            let total: f32 = rows.iter().map(|row| height(row, slots)).sum();
            ui.allocate_rect(Rect::from_min_size(origin, vec2(area.width() - SLOT, total)), Sense::hover());
            let mut y = 0.0;
            let mut asked = None;
            for row in rows {
                let high = height(row, slots);
                if y + high >= seen.top() && y <= seen.bottom() {
                    asked = asked.or(row_ui(ui, cx, vm, board, &metrics, row, origin + vec2(0.0, y)));
                }
                y += high;
            }
            asked
        });
    head::head_ui(ui, cx, vm, &metrics, 0.0);
    shown.inner
}

/// Height of a half-day: as many lines as the fullest day has people.
fn half_height(row: &DepartmentRow, slots: usize, slot: usize) -> f32 {
    let most = row.cells.iter().skip(slot).step_by(slots).map(Vec::len).max().unwrap_or_default();
    LINE.mul_add(points(most.max(1)), 2.0 * AIR)
}

fn height(row: &DepartmentRow, slots: usize) -> f32 {
    (0..slots).map(|slot| half_height(row, slots, slot)).sum()
}

fn row_ui(
    ui: &Ui,
    cx: &PageCx<'_>,
    vm: &WeekVm,
    board: &Board,
    metrics: &Metrics,
    row: &DepartmentRow,
    at: Pos2,
) -> Option<CellKey> {
    let (painter, slots) = (ui.painter(), vm.slots.len().max(1));
    let name = line(painter, &row.name, theme::strong(), cx.theme.ink, NAME - 12.0);
    painter.galley(at + vec2(8.0, AIR + 3.0), name, cx.theme.ink);
    let (mut y, mut asked) = (at.y, None);
    for (slot, word) in vm.slots.iter().enumerate() {
        let high = half_height(row, slots, slot);
        let centre = pos2(at.x + NAME + SLOT / 2.0, y + AIR + LINE / 2.0);
        painter.text(centre, egui::Align2::CENTER_CENTER, cx.tr.slot(*word), theme::caption(), cx.theme.muted);
        for day in 0..7_usize {
            let left = metrics.day.mul_add(points(day), at.x + NAME + SLOT);
            let ground = Rect::from_min_size(pos2(left, y), vec2(metrics.day, high));
            if let Some(tint) = vm.days.get(day).and_then(|head| super::grid::tint(cx.theme, head.kind)) {
                painter.rect_filled(ground, 0, tint);
            }
            painter.vline(ground.right(), ground.y_range(), Stroke::new(1.0, cx.theme.line));
            let there = row.cells.get(day * slots + slot).map(Vec::as_slice).unwrap_or_default();
            for (place, presence) in there.iter().enumerate() {
                let top = LINE.mul_add(points(place), y + AIR);
                let rect = Rect::from_min_size(pos2(left + 2.0, top), vec2(metrics.day - 4.0, LINE - 2.0));
                if presence_ui(ui, cx, board, rect, presence) {
                    asked = Some(presence.key);
                }
            }
        }
        y += high;
    }
    let right = metrics.day.mul_add(7.0, at.x + NAME + SLOT);
    painter.hline(at.x..=right, y, Stroke::new(1.0, cx.theme.line));
    asked
}

/// One expert in a half-day; true where it was clicked.
fn presence_ui(ui: &Ui, cx: &PageCx<'_>, board: &Board, rect: Rect, presence: &Presence) -> bool {
    let response = ui.interact(rect, ui.scope_id().with(presence.key), Sense::click());
    let is_cursor = board.cursor == Some(presence.key);
    response.widget_info(|| WidgetInfo::selected(Role::GridCell, true, is_cursor, &presence.spoken));
    let fill = presence.hue.map_or(cx.theme.raised, |hue| cx.theme.hue(hue));
    ui.painter().rect_filled(rect, 4, fill);
    if presence.is_flagged {
        ui.painter().rect_filled(Rect::from_min_size(rect.min, vec2(3.0, rect.height())), 1, cx.theme.danger);
    }
    let words = line(ui.painter(), &presence.line, theme::caption(), cx.theme.ink, rect.width() - 10.0);
    ui.painter().galley(pos2(rect.left() + 6.0, rect.center().y - words.size().y / 2.0), words, cx.theme.ink);
    if response.hovered() || response.has_focus() || is_cursor {
        frame(ui.painter(), rect.expand(1.0), 1.5, cx.theme.accent);
    }
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(&presence.spoken).clicked()
}
