//! The names beside the lines: heads of groups fold their lines, a person's name opens the person.

use egui::{CursorIcon, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::metrics::{LINE, Metrics};
use crate::app::timeline::{Cover, GroupKey, Head, Line, Row, Timeline};
use crate::ui::PageCx;
use crate::ui::theme;
use crate::ui::widget::button::focus_ring;
use crate::ui::widget::{Icon, one_line};

/// What a click on a name asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameWish {
    /// Fold or unfold a group.
    Fold(GroupKey),
    /// Choose the first bar of a line, by its place among all lines.
    Choose(usize),
}

/// Draws the names in sight.
pub fn names_ui(
    ui: &Ui,
    cx: &PageCx<'_>,
    vm: &Timeline,
    (shown, folded): (&[usize], &dyn Fn(GroupKey) -> bool),
    metrics: &Metrics,
    scrolled: f32,
) -> Option<NameWish> {
    let strip = metrics.side();
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(strip));
    painter.rect_filled(strip, 0, cx.theme.paper);
    let corner = Rect::from_min_max(metrics.area.min, pos2(strip.right(), strip.top()));
    ui.painter().rect_filled(corner, 0, cx.theme.paper);
    ui.painter().hline(corner.x_range(), corner.bottom(), Stroke::new(1.0, cx.theme.line));
    let mut wish = None;
    for place in metrics.lines_in(scrolled, scrolled + strip.height()) {
        let Some((index, line)) = shown.get(place).and_then(|index| Some((*index, vm.lines.get(*index)?))) else {
            continue;
        };
        let top = (place as f32).mul_add(LINE, strip.top() - scrolled);
        let rect = Rect::from_min_size(pos2(strip.left(), top), vec2(metrics.names, LINE));
        let asked = match line {
            Line::Head(head) => head_ui(ui, cx, &painter, rect.intersect(strip), rect, head, folded(head.key)),
            Line::Cover(cover) => cover_ui(ui, cx, &painter, rect, cover),
            Line::Row(row) => row_ui(ui, cx, &painter, rect.intersect(strip), rect, row, index),
        };
        wish = wish.or(asked);
    }
    painter.vline(strip.right(), strip.y_range(), Stroke::new(1.0, cx.theme.line));
    wish
}

fn head_ui(
    ui: &Ui,
    cx: &PageCx<'_>,
    painter: &egui::Painter,
    seen: Rect,
    rect: Rect,
    head: &Head,
    is_folded: bool,
) -> Option<NameWish> {
    let (theme, tr) = (cx.theme, cx.tr);
    let response = ui.interact(seen, ui.scope_id().with(("group", head.key)), Sense::click());
    let spoken = if is_folded { tr.timeline_unfold(&head.name) } else { tr.timeline_fold(&head.name) };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{spoken} {}", head.detail)));
    painter.rect_filled(rect, 0, if response.hovered() { theme.hover } else { theme.raised });
    let icon = Rect::from_center_size(pos2(rect.left() + 12.0, rect.center().y), vec2(12.0, 12.0));
    (if is_folded { Icon::Right } else { Icon::Down }).paint(painter, icon, theme.muted);
    let room = rect.width() - 32.0;
    let name = one_line(painter, &head.name, theme::strong(), theme.ink, room);
    let left = rect.left() + 24.0;
    let beside = room - name.size().x - 8.0;
    let right = left + name.size().x + 8.0;
    painter.galley(pos2(left, rect.center().y - name.size().y / 2.0), name, theme.ink);
    if beside > 24.0 {
        let ink = if head.is_flawed { theme.warning } else { theme.muted };
        let detail = one_line(painter, &head.detail, theme::caption(), ink, beside);
        painter.galley(pos2(right, rect.center().y - detail.size().y / 2.0), detail, ink);
    }
    painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, theme.line));
    if response.has_focus() {
        focus_ring(ui, theme, rect.shrink(3.0));
    }
    let words = format!("{} · {}", head.name, head.detail);
    response
        .on_hover_text(words)
        .on_hover_cursor(CursorIcon::PointingHand)
        .clicked()
        .then_some(NameWish::Fold(head.key))
}

fn cover_ui(ui: &Ui, cx: &PageCx<'_>, painter: &egui::Painter, rect: Rect, cover: &Cover) -> Option<NameWish> {
    let theme = cx.theme;
    let response = ui.interact(rect, ui.scope_id().with(("cover", cover.seat)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, &cover.name));
    let ink = if cover.flaws.is_empty() { theme.muted } else { theme.ink };
    let left = rect.left() + 24.0;
    if !cover.flaws.is_empty() {
        let icon = Rect::from_center_size(pos2(rect.left() + 14.0, rect.center().y), vec2(13.0, 13.0));
        Icon::Warning.paint(painter, icon, theme.warning);
    }
    let name = one_line(painter, &cover.name, theme::body(), ink, rect.width() - 32.0);
    painter.galley(pos2(left, rect.center().y - name.size().y / 2.0), name, ink);
    painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, theme.line.gamma_multiply(0.6)));
    None
}

fn row_ui(
    ui: &Ui,
    cx: &PageCx<'_>,
    painter: &egui::Painter,
    seen: Rect,
    rect: Rect,
    row: &Row,
    index: usize,
) -> Option<NameWish> {
    let theme = cx.theme;
    let response = ui.interact(seen, ui.scope_id().with(("row", index)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, format!("{} {}", row.name, row.detail)));
    if response.hovered() {
        painter.rect_filled(rect, 0, theme.hover);
    }
    let room = rect.width() - 32.0;
    let name = one_line(painter, &row.name, theme::body(), theme.ink, room);
    let left = rect.left() + 24.0;
    let beside = room - name.size().x - 8.0;
    let right = left + name.size().x + 8.0;
    painter.galley(pos2(left, rect.center().y - name.size().y / 2.0), name, theme.ink);
    if beside > 20.0 {
        let detail = one_line(painter, &row.detail, theme::caption(), theme.muted, beside);
        painter.galley(pos2(right, rect.center().y - detail.size().y / 2.0), detail, theme.muted);
    }
    painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, theme.line.gamma_multiply(0.6)));
    if response.has_focus() {
        focus_ring(ui, theme, rect.shrink(3.0));
    }
    response.on_hover_cursor(CursorIcon::PointingHand).clicked().then_some(NameWish::Choose(index))
}
