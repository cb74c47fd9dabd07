//! The task list: filters, the table with the most urgent first, the inspector beside it.

use egui::{Key, Modifiers, Panel, Ui};

use super::cells::{Lines, task_columns};
use super::close_ui::Closing;
use super::due_export::DueExport;
use super::side::{Side, SideWish};
use crate::app::tasks::{Grouping, TaskBook, TaskFilter, TaskForm, Which, delete_edit, tick_edit};
use crate::ui::theme::INSPECTOR;
use crate::ui::widget::{
    BannerTone, Button, CellChange, Choice, Dropdown, Empty, Icon, TableEvents, TableState, banner, chip,
};
use crate::ui::{Command, Live, PageCx, Tone};

/// The address of the table.
const TABLE: &str = "tasks";

/// The list.
#[derive(Default)]
pub struct TaskList {
    book: Live<TaskBook>,
    filter: TaskFilter,
    shown: Vec<usize>,
    /// Picture and filter that `shown` was worked out from.
    shown_of: Option<(u64, TaskFilter)>,
    /// Whether a preview of the templates of the shown list is asked for.
    wants_preview: bool,
    revision: u64,
    table: TableState,
    side: Side,
    wanted: Option<i64>,
    closing: Option<Closing>,
    export: DueExport,
}

impl TaskList {
    /// Marks the picture as old.
    pub const fn expire(&mut self) {
        self.book.expire();
        self.side.expire();
    }

    /// Takes dropped files as evidence of the one selected task.
    pub fn take_files(&mut self, files: &[std::path::PathBuf], cx: &PageCx<'_>) -> bool {
        let Some(Ok(book)) = self.book.get() else { return false };
        let Some(task) = self.table.single().and_then(|key| book.task(key)) else { return false };
        self.side.take_files(files, cx, task)
    }

    /// Asks for a task to be selected as soon as the picture is there.
    pub fn want(&mut self, task: i64) {
        self.wanted = Some(task);
        self.side = Side::default();
    }

    /// The tasks, once they are there.
    pub fn book(&self) -> Option<&TaskBook> {
        self.book.get()?.as_ref().ok()
    }

    /// Places of the tasks shown.
    pub fn shown(&self) -> &[usize] {
        &self.shown
    }

    /// Grows whenever other tasks are shown.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// Takes a new picture, and works out once what is shown of it.
    pub fn refresh(&mut self, cx: &PageCx<'_>) {
        let tr = cx.tr;
        self.book.refresh(|| cx.desk.ask(move |office| TaskBook::load(office, tr)));
        if self
            .shown_of
            .as_ref()
            .is_none_or(|(revision, filter)| *revision != self.book.revision() || *filter != self.filter)
        {
            self.shown_of = Some((self.book.revision(), self.filter.clone()));
            self.revision += 1;
            self.shown = self.book().map(|book| book.shown(&self.filter)).unwrap_or_default();
        }
        self.find_wanted();
    }

    /// Selects the task that was asked for, with the filter widened where it hides it.
    fn find_wanted(&mut self) {
        let (Some(task), Some(book)) = (self.wanted, self.book()) else { return };
        let is_shown = self.shown.iter().any(|place| book.lines.get(*place).is_some_and(|line| line.id.raw() == task));
        if is_shown {
            self.table.select(task);
            self.table.focus();
            self.wanted = None;
        } else if book.line(task).is_some() && self.filter.which != Which::All {
            self.filter = TaskFilter { which: Which::All, grouping: self.filter.grouping, ..TaskFilter::default() };
        } else {
            self.wanted = None;
        }
    }

