//! What meetings decided, as a table; a decision becomes a task with one click.

use egui::Ui;

use super::cells::{Lines, decision_columns};
use crate::app::tasks::{DecisionBook, task_of_decision};
use crate::ui::widget::{Button, Empty, Icon, Table, TableState};
use crate::ui::{Command, Live, PageCx};

/// The decisions.
#[derive(Default)]
pub struct Decisions {
    picture: Live<DecisionBook>,
    table: TableState,
}

impl Decisions {
    /// Marks the picture as old.
    pub const fn expire(&mut self) {
        self.picture.expire();
    }

    fn refresh(&mut self, cx: &PageCx<'_>) {
        let tr = cx.tr;
        self.picture.refresh(|| cx.desk.ask(move |office| DecisionBook::load(office, tr)));
    }

    /// Draws the buttons of the bar.
    pub fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        let Some(Ok(picture)) = self.picture.get() else { return };
        let chosen = self.table.single().and_then(|key| picture.decision(key));
        let edit = chosen.and_then(|it| task_of_decision(it, &picture.registry, picture.today));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let button = Button::main(cx.tr.decisions_to_task()).icon(Icon::Tasks).enabled(edit.is_some());
            if button.ui(ui, cx.theme).clicked()
                && let Some(edit) = edit
            {
                cx.out.push(Command::Run(edit));
            }
        });
    }

    /// Draws the table.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        let tr = cx.tr;
        if !self.picture.ready_ui(ui, cx.theme, tr) {
            return;
        }
        let Some(Ok(picture)) = self.picture.get() else { return };
        let rows = Lines { all: &picture.lines, shown: None, key: |_, line| line.id.raw() };
        let empty = Empty {
            icon: Icon::People,
            title: tr.decisions_empty_title(),
            text: tr.decisions_empty_text(),
            action: Some(tr.command_import()),
        };
        let columns = decision_columns(tr);
        let events = Table::new("decisions", tr.decisions_table(), &columns, self.picture.revision()).empty(empty).ui(
            ui,
            cx,
            &rows,
            &mut self.table,
        );
        if events.is_first_step {
            cx.out.push(Command::Import(Vec::new()));
        }
    }
}
