//! The year of reports and meetings: every period with its due date, ticked with one key.

use chrono::Datelike;
use egui::{Key, Modifiers, Ui};

use super::cells::{Lines, report_columns};
use crate::app::tasks::{ReportYear, send_edit};
use crate::ui::widget::{Button, Choice, Dropdown, Empty, Icon, Table, TableState};
use crate::ui::{Command, Live, PageCx};

/// The address of the table.
const TABLE: &str = "reports";

/// The year.
#[derive(Default)]
pub struct Reports {
    picture: Live<ReportYear>,
    year: Option<i32>,
    table: TableState,
}

impl Reports {
    /// Marks the picture as old.
    pub const fn expire(&mut self) {
        self.picture.expire();
    }

    fn refresh(&mut self, cx: &PageCx<'_>) {
        let (tr, year) = (cx.tr, *self.year.get_or_insert(cx.today.year()));
        self.picture.refresh(|| cx.desk.ask(move |office| ReportYear::load(office, year, tr)));
    }

    /// Draws the year and the buttons of the bar.
    pub fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        let tr = cx.tr;
        let Some(Ok(picture)) = self.picture.get() else { return };
        let years = ReportYear::years(&picture.registry, cx.today);
        let years: Vec<_> = years.into_iter().map(|year| Choice::new(year, tr.reports_year(year))).collect();
        let mut year = picture.year;
        if Dropdown::new(tr.reports_table(), &years).bare().width(96.0).ui(ui, cx.theme, tr, &mut year) {
            self.year = Some(year);
            self.picture.expire();
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let can_tick = self.table.single().is_some();
            let tick = Button::main(tr.reports_tick()).icon(Icon::Check).shortcut("Space").enabled(can_tick);
            if tick.ui(ui, cx.theme).clicked() {
                self.tick(cx);
            }
            if Button::icon_only(Icon::Import, tr.reports_import()).ui(ui, cx.theme).clicked() {
                cx.out.push(Command::Import(Vec::new()));
            }
        });
    }

    /// Draws the table.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        if !self.picture.ready_ui(ui, cx.theme, cx.tr) {
            return;
        }
        let id = ui.make_persistent_id(TABLE);
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        if has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space)) {
            self.tick(cx);
        }
        let Some(Ok(picture)) = self.picture.get() else { return };
        let tr = cx.tr;
        let rows = Lines { all: &picture.lines, shown: None, key: |place, _| key(place) };
        let empty = Empty {
            icon: Icon::Calendar,
            title: tr.reports_empty_title(),
            text: tr.reports_empty_text(),
            action: Some(tr.reports_import()),
        };
        let columns = report_columns(tr);
        let events = Table::new(TABLE, tr.reports_table(), &columns, self.picture.revision()).empty(empty).ui(
            ui,
            cx,
            &rows,
            &mut self.table,
        );
        if events.is_first_step {
            cx.out.push(Command::Import(Vec::new()));
        }
    }

    fn tick(&self, cx: &mut PageCx<'_>) {
        let Some(Ok(picture)) = self.picture.get() else { return };
        let edit = self.table.single().and_then(|key| picture.line(key));
        if let Some(edit) = edit.and_then(|line| send_edit(line, &picture.registry, cx.today)) {
            cx.out.push(Command::Run(edit));
        }
    }
}

/// The key of a line: its place, counted from 1.
fn key(place: usize) -> i64 {
    i64::try_from(place + 1).unwrap_or_default()
}
