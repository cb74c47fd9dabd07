//! The list of problems: what stands in the way, who sees to it, how far it is; the form stands beside.

use egui::{Key, Modifiers, Panel, RichText, ScrollArea, Ui};

use super::cells::{Lines, problem_columns};
use crate::app::tasks::{ProblemBook, fresh_problem, task_of_problem, tick_problem_edit};
use crate::domain::{Edit, Label, Problem, ProblemId, Table as DataTable, TaskStatus};
use crate::ui::theme::{self, INSPECTOR};
use crate::ui::widget::{Button, Choice, DateField, Dropdown, Empty, Field, Icon, Table, TableState};
use crate::ui::{Command, Live, PageCx};

/// The address of the table.
const TABLE: &str = "problems";

/// The problems.
#[derive(Default)]
pub struct Problems {
    picture: Live<ProblemBook>,
    table: TableState,
    draft: Option<(u64, Problem)>,
}

impl Problems {
    /// Selects one as soon as it is there.
    pub fn want(&mut self, id: ProblemId) {
        self.table.select(id.raw());
        self.table.focus();
    }

    /// Marks the picture as old.
    pub const fn expire(&mut self) {
        self.picture.expire();
    }

    fn refresh(&mut self, cx: &PageCx<'_>) {
        let tr = cx.tr;
        self.picture.refresh(|| cx.desk.ask(move |office| ProblemBook::load(office, tr)));
        let revision = self.picture.revision();
        let Some(Ok(book)) = self.picture.get() else { return };
        let chosen = self.table.single().and_then(|key| book.problem(key));
        let is_new = self.draft.as_ref().is_some_and(|(_, draft)| draft.id.is_new());
        let shown = self.draft.as_ref().map(|(made_from, draft)| (*made_from, draft.id));
        if shown != chosen.map(|it| (revision, it.id)) && (chosen.is_some() || !is_new) {
            self.draft = chosen.map(|it| (revision, it.clone()));
        }
    }

    fn begin(&mut self, cx: &PageCx<'_>) {
        self.table.clear();
        self.draft = Some((self.picture.revision(), fresh_problem(cx.today)));
    }

    /// Draws the buttons of the bar.
    pub fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        let tr = cx.tr;
        let Some(Ok(book)) = self.picture.get() else { return };
        let chosen = self.table.single().and_then(|key| book.problem(key));
        super::in_and_out_ui(ui, cx, tr.command_import());
        let tick = Button::new(tr.problems_tick()).icon(Icon::Check).shortcut("Space").enabled(chosen.is_some());
        if tick.ui(ui, cx.theme).clicked()
            && let Some(it) = chosen
        {
            cx.out.push(Command::Run(tick_problem_edit(it, cx.today)));
        }
        let edit = chosen.and_then(|it| task_of_problem(it, &book.registry, cx.today, tr));
        let to_task = Button::new(tr.problems_to_task()).icon(Icon::Tasks).enabled(edit.is_some());
        if to_task.ui(ui, cx.theme).clicked()
            && let Some(edit) = edit
        {
            cx.out.push(Command::Run(edit));
        }
        let is_begun = Button::main(tr.problems_add()).icon(Icon::Add).ui(ui, cx.theme).clicked();
        if is_begun {
            self.begin(cx);
        }
    }

    /// Draws the table and the form.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        let tr = cx.tr;
        if !self.picture.ready_ui(ui, cx.theme, tr) {
            return;
        }
        self.side_ui(ui, cx);
        let id = ui.make_persistent_id(TABLE);
        let is_ticked = ui.memory(|memory| memory.has_focus(id))
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space));
        let Some(Ok(book)) = self.picture.get() else { return };
        if let Some(it) = self.table.single().filter(|_| is_ticked).and_then(|key| book.problem(key)) {
            cx.out.push(Command::Run(tick_problem_edit(it, cx.today)));
        }
        let rows = Lines { all: &book.lines, shown: None, key: |_, line| line.id.raw() };
        let empty = Empty {
            icon: Icon::Warning,
            title: tr.problems_empty_title(),
            text: tr.problems_empty_text(),
            action: Some(tr.problems_add()),
        };
        let columns = problem_columns(tr);
        let view = Table::new(TABLE, tr.problems_table(), &columns, self.picture.revision()).empty(empty).deletable();
        let events = view.ui(ui, cx, &rows, &mut self.table);
        let deleted = events.deleted.iter().map(|id| Edit::Delete { table: DataTable::Problem, id: *id });
        let edits: Vec<Edit> = deleted.collect();
        if let Some(first) = events.deleted.first().and_then(|key| book.problem(*key)) {
            let label = Label::Deleted { table: DataTable::Problem, name: first.text.clone() };
            cx.out.push(Command::Run(Edit::Many { label, edits }));
        }
        if events.is_first_step {
            self.begin(cx);
        }
    }

    fn side_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let (Some((_, draft)), Some(Ok(book))) = (&mut self.draft, self.picture.get()) else { return };
        let frame = super::side_frame(cx.theme);
        let panel = Panel::right("problem panel").exact_size(INSPECTOR).resizable(false).frame(frame);
        let shown = panel.show(ui, |ui| {
            let body = ScrollArea::vertical().id_salt(("problem", draft.id.raw())).auto_shrink(false);
            body.show(ui, |ui| form_ui(ui, cx, draft, book)).inner
        });
        let Some(edit) = shown.inner else { return };
        cx.out.push(Command::Run(edit));
        if draft.id.is_new() {
            self.draft = None;
        }
    }
}

