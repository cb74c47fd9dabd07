//! The form of a template: each box that is left with something new is one edit.

use std::ops::RangeInclusive;

use egui::{RichText, Ui};

use super::scope_ui::ScopeDraft;
use crate::app::tasks::{TemplateBook, read_money, read_number};
use crate::domain::{Edit, Money, TaskTemplate};
use crate::ui::PageCx;
use crate::ui::theme;
use crate::ui::widget::{DateField, Field};

/// What numbers within a list may be.
const NUMBERS: RangeInclusive<u32> = 1..=u32::MAX;
/// What quantities may be.
const QUANTITIES: RangeInclusive<u32> = 0..=u32::MAX;
/// What weights may be.
const WEIGHTS: RangeInclusive<u32> = 0..=1000;

/// A template while it is being written.
pub struct Draft {
    /// The template as it would be stored, but for the figures.
    pub record: TaskTemplate,
    due_on: Option<chrono::NaiveDate>,
    no: String,
    target: String,
    weight: String,
    budget: String,
}

impl Draft {
    /// The form of a stored template.
    pub fn of(it: &TaskTemplate) -> Self {
        let number = |number: Option<i64>| number.map_or_else(String::new, |number| number.to_string());
        Self {
            due_on: Some(it.due_on),
            no: number(it.no.map(i64::from)),
            target: number(it.target_qty),
            weight: number(Some(i64::from(it.weight)).filter(|weight| *weight > 0)),
            budget: it.budget_fen.map_or_else(String::new, |fen| Money::from_fen(fen).to_string()),
            record: it.clone(),
        }
    }

    fn is_late(&self) -> bool {
        self.record.start_on.zip(self.due_on).is_some_and(|(start, due)| start > due)
    }

    /// The template as it would be stored; `None` while something is wrong.
    fn read(&self) -> Option<TaskTemplate> {
        let is_named = !self.record.title.trim().is_empty() && !self.record.list.trim().is_empty();
        let template = TaskTemplate {
            list: self.record.list.trim().to_owned(),
            title: self.record.title.trim().to_owned(),
            due_on: self.due_on?,
            no: read_number(&self.no, &NUMBERS).ok()?,
            target_qty: read_number(&self.target, &QUANTITIES).ok()?.map(i64::from),
            weight: read_number(&self.weight, &WEIGHTS).ok()?.unwrap_or_default(),
            budget_fen: read_money(&self.budget).ok()?,
            ..self.record.clone()
        };
        (is_named && !self.is_late()).then_some(template)
    }
}

/// Draws the form; the edit that stores it, where a field was confirmed with something new.
pub fn form_ui(ui: &mut Ui, cx: &PageCx<'_>, draft: &mut Draft, book: &TemplateBook) -> Option<Edit> {
    ui.spacing_mut().item_spacing.y = 8.0;
    let tr = cx.tr;
    let text = |ui: &mut Ui, field: Field<'_>, value: &mut String| field.ui(ui, cx.theme, value).lost_focus();
    let wrong = |is_wrong: bool, words: &'static str| is_wrong.then_some(words);
    let title = Field::new(tr.tasks_column_task())
        .trouble(wrong(draft.record.title.trim().is_empty(), tr.tasks_title_missing()));
    let mut is_done = text(ui, title, &mut draft.record.title);
    let list =
        Field::new(tr.field("list")).trouble(wrong(draft.record.list.trim().is_empty(), tr.tasks_list_missing()));
    is_done |= text(ui, list, &mut draft.record.list);
    is_done |= text(ui, Field::new(tr.field("category")), &mut draft.record.category);
    let start = DateField::new(tr.tasks_start(), &book.calendar, cx.today);
    is_done |= start.ui(ui, cx.theme, tr, &mut draft.record.start_on);
    let due = DateField::new(tr.field("due_on"), &book.calendar, cx.today);
    is_done |= due.ui(ui, cx.theme, tr, &mut draft.due_on);
    let trouble = wrong(draft.due_on.is_none(), tr.tasks_due_missing());
    if let Some(words) = trouble.or_else(|| wrong(draft.is_late(), tr.tasks_start_late())) {
        ui.label(RichText::new(words).font(theme::caption()).color(cx.theme.danger));
    }
    let record = &mut draft.record;
    let scope = ScopeDraft {
        for_all: &mut record.for_all,
        for_kinds: &mut record.for_kinds,
        for_sites: &mut record.for_sites,
        programme: &mut record.programme,
    };
    is_done |= scope.ui(ui, cx.theme, tr, &book.registry);
    is_done |= figures_ui(ui, cx, draft);
    for (name, value) in [
        ("standard", &mut draft.record.standard),
        ("unit", &mut draft.record.unit),
        ("leader", &mut draft.record.leader),
        ("lead_dept", &mut draft.record.lead_dept),
        ("owner", &mut draft.record.owner),
        ("cooperate", &mut draft.record.cooperate),
    ] {
        let label = if name == "leader" { tr.tasks_leader() } else { tr.field(name) };
        is_done |= text(ui, Field::new(label), value);
    }
    let stored = book.registry.task_templates.get(&draft.record.id);
    let new = draft.read().filter(|new| is_done && stored != Some(new));
    new.map(Edit::put)
}

fn figures_ui(ui: &mut Ui, cx: &PageCx<'_>, draft: &mut Draft) -> bool {
    let tr = cx.tr;
    let wrong = |is_wrong: bool, words: &'static str| is_wrong.then_some(words);
    let no = wrong(read_number(&draft.no, &NUMBERS).is_err(), tr.tasks_count_wrong());
    let target = wrong(read_number(&draft.target, &QUANTITIES).is_err(), tr.tasks_count_wrong());
    let weight = wrong(read_number(&draft.weight, &WEIGHTS).is_err(), tr.tasks_weight_wrong());
    let budget = wrong(read_money(&draft.budget).is_err(), tr.tasks_budget_wrong());
    let mut is_done = false;
    for (label, trouble, value) in [
        (tr.field("no"), no, &mut draft.no),
        (tr.tasks_target(), target, &mut draft.target),
        (tr.field("weight"), weight, &mut draft.weight),
        (tr.tasks_column_budget(), budget, &mut draft.budget),
    ] {
        is_done |= Field::new(label).trouble(trouble).ui(ui, cx.theme, value).lost_focus();
    }
    is_done
}
