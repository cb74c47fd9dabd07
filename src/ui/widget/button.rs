//! Buttons: the page's main one, ordinary ones, quiet ones, and icons that are buttons.

use egui::{Align2, Color32, FontId, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::icon::Icon;
use crate::ui::theme::{self, CORNER, ROW, Theme};

/// How loud a button is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The one main button of a page or dialog.
    Main,
    /// Ordinary, with a hairline.
    Plain,
    /// Text only, until the pointer is over it.
    Quiet,
    /// Does what cannot be undone.
    Danger,
}

/// A button.
#[must_use = "call `ui` to draw it"]
#[allow(clippy::struct_excessive_bools, reason = "each one is a look of its own, set by name")]
pub struct Button<'a> {
    text: &'a str,
    icon: Option<Icon>,
    tooltip: Option<&'a str>,
    shortcut: Option<&'a str>,
    weight: Weight,
    is_enabled: bool,
    is_on: bool,
    shows_text: bool,
    is_cut: bool,
}

impl<'a> Button<'a> {
    /// An ordinary button.
    pub const fn new(text: &'a str) -> Self {
        Self {
            text,
            icon: None,
            tooltip: None,
            shortcut: None,
            weight: Weight::Plain,
            is_enabled: true,
            is_on: false,
            shows_text: true,
            is_cut: false,
        }
    }

    /// The one main button of a page or dialog.
    pub const fn main(text: &'a str) -> Self {
        Self { weight: Weight::Main, ..Self::new(text) }
    }

    /// A quiet button.
    pub const fn quiet(text: &'a str) -> Self {
        Self { weight: Weight::Quiet, ..Self::new(text) }
    }

    /// A button for what cannot be undone.
    pub const fn danger(text: &'a str) -> Self {
        Self { weight: Weight::Danger, ..Self::new(text) }
    }

    /// An icon alone; its name is spoken and shown as its tooltip.
    pub const fn icon_only(icon: Icon, name: &'a str) -> Self {
        Self { icon: Some(icon), weight: Weight::Quiet, shows_text: false, tooltip: Some(name), ..Self::new(name) }
    }

    /// With an icon before the text.
    pub const fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With words that explain it.
    pub const fn tooltip(mut self, words: &'a str) -> Self {
        self.tooltip = Some(words);
        self
    }

    /// With its keys, shown in the tooltip.
    pub const fn shortcut(mut self, keys: &'a str) -> Self {
        self.shortcut = Some(keys);
        self
    }

    /// Whether it can be pressed.
    pub const fn enabled(mut self, is_enabled: bool) -> Self {
        self.is_enabled = is_enabled;
        self
    }

    /// Whether what it switches is on.
    pub const fn on(mut self, is_on: bool) -> Self {
        self.is_on = is_on;
        self
    }

    /// As wide as the room at most: a longer text ends in dots and stands whole under the pointer.
    pub const fn cut(mut self) -> Self {
        self.is_cut = true;
        self
    }

