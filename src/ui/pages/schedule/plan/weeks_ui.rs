//! A week of the plan: people by days, what changes marked, a step back and forth where there are several weeks.

use egui::{Align2, Pos2, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::super::metrics::points;
use super::super::paint::line;
use crate::app::planning::{Mark, PlanCell, PlanRow, PlanWay, PlanWeek};
use crate::domain::Week;
use crate::ui::widget::{Button, Icon};
use crate::ui::{PageCx, theme};

/// Width of the names, in points.
const NAME: f32 = 96.0;
/// Height of the heads, in points.
const HEAD: f32 = 30.0;
/// Height of a half-day, in points.
const LINE: f32 = 25.0;

/// Draws the weeks of a way.
pub fn weeks_ui(ui: &mut Ui, cx: &PageCx<'_>, way: &PlanWay, shown: &mut usize) {
    *shown = (*shown).min(way.weeks.len().saturating_sub(1));
    let Some(week) = way.weeks.get(*shown) else { return };
    ui.horizontal(|ui| {
        if way.weeks.len() > 1 {
            let back = Button::icon_only(Icon::Left, cx.tr.previous_week()).enabled(*shown > 0);
            if back.ui(ui, cx.theme).clicked() {
                *shown -= 1;
            }
            ui.label(egui::RichText::new(cx.tr.week(Week::of(week.monday))).font(theme::strong()));
            let forth = Button::icon_only(Icon::Right, cx.tr.next_week()).enabled(*shown + 1 < way.weeks.len());
            if forth.ui(ui, cx.theme).clicked() {
                *shown += 1;
            }
        }
        let changed = cx.tr.plan_week_changed(week.changed);
        ui.label(egui::RichText::new(changed).color(cx.theme.muted));
        legend_ui(ui, cx);
    });
    grid_ui(ui, cx, week);
}

fn legend_ui(ui: &mut Ui, cx: &PageCx<'_>) {
    let tr = cx.tr;
    for (mark, words) in [
        (Mark::New, tr.plan_legend_new()),
        (Mark::Changed, tr.plan_legend_changed()),
        (Mark::Emptied, tr.plan_legend_emptied()),
    ] {
        let (rect, _) = ui.allocate_exact_size(vec2(22.0, 16.0), Sense::hover());
        mark_on(ui.painter(), cx, rect, mark);
        ui.label(egui::RichText::new(words).font(theme::caption()).color(cx.theme.muted));
    }
}

fn grid_ui(ui: &mut Ui, cx: &PageCx<'_>, week: &PlanWeek) {
    let area = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(area);
    let day = ((area.width() - NAME - 12.0) / 7.0).max(72.0);
    let mut child = ui.new_child(UiBuilder::new().max_rect(area).id_salt("plan week"));
    ScrollArea::both().id_salt("plan week").auto_shrink(false).show_viewport(&mut child, |ui, seen| {
        let origin = ui.max_rect().min;
        let high = HEAD + 2.0 * LINE * points(week.rows.len());
        ui.allocate_rect(Rect::from_min_size(origin, vec2(NAME + 7.0 * day, high)), Sense::hover());
        tints(ui, cx, week, (origin, day, high));
        for (place, row) in week.rows.iter().enumerate() {
            let top = HEAD + 2.0 * LINE * points(place);
            if top + 2.0 * LINE >= seen.top() && top <= seen.bottom() {
                row_ui(ui, cx, row, pos2(origin.x, origin.y + top), day);
            }
        }
        head_ui(ui, cx, week, pos2(origin.x, origin.y + seen.top()), day);
    });
}

fn tints(ui: &Ui, cx: &PageCx<'_>, week: &PlanWeek, (origin, day, high): (Pos2, f32, f32)) {
    for (place, (_, kind)) in week.days.iter().enumerate() {
        let left = day.mul_add(points(place), origin.x + NAME);
        let column = Rect::from_min_size(pos2(left, origin.y), vec2(day, high));
        if let Some(tint) = super::super::grid::tint(cx.theme, *kind) {
            ui.painter().rect_filled(column, 0, tint);
        }
        ui.painter().vline(column.left(), column.y_range(), Stroke::new(1.0, cx.theme.line));
    }
}

fn head_ui(ui: &Ui, cx: &PageCx<'_>, week: &PlanWeek, at: Pos2, day: f32) {
    let whole = Rect::from_min_size(at, vec2(NAME + 7.0 * day, HEAD));
    ui.painter().rect_filled(whole, 0, cx.theme.paper);
    for (place, (words, _)) in week.days.iter().enumerate() {
        let left = day.mul_add(points(place), at.x + NAME);
        let rect = Rect::from_min_size(pos2(left, at.y), vec2(day, HEAD));
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, words, theme::body(), cx.theme.ink);
        let response = ui.interact(rect, ui.scope_id().with(("plan day", place)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, words));
    }
    ui.painter().hline(whole.x_range(), whole.bottom(), Stroke::new(1.0, cx.theme.line));
}

