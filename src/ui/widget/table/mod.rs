//! The one table: columns as data, rows as prepared strings; sort, filter, choice of columns, block copy, keyboard.

mod edit;
mod head;
mod keys;
mod rows;
mod source;
mod state;

use egui::{Align, Id, Key, Layout, Modifiers, Panel, RichText, ScrollArea, Sense, Ui};
use egui_extras::TableBuilder;

pub use edit::CellChange;
pub use source::{CellTone, Column, ColumnKind, TableRow, TableRows};
pub use state::TableState;

use super::button::Button;
use super::field::search_box;
use super::icon::Icon;
use super::state::Empty;
use crate::i18n::Tr;
use crate::ui::page::PageCx;
use crate::ui::theme::{self, ROW};

/// What was done to the table in this frame.
#[derive(Debug, Default)]
pub struct TableEvents {
    /// A row to open: double click or Enter.
    pub opened: Option<i64>,
    /// Whether the selection changed.
    pub is_selection_new: bool,
    /// Rows to delete.
    pub deleted: Vec<i64>,
    /// An action of the context menu by its place, with the rows it is for.
    pub chosen: Option<(usize, Vec<i64>)>,
    /// A row whose box was clicked.
    pub ticked: Option<i64>,
    /// A cell that was changed in its place.
    pub changed: Option<CellChange>,
    /// A block pasted from a workbook.
    pub pasted: Option<Vec<Vec<String>>>,
    /// The first step of the empty state was asked for.
    pub is_first_step: bool,
}

/// A table over prepared rows.
#[must_use = "call `ui` to draw it"]
pub struct Table<'a> {
    name: &'static str,
    title: &'a str,
    columns: &'a [Column],
    revision: u64,
    menu: &'a [&'a str],
    empty: Option<Empty<'a>>,
    can_delete: bool,
    editable: &'a [&'a str],
}

impl<'a> Table<'a> {
    /// A table; `name` is the address of its remembered layout, `title` is spoken, and `revision` grows whenever the
    /// rows are new (see `Live::revision`).
    pub const fn new(name: &'static str, title: &'a str, columns: &'a [Column], revision: u64) -> Self {
        Self { name, title, columns, revision, menu: &[], empty: None, can_delete: false, editable: &[] }
    }

