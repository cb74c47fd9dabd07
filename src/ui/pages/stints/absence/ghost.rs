//! An absence where it would be, while it is moved or stretched.

use egui::{Id, Pos2, Rect, RichText, Ui};

use super::answer::Hold;
use super::metrics::Metrics;
use super::paint;
use crate::app::absence::{AwayMonth, AwaySpan, Shift};
use crate::ui::PageCx;
use crate::ui::theme;

/// The absence where it would be, with its dates.
pub fn ghost(ui: &Ui, cx: &PageCx<'_>, vm: &AwayMonth, metrics: &Metrics, row: Rect, span: &AwaySpan, hold: Hold) {
    let Some(leave) = vm.shifted(hold.leave, hold.shift, hold.halves) else { return };
    let by = |shift| if hold.shift == shift || hold.shift == Shift::Whole { hold.halves } else { 0 };
    let last = (vm.days.len() * 2).saturating_sub(1);
    let place = |at: usize, by: i64| at.saturating_add_signed(by as isize).min(last);
    let (from, to) = (place(span.from, by(Shift::Start)), place(span.to, by(Shift::End)));
    let rect = paint::span_rect(metrics, row, from, to.max(from));
    let stroke = egui::Stroke::new(2.0, cx.theme.accent);
    ui.painter().rect(rect, 4, cx.theme.selection, stroke, egui::StrokeKind::Inside);
    let words =
        format!("{} — {}", cx.tr.half_day(leave.from_on, leave.from_slot), cx.tr.half_day(leave.to_on, leave.to_slot));
    let at = Pos2::new(rect.left(), rect.bottom() + 4.0);
    let area = egui::Area::new(Id::unique("moved leave")).order(egui::Order::Tooltip).interactable(false);
    area.fixed_pos(at).show(ui.ctx(), |ui| {
        egui::Frame::popup(ui.style()).fill(cx.theme.paper).show(ui, |ui| {
            ui.label(RichText::new(words).font(theme::strong()));
            let hint = RichText::new(cx.tr.timeline_drop_hint()).font(theme::caption()).color(cx.theme.muted);
            ui.label(hint);
        });
    });
}
