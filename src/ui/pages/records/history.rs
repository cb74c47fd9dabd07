//! Every step, newest first; what it did to each row; and undo of any of them.

use egui::{Grid, Panel, RichText, ScrollArea, Ui};

use crate::app::records::{ChangeLine, StepLine, changes, history};
use crate::i18n::Tr;
use crate::ui::page::{Command, Live, PageCx};
use crate::ui::theme::{self, INSPECTOR};
use crate::ui::widget::table::CellTone;
use crate::ui::widget::{Button, Column, Empty, Icon, Table, TableRow, TableState, live_ui};

/// The history.
#[derive(Debug)]
pub(super) struct History {
    steps: Live<Vec<StepLine>>,
    table: TableState,
    shown: Option<i64>,
    changes: Live<Vec<ChangeLine>>,
}

impl Default for History {
    fn default() -> Self {
        Self { steps: Live::default(), table: TableState::focused(), shown: None, changes: Live::default() }
    }
}

impl TableRow for StepLine {
    fn key(&self) -> i64 {
        self.step
    }

    fn cell(&self, column: usize) -> &str {
        match column {
            0 => &self.text,
            1 => &self.at,
            2 => &self.rows,
            3 => &self.state,
            _ => &self.number,
        }
    }

    fn tone(&self, column: usize) -> CellTone {
        if column == 0 && self.state.is_empty() { CellTone::Plain } else { CellTone::Muted }
    }
}

fn columns(tr: Tr) -> Vec<Column> {
    vec![
        Column::text("text", tr.history_what(), 280.0).wide(),
        Column::text("at", tr.history_when(), 132.0),
        Column::number("rows", tr.history_rows(), 64.0),
        Column::text("state", tr.history_state(), 72.0),
        Column::number("number", tr.history_number(), 64.0).hidden(),
    ]
}

impl History {
    /// Asks for the picture again.
    pub(super) const fn expire(&mut self) {
        self.steps.expire();
        self.changes.expire();
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let tr = cx.tr;
        self.steps.refresh(|| cx.desk.ask(move |office| history(office, tr)));
        let chosen = self.table.single();
        if chosen != self.shown {
            (self.shown, self.changes) = (chosen, Live::default());
        }
        if let Some(step) = self.shown {
            self.changes.refresh(|| cx.desk.ask(move |office| changes(office, tr, step)));
            self.inspector_ui(ui, cx, step);
        }
        let (theme, revision) = (cx.theme, self.steps.revision());
        let table = &mut self.table;
        live_ui(ui, theme, tr, self.steps.get(), |ui, steps| {
            let columns = columns(tr);
            let menu = [tr.history_undo_this()];
            let empty =
                Empty { icon: Icon::History, title: tr.history_empty(), text: tr.history_empty_hint(), action: None };
            let events = Table::new("history", tr.tab_history(), &columns, revision)
                .menu(&menu)
                .empty(empty)
                .ui(ui, cx, steps, table);
            for step in events.chosen.into_iter().flat_map(|(_, steps)| steps.into_iter().rev()) {
                cx.out.push(Command::UndoStep(step));
            }
        });
    }

    fn inspector_ui(&self, ui: &mut Ui, cx: &mut PageCx<'_>, number: i64) {
        let step = self.steps.get().and_then(|steps| steps.as_ref().ok()?.iter().find(|step| step.step == number));
        let Some(step) = step else { return };
        let frame = egui::Frame::new().inner_margin(egui::Margin { left: 16, right: 0, top: 4, bottom: 8 });
        Panel::right("history rows").default_size(INSPECTOR).size_range(240.0..=560.0).frame(frame).show(ui, |ui| {
            ui.add(egui::Label::new(RichText::new(&step.text).font(theme::strong())).wrap());
            ui.label(RichText::new(&step.at).font(theme::caption()).color(cx.theme.muted));
            ui.add_space(4.0);
            let undo = Button::new(cx.tr.history_undo_this()).icon(Icon::Undo).enabled(step.can_undo);
            if undo.ui(ui, cx.theme).clicked() {
                cx.out.push(Command::UndoStep(number));
            }
            ui.add_space(8.0);
            live_ui(ui, cx.theme, cx.tr, self.changes.get(), |ui, changes| {
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                    for (place, change) in changes.iter().enumerate() {
                        change_ui(ui, cx, place, change);
                    }
                });
            });
        });
    }
}

fn change_ui(ui: &mut Ui, cx: &PageCx<'_>, place: usize, change: &ChangeLine) {
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(change.table).font(theme::caption()).color(cx.theme.muted));
        ui.label(&change.name);
    });
    let quiet = |text: &str| RichText::new(text).font(theme::caption()).color(cx.theme.muted);
    let has_before = change.fields.iter().any(|(_, before, _)| !before.is_empty());
    Grid::new(("change", place)).num_columns(3).spacing([12.0, 0.0]).show(ui, |ui| {
        ui.spacing_mut().interact_size.y = 18.0;
        for (field, before, after) in &change.fields {
            ui.label(quiet(field));
            if has_before {
                ui.add(egui::Label::new(quiet(before).strikethrough()).truncate());
            }
            ui.add(egui::Label::new(RichText::new(after).font(theme::caption())).truncate());
            ui.end_row();
        }
    });
    ui.add_space(8.0);
}
