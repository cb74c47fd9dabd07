//! Paints the calendar of leave: day heads, names, half-days, absences.

use chrono::Datelike;
use egui::{Align2, Color32, Painter, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::metrics::{HEAD, Metrics, ROW, TOTAL};
use crate::app::absence::{AwayMonth, AwayRow, AwaySpan};
use crate::domain::{DayKind, LeaveKind};
use crate::ui::PageCx;
use crate::ui::theme::{self, Theme};
use crate::ui::widget::{Icon, one_line};

/// Height of an absence, in points; the letters of sessions stand under it.
const SPAN: f32 = 20.0;

/// The hue of a kind of leave.
pub const fn hue(kind: LeaveKind) -> u8 {
    match kind {
        LeaveKind::Duty => 1,
        LeaveKind::Study => 2,
        LeaveKind::Annual => 3,
        LeaveKind::Personal => 4,
        LeaveKind::Family => 5,
        LeaveKind::Sick => 7,
        LeaveKind::Other => 9,
    }
}

/// The ground of a day that is no plain workday.
const fn tint(theme: &Theme, kind: DayKind) -> Option<Color32> {
    match kind {
        DayKind::Workday => None,
        DayKind::Weekend => Some(theme.weekend),
        DayKind::Holiday => Some(theme.holiday),
        DayKind::MakeUp => Some(theme.make_up),
    }
}

/// Grounds of the days and the hairlines between them.
pub fn ground(painter: &Painter, theme: &Theme, metrics: &Metrics, vm: &AwayMonth, all: Rect) {
    for (place, day) in vm.days.iter().enumerate() {
        let column = metrics.halves(all, place * 2, place * 2 + 1);
        if let Some(tint) = tint(theme, day.kind) {
            painter.rect_filled(column, 0, tint);
        }
        painter.vline(column.right(), column.y_range(), Stroke::new(1.0, theme.line));
    }
    let today = vm.days.iter().position(|day| day.is_today);
    if let Some(place) = today {
        let column = metrics.halves(all, place * 2, place * 2 + 1);
        painter.rect_stroke(column, 0, Stroke::new(1.5, theme.accent), StrokeKind::Inside);
    }
}

/// The heads of the days; they stand still while the rows scroll.
pub fn head_ui(ui: &Ui, cx: &PageCx<'_>, metrics: &Metrics, vm: &AwayMonth, scrolled: f32) {
    let (theme, strip) = (cx.theme, metrics.head());
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(strip));
    painter.rect_filled(strip, 0, theme.paper);
    let all = strip.translate(vec2(-scrolled, 0.0));
    for (place, day) in vm.days.iter().enumerate() {
        let rect = metrics.halves(all, place * 2, place * 2 + 1);
        if !rect.intersects(strip) {
            continue;
        }
        if let Some(tint) = tint(theme, day.kind) {
            painter.rect_filled(rect, 0, tint);
        }
        let ink = if day.is_today { theme.accent } else { theme.ink };
        let number = day.on.day().to_string();
        painter.text(pos2(rect.center().x, rect.top() + 11.0), Align2::CENTER_CENTER, number, theme::strong(), ink);
        let words = if day.mark.is_empty() { day.weekday } else { day.mark };
        let below = pos2(rect.center().x, rect.top() + 26.0);
        painter.text(below, Align2::CENTER_CENTER, words, theme::caption(), theme.muted);
        if day.away > 0 {
            let badge = Rect::from_center_size(pos2(rect.center().x, rect.bottom() - 7.0), vec2(16.0, 12.0));
            painter.rect_filled(badge, 6, theme.info_tint);
            painter.text(badge.center(), Align2::CENTER_CENTER, day.away, theme::caption(), theme.info);
        }
        let response = ui.interact(rect.intersect(strip), ui.scope_id().with(("away day", place)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &day.spoken));
        response.on_hover_text(&day.spoken);
        painter.vline(rect.right(), rect.y_range(), Stroke::new(1.0, theme.line));
    }
    let total = Rect::from_min_size(
        pos2(metrics.halves(all, 0, vm.days.len() * 2 - 1).right(), strip.top()),
        vec2(TOTAL, HEAD),
    );
    painter.text(total.center(), Align2::CENTER_CENTER, cx.tr.away_total(), theme::caption(), theme.muted);
    painter.hline(strip.x_range(), strip.bottom(), Stroke::new(1.0, theme.line));
}

