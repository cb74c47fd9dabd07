//! The names beside the grid, with department and counts, and the half-days of each.

use egui::{Align2, CursorIcon, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::metrics::{Metrics, points};
use super::paint::line;
use super::view::View;
use crate::app::week::{GridVm, PersonRow};
use crate::domain::{PersonId, Slot};
use crate::ui::PageCx;
use crate::ui::theme;

/// Draws the names in sight; returns the person whose name was clicked.
pub fn names_ui(
    ui: &Ui,
    cx: &PageCx<'_>,
    vm: &GridVm,
    view: &View<'_>,
    metrics: &Metrics,
    scrolled: f32,
) -> Option<PersonId> {
    let strip = metrics.side();
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(strip));
    painter.rect_filled(strip, 0, cx.theme.paper);
    let corner = Rect::from_min_max(metrics.area.min, pos2(strip.right(), strip.top()));
    ui.painter().rect_filled(corner, 0, cx.theme.paper);
    let people = cx.tr.schedule_people(view.rows.len());
    ui.painter().text(
        corner.left_center() + vec2(8.0, 0.0),
        Align2::LEFT_CENTER,
        people,
        theme::caption(),
        cx.theme.muted,
    );
    let mut clicked = None;
    for (place, row) in view.rows.iter().enumerate() {
        let top = metrics.row().mul_add(points(place), strip.top() - scrolled);
        let rect = Rect::from_min_size(pos2(strip.left(), top), vec2(metrics.lead(), metrics.row()));
        if !rect.intersects(strip) {
            continue;
        }
        let name_rect = Rect::from_min_size(rect.min, vec2(metrics.size.name, rect.height())).intersect(strip);
        let response = ui.interact(name_rect, ui.scope_id().with(("name", row.stint)), Sense::click());
        let spoken = spoken(cx, row, metrics.size.is_small);
        response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, &spoken));
        if response.hovered() {
            painter.rect_filled(name_rect, 0, cx.theme.hover);
        }
        paint(&painter, cx, metrics, rect, row);
        slots(&painter, cx, vm, metrics, rect);
        painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, cx.theme.line));
        if response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(&spoken).clicked() {
            clicked = Some(row.person);
        }
    }
    painter.vline(strip.right(), strip.y_range(), Stroke::new(1.0, cx.theme.line));
    clicked
}

/// What the row counts, in words.
fn spoken(cx: &PageCx<'_>, row: &PersonRow, is_month: bool) -> String {
    let (tr, counts) = (cx.tr, row.counts);
    let spoken = if is_month {
        tr.rota_month_counts_spoken(&row.name, counts.sessions, counts.clinics, counts.tours)
    } else {
        tr.schedule_counts_spoken(&row.name, counts.sessions, counts.clinics, counts.tours)
    };
    if counts.duty == 0 { spoken } else { tr.schedule_counts_with_duty(&spoken, counts.duty) }
}

/// Name, title and department; where there is room, what the row counts under them.
fn paint(painter: &egui::Painter, cx: &PageCx<'_>, metrics: &Metrics, rect: Rect, row: &PersonRow) {
    let (left, width) = (rect.left() + 8.0, metrics.size.name - 12.0);
    let name = line(painter, &row.name, theme::strong(), cx.theme.ink, width);
    let beside = width - name.size().x - 6.0;
    let dept = line(painter, &row.dept, theme::caption(), cx.theme.muted, width);
    let counted = if metrics.size.is_small { "" } else { row.counted.as_str() };
    let counts = line(painter, counted, theme::caption(), cx.theme.muted, width);
    let below = if metrics.size.is_small { 0.0 } else { counts.size().y };
    let top = rect.center().y - (name.size().y + dept.size().y + below) / 2.0;
    if beside > 24.0 {
        let title = line(painter, &row.title, theme::caption(), cx.theme.muted, beside);
        let y = top + name.size().y - title.size().y - 1.0;
        painter.galley(pos2(left + name.size().x + 6.0, y), title, cx.theme.muted);
    }
    let (name_height, dept_height) = (name.size().y, dept.size().y);
    painter.galley(pos2(left, top), name, cx.theme.ink);
    painter.galley(pos2(left, top + name_height), dept, cx.theme.muted);
    painter.galley(pos2(left, top + name_height + dept_height), counts, cx.theme.muted);
}

fn slots(painter: &egui::Painter, cx: &PageCx<'_>, vm: &GridVm, metrics: &Metrics, rect: Rect) {
    for (place, slot) in vm.slots.iter().enumerate() {
        let middle = rect.right() - metrics.size.slot / 2.0;
        let centre = pos2(middle, metrics.line.mul_add(points(place) + 0.5, rect.top()));
        painter.text(centre, Align2::CENTER_CENTER, slot_words(cx, metrics, *slot), theme::caption(), cx.theme.muted);
    }
}

/// A half-day as far as there is room for its name.
pub fn slot_words(cx: &PageCx<'_>, metrics: &Metrics, slot: Slot) -> &'static str {
    if metrics.size.is_small { cx.tr.paper_slot_mark(slot) } else { cx.tr.slot(slot) }
}
