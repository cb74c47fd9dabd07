//! The cards of the mentors, as many beside each other as there is room for.

use egui::{ScrollArea, Ui};

use super::{Held, Wish, card_ui};
use crate::app::pairing::{Board, MentorCard};
use crate::domain::{PairingId, PersonId};
use crate::i18n::Tr;
use crate::ui::PageCx;

/// Least width of a card, in points.
const CARD: f32 = 252.0;
const GAP: f32 = 12.0;

/// Draws the board.
pub fn ui(
    ui: &mut Ui,
    cx: &PageCx<'_>,
    board: &Board,
    held: Option<PersonId>,
    shown: Option<PairingId>,
) -> Option<Wish> {
    let mut wish = None;
    ScrollArea::vertical().id_salt("pair board").auto_shrink(false).show(ui, |ui| {
        let room = ui.available_width() - 20.0;
        let columns = ((room + GAP) / (CARD + GAP)).floor().max(1.0);
        let width = (room - GAP * (columns - 1.0)) / columns;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small whole number")]
        let columns = columns as usize;
        ui.spacing_mut().item_spacing = egui::vec2(GAP, GAP);
        let places: Vec<usize> = (0..board.mentors.len()).collect();
        for row in places.chunks(columns) {
            ui.horizontal_top(|ui| {
                ui.add_space(0.0);
                for place in row {
                    if let Some(card) = board.mentors.get(*place) {
                        let asked = card_ui::ui(ui, cx, board, (*place, card), width, (held, shown));
                        wish = wish.take().or(asked);
                    }
                }
            });
        }
    });
    wish
}

/// Why what is held cannot be given to the mentor.
pub fn refusal(board: &Board, card: &MentorCard, held: Held, tr: Tr) -> Option<&'static str> {
    let apprentice = match held {
        Held::Person(person) => person,
        Held::Pair(id) => board.pair(id)?.pairing.apprentice,
    };
    if apprentice == card.person {
        return Some(tr.pairing_self());
    }
    let mut own = card.pairs.iter().filter_map(|place| board.pairs.get(*place));
    own.any(|line| line.pairing.apprentice == apprentice).then(|| tr.pairing_twice())
}
