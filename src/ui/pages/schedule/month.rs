//! The month by person: a letter for each half-day, counts and balance on the right; a click goes to the week.

use chrono::{Datelike, NaiveDate};
use egui::{Align2, Pos2, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::filter::Filter;
use super::metrics::points;
use super::month_keys::MonthCursor;
use super::paint::{frame, line, set_back};
use crate::app::rota::{MonthCell, MonthRow, MonthVm};
use crate::domain::StintId;
use crate::ui::PageCx;
use crate::ui::theme;
use crate::ui::widget::{Empty, Icon};

/// Width of the names, in points.
const NAME: f32 = 112.0;
/// Height of the heads, in points.
const HEAD: f32 = 44.0;
/// Height of a half-day, in points.
const LINE: f32 = 22.0;
/// Width of a count, in points.
const COUNT: f32 = 46.0;
/// Counts beside the grid.
const COUNTS: f32 = 4.0;
/// No day is narrower, or wider, in points.
const NARROWEST: f32 = 22.0;
const WIDEST: f32 = 44.0;
/// Half the room of a balance bar, in points.
const BAR: f32 = 20.0;
/// The share by which somebody works more or less that fills it.
const FULL: f32 = 0.25;

/// Where everything is.
struct Frame {
    day: f32,
    left: f32,
}

/// Draws the month; returns the person and day that was asked for.
pub fn month_ui(
    ui: &mut Ui,
    cx: &PageCx<'_>,
    vm: &MonthVm,
    filter: Filter,
    cursor: &mut MonthCursor,
) -> Option<(StintId, NaiveDate)> {
    if vm.is_empty() {
        let tr = cx.tr;
        Empty { icon: Icon::People, title: tr.rota_month_nobody(), text: tr.schedule_nobody_text(), action: None }
            .ui(ui, cx.theme);
        return None;
    }
    let rows: Vec<&MonthRow> = vm.rows.iter().filter(|row| filter.shows_month(row)).collect();
    let area = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(area);
    let free = area.width() - NAME - COUNT * COUNTS - 14.0;
    let day = (free / points(vm.len().max(1))).floor().clamp(NARROWEST, WIDEST);
    let total = NAME + day * points(vm.len()) + COUNT * COUNTS;
    let is_opened = cursor.hear(ui, cx, &rows, area);
    let opened = cursor.at.filter(|_| is_opened);
    let mut asked = opened.and_then(|(stint, place)| vm.days.get(place / 2).map(|(on, ..)| (stint, *on)));
    let mut child = ui.new_child(UiBuilder::new().max_rect(area).id_salt("month"));
    ScrollArea::both().id_salt("month").auto_shrink(false).show_viewport(&mut child, |ui, seen| {
        let origin = ui.max_rect().min;
        let high = HEAD + 2.0 * LINE * points(rows.len());
        ui.allocate_rect(Rect::from_min_size(origin, vec2(total, high)), Sense::hover());
        let frame = Frame { day, left: origin.x + NAME };
        tints(ui, cx, vm, &frame, origin, high);
        for (place, row) in rows.into_iter().enumerate() {
            let top = HEAD + 2.0 * LINE * points(place);
            if let Some((_, half)) = cursor.at.filter(|(stint, _)| *stint == row.stint) {
                let corner = pos2(frame.day.mul_add(points(half / 2), frame.left), origin.y + top);
                if std::mem::take(&mut cursor.is_moved) {
                    let whole = Rect::from_min_size(corner, vec2(frame.day, 2.0 * LINE));
                    ui.scroll_to_rect(whole.expand2(vec2(0.0, HEAD)), None);
                }
            }
            if top + 2.0 * LINE >= seen.top() && top <= seen.bottom() {
                asked = asked.or(row_ui(ui, cx, vm, row, (filter, cursor), &frame, pos2(origin.x, origin.y + top)));
            }
        }
        head_ui(ui, cx, vm, &frame, pos2(origin.x, origin.y + seen.top()), total);
    });
    asked
}

fn tints(ui: &Ui, cx: &PageCx<'_>, vm: &MonthVm, frame: &Frame, origin: Pos2, high: f32) {
    for (place, (_, _, kind, _)) in vm.days.iter().enumerate() {
        let left = frame.day.mul_add(points(place), frame.left);
        let column = Rect::from_min_size(pos2(left, origin.y), vec2(frame.day, high));
        if let Some(tint) = super::grid::tint(cx.theme, *kind) {
            ui.painter().rect_filled(column, 0, tint);
        }
        ui.painter().vline(column.right(), column.y_range(), Stroke::new(1.0, cx.theme.line));
    }
}

/// The heads stay in sight while the rows scroll.
fn head_ui(ui: &Ui, cx: &PageCx<'_>, vm: &MonthVm, frame: &Frame, at: Pos2, total: f32) {
    let (painter, tr) = (ui.painter(), cx.tr);
    painter.rect_filled(Rect::from_min_size(at, vec2(total, HEAD)), 0, cx.theme.paper);
    for (place, (on, weekday, kind, is_today)) in vm.days.iter().enumerate() {
        let left = frame.day.mul_add(points(place), frame.left);
        let rect = Rect::from_min_size(pos2(left, at.y), vec2(frame.day, HEAD));
        if let Some(tint) = super::grid::tint(cx.theme, *kind) {
            painter.rect_filled(rect, 0, tint);
        }
        let ink = if *is_today { cx.theme.accent } else { cx.theme.ink };
        painter.text(rect.center_top() + vec2(0.0, 13.0), Align2::CENTER_CENTER, on.day(), theme::strong(), ink);
        painter.text(
            rect.center_top() + vec2(0.0, 31.0),
            Align2::CENTER_CENTER,
            weekday,
            theme::caption(),
            cx.theme.muted,
        );
        let response = ui.interact(rect, ui.scope_id().with(("month day", place)), Sense::hover());
        let words = format!("{} {weekday} {}", tr.month_day(*on), tr.day_kind(*kind));
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &words));
    }
    let heads = [tr.rota_month_sessions(), tr.rota_month_duty(), tr.rota_month_tours(), tr.rota_month_share()];
    for (place, words) in heads.into_iter().enumerate() {
        let left = COUNT.mul_add(points(place), frame.day.mul_add(points(vm.len()), frame.left));
        let rect = Rect::from_min_size(pos2(left, at.y), vec2(COUNT, HEAD));
        painter.text(rect.center(), Align2::CENTER_CENTER, words, theme::caption(), cx.theme.muted);
        if place == 3 {
            let response = ui.interact(rect, ui.scope_id().with("month share"), Sense::hover());
            response.on_hover_text(tr.rota_month_share_hint());
        }
    }
    painter.hline(at.x..=at.x + total, at.y + HEAD, Stroke::new(1.0, cx.theme.line));
}

