//! A few views of one thing, side by side in one frame: the one that is on is raised.

use egui::{Align2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::button::{focus_ring, text_width};
use crate::ui::theme::{self, CORNER, Theme};

const HEIGHT: f32 = 28.0;
const PADDING: f32 = 12.0;

/// Draws the choices; returns whether another one was taken.
pub fn segments<T: Copy + PartialEq>(ui: &mut Ui, theme: &Theme, choices: &[(T, &str)], chosen: &mut T) -> bool {
    let font = theme::body();
    let widths: Vec<f32> = choices.iter().map(|(_, words)| text_width(ui, words, &font) + 2.0 * PADDING).collect();
    let size = vec2(widths.iter().sum(), HEIGHT);
    let (frame, _) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().rect(frame, CORNER, theme.raised, Stroke::new(1.0, theme.line), StrokeKind::Inside);
    let before = *chosen;
    let mut left = frame.left();
    for ((value, words), width) in choices.iter().zip(widths) {
        let rect = Rect::from_min_size(pos2(left, frame.top()), vec2(width, HEIGHT));
        left += width;
        let is_on = *value == before;
        let response = ui.interact(rect, ui.scope_id().with(("segment", *words)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, *words));
        let ink = match (is_on, response.hovered()) {
            (true, _) => theme.accent,
            (false, true) => theme.ink,
            (false, false) => theme.muted,
        };
        if is_on {
            ui.painter().rect(rect, CORNER, theme.selection, Stroke::new(1.0, theme.accent), StrokeKind::Inside);
        }
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, words, font.clone(), ink);
        if response.has_focus() {
            focus_ring(ui, theme, rect);
        }
        if response.clicked() {
            *chosen = *value;
        }
    }
    *chosen != before
}