fn row_ui(ui: &Ui, cx: &PageCx<'_>, row: &PlanRow, at: Pos2, day: f32) {
    let painter = ui.painter();
    let name = line(painter, &row.name, theme::strong(), cx.theme.ink, NAME - 12.0);
    painter.galley(at + vec2(4.0, 6.0), name, cx.theme.ink);
    let dept = line(painter, &row.dept, theme::caption(), cx.theme.muted, NAME - 12.0);
    painter.galley(at + vec2(4.0, 27.0), dept, cx.theme.muted);
    for (place, cell) in row.cells.iter().enumerate() {
        let corner = pos2(day.mul_add(points(place / 2), at.x + NAME), LINE.mul_add(points(place % 2), at.y));
        cell_ui(ui, cx, (row, place), cell, Rect::from_min_size(corner, vec2(day, LINE)));
    }
    painter.hline(at.x..=at.x + NAME + 7.0 * day, at.y + 2.0 * LINE, Stroke::new(1.0, cx.theme.line));
}

fn cell_ui(ui: &Ui, cx: &PageCx<'_>, (row, place): (&PlanRow, usize), cell: &PlanCell, rect: Rect) {
    let response = ui.interact(rect, ui.scope_id().with((row.stint, place)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::GridCell, true, &cell.spoken));
    let (painter, inner) = (ui.painter(), rect.shrink(1.5));
    let is_gone = cell.mark == Some(Mark::Emptied);
    if let Some(hue) = cell.hue.filter(|_| !is_gone) {
        painter.rect_filled(inner, 3, cx.theme.hue(hue));
    } else if cell.is_off && cell.what.is_empty() {
        let middle = inner.shrink2(vec2(inner.width() * 0.35, 0.0));
        painter.hline(middle.x_range(), inner.center().y, Stroke::new(1.0, cx.theme.line));
    }
    let ink = if cell.hue.is_none() || is_gone { cx.theme.muted } else { cx.theme.ink };
    let words = line(painter, &cell.what, theme::caption(), ink, inner.width() - 14.0);
    let left = inner.left_center() - vec2(-6.0, words.size().y / 2.0);
    let end = left.x + words.size().x;
    painter.galley(left, words, ink);
    if is_gone {
        painter.hline(left.x..=end, inner.center().y, Stroke::new(1.0, ink));
    }
    if let Some(mark) = cell.mark {
        mark_on(painter, cx, inner, mark);
    }
    if cell.is_locked {
        Icon::Lock.paint(
            painter,
            Rect::from_center_size(inner.right_top() + vec2(-8.0, 8.0), vec2(12.0, 12.0)),
            cx.theme.muted,
        );
    }
    if response.hovered() {
        response.on_hover_text(&cell.spoken);
    }
}

/// A bar at the left and a frame: full for new, both for changed, a broken frame for dropped.
fn mark_on(painter: &egui::Painter, cx: &PageCx<'_>, rect: Rect, mark: Mark) {
    let bar = Rect::from_min_max(rect.left_top(), pos2(rect.left() + 3.0, rect.bottom()));
    match mark {
        Mark::New => {
            painter.rect_filled(bar, 1, cx.theme.accent);
        }
        Mark::Changed => {
            painter.rect_filled(bar, 1, cx.theme.warning);
            painter.rect_stroke(rect, 3, Stroke::new(1.5, cx.theme.warning), StrokeKind::Inside);
        }
        Mark::Emptied => {
            let dashed = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
            painter.extend(egui::Shape::dashed_line(&dashed, Stroke::new(1.0, cx.theme.danger), 4.0, 3.0));
        }
    }
}
