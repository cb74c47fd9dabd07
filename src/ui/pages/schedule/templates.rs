//! The weekly templates: a table, and the form of one beside it.

use egui::{Align, Layout, RichText, Ui};

use super::side_form::{NEW, SideForm, SideFrame, is_new_asked};
use crate::app::rota::{TemplateForm, TemplateLine, TemplatesVm};
use crate::domain::{DepartmentId, HolidayRule, Slot, StintId, WeekRule, WorkCalendar};
use crate::ui::widget::table::CellTone;
use crate::ui::widget::{
    Button, Choice, Column, DateField, Dropdown, Empty, Field, Icon, Table, TableRow, TableState, live_ui,
};
use crate::ui::{Command, Live, PageCx, Tone};

/// Width of the form, in points.
const FORM: f32 = 300.0;

/// The part of the page.
#[derive(Default)]
pub struct TemplatesPart {
    list: Live<TemplatesVm>,
    table: TableState,
    form: SideForm<TemplateForm>,
}

impl TableRow for TemplateLine {
    fn key(&self) -> i64 {
        self.id.raw()
    }

    fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    fn tone(&self, column: usize) -> CellTone {
        match column {
            _ if self.is_over => CellTone::Muted,
            0 => CellTone::Strong,
            _ => CellTone::Plain,
        }
    }
}

impl TemplatesPart {
    /// Hears that records have changed.
    pub const fn expire(&mut self) {
        self.list.expire();
    }

    /// Draws the bar's own part.
    pub fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if Button::main(cx.tr.rota_template_new()).icon(Icon::Add).shortcut(NEW).ui(ui, cx.theme).clicked() {
                self.begin(cx);
            }
        });
    }

    fn begin(&mut self, cx: &mut PageCx<'_>) {
        let Some(Ok(list)) = self.list.get() else { return };
        self.form.begin(&mut self.table, list.blank());
        if self.form.shown.is_none() {
            cx.out.push(Command::Say(Tone::Info, cx.tr.rota_template_nobody().to_owned()));
        }
    }

    /// Draws the table and the form.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, calendar: Option<&WorkCalendar>) {
        let tr = cx.tr;
        self.list.refresh(|| cx.desk.ask(move |office| Ok(TemplatesVm::load(office, tr))));
        let revision = self.list.revision();
        if let Some(Ok(list)) = self.list.get() {
            self.form.turn(&self.table, revision, |id| list.form(id));
        }
        self.side_ui(ui, cx, calendar);
        let Self { list, table, .. } = self;
        let (mut is_first_step, mut is_opened) = (false, false);
        let mut edit = None;
        live_ui(ui, cx.theme, tr, list.get(), |ui, vm| {
            let empty = Empty {
                icon: Icon::Calendar,
                title: tr.rota_template_empty_title(),
                text: tr.rota_template_empty_text(),
                action: Some(tr.rota_template_new()),
            };
            let columns = columns(cx);
            let shown = Table::new("templates", tr.rota_view_templates(), &columns, revision).empty(empty).deletable();
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
        let Some(Ok(vm)) = list.get() else { return };
        let is_ready = !shown.is_upside_down();
        let frame = SideFrame { name: "template form", title: cx.tr.rota_view_templates(), width: FORM, is_ready };
        let answer = frame.ui(ui, cx, keyboard, |ui, cx| form_ui(ui, cx, vm, shown, calendar));
        if answer.is_kept {
            let name = vm.experts.iter().find(|(id, _)| *id == shown.row.stint).map_or("", |(_, name)| name.as_str());
            super::board::run(shown.edit(name), cx);
        }
        if answer.is_left || (answer.is_kept && shown.row.id.is_new()) {
            form.leave(table);
        }
    }
}

fn columns(cx: &PageCx<'_>) -> Vec<Column> {
    let tr = cx.tr;
    let widths = [88.0, 68.0, 64.0, 92.0, 92.0, 128.0, 108.0, 200.0, 72.0];
    let title = |key: &str| match key {
        "person" => tr.rota_template_expert().to_owned(),
        "valid" => tr.rota_template_valid().to_owned(),
        key => tr.field(key).to_owned(),
    };
    TemplateLine::COLUMNS.into_iter().zip(widths).map(|(key, width)| Column::text(key, title(key), width)).collect()
}

