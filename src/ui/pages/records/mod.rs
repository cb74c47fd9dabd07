//! 资料: import, history with undo, bin, backups.

mod backups;
mod bin;
mod history;

use egui::Ui;

use crate::domain::Table;
use crate::i18n::Tr;
use crate::ui::page::{Command, Page, PageCx};
use crate::ui::shortcut::keys_of;
use crate::ui::widget::{Button, Icon, chip};

/// The parts of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Tab {
    #[default]
    History,
    Bin,
    Backups,
}

impl Tab {
    const ALL: [Self; 3] = [Self::History, Self::Bin, Self::Backups];

    const fn text(self, tr: Tr) -> &'static str {
        match self {
            Self::History => tr.tab_history(),
            Self::Bin => tr.tab_bin(),
            Self::Backups => tr.tab_backups(),
        }
    }
}

/// The page of records.
#[derive(Debug, Default)]
pub struct RecordsPage {
    tab: Tab,
    history: history::History,
    bin: bin::Bin,
    backups: backups::Backups,
}

impl Page for RecordsPage {
    fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        for tab in Tab::ALL {
            if chip(ui, cx.theme, tab.text(cx.tr), self.tab == tab).clicked() {
                self.tab = tab;
            }
        }
        ui.add_space(8.0);
        let keys = keys_of(&Command::Import(Vec::new()));
        let import = Button::main(cx.tr.command_import()).icon(Icon::Import).shortcut(&keys);
        if import.ui(ui, cx.theme).clicked() {
            cx.out.push(Command::Import(Vec::new()));
        }
    }

    fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        match self.tab {
            Tab::History => self.history.ui(ui, cx),
            Tab::Bin => self.bin.ui(ui, cx),
            Tab::Backups => self.backups.ui(ui, cx),
        }
    }

    fn changed(&mut self, _tables: &[Table]) {
        self.history.expire();
        self.bin.expire();
        self.backups.expire();
    }
}
