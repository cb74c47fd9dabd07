//! Closing tasks with a date and a note of one's own, asked for by Shift+Space.

use chrono::NaiveDate;
use egui::Context;

use crate::app::tasks::{TaskBook, close_edit};
use crate::ui::widget::{DateField, Dialog, DialogAnswer, Field};
use crate::ui::{Command, PageCx};

/// The dialog while it is open.
#[derive(Debug)]
pub struct Closing {
    keys: Vec<i64>,
    on: Option<NaiveDate>,
    note: String,
    /// Whether the note has taken the focus, which it does once.
    is_focused: bool,
}

impl Closing {
    /// Asks about tasks that are open; `None` where there is none.
    pub fn of(keys: &[i64], book: &TaskBook, today: NaiveDate) -> Option<Self> {
        let is_open = book.tasks(keys).iter().any(|task| !task.is_closed());
        is_open.then(|| Self { keys: keys.to_vec(), on: Some(today), note: String::new(), is_focused: false })
    }

    /// Draws it; false where it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &mut PageCx<'_>, book: &TaskBook) -> bool {
        let tr = cx.tr;
        let tasks = book.tasks(&self.keys);
        let title = match tasks.as_slice() {
            [one] => one.title.clone(),
            several => tr.tasks_selected(several.len()),
        };
        let dialog = Dialog::new("close tasks", tr.tasks_close_dialog(), tr.cancel()).main(tr.tasks_tick());
        let answer = dialog.ready(self.on.is_some()).ui(ctx, cx.theme, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            ui.label(title);
            DateField::new(tr.field("done_on"), &book.calendar, cx.today).ui(ui, cx.theme, tr, &mut self.on);
            let note = Field::new(tr.tasks_close_note()).hint(tr.tasks_close_hint()).ui(ui, cx.theme, &mut self.note);
            if !std::mem::replace(&mut self.is_focused, true) {
                note.request_focus();
            }
        });
        if answer == DialogAnswer::Confirmed
            && let Some(on) = self.on
            && let Some(edit) = close_edit(&tasks, on, &self.note, &book.registry, tr)
        {
            cx.out.push(Command::Run(edit));
        }
        answer == DialogAnswer::Open
    }
}
