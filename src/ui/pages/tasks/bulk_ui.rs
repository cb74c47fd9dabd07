//! What can be done to several tasks at once.

use chrono::{Datelike, NaiveDate};
use egui::Ui;

use crate::app::tasks::{TaskBook, chase_edit, copy_edit, delete_edit, postpone_edit, set_edit, tick_edit};
use crate::domain::{ChaseLevel, Edit, Task};
use crate::ui::widget::{Button, Choice, DateField, Dropdown, Field, Icon};
use crate::ui::{Command, PageCx};

/// What is being typed for several tasks.
#[derive(Default)]
pub struct Bulk {
    owner: String,
    progress: String,
    approver: String,
    new_due_on: Option<NaiveDate>,
    level: Option<ChaseLevel>,
    text: String,
}

/// Draws the actions; returns the name of a list that was made.
pub fn bulk_ui(ui: &mut Ui, cx: &mut PageCx<'_>, book: &TaskBook, tasks: &[&Task], bulk: &mut Bulk) -> Option<String> {
    let tr = cx.tr;
    let mut asked: Option<Edit> = None;
    let mut made = None;
    ui.spacing_mut().item_spacing.y = 8.0;
    let body = egui::ScrollArea::vertical().id_salt("bulk").auto_shrink(false);
    body.show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            if Button::new(tr.tasks_tick()).icon(Icon::Check).shortcut("Space").ui(ui, cx.theme).clicked() {
                asked = tick_edit(tasks, cx.today, &book.registry, tr);
            }
            if Button::new(tr.tasks_copy()).icon(Icon::Copy).ui(ui, cx.theme).clicked() {
                let year = tasks.first().map_or(cx.today.year(), |task| task.due_on.year()) + 1;
                let list = tr.tasks_list_of_year(tasks.first().map_or("", |task| task.list.as_str()), year);
                asked = copy_edit(tasks, &list, 1);
                made = Some(list);
            }
            if Button::quiet(tr.tasks_delete()).icon(Icon::Bin).ui(ui, cx.theme).clicked() {
                asked = delete_edit(tasks, &book.registry);
            }
        });
        ui.separator();
        Field::new(tr.field("owner")).ui(ui, cx.theme, &mut bulk.owner);
        if Button::new(tr.tasks_bulk_owner()).enabled(!bulk.owner.trim().is_empty()).ui(ui, cx.theme).clicked() {
            let owner = bulk.owner.trim().to_owned();
            asked = set_edit(tasks, |task| Task { owner: owner.clone(), owner_person: None, ..task });
        }
        Field::new(tr.tasks_column_progress()).ui(ui, cx.theme, &mut bulk.progress);
        let percent = bulk.progress.trim().parse::<u8>().ok().filter(|percent| *percent <= 100);
        if Button::new(tr.tasks_bulk_progress()).enabled(percent.is_some()).ui(ui, cx.theme).clicked()
            && let Some(progress_pct) = percent
        {
            asked = set_edit(tasks, |task| Task { progress_pct, ..task });
        }
        ui.separator();
        DateField::new(tr.tasks_new_due(), &book.calendar, cx.today).ui(ui, cx.theme, tr, &mut bulk.new_due_on);
        Field::new(tr.tasks_approver()).ui(ui, cx.theme, &mut bulk.approver);
        let is_ready = bulk.new_due_on.is_some() && !bulk.approver.trim().is_empty();
        if Button::new(tr.tasks_postpone()).enabled(is_ready).ui(ui, cx.theme).clicked()
            && let Some(to) = bulk.new_due_on
        {
            asked = postpone_edit(tasks, to, &bulk.approver, cx.today, &book.registry);
        }
        ui.separator();
        let levels: Vec<_> = ChaseLevel::ALL.iter().map(|level| Choice::new(*level, tr.chase_level(*level))).collect();
        let level = bulk.level.get_or_insert(ChaseLevel::Owner);
        let width = ui.available_width();
        Dropdown::new(tr.tasks_chase_level(), &levels).width(width).ui(ui, cx.theme, tr, level);
        let level = *level;
        Field::new(tr.tasks_chase_text()).ui(ui, cx.theme, &mut bulk.text);
        if Button::new(tr.tasks_chase()).icon(Icon::Bell).ui(ui, cx.theme).clicked() {
            asked = chase_edit(tasks, level, &bulk.text, None, cx.today, &book.registry);
        }
    });
    match asked {
        Some(edit) => {
            cx.out.push(Command::Run(edit));
            made
        }
        None => None,
    }
}
