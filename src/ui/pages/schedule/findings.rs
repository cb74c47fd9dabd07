//! The list of what the rules found: a click goes to the cell, a note accepts it.

use egui::{Align, Layout, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo};

use super::board::{Board, run};
use super::metrics::points;
use crate::app::week::{FindingVm, GridVm};
use crate::ui::PageCx;
use crate::ui::theme::{self, CORNER};
use crate::ui::widget::chip::severity_look;
use crate::ui::widget::{Button, Icon};

/// A finding whose note of acceptance is being written.
#[derive(Default)]
pub struct Accepting {
    place: Option<usize>,
    note: String,
}

impl Accepting {
    /// Whether the note of a finding can be written: one about the cell under the cursor, or chosen in the list.
    fn is_open(&self, board: &Board, place: usize, found: &FindingVm) -> bool {
        match found.cell {
            Some(cell) => board.cursor == Some(cell),
            None => self.place == Some(place),
        }
    }
}

/// How high the list is with all its lines, in points.
pub fn height(vm: &GridVm, board: &Board, accepting: &Accepting) -> f32 {
    let is_open =
        |(place, found): &(usize, &FindingVm)| found.accepted.is_none() && accepting.is_open(board, *place, found);
    let open = vm.findings.iter().enumerate().filter(is_open).count();
    40.0 + 56.0 * points(vm.findings.len()) + 36.0 * points(open)
}

/// Draws the list into the free space; true where the clashes are to be repaired.
pub fn findings_ui(
    ui: &mut Ui,
    cx: &mut PageCx<'_>,
    vm: &GridVm,
    board: &mut Board,
    accepting: &mut Accepting,
) -> bool {
    let mut is_repairing = false;
    let open = vm.open_findings();
    let title = if open == 0 { cx.tr.schedule_findings_none().to_owned() } else { cx.tr.schedule_findings(open) };
    ui.horizontal(|ui| {
        let (icon, ink) = if open == 0 { (Icon::Done, cx.theme.ok) } else { (Icon::Warning, cx.theme.warning) };
        icon.ui(ui, 16.0, ink);
        ui.label(RichText::new(title).font(theme::strong()));
        if open > 0 {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let repair = Button::quiet(cx.tr.plan_repair_week()).tooltip(cx.tr.plan_repair_week_hint());
                is_repairing = repair.ui(ui, cx.theme).clicked();
            });
        }
    });
    ScrollArea::vertical().id_salt("findings").auto_shrink(false).show(ui, |ui| {
        for (place, found) in vm.findings.iter().enumerate() {
            finding_ui(ui, cx, vm, board, accepting, place, found);
        }
    });
    is_repairing
}

fn finding_ui(
    ui: &mut Ui,
    cx: &mut PageCx<'_>,
    vm: &GridVm,
    board: &mut Board,
    accepting: &mut Accepting,
    place: usize,
    found: &FindingVm,
) {
    let is_here = accepting.is_open(board, place, found);
    let (icon, ink, _) = severity_look(cx.theme, found.severity);
    let (icon, ink) = if found.accepted.is_some() { (Icon::Check, cx.theme.muted) } else { (icon, ink) };
    let fill = if is_here { cx.theme.selection } else { egui::Color32::TRANSPARENT };
    let shown = egui::Frame::new().fill(fill).corner_radius(CORNER).inner_margin(6).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            icon.ui(ui, 16.0, ink);
            ui.vertical(|ui| {
                let sentence = format!("{} {}", found.check, found.sentence);
                let words = RichText::new(sentence);
                ui.label(if found.accepted.is_some() { words.color(cx.theme.muted) } else { words });
                if let Some(note) = &found.accepted {
                    let note = cx.tr.schedule_accepted(note);
                    ui.label(RichText::new(note).font(theme::caption()).color(cx.theme.muted));
                }
            });
        });
    });
    let response = ui.interact(shown.response.rect, ui.scope_id().with(("finding", place)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_here, &found.sentence));
    if response.hovered() && !is_here {
        let line = egui::Stroke::new(1.0, cx.theme.line);
        ui.painter().rect_stroke(response.rect, CORNER, line, egui::StrokeKind::Inside);
    }
    if response.clicked() {
        *accepting = Accepting { place: Some(place), note: String::new() };
        if let Some(key) = found.cell {
            board.select(key);
        }
    }
    if is_here && found.accepted.is_none() {
        accept_ui(ui, cx, vm, accepting, place, found);
    }
}

/// A note and a button: with the note the finding stays in the list, but no longer counts.
fn accept_ui(
    ui: &mut Ui,
    cx: &mut PageCx<'_>,
    vm: &GridVm,
    accepting: &mut Accepting,
    place: usize,
    found: &FindingVm,
) {
    if accepting.place != Some(place) {
        *accepting = Accepting { place: Some(place), note: String::new() };
    }
    ui.horizontal(|ui| {
        let hint = cx.tr.schedule_accept_note();
        let edit = egui::TextEdit::singleline(&mut accepting.note)
            .hint_text(RichText::new(hint).color(cx.theme.muted))
            .desired_width(ui.available_width() - 76.0);
        ui.add(edit).accessible_name(hint);
        let is_ready = !accepting.note.trim().is_empty();
        if Button::new(cx.tr.schedule_accept()).enabled(is_ready).ui(ui, cx.theme).clicked() {
            run(vm.accept(found, accepting.note.trim()), cx);
            *accepting = Accepting::default();
        }
    });
}
