//! Paints bars and how departments are filled, and takes the mouse on them.

use egui::{
    Align2, Color32, CursorIcon, Painter, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use super::metrics::Metrics;
use crate::app::timeline::{Bar, Cover, Flaw, Grip, Target};
use crate::domain::{Period, StintId};
use crate::ui::PageCx;
use crate::ui::theme::{self, Theme};
use crate::ui::widget::button::{focus_ring, text_width};
use crate::ui::widget::{Icon, one_line};

/// Space above and below a bar, in points.
const INSET: f32 = 5.0;
/// How near to an end the pointer stretches it, in points.
const EDGE: f32 = 7.0;
/// Bars narrower than this are only moved as a whole, in points.
const NARROW: f32 = 28.0;
/// Side of the mark of a batch, in points.
const MARK: f32 = 18.0;
/// Distance of the slanted lines of uncertain days, in points.
const HATCH: f32 = 6.0;

/// What the mouse did to a bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Gesture {
    /// A click.
    Choose(Target),
    /// A drag began, at the pointer's place.
    Lift(Target, Grip, f32),
    /// It goes on.
    Drag,
    /// It was let go.
    Drop,
    /// A flaw of a cover was clicked.
    Look(StintId),
}

/// The rectangle of days on a line.
pub fn stretch(metrics: &Metrics, line: Rect, from: chrono::NaiveDate, to: Option<chrono::NaiveDate>) -> Rect {
    let right = metrics.after(line.left(), to.unwrap_or(metrics.span.to()).min(metrics.span.to()));
    let left = metrics.x(line.left(), from);
    Rect::from_min_max(pos2(left, line.top() + INSET), pos2(right.max(left + 4.0), line.bottom() - INSET))
}

/// Draws a bar and takes the mouse on it.
pub fn bar_ui(
    ui: &Ui,
    cx: &PageCx<'_>,
    metrics: &Metrics,
    line: Rect,
    bar: &Bar,
    (is_chosen, has_keys, is_lifted): (bool, bool, bool),
) -> Option<Gesture> {
    let rect = stretch(metrics, line, bar.from, bar.to);
    let response = ui.interact(rect, ui.scope_id().with(("bar", bar.target)), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::selected(Role::GridCell, true, is_chosen, &bar.spoken));
    paint(ui, cx.theme, metrics, line, rect, bar, is_lifted);
    if is_chosen {
        let ink = if has_keys { cx.theme.accent } else { cx.theme.muted };
        ui.painter().rect_stroke(rect.expand(1.5), 6, Stroke::new(2.0, ink), StrokeKind::Outside);
    } else if response.has_focus() {
        focus_ring(ui, cx.theme, rect);
    } else if response.hovered() && !is_lifted {
        ui.painter().rect_stroke(rect, 5, Stroke::new(1.5, cx.theme.ink), StrokeKind::Inside);
    }
    gesture(ui, &response, rect, bar, is_lifted)
}

fn gesture(ui: &Ui, response: &Response, rect: Rect, bar: &Bar, is_lifted: bool) -> Option<Gesture> {
    let grip_at = |x: f32| {
        if rect.width() < NARROW {
            return Grip::Body;
        }
        match x {
            x if x <= rect.left() + EDGE => Grip::Start,
            x if x >= rect.right() - EDGE && bar.to.is_some() => Grip::End,
            _ => Grip::Body,
        }
    };
    if response.drag_started() {
        let origin = ui.input(|input| input.pointer.press_origin())?;
        return Some(Gesture::Lift(bar.target, grip_at(origin.x), origin.x));
    }
    if response.drag_stopped() {
        return Some(Gesture::Drop);
    }
    if response.dragged() {
        return Some(Gesture::Drag);
    }
    if response.clicked() {
        return Some(Gesture::Choose(bar.target));
    }
    if let Some(pointer) = response.hover_pos().filter(|_| !is_lifted) {
        let cursor = match grip_at(pointer.x) {
            Grip::Start | Grip::End => CursorIcon::ResizeHorizontal,
            Grip::Body => CursorIcon::Grab,
        };
        response.clone().on_hover_text(&bar.spoken).on_hover_cursor(cursor);
    }
    None
}

