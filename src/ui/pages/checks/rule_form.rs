//! The form of a rule: each box that is left with something new is one edit.

use egui::{Panel, RichText, ScrollArea, Ui};

use crate::app::checks::{BoundText, bounds_of, with_bound};
use crate::domain::{
    CheckRule, Institution, InstitutionId, InstitutionKind, Programme, Registry, RelationId, Severity, WorkCalendar,
};
use crate::i18n::Tr;
use crate::ui::page::PageCx;
use crate::ui::theme::{self, INSPECTOR};
use crate::ui::widget::{Choice, DateField, Dropdown, Field};

/// A rule while it is being written.
#[derive(Debug)]
pub(super) struct Draft {
    /// The row as it would be stored.
    pub(super) record: CheckRule,
    bounds: Vec<BoundText>,
    basis: String,
    /// The bound that cannot stand as it is written.
    wrong: Option<&'static str>,
}

impl Draft {
    /// The form of a stored row.
    pub(super) fn new(record: &CheckRule, tr: Tr) -> Self {
        Self { record: record.clone(), bounds: bounds_of(record, tr), basis: record.basis.clone(), wrong: None }
    }
}

/// Draws the form; the row as it should be stored, where something was changed.
pub(super) fn form_ui(
    ui: &mut Ui,
    cx: &PageCx<'_>,
    draft: &mut Draft,
    registry: &Registry,
    calendar: &WorkCalendar,
) -> Option<CheckRule> {
    let before = draft.record.clone();
    let frame = egui::Frame::new().inner_margin(egui::Margin { left: 16, right: 0, top: 4, bottom: 8 });
    Panel::right("rule").default_size(INSPECTOR).size_range(240.0..=480.0).frame(frame).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            let title = format!("{} {}", draft.record.code, cx.tr.check_name(&draft.record.code));
            ui.label(RichText::new(title).font(theme::strong()));
            bounds_ui(ui, cx, draft);
            scope_ui(ui, cx, &mut draft.record, registry);
            severity_ui(ui, cx, &mut draft.record);
            if Field::new(cx.tr.checks_basis()).rows(3).ui(ui, cx.theme, &mut draft.basis).lost_focus() {
                draft.basis.trim().clone_into(&mut draft.record.basis);
            }
            DateField::new(cx.tr.rules_from(), calendar, cx.today).ui(ui, cx.theme, cx.tr, &mut draft.record.from_on);
            DateField::new(cx.tr.rules_to(), calendar, cx.today).ui(ui, cx.theme, cx.tr, &mut draft.record.to_on);
        });
    });
    (draft.record != before).then(|| draft.record.clone())
}

fn bounds_ui(ui: &mut Ui, cx: &PageCx<'_>, draft: &mut Draft) {
    let mut changed = None;
    for bound in &mut draft.bounds {
        if bound.is_list || bound.choices.is_empty() {
            let trouble = (draft.wrong == Some(bound.name)).then(|| cx.tr.rules_wrong());
            let hint = bound.choices.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(cx.tr.list_comma());
            if Field::new(bound.label).hint(&hint).trouble(trouble).ui(ui, cx.theme, &mut bound.text).lost_focus() {
                changed = Some((bound.name, bound.text.clone()));
            }
            continue;
        }
        let choices: Vec<Choice<String>> =
            bound.choices.iter().map(|(_, name)| Choice::new((*name).to_owned(), *name)).collect();
        let width = ui.available_width();
        if Dropdown::new(bound.label, &choices).width(width).ui(ui, cx.theme, cx.tr, &mut bound.text) {
            changed = Some((bound.name, bound.text.clone()));
        }
    }
    if let Some((name, text)) = changed {
        match with_bound(&draft.record, name, &text, cx.tr) {
            Some(record) => (draft.record, draft.wrong) = (record, None),
            None => draft.wrong = Some(name),
        }
    }
}

fn scope_ui(ui: &mut Ui, cx: &PageCx<'_>, record: &mut CheckRule, registry: &Registry) {
    let tr = cx.tr;
    let width = ui.available_width();
    let mut programmes = vec![Choice::new(None, tr.check_all_places())];
    programmes.extend(Programme::ALL.iter().map(|one| Choice::new(Some(*one), tr.programme(*one))));
    Dropdown::new(tr.rules_programme(), &programmes).width(width).ui(ui, cx.theme, tr, &mut record.programme);
    let mut relations: Vec<Choice<Option<RelationId>>> = vec![Choice::new(None, tr.check_all_places())];
    let place = |id| registry.institutions.get(&id).map_or("", |place| place.name.as_str());
    relations.extend(
        registry.relations.values().filter(|relation| relation.programme != Programme::Subordination).map(|relation| {
            let name = format!("{} \u{2192} {}", place(relation.from_inst), place(relation.to_inst));
            Choice::new(Some(relation.id), name)
        }),
    );
    Dropdown::new(tr.rules_relation(), &relations).width(width).ui(ui, cx.theme, tr, &mut record.relation);
    let mut kinds = vec![Choice::new(None, tr.check_all_places())];
    kinds.extend(InstitutionKind::ALL.iter().map(|kind| Choice::new(Some(*kind), tr.institution_kind(*kind))));
    Dropdown::new(tr.rules_inst_kind(), &kinds).width(width).ui(ui, cx.theme, tr, &mut record.inst_kind);
    let mut sites: Vec<&Institution> = registry.institutions.values().collect();
    sites.sort_by_key(|site| (site.sort, site.id));
    let mut places: Vec<Choice<Option<InstitutionId>>> = vec![Choice::new(None, tr.check_all_places())];
    places.extend(sites.into_iter().map(|site| Choice::new(Some(site.id), site.name.as_str())));
    Dropdown::new(tr.rules_inst(), &places).width(width).ui(ui, cx.theme, tr, &mut record.inst);
}

fn severity_ui(ui: &mut Ui, cx: &PageCx<'_>, record: &mut CheckRule) {
    let tr = cx.tr;
    let width = ui.available_width();
    let all = [Severity::Hint, Severity::Warning, Severity::Failure];
    let severities: Vec<Choice<Severity>> = all.iter().map(|one| Choice::new(*one, tr.severity(*one))).collect();
    Dropdown::new(tr.checks_severity(), &severities).width(width).ui(ui, cx.theme, tr, &mut record.severity);
    let states = [Choice::new(false, tr.check_rule_on()), Choice::new(true, tr.check_rule_off())];
    Dropdown::new(tr.rules_state(), &states).width(width).ui(ui, cx.theme, tr, &mut record.is_off);
}
