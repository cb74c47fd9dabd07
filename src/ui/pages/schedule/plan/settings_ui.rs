//! The left side: which days, what may move, how long to search, and the rules with their weights.

use egui::{RichText, ScrollArea, Ui};

use super::weights_ui::weights_ui;
use super::{Effortful, PlanPart, weeks_from};
use crate::domain::{Week, WorkCalendar};
use crate::planner::office::Freedom;
use crate::ui::widget::{Button, Choice, DateField, Dropdown, Icon};
use crate::ui::{PageCx, theme};

impl PlanPart {
    /// Draws it; true where the search is to be started or stopped.
    pub(super) fn settings_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, calendar: Option<&WorkCalendar>) -> bool {
        let mut wish = false;
        ScrollArea::vertical().id_salt("plan settings").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            ui.set_max_width(ui.available_width() - 8.0);
            self.days_ui(ui, cx, calendar);
            self.ways_ui(ui, cx);
            wish = self.run_ui(ui, cx);
            ui.separator();
            ui.label(RichText::new(cx.tr.plan_rules_title()).font(theme::strong()));
            weights_ui(ui, cx, &self.weights, &mut self.sliding);
        });
        wish
    }

    fn days_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>, calendar: Option<&WorkCalendar>) {
        let tr = cx.tr;
        // In two lines where the words are long: a line that is too wide would make the whole panel too wide.
        ui.horizontal_wrapped(|ui| {
            let this = Week::of(cx.today);
            let offers = [
                (tr.plan_this_week(), this.period()),
                (tr.plan_next_week(), this.next().period()),
                (tr.plan_four_weeks(), weeks_from(this.next(), 4)),
                (tr.plan_half_year(), weeks_from(this.next(), 26)),
            ];
            for (words, period) in offers {
                if Button::quiet(words).on(self.period() == Some(period)).ui(ui, cx.theme).clicked() {
                    self.show(period);
                }
            }
        });
        if let Some(calendar) = calendar {
            ui.horizontal(|ui| {
                DateField::new(tr.plan_from(), calendar, cx.today).ui(ui, cx.theme, tr, &mut self.from);
                DateField::new(tr.plan_to(), calendar, cx.today).ui(ui, cx.theme, tr, &mut self.to);
            });
        }
        if self.from.is_some() && self.to.is_some() && self.period().is_none() {
            ui.label(RichText::new(tr.plan_upside_down()).color(cx.theme.danger));
        }
    }

    fn ways_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>) {
        let (tr, width) = (cx.tr, ui.available_width());
        let ways = [
            Choice::new(Freedom::Fill, tr.plan_freedom_fill()),
            Choice::new(Freedom::Replan, tr.plan_freedom_replan()),
            Choice::new(Freedom::Repair, tr.plan_freedom_repair()),
        ];
        Dropdown::new(tr.plan_freedom(), &ways).width(width).ui(ui, cx.theme, tr, &mut self.freedom);
        let efforts = [
            Choice::new(Effortful::Quick, tr.plan_effort_quick()),
            Choice::new(Effortful::Usual, tr.plan_effort_usual()),
            Choice::new(Effortful::Long, tr.plan_effort_long()),
        ];
        Dropdown::new(tr.plan_effort(), &efforts).width(width).ui(ui, cx.theme, tr, &mut self.effort);
    }

    fn run_ui(&self, ui: &mut Ui, cx: &PageCx<'_>) -> bool {
        let tr = cx.tr;
        let (words, icon) = match (self.is_busy(), self.shown.is_some()) {
            (true, _) => (tr.plan_stop(), Icon::Close),
            (false, true) => (tr.plan_run_again(), Icon::Redo),
            (false, false) => (tr.plan_run(), Icon::Redo),
        };
        let run = Button::new(words).icon(icon).shortcut("Ctrl+Enter").enabled(self.period().is_some());
        run.ui(ui, cx.theme).clicked()
    }
}