/// Draws the form; the edit that stores it. A new one is stored by its button.
fn form_ui(ui: &mut Ui, cx: &PageCx<'_>, it: &mut Problem, book: &ProblemBook) -> Option<Edit> {
    ui.spacing_mut().item_spacing.y = 8.0;
    let tr = cx.tr;
    let width = ui.available_width();
    let is_new = it.id.is_new();
    ui.label(RichText::new(if is_new { tr.problems_add() } else { tr.problems_text() }).font(theme::strong()));
    let save = Button::main(tr.duties_save()).icon(Icon::Check).enabled(!it.text.trim().is_empty());
    let is_asked = is_new && save.ui(ui, cx.theme).clicked();
    let text = |ui: &mut Ui, field: Field<'_>, value: &mut String| field.ui(ui, cx.theme, value).lost_focus();
    let missing = (!is_new && it.text.trim().is_empty()).then(|| tr.problems_text_missing());
    let mut is_done = text(ui, Field::new(tr.problems_text()).rows(2).trouble(missing), &mut it.text);
    is_done |= text(ui, Field::new(tr.problems_by()), &mut it.by);
    let mut raised = Some(it.raised_on);
    is_done |= DateField::new(tr.field("raised_on"), &book.calendar, cx.today).ui(ui, cx.theme, tr, &mut raised);
    it.raised_on = raised.unwrap_or(it.raised_on);
    let own = Choice::new(None, tr.tasks_own_site());
    let each = book.registry.institutions.values().filter(|inst| !inst.is_own);
    let sites: Vec<_> =
        std::iter::once(own).chain(each.map(|inst| Choice::new(Some(inst.id), inst.name.clone()))).collect();
    is_done |= Dropdown::new(tr.field("site"), &sites).width(width).ui(ui, cx.theme, tr, &mut it.site);
    is_done |= text(ui, Field::new(tr.problems_owner()), &mut it.owner);
    is_done |= DateField::new(tr.problems_due(), &book.calendar, cx.today).ui(ui, cx.theme, tr, &mut it.due_on);
    let states: Vec<_> = TaskStatus::ALL.iter().map(|state| Choice::new(*state, tr.problem_status(*state))).collect();
    if Dropdown::new(tr.field("status"), &states).width(width).ui(ui, cx.theme, tr, &mut it.status) {
        it.done_on = (it.status == TaskStatus::Closed).then(|| it.done_on.unwrap_or(cx.today));
        is_done = true;
    }
    if it.status == TaskStatus::Closed {
        is_done |= DateField::new(tr.problems_done(), &book.calendar, cx.today).ui(ui, cx.theme, tr, &mut it.done_on);
    }
    is_done |= text(ui, Field::new(tr.problems_result()).rows(2), &mut it.result);
    let is_meant = if is_new { is_asked } else { is_done };
    let is_changed = book.registry.problems.get(&it.id) != Some(it);
    if !is_meant || !is_changed || it.text.trim().is_empty() {
        return None;
    }
    let (table, name) = (DataTable::Problem, it.text.trim().to_owned());
    let label = if is_new { Label::Added { table, name } } else { Label::Changed { table, name } };
    Some(Edit::Many { label, edits: vec![Edit::put(it.clone())] })
}
