//! The one dialog: title, body, at most two buttons; Esc leaves it, Enter confirms it.

use egui::{Align, FocusDirection, Id, Key, Label, Layout, Margin, Modal, Modifiers, Popup, RichText, Ui};

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

    /// Draws it over everything. Its first field has the keyboard, or the way out where nothing can be undone; when it
    /// is left, what had the keyboard before has it again.
    pub fn ui(self, ctx: &egui::Context, theme: &Theme, body: impl FnOnce(&mut Ui)) -> DialogAnswer {
        let gives_keyboard = self.take_keyboard(ctx);
        if gives_keyboard && !self.is_danger {
            focus_first(ctx);
        }
        let focused = ctx.memory(egui::Memory::focused);
        let is_confirmed = self.hears_enter(ctx, focused.is_some_and(|id| leaves_enter(ctx, id)));
        // A text box takes what was written in it first.
        let comes_later = focused.is_none() || ctx.text_edit_focused();
        let mut answer = if is_confirmed { DialogAnswer::Confirmed } else { DialogAnswer::Open };
        let frame =
            egui::Frame::popup(&ctx.global_style()).fill(theme.paper).corner_radius(8).inner_margin(Margin::same(20));
        let width = self.width.min(ctx.content_rect().width() - 48.0);
        let shown = Modal::new(self.id).frame(frame).backdrop_color(theme.veil).show(ctx, |ui| {
            ui.set_width(width);
            ui.add(Label::new(RichText::new(self.title).font(theme::heading())).wrap());
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
                let other = Button::new(self.other).ui(ui, theme);
                if gives_keyboard && self.is_danger {
                    other.request_focus();
                }
                if other.clicked() {
                    answer = DialogAnswer::Dismissed;
                }
            });
        });
        if answer == DialogAnswer::Open && comes_later && self.hears_enter(ctx, true) {
            answer = DialogAnswer::Confirmed;
        }
        if answer == DialogAnswer::Open && shown.should_close() {
            answer = DialogAnswer::Dismissed;
        }
        if answer != DialogAnswer::Open {
            self.give_keyboard_back(ctx);
        }
        answer
    }

    /// Takes the keyboard from what lies beneath in the first frame; true in the second, when somebody in the dialog is to
    /// have it: only then is it known that nothing beneath may.
    fn take_keyboard(&self, ctx: &egui::Context) -> bool {
        let now = ctx.cumulative_pass_nr();
        let seen = ctx.data(|data| data.get_temp::<Seen>(self.id)).filter(|seen| seen.last + 1 >= now);
        let focused = ctx.memory(egui::Memory::focused);
        let seen = seen.map_or(Seen { first: now, last: now, before: focused }, |seen| Seen { last: now, ..seen });
        ctx.data_mut(|data| data.insert_temp(self.id, seen));
        match (now - seen.first, focused) {
            (0, Some(id)) => ctx.memory_mut(|memory| memory.surrender_focus(id)),
            (0, None) => ctx.request_repaint(),
            _ => {}
        }
        now == seen.first + 1 && focused.is_none()
    }

    fn give_keyboard_back(&self, ctx: &egui::Context) {
        let seen = ctx.data_mut(|data| data.remove_temp::<Seen>(self.id));
        if let Some(before) = seen.and_then(|seen| seen.before) {
            ctx.memory_mut(|memory| memory.request_focus(before));
        }
    }

    /// Enter presses the main button from a text box or a closed list, as everywhere; on another button it presses that
    /// one. Ctrl+Enter presses the main button from anywhere.
    fn hears_enter(&self, ctx: &egui::Context, is_free: bool) -> bool {
        if self.main.is_none() || self.is_danger || !self.can_confirm || Popup::is_any_open(ctx) {
            return false;
        }
        ctx.input_mut(|input| {
            input.consume_key(Modifiers::COMMAND, Key::Enter)
                || (is_free && input.consume_key(Modifiers::NONE, Key::Enter))
        })
    }
}

/// Gives the keyboard to the first field that is drawn from now on in this frame.
pub fn focus_first(ctx: &egui::Context) {
    ctx.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.surrender_focus(id);
        }
        memory.move_focus(FocusDirection::Next);
    });
}

/// Since when a dialog is open, when it was last drawn, and what had the keyboard before.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    first: u64,
    last: u64,
    before: Option<Id>,
}

/// The mark of a widget that has no use for Enter inside a dialog.
#[derive(Debug, Clone, Copy)]
struct LeavesEnter;

/// Says that a widget opens by Space as well, so that Enter may confirm the dialog it stands in.
pub(super) fn leave_enter(ctx: &egui::Context, id: Id) {
    ctx.data_mut(|data| data.insert_temp(id, LeavesEnter));
}

fn leaves_enter(ctx: &egui::Context, id: Id) -> bool {
    ctx.data(|data| data.get_temp::<LeavesEnter>(id)).is_some()
}
