//! The rules of a plan, each with a slider for its weight and the weight in words.

use egui::{RichText, Ui};

use crate::app::planning::{GREATEST, WeightLine, WeightsVm};
use crate::domain::{Edit, RuleForce, RuleTerm};
use crate::ui::widget::{Button, Icon, slider};
use crate::ui::{Command, Live, PageCx, theme};

/// Width of a rule's name, in points.
const NAME: f32 = 124.0;
/// Width of a slider, in points.
const SLIDER: f32 = 64.0;

/// Draws the rules; a weight is stored when its slider is let go.
pub fn weights_ui(ui: &mut Ui, cx: &mut PageCx<'_>, weights: &Live<WeightsVm>, sliding: &mut Option<(RuleTerm, u32)>) {
    let Some(Ok(vm)) = weights.get() else { return };
    for line in &vm.lines {
        if let Some(edit) = line_ui(ui, cx, line, sliding) {
            cx.out.push(Command::Run(edit));
        }
    }
}

fn line_ui(ui: &mut Ui, cx: &PageCx<'_>, line: &WeightLine, sliding: &mut Option<(RuleTerm, u32)>) -> Option<Edit> {
    let tr = cx.tr;
    let mut edit = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let mut is_on = line.rule.is_on;
        ui.scope(|ui| {
            ui.set_width(NAME);
            ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
            let check = ui.checkbox(&mut is_on, RichText::new(line.name).font(theme::body()));
            if check.on_hover_text(hint(cx, line)).changed() {
                edit = line.switch(is_on, tr);
            }
        });
        if !line.rule.is_on {
            return;
        }
        let is_hard = line.rule.force == RuleForce::Hard;
        if is_hard {
            ui.add_space(SLIDER + 6.0);
        } else {
            edit = edit.take().or(slider_ui(ui, cx, line, sliding));
        }
        let words = match sliding {
            Some((term, price)) if *term == line.term => words_of(cx, line, *price),
            _ => line.words(tr),
        };
        ui.label(RichText::new(words).font(theme::caption()).color(cx.theme.muted));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let name = tr.plan_hard_of(line.name);
            if Button::icon_only(Icon::Lock, &name).on(is_hard).ui(ui, cx.theme).clicked() {
                edit = line.force(if is_hard { RuleForce::Price } else { RuleForce::Hard }, tr);
            }
        });
    });
    edit
}

/// The name in full, what the rule means, its bounds, and how many narrower ones there are.
fn hint(cx: &PageCx<'_>, line: &WeightLine) -> String {
    let bounds = cx.tr.rule_bounds(line.rule.at_least, line.rule.at_most);
    let narrower = if line.narrower > 0 { cx.tr.plan_narrower(line.narrower) } else { String::new() };
    [line.name.to_owned(), line.hint.to_owned(), bounds, narrower]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

fn slider_ui(ui: &mut Ui, cx: &PageCx<'_>, line: &WeightLine, sliding: &mut Option<(RuleTerm, u32)>) -> Option<Edit> {
    let stored = line.rule.price.min(GREATEST);
    let mut price = sliding.filter(|(term, _)| *term == line.term).map_or(stored, |(_, price)| price);
    let name = cx.tr.plan_weight_of(line.name);
    let response = slider(ui, cx.theme, (&name, SLIDER), &mut price, (0..=GREATEST, 1.0));
    if response.changed() {
        *sliding = Some((line.term, price));
    }
    let is_left = response.drag_stopped() || (response.lost_focus() && !response.dragged());
    let moved = sliding.filter(|(term, _)| *term == line.term && is_left)?;
    *sliding = None;
    line.weigh(moved.1, cx.tr)
}

fn words_of(cx: &PageCx<'_>, line: &WeightLine, price: u32) -> &'static str {
    let mut tried = line.clone();
    tried.rule.price = price;
    tried.words(cx.tr)
}