/// The form.
fn form_ui(ui: &mut Ui, cx: &PageCx<'_>, vm: &TemplatesVm, form: &mut TemplateForm, calendar: Option<&WorkCalendar>) {
    let tr = cx.tr;
    fields_ui(ui, cx, vm, form);
    if let Some(calendar) = calendar {
        DateField::new(tr.field("from_on"), calendar, cx.today).ui(ui, cx.theme, tr, &mut form.row.from_on);
        DateField::new(tr.field("to_on"), calendar, cx.today).ui(ui, cx.theme, tr, &mut form.row.to_on);
    }
    if form.is_upside_down() {
        ui.label(RichText::new(tr.rota_template_upside_down()).color(cx.theme.danger));
    }
}

fn fields_ui(ui: &mut Ui, cx: &PageCx<'_>, vm: &TemplatesVm, form: &mut TemplateForm) {
    let (tr, width) = (cx.tr, ui.available_width() - 8.0);
    let experts: Vec<Choice<StintId>> = vm.experts.iter().map(|(id, name)| Choice::new(*id, name.clone())).collect();
    let mut stint = form.row.stint;
    if Dropdown::new(tr.rota_template_expert(), &experts).width(width).ui(ui, cx.theme, tr, &mut stint) {
        vm.turn_to(form, stint);
    }
    let row = &mut form.row;
    let half = (width - 8.0) / 2.0;
    ui.horizontal(|ui| {
        let days: Vec<Choice<u8>> =
            (1..=7).filter_map(|number| Some(Choice::new(number, tr.paper_weekday(number)?))).collect();
        Dropdown::new(tr.field("weekday"), &days).width(half).ui(ui, cx.theme, tr, &mut row.weekday);
        let slots: Vec<Choice<Slot>> = Slot::ALL.iter().map(|slot| Choice::new(*slot, tr.slot(*slot))).collect();
        Dropdown::new(tr.field("slot"), &slots).width(half).ui(ui, cx.theme, tr, &mut row.slot);
    });
    let weeks: Vec<Choice<WeekRule>> =
        WeekRule::ALL.iter().map(|rule| Choice::new(*rule, tr.week_rule(*rule))).collect();
    Dropdown::new(tr.field("week_rule"), &weeks).width(width).ui(ui, cx.theme, tr, &mut row.week_rule);
    let activities: Vec<_> = vm.activities.iter().map(|(id, name)| Choice::new(*id, name.clone())).collect();
    Dropdown::new(tr.field("activity"), &activities).width(width).ui(ui, cx.theme, tr, &mut row.activity);
    let sites: Vec<_> = vm.sites.iter().map(|(id, name)| Choice::new(*id, name.clone())).collect();
    if Dropdown::new(tr.field("inst"), &sites).width(width).ui(ui, cx.theme, tr, &mut row.inst) {
        row.dept = None;
    }
    let inst = row.inst;
    let own = vm.departments.iter().filter(|(of, ..)| *of == inst);
    let depts: Vec<Choice<Option<DepartmentId>>> = std::iter::once(Choice::new(None, tr.schedule_fields_none()))
        .chain(own.map(|(_, id, name)| Choice::new(Some(*id), name.clone())))
        .collect();
    Dropdown::new(tr.field("dept"), &depts).width(width).ui(ui, cx.theme, tr, &mut row.dept);
    Field::new(tr.field("room")).width(width).ui(ui, cx.theme, &mut row.room);
    let holidays: Vec<Choice<HolidayRule>> =
        HolidayRule::ALL.iter().map(|rule| Choice::new(*rule, tr.holiday_rule(*rule))).collect();
    Dropdown::new(tr.field("holiday_rule"), &holidays).width(width).ui(ui, cx.theme, tr, &mut row.holiday_rule);
}
