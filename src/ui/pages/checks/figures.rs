//! Every figure of the catalogue, narrowed by a period; one question typed freely; the records behind each.

use egui::{Key, Panel, RichText, Ui};

use super::behind::Behind;
use super::findings::pair_ui;
use crate::app::checks::{FigureLine, ask, figure_lines};
use crate::figures::Narrowing;
use crate::i18n::Tr;
use crate::ui::page::{Live, PageCx};
use crate::ui::theme::{self, INSPECTOR};
use crate::ui::widget::{Button, CellTone, Column, Empty, Field, Icon, Table, TableRow, TableState, live_ui, trouble};

/// The catalogue with what is narrowed, typed and selected.
#[derive(Debug, Default)]
pub(super) struct Figures {
    lines: Live<Vec<FigureLine>>,
    table: TableState,
    behind: Behind,
    period: String,
    used_period: String,
    question: String,
    answer: Live<FigureLine>,
    asked: Option<String>,
}

impl TableRow for FigureLine {
    fn key(&self) -> i64 {
        self.number
    }

    fn cell(&self, column: usize) -> &str {
        match column {
            0 => self.group,
            1 => &self.meaning,
            2 => &self.display,
            3 => &self.unit,
            4 => &self.basis,
            _ => &self.asked,
        }
    }

    fn tone(&self, column: usize) -> CellTone {
        match column {
            1 | 2 if !self.is_refused => CellTone::Strong,
            4 if self.is_refused => CellTone::Warning,
            _ => CellTone::Muted,
        }
    }
}

fn columns(tr: Tr) -> Vec<Column> {
    vec![
        Column::text("group", tr.figures_group(), 160.0),
        Column::text("meaning", tr.figures_meaning(), 220.0),
        Column::number("value", tr.figures_value(), 112.0),
        Column::text("unit", tr.figures_unit(), 64.0),
        Column::text("basis", tr.checks_figure_basis(), 220.0).wide(),
        Column::text("asked", tr.figures_asked(), 260.0).hidden(),
    ]
}

impl Figures {
    /// Asks for the pictures again.
    pub(super) const fn expire(&mut self) {
        self.lines.expire();
        self.answer.expire();
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let (tr, theme) = (cx.tr, cx.theme);
        let period = Some(self.used_period.clone()).filter(|period| !period.is_empty());
        let narrowing = Narrowing { period, ..Narrowing::default() };
        self.lines.refresh(|| cx.desk.ask(move |office| figure_lines(office, tr, &narrowing)));
        if let Some(asked) = self.asked.clone() {
            self.answer.refresh(|| cx.desk.ask(move |office| ask(office, tr, &asked)));
        }
        self.inspector_ui(ui, cx);
        self.head_ui(ui, cx);
        ui.add_space(8.0);
        let revision = self.lines.revision();
        let (table, question) = (&mut self.table, &mut self.question);
        live_ui(ui, theme, tr, self.lines.get(), |ui, lines| {
            let columns = columns(tr);
            let empty =
                Empty { icon: Icon::Figures, title: tr.figures_empty(), text: tr.figures_empty_hint(), action: None };
            let view = Table::new("figures", tr.checks_tab_figures(), &columns, revision).empty(empty);
            let events = view.ui(ui, cx, lines, table);
            let opened = events.opened.and_then(|number| lines.iter().find(|line| line.number == number));
            if let Some(line) = opened {
                question.clone_from(&line.asked);
            }
        });
        if self.table.single().is_some() && ui.input(|input| input.pointer.any_pressed()) {
            self.asked = None;
        }
    }

    /// The period, and the question typed freely.
    fn head_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>) {
        let tr = cx.tr;
        ui.horizontal(|ui| {
            let period = Field::new(tr.figures_period()).hint(tr.figures_period_hint()).width(160.0);
            let left = period.ui(ui, cx.theme, &mut self.period).lost_focus();
            if left && self.period.trim() != self.used_period {
                self.period.trim().clone_into(&mut self.used_period);
                self.lines.expire();
            }
            ui.add_space(8.0);
            let width = (ui.available_width() - 96.0).max(160.0);
            let question = Field::new(tr.figures_question()).hint(tr.figures_question_hint()).width(width);
            let response = question.ui(ui, cx.theme, &mut self.question);
            let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let is_clicked = ui
                .vertical(|ui| {
                    ui.add_space(18.0);
                    Button::main(tr.figures_ask()).ui(ui, cx.theme).clicked()
                })
                .inner;
            if (is_entered || is_clicked) && !self.question.trim().is_empty() {
                self.asked = Some(self.question.trim().to_owned());
                self.answer = Live::default();
                self.table.clear();
            }
        });
    }

    fn inspector_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let tr = cx.tr;
        let chosen = self.table.single();
        let lines = self.lines.get().and_then(|lines| lines.as_ref().ok());
        let listed = chosen.zip(lines).and_then(|(number, lines)| lines.iter().find(|line| line.number == number));
        let answer = self.asked.as_ref().and_then(|_| self.answer.get());
        if listed.is_none() && answer.is_none() {
            return;
        }
        let behind = &mut self.behind;
        let revision = if listed.is_some() { self.lines.revision() } else { u64::MAX - self.answer.revision() };
        let frame = egui::Frame::new().inner_margin(egui::Margin { left: 16, right: 0, top: 4, bottom: 8 });
        Panel::right("figure").default_size(INSPECTOR).size_range(240.0..=560.0).frame(frame).show(ui, |ui| {
            match (listed, answer) {
                (Some(line), _) | (None, Some(Ok(line))) => figure_ui(ui, cx, behind, revision, line),
                (None, Some(Err(failure))) => {
                    trouble(ui, cx.theme, &failure.told(tr), &[]);
                }
                (None, None) => {}
            }
        });
    }
}

fn figure_ui(ui: &mut Ui, cx: &mut PageCx<'_>, behind: &mut Behind, revision: u64, line: &FigureLine) {
    let tr = cx.tr;
    ui.label(RichText::new(line.group).font(theme::caption()).color(cx.theme.muted));
    ui.add(egui::Label::new(RichText::new(&line.meaning).font(theme::strong())).wrap());
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(&line.display).font(theme::title()));
        ui.label(RichText::new(&line.unit).color(cx.theme.muted));
    });
    pair_ui(ui, cx, if line.is_refused { tr.figures_refused() } else { tr.checks_figure_basis() }, &line.basis);
    pair_ui(ui, cx, tr.figures_formula(), &line.formula);
    pair_ui(ui, cx, tr.figures_notes(), &line.notes.join("\n"));
    pair_ui(ui, cx, tr.figures_asked(), &line.asked);
    if !line.series.is_empty() {
        ui.add_space(8.0);
        egui::ScrollArea::vertical().id_salt("series").max_height(200.0).show(ui, |ui| {
            egui::Grid::new("series").num_columns(2).striped(true).show(ui, |ui| {
                for point in &line.series {
                    ui.label(&point.key);
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| ui.label(&point.display));
                    ui.end_row();
                }
            });
        });
    }
    behind.ui(ui, cx, (revision, line.number), &line.records);
}
