//! The first step: files dropped, chosen or pasted.

use egui::{Event, RichText, Stroke, StrokeKind, Ui, vec2};

use crate::ui::page::PageCx;
use crate::ui::theme::{self, CORNER};
use crate::ui::widget::{Button, Icon};

/// What the clerk brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// Files, by the dialog.
    Files,
    /// A block pasted from a workbook.
    Pasted(String),
}

/// Draws the place to drop files on.
pub fn ui(ui: &mut Ui, cx: &PageCx<'_>) -> Option<Choice> {
    let pasted = ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Paste(text) if !text.trim().is_empty() => Some(Choice::Pasted(text.clone())),
            _ => None,
        })
    });
    let mut chosen = pasted;
    let is_over = ui.input(|input| !input.raw.hovered_files.is_empty());
    let size = vec2(ui.available_width(), (ui.available_height() * 0.6).clamp(220.0, 360.0));
    let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    let (fill, line) = if is_over { (cx.theme.selection, cx.theme.accent) } else { (cx.theme.raised, cx.theme.line) };
    ui.painter().rect(rect, CORNER, fill, Stroke::new(1.0, line), StrokeKind::Inside);
    let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(rect.shrink(f32::from(theme::MARGIN))));
    inside.vertical_centered(|ui| {
        ui.add_space(size.y * 0.16);
        Icon::Import.ui(ui, 40.0, cx.theme.accent);
        ui.add_space(theme::GRID * 2.0);
        ui.label(RichText::new(cx.tr.wizard_drop()).font(theme::heading()));
        ui.label(RichText::new(cx.tr.wizard_formats()).color(cx.theme.muted));
        ui.add_space(theme::GRID * 3.0);
        if Button::main(cx.tr.wizard_choose_files()).icon(Icon::Import).ui(ui, cx.theme).clicked() {
            chosen = Some(Choice::Files);
        }
        ui.add_space(theme::GRID * 2.0);
        ui.label(RichText::new(cx.tr.wizard_paste()).color(cx.theme.muted));
    });
    ui.add_space(f32::from(theme::MARGIN));
    for words in [cx.tr.wizard_promise_look(), cx.tr.wizard_promise_rows(), cx.tr.wizard_promise_undo()] {
        ui.horizontal(|ui| {
            Icon::Done.ui(ui, 16.0, cx.theme.ok);
            ui.label(words);
        });
    }
    chosen
}
