//! The rules of a plan, each with a slider for its weight and the weight in words.

use egui::{RichText, Slider, Ui};

use crate::app::planning::{GREATEST, WeightLine, WeightsVm};
use crate::domain::{Edit, RuleForce, RuleTerm};
use crate::ui::{Command, Live, PageCx, theme};

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
        let mut is_on = line.rule.is_on;
        let check = ui.checkbox(&mut is_on, RichText::new(line.name).font(theme::body()));
        if check.on_hover_text(line.hint).changed() {
            edit = line.switch(is_on, tr);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let words = match sliding {
                Some((term, price)) if *term == line.term => words_of(cx, line, *price),
                _ => line.words(tr),
            };
            ui.label(RichText::new(words).font(theme::caption()).color(cx.theme.muted));
        });
    });
    if !line.rule.is_on {
        return edit;
    }
    ui.horizontal(|ui| {
        ui.add_space(24.0);
        let mut is_hard = line.rule.force == RuleForce::Hard;
        if is_hard {
            bounds_ui(ui, cx, line);
        } else {
            edit = edit.take().or(slider_ui(ui, cx, line, sliding));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let hard = ui.checkbox(&mut is_hard, RichText::new(tr.plan_hard()).font(theme::caption()));
            if hard.changed() {
                edit = line.force(if is_hard { RuleForce::Hard } else { RuleForce::Price }, tr);
            }
        });
    });
    if line.narrower > 0 {
        ui.label(RichText::new(tr.plan_narrower(line.narrower)).font(theme::caption()).color(cx.theme.muted));
    }
    edit
}

/// What the bounds of a firm rule are.
fn bounds_ui(ui: &mut Ui, cx: &PageCx<'_>, line: &WeightLine) {
    let words = cx.tr.rule_bounds(line.rule.at_least, line.rule.at_most);
    ui.label(RichText::new(words).font(theme::caption()).color(cx.theme.muted));
}

fn slider_ui(ui: &mut Ui, cx: &PageCx<'_>, line: &WeightLine, sliding: &mut Option<(RuleTerm, u32)>) -> Option<Edit> {
    let stored = line.rule.price.min(GREATEST);
    let mut price = sliding.filter(|(term, _)| *term == line.term).map_or(stored, |(_, price)| price);
    ui.spacing_mut().slider_width = 116.0;
    let slider = Slider::new(&mut price, 0..=GREATEST).show_value(false).step_by(1.0);
    let response = ui.add(slider).accessible_name(cx.tr.plan_weight_of(line.name));
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
