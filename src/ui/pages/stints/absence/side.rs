//! The form beside the calendar: a new absence, or the one that is chosen.

use egui::{Panel, RichText, ScrollArea, Ui};

use super::super::form_ui::FormCx;
use super::super::leave_ui::{Leaving, form_ui};
use super::AwayView;
use crate::app::absence::AwayMonth;
use crate::app::people::LeaveForm;
use crate::domain::PersonId;
use crate::ui::theme::{self, INSPECTOR};
use crate::ui::widget::{Button, Icon};
use crate::ui::{Command, PageCx};

/// The form with whom it is for.
pub(super) struct Open {
    pub(super) person: PersonId,
    pub(super) form: LeaveForm,
}

impl AwayView {
    /// The form of a new absence, or of the chosen one.
    pub(super) fn side_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, vm: &AwayMonth) {
        let Some(open) = &mut self.open else { return };
        let Some(person) = vm.registry.people.get(&open.person) else {
            self.open = None;
            return;
        };
        let frame = egui::Frame::new().inner_margin(egui::Margin { left: 16, right: 4, top: 4, bottom: 4 });
        let tr = cx.tr;
        let panel = Panel::right("leave form").exact_size(INSPECTOR).resizable(false).frame(frame);
        let base = open.form.base;
        let (answer, closes, deletes) = panel
            .show(ui, |ui| {
                let (mut closes, mut deletes) = (false, false);
                ui.horizontal(|ui| {
                    ui.label(RichText::new(&person.name).font(theme::heading()));
                    let words = if base.is_some() { tr.away_change() } else { tr.away_new() };
                    ui.label(RichText::new(words).color(cx.theme.muted));
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        closes = Button::icon_only(Icon::Close, tr.close()).ui(ui, cx.theme).clicked();
                    });
                });
                let form_cx = FormCx {
                    theme: cx.theme,
                    tr,
                    registry: &vm.registry,
                    calendar: &vm.calendar,
                    today: vm.today,
                    troubles: &[],
                };
                let scroll = ScrollArea::vertical().id_salt(("leave form", base)).auto_shrink(false);
                let answer = scroll.show(ui, |ui| {
                    let answer = form_ui(ui, &form_cx, open.person, &mut open.form);
                    if base.is_some() {
                        ui.add_space(8.0);
                        deletes = Button::quiet(tr.away_delete()).icon(Icon::Bin).ui(ui, cx.theme).clicked();
                    }
                    answer
                });
                (answer.inner, closes, deletes)
            })
            .inner;
        if answer == Some(true) {
            let stint = vm.rows.iter().find(|row| row.person == open.person).and_then(|row| row.stint);
            let stored = base.and_then(|id| vm.registry.leave.get(&id)).and_then(|leave| leave.stint);
            self.leaving = Leaving::begin(cx, open.form.clone(), person.id, stored.or(stint));
        }
        if let Some(edit) = base.filter(|_| deletes).and_then(|id| vm.delete(id, tr)) {
            cx.out.push(Command::Run(edit));
        }
        if answer.is_some() || closes || deletes {
            (self.open, self.anchor) = (None, None);
        }
    }
}
