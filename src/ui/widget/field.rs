//! Text boxes: every one has a name, above it or spoken.

use egui::{Response, RichText, TextEdit, Ui};

use super::icon::Icon;
use crate::ui::theme::{self, Theme};

/// A text box with its label above it.
#[must_use = "call `ui` to draw it"]
pub struct Field<'a> {
    label: &'a str,
    hint: &'a str,
    trouble: Option<&'a str>,
    width: f32,
    rows: usize,
    id: Option<egui::Id>,
}

impl<'a> Field<'a> {
    /// A box of one line.
    pub const fn new(label: &'a str) -> Self {
        Self { label, hint: "", trouble: None, width: f32::INFINITY, rows: 1, id: None }
    }

    /// With words in the empty box.
    pub const fn hint(mut self, words: &'a str) -> Self {
        self.hint = words;
        self
    }

    /// With what is wrong about it, under the box.
    pub const fn trouble(mut self, words: Option<&'a str>) -> Self {
        self.trouble = words;
        self
    }

    /// As wide as this, in points; as wide as possible otherwise.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// With several lines.
    pub const fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// With an id of its own, so that the focus can be set on it.
    pub const fn id(mut self, id: egui::Id) -> Self {
        self.id = Some(id);
        self
    }

    /// Draws it; the draft is confirmed where the response has lost the focus or Enter was pressed.
    pub fn ui(self, ui: &mut Ui, theme: &Theme, text: &mut String) -> Response {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let label = ui.label(RichText::new(self.label).font(theme::caption()).color(theme.muted));
            let edit = if self.rows > 1 {
                TextEdit::multiline(text).desired_rows(self.rows)
            } else {
                TextEdit::singleline(text)
            };
            let edit = edit.hint_text(RichText::new(self.hint).color(theme.muted)).desired_width(self.width);
            let edit = if let Some(id) = self.id { edit.id(id) } else { edit };
            let response = ui.add(edit).labelled_by(label.id);
            if let Some(words) = self.trouble {
                ui.label(RichText::new(words).font(theme::caption()).color(theme.danger));
            }
            response
        })
        .inner
    }
}

/// A search box: a glass, a hint that is also its spoken name.
pub fn search_box(ui: &mut Ui, theme: &Theme, id: egui::Id, hint: &str, width: f32, text: &mut String) -> Response {
    let edit = TextEdit::singleline(text)
        .id(id)
        .hint_text(RichText::new(hint).color(theme.muted))
        .desired_width(width)
        .margin(egui::Margin { left: 28, right: 8, top: 4, bottom: 4 });
    let response = ui.add(edit).accessible_name(hint);
    let square = egui::Rect::from_center_size(
        egui::pos2(response.rect.left() + 14.0, response.rect.center().y),
        egui::vec2(16.0, 16.0),
    );
    Icon::Search.paint(ui.painter(), square, theme.muted);
    response
}
