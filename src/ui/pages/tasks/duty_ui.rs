//! The form of an obligation: what falls due, how often, when, for whom, and what is ticked off each time.

use chrono::NaiveDate;
use egui::{RichText, ScrollArea, Ui};

use super::scope_ui::ScopeDraft;
use crate::app::tasks::DutyForm;
use crate::domain::{Cycle, DueShift, Edit, Obligation, ObligationId, ObligationKind, Registry, WorkCalendar};
use crate::ui::PageCx;
use crate::ui::theme;
use crate::ui::widget::{Button, Choice, DateField, Dropdown, Field, Icon};

/// What a panel beside the year asks for.
#[allow(clippy::large_enum_variant, reason = "one of them lives for one frame")]
pub enum DutyAnswer {
    /// Nothing.
    Open,
    /// To be closed.
    Left,
    /// To be stored.
    Stored(Edit),
    /// The form of an obligation.
    Edit(ObligationId),
    /// That an obligation is deleted.
    Delete(ObligationId),
}

/// The form while it is open.
pub struct DutySide {
    form: DutyForm,
    shows_troubles: bool,
}

impl DutySide {
    /// The form of a new obligation.
    pub fn new(today: NaiveDate) -> Self {
        Self { form: DutyForm::new(today), shows_troubles: false }
    }

    /// The form of a stored one.
    pub fn of(duty: &Obligation) -> Self {
        Self { form: DutyForm::of(duty), shows_troubles: true }
    }

    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>, registry: &Registry, calendar: &WorkCalendar) -> DutyAnswer {
        let tr = cx.tr;
        let mut answer = DutyAnswer::Open;
        let is_new = self.form.record.id.is_new();
        ui.label(RichText::new(if is_new { tr.duties_add() } else { tr.duties_edit() }).font(theme::strong()));
        ui.horizontal(|ui| {
            if Button::main(tr.duties_save()).icon(Icon::Check).ui(ui, cx.theme).clicked() {
                self.shows_troubles = true;
                if let Some(edit) = self.form.edit(registry) {
                    answer = DutyAnswer::Stored(edit);
                }
            }
            if Button::quiet(tr.close()).ui(ui, cx.theme).clicked() {
                answer = DutyAnswer::Left;
            }
            if !is_new && Button::quiet(tr.duties_delete()).icon(Icon::Bin).ui(ui, cx.theme).clicked() {
                answer = DutyAnswer::Delete(self.form.record.id);
            }
        });
        ScrollArea::vertical().id_salt("duty").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            self.what_ui(ui, cx);
            self.when_ui(ui, cx, calendar);
            let record = &mut self.form.record;
            let scope = ScopeDraft {
                for_all: &mut record.for_all,
                for_kinds: &mut record.for_kinds,
                for_sites: &mut record.for_sites,
                programme: &mut record.programme,
            };
            scope.ui(ui, cx.theme, tr, registry);
            let list = Field::new(tr.field("checklist")).hint(tr.duties_checklist_hint()).rows(4);
            list.ui(ui, cx.theme, &mut self.form.checklist);
            Field::new(tr.field("note")).rows(2).ui(ui, cx.theme, &mut self.form.record.note);
        });
        if matches!(answer, DutyAnswer::Stored(_)) && is_new {
            *self = Self::new(cx.today);
        }
        answer
    }

    fn trouble(&self, is_wrong: bool, words: &'static str) -> Option<&'static str> {
        (self.shows_troubles && is_wrong).then_some(words)
    }

    fn what_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>) {
        let tr = cx.tr;
        let width = ui.available_width();
        let title = Field::new(tr.field("title")).trouble(self.trouble(self.form.has_no_title(), tr.duties_no_title()));
        title.ui(ui, cx.theme, &mut self.form.record.title);
        let record = &mut self.form.record;
        let kinds: Vec<_> = ObligationKind::ALL.iter().map(|it| Choice::new(*it, tr.obligation_kind(*it))).collect();
        Dropdown::new(tr.duties_kind(), &kinds).width(width).ui(ui, cx.theme, tr, &mut record.kind);
        Field::new(tr.field("addressee")).ui(ui, cx.theme, &mut record.addressee);
        Field::new(tr.field("owner")).ui(ui, cx.theme, &mut record.owner);
    }

    fn when_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>, calendar: &WorkCalendar) {
        let tr = cx.tr;
        let width = ui.available_width();
        let cycles: Vec<_> = Cycle::ALL.iter().map(|it| Choice::new(*it, tr.cycle(*it))).collect();
        Dropdown::new(tr.field("cycle"), &cycles).width(width).ui(ui, cx.theme, tr, &mut self.form.record.cycle);
        let anchor = DateField::new(tr.field("anchor_on"), calendar, cx.today);
        anchor.ui(ui, cx.theme, tr, &mut self.form.anchor_on);
        if let Some(words) = self.trouble(self.form.anchor_on.is_none(), tr.duties_no_anchor()) {
            ui.label(RichText::new(words).font(theme::caption()).color(cx.theme.danger));
        }
        let offset = self.trouble(self.form.is_offset_wrong(), tr.duties_offset_wrong());
        let field = Field::new(tr.field("due_offset")).hint(tr.duties_offset_hint()).trouble(offset);
        field.ui(ui, cx.theme, &mut self.form.offset);
        let shifts: Vec<_> = DueShift::ALL.iter().map(|it| Choice::new(*it, tr.due_shift(*it))).collect();
        Dropdown::new(tr.field("shift"), &shifts).width(width).ui(ui, cx.theme, tr, &mut self.form.record.shift);
        let limit = self.trouble(self.form.is_limit_wrong(), tr.tasks_count_wrong());
        Field::new(tr.field("period_limit")).trouble(limit).ui(ui, cx.theme, &mut self.form.limit);
        let until = DateField::new(tr.field("until_on"), calendar, cx.today);
        until.ui(ui, cx.theme, tr, &mut self.form.record.until_on);
        if let Some(words) = self.trouble(self.form.is_end_wrong(), tr.duties_end_wrong()) {
            ui.label(RichText::new(words).font(theme::caption()).color(cx.theme.danger));
        }
    }
}
