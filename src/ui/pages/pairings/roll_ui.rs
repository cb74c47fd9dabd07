//! The roll-call sheet of a day: one line for each mentor, ticks for who was there, stored as one step.

use egui::{Key, Modifiers, RichText, ScrollArea, Ui};

use super::side::{activity_ui, slot_ui};
use crate::app::pairing::{Board, LogForm, RollCall, RollLine};
use crate::ui::theme;
use crate::ui::widget::{Button, DateField, Field, Icon, chip};
use crate::ui::{Command, PageCx};

/// Width of the name of a mentor, points.
const NAME: f32 = 96.0;
/// The widest box for what was taught, points.
const TOPIC: f32 = 720.0;

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &mut PageCx<'_>, board: &Board, roll: &mut Option<RollCall>) {
    let tr = cx.tr;
    let sheet = roll.get_or_insert_with(|| RollCall::new(board, LogForm::new(board)));
    ui.label(RichText::new(tr.pairing_roll_title()).color(cx.theme.muted));
    ui.add_space(8.0);
    let before = sheet.head.on;
    let mut is_stored = false;
    let edit = sheet.edit(board);
    ui.horizontal(|ui| {
        DateField::new(tr.pairing_log_day(), &board.calendar, board.today).ui(ui, cx.theme, tr, &mut sheet.head.on);
        slot_ui(ui, cx, &mut sheet.head.slot);
        let count = sheet.lines.iter().filter(|line| !line.form.topic.trim().is_empty()).map(|line| line.present.len());
        let words = tr.pairing_roll_confirm(count.sum());
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let main = Button::main(&words).icon(Icon::Check).shortcut("Ctrl+Enter").enabled(edit.is_some());
            let is_entered = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
            is_stored = main.ui(ui, cx.theme).clicked() || is_entered;
        });
    });
    if sheet.head.on != before {
        *sheet = RollCall::new(board, sheet.head.clone());
    }
    ui.add_space(8.0);
    if sheet.lines.is_empty() {
        ui.label(RichText::new(tr.pairing_roll_none()).color(cx.theme.muted));
    }
    ScrollArea::vertical().id_salt("roll").auto_shrink(false).show(ui, |ui| {
        for line in &mut sheet.lines {
            line_ui(ui, cx, board, line);
        }
    });
    if is_stored && let Some(edit) = edit {
        cx.out.push(Command::Run(edit));
        *roll = None;
    }
}

fn line_ui(ui: &mut Ui, cx: &PageCx<'_>, board: &Board, line: &mut RollLine) {
    ui.separator();
    ui.push_id(line.mentor.raw(), |ui| {
        ui.horizontal(|ui| {
            ui.allocate_ui(egui::vec2(NAME, theme::ROW), |ui| {
                ui.set_width(NAME);
                ui.add(egui::Label::new(RichText::new(&line.name).font(theme::strong())).truncate());
            });
            activity_ui(ui, cx, board, &mut line.form);
            let width = (ui.available_width() - 16.0).min(TOPIC);
            Field::new(cx.tr.pairing_log_topic()).width(width).ui(ui, cx.theme, &mut line.form.topic);
        });
        ui.horizontal_wrapped(|ui| {
            ui.add_space(NAME + ui.spacing().item_spacing.x);
            for (pair, name) in &line.pairs {
                let is_present = line.present.contains(pair);
                if chip(ui, cx.theme, name, is_present).clicked() {
                    if is_present {
                        line.present.remove(pair);
                    } else {
                        line.present.insert(*pair);
                    }
                }
            }
        });
        ui.add_space(4.0);
    });
}
