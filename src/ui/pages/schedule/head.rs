//! The day heads: weekday, date, 休 or 班, festival.

use chrono::{Datelike, NaiveDate};
use egui::{Align2, CursorIcon, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::grid::tint;
use super::metrics::{HEAD, Metrics};
use super::paint::line;
use crate::app::week::{DayHead, GridVm};
use crate::domain::DayKind;
use crate::ui::PageCx;
use crate::ui::theme::{self, Theme};

/// Side of the mark of a day, in points.
const MARK: f32 = 20.0;

/// Draws the heads over the columns; returns the day whose week was asked for with a click on its small head.
pub fn head_ui(ui: &Ui, cx: &PageCx<'_>, vm: &GridVm, metrics: &Metrics, scrolled: f32) -> Option<NaiveDate> {
    let strip = metrics.head();
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(strip));
    painter.rect_filled(strip, 0, cx.theme.paper);
    let (is_small, mut asked) = (metrics.size.is_small, None);
    for (place, day) in vm.days.iter().enumerate() {
        let (left, width) = metrics.day(place);
        let rect = Rect::from_min_size(pos2(strip.left() - scrolled + left, strip.top()), vec2(width, HEAD));
        if !strip.intersects(rect) {
            continue;
        }
        let seen = rect.intersect(strip);
        let sense = if is_small { Sense::click() } else { Sense::hover() };
        let response = ui.interact(seen, ui.scope_id().with(("day", place)), sense);
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, spoken(day)));
        if !is_small {
            paint(&painter, cx.theme, rect, day);
            continue;
        }
        paint_small(&painter, cx, rect, day, response.hovered());
        if response.clicked() {
            asked = Some(day.on);
        }
        let hint = cx.tr.rota_month_day_hint(&spoken(day));
        response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(hint);
    }
    let whole = Rect::from_min_max(metrics.area.min, strip.max);
    ui.painter().hline(whole.x_range(), whole.bottom(), Stroke::new(1.0, cx.theme.line));
    asked
}

fn spoken(day: &DayHead) -> String {
    [&day.weekday, &day.date, &day.mark, &day.note]
        .into_iter()
        .filter(|part| !part.is_empty())
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" ")
}

fn paint(painter: &egui::Painter, theme: &Theme, rect: Rect, day: &DayHead) {
    if let Some(tint) = tint(theme, day.kind) {
        painter.rect_filled(rect, 0, tint);
    }
    if day.is_today {
        let bar = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 3.0), rect.right_bottom());
        painter.rect_filled(bar, 0, theme.accent);
    }
    let ink = if day.is_today { theme.accent } else { theme.ink };
    let weekday = line(painter, &day.weekday, theme::strong(), ink, rect.width());
    let date = line(painter, &day.date, theme::body(), theme.muted, rect.width());
    let x = rect.left() + 8.0;
    let after = x + weekday.size().x + 6.0;
    // In a narrow column the mark of the day stands under the date instead of beside it.
    let is_tight = !day.mark.is_empty() && after + date.size().x + 4.0 > rect.right() - MARK - 5.0;
    let (upper, lower) = (rect.top() + 14.0, rect.top() + 32.0);
    let y = if is_tight || !day.note.is_empty() { upper } else { rect.center().y };
    painter.galley(pos2(x, y - weekday.size().y / 2.0), weekday, ink);
    painter.galley(pos2(after, y - date.size().y / 2.0), date, theme.muted);
    let own = note_ink(theme, day.kind);
    let room = rect.width() - 16.0 - if is_tight { MARK } else { 0.0 };
    let note = line(painter, &day.note, theme::caption(), own, room);
    painter.galley(pos2(x, lower - note.size().y / 2.0), note, theme.ink);
    if day.mark.is_empty() {
        return;
    }
    let at = pos2(rect.right() - 5.0 - MARK / 2.0, if is_tight { lower } else { y });
    if day.kind != DayKind::Weekend {
        let badge = Rect::from_center_size(at, vec2(MARK, MARK));
        painter.rect(badge, 4, theme.paper, Stroke::new(1.0, own), StrokeKind::Inside);
    }
    painter.text(at, Align2::CENTER_CENTER, &day.mark, theme::caption(), own);
}

/// The day of the month over its weekday and mark.
fn paint_small(painter: &egui::Painter, cx: &PageCx<'_>, rect: Rect, day: &DayHead, is_hovered: bool) {
    if let Some(tint) = tint(cx.theme, day.kind) {
        painter.rect_filled(rect, 0, tint);
    }
    if is_hovered {
        painter.rect_filled(rect, 0, cx.theme.hover);
    }
    let ink = if day.is_today { cx.theme.accent } else { cx.theme.ink };
    let (upper, lower) = (rect.center_top() + vec2(0.0, 13.0), rect.center_top() + vec2(0.0, 31.0));
    painter.text(upper, Align2::CENTER_CENTER, day.on.day(), theme::strong(), ink);
    let mark = if day.kind == DayKind::Weekend { "" } else { day.mark.as_str() };
    let words = format!("{}{mark}", cx.tr.paper_weekday_mark(day.on));
    painter.text(lower, Align2::CENTER_CENTER, words, theme::caption(), cx.theme.muted);
    if day.is_today {
        let bar = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 3.0), rect.right_bottom());
        painter.rect_filled(bar, 0, cx.theme.accent);
    }
    painter.vline(rect.right(), rect.y_range(), Stroke::new(1.0, cx.theme.line));
}

const fn note_ink(theme: &Theme, kind: DayKind) -> egui::Color32 {
    match kind {
        DayKind::Holiday => theme.warning,
        DayKind::MakeUp => theme.info,
        DayKind::Workday | DayKind::Weekend => theme.muted,
    }
}