    /// Draws what stands in place of the tasks until they are there; whether they are.
    pub fn ready_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>) -> bool {
        self.book.ready_ui(ui, cx.theme, cx.tr)
    }

    /// Draws the buttons of the bar.
    pub fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        let tr = cx.tr;
        if self.filter.list.is_some() && Button::icon_only(Icon::Copy, tr.copy_whole()).ui(ui, cx.theme).clicked() {
            self.table.select_all();
        }
        if Button::icon_only(Icon::Export, tr.tasks_export_ics()).ui(ui, cx.theme).clicked() {
            self.export.begin(ui.ctx(), cx);
        }
        super::in_and_out_ui(ui, cx, tr.tasks_import());
        if Button::main(tr.tasks_add()).icon(Icon::Add).ui(ui, cx.theme).clicked() {
            self.begin(cx);
        }
        self.export.hear(ui.ctx(), cx);
    }

    /// Draws the filters above the tasks.
    pub fn filter_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let tr = cx.tr;
        let to_chase = format!("{} {}", tr.tasks_filter_chase(), self.book().map_or(0, |book| book.to_chase));
        ui.horizontal_wrapped(|ui| {
            for (which, words) in [
                (Which::Open, tr.tasks_filter_open()),
                (Which::Problem, tr.tasks_filter_problem()),
                (Which::Chase, &to_chase),
                (Which::Closed, tr.tasks_filter_closed()),
                (Which::All, tr.tasks_filter_all()),
            ] {
                if chip(ui, cx.theme, words, self.filter.which == which).clicked() {
                    self.filter.which = which;
                }
            }
            ui.add_space(8.0);
            self.narrow_ui(ui, cx);
        });
        self.gap_ui(ui, cx);
    }

    fn narrow_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>) {
        let tr = cx.tr;
        let Some(Ok(book)) = self.book.get() else { return };
        if book.lists.len() > 1 {
            let all = Choice::new(None, tr.tasks_all_lists());
            let each = book.lists.iter().map(|list| Choice::new(Some(list.clone()), list.clone()));
            let choices: Vec<_> = std::iter::once(all).chain(each).collect();
            let name = tr.field("list");
            Dropdown::new(name, &choices).bare().width(180.0).ui(ui, cx.theme, tr, &mut self.filter.list);
        }
        if book.sites.len() > 1 {
            let all = Choice::new(None, tr.tasks_all_sites());
            let each = book.sites.iter().map(|(site, name)| Choice::new(Some(*site), name.clone()));
            let choices: Vec<_> = std::iter::once(all).chain(each).collect();
            let name = tr.field("site");
            Dropdown::new(name, &choices).bare().width(180.0).ui(ui, cx.theme, tr, &mut self.filter.site);
        }
        let groups = [
            Choice::new(Grouping::Urgency, tr.tasks_group_none()),
            Choice::new(Grouping::Site, tr.tasks_group_site()),
            Choice::new(Grouping::Owner, tr.tasks_group_owner()),
            Choice::new(Grouping::Category, tr.tasks_group_category()),
        ];
        Dropdown::new(tr.tasks_group(), &groups).bare().width(128.0).ui(ui, cx.theme, tr, &mut self.filter.grouping);
    }

    /// Offers to look at what the templates would make and change.
    fn gap_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>) {
        let tr = cx.tr;
        let Some(Ok(book)) = self.book.get() else { return };
        let gap = book.gap(self.filter.list.as_deref());
        let words = match (gap.missing, gap.lagging) {
            (0, 0) => return,
            (missing, 0) => tr.tasks_missing(missing),
            (0, lagging) => tr.tasks_lagging(lagging),
            (missing, lagging) => tr.tasks_missing_and_lagging(missing, lagging),
        };
        if banner(ui, cx.theme, BannerTone::Info, &words, Some(tr.templates_see())) {
            self.wants_preview = true;
        }
    }

    /// Whether the templates are to be looked at, once.
    pub const fn takes_to_preview(&mut self) -> bool {
        std::mem::replace(&mut self.wants_preview, false)
    }

    /// The list that is shown, where it is one.
    pub fn one_list(&self) -> Option<String> {
        self.filter.list.clone()
    }

    fn begin(&mut self, cx: &PageCx<'_>) {
        let Some(Ok(book)) = self.book.get() else { return };
        let first = || book.lists.first().cloned().unwrap_or_else(|| cx.tr.tasks_table().to_owned());
        let list = self.filter.list.clone().unwrap_or_else(first);
        let form = TaskForm::new(&list, self.filter.site.flatten(), cx.today);
        self.table.clear();
        self.side.begin(form, &book.registry);
    }

    /// Draws the table and the inspector.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.side_ui(ui, cx);
        self.hear_space(ui, cx);
        let Some(Ok(book)) = self.book.get() else { return };
        let tr = cx.tr;
        let empty = Empty {
            icon: Icon::Tasks,
            title: tr.tasks_empty_title(),
            text: tr.tasks_empty_text(),
            action: Some(tr.tasks_import()),
        };
        let rows = Lines { all: &book.lines, shown: Some(&self.shown), key: |_, line| line.id.raw() };
        let columns = task_columns(tr);
        let menu = [tr.tasks_key_tick()];
        let events = crate::ui::widget::Table::new(TABLE, tr.tasks_table(), &columns, self.revision)
            .empty(empty)
            .menu(&menu)
            .deletable()
            .editable(&TaskForm::CELLS)
            .ui(ui, cx, &rows, &mut self.table);
        self.hear_table(&events, cx);
    }

    /// Space ticks what is selected, while the table has the focus.
    fn hear_space(&mut self, ui: &Ui, cx: &mut PageCx<'_>) {
        if let (Some(closing), Some(Ok(book))) = (&mut self.closing, self.book.get()) {
            if !closing.ui(ui.ctx(), cx, book) {
                self.closing = None;
                self.table.focus();
            }
            return;
        }
        let id = ui.make_persistent_id(TABLE);
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        if has_focus && ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::Space)) {
            let keys: Vec<i64> = self.table.selected().iter().copied().collect();
            self.closing = self.book().and_then(|book| Closing::of(&keys, book, cx.today));
        }
        if has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space)) {
            self.tick(cx);
        }
    }

    fn tick(&self, cx: &mut PageCx<'_>) {
        let Some(book) = self.book() else { return };
        let keys: Vec<i64> = self.table.selected().iter().copied().collect();
        if let Some(edit) = tick_edit(&book.tasks(&keys), cx.today, &book.registry, cx.tr) {
            cx.out.push(Command::Run(edit));
        }
    }

    fn hear_table(&mut self, events: &TableEvents, cx: &mut PageCx<'_>) {
        if events.is_selection_new && self.side.is_new() {
            self.side = Side::default();
        }
        if events.is_first_step {
            cx.out.push(Command::Import(Vec::new()));
        }
        if events.chosen.is_some() {
            self.tick(cx);
        }
        let Some(book) = self.book() else { return };
        if let Some(change) = &events.changed {
            change_cell(book, change, cx);
        }
        if let Some(edit) = delete_edit(&book.tasks(&events.deleted), &book.registry) {
            cx.out.push(Command::Run(edit));
        }
    }

    fn side_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let revision = self.book.revision();
        let Some(Ok(book)) = self.book.get() else { return };
        let keys: Vec<i64> = self.table.selected().iter().copied().collect();
        let tasks = book.tasks(&keys);
        if tasks.is_empty() && !self.side.is_new() {
            return;
        }
        let frame = super::side_frame(cx.theme);
        let panel = Panel::right("tasks panel").exact_size(INSPECTOR).resizable(false).frame(frame);
        let wish = panel.show(ui, |ui| self.side.ui(ui, cx, book, &tasks, revision)).inner;
        match wish {
            Some(SideWish::Close) => {
                self.side = Side::default();
                self.table.clear();
            }
            Some(SideWish::Show(list)) => {
                self.filter = TaskFilter { list: Some(list), ..TaskFilter::default() };
            }
            None => {}
        }
    }
}

/// Stores what was typed into a cell, or says why it cannot stand there.
fn change_cell(book: &TaskBook, change: &CellChange, cx: &mut PageCx<'_>) {
    let Some(task) = book.task(change.id) else { return };
    let form = TaskForm::of(task).with_cell(change.key, &change.text);
    let trouble = match &form {
        None => Some(cx.tr.tasks_date_wrong()),
        Some(form) => form.troubles(&book.registry).first().map(|trouble| trouble.text(cx.tr)),
    };
    if let Some(words) = trouble {
        let words = cx.tr.tasks_cell_refused(&task.title, &change.text, words);
        cx.out.push(Command::Say(Tone::Error, words));
    } else if let Some(edit) = form.and_then(|form| form.edit(&book.registry, cx.today)) {
        cx.out.push(Command::Run(edit));
    }
}
