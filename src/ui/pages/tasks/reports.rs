//! The year of reports and meetings: every period with its due date, ticked with one key; the period beside it.

use chrono::Datelike;
use egui::{Key, Modifiers, Panel, Ui};

use super::cells::{Lines, report_columns};
use super::duty_ui::{DutyAnswer, DutySide};
use super::period_ui::PeriodSide;
use crate::app::tasks::{ReportLine, ReportYear, delete_duty_edit, send_edit};
use crate::domain::{ObligationId, Period};
use crate::ui::theme::INSPECTOR;
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
    period: PeriodSide,
    /// The period that was asked for, until its year is there.
    wanted: Option<(ObligationId, Period)>,
    /// The form of an obligation, while it is open.
    duty: Option<DutySide>,
}

impl Reports {
    /// Selects a period of an obligation as soon as its year is there.
    pub fn want(&mut self, obligation: ObligationId, period: Period) {
        self.wanted = Some((obligation, period));
        self.duty = None;
        if self.year != Some(period.to().year()) {
            self.year = Some(period.to().year());
            self.picture.expire();
        }
    }

    /// Marks the picture as old.
    pub const fn expire(&mut self) {
        self.picture.expire();
        self.period.expire();
    }

    fn refresh(&mut self, cx: &PageCx<'_>) {
        let (tr, year) = (cx.tr, *self.year.get_or_insert(cx.today.year()));
        self.picture.refresh(|| cx.desk.ask(move |office| ReportYear::load(office, year, tr)));
        let Some((obligation, period)) = self.wanted else { return };
        let Some(Ok(picture)) = self.picture.get() else { return };
        if picture.year != period.to().year() {
            return;
        }
        let of = |line: &ReportLine| (line.report.obligation, line.report.period_from) == (obligation, period.from());
        if let Some(place) = picture.lines.iter().position(of) {
            self.table.select(key(place));
            self.table.focus();
        }
        self.wanted = None;
    }

    fn chosen(&self) -> Option<&ReportLine> {
        let picture = self.picture.get()?.as_ref().ok()?;
        self.table.single().and_then(|key| picture.line(key))
    }

    /// Takes dropped files as what was sent for the selected period.
    pub fn take_files(&mut self, files: &[std::path::PathBuf], cx: &PageCx<'_>) -> bool {
        let Some(line) = self.chosen().filter(|_| self.duty.is_none()).cloned() else { return false };
        self.period.take_files(files, cx, &line)
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
        super::in_and_out_ui(ui, cx, tr.reports_import());
        if Button::new(tr.duties_add()).icon(Icon::Add).ui(ui, cx.theme).clicked() {
            self.duty = Some(DutySide::new(cx.today));
        }
        let can_tick = self.table.single().is_some();
        let tick = Button::main(tr.reports_tick()).icon(Icon::Check).shortcut("Space").enabled(can_tick);
        if tick.ui(ui, cx.theme).clicked() {
            self.tick(cx);
        }
    }

    /// Draws the table and what is beside it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        if !self.picture.ready_ui(ui, cx.theme, cx.tr) {
            return;
        }
        self.side_ui(ui, cx);
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
            action: Some(tr.duties_add()),
        };
        let columns = report_columns(tr);
        let events = Table::new(TABLE, tr.reports_table(), &columns, self.picture.revision()).empty(empty).ui(
            ui,
            cx,
            &rows,
            &mut self.table,
        );
        if events.is_first_step {
            self.duty = Some(DutySide::new(cx.today));
        }
        if events.is_selection_new {
            self.duty = None;
        }
    }

    fn side_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let Some(Ok(picture)) = self.picture.get() else { return };
        let line = self.table.single().and_then(|key| picture.line(key));
        if line.is_none() && self.duty.is_none() {
            return;
        }
        let panel = Panel::right("reports panel").exact_size(INSPECTOR).resizable(false);
        let panel = panel.frame(super::side_frame(cx.theme));
        let (duty, period) = (&mut self.duty, &mut self.period);
        let answer = panel.show(ui, |ui| match (duty.as_mut(), line) {
            (Some(duty), _) => duty.ui(ui, cx, &picture.registry, &picture.calendar),
            (None, Some(line)) => period.ui(ui, cx, picture, line),
            (None, None) => DutyAnswer::Open,
        });
        match answer.inner {
            DutyAnswer::Open => {}
            DutyAnswer::Left => self.duty = None,
            DutyAnswer::Stored(edit) => cx.out.push(Command::Run(edit)),
            DutyAnswer::Edit(id) => self.duty = picture.registry.obligations.get(&id).map(DutySide::of),
            DutyAnswer::Delete(id) => {
                if let Some(duty) = picture.registry.obligations.get(&id) {
                    cx.out.push(Command::Run(delete_duty_edit(duty, &picture.registry)));
                }
                self.duty = None;
                self.table.clear();
            }
        }
    }

    fn tick(&self, cx: &mut PageCx<'_>) {
        let Some(Ok(picture)) = self.picture.get() else { return };
        if let Some(edit) = self.chosen().and_then(|line| send_edit(line, &picture.registry, cx.today)) {
            cx.out.push(Command::Run(edit));
        }
    }
}

/// The key of a line: its place, counted from 1.
fn key(place: usize) -> i64 {
    i64::try_from(place + 1).unwrap_or_default()
}
