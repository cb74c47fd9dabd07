//! The one slider: its rail is seen where it is filled and where it is not, in both shades.

use std::ops::RangeInclusive;

use egui::emath::Numeric;
use egui::{Response, Ui};

use crate::ui::theme::Theme;

/// Height of a slider, in points; its knob follows.
const KNOB: f32 = 18.0;

/// Draws a slider without a number; `name` is what a screen reader says, `width` is in points.
pub fn slider<T: Numeric>(
    ui: &mut Ui,
    theme: &Theme,
    (name, width): (&str, f32),
    value: &mut T,
    (range, step): (RangeInclusive<T>, f64),
) -> Response {
    ui.scope(|ui| {
        ui.spacing_mut().slider_width = width;
        ui.spacing_mut().interact_size.y = KNOB;
        let visuals = ui.visuals_mut();
        visuals.selection.bg_fill = theme.accent;
        visuals.widgets.inactive.bg_fill = theme.line;
        for widget in [&mut visuals.widgets.inactive, &mut visuals.widgets.hovered, &mut visuals.widgets.active] {
            widget.fg_stroke.color = theme.accent;
        }
        let slider = egui::Slider::new(value, range).step_by(step).show_value(false).trailing_fill(true);
        ui.add(slider).accessible_name(name)
    })
    .inner
}
