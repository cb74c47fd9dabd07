//! What the letters of leave mean.

use egui::{Panel, RichText, Sense, Ui};

use super::paint;
use crate::domain::LeaveKind;
use crate::ui::PageCx;
use crate::ui::theme;

/// What the letters mean, in the order of the figure keys.
pub fn legend_ui(ui: &mut Ui, cx: &PageCx<'_>) {
    let (theme, tr) = (cx.theme, cx.tr);
    let frame = egui::Frame::new().inner_margin(egui::Margin::symmetric(0, 2));
    Panel::bottom("leave legend").frame(frame).show_separator_line(false).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            for (place, kind) in LeaveKind::ALL.iter().enumerate() {
                let (rect, _) = ui.allocate_exact_size(egui::vec2(20.0, 18.0), Sense::hover());
                let fill = theme.hue(paint::hue(*kind));
                let stroke = egui::Stroke::new(1.0, fill.lerp_to_gamma(theme.ink, 0.45));
                ui.painter().rect(rect, 4, fill, stroke, egui::StrokeKind::Inside);
                let letter = tr.leave_letter(*kind);
                ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, letter, theme::caption(), theme.ink);
                let words = format!("{} {}", place + 1, tr.leave_kind(*kind));
                ui.label(RichText::new(words).font(theme::caption()).color(theme.muted));
            }
            ui.add_space(8.0);
            ui.label(RichText::new(tr.away_hint()).font(theme::caption()).color(theme.muted));
        });
    });
}
