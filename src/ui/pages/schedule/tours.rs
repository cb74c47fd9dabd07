//! The tours of a month: a table, how often each site was visited, and the form of one beside it.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use egui::{Align, Layout, RichText, Ui};

use super::side_form::{NEW, SideForm, SideFrame, is_new_asked};
use super::tour_form::{is_ready, tour_form_ui};
use crate::app::rota::{TourForm, TourLine, ToursVm};
use crate::domain::{DocumentKind, Registry, WorkCalendar};
use crate::report::DocumentRequest;
use crate::ui::theme;
use crate::ui::widget::table::CellTone;
use crate::ui::widget::{Button, Column, Empty, Icon, Table, TableRow, TableState, live_ui, month_stepper, tag};
use crate::ui::{Command, Live, PageCx, Tone};

/// Width of the form, in points.
const FORM: f32 = 320.0;

/// The part of the page.
#[derive(Default)]
pub struct ToursPart {
    month: Option<NaiveDate>,
    list: Live<(ToursVm, Arc<Registry>)>,
    table: TableState,
    form: SideForm<TourForm>,
}

impl TableRow for TourLine {
    fn key(&self) -> i64 {
        self.id.raw()
    }

    fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    fn tone(&self, column: usize) -> CellTone {
        match column {
            _ if self.is_off => CellTone::Muted,
            _ if self.is_due && column + 1 == Self::COLUMNS.len() => CellTone::Warning,
            2 => CellTone::Strong,
            _ => CellTone::Plain,
        }
    }
}

impl ToursPart {
    /// Hears that records have changed.
    pub const fn expire(&mut self) {
        self.list.expire();
    }

    /// The document that Ctrl+P prints: the plan of the month.
    pub fn document(&self, today: NaiveDate) -> DocumentRequest {
        let on = self.month.unwrap_or(today);
        let period = DocumentRequest::usual_period(DocumentKind::TourPlan, on);
        DocumentRequest::new(DocumentKind::TourPlan, period)
    }

    /// Draws the bar's own part.
    pub fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let mut month = self.month.unwrap_or_else(|| cx.today.with_day(1).unwrap_or(cx.today));
        if month_stepper(ui, cx.theme, cx.tr, cx.today, &mut month) {
            self.month = Some(month);
            self.list.expire();
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if Button::main(cx.tr.rota_tour_new()).icon(Icon::Add).shortcut(NEW).ui(ui, cx.theme).clicked() {
                self.begin(cx);
            }
            let print = Button::new(cx.tr.schedule_main_print()).icon(Icon::Print).shortcut("Ctrl+P");
            if print.ui(ui, cx.theme).clicked() {
                cx.out.push(Command::Print);
            }
        });
    }

    fn begin(&mut self, cx: &mut PageCx<'_>) {
        let Some(Ok((list, _))) = self.list.get() else { return };
        self.form.begin(&mut self.table, list.blank());
        if self.form.shown.is_none() {
            cx.out.push(Command::Say(Tone::Info, cx.tr.rota_tour_no_site().to_owned()));
        }
    }

    /// Draws the table and the form.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, calendar: Option<&WorkCalendar>) {
        let (tr, on) = (cx.tr, self.month.unwrap_or(cx.today));
        self.list
            .refresh(|| cx.desk.ask(move |office| Ok((ToursVm::load(office, on, tr), Arc::clone(office.registry())))));
        let revision = self.list.revision();
        if let Some(Ok((list, _))) = self.list.get() {
            self.form.turn(&self.table, revision, |id| list.form(id));
        }
        self.side_ui(ui, cx, calendar);
        let Self { list, table, .. } = self;
        let (mut is_first_step, mut is_opened, mut edit) = (false, false, None);
        live_ui(ui, cx.theme, tr, list.get(), |ui, (vm, _)| {
            visits_ui(ui, cx, vm);
            let empty = Empty {
                icon: Icon::Calendar,
                title: tr.rota_tour_empty_title(),
                text: tr.rota_tour_empty_text(),
                action: Some(tr.rota_tour_new()),
            };
            let columns = columns(cx);
            let shown = Table::new("tours", tr.rota_view_tours(), &columns, revision).empty(empty).deletable();
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
            self.begin(cx);
        }
    }

    fn side_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, calendar: Option<&WorkCalendar>) {
        let Self { list, form, table, .. } = self;
        let SideForm { shown: Some(shown), keyboard, .. } = form else { return };
        let Some(Ok((vm, registry))) = list.get() else { return };
        let title = format!("{} {}/{}", cx.tr.rota_view_tours(), shown.tour.from_on.month(), shown.tour.from_on.day());
        let frame = SideFrame { name: "tour form", title: &title, width: FORM, is_ready: is_ready(shown) };
        let answer = frame.ui(ui, cx, keyboard, |ui, cx| tour_form_ui(ui, cx, vm, shown, calendar));
        if answer.is_kept {
            super::board::run(shown.edit(registry, &vm.people), cx);
        }
        if answer.is_left || (answer.is_kept && shown.tour.id.is_new()) {
            form.leave(table);
        }
    }
}

/// How often each site is visited, against what its rule asks for, and what the rules ask of each kind of site.
fn visits_ui(ui: &mut Ui, cx: &PageCx<'_>, vm: &ToursVm) {
    ui.add_space(6.0);
    if !vm.visits.is_empty() {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(cx.tr.rota_tour_visits()).color(cx.theme.muted));
            for visits in &vm.visits {
                tag(ui, cx.theme, if visits.is_short { Tone::Info } else { Tone::Ok }, &visits.words);
            }
        });
    }
    let words = if vm.required.is_empty() {
        cx.tr.tour_required_none().to_owned()
    } else {
        cx.tr.tour_required_list(&vm.required.join(cx.tr.list_comma()))
    };
    ui.label(RichText::new(words).font(theme::caption()).color(cx.theme.muted));
    ui.add_space(6.0);
}

fn columns(cx: &PageCx<'_>) -> Vec<Column> {
    let tr = cx.tr;
    TourLine::COLUMNS
        .into_iter()
        .map(|key| match key {
            "date" => Column::text(key, tr.paper_tour_date(), 112.0),
            "slot" => Column::text(key, tr.field("slot"), 56.0),
            "inst" => Column::text(key, tr.paper_tour_place(), 168.0),
            "leader" => Column::text(key, tr.paper_tour_leader(), 72.0),
            "crew" => Column::text(key, tr.paper_tour_crew(), 168.0),
            "car" => Column::text(key, tr.field("car"), 72.0),
            "content" => Column::text(key, tr.field("content"), 168.0).wide(),
            "seen" => Column::number(key, tr.field("seen"), 72.0),
            _ => Column::text(key, tr.field("status"), 72.0),
        })
        .collect()
}
