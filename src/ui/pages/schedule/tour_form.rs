//! The form of a tour: when, where, who, and what came of it.

use egui::{RichText, Ui};

use crate::app::rota::{TourForm, ToursVm};
use crate::domain::{Slot, TourStatus, WorkCalendar};
use crate::ui::PageCx;
use crate::ui::theme;
use crate::ui::widget::{Button, Choice, DateField, Dropdown, Field, Icon};

/// Whether the form can be kept as it stands.
pub fn is_ready(form: &TourForm) -> bool {
    form.troubles().is_empty() && form.tour.to_on >= form.tour.from_on
}

/// Draws the form.
pub fn tour_form_ui(ui: &mut Ui, cx: &PageCx<'_>, vm: &ToursVm, form: &mut TourForm, calendar: Option<&WorkCalendar>) {
    let (tr, width) = (cx.tr, ui.available_width() - 8.0);
    when_ui(ui, cx, form, calendar, width);
    let sites: Vec<_> = vm.sites.iter().map(|(id, name)| Choice::new(*id, name.clone())).collect();
    Dropdown::new(tr.paper_tour_place(), &sites).width(width).ui(ui, cx.theme, tr, &mut form.tour.inst);
    Field::new(tr.field("village")).width(width).ui(ui, cx.theme, &mut form.tour.village);
    let mut leaders: Vec<Choice<String>> = vec![Choice::new(String::new(), tr.schedule_fields_none())];
    leaders.extend(vm.people.iter().map(|(_, name)| Choice::new(name.clone(), name.clone())));
    if !leaders.iter().any(|choice| choice.value == form.tour.leader_name) {
        leaders.push(Choice::new(form.tour.leader_name.clone(), form.tour.leader_name.clone()));
    }
    Dropdown::new(tr.paper_tour_leader(), &leaders).width(width).ui(ui, cx.theme, tr, &mut form.tour.leader_name);
    Field::new(tr.rota_tour_members()).width(width).ui(ui, cx.theme, &mut form.members);
    Field::new(tr.field("content")).width(width).ui(ui, cx.theme, &mut form.tour.content);
    let half = (width - 8.0) / 2.0;
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| Field::new(tr.field("car")).width(half).ui(ui, cx.theme, &mut form.tour.car));
        ui.vertical(|ui| Field::new(tr.field("contact")).width(half).ui(ui, cx.theme, &mut form.tour.contact));
    });
    let statuses: Vec<Choice<TourStatus>> =
        TourStatus::ALL.iter().map(|status| Choice::new(*status, tr.tour_status(*status))).collect();
    Dropdown::new(tr.field("status"), &statuses).width(width).ui(ui, cx.theme, tr, &mut form.tour.status);
    ui.label(RichText::new(tr.rota_tour_counts()).font(theme::strong()));
    present_ui(ui, cx, form, width);
    counts_ui(ui, cx, form, half);
    Field::new(tr.field("given")).width(width).ui(ui, cx.theme, &mut form.tour.given);
    Field::new(tr.field("problems")).width(width).rows(2).ui(ui, cx.theme, &mut form.tour.problems);
    if form.tour.to_on < form.tour.from_on {
        ui.label(RichText::new(tr.rota_template_upside_down()).color(cx.theme.danger));
    }
}

fn when_ui(ui: &mut Ui, cx: &PageCx<'_>, form: &mut TourForm, calendar: Option<&WorkCalendar>, width: f32) {
    let tr = cx.tr;
    if let Some(calendar) = calendar {
        let mut from = Some(form.tour.from_on);
        if DateField::new(tr.field("from_on"), calendar, cx.today).ui(ui, cx.theme, tr, &mut from)
            && let Some(on) = from
        {
            let is_one_day = form.tour.to_on == form.tour.from_on;
            form.tour.from_on = on;
            if is_one_day {
                form.tour.to_on = on;
            }
        }
        let mut to = Some(form.tour.to_on);
        if DateField::new(tr.field("to_on"), calendar, cx.today).ui(ui, cx.theme, tr, &mut to)
            && let Some(on) = to
        {
            form.tour.to_on = on;
        }
    }
    let slots = [
        Choice::new(None, tr.rota_tour_all_day()),
        Choice::new(Some(Slot::Am), tr.slot(Slot::Am)),
        Choice::new(Some(Slot::Pm), tr.slot(Slot::Pm)),
    ];
    Dropdown::new(tr.field("slot"), &slots).width(width).ui(ui, cx.theme, tr, &mut form.tour.slot);
}

/// Who of the members was there: one line each, and one button for all.
fn present_ui(ui: &mut Ui, cx: &PageCx<'_>, form: &mut TourForm, width: f32) {
    let tr = cx.tr;
    let names = form.names();
    if names.is_empty() {
        return;
    }
    ui.label(RichText::new(tr.tour_present()).font(theme::caption()).color(cx.theme.muted));
    let states = [
        Choice::new(None, tr.tour_present_open()),
        Choice::new(Some(true), tr.tour_present_yes()),
        Choice::new(Some(false), tr.tour_present_no()),
    ];
    for name in names {
        ui.horizontal(|ui| {
            let mut state = form.present.get(&name).copied();
            let label = tr.tour_present_of(&name);
            let list = Dropdown::new(&label, &states).bare().width(112.0);
            if list.ui(ui, cx.theme, tr, &mut state) {
                match state {
                    Some(is_present) => drop(form.present.insert(name.clone(), is_present)),
                    None => drop(form.present.remove(&name)),
                }
            }
            ui.add(egui::Label::new(&name).truncate());
        });
    }
    ui.set_max_width(width);
    if Button::new(tr.tour_present_all()).icon(Icon::Check).ui(ui, cx.theme).clicked() {
        form.all_present();
    }
}

/// Six figures in two columns; what is no whole number says so.
fn counts_ui(ui: &mut Ui, cx: &PageCx<'_>, form: &mut TourForm, half: f32) {
    const FIELDS: [&str; 6] = ["seen", "consultations", "rounds", "discussions", "lectures", "trainees"];
    let (tr, troubles) = (cx.tr, form.troubles());
    for (row, fields) in FIELDS.chunks(2).enumerate() {
        ui.horizontal_top(|ui| {
            for (column, key) in fields.iter().enumerate() {
                let place = 2 * row + column;
                let Some(text) = form.counts.get_mut(place) else { continue };
                let trouble = troubles.contains(&place).then(|| tr.rota_tour_bad_count());
                ui.vertical(|ui| Field::new(tr.field(key)).width(half).trouble(trouble).ui(ui, cx.theme, text));
            }
        });
    }
}
