//! The running search: how far it is, what the best plan costs by now, and the curve of that cost over the moves.

use egui::{Align2, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::app::Progress;
use crate::ui::widget::Icon;
use crate::ui::{PageCx, theme};

/// Height of the curve, in points.
const HIGH: f32 = 220.0;

/// Draws it.
pub fn running_ui(ui: &mut Ui, cx: &PageCx<'_>, progress: &Progress, points: &[(u64, i64)]) {
    let (done, total) = progress.share();
    ui.horizontal(|ui| {
        Icon::Redo.ui(ui, 18.0, cx.theme.accent);
        ui.label(egui::RichText::new(cx.tr.plan_running()).font(theme::heading()));
    });
    ui.add_space(8.0);
    let share = if total == 0 { 0.0 } else { ratio(done, total) };
    let bar = egui::ProgressBar::new(share).desired_height(6.0).fill(cx.theme.accent);
    ui.add(bar).accessible_name(cx.tr.plan_running());
    ui.add_space(12.0);
    curve_ui(ui, cx, points, ui.available_width().min(640.0));
}

/// The curve alone: moves to the right, cost upwards.
pub fn curve_ui(ui: &mut Ui, cx: &PageCx<'_>, points: &[(u64, i64)], width: f32) {
    let (rect, response) = ui.allocate_exact_size(vec2(width, HIGH), Sense::hover());
    let last = points.last().copied().unwrap_or_default();
    let spoken = cx.tr.plan_curve_spoken(last.1, last.0);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &spoken));
    let painter = ui.painter();
    let frame = Rect::from_min_max(rect.min + vec2(56.0, 8.0), rect.max - vec2(8.0, 28.0));
    painter.hline(frame.x_range(), frame.bottom(), Stroke::new(1.0, cx.theme.line));
    painter.vline(frame.left(), frame.y_range(), Stroke::new(1.0, cx.theme.line));
    let caption = frame.center_bottom() + vec2(0.0, 16.0);
    painter.text(caption, Align2::CENTER_CENTER, cx.tr.plan_curve(), theme::caption(), cx.theme.muted);
    let (Some(first), Some(_)) = (points.first(), points.last()) else { return };
    let (low, high) = (last.1, points.iter().map(|(_, cost)| *cost).max().unwrap_or(first.1).max(last.1 + 1));
    let right = last.0.max(1);
    let at = |(moves, cost): (u64, i64)| {
        let x = egui::lerp(frame.x_range(), ratio(moves, right));
        let y = egui::lerp(frame.bottom()..=frame.top(), span(cost - low, high - low));
        pos2(x, y - 2.0)
    };
    let mut line: Vec<Pos2> = Vec::new();
    for point in points {
        let to = at(*point);
        // The cost holds until a better plan is found: steps, not slopes.
        line.extend(line.last().map(|from| pos2(to.x, from.y)));
        line.push(to);
    }
    painter.add(Shape::line(line, Stroke::new(2.0, cx.theme.accent)));
    for (cost, y) in [(high, frame.top()), (low, frame.bottom() - 2.0)] {
        painter.text(pos2(frame.left() - 8.0, y), Align2::RIGHT_CENTER, cost, theme::caption(), cx.theme.muted);
    }
    let end = at(last);
    painter.circle_filled(end, 4.0, cx.theme.accent);
}

#[allow(clippy::cast_precision_loss, reason = "a place on the screen")]
fn ratio(part: u64, whole: u64) -> f32 {
    part as f32 / whole.max(1) as f32
}

#[allow(clippy::cast_precision_loss, reason = "a place on the screen")]
fn span(part: i64, whole: i64) -> f32 {
    part as f32 / whole.max(1) as f32
}
