//! The board: tasks as cards by how they stand, only those in view drawn.

use egui::{Align2, Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::list::TaskList;
use crate::app::tasks::{TaskBook, TaskLine};
use crate::domain::TaskState;
use crate::i18n::Tr;
use crate::ui::PageCx;
use crate::ui::theme::{self, CORNER, Theme};

/// Height of a card with its gap, in points.
const CARD: f32 = 64.0;

/// The places of the tasks by state, worked out once for each picture.
#[derive(Default)]
pub struct Board {
    of: Option<u64>,
    columns: [Vec<usize>; 5],
}

impl Board {
    /// Draws the columns; returns a task that was opened.
    pub fn ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>, list: &TaskList) -> Option<i64> {
        let book = list.book()?;
        if self.of != Some(list.revision()) {
            self.of = Some(list.revision());
            self.columns = TaskState::ALL.map(|state| {
                let is_so = |place: &usize| book.lines.get(*place).is_some_and(|line| line.state == state);
                list.shown().iter().copied().filter(is_so).collect()
            });
        }
        let mut opened = None;
        let gap = 12.0;
        let count = TaskState::ALL.len() as f32;
        let width = ((ui.available_width() - gap * (count - 1.0)) / count).max(160.0);
        ScrollArea::horizontal().auto_shrink(false).show(ui, |ui| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = gap;
                for (state, places) in TaskState::ALL.into_iter().zip(&self.columns) {
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        opened = column_ui(ui, cx, book, state, places).or(opened);
                    });
                }
            });
        });
        opened
    }
}

fn column_ui(ui: &mut Ui, cx: &PageCx<'_>, book: &TaskBook, state: TaskState, places: &[usize]) -> Option<i64> {
    let ink = state_ink(cx.theme, state);
    ui.horizontal(|ui| {
        ui.label(RichText::new(state_name(cx.tr, state)).font(theme::strong()).color(ink));
        ui.label(RichText::new(places.len().to_string()).color(cx.theme.muted));
    });
    let mut opened = None;
    ScrollArea::vertical().id_salt(("board", state)).auto_shrink(false).show_rows(
        ui,
        CARD - ui.spacing().item_spacing.y,
        places.len(),
        |ui, rows| {
            for row in rows {
                let line = places.get(row).and_then(|place| book.lines.get(*place));
                if let Some(line) = line
                    && card_ui(ui, cx.theme, line, ink)
                {
                    opened = Some(line.id.raw());
                }
            }
        },
    );
    opened
}

fn card_ui(ui: &mut Ui, theme: &Theme, line: &TaskLine, ink: egui::Color32) -> bool {
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
        let about = [line.cell("site"), line.cell("owner"), line.cell("left")];
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