    /// With actions in the context menu.
    pub const fn menu(mut self, actions: &'a [&'a str]) -> Self {
        self.menu = actions;
        self
    }

    /// With what is shown where there are no rows.
    pub const fn empty(mut self, empty: Empty<'a>) -> Self {
        self.empty = Some(empty);
        self
    }

    /// The Delete key deletes.
    pub const fn deletable(mut self) -> Self {
        self.can_delete = true;
        self
    }

    /// Cells of these columns are changed in their place.
    pub const fn editable(mut self, keys: &'a [&'a str]) -> Self {
        self.editable = keys;
        self
    }

    /// Draws it into all the space there is.
    pub fn ui(self, ui: &mut Ui, cx: &mut PageCx<'_>, source: &dyn TableRows, state: &mut TableState) -> TableEvents {
        let mut events = TableEvents::default();
        state.remember(self.name, cx.preferences.table(self.name));
        state.renew(self.columns, source, self.revision);
        if source.is_empty()
            && let Some(empty) = &self.empty
        {
            events.is_first_step = empty.ui(ui, cx.theme);
            return events;
        }
        let id = ui.make_persistent_id(self.name);
        self.foot_ui(ui, cx, source.len(), state);
        let area = ui.available_rect_before_wrap();
        self.focus_ui(ui, id, area, source, state, &mut events);
        self.grid_ui(ui, cx, id, source, state, &mut events);
        cx.preferences.keep_table(self.name, state.layout());
        events
    }

    /// Takes the keys while the table has the focus.
    fn focus_ui(
        &self,
        ui: &Ui,
        id: Id,
        area: egui::Rect,
        source: &dyn TableRows,
        state: &mut TableState,
        events: &mut TableEvents,
    ) {
        let response = ui.interact(area, id, Sense::focusable_noninteractive());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Table, true, self.title));
        if state.take_wish_for_focus() {
            response.request_focus();
        }
        if response.has_focus() {
            keys::hear(ui, id, self.columns, source, state, self.can_delete, events);
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F2)) {
                let shown = state.shown_columns(self.columns);
                let row = state.shown_rows().get(state.cursor()).copied();
                if let (Some(row), Some(column)) = (row, edit::next_column(self.columns, self.editable, &shown, None)) {
                    state.set_edit(edit::CellEdit::of(source, row, column));
                }
            }
        }
    }

    fn grid_ui(
        &self,
        ui: &mut Ui,
        cx: &PageCx<'_>,
        id: Id,
        source: &dyn TableRows,
        state: &mut TableState,
        events: &mut TableEvents,
    ) {
        let shown = state.shown_columns(self.columns);
        let least: f32 = shown.iter().map(|place| state.width_of(self.columns, *place)).sum();
        let head_height = if state.has_filters() { 2.0 * ROW } else { ROW };
        ScrollArea::horizontal().id_salt(id).auto_shrink(false).show(ui, |ui| {
            ui.set_width(ui.available_width().min(ui.clip_rect().width()).max(least));
            ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
            // The line between two columns shows itself only when it can be dragged.
            ui.visuals_mut().widgets.noninteractive.bg_stroke = egui::Stroke::NONE;
            let mut builder = TableBuilder::new(ui)
                .id_salt((id, &shown, state.layout_number()))
                .sense(Sense::CLICK)
                .auto_shrink(false)
                .resizable(true)
                .min_scrolled_height(0.0)
                .cell_layout(Layout::left_to_right(Align::Center));
            if let Some(row) = state.take_row_to_show() {
                builder = builder.scroll_to_row(row, None).animate_scrolling(false);
            }
            for place in &shown {
                builder = builder.column(state.egui_column(self.columns, *place));
            }
            builder
                .header(head_height, |mut row| {
                    for place in &shown {
                        row.col(|ui| head::cell_ui(ui, cx, self.columns, *place, state));
                    }
                })
                .body(|body| {
                    state.note_widths(self.columns, &shown, body.widths());
                    rows::body_ui(body, self, cx, id, source, state, &shown, events);
                });
        });
    }

    /// How many rows there are and are selected; search, filters, columns.
    fn foot_ui(&self, ui: &mut Ui, cx: &PageCx<'_>, count: usize, state: &mut TableState) {
        let tr = cx.tr;
        let frame = egui::Frame::new().inner_margin(egui::Margin::symmetric(0, 4));
        Panel::bottom(ui.scope_id().with((self.name, "foot"))).frame(frame).show_separator_line(false).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.label(RichText::new(count_words(tr, count, state)).font(theme::caption()).color(cx.theme.muted));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    head::chooser_ui(ui, cx, self.columns, state);
                    let has_filters = state.has_filters();
                    let filter = Button::icon_only(Icon::Filter, tr.table_filters()).on(has_filters).ui(ui, cx.theme);
                    if filter.clicked() {
                        state.switch_filters();
                    }
                    let box_id = ui.scope_id().with((self.name, "search"));
                    let mut wanted = state.wanted().to_owned();
                    if search_box(ui, cx.theme, box_id, tr.table_search(), 140.0, &mut wanted).changed() {
                        state.want(wanted);
                    }
                });
            });
        });
    }
}

fn count_words(tr: Tr, count: usize, state: &TableState) -> String {
    let (shown, selected) = (state.shown_rows().len(), state.selected().len());
    let mut words = if shown == count { tr.table_rows(count) } else { tr.table_rows_of(shown, count) };
    if selected > 1 {
        words.push_str(&tr.table_selected(selected));
    }
    words
}
