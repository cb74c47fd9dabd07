//! The rules of the schedule: a table of the program's and the office's own, and the form of one beside it.

use egui::{Align, Layout, Ui};

use super::rule_form::form_ui;
use super::side_form::{NEW, SideForm, SideFrame, is_new_asked};
use crate::app::rota::{RuleForm, RuleLine, RulesVm};
use crate::domain::WorkCalendar;
use crate::ui::widget::table::CellTone;
use crate::ui::widget::{Button, Column, Empty, Icon, Table, TableRow, TableState, live_ui};
use crate::ui::{Live, PageCx};

/// Width of the form, in points.
const FORM: f32 = 300.0;

/// The part of the page.
#[derive(Default)]
pub struct RulesPart {
    list: Live<RulesVm>,
    table: TableState,
    form: SideForm<RuleForm>,
}

impl TableRow for RuleLine {
    fn key(&self) -> i64 {
        self.id
    }

    fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    fn tone(&self, column: usize) -> CellTone {
        match column {
            _ if self.is_off => CellTone::Muted,
            0 => CellTone::Strong,
            _ => CellTone::Plain,
        }
    }
}

impl RulesPart {
    /// Hears that records have changed.
    pub const fn expire(&mut self) {
        self.list.expire();
    }

    /// Draws the bar's own part.
    pub fn bar_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>) {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if Button::main(cx.tr.rota_rule_new()).icon(Icon::Add).shortcut(NEW).ui(ui, cx.theme).clicked() {
                self.begin();
            }
        });
    }

    fn begin(&mut self) {
        self.form.begin(&mut self.table, Some(RulesVm::blank()));
    }

    /// Draws the table and the form.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, calendar: Option<&WorkCalendar>) {
        let tr = cx.tr;
        self.list.refresh(|| cx.desk.ask(move |office| Ok(RulesVm::load(office, tr))));
        let revision = self.list.revision();
        if let Some(Ok(list)) = self.list.get() {
            self.form.turn(&self.table, revision, |id| list.form(id));
        }
        self.side_ui(ui, cx, calendar);
        let Self { list, table, .. } = self;
        let mut edit = None;
        let (mut is_first_step, mut is_opened) = (false, false);
        live_ui(ui, cx.theme, tr, list.get(), |ui, vm| {
            let empty = Empty {
                icon: Icon::Settings,
                title: tr.rota_rules_title(),
                text: tr.rota_rules_text(),
                action: Some(tr.rota_rule_new()),
            };
            let columns = columns(cx);
            let shown = Table::new("rota rules", tr.rota_rules_title(), &columns, revision).empty(empty).deletable();
            let events = shown.ui(ui, cx, &vm.lines, table);
            is_first_step = events.is_first_step;
            edit = vm.delete(&events.deleted);
            is_opened = events.opened.is_some();
        });
        super::board::run(edit, cx);
        if is_opened {
            self.form.open();
        }
        if is_first_step || is_new_asked(ui) {
            self.begin();
        }
    }

    fn side_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, calendar: Option<&WorkCalendar>) {
        let Self { list, form, table, .. } = self;
        let SideForm { shown: Some(shown), keyboard, .. } = form else { return };
        let Some(Ok(vm)) = list.get() else { return };
        let (title, is_ready) = (cx.tr.rule_term(shown.row.term), shown.trouble(cx.tr).is_none());
        let frame = SideFrame { name: "rota rule form", title, width: FORM, is_ready };
        let answer = frame.ui(ui, cx, keyboard, |ui, cx| form_ui(ui, cx, vm, shown, calendar));
        if answer.is_kept {
            super::board::run(shown.edit(cx.tr), cx);
        }
        if answer.is_left || (answer.is_kept && shown.row.id.is_new()) {
            form.leave(table);
        }
    }
}

fn columns(cx: &PageCx<'_>) -> Vec<Column> {
    let tr = cx.tr;
    let widths = [112.0, 168.0, 72.0, 120.0, 84.0, 72.0, 160.0, 72.0];
    let titles = [
        tr.rota_rule_term(),
        tr.rules_scope(),
        tr.rota_rule_window(),
        tr.rules_bounds(),
        tr.rota_rule_weight(),
        tr.rules_state(),
        tr.checks_basis(),
        tr.rota_rule_origin(),
    ];
    let columns = RuleLine::COLUMNS.into_iter().zip(titles).zip(widths);
    columns.map(|((key, title), width)| Column::text(key, title.to_owned(), width)).collect()
}
