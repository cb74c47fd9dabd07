//! The form beside a table: of the line that is selected, or of a new one.

use egui::{Align, Frame, Key, Label, Layout, Margin, Modifiers, Panel, Popup, RichText, ScrollArea, Ui};

use crate::ui::widget::{Button, Icon, TableState, focus_first};
use crate::ui::{PageCx, theme};

/// The key of a new line, as it is written on caps.
pub const NEW: &str = "Insert";

/// Whether the key of a new line was pressed.
pub fn is_new_asked(ui: &Ui) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Insert))
}

/// What is being filled in, and of which line of which picture it was made.
pub struct SideForm<F> {
    /// The form, while there is one.
    pub shown: Option<F>,
    /// What the keyboard has to do with it.
    pub keyboard: Keyboard,
    of: Option<(i64, u64)>,
}

/// What the keyboard has to do with a form.
#[derive(Debug, Clone, Copy, Default)]
pub struct Keyboard {
    /// Whether the first field takes it.
    is_wanted: bool,
    /// Whether anything had it when the form was last drawn.
    was_taken: bool,
}

/// What becomes of a form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SideAnswer {
    /// It is put away.
    pub is_left: bool,
    /// It is kept.
    pub is_kept: bool,
}

/// The frame of a form.
pub struct SideFrame<'a> {
    /// Tells it from others.
    pub name: &'static str,
    /// What stands above it.
    pub title: &'a str,
    /// In points.
    pub width: f32,
    /// Whether it can be kept as it stands.
    pub is_ready: bool,
}

impl<F> Default for SideForm<F> {
    fn default() -> Self {
        Self { shown: None, keyboard: Keyboard::default(), of: None }
    }
}

impl<F> SideForm<F> {
    /// Shows the form of a new line, which takes the keyboard; no line is selected then.
    pub fn begin(&mut self, table: &mut TableState, blank: Option<F>) {
        table.clear();
        *self = Self { shown: blank, keyboard: Keyboard { is_wanted: true, was_taken: false }, of: None };
    }

    /// Gives the form of the line that was opened the keyboard.
    pub const fn open(&mut self) {
        self.keyboard.is_wanted = true;
    }

    /// Turns to the selected line, or to its new state in a new picture.
    pub fn turn(&mut self, table: &TableState, revision: u64, form_of: impl FnOnce(i64) -> Option<F>) {
        if let Some(id) = table.single()
            && self.of != Some((id, revision))
        {
            self.shown = form_of(id);
            self.of = Some((id, revision));
        }
    }

    /// Puts the form away, and the line with it.
    pub fn leave(&mut self, table: &mut TableState) {
        self.shown = None;
        table.clear();
    }
}

impl SideFrame<'_> {
    /// Draws a form at the right edge: what keeps it and what leaves it stand above the fields and stay in sight.
    /// Ctrl+Enter keeps it; Esc lets go of a field, then of the form.
    pub fn ui(
        self,
        ui: &mut Ui,
        cx: &mut PageCx<'_>,
        keyboard: &mut Keyboard,
        fields: impl FnOnce(&mut Ui, &mut PageCx<'_>),
    ) -> SideAnswer {
        let mut answer = SideAnswer::default();
        let margin = Margin { left: 16, right: 4, top: 8, bottom: 4 };
        let frame = Frame::new().fill(cx.theme.paper).inner_margin(margin);
        let is_free = !Popup::is_any_open(ui.ctx());
        Panel::right(self.name).exact_size(self.width).resizable(false).frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    answer.is_left = Button::icon_only(Icon::Close, cx.tr.close()).ui(ui, cx.theme).clicked();
                    let store = Button::main(cx.tr.rota_tour_store()).shortcut("Ctrl+Enter").enabled(self.is_ready);
                    answer.is_kept = store.ui(ui, cx.theme).clicked();
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ui.add(Label::new(RichText::new(self.title).font(theme::heading())).truncate());
                    });
                });
            });
            ScrollArea::vertical().id_salt(self.name).auto_shrink(false).show(ui, |ui| {
                if std::mem::take(&mut keyboard.is_wanted) {
                    focus_first(ui.ctx());
                }
                ui.spacing_mut().item_spacing.y = 8.0;
                fields(ui, cx);
            });
        });
        let is_pressed = |modifiers, key| is_free && ui.input_mut(|input| input.consume_key(modifiers, key));
        answer.is_kept |= self.is_ready && is_pressed(Modifiers::COMMAND, Key::Enter);
        answer.is_left |= !keyboard.was_taken && is_pressed(Modifiers::NONE, Key::Escape);
        keyboard.was_taken = ui.memory(|memory| memory.focused().is_some());
        answer
    }
}
