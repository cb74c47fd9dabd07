//! The form of a rule of the schedule: what it counts, where it holds, its bounds and its weight.

use egui::{RichText, Ui};

use crate::app::planning::{GREATEST, weight_in_words};
use crate::app::rota::{RuleForm, RulesVm};
use crate::domain::{InstitutionKind, RuleForce, RuleTerm, RuleWindow, Slot, WorkCalendar};
use crate::ui::widget::{Choice, DateField, Dropdown, Field, slider};
use crate::ui::{PageCx, theme};

/// Width of the slider of the weight, in points.
const SLIDER: f32 = 130.0;

/// Draws it.
pub fn form_ui(ui: &mut Ui, cx: &PageCx<'_>, vm: &RulesVm, form: &mut RuleForm, calendar: Option<&WorkCalendar>) {
    let tr = cx.tr;
    ui.label(RichText::new(tr.plan_rule_hint(form.row.term)).font(theme::caption()).color(cx.theme.muted));
    term_ui(ui, cx, form);
    weight_ui(ui, cx, form);
    bounds_ui(ui, cx, form);
    scope_ui(ui, cx, vm, form);
    Field::new(tr.checks_basis()).rows(2).ui(ui, cx.theme, &mut form.basis);
    if let Some(calendar) = calendar {
        DateField::new(tr.rules_from(), calendar, cx.today).ui(ui, cx.theme, tr, &mut form.row.from_on);
        DateField::new(tr.rules_to(), calendar, cx.today).ui(ui, cx.theme, tr, &mut form.row.to_on);
    }
    if form.is_built_in {
        ui.label(RichText::new(tr.rota_rule_copied()).font(theme::caption()).color(cx.theme.muted));
    }
    if let Some(words) = form.trouble(tr) {
        ui.label(RichText::new(words).color(cx.theme.danger));
    }
}

fn term_ui(ui: &mut Ui, cx: &PageCx<'_>, form: &mut RuleForm) {
    let (tr, width) = (cx.tr, ui.available_width() - 8.0);
    let terms: Vec<Choice<RuleTerm>> =
        RuleTerm::ALL.iter().map(|term| Choice::new(*term, tr.rule_term(*term))).collect();
    let mut term = form.row.term;
    if Dropdown::new(tr.rota_rule_term(), &terms).width(width).ui(ui, cx.theme, tr, &mut term) {
        form.turn_to(term);
    }
    let states = [Choice::new(true, tr.check_rule_on()), Choice::new(false, tr.check_rule_off())];
    Dropdown::new(tr.rules_state(), &states).width(width).ui(ui, cx.theme, tr, &mut form.row.is_on);
}

fn weight_ui(ui: &mut Ui, cx: &PageCx<'_>, form: &mut RuleForm) {
    let (tr, width) = (cx.tr, ui.available_width() - 8.0);
    let forces: Vec<Choice<RuleForce>> =
        RuleForce::ALL.iter().map(|force| Choice::new(*force, tr.rule_force(*force))).collect();
    Dropdown::new(tr.rota_rule_force(), &forces).width(width).ui(ui, cx.theme, tr, &mut form.row.force);
    if form.row.force == RuleForce::Hard {
        return;
    }
    ui.label(RichText::new(tr.rota_rule_weight()).font(theme::caption()).color(cx.theme.muted));
    ui.horizontal(|ui| {
        let name = tr.plan_weight_of(tr.rule_term(form.row.term));
        slider(ui, cx.theme, (&name, SLIDER), &mut form.row.price, (0..=GREATEST, 1.0));
        ui.label(format!("{} {}", weight_in_words(&form.row, tr), form.row.price));
    });
}

fn bounds_ui(ui: &mut Ui, cx: &PageCx<'_>, form: &mut RuleForm) {
    let tr = cx.tr;
    let half = (ui.available_width() - 16.0) / 2.0;
    let windows: Vec<Choice<RuleWindow>> =
        RuleWindow::ALL.iter().map(|window| Choice::new(*window, tr.rule_window(*window))).collect();
    Dropdown::new(tr.rota_rule_window(), &windows).width(2.0 * half + 8.0).ui(ui, cx.theme, tr, &mut form.row.window);
    let troubles = form.troubles();
    ui.horizontal(|ui| {
        for ((name, text), is_wrong) in
            [tr.field("at_least"), tr.field("at_most")].into_iter().zip(&mut form.bounds).zip(troubles)
        {
            let trouble = is_wrong.then(|| tr.rota_rule_no_number());
            Field::new(name).width(half).trouble(trouble).ui(ui, cx.theme, text);
        }
    });
    let ranks: Vec<Choice<Option<u8>>> = std::iter::once(Choice::new(None, tr.check_all_places()))
        .chain((1..=5).map(|rank| Choice::new(Some(rank), tr.rota_rule_title(tr.title_rank(rank)))))
        .collect();
    if matches!(form.row.term, RuleTerm::TitleRequired | RuleTerm::ClinicExperts) {
        Dropdown::new(tr.field("min_rank"), &ranks).width(2.0 * half + 8.0).ui(
            ui,
            cx.theme,
            tr,
            &mut form.row.min_rank,
        );
    }
}

fn scope_ui(ui: &mut Ui, cx: &PageCx<'_>, vm: &RulesVm, form: &mut RuleForm) {
    let (tr, width) = (cx.tr, ui.available_width() - 8.0);
    let row = &mut form.row;
    let all = tr.check_all_places();
    let people = chosen_from(&vm.people, all);
    Dropdown::new(tr.field("person"), &people).width(width).ui(ui, cx.theme, tr, &mut row.person);
    let departments = chosen_from(&vm.departments, all);
    Dropdown::new(tr.field("dept"), &departments).width(width).ui(ui, cx.theme, tr, &mut row.dept);
    let activities = chosen_from(&vm.activities, all);
    Dropdown::new(tr.field("activity"), &activities).width(width).ui(ui, cx.theme, tr, &mut row.activity);
    let sites = chosen_from(&vm.sites, all);
    Dropdown::new(tr.field("inst"), &sites).width(width).ui(ui, cx.theme, tr, &mut row.inst);
    let kinds: Vec<(InstitutionKind, String)> =
        InstitutionKind::ALL.iter().map(|kind| (*kind, tr.institution_kind(*kind).to_owned())).collect();
    let kinds = chosen_from(&kinds, all);
    Dropdown::new(tr.rules_inst_kind(), &kinds).width(width).ui(ui, cx.theme, tr, &mut row.inst_kind);
    let half = (width - 8.0) / 2.0;
    ui.horizontal(|ui| {
        let days: Vec<(u8, String)> =
            (1..=7).filter_map(|number| Some((number, tr.paper_weekday(number)?.to_owned()))).collect();
        let days = chosen_from(&days, all);
        Dropdown::new(tr.field("weekday"), &days).width(half).ui(ui, cx.theme, tr, &mut row.weekday);
        let slots: Vec<(Slot, String)> = Slot::ALL.iter().map(|slot| (*slot, tr.slot(*slot).to_owned())).collect();
        let slots = chosen_from(&slots, all);
        Dropdown::new(tr.field("slot"), &slots).width(half).ui(ui, cx.theme, tr, &mut row.slot);
    });
}

/// Everything, or one of the named.
fn chosen_from<T: Copy>(named: &[(T, String)], all: &str) -> Vec<Choice<Option<T>>> {
    let one = named.iter().map(|(id, name)| Choice::new(Some(*id), name.clone()));
    std::iter::once(Choice::new(None, all)).chain(one).collect()
}
