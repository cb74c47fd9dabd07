//! The templates of tasks: a list, a form beside it, and a preview of what they would do before they do it.

use chrono::{Datelike, NaiveDate};
use egui::{Key, Modifiers, Panel, RichText, ScrollArea, Ui};

use super::cells::{Lines, preview_columns, template_columns};
use super::template_form::{Draft, form_ui};
use crate::app::tasks::{TemplateBook, TemplatePreview, copy_templates_edit, delete_templates_edit, fresh_template};
use crate::domain::{Edit, Task};
use crate::ui::theme::{self, INSPECTOR};
use crate::ui::widget::{Button, Empty, Icon, Table, TableState};
use crate::ui::{Command, Live, PageCx};

/// The address of the table of the preview.
const PREVIEW: &str = "template preview";

/// The templates.
#[derive(Default)]
pub struct Templates {
    picture: Live<TemplateBook>,
    table: TableState,
    draft: Option<(u64, Draft)>,
    /// What they would do, while that is looked at: made from which picture, and what was asked for.
    preview: Option<(u64, Wanted, TemplatePreview)>,
    preview_table: TableState,
    /// A preview that is asked for and not made yet.
    wanted: Option<Wanted>,
}

/// Which templates are looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Wanted {
    keys: Vec<i64>,
    list: Option<String>,
}

impl Templates {
    /// Marks the picture as old.
    pub const fn expire(&mut self) {
        self.picture.expire();
    }

    /// Shows what the templates of a list would do.
    pub fn preview(&mut self, list: Option<String>) {
        self.wanted = Some(Wanted { keys: Vec::new(), list });
    }

    fn refresh(&mut self, cx: &PageCx<'_>) {
        let tr = cx.tr;
        self.picture.refresh(|| cx.desk.ask(move |office| TemplateBook::load(office, tr)));
        let revision = self.picture.revision();
        let Some(Ok(book)) = self.picture.get() else { return };
        let shown = self.preview.as_ref().filter(|(made_from, ..)| *made_from != revision).map(|(_, it, _)| it.clone());
        if let Some(wanted) = self.wanted.take().or(shown) {
            let mut preview = book.preview(&wanted.keys, wanted.list.as_deref(), tr);
            if let Some((.., old)) = &self.preview {
                preview.leave(&old.left(), tr);
            } else {
                self.preview_table.focus();
            }
            self.preview = Some((revision, wanted, preview));
        }
        let chosen = self.table.single();
        let drafted = self.draft.as_ref().map(|(made_from, draft)| (*made_from, draft.record.id.raw()));
        if drafted != chosen.map(|id| (revision, id)) {
            self.draft = chosen.and_then(|id| book.template(id)).map(|it| (revision, Draft::of(it)));
        }
    }

