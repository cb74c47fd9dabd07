//! The form of a fund: where the money comes from, for which site or project, how much, and until when.

use egui::{RichText, Ui};

use crate::app::tasks::{FundBook, FundForm};
use crate::domain::Edit;
use crate::ui::PageCx;
use crate::ui::theme;
use crate::ui::widget::{Button, Choice, DateField, Dropdown, Field, Icon};

/// Draws the form; the edit that stores it. A new fund is stored by its button, a stored one as each field is left.
pub fn form_ui(ui: &mut Ui, cx: &PageCx<'_>, form: &mut FundForm, picture: &FundBook) -> Option<Edit> {
    ui.spacing_mut().item_spacing.y = 8.0;
    let tr = cx.tr;
    let width = ui.available_width();
    let is_new = form.record.id.is_new();
    ui.label(RichText::new(if is_new { tr.funds_add() } else { tr.funds_fund() }).font(theme::strong()));
    let save = Button::main(tr.duties_save()).icon(Icon::Check).enabled(form.edit(&picture.registry).is_some());
    let is_asked = is_new && save.ui(ui, cx.theme).clicked();
    let none = Choice::new(None, tr.funds_no_site());
    let each = picture.registry.institutions.values().map(|inst| Choice::new(Some(inst.id), inst.name.clone()));
    let sites: Vec<_> = std::iter::once(none).chain(each).collect();
    let mut is_done = Dropdown::new(tr.field("site"), &sites).width(width).ui(ui, cx.theme, tr, &mut form.record.site);
    let text = |ui: &mut Ui, field: Field<'_>, value: &mut String| field.ui(ui, cx.theme, value).lost_focus();
    let missing = (!is_new && form.has_no_purpose()).then(|| tr.funds_project_missing());
    is_done |= text(ui, Field::new(tr.field("project")).trouble(missing), &mut form.record.project);
    is_done |= text(ui, Field::new(tr.funds_source()), &mut form.record.source);
    let wrong = form.is_budget_wrong().then(|| tr.tasks_budget_wrong());
    is_done |= text(ui, Field::new(tr.funds_budget()).trouble(wrong), &mut form.budget);
    let from = DateField::new(tr.funds_from(), &picture.calendar, cx.today);
    is_done |= from.ui(ui, cx.theme, tr, &mut form.record.from_on);
    let to = DateField::new(tr.funds_to(), &picture.calendar, cx.today);
    is_done |= to.ui(ui, cx.theme, tr, &mut form.record.to_on);
    if form.is_end_wrong() {
        ui.label(RichText::new(tr.duties_end_wrong()).font(theme::caption()).color(cx.theme.danger));
    }
    is_done |= text(ui, Field::new(tr.field("note")).rows(2), &mut form.record.note);
    let is_meant = if is_new { is_asked } else { is_done };
    if is_meant { form.edit(&picture.registry) } else { None }
}
