//! The pool of people who could learn: to be dragged onto a mentor, or clicked first.

use egui::{Align2, Rect, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Held, Wish};
use crate::app::pairing::{Board, PoolLine};
use crate::domain::PersonId;
use crate::ui::PageCx;
use crate::ui::theme::{self, CORNER};
use crate::ui::widget::button::{focus_ring, text_width};
use crate::ui::widget::{draw_one_line, search_box};

const LINE: f32 = 40.0;

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &PageCx<'_>, board: &Board, search: &mut String, held: Option<PersonId>) -> Option<Wish> {
    let tr = cx.tr;
    ui.label(RichText::new(tr.pairing_pool()).font(theme::strong()));
    ui.add(egui::Label::new(RichText::new(tr.pairing_pool_hint()).font(theme::caption()).color(cx.theme.muted)).wrap());
    ui.add_space(4.0);
    let id = ui.scope_id().with("pool search");
    search_box(ui, cx.theme, id, tr.pairing_pool_search(), ui.available_width(), search);
    ui.add_space(4.0);
    let fits = |line: &&PoolLine| search.trim().is_empty() || line.key.rank(search.trim()).is_some();
    let lines: Vec<&PoolLine> = board.pool.iter().filter(fits).collect();
    if lines.is_empty() {
        ui.label(RichText::new(tr.pairing_pool_none()).color(cx.theme.muted));
    }
    let mut wish = None;
    ui.spacing_mut().item_spacing.y = 2.0;
    ScrollArea::vertical().auto_shrink(false).show_rows(ui, LINE, lines.len(), |ui, range| {
        for line in lines.get(range).unwrap_or_default() {
            if line_ui(ui, cx, line, held == Some(line.person)) {
                wish = Some(Wish::Hold(if held == Some(line.person) { None } else { Some(line.person) }));
            }
        }
    });
    wish
}

fn line_ui(ui: &mut Ui, cx: &PageCx<'_>, line: &PoolLine, is_held: bool) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::click_and_drag());
    let mentors = if line.mentors == 0 { String::new() } else { cx.tr.pairing_has_mentors(line.mentors) };
    let spoken = format!("{} {} {mentors}", line.name, line.detail);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_held, spoken.trim()));
    response.dnd_set_drag_payload(Held::Person(line.person));
    let theme = cx.theme;
    let fill = match (is_held, response.hovered()) {
        (true, _) => theme.selection,
        (false, true) => theme.hover,
        (false, false) => theme.paper,
    };
    ui.painter().rect(rect, CORNER, fill, egui::Stroke::new(1.0, theme.line), egui::StrokeKind::Inside);
    let ink = if line.mentors == 0 { theme.ink } else { theme.muted };
    let clip = ui.painter().with_clip_rect(rect.shrink2(vec2(8.0, 0.0)).intersect(ui.clip_rect()));
    let room = rect.width() - 16.0;
    let beside = if mentors.is_empty() { 0.0 } else { text_width(ui, &mentors, &theme::caption()) + 8.0 };
    let name = pos2(rect.left() + 8.0, rect.top() + 12.0);
    draw_one_line(&clip, name, &line.name, (theme::body(), ink), room - beside);
    let detail = pos2(rect.left() + 8.0, rect.bottom() - 11.0);
    draw_one_line(&clip, detail, &line.detail, (theme::caption(), theme.muted), room);
    if !mentors.is_empty() {
        let at = pos2(rect.right() - 8.0, rect.top() + 12.0);
        clip.text(at, Align2::RIGHT_CENTER, mentors, theme::caption(), theme.muted);
    }
    if response.has_focus() {
        focus_ring(ui, theme, rect);
    }
    if response.dragged() {
        ghost_ui(ui, cx, &line.name);
    }
    response.on_hover_cursor(egui::CursorIcon::Grab).clicked()
}

/// What is dragged follows the pointer.
pub fn ghost_ui(ui: &Ui, cx: &PageCx<'_>, words: &str) {
    let Some(pointer) = ui.ctx().pointer_interact_pos() else { return };
    let canvas = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Tooltip, egui::Id::unique("pair ghost")));
    let width = text_width(ui, words, &theme::body()) + 20.0;
    let rect = Rect::from_min_size(pointer + vec2(10.0, 6.0), vec2(width, 26.0));
    canvas.rect(rect, CORNER, cx.theme.selection, egui::Stroke::new(1.0, cx.theme.accent), egui::StrokeKind::Inside);
    canvas.text(rect.center(), Align2::CENTER_CENTER, words, theme::body(), cx.theme.accent);
}