    /// Draws the buttons of the bar.
    pub fn bar_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        let tr = cx.tr;
        let Some(Ok(book)) = self.picture.get() else { return };
        if let Some((_, _, preview)) = &self.preview {
            let taken = preview.taken();
            let is_left = Button::new(tr.templates_back()).icon(Icon::Left).ui(ui, cx.theme).clicked();
            let words = tr.templates_apply(taken);
            let apply = Button::main(&words).icon(Icon::Check).enabled(taken > 0);
            if apply.ui(ui, cx.theme).clicked()
                && let Some(edit) = preview.edit()
            {
                cx.out.push(Command::Run(edit));
            }
            if is_left {
                self.preview = None;
            }
            return;
        }
        super::in_and_out_ui(ui, cx, tr.tasks_import());
        if Button::new(tr.templates_add()).icon(Icon::Add).ui(ui, cx.theme).clicked() {
            cx.out.push(Command::Run(first_template(book, cx)));
        }
        let is_any = !book.lines.is_empty();
        if Button::main(tr.templates_preview()).icon(Icon::Tasks).enabled(is_any).ui(ui, cx.theme).clicked() {
            let keys = self.table.selected().iter().copied().collect();
            self.wanted = Some(Wanted { keys, list: None });
        }
    }

    /// Draws the list with its form, or the preview.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        self.refresh(cx);
        if !self.picture.ready_ui(ui, cx.theme, cx.tr) {
            return;
        }
        if self.preview.is_some() {
            self.preview_ui(ui, cx);
        } else {
            self.side_ui(ui, cx);
            self.list_ui(ui, cx);
        }
    }

    fn preview_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let Some((revision, _, preview)) = &mut self.preview else { return };
        let tr = cx.tr;
        let [added, changed, untouched] = preview.counts;
        let left = added + changed - preview.taken();
        let mut sums = tr.templates_preview_sums(added, changed, untouched);
        if left > 0 {
            sums.push_str(&tr.templates_left(left));
        }
        ui.label(RichText::new(sums).font(theme::strong()));
        if added + changed > 0 {
            ui.label(RichText::new(tr.templates_take_hint()).font(theme::caption()).color(cx.theme.muted));
        }
        ui.add_space(4.0);
        let id = ui.make_persistent_id(PREVIEW);
        let is_space = ui.memory(|memory| memory.has_focus(id))
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space));
        let rows = Lines { all: &preview.lines, shown: None, key: |place, _| i64::try_from(place).unwrap_or_default() };
        let columns = preview_columns(tr);
        let empty =
            Empty { icon: Icon::Tasks, title: tr.templates_nothing(), text: tr.templates_empty_text(), action: None };
        let view = Table::new(PREVIEW, tr.templates_preview_table(), &columns, *revision).empty(empty);
        let events = view.ui(ui, cx, &rows, &mut self.preview_table);
        let chosen = self.preview_table.selected().iter().filter(|_| is_space);
        let places = chosen.chain(&events.ticked).filter_map(|key| usize::try_from(*key).ok());
        let places: Vec<usize> = places.collect();
        if !places.is_empty() {
            preview.toggle(&places, tr);
        }
    }

    fn list_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let Some(Ok(book)) = self.picture.get() else { return };
        let tr = cx.tr;
        let rows = Lines { all: &book.lines, shown: None, key: |_, line| line.id.raw() };
        let empty = Empty {
            icon: Icon::Tasks,
            title: tr.templates_empty_title(),
            text: tr.templates_empty_text(),
            action: Some(tr.templates_add()),
        };
        let columns = template_columns(tr);
        let menu = [tr.templates_copy()];
        let view = Table::new("task templates", tr.templates_table(), &columns, self.picture.revision());
        let events = view.empty(empty).menu(&menu).deletable().ui(ui, cx, &rows, &mut self.table);
        if events.is_first_step {
            cx.out.push(Command::Run(first_template(book, cx)));
        }
        if let Some(edit) = delete_templates_edit(&events.deleted, &book.registry) {
            cx.out.push(Command::Run(edit));
        }
        if let Some((_, keys)) = events.chosen
            && let Some(first) = keys.iter().find_map(|key| book.template(*key))
            && let list = tr.tasks_list_of_year(&first.list, first.due_on.year() + 1)
            && let Some(edit) = copy_templates_edit(&keys, &list, 1, &book.registry)
        {
            cx.out.push(Command::Run(edit));
        }
    }

    fn side_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let (Some((_, draft)), Some(Ok(book))) = (&mut self.draft, self.picture.get()) else { return };
        let frame = super::side_frame(cx.theme);
        let panel = Panel::right("template panel").exact_size(INSPECTOR).resizable(false).frame(frame);
        let tr = cx.tr;
        let asked = panel.show(ui, |ui| {
            let body = ScrollArea::vertical().id_salt(("template", draft.record.id.raw())).auto_shrink(false);
            body.show(ui, |ui| {
                let rows = book.registry.tasks.values().filter(|task: &&Task| task.template == Some(draft.record.id));
                ui.label(RichText::new(tr.templates_rows(rows.count())).color(cx.theme.muted));
                let edit = form_ui(ui, cx, draft, book);
                ui.add_space(8.0);
                let is_deleted = Button::quiet(tr.templates_delete()).icon(Icon::Bin).ui(ui, cx.theme).clicked();
                let delete = || delete_templates_edit(&[draft.record.id.raw()], &book.registry);
                if is_deleted { delete() } else { edit }
            })
            .inner
        });
        if let Some(edit) = asked.inner {
            cx.out.push(Command::Run(edit));
        }
    }
}

/// A template of the first list, due at the end of the year, with nothing but a title to be written.
fn first_template(book: &TemplateBook, cx: &PageCx<'_>) -> Edit {
    let list = book.lists.first().map_or(cx.tr.tasks_table(), String::as_str);
    let due = NaiveDate::from_ymd_opt(cx.today.year(), 12, 31).unwrap_or(cx.today);
    Edit::put(fresh_template(list, cx.tr.templates_new_title(), due))
}
