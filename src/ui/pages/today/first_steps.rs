//! The four first steps of a new file, until they are done.

use egui::{Align, Layout, RichText, Stroke, Ui};

use crate::app::settings::setting_edit;
use crate::app::today::{Step, StepsVm};
use crate::domain::Week;
use crate::ui::page::{Command, PageCx, PageId};
use crate::ui::theme::{self, CORNER};
use crate::ui::widget::{Button, Icon};

/// Draws the list.
pub(super) fn ui(ui: &mut Ui, cx: &mut PageCx<'_>, steps: &StepsVm) {
    let (theme, tr) = (cx.theme, cx.tr);
    let frame = egui::Frame::new().fill(theme.raised).corner_radius(CORNER).stroke(Stroke::new(1.0, theme.line));
    frame.inner_margin(12).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(RichText::new(tr.steps_title()).font(theme::strong()));
            ui.label(RichText::new(format!("{} / {}", steps.done(), steps.steps.len())).color(theme.muted));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if Button::quiet(tr.steps_hide()).ui(ui, theme).clicked() {
                    cx.out.push(Command::Run(setting_edit(&steps.put_away, "yes")));
                }
            });
        });
        ui.add_space(4.0);
        let is_roomy = ui.available_width() > 720.0;
        if is_roomy {
            ui.columns(4, |columns| {
                for (column, (step, is_done)) in columns.iter_mut().zip(steps.steps) {
                    step_ui(column, cx, step, is_done);
                }
            });
        } else {
            for (step, is_done) in steps.steps {
                step_ui(ui, cx, step, is_done);
            }
        }
    });
}

fn step_ui(ui: &mut Ui, cx: &mut PageCx<'_>, step: Step, is_done: bool) {
    let tr = cx.tr;
    let (title, action, command) = match step {
        Step::Unit => (tr.step_unit(), tr.page_settings(), Command::Go(PageId::Settings)),
        Step::People => (tr.step_people(), tr.command_import(), Command::Import(Vec::new())),
        Step::Week => (tr.step_week(), tr.page_schedule(), Command::ShowWeek(Week::of(cx.today).monday())),
        Step::Print => (tr.step_print(), tr.page_documents(), Command::Go(PageId::Documents)),
    };
    ui.vertical(|ui| {
        ui.horizontal(|ui| {
            let (icon, ink) = if is_done { (Icon::Done, cx.theme.ok) } else { (Icon::Right, cx.theme.muted) };
            icon.ui(ui, 16.0, ink);
            ui.label(RichText::new(title).color(if is_done { cx.theme.muted } else { cx.theme.ink }));
        });
        if !is_done && Button::new(action).ui(ui, cx.theme).clicked() {
            cx.out.push(command);
        }
    });
}
