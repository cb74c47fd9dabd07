//! The third step: what the import did, with the way back.

use egui::{RichText, ScrollArea, Ui};

use crate::app::intake::RowResult;
use crate::ui::page::{Command, PageCx, PageId};
use crate::ui::theme;
use crate::ui::widget::{Button, Icon};

use super::flow::{Flow, Stage};

/// Draws where to go next.
pub fn bar_ui(ui: &mut Ui, cx: &mut PageCx<'_>, flow: &mut Flow) {
    if Button::new(cx.tr.wizard_more_files()).ui(ui, cx.theme).clicked() {
        flow.restart();
    }
    if Button::main(cx.tr.wizard_to_schedule()).ui(ui, cx.theme).clicked() {
        cx.out.push(Command::Go(PageId::Schedule));
    }
}

/// Draws the counts, the refused rows and the button that takes it back.
pub fn ui(ui: &mut Ui, cx: &mut PageCx<'_>, flow: &mut Flow) {
    let Stage::Outcome(report) = flow.stage() else { return };
    let mut is_taken_back = false;
    ui.horizontal(|ui| {
        Icon::Done.ui(ui, 24.0, cx.theme.ok);
        let words = if report.import.is_some() { cx.tr.wizard_done() } else { cx.tr.wizard_nothing_new() };
        ui.label(RichText::new(words).font(theme::heading()));
    });
    ui.label(cx.tr.import_line(report.added, report.changed, report.unchanged, report.rejected, report.hints));
    ui.add_space(theme::GRID * 2.0);
    if let Some(step) = report.import {
        ui.horizontal(|ui| {
            if Button::new(cx.tr.wizard_take_back()).icon(Icon::Undo).ui(ui, cx.theme).clicked() {
                cx.out.push(Command::UndoStep(step));
                is_taken_back = true;
            }
            ui.label(RichText::new(cx.tr.wizard_take_back_hint()).color(cx.theme.muted));
        });
    }
    ui.add_space(theme::GRID * 4.0);
    let refused: Vec<_> = report.rows.iter().filter(|row| row.result == RowResult::Rejected).collect();
    if !refused.is_empty() {
        ui.label(RichText::new(cx.tr.wizard_refused(refused.len())).font(theme::strong()));
        ScrollArea::vertical().id_salt("refused").auto_shrink([false, false]).show(ui, |ui| {
            for row in refused {
                let place = row.sheet.as_deref().unwrap_or(&row.file);
                ui.label(
                    RichText::new(format!("{place}  {}", row.text.as_deref().unwrap_or_default()))
                        .color(cx.theme.danger),
                );
            }
        });
    }
    if is_taken_back {
        flow.restart();
    }
}
