//! The import wizard: choose files, see what every sheet and row would become, apply as one step that can be undone.

mod choose;
mod columns;
mod flow;
mod outcome;
mod outside;
mod picture;
mod preview;
mod sheets;

use egui::Ui;

use crate::app::Progress;
use crate::domain::Table;
use crate::i18n::Tr;
use crate::ui::page::{Command, Page, PageCx};
use crate::ui::pick::{Pick, Wanted};
use crate::ui::theme;
use crate::ui::widget::{left_side, right_side, skeleton, trouble};

use flow::{Flow, Stage};
use sheets::SheetsView;

/// The page.
#[derive(Debug, Default)]
pub struct Wizard {
    flow: Flow,
    view: SheetsView,
    pick: Pick,
    wants_files: bool,
}

impl Page for Wizard {
    fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        left_side(ui, |ui| steps_ui(ui, cx, self.flow.stage().number()));
        right_side(ui, |ui| match self.flow.stage() {
            Stage::Preview(_) => preview::bar_ui(ui, cx, &mut self.flow),
            Stage::Outcome(_) => outcome::bar_ui(ui, cx, &mut self.flow),
            _ => {}
        });
    }

    fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.flow.start_waiting(ui.ctx());
        self.flow.poll(cx, &mut self.view);
        if std::mem::take(&mut self.wants_files) {
            self.pick.open(ui.ctx(), cx.tr, Wanted::Workbooks, "");
        }
        if let Some((_, paths)) = self.pick.take(ui.ctx(), cx.theme, cx.tr) {
            self.flow.read(ui.ctx(), paths);
        }
        match self.flow.stage() {
            Stage::Choose => match choose::ui(ui, cx) {
                Some(choose::Choice::Files) => self.wants_files = true,
                Some(choose::Choice::Pasted(text)) => self.flow.paste(&text),
                None => {}
            },
            Stage::Reading(_) | Stage::Planning | Stage::Applying => {
                ui.label(self.flow.waiting_for(cx.tr));
                ui.add_space(theme::GRID * 2.0);
                skeleton(ui, cx.theme, 10);
            }
            Stage::Preview(_) => preview::ui(ui, cx, &mut self.flow, &mut self.view),
            Stage::Outcome(_) => outcome::ui(ui, cx, &mut self.flow),
            Stage::Trouble(told) => {
                let told = told.clone();
                if trouble(ui, cx.theme, &told, &[cx.tr.wizard_other_files()]).is_some() {
                    self.flow.restart();
                    self.wants_files = true;
                }
            }
        }
    }

    fn changed(&mut self, _tables: &[Table]) {
        // A plan made before a change is made anew when it is applied; the picture is renewed at once.
        self.flow.expire();
    }

    fn hear(&mut self, command: &Command, _cx: &mut PageCx<'_>) -> bool {
        let Command::Import(paths) = command else { return false };
        self.flow.restart();
        if paths.is_empty() {
            self.wants_files = true;
        } else {
            self.flow.read_soon(paths.clone());
        }
        true
    }

    fn job(&self) -> Option<(&str, &Progress)> {
        self.flow.job()
    }

    fn keys(&self, tr: Tr) -> Vec<(&'static str, &'static str)> {
        vec![
            ("Ctrl+V", tr.wizard_key_paste()),
            ("Ctrl+PgUp / PgDn", tr.wizard_key_faces()),
            ("Ctrl+Enter", tr.wizard_key_apply()),
        ]
    }
}

/// The three steps, the present one strong.
fn steps_ui(ui: &mut Ui, cx: &PageCx<'_>, present: usize) {
    let steps = [cx.tr.wizard_step_files(), cx.tr.wizard_step_preview(), cx.tr.wizard_step_outcome()];
    for (place, words) in steps.iter().enumerate() {
        if place > 0 {
            ui.label(egui::RichText::new("›").color(cx.theme.muted));
        }
        let text = egui::RichText::new(format!("{} {words}", place + 1));
        let is_present = place + 1 == present;
        ui.label(if is_present {
            text.font(theme::strong()).color(cx.theme.accent)
        } else {
            text.color(cx.theme.muted)
        });
    }
}