    /// Draws it.
    pub fn ui(self, ui: &mut Ui, theme: &Theme) -> Response {
        let font = theme::body();
        let text_width = if self.shows_text { text_width(ui, self.text, &font) } else { 0.0 };
        let icon_width = if self.icon.is_some() { 16.0 } else { 0.0 };
        let gap = if self.shows_text && self.icon.is_some() { 6.0 } else { 0.0 };
        let padding = if self.shows_text { 12.0 } else { 6.0 };
        let whole = text_width + icon_width + gap + 2.0 * padding;
        let is_short = self.is_cut && whole > ui.available_width();
        let size = vec2(if is_short { ui.available_width() } else { whole }, ROW);
        let sense = if self.is_enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(size, sense);
        response.widget_info(|| {
            if self.is_on {
                WidgetInfo::selected(Role::Button, self.is_enabled, true, self.text)
            } else {
                WidgetInfo::labeled(Role::Button, self.is_enabled, self.text)
            }
        });
        if ui.is_rect_visible(rect) {
            let ink = self.paint_ground(ui, theme, rect, &response);
            let mut x = rect.center().x - (text_width + icon_width + gap) / 2.0;
            if let Some(icon) = self.icon {
                let square = Rect::from_center_size(pos2(x + 8.0, rect.center().y), vec2(16.0, 16.0));
                icon.paint(ui.painter(), square, ink);
                x += icon_width + gap;
            }
            if is_short {
                x = rect.left() + padding + icon_width + gap;
                let room = rect.right() - padding - x;
                let text = egui::text::LayoutJob::simple_singleline(self.text.to_owned(), font, ink);
                let text = egui::text::LayoutJob { wrap: egui::text::TextWrapping::truncate_at_width(room), ..text };
                let galley = ui.painter().layout_job(text);
                ui.painter().galley(pos2(x, rect.center().y - galley.size().y / 2.0), galley, ink);
            } else if self.shows_text {
                ui.painter().text(pos2(x, rect.center().y), Align2::LEFT_CENTER, self.text, font, ink);
            }
        }
        if is_short && self.tooltip.is_none() { response.on_hover_text(self.text) } else { self.explain(response) }
    }

    fn paint_ground(&self, ui: &Ui, theme: &Theme, rect: Rect, response: &Response) -> Color32 {
        let is_near = self.is_enabled && response.hovered();
        let is_down = self.is_enabled && response.is_pointer_button_down_on();
        let (fill, line, ink) = match self.weight {
            Weight::Main => (theme.accent, Color32::TRANSPARENT, theme.on_accent),
            Weight::Danger => (theme.paper, theme.danger, theme.danger),
            Weight::Plain if self.is_on => (theme.selection, theme.accent, theme.accent),
            Weight::Quiet if self.is_on => (theme.selection, Color32::TRANSPARENT, theme.accent),
            Weight::Plain => (theme.paper, theme.line, theme.ink),
            Weight::Quiet => (Color32::TRANSPARENT, Color32::TRANSPARENT, theme.ink),
        };
        let fill = match (self.weight, is_near, is_down) {
            (Weight::Main, true, false) => fill.lerp_to_gamma(theme.paper, 0.12),
            (Weight::Main, _, true) => fill.lerp_to_gamma(theme.ink, 0.15),
            (_, true, _) if !self.is_on => theme.hover,
            _ => fill,
        };
        let (fill, line, ink) = if self.is_enabled {
            (fill, line, ink)
        } else {
            let is_filled = self.weight == Weight::Main;
            (if is_filled { theme.hover } else { fill }, theme.line, theme.muted)
        };
        ui.painter().rect(rect, CORNER, fill, Stroke::new(1.0, line), StrokeKind::Inside);
        if response.has_focus() {
            focus_ring(ui, theme, rect);
        }
        ink
    }

    fn explain(&self, response: Response) -> Response {
        let words = match (self.tooltip, self.shortcut) {
            (None, None) => return response,
            (Some(words), None) => words.to_owned(),
            (None, Some(keys)) => format!("{}  {keys}", self.text),
            (Some(words), Some(keys)) => format!("{words}  {keys}"),
        };
        if self.is_enabled { response.on_hover_text(words) } else { response.on_disabled_hover_text(words) }
    }
}

/// Shows where the keyboard is.
pub fn focus_ring(ui: &Ui, theme: &Theme, rect: Rect) {
    ui.painter().rect_stroke(rect.expand(2.0), CORNER + 2, Stroke::new(2.0, theme.accent), StrokeKind::Inside);
}

/// How wide a text is on one line, in points.
#[must_use]
pub fn text_width(ui: &Ui, text: &str, font: &FontId) -> f32 {
    ui.painter().layout_no_wrap(text.to_owned(), font.clone(), Color32::WHITE).size().x
}