fn paint(ui: &Ui, theme: &Theme, metrics: &Metrics, line_rect: Rect, rect: Rect, bar: &Bar, is_lifted: bool) {
    let painter = ui.painter();
    let hue = theme.hue(bar.hue);
    let edge = hue.lerp_to_gamma(theme.ink, 0.45);
    let (hue, edge) = if is_lifted { (hue.gamma_multiply(0.5), edge.gamma_multiply(0.5)) } else { (hue, edge) };
    painter.rect_filled(rect, 5, hue);
    // What is only planned is paler.
    if let Some(planned) = bar.planned {
        let left = metrics.x(line_rect.left(), planned).max(rect.left());
        let later = Rect::from_min_max(pos2(left, rect.top()), rect.max);
        painter.rect_filled(later, 5, hue.lerp_to_gamma(theme.paper, 0.55));
    }
    uncertain(painter, metrics, line_rect, rect, bar, edge);
    painter.rect_stroke(rect, 5, Stroke::new(1.0, edge), StrokeKind::Inside);
    if bar.to.is_none() {
        arrow(painter, rect, edge, theme.paper);
    }
    words(ui, theme, rect, bar, edge);
}

/// Slanted lines over the days on which it may or may not have run.
fn uncertain(painter: &Painter, metrics: &Metrics, line: Rect, rect: Rect, bar: &Bar, ink: Color32) {
    let left = (bar.sure_from > bar.from).then(|| (rect.left(), metrics.x(line.left(), bar.sure_from)));
    let right = match (bar.sure_to, bar.to) {
        (Some(sure), Some(to)) if sure < to => Some((metrics.after(line.left(), sure), rect.right())),
        _ => None,
    };
    for (from, to) in left.into_iter().chain(right) {
        let area = Rect::from_x_y_ranges(from..=to.min(rect.right()), rect.y_range()).shrink(1.0);
        let clipped = painter.with_clip_rect(painter.clip_rect().intersect(area));
        let mut x = area.left() - area.height();
        while x < area.right() {
            clipped.line_segment([pos2(x, area.bottom()), pos2(x + area.height(), area.top())], Stroke::new(1.0, ink));
            x += HATCH;
        }
    }
}

/// No last day is known: it goes on.
fn arrow(painter: &Painter, rect: Rect, ink: Color32, paper: Color32) {
    let tip = rect.right_center() - vec2(4.0, 0.0);
    let points = vec![tip, tip + vec2(-7.0, -5.0), tip + vec2(-7.0, 5.0)];
    painter.add(Shape::convex_polygon(points, ink, Stroke::new(1.0, paper)));
}

/// The mark of the batch and the dates, in sight while any of the bar is.
fn words(ui: &Ui, theme: &Theme, rect: Rect, bar: &Bar, edge: Color32) {
    let seen = rect.intersect(ui.clip_rect());
    if seen.width() < MARK + 4.0 {
        return;
    }
    let painter = ui.painter().with_clip_rect(seen);
    let mut left = seen.left() + 6.0;
    if !bar.mark.is_empty() {
        let width = (text_width(ui, &bar.mark, &theme::caption()) + 8.0).max(MARK);
        let mark = Rect::from_min_size(pos2(seen.left() + 3.0, rect.center().y - MARK / 2.0), vec2(width, MARK));
        painter.rect(mark, 4, theme.paper, Stroke::new(1.0, edge), StrokeKind::Inside);
        painter.text(mark.center(), Align2::CENTER_CENTER, &bar.mark, theme::caption(), theme.ink);
        left = mark.right() + 6.0;
    }
    let room = seen.right() - left - 6.0;
    let whole = text_width(ui, &bar.words, &theme::caption());
    if room > 40.0 && (whole <= room || room > 120.0) {
        let galley = one_line(&painter, &bar.words, theme::caption(), theme.ink, room);
        // Under slanted lines words need a ground of their own.
        let ground = Rect::from_min_size(pos2(left, rect.center().y - galley.size().y / 2.0), galley.size());
        if bar.sure_from > bar.from || bar.sure_to.zip(bar.to).is_some_and(|(sure, to)| sure < to) {
            painter.rect_filled(ground.expand2(vec2(3.0, -1.0)), 3, theme.hue(bar.hue));
        }
        painter.galley(ground.min, galley, theme.ink);
    }
}

