//! The welcome of a first start: a sample to look at, an import, or an empty file.

use egui::{Align2, CentralPanel, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::theme::{self, CORNER, Theme};
use super::widget::button::focus_ring;
use super::widget::{Button, Icon};
use crate::i18n::Tr;

/// How to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// With the sample hospital.
    Sample,
    /// With the workbooks that are there.
    Import,
    /// With nothing.
    Empty,
    /// With a data file that is there.
    Open,
}

/// Draws the welcome; returns what was chosen.
pub fn ui(ui: &mut Ui, theme: &Theme, tr: Tr) -> Option<Choice> {
    let mut chosen = None;
    let frame = egui::Frame::new().fill(theme.paper).inner_margin(24);
    CentralPanel::default().frame(frame).show(ui, |ui| {
        let area = ui.available_rect_before_wrap();
        let width = 680.0_f32.min(area.width());
        let top = (area.height() * 0.16).max(8.0);
        let body =
            Rect::from_min_size(pos2(area.center().x - width / 2.0, area.top() + top), vec2(width, area.height()));
        ui.scope_builder(egui::UiBuilder::new().max_rect(body), |ui| {
            ui.label(RichText::new(tr.app_name()).font(theme::title()).color(theme.accent));
            ui.label(RichText::new(tr.welcome_title()).font(theme::heading()));
            ui.label(RichText::new(tr.welcome_text()).color(theme.muted));
            ui.add_space(20.0);
            let cards = [
                (Choice::Sample, Icon::Unit, tr.welcome_sample(), tr.welcome_sample_text()),
                (Choice::Import, Icon::Import, tr.welcome_import(), tr.welcome_import_text()),
                (Choice::Empty, Icon::Document, tr.welcome_empty(), tr.welcome_empty_text()),
            ];
            ui.columns(cards.len(), |columns| {
                for (column, (choice, icon, title, text)) in columns.iter_mut().zip(cards) {
                    if card_ui(column, theme, icon, title, text) {
                        chosen = Some(choice);
                    }
                }
            });
            ui.add_space(16.0);
            if Button::quiet(tr.welcome_open()).icon(Icon::Folder).ui(ui, theme).clicked() {
                chosen = Some(Choice::Open);
            }
        });
    });
    chosen
}

/// What stands while the file is being opened: the page without anything on it, so that nothing flashes.
pub fn blank(ui: &mut Ui, theme: &Theme) {
    CentralPanel::default().frame(egui::Frame::new().fill(theme.paper)).show(ui, |_| ());
}

fn card_ui(ui: &mut Ui, theme: &Theme, icon: Icon, title: &str, text: &str) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 152.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, title));
    let (fill, line) = if response.hovered() { (theme.hover, theme.accent) } else { (theme.raised, theme.line) };
    ui.painter().rect(rect, CORNER, fill, Stroke::new(1.0, line), StrokeKind::Inside);
    let inside = rect.shrink(16.0);
    icon.paint(ui.painter(), Rect::from_min_size(inside.min, vec2(24.0, 24.0)), theme.accent);
    let head = pos2(inside.left(), inside.top() + 44.0);
    ui.painter().text(head, Align2::LEFT_CENTER, title, theme::strong(), theme.ink);
    let galley = ui.painter().layout(text.to_owned(), theme::caption(), theme.muted, inside.width());
    ui.painter().galley(pos2(inside.left(), inside.top() + 62.0), galley, theme.muted);
    if response.has_focus() {
        focus_ring(ui, theme, rect);
    }
    response.clicked()
}