fn row_ui(
    ui: &Ui,
    cx: &PageCx<'_>,
    vm: &MonthVm,
    row: &MonthRow,
    (filter, cursor): (Filter, &MonthCursor),
    frame: &Frame,
    at: Pos2,
) -> Option<(StintId, NaiveDate)> {
    let painter = ui.painter();
    let name = line(painter, &row.name, theme::strong(), cx.theme.ink, NAME - 16.0);
    painter.galley(at + vec2(8.0, 4.0), name, cx.theme.ink);
    let dept = line(painter, &row.dept, theme::caption(), cx.theme.muted, NAME - 16.0);
    painter.galley(at + vec2(8.0, 24.0), dept, cx.theme.muted);
    let mut asked = None;
    for (place, cell) in row.cells.iter().enumerate() {
        let (day, half) = (place / 2, place % 2);
        let corner = pos2(frame.day.mul_add(points(day), frame.left), LINE.mul_add(points(half), at.y));
        let rect = Rect::from_min_size(corner, vec2(frame.day, LINE));
        if cell_ui(ui, cx, row, place, cell, rect) {
            asked = vm.days.get(day).map(|(on, ..)| (row.stint, *on));
        }
        if !filter.lights_month(row, place) {
            set_back(painter, cx.theme, rect);
        }
        if cursor.at == Some((row.stint, place)) {
            super::paint::frame(painter, rect, 2.0, cx.theme.accent);
        }
    }
    let right = frame.day.mul_add(points(vm.len()), frame.left);
    for (place, count) in row.counts.iter().enumerate() {
        let x = COUNT.mul_add(points(place) + 0.5, right);
        let centre = pos2(x, at.y + LINE - if place == 3 { 5.0 } else { 0.0 });
        painter.text(centre, Align2::CENTER_CENTER, count, theme::body(), cx.theme.ink);
        if place == 3 && !count.is_empty() {
            balance(painter, cx, row.balance, pos2(x, at.y + 2.0 * LINE - 10.0));
        }
    }
    let end = COUNT.mul_add(COUNTS, right);
    painter.hline(at.x..=end, at.y + 2.0 * LINE, Stroke::new(1.0, cx.theme.line));
    asked
}

/// A bar to the right for more work than others, to the left for less.
fn balance(painter: &egui::Painter, cx: &PageCx<'_>, balance: f32, centre: Pos2) {
    let long = (balance / FULL).clamp(-1.0, 1.0) * BAR;
    painter.vline(centre.x, (centre.y - 3.0)..=(centre.y + 3.0), Stroke::new(1.0, cx.theme.muted));
    let colour = if balance.abs() > FULL / 2.0 { cx.theme.warning } else { cx.theme.muted };
    painter.rect_filled(Rect::from_two_pos(centre - vec2(0.0, 2.0), centre + vec2(long, 2.0)), 0, colour);
}

/// A half-day; true where it was clicked.
fn cell_ui(ui: &Ui, cx: &PageCx<'_>, row: &MonthRow, place: usize, cell: &MonthCell, rect: Rect) -> bool {
    let response = ui.interact(rect, ui.scope_id().with((row.stint, place)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::GridCell, true, &cell.spoken));
    let (painter, inner) = (ui.painter(), rect.shrink(1.0));
    if let Some(hue) = cell.hue {
        painter.rect_filled(inner, 3, cx.theme.hue(hue));
    } else if cell.is_off {
        let middle = inner.shrink2(vec2(inner.width() * 0.3, 0.0));
        painter.hline(middle.x_range(), inner.center().y, Stroke::new(1.0, cx.theme.line));
    }
    let ink = if cell.is_struck || cell.hue.is_none() { cx.theme.muted } else { cx.theme.ink };
    painter.text(inner.center(), Align2::CENTER_CENTER, &cell.letter, theme::caption(), ink);
    if cell.is_struck {
        painter.hline(inner.shrink(3.0).x_range(), inner.center().y, Stroke::new(1.0, ink));
    }
    if response.hovered() {
        frame(painter, rect, 1.5, cx.theme.accent);
        response.clone().on_hover_text(&cell.spoken);
    }
    response.clicked()
}
