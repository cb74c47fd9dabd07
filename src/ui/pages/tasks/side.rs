//! The inspector: form and tracking of the selected task, the form of a new one, or what can be done to several.

use egui::{RichText, ScrollArea, Ui};

use super::bulk_ui::{Bulk, bulk_ui};
use super::form_ui::{TaskFormCx, form_ui};
use super::proof_ui::Proofs;
use super::track_ui::{Track, track_ui};
use crate::app::tasks::{ProofOf, TaskBook, TaskForm, delete_edit, tick_edit};
use crate::domain::{Registry, Task, TaskId};
use crate::ui::pick::is_workbook;
use crate::ui::theme;
use crate::ui::widget::{Button, Icon, chip};
use crate::ui::{Command, PageCx};

/// What the inspector shows of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
enum Tab {
    #[default]
    Form,
    Track,
    Proof,
}

/// The inspector.
#[derive(Default)]
pub struct Side {
    tab: Tab,
    form: Option<TaskForm>,
    /// The form as it was stored last: what differs is being typed.
    stored: Option<TaskForm>,
    of: Option<(i64, u64)>,
    shows_troubles: bool,
    track: Track,
    bulk: Bulk,
    proofs: Proofs,
    /// The tasks that this one may be a part of.
    parents: Vec<(TaskId, String)>,
}

/// What the inspector asks the list for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SideWish {
    /// Close it.
    Close,
    /// Show another list.
    Show(String),
}

impl Side {
    /// Starts the form of a new task.
    pub fn begin(&mut self, form: TaskForm, registry: &Registry) {
        let parents = form.parents(registry);
        *self = Self { form: Some(form), parents, ..Self::default() };
    }

    /// Marks what it shows as old.
    pub const fn expire(&mut self) {
        self.proofs.expire();
    }

    /// Takes dropped files over for a task: any while its files are in sight, else those that are no workbooks.
    pub fn take_files(&mut self, files: &[std::path::PathBuf], cx: &PageCx<'_>, task: &Task) -> bool {
        let is_meant = self.tab == Tab::Proof || !files.iter().any(|file| is_workbook(file));
        if self.is_new() || !is_meant {
            return false;
        }
        self.tab = Tab::Proof;
        self.proofs.add(cx, &ProofOf::Task(task.id), files.to_vec());
        true
    }

    /// Whether a new task is being entered.
    pub fn is_new(&self) -> bool {
        self.form.as_ref().is_some_and(|form| form.id.is_new())
    }

    /// Turns to the selected task, or to its new state. What is being typed stays.
    fn turn_to(&mut self, task: &Task, registry: &Registry, revision: u64) {
        if self.of == Some((task.id.raw(), revision)) {
            return;
        }
        let is_other = self.of.is_none_or(|(key, _)| key != task.id.raw());
        self.of = Some((task.id.raw(), revision));
        let now = TaskForm::of(task);
        self.parents = now.parents(registry);
        let is_typing = self.form != self.stored;
        if is_other || !is_typing {
            self.form = Some(now.clone());
        }
        if is_other {
            self.track = Track::default();
        }
        self.stored = Some(now);
    }

