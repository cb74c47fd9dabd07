//! 设置: what travels with the file, and what belongs to this computer.

mod computer;
mod file;

use egui::{RichText, ScrollArea, Ui};

use crate::app::settings::FileSetting;
use crate::domain::{Setting, Table};
use crate::ui::page::{Live, Page, PageCx};
use crate::ui::theme;

/// The page of settings.
#[derive(Debug, Default)]
pub struct SettingsPage {
    stored: Live<Vec<(FileSetting, Setting)>>,
    draft: file::Draft,
}

impl Page for SettingsPage {
    fn bar_ui(&mut self, _ui: &mut Ui, _cx: &mut PageCx<'_>) {}

    fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let ask = || {
            cx.desk.ask(|office| {
                let read = |setting: &FileSetting| (*setting, setting.row(office.registry()));
                Ok(FileSetting::WRITTEN.iter().map(read).collect())
            })
        };
        self.stored.refresh(ask);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(720.0);
            group_head(ui, cx, cx.tr.settings_file(), cx.tr.settings_file_hint());
            if let Some(Ok(stored)) = self.stored.get() {
                self.draft.ui(ui, cx, stored, self.stored.revision());
            }
            ui.add_space(20.0);
            group_head(ui, cx, cx.tr.settings_computer(), cx.tr.settings_computer_hint());
            computer::ui(ui, cx);
            ui.add_space(16.0);
        });
    }

    fn changed(&mut self, tables: &[Table]) {
        if tables.contains(&Table::Setting) {
            self.stored.expire();
        }
    }
}

fn group_head(ui: &mut Ui, cx: &PageCx<'_>, title: &str, hint: &str) {
    ui.label(RichText::new(title).font(theme::strong()));
    ui.label(RichText::new(hint).font(theme::caption()).color(cx.theme.muted));
    ui.add_space(8.0);
}
