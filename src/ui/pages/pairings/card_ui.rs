//! One mentor's card: the name, how many of how many, a line for each pair, and where to drop another.

use egui::{Align2, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::board_ui::refusal;
use super::pool_ui::ghost_ui;
use super::{Held, Wish};
use crate::app::pairing::{Board, MentorCard, PairLine};
use crate::domain::{PairingId, PairingStatus, PersonId};
use crate::ui::PageCx;
use crate::ui::theme::{self, CORNER, Theme};
use crate::ui::widget::button::{focus_ring, text_width};
use crate::ui::widget::{Button, Icon, draw_one_line};

const LINE: f32 = 44.0;

/// Draws a card of the width.
pub fn ui(
    ui: &mut Ui,
    cx: &PageCx<'_>,
    board: &Board,
    (place, card): (usize, &MentorCard),
    width: f32,
    (held, shown): (Option<PersonId>, Option<PairingId>),
) -> Option<Wish> {
    let theme = cx.theme;
    let mut wish = None;
    let frame = egui::Frame::new()
        .fill(theme.raised)
        .stroke(Stroke::new(1.0, theme.line))
        .corner_radius(CORNER)
        .inner_margin(egui::Margin::same(10));
    let drawn = frame.show(ui, |ui| {
        ui.set_width(width - 22.0);
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        ui.vertical(|ui| {
            head_ui(ui, cx, card);
            for line in card.pairs.iter().filter_map(|place| board.pairs.get(*place)) {
                if pair_ui(ui, cx, line, shown == Some(line.pairing.id)) {
                    wish = Some(Wish::Show(line.pairing.id));
                }
            }
            if let Some(asked) = add_ui(ui, cx, board, (place, card), held) {
                wish = Some(asked);
            }
        });
    });
    let target = ui.interact(drawn.response.rect, ui.scope_id().with(("card", card.person.raw())), Sense::hover());
    if let Some(over) = target.dnd_hover_payload::<Held>() {
        let refused = refusal(board, card, *over, cx.tr);
        let colour = if refused.is_some() { theme.danger } else { theme.accent };
        ui.painter().rect_stroke(target.rect, CORNER, Stroke::new(2.0, colour), StrokeKind::Inside);
        if let Some(words) = refused {
            target.clone().show_tooltip_text(words);
        }
    }
    if let Some(given) = target.dnd_release_payload::<Held>()
        && refusal(board, card, *given, cx.tr).is_none()
    {
        wish = Some(Wish::Give(*given, place));
    }
    wish
}

fn head_ui(ui: &mut Ui, cx: &PageCx<'_>, card: &MentorCard) {
    let theme = cx.theme;
    ui.horizontal(|ui| {
        ui.label(RichText::new(&card.name).font(theme::strong()));
        if card.stint.is_none() {
            ui.label(RichText::new(cx.tr.pairing_local_mentor()).font(theme::caption()).color(theme.muted));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let (ink, fill) = match card.count().cmp(&card.target) {
                std::cmp::Ordering::Less if card.stint.is_some() => (theme.warning, theme.warning_tint),
                std::cmp::Ordering::Greater => (theme.info, theme.info_tint),
                _ => (theme.ok, theme.ok_tint),
            };
            let words = format!("{}/{}", card.count(), card.target);
            let size = vec2(text_width(ui, &words, &theme::strong()) + 14.0, 22.0);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{} {words}", card.name)));
            ui.painter().rect_filled(rect, 11, fill);
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, words, theme::strong(), ink);
        });
    });
    ui.add(egui::Label::new(RichText::new(&card.detail).font(theme::caption()).color(theme.muted)).truncate());
    ui.add_space(2.0);
}

