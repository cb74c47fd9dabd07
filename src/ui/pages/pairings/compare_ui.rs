//! Mentor and apprentice side by side, before they are paired.

use egui::{RichText, Ui};

use super::board_ui::refusal;
use super::{Held, Wish};
use crate::app::pairing::Board;
use crate::domain::{DepartmentId, PersonId};
use crate::ui::PageCx;
use crate::ui::theme;
use crate::ui::widget::{Button, Icon};

/// Draws the comparison; the second answer says whether to close it.
pub fn ui(ui: &mut Ui, cx: &PageCx<'_>, board: &Board, person: PersonId, place: Option<usize>) -> (Option<Wish>, bool) {
    let tr = cx.tr;
    let mut closes = false;
    ui.horizontal(|ui| {
        ui.label(RichText::new(tr.pairing_compare()).font(theme::heading()));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            closes = Button::icon_only(Icon::Close, tr.close()).ui(ui, cx.theme).clicked();
        });
    });
    let people = &board.registry.people;
    let card = place.and_then(|place| board.mentors.get(place));
    let Some(apprentice) = people.get(&person) else { return (None, true) };
    let mentor = card.and_then(|card| people.get(&card.person));
    let dept = |id: Option<DepartmentId>| {
        id.and_then(|id| board.registry.departments.get(&id)).map_or("", |dept| dept.name.as_str())
    };
    let before = |person: PersonId| {
        let own = board.pairs.iter().filter(|line| line.pairing.mentor == person || line.pairing.apprentice == person);
        own.map(|line| if line.pairing.mentor == person { line.apprentice.as_str() } else { line.mentor.as_str() })
            .take(6)
            .collect::<Vec<_>>()
            .join(tr.list_comma())
    };
    let load = card.map(|card| format!("{} / {}", card.count(), card.target)).unwrap_or_default();
    let own_load = board.pool.iter().find(|line| line.person == person).map_or(0, |line| line.mentors).to_string();
    let rows = [
        (tr.pairing_title_word(), mentor.map_or("", |one| &one.title_text).to_owned(), apprentice.title_text.clone()),
        (tr.pairing_dept_word(), dept(card.and_then(|card| card.dept)).to_owned(), dept(apprentice.dept).to_owned()),
        (tr.pairing_specialty_word(), mentor.map_or("", |one| &one.specialty).to_owned(), apprentice.specialty.clone()),
        (tr.pairing_load_word(), load, own_load),
        (tr.pairing_before_word(), card.map(|card| before(card.person)).unwrap_or_default(), before(person)),
    ];
    ui.add_space(8.0);
    ui.columns_const(|[left, right]| {
        let name = mentor.map_or(tr.pairing_compare_pick(), |person| person.name.as_str());
        left.label(RichText::new(name).font(theme::strong()));
        right.label(RichText::new(&apprentice.name).font(theme::strong()));
    });
    for (word, one, other) in &rows {
        ui.add_space(6.0);
        ui.label(RichText::new(*word).font(theme::caption()).color(cx.theme.muted));
        ui.columns_const(|[left, right]| {
            for (column, words) in [(left, one), (right, other)] {
                let words = if words.is_empty() { "—" } else { words };
                column.add(egui::Label::new(words).wrap());
            }
        });
    }
    ui.add_space(12.0);
    let (Some(card), Some(place)) = (card, place) else { return (None, closes) };
    let held = Held::Person(person);
    let refused = refusal(board, card, held, tr);
    let words = refused.unwrap_or_else(|| tr.pairing_confirm());
    let is_made = Button::main(words).enabled(refused.is_none()).ui(ui, cx.theme).clicked();
    (is_made.then_some(Wish::Give(held, place)), closes)
}
