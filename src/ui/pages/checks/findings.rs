//! The findings of today: the gravest first, each with a way to its record.

use egui::{Panel, RichText, Ui};

use super::behind::{Behind, command};
use crate::app::checks::{FindingLine, finding_lines};
use crate::domain::Severity;
use crate::i18n::Tr;
use crate::ui::page::{Live, PageCx};
use crate::ui::theme::{self, INSPECTOR};
use crate::ui::widget::{Button, CellTone, Column, Empty, Icon, Table, TableRow, TableState, live_ui, severity_tag};

/// The list with what is selected.
#[derive(Debug)]
pub(super) struct Findings {
    lines: Live<Vec<FindingLine>>,
    table: TableState,
    behind: Behind,
}

impl Default for Findings {
    fn default() -> Self {
        Self { lines: Live::default(), table: TableState::focused(), behind: Behind::default() }
    }
}

impl TableRow for FindingLine {
    fn key(&self) -> i64 {
        self.number
    }

    fn cell(&self, column: usize) -> &str {
        match column {
            0 => self.severity_text,
            1 => &self.check,
            2 => &self.subject,
            3 => &self.actual,
            4 => &self.required,
            5 => &self.days,
            _ => &self.basis,
        }
    }

    fn tone(&self, column: usize) -> CellTone {
        match (column, self.severity) {
            (0, Severity::Failure) => CellTone::Danger,
            (0, Severity::Warning) => CellTone::Warning,
            (0, _) => CellTone::Info,
            (2, _) => CellTone::Strong,
            (3, _) => CellTone::Plain,
            _ => CellTone::Muted,
        }
    }
}

fn columns(tr: Tr) -> Vec<Column> {
    vec![
        Column::text("severity", tr.checks_severity(), 72.0),
        Column::text("check", tr.checks_check(), 116.0),
        Column::text("subject", tr.checks_subject(), 180.0),
        Column::text("actual", tr.checks_actual(), 200.0).wide(),
        Column::text("required", tr.checks_required(), 136.0),
        Column::text("days", tr.checks_days(), 184.0),
        Column::text("basis", tr.checks_basis(), 200.0).hidden(),
    ]
}

impl Findings {
    /// Asks for the picture again.
    pub(super) const fn expire(&mut self) {
        self.lines.expire();
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let (tr, theme) = (cx.tr, cx.theme);
        self.lines.refresh(|| cx.desk.ask(move |office| finding_lines(office, tr)));
        self.inspector_ui(ui, cx);
        let revision = self.lines.revision();
        let table = &mut self.table;
        live_ui(ui, theme, tr, self.lines.get(), |ui, lines| {
            let columns = columns(tr);
            let empty =
                Empty { icon: Icon::Check, title: tr.checks_empty(), text: tr.checks_empty_hint(), action: None };
            let view = Table::new("findings", tr.checks_tab_findings(), &columns, revision).empty(empty);
            let events = view.ui(ui, cx, lines, table);
            let opened = events.opened.and_then(|number| lines.iter().find(|line| line.number == number));
            if let Some(opening) = opened.and_then(|line| line.opening) {
                cx.out.push(command(opening));
            }
        });
    }

    fn inspector_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let chosen = self.table.single();
        let lines = self.lines.get().and_then(|lines| lines.as_ref().ok());
        let line = chosen.zip(lines).and_then(|(number, lines)| lines.iter().find(|line| line.number == number));
        let Some(line) = line else { return };
        let revision = self.lines.revision();
        let behind = &mut self.behind;
        let frame = egui::Frame::new().inner_margin(egui::Margin { left: 16, right: 0, top: 4, bottom: 8 });
        Panel::right("finding").default_size(INSPECTOR).size_range(240.0..=560.0).frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                severity_tag(ui, cx.theme, line.severity, line.severity_text);
                ui.label(RichText::new(&line.check).font(theme::caption()).color(cx.theme.muted));
            });
            ui.add_space(4.0);
            ui.add(egui::Label::new(RichText::new(&line.subject).font(theme::strong())).wrap());
            for (label, text) in [
                (cx.tr.checks_days(), &line.days),
                (cx.tr.checks_actual(), &line.actual),
                (cx.tr.checks_required(), &line.required),
                (cx.tr.checks_basis(), &line.basis),
            ] {
                pair_ui(ui, cx, label, text);
            }
            if let Some(opening) = line.opening {
                ui.add_space(8.0);
                let open = Button::main(cx.tr.checks_open());
                if open.ui(ui, cx.theme).clicked() {
                    cx.out.push(command(opening));
                }
            }
            behind.ui(ui, cx, (revision, line.number), &line.records);
        });
    }
}

/// A small label with its text under it, where there is one.
pub(super) fn pair_ui(ui: &mut Ui, cx: &PageCx<'_>, label: &str, text: &str) {
    if text.is_empty() {
        return;
    }
    ui.add_space(6.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.label(RichText::new(label).font(theme::caption()).color(cx.theme.muted));
    ui.add(egui::Label::new(text).wrap());
}
