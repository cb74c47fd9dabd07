//! The form of a person and a stint: every field says itself what is wrong with it.

use chrono::NaiveDate;
use egui::{RichText, Ui};

use crate::app::people::{ExpertForm, FormField, Pick, StintPart, Trouble, read_known_date};
use crate::domain::{
    BatchId, Department, Discipline, EndReason, Id, Institution, InstitutionId, Precision, Registry, Sex, StintMode,
    StintRole, WorkCalendar,
};
use crate::i18n::Tr;
use crate::ui::theme::{self, Theme};
use crate::ui::widget::{Choice, DateField, Dropdown, Field};

/// What the form needs to know while it is drawn.
pub struct FormCx<'a> {
    /// Colours.
    pub theme: &'a Theme,
    /// Words.
    pub tr: Tr,
    /// The records to choose from.
    pub registry: &'a Registry,
    /// The calendar for picking dates.
    pub calendar: &'a WorkCalendar,
    /// Today.
    pub today: NaiveDate,
    /// What is wrong, shown where it is.
    pub troubles: &'a [Trouble],
}

impl FormCx<'_> {
    fn trouble(&self, field: FormField) -> Option<&str> {
        self.troubles.iter().find(|trouble| trouble.field == field).map(|trouble| trouble.words.as_str())
    }
}

/// Draws the form; true where a field was confirmed: left after typing, or chosen.
pub fn form_ui(ui: &mut Ui, cx: &FormCx<'_>, form: &mut ExpertForm) -> bool {
    ui.spacing_mut().item_spacing.y = 8.0;
    let mut is_done = false;
    if let Some(stint) = &mut form.stint {
        group(ui, cx.tr.form_group_stint());
        is_done |= stint_ui(ui, cx, stint);
        ui.add_space(8.0);
    }
    group(ui, cx.tr.form_group_person());
    is_done | person_ui(ui, cx, form)
}

fn group(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).font(theme::strong()));
}

fn person_ui(ui: &mut Ui, cx: &FormCx<'_>, form: &mut ExpertForm) -> bool {
    let tr = cx.tr;
    let mut is_done =
        text(ui, cx, Field::new(tr.people_column_name()).trouble(cx.trouble(FormField::Name)), &mut form.name);
    let sexes = optional(cx, Sex::ALL, Tr::sex);
    let year = Field::new(tr.field("birth_year")).trouble(cx.trouble(FormField::BirthYear));
    is_done |= pair(
        ui,
        |ui, width| list(ui, cx, tr.field("sex"), &sexes, width, &mut form.sex),
        |ui, width| text(ui, cx, year.width(width), &mut form.birth_year),
    );
    is_done |= text(ui, cx, Field::new(tr.field("title_text")), &mut form.title);
    is_done |= text(ui, cx, Field::new(tr.field("post")), &mut form.post);
    is_done |= pair(
        ui,
        |ui, width| text(ui, cx, Field::new(tr.field("party")).width(width), &mut form.party),
        |ui, width| text(ui, cx, Field::new(tr.people_code()).width(width), &mut form.code),
    );
    is_done |= institution(ui, cx, tr.people_column_home(), &mut form.inst, &mut form.dept);
    is_done |= department(ui, cx, tr.people_column_home_dept(), form.inst.known(), &mut form.dept);
    let disciplines = optional(cx, Discipline::ALL, Tr::discipline);
    let width = ui.available_width();
    is_done |= list(ui, cx, tr.field("discipline"), &disciplines, width, &mut form.discipline);
    is_done |= text(ui, cx, Field::new(tr.field("specialty")), &mut form.specialty);
    is_done |= text(ui, cx, Field::new(tr.field("phone")), &mut form.phone);
    is_done | text(ui, cx, Field::new(tr.field("note")), &mut form.note)
}

fn stint_ui(ui: &mut Ui, cx: &FormCx<'_>, stint: &mut StintPart) -> bool {
    let tr = cx.tr;
    let mut is_done = institution(ui, cx, tr.field("host_inst"), &mut stint.host_inst, &mut stint.host_dept);
    trouble(ui, cx, FormField::Host);
    is_done |= department(ui, cx, tr.field("host_dept"), stint.host_inst.known(), &mut stint.host_dept);
    let batches = batches(cx);
    let roles = all(StintRole::ALL, |role| tr.stint_role(role));
    let modes = all(StintMode::ALL, |mode| tr.stint_mode(mode));
    let width = ui.available_width();
    is_done |= list(ui, cx, tr.field("batch"), &batches, width, &mut stint.batch);
    is_done |= pair(
        ui,
        |ui, width| list(ui, cx, tr.field("role"), &roles, width, &mut stint.role),
        |ui, width| list(ui, cx, tr.field("mode"), &modes, width, &mut stint.mode),
    );
    is_done |= date(ui, cx, tr.field("arrive_on"), FormField::Arrive, &mut stint.arrive);
    is_done |= date(ui, cx, tr.field("plan_leave_on"), FormField::PlanLeave, &mut stint.plan_leave);
    is_done |= date(ui, cx, tr.field("leave_on"), FormField::Leave, &mut stint.leave);
    if !stint.leave.trim().is_empty() || stint.end_reason.is_some() {
        let reasons = optional(cx, EndReason::ALL, Tr::end_reason);
        is_done |= list(ui, cx, tr.field("end_reason"), &reasons, width, &mut stint.end_reason);
    }
    is_done |= ui.checkbox(&mut stint.no_mentoring, tr.field("no_mentoring")).changed();
    is_done | text(ui, cx, Field::new(tr.form_stint_note()), &mut stint.note)
}

