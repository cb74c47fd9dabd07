//! Whose papers are wanted: one person, or some of the pairs.

use egui::{RichText, ScrollArea, Ui};

use super::options::{Offers, WIDTH};
use crate::domain::DocumentKind;
use crate::report::DocumentRequest;
use crate::ui::page::PageCx;
use crate::ui::theme;
use crate::ui::widget::{Choice, Dropdown};

/// Height of the list of pairs, points.
const PAIRS: f32 = 168.0;

/// Whether a document can be made of one person.
pub const fn is_of_people(kind: DocumentKind) -> bool {
    matches!(
        kind,
        DocumentKind::PairingList
            | DocumentKind::Agreement
            | DocumentKind::TeachingRecord
            | DocumentKind::Registration
            | DocumentKind::Handover
            | DocumentKind::AttendanceMonth
            | DocumentKind::LeaveSlips
            | DocumentKind::Certificate
            | DocumentKind::StudyList
            | DocumentKind::BenefitList
    )
}

/// Those who were chosen elsewhere, each of whom can be left out; without any it is everybody again.
fn chosen_people_ui(ui: &mut Ui, cx: &PageCx<'_>, offers: &Offers, request: &mut DocumentRequest) {
    let words = cx.tr.preview_some_people(request.people.len());
    ui.label(RichText::new(words).font(theme::caption()).color(cx.theme.muted));
    ScrollArea::vertical().id_salt("people").max_height(PAIRS).auto_shrink([false, true]).show(ui, |ui| {
        let chosen = request.people.clone();
        for (id, words) in offers.people.iter().filter(|(id, _)| chosen.contains(id)) {
            let mut is_on = true;
            if ui.checkbox(&mut is_on, words).changed() {
                request.people.retain(|one| one != id);
            }
        }
    });
}

/// Draws the choice.
pub fn ui(ui: &mut Ui, cx: &PageCx<'_>, offers: &Offers, request: &mut DocumentRequest) {
    let tr = cx.tr;
    if is_of_people(request.kind) && !offers.people.is_empty() {
        let mut people = vec![Choice::new(None, tr.preview_everybody())];
        people.extend(offers.people.iter().map(|(id, name)| Choice::new(Some(*id), name.clone())));
        Dropdown::new(tr.preview_person(), &people).width(WIDTH - 32.0).ui(ui, cx.theme, tr, &mut request.person);
    }
    if is_of_people(request.kind) && !request.people.is_empty() {
        chosen_people_ui(ui, cx, offers, request);
    }
    let is_of_pairs = matches!(request.kind, DocumentKind::Agreement | DocumentKind::TeachingRecord);
    if !is_of_pairs || offers.pairs.is_empty() {
        return;
    }
    let words = match request.pairings.len() {
        0 => tr.preview_every_pair(offers.pairs.len()),
        chosen => tr.preview_some_pairs(chosen),
    };
    ui.label(RichText::new(words).font(theme::caption()).color(cx.theme.muted));
    ScrollArea::vertical().id_salt("pairs").max_height(PAIRS).auto_shrink([false, true]).show(ui, |ui| {
        for (id, words) in &offers.pairs {
            let mut is_on = request.pairings.contains(id);
            if ui.checkbox(&mut is_on, words).changed() {
                request.pairings.retain(|one| one != id);
                request.pairings.extend(is_on.then_some(*id));
            }
        }
    });
}
