//! 资料: import, history with undo, bin, backups, and the reference records.

mod activities;
mod backups;
mod bin;
mod calendar;
mod departments;
mod follow;
mod history;
mod institutions;
mod registers;

use chrono::NaiveDate;
use egui::Ui;

use crate::domain::Table;
use crate::i18n::Tr;
use crate::report::DocumentRequest;
use crate::ui::page::{Command, Page, PageCx};
use crate::ui::shortcut::keys_of;
use crate::ui::widget::{Button, Icon, chip, left_side, right_side};

/// The parts of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Tab {
    #[default]
    History,
    Bin,
    Backups,
    Institutions,
    Departments,
    Registers,
    Activities,
    Calendar,
}

impl Tab {
    const ALL: [Self; 8] = [
        Self::History,
        Self::Bin,
        Self::Backups,
        Self::Institutions,
        Self::Departments,
        Self::Registers,
        Self::Activities,
        Self::Calendar,
    ];

    const fn text(self, tr: Tr) -> &'static str {
        match self {
            Self::History => tr.tab_history(),
            Self::Bin => tr.tab_bin(),
            Self::Backups => tr.tab_backups(),
            Self::Institutions => tr.tab_institutions(),
            Self::Departments => tr.tab_departments(),
            Self::Registers => tr.tab_registers(),
            Self::Activities => tr.tab_activities(),
            Self::Calendar => tr.tab_calendar(),
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
    institutions: institutions::Institutions,
    departments: departments::Departments,
    registers: registers::Registers,
    today: Option<NaiveDate>,
    activities: activities::Activities,
    calendar: calendar::Calendar,
}

impl Page for RecordsPage {
    fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        left_side(ui, |ui| {
            for tab in Tab::ALL {
                let response = chip(ui, cx.theme, tab.text(cx.tr), self.tab == tab);
                if response.has_focus() {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    self.tab = tab;
                }
            }
        });
        right_side(ui, |ui| {
            let keys = keys_of(&Command::Import(Vec::new()));
            let import = Button::main(cx.tr.command_import()).icon(Icon::Import).shortcut(&keys);
            if import.ui(ui, cx.theme).clicked() {
                cx.out.push(Command::Import(Vec::new()));
            }
        });
    }

    fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.today = Some(cx.today);
        match self.tab {
            Tab::History => self.history.ui(ui, cx),
            Tab::Bin => self.bin.ui(ui, cx),
            Tab::Backups => self.backups.ui(ui, cx),
            Tab::Institutions => self.institutions.ui(ui, cx),
            Tab::Departments => self.departments.ui(ui, cx),
            Tab::Registers => self.registers.ui(ui, cx),
            Tab::Activities => self.activities.ui(ui, cx),
            Tab::Calendar => self.calendar.ui(ui, cx),
        }
    }

    fn hear(&mut self, command: &Command, _cx: &mut PageCx<'_>) -> bool {
        let Command::ShowRegister(table, id) = command else { return false };
        self.tab = Tab::Registers;
        self.registers.show(*table, *id);
        true
    }

    fn document(&self) -> Option<DocumentRequest> {
        self.today.filter(|_| self.tab == Tab::Registers).map(|today| self.registers.document(today))
    }

    fn keys(&self, tr: Tr) -> Vec<(&'static str, &'static str)> {
        match self.tab {
            Tab::Registers => vec![("Insert", tr.register_key_new()), ("Ctrl+Enter", tr.register_key_add())],
            _ => Vec::new(),
        }
    }

    fn changed(&mut self, _tables: &[Table]) {
        self.history.expire();
        self.bin.expire();
        self.backups.expire();
        self.institutions.expire();
        self.departments.expire();
        self.registers.expire();
        self.activities.expire();
        self.calendar.expire();
    }
}
