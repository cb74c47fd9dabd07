//! The one dialog: title, body, at most two buttons; Esc leaves it, Enter confirms it.

use egui::{Align, Id, Key, Layout, Margin, Modal, Modifiers, RichText, Ui};

use super::button::Button;
use crate::ui::theme::{self, Theme};

/// What became of a dialog in this frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DialogAnswer {
    /// It is still open.
    Open,
    /// The main button or Enter.
    Confirmed,
    /// The other button, Esc, or a click beside it.
    Dismissed,
}

/// A dialog.
#[must_use = "call `ui` to draw it"]
pub struct Dialog<'a> {
    id: Id,
    title: &'a str,
    main: Option<&'a str>,
    other: &'a str,
    width: f32,
    is_danger: bool,
    can_confirm: bool,
}

impl<'a> Dialog<'a> {
    /// A dialog that can only be left, by a button with the given words.
    pub fn new(id: &str, title: &'a str, leave: &'a str) -> Self {
        Self { id: Id::unique(id), title, main: None, other: leave, width: 440.0, is_danger: false, can_confirm: true }
    }

    /// With a main button.
    pub const fn main(mut self, words: &'a str) -> Self {
        self.main = Some(words);
        self
    }

    /// With a main button for what cannot be undone: Enter does not press it.
    pub const fn danger(mut self, words: &'a str) -> Self {
        self.main = Some(words);
        self.is_danger = true;
        self
    }

    /// Whether the main button can be pressed.
    pub const fn ready(mut self, can_confirm: bool) -> Self {
        self.can_confirm = can_confirm;
        self
    }

    /// As wide as this, in points.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Draws it over everything.
    pub fn ui(self, ctx: &egui::Context, theme: &Theme, body: impl FnOnce(&mut Ui)) -> DialogAnswer {
        let mut answer = DialogAnswer::Open;
        let frame =
            egui::Frame::popup(&ctx.global_style()).fill(theme.paper).corner_radius(8).inner_margin(Margin::same(20));
        let width = self.width.min(ctx.content_rect().width() - 48.0);
        let shown = Modal::new(self.id).frame(frame).backdrop_color(theme.veil).show(ctx, |ui| {
            ui.set_width(width);
            ui.label(RichText::new(self.title).font(theme::heading()));
            ui.add_space(8.0);
            body(ui);
            ui.add_space(16.0);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if let Some(words) = self.main {
                    let button = if self.is_danger { Button::danger(words) } else { Button::main(words) };
                    if button.enabled(self.can_confirm).ui(ui, theme).clicked() {
                        answer = DialogAnswer::Confirmed;
                    }
                }
                if Button::new(self.other).ui(ui, theme).clicked() {
                    answer = DialogAnswer::Dismissed;
                }
            });
        });
        let takes_enter = self.main.is_some() && !self.is_danger && self.can_confirm;
        if takes_enter && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
            answer = DialogAnswer::Confirmed;
        }
        if answer == DialogAnswer::Open && shown.should_close() {
            answer = DialogAnswer::Dismissed;
        }
        answer
    }
}
