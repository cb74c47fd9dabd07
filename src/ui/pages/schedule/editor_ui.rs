//! Draws the slot editor under its cell.

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::board::Board;
use super::editor::{self, Editor};
use super::paint;
use super::typing::{Outcome, below_ui, line_ui};
use super::view::View;
use crate::app::week::{Choice, GridVm};
use crate::ui::PageCx;
use crate::ui::theme::{self, Theme};
use crate::ui::widget::Icon;

/// Draws the open editor and does what it asks for.
pub fn editor_ui(ui: &Ui, cx: &mut PageCx<'_>, vm: &GridVm, view: &View<'_>, board: &mut Board) {
    let Some((editor, cell)) = board.editor.as_mut().zip(board.cursor_rect) else { return };
    let was_fresh = editor.typing.is_fresh;
    let mut outcome = editor.keys(ui, vm);
    let (response, clicked) = below_ui(ui, cx, "slot editor", cell, |ui| {
        if editor.typing.box_ui(ui, cx, cx.tr.schedule_editor(), cx.tr.schedule_editor_hint()) {
            editor.sift(vm);
        }
        for words in &editor.cautions {
            ui.horizontal(|ui| {
                Icon::Warning.ui(ui, 14.0, cx.theme.warning);
                ui.label(egui::RichText::new(words).font(theme::caption()).color(cx.theme.warning));
            });
        }
        list_ui(ui, cx, editor)
    });
    if let Some(place) = clicked {
        outcome = Outcome::Taken(place, 0, 0);
    } else if outcome == Outcome::Open && !was_fresh && response.clicked_elsewhere() {
        outcome = Outcome::Left;
    }
    editor::settle(outcome, cx, vm, view, board);
}

/// The lines; returns the place of the one that was clicked.
fn list_ui(ui: &mut Ui, cx: &PageCx<'_>, editor: &Editor) -> Option<usize> {
    let mut taken = None;
    let mut is_empty = true;
    for (place, choice) in editor.lines().enumerate() {
        is_empty = false;
        let (rect, is_clicked) = line_ui(ui, cx, &choice.label, place == editor.typing.picked);
        choice_ui(ui, cx, rect, choice);
        if is_clicked {
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
