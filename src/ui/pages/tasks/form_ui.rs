//! The form of a task: every field says itself what is wrong with it.

use egui::{RichText, Ui};

use crate::app::tasks::{TaskBook, TaskForm, TaskTrouble};
use crate::domain::TaskId;
use crate::i18n::Tr;
use crate::ui::theme::{self, Theme};
use crate::ui::widget::{Choice, DateField, Dropdown, Field};

/// What the form needs to know while it is drawn.
pub struct TaskFormCx<'a> {
    /// Colours.
    pub theme: &'a Theme,
    /// Words.
    pub tr: Tr,
    /// The tasks and records.
    pub book: &'a TaskBook,
    /// What is wrong, shown where it is.
    pub troubles: &'a [TaskTrouble],
    /// The tasks that it may be a part of.
    pub parents: &'a [(TaskId, String)],
}

impl TaskFormCx<'_> {
    fn trouble(&self, trouble: TaskTrouble) -> Option<&'static str> {
        self.troubles.contains(&trouble).then(|| trouble.text(self.tr))
    }
}

/// Draws the form; true where a field was confirmed: left after typing, or chosen.
pub fn form_ui(ui: &mut Ui, cx: &TaskFormCx<'_>, form: &mut TaskForm) -> bool {
    ui.spacing_mut().item_spacing.y = 8.0;
    let tr = cx.tr;
    let mut is_done =
        text(ui, cx, Field::new(tr.tasks_column_task()).trouble(cx.trouble(TaskTrouble::Title)), &mut form.title);
    is_done |= dates_ui(ui, cx, form);
    is_done |= text(
        ui,
        cx,
        Field::new(tr.tasks_column_progress()).trouble(cx.trouble(TaskTrouble::Progress)),
        &mut form.progress,
    );
    is_done |= quantity_ui(ui, cx, form);
    is_done |= text(ui, cx, Field::new(tr.field("progress_note")).rows(2), &mut form.progress_note);
    is_done |= ui.checkbox(&mut form.is_begun, tr.tasks_begun()).changed();
    is_done |= text(ui, cx, Field::new(tr.field("owner")).trouble(cx.trouble(TaskTrouble::Owner)), &mut form.owner);
    is_done |= text(ui, cx, Field::new(tr.field("lead_dept")), &mut form.lead_dept);
    is_done |= text(ui, cx, Field::new(tr.tasks_leader()), &mut form.leader);
    is_done |= text(ui, cx, Field::new(tr.field("cooperate")), &mut form.cooperate);
    is_done |= text(ui, cx, Field::new(tr.field("standard")), &mut form.standard);
    is_done |= text(ui, cx, Field::new(tr.field("category")), &mut form.category);
    is_done |= site_ui(ui, cx, form);
    is_done |= text(ui, cx, Field::new(tr.field("list")).trouble(cx.trouble(TaskTrouble::List)), &mut form.list);
    is_done |=
        text(ui, cx, Field::new(tr.tasks_column_budget()).trouble(cx.trouble(TaskTrouble::Budget)), &mut form.budget);
    is_done | rest_ui(ui, cx, form)
}

fn text(ui: &mut Ui, cx: &TaskFormCx<'_>, field: Field<'_>, value: &mut String) -> bool {
    field.ui(ui, cx.theme, value).lost_focus()
}

/// A target that can be counted: 10 of 15 people.
fn quantity_ui(ui: &mut Ui, cx: &TaskFormCx<'_>, form: &mut TaskForm) -> bool {
    let tr = cx.tr;
    let width = (ui.available_width() - 2.0 * ui.spacing().item_spacing.x) / 3.0;
    ui.horizontal_top(|ui| {
        let done = Field::new(tr.tasks_done_qty()).width(width).trouble(cx.trouble(TaskTrouble::Done));
        let mut is_done = text(ui, cx, done, &mut form.done);
        let target = Field::new(tr.tasks_target()).width(width).trouble(cx.trouble(TaskTrouble::Target));
        is_done |= text(ui, cx, target, &mut form.target);
        is_done | text(ui, cx, Field::new(tr.field("unit")).width(width), &mut form.unit)
    })
    .inner
}

/// What is asked for less often.
fn rest_ui(ui: &mut Ui, cx: &TaskFormCx<'_>, form: &mut TaskForm) -> bool {
    let tr = cx.tr;
    let width = ui.available_width();
    let mut parents = vec![Choice::new(None, tr.tasks_no_parent())];
    parents.extend(cx.parents.iter().map(|(id, name)| Choice::new(Some(*id), name.clone())));
    let list = Dropdown::new(tr.tasks_parent(), &parents).width(width);
    let mut is_done = list.ui(ui, cx.theme, tr, &mut form.parent);
    is_done |= ui
        .horizontal_top(|ui| {
            let half = (width - ui.spacing().item_spacing.x) / 2.0;
            let number = Field::new(tr.field("no")).width(half).trouble(cx.trouble(TaskTrouble::Number));
            let is_done = text(ui, cx, number, &mut form.no);
            let weight = Field::new(tr.field("weight")).width(half).trouble(cx.trouble(TaskTrouble::Weight));
            is_done | text(ui, cx, weight, &mut form.weight)
        })
        .inner;
    is_done |= text(ui, cx, Field::new(tr.field("due_rule")), &mut form.due_rule);
    is_done |= text(ui, cx, Field::new(tr.field("evidence_note")), &mut form.evidence_note);
    is_done | text(ui, cx, Field::new(tr.field("note")).rows(2), &mut form.note)
}

fn dates_ui(ui: &mut Ui, cx: &TaskFormCx<'_>, form: &mut TaskForm) -> bool {
    let (tr, calendar, today) = (cx.tr, &cx.book.calendar, cx.book.today);
    let mut is_done = DateField::new(tr.tasks_start(), calendar, today).ui(ui, cx.theme, tr, &mut form.start_on);
    is_done |= DateField::new(tr.field("due_on"), calendar, today).ui(ui, cx.theme, tr, &mut form.due_on);
    if form.is_postponed() {
        let approver = Field::new(tr.tasks_approver()).trouble(cx.trouble(TaskTrouble::Approver));
        is_done |= text(ui, cx, approver, &mut form.approver);
    }
    for trouble in [TaskTrouble::Due, TaskTrouble::Start] {
        if let Some(words) = cx.trouble(trouble) {
            ui.label(RichText::new(words).font(theme::caption()).color(cx.theme.danger));
        }
    }
    is_done
}

fn site_ui(ui: &mut Ui, cx: &TaskFormCx<'_>, form: &mut TaskForm) -> bool {
    let own = Choice::new(None, cx.tr.tasks_own_site());
    let each = cx.book.registry.institutions.values().filter(|inst| !inst.is_own);
    let each = each.map(|inst| Choice::new(Some(inst.id), inst.name.clone()));
    let choices: Vec<_> = std::iter::once(own).chain(each).collect();
    let width = ui.available_width();
    Dropdown::new(cx.tr.field("site"), &choices).width(width).ui(ui, cx.theme, cx.tr, &mut form.site)
}
