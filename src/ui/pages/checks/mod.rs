//! 检查: what the checks find, every figure with its records, and the rules behind the checks.

mod behind;
mod figures;
mod findings;
mod rule_form;
mod rules;

pub use behind::Behind;

use egui::Ui;

use crate::domain::Table;
use crate::i18n::Tr;
use crate::ui::page::{Page, PageCx};
use crate::ui::widget::chip;

/// The parts of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Tab {
    #[default]
    Findings,
    Figures,
    Rules,
}

impl Tab {
    const ALL: [Self; 3] = [Self::Findings, Self::Figures, Self::Rules];

    const fn text(self, tr: Tr) -> &'static str {
        match self {
            Self::Findings => tr.checks_tab_findings(),
            Self::Figures => tr.checks_tab_figures(),
            Self::Rules => tr.checks_tab_rules(),
        }
    }
}

/// The page.
#[derive(Debug, Default)]
pub struct ChecksPage {
    tab: Tab,
    findings: findings::Findings,
    figures: figures::Figures,
    rules: rules::Rules,
}

impl Page for ChecksPage {
    fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        for tab in Tab::ALL {
            if chip(ui, cx.theme, tab.text(cx.tr), self.tab == tab).clicked() {
                self.tab = tab;
            }
        }
    }

    fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        match self.tab {
            Tab::Findings => self.findings.ui(ui, cx),
            Tab::Figures => self.figures.ui(ui, cx),
            Tab::Rules => self.rules.ui(ui, cx),
        }
    }

    fn changed(&mut self, _: &[Table]) {
        // Every record counts in some figure or check.
        self.findings.expire();
        self.figures.expire();
        self.rules.expire();
    }

    fn keys(&self, tr: Tr) -> Vec<(&'static str, &'static str)> {
        match self.tab {
            Tab::Findings => vec![("Enter", tr.checks_key_open()), ("Ctrl+C", tr.copy_rows())],
            Tab::Figures => vec![("Enter", tr.checks_key_ask()), ("Ctrl+C", tr.copy_rows())],
            Tab::Rules => vec![("Delete", tr.people_key_delete()), ("Ctrl+C", tr.copy_rows())],
        }
    }
}