/// Draws how a department is filled, with what is wrong; returns a flaw that was clicked.
pub fn cover_ui(ui: &Ui, cx: &PageCx<'_>, metrics: &Metrics, line: Rect, cover: &Cover) -> Option<Gesture> {
    let theme = cx.theme;
    let painter = ui.painter();
    for piece in &cover.pieces {
        let rect = stretch(metrics, line, piece.from, piece.to).shrink2(vec2(0.0, 1.0));
        painter.rect(rect, 3, theme.ok_tint, Stroke::new(1.0, theme.ok.gamma_multiply(0.55)), StrokeKind::Inside);
        let seen = rect.intersect(ui.clip_rect());
        let words = cx.tr.timeline_present(piece.people);
        if seen.width() > text_width(ui, &words, &theme::caption()) + 12.0 {
            painter.text(seen.left_center() + vec2(6.0, 0.0), Align2::LEFT_CENTER, words, theme::caption(), theme.ok);
        }
    }
    let mut asked = None;
    for (place, flaw) in cover.flaws.iter().enumerate() {
        if flaw_ui(ui, cx, metrics, line, (cover, place), flaw) {
            asked = flaw.stint.map(Gesture::Look);
        }
    }
    asked
}

/// A flaw as a mark on its days and a tag with its words; true where it was clicked.
fn flaw_ui(
    ui: &Ui,
    cx: &PageCx<'_>,
    metrics: &Metrics,
    line: Rect,
    (cover, place): (&Cover, usize),
    flaw: &Flaw,
) -> bool {
    let theme = cx.theme;
    let days: Period = flaw.days;
    let mark = stretch(metrics, line, days.from(), Some(days.to()));
    if flaw.is_gap {
        ui.painter().rect(mark, 0, theme.warning_tint, Stroke::new(1.5, theme.warning), StrokeKind::Inside);
    } else {
        ui.painter().vline(mark.right(), mark.y_range(), Stroke::new(2.0, theme.warning));
    }
    let width = text_width(ui, &flaw.words, &theme::caption()) + 26.0;
    let seen = ui.clip_rect();
    let centre = mark.center().x.clamp(seen.left() + width / 2.0, (seen.right() - width / 2.0).max(seen.left()));
    let is_near = mark.right() > seen.left() && mark.left() < seen.right();
    let tag = Rect::from_center_size(
        pos2(if is_near { centre } else { mark.center().x }, line.center().y),
        vec2(width, 20.0),
    );
    let response = ui.interact(tag, ui.scope_id().with(("flaw", cover.seat, place)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &flaw.spoken));
    let edge = if response.hovered() { theme.ink } else { theme.warning };
    ui.painter().rect(tag, 10, theme.warning_tint, Stroke::new(1.0, edge), StrokeKind::Inside);
    let icon = Rect::from_center_size(pos2(tag.left() + 12.0, tag.center().y), vec2(12.0, 12.0));
    Icon::Warning.paint(ui.painter(), icon, theme.warning);
    ui.painter().text(
        pos2(tag.left() + 21.0, tag.center().y),
        Align2::LEFT_CENTER,
        &flaw.words,
        theme::caption(),
        theme.warning,
    );
    if response.has_focus() {
        focus_ring(ui, theme, tag);
    }
    response.on_hover_text(&flaw.spoken).on_hover_cursor(CursorIcon::PointingHand).clicked()
}