/// Two fields side by side; whether one of them was confirmed.
fn pair(ui: &mut Ui, left: impl FnOnce(&mut Ui, f32) -> bool, right: impl FnOnce(&mut Ui, f32) -> bool) -> bool {
    let width = (ui.available_width() - 8.0) / 2.0;
    ui.horizontal_top(|ui| {
        let left = ui.allocate_ui(egui::vec2(width, 0.0), |ui| left(ui, width)).inner;
        let right = ui.allocate_ui(egui::vec2(width, 0.0), |ui| right(ui, width)).inner;
        left || right
    })
    .inner
}

fn text(ui: &mut Ui, cx: &FormCx<'_>, field: Field<'_>, value: &mut String) -> bool {
    field.ui(ui, cx.theme, value).lost_focus()
}

fn trouble(ui: &mut Ui, cx: &FormCx<'_>, field: FormField) {
    if let Some(words) = cx.trouble(field) {
        ui.label(RichText::new(words).font(theme::caption()).color(cx.theme.danger));
    }
}

fn list<T: PartialEq + Clone>(
    ui: &mut Ui,
    cx: &FormCx<'_>,
    label: &str,
    choices: &[Choice<T>],
    width: f32,
    chosen: &mut T,
) -> bool {
    Dropdown::new(label, choices).width(width).ui(ui, cx.theme, cx.tr, chosen)
}

/// A date known to a day, a month or a year, typed or picked.
fn date(ui: &mut Ui, cx: &FormCx<'_>, label: &str, field: FormField, typed: &mut String) -> bool {
    let width = ui.available_width() - theme::ROW - 4.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let shown = Field::new(label).hint(cx.tr.form_date_hint()).width(width).trouble(cx.trouble(field));
        let mut is_done = text(ui, cx, shown, typed);
        let mut picked = read_known_date(typed, cx.today).map(|(on, _)| on);
        let name = cx.tr.form_pick(label);
        ui.vertical(|ui| {
            ui.add_space(18.0);
            if DateField::new(&name, cx.calendar, cx.today).button_ui(ui, cx.theme, cx.tr, &mut picked)
                && let Some(on) = picked
            {
                *typed = cx.tr.known_date(on, Precision::Day);
                is_done = true;
            }
        });
        is_done
    })
    .inner
}

fn institution(
    ui: &mut Ui,
    cx: &FormCx<'_>,
    label: &str,
    pick: &mut Pick<Institution>,
    dept: &mut Pick<Department>,
) -> bool {
    let mut known: Vec<&Institution> = cx.registry.institutions.values().collect();
    known.sort_by_key(|inst| (inst.sort, inst.id));
    let names = known.into_iter().map(|inst| (inst.id, inst.name.as_str()));
    let before = pick.clone();
    let is_done = growing(ui, cx, label, names, pick);
    if *pick != before && matches!(dept, Pick::Known(_)) {
        *dept = Pick::Nothing;
    }
    is_done
}

fn department(
    ui: &mut Ui,
    cx: &FormCx<'_>,
    label: &str,
    inst: Option<InstitutionId>,
    pick: &mut Pick<Department>,
) -> bool {
    let mut known: Vec<&Department> = cx.registry.departments.values().filter(|dept| Some(dept.inst) == inst).collect();
    known.sort_by_key(|dept| (dept.sort, dept.id));
    growing(ui, cx, label, known.into_iter().map(|dept| (dept.id, dept.name.as_str())), pick)
}

/// A list of names with nothing at its head and a new one at its end.
fn growing<'a, T: PartialEq>(
    ui: &mut Ui,
    cx: &FormCx<'_>,
    label: &str,
    names: impl Iterator<Item = (Id<T>, &'a str)>,
    pick: &mut Pick<T>,
) -> bool {
    let width = ui.available_width();
    let new = match &*pick {
        Pick::New(name) => name.clone(),
        Pick::Nothing | Pick::Known(_) => String::new(),
    };
    let mut choices = vec![Choice::new(Pick::Nothing, cx.tr.schedule_fields_none())];
    choices.extend(names.map(|(id, name)| Choice::new(Pick::Known(id), name)));
    choices.push(Choice::new(Pick::New(new), cx.tr.form_new_name()));
    let is_changed = list(ui, cx, label, &choices, width, pick);
    match pick {
        Pick::New(name) => text(ui, cx, Field::new(&cx.tr.form_new_name_of(label)), name),
        Pick::Nothing | Pick::Known(_) => is_changed,
    }
}

fn batches(cx: &FormCx<'_>) -> Vec<Choice<Option<BatchId>>> {
    let none = Choice::new(None, cx.tr.schedule_fields_none());
    let each = cx.registry.batches.values().map(|batch| Choice::new(Some(batch.id), cx.tr.batch_name(batch)));
    std::iter::once(none).chain(each).collect()
}

fn all<T: Copy>(values: &[T], word: impl Fn(T) -> &'static str) -> Vec<Choice<T>> {
    values.iter().map(|value| Choice::new(*value, word(*value))).collect()
}

fn optional<T: Copy>(cx: &FormCx<'_>, values: &[T], word: impl Fn(Tr, T) -> &'static str) -> Vec<Choice<Option<T>>> {
    let none = Choice::new(None, cx.tr.schedule_fields_none());
    std::iter::once(none).chain(values.iter().map(|value| Choice::new(Some(*value), word(cx.tr, *value)))).collect()
}
