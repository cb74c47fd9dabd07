//! What the shades of bars mean.

use egui::{Pos2, Rect, Sense, Stroke, StrokeKind, Ui, vec2};

use crate::ui::PageCx;
use crate::ui::theme;

/// What shades mean, and that bars can be dragged.
pub fn legend_ui(ui: &mut Ui, cx: &PageCx<'_>) {
    let (theme, tr) = (cx.theme, cx.tr);
    let frame = egui::Frame::new().inner_margin(egui::Margin::symmetric(0, 2));
    egui::Panel::bottom("timeline legend").frame(frame).show_separator_line(false).show(ui, |ui| {
        ui.horizontal(|ui| {
            let hue = theme.hue(1);
            let edge = hue.lerp_to_gamma(theme.ink, 0.45);
            swatch(ui, |painter, rect| {
                painter.rect(rect, 3, hue.lerp_to_gamma(theme.paper, 0.55), Stroke::new(1.0, edge), StrokeKind::Inside);
            });
            quiet(ui, cx, tr.timeline_legend_planned());
            swatch(ui, |painter, rect| {
                painter.rect(rect, 3, hue, Stroke::new(1.0, edge), StrokeKind::Inside);
                for step in 0..4 {
                    let x = (step as f32).mul_add(6.0, rect.left() - 4.0);
                    let clipped = painter.with_clip_rect(rect.shrink(1.0).intersect(painter.clip_rect()));
                    let (low, high) = (Pos2::new(x, rect.bottom()), Pos2::new(x + rect.height(), rect.top()));
                    clipped.line_segment([low, high], Stroke::new(1.0, edge));
                }
            });
            quiet(ui, cx, tr.timeline_legend_rough());
            ui.add_space(8.0);
            quiet(ui, cx, tr.timeline_legend_drag());
        });
    });
}

fn swatch(ui: &mut Ui, draw: impl FnOnce(&egui::Painter, Rect)) {
    let (rect, _) = ui.allocate_exact_size(vec2(20.0, 12.0), Sense::hover());
    draw(ui.painter(), rect);
}

fn quiet(ui: &mut Ui, cx: &PageCx<'_>, words: &str) {
    ui.label(egui::RichText::new(words).font(theme::caption()).color(cx.theme.muted));
}
