//! The board: tasks as cards by how they stand or by owner, only those in view drawn.

use std::collections::HashMap;

use egui::{Align2, Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::list::TaskList;
use crate::app::tasks::{TaskBook, TaskLine};
use crate::domain::TaskState;
use crate::i18n::Tr;
use crate::ui::PageCx;
use crate::ui::theme::{self, CORNER, Theme};
use crate::ui::widget::chip;

/// Height of a card with its gap, in points.
const CARD: f32 = 64.0;

/// The narrowest column, in points.
const NARROWEST: f32 = 184.0;

/// The widest one: a card is read at a glance.
const WIDEST: f32 = 360.0;

/// By what the columns are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum By {
    #[default]
    State,
    Owner,
}

/// One column: what it is of, in which ink, and the places of its tasks.
struct Column {
    name: String,
    state: Option<TaskState>,
    places: Vec<usize>,
}

/// The columns, worked out once for each picture.
#[derive(Default)]
pub struct Board {
    by: By,
    of: Option<(u64, By)>,
    columns: Vec<Column>,
}

impl Board {
    /// Draws the columns; returns a task that was opened.
    pub fn ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>, list: &TaskList) -> Option<i64> {
        let book = list.book()?;
        ui.horizontal(|ui| {
            for (by, words) in [(By::State, cx.tr.tasks_by_state()), (By::Owner, cx.tr.tasks_by_owner())] {
                if chip(ui, cx.theme, words, self.by == by).clicked() {
                    self.by = by;
                }
            }
        });
        if self.of != Some((list.revision(), self.by)) {
            self.of = Some((list.revision(), self.by));
            self.columns = match self.by {
                By::State => by_state(book, list.shown(), cx.tr),
                By::Owner => by_owner(book, list.shown(), cx.tr),
            };
        }
        let gap = 12.0;
        let count = self.columns.len().max(1) as f32;
        let width = ((ui.available_width() - gap * (count - 1.0)) / count).clamp(NARROWEST, WIDEST);
        let height = ui.available_height();
        let mut opened = None;
        // Only the columns in view are drawn: an office may have hundreds of owners.
        ScrollArea::horizontal().auto_shrink(false).show_viewport(ui, |ui, view| {
            ui.set_width((width + gap) * count - gap);
            ui.set_height(height);
            let left = ui.max_rect().left();
            for (place, column) in self.columns.iter().enumerate() {
                let from = place as f32 * (width + gap);
                if from > view.right() || from + width < view.left() {
                    continue;
                }
                let min = pos2(left + from, ui.max_rect().top());
                let rect = Rect::from_min_size(min, vec2(width, height));
                ui.scope_builder(egui::UiBuilder::new().max_rect(rect).id_salt(("column", place)), |ui| {
                    opened = column_ui(ui, cx, book, (place, column)).or(opened);
                });
            }
        });
        opened
    }
}

fn by_state(book: &TaskBook, shown: &[usize], tr: Tr) -> Vec<Column> {
    let of = |state: TaskState| {
        let is_so = |place: &usize| book.lines.get(*place).is_some_and(|line| line.state == state);
        let places = shown.iter().copied().filter(is_so).collect();
        Column { name: state_name(tr, state).to_owned(), state: Some(state), places }
    };
    TaskState::ALL.into_iter().map(of).collect()
}

/// Those with the most urgent tasks first, as the tasks come in that order; without an owner last.
fn by_owner(book: &TaskBook, shown: &[usize], tr: Tr) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    let mut at: HashMap<&str, usize> = HashMap::new();
    for place in shown {
        let Some(line) = book.lines.get(*place) else { continue };
        let owner = line.owner.trim();
        let column = *at.entry(owner).or_insert_with(|| {
            let name = if owner.is_empty() { tr.tasks_no_owner() } else { owner };
            columns.push(Column { name: name.to_owned(), state: None, places: Vec::new() });
            columns.len() - 1
        });
        if let Some(column) = columns.get_mut(column) {
            column.places.push(*place);
        }
    }
    if let Some(column) = at.get("").copied().filter(|column| *column < columns.len()) {
        let without = columns.remove(column);
        columns.push(without);
    }
    columns
}

fn column_ui(ui: &mut Ui, cx: &PageCx<'_>, book: &TaskBook, (number, column): (usize, &Column)) -> Option<i64> {
    let ink = column.state.map_or(cx.theme.ink, |state| state_ink(cx.theme, state));
    ui.horizontal(|ui| {
        ui.label(RichText::new(&column.name).font(theme::strong()).color(ink));
        ui.label(RichText::new(column.places.len().to_string()).color(cx.theme.muted));
    });
    let mut opened = None;
    ScrollArea::vertical().id_salt(("board", number)).auto_shrink(false).show_rows(
        ui,
        CARD - ui.spacing().item_spacing.y,
        column.places.len(),
        |ui, rows| {
            for row in rows {
                let line = column.places.get(row).and_then(|place| book.lines.get(*place));
                if let Some(line) = line
                    && card_ui(ui, cx.theme, line, column.state.is_none())
                {
                    opened = Some(line.id.raw());
                }
            }
        },
    );
    opened
}

fn card_ui(ui: &mut Ui, theme: &Theme, line: &TaskLine, shows_state: bool) -> bool {
    let ink = state_ink(theme, line.state);
    let gap = ui.spacing().item_spacing.y;
    let size = vec2(ui.available_width(), CARD - gap - 4.0);
    let (rect, response) = ui.allocate_exact_size(vec2(size.x, CARD - gap), Sense::click());
    let rect = Rect::from_min_size(rect.min, size);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, line.cell("title")));
    if ui.is_rect_visible(rect) {
        let fill = if response.hovered() || response.has_focus() { theme.hover } else { theme.raised };
        ui.painter().rect(rect, CORNER, fill, Stroke::new(1.0, theme.line), StrokeKind::Inside);
        ui.painter().rect_filled(Rect::from_min_size(rect.min, vec2(3.0, rect.height())), 1, ink);
        let clipped = ui.painter().with_clip_rect(rect.shrink(4.0).intersect(ui.clip_rect()));
        let left = rect.left() + 12.0;
        let title = line.cell("title");
        clipped.text(pos2(left, rect.top() + 8.0), Align2::LEFT_TOP, title, theme::body(), theme.ink);
        let who = if shows_state { line.cell("state") } else { line.cell("owner") };
        let about = [line.cell("site"), who, line.cell("left")];
        let about: Vec<&str> = about.into_iter().filter(|text| !text.is_empty()).collect();
        let at = pos2(left, rect.bottom() - 8.0);
        clipped.text(at, Align2::LEFT_BOTTOM, about.join(" · "), theme::caption(), theme.muted);
    }
    response.on_hover_text(line.cell("title")).clicked()
}

/// The word over a column.
pub fn state_name(tr: Tr, state: TaskState) -> &'static str {
    match state {
        TaskState::Overdue => tr.state_overdue(),
        TaskState::DueSoon => tr.state_due_soon(),
        TaskState::Active => tr.state_active(),
        TaskState::Pending => tr.state_pending(),
        TaskState::Closed => tr.state_closed(),
    }
}

/// The ink of a state; the word beside it says the same.
pub const fn state_ink(theme: &Theme, state: TaskState) -> egui::Color32 {
    match state {
        TaskState::Overdue => theme.danger,
        TaskState::DueSoon => theme.warning,
        TaskState::Active => theme.accent,
        TaskState::Pending => theme.muted,
        TaskState::Closed => theme.ok,
    }
}