/// A pair as a line of the card; true where it was clicked.
fn pair_ui(ui: &mut Ui, cx: &PageCx<'_>, line: &PairLine, is_shown: bool) -> bool {
    let theme = cx.theme;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::click_and_drag());
    let status = cx.tr.pairing_status(line.pairing.status);
    let remark = line.progress.remark(cx.tr);
    let spoken = format!("{} {status} {remark}", line.apprentice);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_shown, spoken.trim()));
    response.dnd_set_drag_payload(Held::Pair(line.pairing.id));
    let fill = match (is_shown, response.hovered()) {
        (true, _) => theme.selection,
        (false, true) => theme.hover,
        (false, false) => theme.paper,
    };
    ui.painter().rect(rect, CORNER, fill, Stroke::new(1.0, theme.line), StrokeKind::Inside);
    let clip = ui.painter().with_clip_rect(rect.shrink2(vec2(8.0, 0.0)).intersect(ui.clip_rect()));
    let (top, bottom) = (rect.top() + 13.0, rect.bottom() - 12.0);
    let beside = |words: &str| rect.width() - 28.0 - text_width(ui, words, &theme::caption());
    let name = (theme::body(), theme.ink);
    draw_one_line(&clip, pos2(rect.left() + 8.0, top), &line.apprentice, name, beside(status));
    let (ink, _) = status_look(theme, line.pairing.status);
    clip.text(pos2(rect.right() - 8.0, top), Align2::RIGHT_CENTER, status, theme::caption(), ink);
    let goal = line.progress.goal_words();
    let room = beside(&goal);
    clip.text(pos2(rect.right() - 8.0, bottom), Align2::RIGHT_CENTER, goal, theme::caption(), theme.muted);
    if line.progress.alert.is_some() {
        let icon = Rect::from_center_size(pos2(rect.left() + 14.0, bottom), vec2(12.0, 12.0));
        Icon::Warning.paint(&clip, icon, theme.warning);
        let warning = (theme::caption(), theme.warning);
        draw_one_line(&clip, pos2(rect.left() + 24.0, bottom), &remark, warning, room - 16.0);
    } else {
        let words = if remark.is_empty() { &line.apprentice_detail } else { &remark };
        draw_one_line(&clip, pos2(rect.left() + 8.0, bottom), words, (theme::caption(), theme.muted), room);
    }
    if response.has_focus() {
        focus_ring(ui, theme, rect);
    }
    if response.dragged() {
        ghost_ui(ui, cx, &line.apprentice);
    }
    response.clicked()
}

/// The place for one more: with somebody held it makes the pair, else it says how.
fn add_ui(
    ui: &mut Ui,
    cx: &PageCx<'_>,
    board: &Board,
    (place, card): (usize, &MentorCard),
    held: Option<PersonId>,
) -> Option<Wish> {
    let person = held?;
    let name = board.pool.iter().find(|line| line.person == person).map_or("", |line| line.name.as_str());
    let refused = refusal(board, card, Held::Person(person), cx.tr);
    let words = refused.map_or_else(|| cx.tr.pairing_add(name), str::to_owned);
    let mut wish = None;
    ui.horizontal(|ui| {
        let add = Button::new(&words).icon(Icon::Add).enabled(refused.is_none()).ui(ui, cx.theme);
        if add.clicked() {
            wish = Some(Wish::Give(Held::Person(person), place));
        }
        if Button::quiet(cx.tr.pairing_compare()).ui(ui, cx.theme).clicked() {
            wish = Some(Wish::Compare(place));
        }
    });
    wish
}

/// Ink and tint of a state.
pub const fn status_look(theme: &Theme, status: PairingStatus) -> (egui::Color32, egui::Color32) {
    match status {
        PairingStatus::Proposed => (theme.muted, theme.hover),
        PairingStatus::Signed => (theme.info, theme.info_tint),
        PairingStatus::Active => (theme.ok, theme.ok_tint),
        PairingStatus::Finished => (theme.muted, theme.raised),
        PairingStatus::Stopped | PairingStatus::Replaced => (theme.warning, theme.warning_tint),
    }
}
