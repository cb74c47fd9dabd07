//! The month: the grid of a week with more and smaller days, by person, by department or by site.

use chrono::{Datelike, Months, NaiveDate};
use egui::{Align, Layout, Ui};

use super::board::{Board, Turn};
use super::filter::{Filter, filter_button, filter_ui};
use super::metrics::MONTH;
use super::mode::Mode;
use super::panel::SidePanel;
use super::view::View;
use super::{calendar_banner, departments, editor_ui, grid, nobody_passes};
use crate::app::rota::MonthVm;
use crate::domain::{DocumentKind, Week};
use crate::report::{DocumentRequest, PaperOptions};
use crate::ui::widget::{Button, Empty, Icon, month_stepper};
use crate::ui::{Command, Live, PageCx};

/// What is asked for beyond the month.
pub enum Asked {
    /// The week of a day.
    Week(NaiveDate),
    /// A week without its clashes.
    Repair(Week),
}

/// The month shown and its picture.
pub struct MonthPart {
    /// Its first day; that of today until somebody goes elsewhere.
    month: Option<NaiveDate>,
    picture: Live<MonthVm>,
    panel: SidePanel,
}

impl Default for MonthPart {
    fn default() -> Self {
        // A month needs the width for its days: the panel waits until it is asked for.
        Self { month: None, picture: Live::default(), panel: SidePanel::closed() }
    }
}

impl MonthPart {
    /// Asks for the picture anew.
    pub fn expire(&mut self) {
        self.picture.expire();
    }

    /// Shows the month that holds the day.
    pub fn show(&mut self, on: NaiveDate) {
        let first = first_of(on);
        if self.month != Some(first) {
            self.month = Some(first);
            self.picture.expire();
        }
    }

    /// Draws the stepper and the buttons of the bar.
    pub fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, filter: Filter, has_filters: &mut bool) {
        let mut month = self.shown(cx);
        if month_stepper(ui, cx.theme, cx.tr, cx.today, &mut month) {
            self.show(month);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let print = Button::main(cx.tr.schedule_main_print()).icon(Icon::Print).shortcut("Ctrl+P");
            if print.ui(ui, cx.theme).clicked() {
                cx.out.push(Command::Print);
            }
            filter_button(ui, cx, filter, has_filters);
            let panel = Button::icon_only(Icon::Columns, cx.tr.schedule_panel()).on(self.panel.is_shown());
            if panel.ui(ui, cx.theme).clicked() {
                self.panel.switch();
            }
        });
    }

    /// Draws the month and answers keys and mouse; returns what was asked for beyond it.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut PageCx<'_>,
        mode: Mode,
        (filter, has_filters): (&mut Filter, bool),
        board: &mut Board,
    ) -> Option<Asked> {
        let (month, tr) = (self.shown(cx), cx.tr);
        self.picture.refresh(|| cx.desk.ask(move |office| MonthVm::load(office, month, tr)));
        self.picture.ready_ui(ui, cx.theme, tr);
        let Some(Ok(vm)) = self.picture.get() else { return None };
        if vm.grid.rows.is_empty() && vm.first == month {
            Empty { icon: Icon::People, title: tr.rota_month_nobody(), text: tr.schedule_nobody_text(), action: None }
                .ui(ui, cx.theme);
            return None;
        }
        calendar_banner(ui, cx, &vm.grid);
        if has_filters || filter.is_set() {
            filter_ui(ui, cx, &vm.grid.narrowing, filter);
        }
        let view = View::new(&vm.grid, *filter);
        if vm.first == month {
            board.settle(&view);
        }
        board.enter(mode);
        if self.panel.ui(ui, cx, &vm.grid, &view, board) {
            let open = vm.grid.findings.iter().filter(|found| found.accepted.is_none());
            return open.map(|found| found.period.from()).min().map(|on| Asked::Repair(Week::of(on)));
        }
        if view.rows.is_empty() {
            nobody_passes(ui, cx, filter);
            return None;
        }
        let asked = if mode == Mode::Month {
            let asked = grid::grid_ui(ui, cx, &vm.grid, &view, board, &MONTH, &vm.tallies);
            editor_ui::editor_ui(ui, cx, &vm.grid, &view, board);
            asked
        } else {
            departments::departments_ui(ui, cx, &vm.grid, &view, board, mode)
        };
        match board.turn.take() {
            Some(Turn::Back) => self.show(month.checked_sub_months(Months::new(1)).unwrap_or(month)),
            Some(Turn::Forth) => self.show(month.checked_add_months(Months::new(1)).unwrap_or(month)),
            Some(Turn::Week(on)) => return Some(Asked::Week(on)),
            None => {}
        }
        asked.map(Asked::Week)
    }

    /// The sheet of the month with the rows of the view.
    pub fn document(&self, mode: Mode, on: NaiveDate) -> DocumentRequest {
        let kind = DocumentKind::MonthSchedule;
        let period = DocumentRequest::usual_period(kind, self.month.unwrap_or(on));
        let paper = PaperOptions { rows: Some(mode.rows()), ..PaperOptions::default() };
        DocumentRequest { paper, ..DocumentRequest::new(kind, period) }
    }

    fn shown(&self, cx: &PageCx<'_>) -> NaiveDate {
        self.month.unwrap_or_else(|| first_of(cx.today))
    }
}

fn first_of(on: NaiveDate) -> NaiveDate {
    on.with_day(1).unwrap_or(on)
}
