//! Small marks in the flow: chips that filter, tags that say what something is, key caps.

use egui::{Align2, Color32, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::button::{focus_ring, text_width};
use super::icon::Icon;
use crate::domain::Severity;
use crate::ui::page::Tone;
use crate::ui::theme::{self, Theme};

/// A chip that switches a filter on and off.
pub fn chip(ui: &mut Ui, theme: &Theme, text: &str, is_on: bool) -> Response {
    let font = theme::body();
    let size = vec2(text_width(ui, text, &font) + 20.0, 24.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, text));
    let (fill, line, ink) = match (is_on, response.hovered()) {
        (true, _) => (theme.selection, theme.accent, theme.accent),
        (false, true) => (theme.hover, theme.line, theme.ink),
        (false, false) => (theme.paper, theme.line, theme.ink),
    };
    ui.painter().rect(rect, 12, fill, Stroke::new(1.0, line), StrokeKind::Inside);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, text, font, ink);
    if response.has_focus() {
        focus_ring(ui, theme, rect);
    }
    response
}

/// A word with an icon that says how something stands.
pub fn tag(ui: &mut Ui, theme: &Theme, tone: Tone, text: &str) -> Response {
    let (icon, ink, fill) = tone_look(theme, tone);
    mark(ui, icon, text, ink, fill)
}

/// A word with an icon that says how much a finding matters.
pub fn severity_tag(ui: &mut Ui, theme: &Theme, severity: Severity, text: &str) -> Response {
    let (icon, ink, fill) = severity_look(theme, severity);
    mark(ui, icon, text, ink, fill)
}

/// Icon, ink and tint of a tone.
#[must_use]
pub const fn tone_look(theme: &Theme, tone: Tone) -> (Icon, Color32, Color32) {
    match tone {
        Tone::Ok => (Icon::Done, theme.ok, theme.ok_tint),
        Tone::Info => (Icon::Info, theme.info, theme.info_tint),
        Tone::Error => (Icon::Failure, theme.danger, theme.danger_tint),
    }
}

/// Icon, ink and tint of a severity.
#[must_use]
pub const fn severity_look(theme: &Theme, severity: Severity) -> (Icon, Color32, Color32) {
    match severity {
        Severity::Hint => (Icon::Info, theme.info, theme.info_tint),
        Severity::Warning => (Icon::Warning, theme.warning, theme.warning_tint),
        Severity::Failure => (Icon::Failure, theme.danger, theme.danger_tint),
    }
}

fn mark(ui: &mut Ui, icon: Icon, text: &str, ink: Color32, fill: Color32) -> Response {
    let font = theme::caption();
    let size = vec2(text_width(ui, text, &font) + 28.0, 20.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().rect_filled(rect, 4, fill);
    let square = Rect::from_center_size(pos2(rect.left() + 12.0, rect.center().y), vec2(12.0, 12.0));
    icon.paint(ui.painter(), square, ink);
    ui.painter().text(pos2(rect.left() + 22.0, rect.center().y), Align2::LEFT_CENTER, text, font, ink);
    response
}

/// Keys as caps: `Ctrl+K`.
pub fn keycap(ui: &mut Ui, theme: &Theme, keys: &str) -> Response {
    let font = theme::caption();
    let size = vec2(text_width(ui, keys, &font) + 12.0, 20.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, keys));
    ui.painter().rect(rect, 4, theme.raised, Stroke::new(1.0, theme.line), StrokeKind::Inside);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, keys, font, theme.muted);
    response
}
