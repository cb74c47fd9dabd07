//! One person's stints, next sessions and issued schedules, each leading to its record.

use egui::{RichText, Role, Sense, Ui, WidgetInfo};

use super::form_ui::FormCx;
use crate::app::people::{Line, PersonPage};
use crate::domain::StintId;
use crate::ui::theme::{self, CORNER};
use crate::ui::{Command, Outbox};

/// Draws the page of a person; returns the stint that was chosen.
pub fn person_ui(ui: &mut Ui, cx: &FormCx<'_>, page: &PersonPage, out: &mut Outbox) -> Option<StintId> {
    let tr = cx.tr;
    let mut chosen = None;
    head(ui, tr.people_stints(page.stints.len()));
    for (place, line) in page.stints.iter().enumerate() {
        if line_ui(ui, cx, ("stint", place), line) {
            chosen = Some(line.id);
        }
    }
    ui.add_space(8.0);
    head(ui, tr.people_sessions(page.sessions.len()));
    for (place, line) in page.sessions.iter().enumerate() {
        if line_ui(ui, cx, ("session", place), line) {
            out.push(Command::ShowWeek(line.id));
        }
    }
    ui.add_space(8.0);
    head(ui, tr.people_documents(page.documents.len()));
    for (place, line) in page.documents.iter().enumerate() {
        if line_ui(ui, cx, ("document", place), line) {
            out.push(Command::ShowWeek(line.id));
        }
    }
    chosen
}

fn head(ui: &mut Ui, words: String) {
    ui.label(RichText::new(words).font(theme::strong()));
}

/// A line that leads to its record; true where it was clicked.
fn line_ui<I>(ui: &mut Ui, cx: &FormCx<'_>, salt: (&'static str, usize), line: &Line<I>) -> bool {
    let ink = if line.is_past { cx.theme.muted } else { cx.theme.ink };
    let shown = egui::Frame::new().inner_margin(egui::Margin::symmetric(6, 3)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.label(RichText::new(&line.when).font(theme::caption()).color(cx.theme.muted));
        ui.add(egui::Label::new(RichText::new(&line.what).color(ink)).wrap());
    });
    let response = ui.interact(shown.response.rect, ui.scope_id().with(salt), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, format!("{} {}", line.when, line.what)));
    if response.hovered() || response.has_focus() {
        let line = egui::Stroke::new(1.0, cx.theme.accent);
        ui.painter().rect_stroke(response.rect, CORNER, line, egui::StrokeKind::Inside);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}
