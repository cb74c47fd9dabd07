//! Draws the slot editor under its cell.

use egui::{Align2, Area, Id, Order, Rect, Role, Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, pos2, vec2};

use super::board::Board;
use super::editor::{self, Editor, Outcome, SHOWN};
use super::metrics::points;
use super::paint;
use super::view::View;
use crate::app::week::{Choice, WeekVm};
use crate::ui::PageCx;
use crate::ui::theme::{self, CORNER, ROW, Theme};
use crate::ui::widget::Icon;

/// Width of the editor, in points.
const WIDTH: f32 = 300.0;

/// Draws the open editor and does what it asks for.
pub fn editor_ui(ui: &Ui, cx: &mut PageCx<'_>, vm: &WeekVm, view: &View<'_>, board: &mut Board) {
    let Some((editor, cell)) = board.editor.as_mut().zip(board.cursor_rect) else { return };
    let was_fresh = editor.is_fresh;
    let mut outcome = editor.keys(ui, vm);
    let screen = ui.ctx().content_rect();
    let height = ROW * (points(SHOWN) + 2.5);
    let is_above = cell.bottom() + height > screen.bottom() && cell.top() - height > screen.top();
    let (at, pivot) = if is_above {
        (cell.left_top() - vec2(0.0, 2.0), Align2::LEFT_BOTTOM)
    } else {
        (cell.left_bottom() + vec2(0.0, 2.0), Align2::LEFT_TOP)
    };
    let area =
        Area::new(Id::unique("slot editor")).order(Order::Foreground).fixed_pos(at).pivot(pivot).constrain_to(screen);
    let shown = area.show(ui.ctx(), |ui| {
        egui::Frame::popup(ui.style()).fill(cx.theme.paper).corner_radius(CORNER).inner_margin(6).show(ui, |ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing = vec2(4.0, 2.0);
            box_ui(ui, cx, vm, editor);
            list_ui(ui, cx, editor)
        })
    });
    if let Some(place) = shown.inner.inner {
        outcome = Outcome::Taken(place, 0, 0);
    } else if outcome == Outcome::Open && !was_fresh && shown.response.clicked_elsewhere() {
        outcome = Outcome::Left;
    }
    editor::settle(outcome, cx, vm, view, board);
}

/// The box with what was typed. It takes the focus only when characters are wanted.
fn box_ui(ui: &mut Ui, cx: &PageCx<'_>, vm: &WeekVm, editor: &mut Editor) {
    if editor.is_box {
        let edit = TextEdit::singleline(&mut editor.typed).desired_width(f32::INFINITY).id_salt("words");
        let response = ui.add(edit).accessible_name(cx.tr.schedule_editor());
        response.request_focus();
        if response.changed() {
            editor.sift(vm);
        }
    } else {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, &editor.typed, &editor.typed, cx.tr.schedule_editor_hint());
            info.label = Some(cx.tr.schedule_editor().to_owned());
            info
        });
        ui.painter().rect(rect, CORNER, cx.theme.paper, Stroke::new(1.0, cx.theme.accent), StrokeKind::Inside);
        let (words, ink) = if editor.typed.is_empty() {
            (cx.tr.schedule_editor_hint(), cx.theme.muted)
        } else {
            (editor.typed.as_str(), cx.theme.ink)
        };
        let galley = paint::line(ui.painter(), words, theme::body(), ink, rect.width() - 20.0);
        let at = pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0);
        let end = if editor.typed.is_empty() { at.x } else { at.x + galley.size().x + 1.0 };
        ui.painter().galley(at, galley, ink);
        ui.painter().vline(end, rect.shrink(6.0).y_range(), Stroke::new(1.5, cx.theme.accent));
        if response.clicked() {
            editor.is_box = true;
        }
    }
    for words in &editor.cautions {
        ui.horizontal(|ui| {
            Icon::Warning.ui(ui, 14.0, cx.theme.warning);
            ui.label(egui::RichText::new(words).font(theme::caption()).color(cx.theme.warning));
        });
    }
}

/// The lines; returns the place of the one that was clicked.
fn list_ui(ui: &mut Ui, cx: &PageCx<'_>, editor: &Editor) -> Option<usize> {
    let mut taken = None;
    let mut is_empty = true;
    for (place, choice) in editor.lines().enumerate() {
        is_empty = false;
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
        let is_picked = place == editor.picked;
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_picked, &choice.label));
        if is_picked || response.hovered() {
            let fill = if is_picked { cx.theme.selection } else { cx.theme.hover };
            ui.painter().rect_filled(rect, 4, fill);
        }
        choice_ui(ui, cx, rect, choice);
        if response.clicked() {
            taken = Some(place);
        }
    }
    if is_empty {
        ui.label(egui::RichText::new(cx.tr.schedule_editor_none()).color(cx.theme.muted));
    }
    taken
}

fn choice_ui(ui: &Ui, cx: &PageCx<'_>, rect: Rect, choice: &Choice) {
    let painter = ui.painter();
    letter(painter, cx.theme, pos2(rect.left() + 16.0, rect.center().y), choice);
    let is_plain = choice.discouraged.is_empty();
    let (note, note_ink) = match (is_plain, choice.is_habit) {
        (false, _) => (choice.discouraged.as_str(), cx.theme.warning),
        (true, true) => (cx.tr.schedule_habit(), cx.theme.muted),
        (true, false) => ("", cx.theme.muted),
    };
    let note = paint::line(painter, note, theme::caption(), note_ink, rect.width() * 0.45);
    let note_left = rect.right() - 6.0 - note.size().x;
    let ink = if is_plain { cx.theme.ink } else { cx.theme.muted };
    let label = paint::line(painter, &choice.label, theme::body(), ink, note_left - rect.left() - 40.0);
    painter.galley(pos2(rect.left() + 32.0, rect.center().y - label.size().y / 2.0), label, ink);
    painter.galley(pos2(note_left, rect.center().y - note.size().y / 2.0), note, note_ink);
}

fn letter(painter: &egui::Painter, theme: &Theme, centre: egui::Pos2, choice: &Choice) {
    let square = Rect::from_center_size(centre, vec2(20.0, 20.0));
    if let Some(hue) = choice.hue {
        painter.rect_filled(square, 4, theme.hue(hue));
    }
    painter.text(centre, Align2::CENTER_CENTER, &choice.letter, theme::caption(), theme.ink);
}
