//! What came of a search: its cost and gap, the weeks with changes marked, what is unmet and why, other ways.

use egui::{RichText, ScrollArea, Ui};

use super::{curve_ui, weeks_ui};
use crate::app::planning::{Comparison, Explanation, PlanPicture, PlanWay};
use crate::domain::{Edit, Period};
use crate::ui::widget::{BannerTone, Button, Icon, banner, chip};
use crate::ui::{PageCx, theme};

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Tab {
    #[default]
    Weeks,
    Changes,
    Unfilled,
    Curve,
}

/// A plan that is shown.
pub struct Shown {
    picture: PlanPicture,
    curve: Vec<(u64, i64)>,
    period: Period,
    tab: Tab,
    way: usize,
    week: usize,
    /// Whether records have changed since.
    pub is_stale: bool,
}

impl Shown {
    /// A new plan.
    pub fn new(picture: PlanPicture, curve: Vec<(u64, i64)>, period: Period) -> Self {
        Self { picture, curve, period, tab: Tab::default(), way: 0, week: 0, is_stale: false }
    }

    fn chosen(&self) -> Option<&PlanWay> {
        self.picture.ways.get(self.way)
    }

    /// The way that is looked at beside what stands, or why there is none, and of which days.
    pub fn comparison(&self) -> Option<(&Comparison, Period)> {
        let comparison = self.chosen().map(|way| &way.comparison).or(self.picture.refused.as_ref());
        comparison.map(|comparison| (comparison, self.period))
    }

    /// The step that stores the way that is looked at; a plan from older records is not stored.
    pub fn edit(&self) -> Option<Edit> {
        self.chosen().filter(|_| !self.is_stale).and_then(|way| way.edit.clone())
    }
}

/// Draws it.
pub fn result_ui(ui: &mut Ui, cx: &PageCx<'_>, shown: &mut Shown, reason: Option<&str>) {
    let tr = cx.tr;
    if let Some(reason) = reason {
        banner(ui, cx.theme, BannerTone::Info, reason, None);
    }
    if shown.is_stale {
        banner(ui, cx.theme, BannerTone::Warning, tr.plan_stale(), None);
    }
    let Some(way) = shown.chosen().cloned() else { return without_ui(ui, cx, &shown.picture) };
    figures_ui(ui, cx, &shown.picture, &way);
    ui.label(RichText::new(&shown.picture.basis).font(theme::caption()).color(cx.theme.muted));
    ui.add_space(8.0);
    tabs_ui(ui, cx, shown, &way);
    ui.add_space(8.0);
    match shown.tab {
        Tab::Weeks => weeks_ui::weeks_ui(ui, cx, &way, &mut shown.week),
        Tab::Changes => list_ui(ui, cx, &way.lines, tr.plan_no_changes()),
        Tab::Unfilled => list_ui(ui, cx, &way.unfilled, tr.plan_all_met()),
        Tab::Curve => curve_ui::curve_ui(ui, cx, &shown.curve, ui.available_width().min(640.0)),
    }
}

fn tabs_ui(ui: &mut Ui, cx: &PageCx<'_>, shown: &mut Shown, way: &PlanWay) {
    let tr = cx.tr;
    ui.horizontal_wrapped(|ui| {
        let tabs = [
            (Tab::Weeks, tr.plan_tab_weeks().to_owned()),
            (Tab::Changes, tr.plan_tab_changes(way.lines.len())),
            (Tab::Unfilled, tr.plan_tab_unfilled(way.unfilled.len())),
            (Tab::Curve, tr.plan_tab_curve().to_owned()),
        ];
        for (tab, words) in tabs {
            if chip(ui, cx.theme, &words, shown.tab == tab).clicked() {
                shown.tab = tab;
            }
        }
        if shown.picture.ways.len() > 1 {
            ui.add_space(16.0);
            let mut chosen = shown.way;
            for (number, other) in shown.picture.ways.iter().enumerate() {
                let name = way_name(cx, &shown.picture.ways, number);
                let words = tr.plan_way_words(other.cost, other.lines.len());
                let button = Button::quiet(&name).on(shown.way == number).tooltip(&words);
                if button.ui(ui, cx.theme).clicked() {
                    chosen = number;
                }
            }
            shown.way = chosen;
        }
    });
}