/// The names beside the rows; returns the person whose name was clicked, by its row.
pub fn names_ui(ui: &Ui, cx: &PageCx<'_>, metrics: &Metrics, vm: &AwayMonth, scrolled: f32) -> Option<usize> {
    let (theme, strip) = (cx.theme, metrics.side());
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(strip));
    painter.rect_filled(strip, 0, theme.paper);
    let corner = Rect::from_min_max(metrics.area.min, pos2(strip.right(), strip.top()));
    ui.painter().rect_filled(corner, 0, theme.paper);
    ui.painter().text(
        corner.right_bottom() - vec2(8.0, 7.0),
        Align2::RIGHT_CENTER,
        cx.tr.away_count(),
        theme::caption(),
        theme.muted,
    );
    ui.painter().hline(corner.x_range(), corner.bottom(), Stroke::new(1.0, theme.line));
    let mut clicked = None;
    for place in metrics.rows_in(scrolled, scrolled + strip.height()) {
        let Some(row) = vm.rows.get(place) else { continue };
        let rect = metrics.row(pos2(strip.left(), strip.top() - scrolled), place).with_max_x(strip.right());
        let seen = rect.intersect(strip);
        let response = ui.interact(seen, ui.scope_id().with(("away name", row.person)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, format!("{} {}", row.name, row.total)));
        if response.hovered() {
            painter.rect_filled(rect, 0, theme.hover);
        }
        let room = rect.width() - 16.0;
        let name = one_line(&painter, &row.name, theme::strong(), theme.ink, room);
        painter.galley(rect.min + vec2(8.0, 3.0), name, theme.ink);
        let dept = one_line(&painter, &row.dept, theme::caption(), theme.muted, room);
        painter.galley(rect.min + vec2(8.0, 20.0), dept, theme.muted);
        painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, theme.line));
        if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
            clicked = Some(place);
        }
    }
    painter.vline(strip.right(), strip.y_range(), Stroke::new(1.0, theme.line));
    clicked
}

/// The half-days of a row: the letters of sessions, and the days on which nobody is posted.
pub fn row(painter: &Painter, theme: &Theme, metrics: &Metrics, rect: Rect, row: &AwayRow) {
    for (place, half) in row.halves.iter().enumerate() {
        let cell = metrics.halves(rect, place, place);
        if half.is_off {
            let middle = pos2(cell.center().x, cell.center().y);
            painter.hline(middle.x - 3.0..=middle.x + 3.0, middle.y, Stroke::new(1.0, theme.line));
            continue;
        }
        if half.letter.is_empty() {
            continue;
        }
        let low = pos2(cell.center().x, rect.bottom() - 8.0);
        if half.is_clash {
            let ground = Rect::from_center_size(low, vec2(metrics.half - 1.0, 14.0));
            painter.rect(ground, 2, theme.danger_tint, Stroke::new(1.0, theme.danger), StrokeKind::Inside);
        }
        let ink = if half.is_clash { theme.danger } else { theme.muted };
        painter.text(low, Align2::CENTER_CENTER, &half.letter, theme::caption(), ink);
    }
    let total = Rect::from_min_max(pos2(rect.right() - TOTAL, rect.top()), rect.max);
    painter.text(total.center(), Align2::CENTER_CENTER, &row.total, theme::body(), theme.ink);
    painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, theme.line));
}

/// Where an absence is drawn on its row.
pub fn span_rect(metrics: &Metrics, row: Rect, from: usize, to: usize) -> Rect {
    let halves = metrics.halves(row, from, to);
    Rect::from_min_size(halves.min + vec2(1.0, 2.0), vec2(halves.width() - 2.0, SPAN))
}

/// An absence: tint, letter, and its words where there is room.
pub fn span(painter: &Painter, theme: &Theme, rect: Rect, span: &AwaySpan, (is_chosen, is_faint): (bool, bool)) {
    let fill = theme.hue(hue(span.kind));
    let edge = fill.lerp_to_gamma(theme.ink, 0.45);
    let (fill, edge) = if is_faint { (fill.gamma_multiply(0.5), edge.gamma_multiply(0.5)) } else { (fill, edge) };
    let stroke = if is_chosen { Stroke::new(2.0, theme.accent) } else { Stroke::new(1.0, edge) };
    painter.rect(rect, 4, fill, stroke, StrokeKind::Inside);
    let room = rect.width() - 8.0 - if span.clashes > 0 { 14.0 } else { 0.0 };
    if room > 44.0 {
        let words = format!("{} {}", span.letter, span.words);
        let galley = one_line(painter, &words, theme::caption(), theme.ink, room);
        painter.galley(pos2(rect.left() + 4.0, rect.center().y - galley.size().y / 2.0), galley, theme.ink);
    } else {
        let shift = if span.clashes > 0 && rect.width() > 26.0 { 7.0 } else { 0.0 };
        let at = rect.center() - vec2(shift, 0.0);
        painter.text(at, Align2::CENTER_CENTER, span.letter, theme::caption(), theme.ink);
    }
    if span.clashes > 0 && rect.width() > 26.0 {
        let icon = Rect::from_center_size(pos2(rect.right() - 10.0, rect.center().y), vec2(12.0, 12.0));
        Icon::Warning.paint(painter, icon, theme.danger);
    }
}

/// The half-days that are selected, or the one under the cursor.
pub fn selection(
    painter: &Painter,
    theme: &Theme,
    metrics: &Metrics,
    row: Rect,
    (from, to): (usize, usize),
    has_keys: bool,
) {
    let rect = metrics.halves(row, from, to);
    let ink = if has_keys { theme.accent } else { theme.muted };
    if to > from {
        painter.rect_filled(rect, 0, theme.selection.gamma_multiply(0.8));
    }
    painter.rect_stroke(rect, 2, Stroke::new(2.0, ink), StrokeKind::Inside);
    debug_assert!(rect.height() <= ROW + 0.5);
}
