//! The choices that travel with the file: drafts here, one edit when a box is left.

use std::collections::BTreeMap;

use egui::Ui;

use crate::app::settings::{FileSetting, setting_edit};
use crate::domain::Setting;
use crate::i18n::Tr;
use crate::ui::page::{Command, PageCx};
use crate::ui::widget::Field;

/// What is written in the boxes and not stored yet.
#[derive(Debug, Default)]
pub(super) struct Draft {
    made_from: u64,
    texts: BTreeMap<FileSetting, String>,
}

impl Draft {
    /// Draws a box for each choice, two beside each other where there is room.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, stored: &[(FileSetting, Setting)], revision: u64) {
        if self.made_from != revision {
            self.made_from = revision;
            self.texts = stored.iter().map(|(setting, row)| (*setting, row.value.clone())).collect();
        }
        for pair in stored.chunks(2) {
            ui.columns(2, |columns| {
                for (column, (setting, row)) in columns.iter_mut().zip(pair) {
                    self.box_ui(column, cx, *setting, row);
                }
            });
            ui.add_space(8.0);
        }
    }

    fn box_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, setting: FileSetting, row: &Setting) {
        let text = self.texts.entry(setting).or_default();
        let response = Field::new(setting.text(cx.tr)).hint(hint(cx.tr, setting)).ui(ui, cx.theme, text);
        if response.lost_focus() && text.trim() != row.value {
            cx.out.push(Command::Run(setting_edit(row, text.trim())));
        }
    }
}

const fn hint(tr: Tr, setting: FileSetting) -> &'static str {
    match setting {
        FileSetting::UnitName => tr.setting_unit_name_hint(),
        FileSetting::Office => tr.setting_office_hint(),
        FileSetting::PreparedBy | FileSetting::CheckedBy | FileSetting::ApprovedBy => tr.setting_person_hint(),
        FileSetting::Hotline => tr.setting_hotline_hint(),
        FileSetting::StepsDone => "",
    }
}