/// What sets a way apart from the one that is suggested.
fn way_name(cx: &PageCx<'_>, ways: &[PlanWay], number: usize) -> String {
    let tr = cx.tr;
    match (ways.first(), ways.get(number)) {
        _ if number == 0 => tr.plan_way_best().to_owned(),
        (Some(best), Some(way)) if way.lines.len() < best.lines.len() => tr.plan_way_fewest().to_owned(),
        (Some(best), Some(way)) if way.unfilled.len() < best.unfilled.len() => tr.plan_way_fullest().to_owned(),
        _ => tr.plan_way_other(number),
    }
}

/// The figures of a plan side by side.
fn figures_ui(ui: &mut Ui, cx: &PageCx<'_>, picture: &PlanPicture, way: &PlanWay) {
    let tr = cx.tr;
    let figures = [
        (tr.plan_changes_count(), way.lines.len().to_string()),
        (tr.plan_unmet_count(), way.unfilled.len().to_string()),
        (tr.plan_cost(), way.cost.to_string()),
        (tr.plan_bound(), picture.bound.to_string()),
        (tr.plan_gap(), gap(cx, picture.bound, way.cost)),
        (tr.plan_moves_tried(), picture.moves.to_string()),
    ];
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 28.0;
        for (name, figure) in figures {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.label(RichText::new(figure).font(theme::heading()));
                ui.label(RichText::new(name).font(theme::caption()).color(cx.theme.muted));
            });
        }
    });
}

/// How far a plan can be from the cheapest one at most.
fn gap(cx: &PageCx<'_>, bound: i64, cost: i64) -> String {
    if cost <= bound {
        return cx.tr.plan_gap_none().to_owned();
    }
    // Rounded up: the promise holds.
    cx.tr.plan_gap_share((100 * (cost - bound) + cost - 1) / cost.max(1))
}

fn list_ui(ui: &mut Ui, cx: &PageCx<'_>, lines: &[String], empty: &str) {
    if lines.is_empty() {
        ui.label(RichText::new(empty).color(cx.theme.muted));
        return;
    }
    ScrollArea::vertical().id_salt("plan lines").auto_shrink(false).show_rows(ui, 24.0, lines.len(), |ui, rows| {
        for line in lines.get(rows).unwrap_or_default() {
            ui.add(egui::Label::new(line).truncate()).on_hover_text(line);
        }
    });
}

/// There is no plan: why, and what would help.
fn without_ui(ui: &mut Ui, cx: &PageCx<'_>, picture: &PlanPicture) {
    let tr = cx.tr;
    let Some(explanation) = &picture.explanation else {
        ui.label(RichText::new(tr.plan_nothing_found()).color(cx.theme.muted));
        return;
    };
    ScrollArea::vertical().id_salt("plan conflict").auto_shrink(false).show(ui, |ui| conflict_ui(ui, cx, explanation));
}

fn conflict_ui(ui: &mut Ui, cx: &PageCx<'_>, explanation: &Explanation) {
    let tr = cx.tr;
    ui.horizontal(|ui| {
        Icon::Failure.ui(ui, 18.0, cx.theme.danger);
        ui.label(RichText::new(tr.plan_conflict_title()).font(theme::heading()));
    });
    for sentence in &explanation.conflict {
        ui.label(tr.plan_item(sentence));
    }
    if explanation.ways.is_empty() {
        return;
    }
    ui.add_space(12.0);
    ui.label(RichText::new(tr.plan_conflict_ways()).font(theme::strong()));
    for (number, way) in (1..).zip(&explanation.ways) {
        ui.label(tr.plan_way(number, &way.give_up.join(tr.plan_and())));
    }
}