    /// Draws it; returns what it asks for.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut PageCx<'_>,
        book: &TaskBook,
        tasks: &[&Task],
        revision: u64,
    ) -> Option<SideWish> {
        let mut wish = None;
        let title = match tasks {
            _ if self.is_new() => cx.tr.tasks_add().to_owned(),
            // Tasks of one template are told apart by their site alone.
            [one] => match book.line(one.id.raw()).map(|line| line.cell("site")).filter(|site| !site.is_empty()) {
                Some(site) => format!("{} · {site}", one.title),
                None => one.title.clone(),
            },
            several => cx.tr.tasks_selected(several.len()),
        };
        ui.horizontal(|ui| {
            let width = (ui.available_width() - 36.0).max(0.0);
            ui.allocate_ui(egui::vec2(width, theme::ROW), |ui| {
                ui.add(egui::Label::new(RichText::new(title).font(theme::strong())).truncate());
            });
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if Button::icon_only(Icon::Close, cx.tr.close()).ui(ui, cx.theme).clicked() {
                    wish = Some(SideWish::Close);
                }
            });
        });
        if self.is_new() {
            return self.new_ui(ui, cx, book).or(wish);
        }
        match tasks {
            [] => wish,
            [one] => {
                self.turn_to(one, &book.registry, revision);
                self.one_ui(ui, cx, book, one);
                wish
            }
            several => {
                let list = bulk_ui(ui, cx, book, several, &mut self.bulk);
                list.map(SideWish::Show).or(wish)
            }
        }
    }

    fn one_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, book: &TaskBook, task: &Task) {
        let tr = cx.tr;
        ui.horizontal_wrapped(|ui| {
            let files = book.line(task.id.raw()).map_or(0, |line| line.files);
            let proof = tr.evidence_tab(files);
            for (tab, words) in
                [(Tab::Form, tr.tasks_tab_form()), (Tab::Track, tr.tasks_tab_track()), (Tab::Proof, &proof)]
            {
                if chip(ui, cx.theme, words, self.tab == tab).clicked() {
                    self.tab = tab;
                }
            }
            let words = if task.is_closed() { tr.tasks_reopen() } else { tr.tasks_tick() };
            if Button::new(words).icon(Icon::Check).shortcut("Space").ui(ui, cx.theme).clicked()
                && let Some(edit) = tick_edit(&[task], cx.today, &book.registry, tr)
            {
                cx.out.push(Command::Run(edit));
            }
        });
        ui.add_space(4.0);
        let body = ScrollArea::vertical().id_salt(("task", task.id.raw(), self.tab)).auto_shrink(false);
        body.show(ui, |ui| match self.tab {
            Tab::Form => self.stored_ui(ui, cx, book, task),
            Tab::Track => track_ui(ui, cx, book, task, &mut self.track),
            Tab::Proof => self.proofs.ui(ui, cx, &ProofOf::Task(task.id)),
        });
    }

    /// The form of a new task, confirmed by its button.
    fn new_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, book: &TaskBook) -> Option<SideWish> {
        let form = self.form.as_mut()?;
        let troubles = form.troubles(&book.registry);
        let mut wish = None;
        ui.horizontal(|ui| {
            if Button::main(cx.tr.tasks_save()).ui(ui, cx.theme).clicked() {
                self.shows_troubles = true;
                if let Some(edit) = form.edit(&book.registry, cx.today) {
                    cx.out.push(Command::Run(edit));
                    wish = Some(SideWish::Close);
                }
            }
            if Button::quiet(cx.tr.cancel()).ui(ui, cx.theme).clicked() {
                wish = Some(SideWish::Close);
            }
        });
        let shown = if self.shows_troubles { troubles.as_slice() } else { &[] };
        let form_cx = TaskFormCx { theme: cx.theme, tr: cx.tr, book, troubles: shown, parents: &self.parents };
        ScrollArea::vertical().id_salt("new task").auto_shrink(false).show(ui, |ui| form_ui(ui, &form_cx, form));
        wish
    }

    /// The form of a stored task: a field that is left stores what it says.
    fn stored_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>, book: &TaskBook, task: &Task) {
        let Some(form) = &mut self.form else { return };
        let troubles = form.troubles(&book.registry);
        let form_cx = TaskFormCx { theme: cx.theme, tr: cx.tr, book, troubles: &troubles, parents: &self.parents };
        if form_ui(ui, &form_cx, form)
            && let Some(edit) = form.edit(&book.registry, cx.today)
        {
            self.stored = Some(form.clone());
            cx.out.push(Command::Run(edit));
        }
        ui.add_space(8.0);
        if Button::quiet(cx.tr.tasks_delete()).icon(Icon::Bin).ui(ui, cx.theme).clicked()
            && let Some(edit) = delete_edit(&[task], &book.registry)
        {
            cx.out.push(Command::Run(edit));
        }
    }
}
