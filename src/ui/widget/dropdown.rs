//! A list to choose from, with a filter by characters or pinyin initials where it is long.

use egui::text::{LayoutJob, TextWrapping};
use egui::{Id, Key, Modifiers, Popup, PopupCloseBehavior, Response, RichText, Role, ScrollArea, Ui, WidgetInfo};

use super::button::{Button, text_width};
use super::field::search_box;
use super::icon::Icon;
use crate::app::search::matches;
use crate::i18n::Tr;
use crate::ui::theme::{self, CORNER, ROW, Theme};

/// Height of a list before it scrolls, points: a dozen choices, and still on a low screen with large text.
const LIST_HEIGHT: f32 = 416.0;

/// The narrowest box, in points.
const LEAST: f32 = 88.0;
/// Longer lists get a filter.
const FILTER_FROM: usize = 8;

/// One thing to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice<T> {
    /// What is chosen.
    pub value: T,
    /// What it is called.
    pub text: String,
    /// What it is also found by besides its text and pinyin; empty for nothing.
    pub also: String,
}

impl<T> Choice<T> {
    /// A choice that is found by its text.
    pub fn new(value: T, text: impl Into<String>) -> Self {
        Self { value, text: text.into(), also: String::new() }
    }
}

/// A list to choose one thing from.
#[must_use = "call `ui` to draw it"]
pub struct Dropdown<'a, T> {
    label: &'a str,
    choices: &'a [Choice<T>],
    width: f32,
    shows_label: bool,
}

impl<'a, T: PartialEq + Clone> Dropdown<'a, T> {
    /// A list under its label.
    pub const fn new(label: &'a str, choices: &'a [Choice<T>]) -> Self {
        Self { label, choices, width: 200.0, shows_label: true }
    }

    /// As wide as this, in points.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// With its name spoken only, for bars.
    pub const fn bare(mut self) -> Self {
        self.shows_label = false;
        self
    }

    /// Draws it; returns whether the choice changed.
    pub fn ui(self, ui: &mut Ui, theme: &Theme, tr: Tr, chosen: &mut T) -> bool {
        let inside = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            if self.shows_label {
                ui.label(RichText::new(self.label).font(theme::caption()).color(theme.muted));
            }
            self.box_ui(ui, theme, tr, chosen)
        };
        // Without its label it stands on the line of the bar like any button.
        if self.shows_label { ui.vertical(inside).inner } else { ui.scope(inside).inner }
    }

    fn box_ui(&self, ui: &mut Ui, theme: &Theme, tr: Tr, chosen: &mut T) -> bool {
        let list_id = ui.next_auto_id().with("list");
        let has_filter = self.choices.len() >= FILTER_FROM;
        // While the list is open its keys must not reach the box, which Enter would close again.
        let keys = if Popup::is_id_open(ui.ctx(), list_id) { Keys::heard(ui, !has_filter) } else { Keys::default() };
        let shown = self.choices.iter().find(|choice| choice.value == *chosen).map_or("", |choice| &choice.text);
        let head = self.head_ui(ui, theme, shown);
        let mut is_changed = false;
        let list = Popup::menu(&head)
            .id(list_id)
            .width(self.width)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| {
                if let Some(value) = self.list_ui(ui, theme, tr, list_id, chosen, &keys) {
                    is_changed = value != *chosen;
                    *chosen = value;
                    head.request_focus();
                    ui.close();
                }
                if keys.is_left {
                    head.request_focus();
                    ui.close();
                }
            });
        if list.is_none() {
            ui.data_mut(|data| data.remove::<Open>(list_id));
        }
        is_changed
    }

    fn head_ui(&self, ui: &mut Ui, theme: &Theme, shown: &str) -> Response {
        let width = self.width.min(ui.available_width().max(LEAST));
        let (rect, response) = ui.allocate_exact_size(egui::vec2(width, ROW), egui::Sense::click());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, true, self.label);
            info.current_text_value = Some(shown.to_owned());
            info
        });
        let fill = if response.hovered() { theme.hover } else { theme.paper };
        ui.painter().rect(rect, CORNER, fill, egui::Stroke::new(1.0, theme.line), egui::StrokeKind::Inside);
        let inside = rect.shrink2(egui::vec2(10.0, 0.0)).with_max_x(rect.right() - 26.0);
        let words = LayoutJob::simple_singleline(shown.to_owned(), theme::body(), theme.ink);
        let words = LayoutJob { wrap: TextWrapping::truncate_at_width(inside.width()), ..words };
        let words = ui.painter().layout_job(words);
        ui.painter().galley(egui::pos2(inside.left(), inside.center().y - words.size().y / 2.0), words, theme.ink);
        let square =
            egui::Rect::from_center_size(egui::pos2(rect.right() - 15.0, rect.center().y), egui::vec2(14.0, 14.0));
        Icon::Down.paint(ui.painter(), square, theme.muted);
        if response.has_focus() {
            super::dialog::leave_enter(ui.ctx(), response.id);
            super::button::focus_ring(ui, theme, rect);
        }
        if text_width(ui, shown, &theme::body()) > inside.width() { response.on_hover_text(shown) } else { response }
    }

    fn list_ui(&self, ui: &mut Ui, theme: &Theme, tr: Tr, id: Id, chosen: &T, keys: &Keys) -> Option<T> {
        ui.set_width(self.width.max(160.0));
        let open = ui.data(|data| data.get_temp::<Open>(id));
        let is_new = open.is_none();
        let mut open = open.unwrap_or_default();
        if self.choices.len() >= FILTER_FROM {
            let response = search_box(ui, theme, id.with("filter"), tr.filter_list(), f32::INFINITY, &mut open.wanted);
            response.request_focus();
            if response.changed() {
                open.at = 0;
            }
        }
        let fitting: Vec<&Choice<T>> = self.choices.iter().filter(|choice| choice.fits(&open.wanted)).collect();
        if is_new {
            open.at = fitting.iter().position(|choice| choice.value == *chosen).unwrap_or(0);
        }
        let before = open.at;
        open.at = keys.moved(open.at, fitting.len());
        let mut taken = fitting.get(open.at).filter(|_| keys.is_taken).map(|choice| choice.value.clone());
        ScrollArea::vertical().max_height(LIST_HEIGHT).show(ui, |ui| {
            for (place, choice) in fitting.iter().enumerate() {
                let text = RichText::new(&choice.text);
                let text = if choice.value == *chosen { text.font(theme::strong()) } else { text };
                let line = egui::Button::selectable(place == open.at, text).truncate();
                let response = ui.add(line.min_size(egui::vec2(ui.available_width(), ROW)));
                if place == open.at && (is_new || open.at != before) {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    taken = Some(choice.value.clone());
                }
            }
        });
        ui.data_mut(|data| data.insert_temp(id, open));
        taken
    }
}

/// A list that is open: what is looked for in it, and where the keyboard is.
#[derive(Debug, Clone, Default)]
struct Open {
    wanted: String,
    at: usize,
}

/// What the keys say to an open list.
#[derive(Debug, Default)]
struct Keys {
    /// So many lines down; the ends of the list are further than any line.
    by: isize,
    is_taken: bool,
    is_left: bool,
}

impl Keys {
    /// Takes the keys of the list out of this frame; `takes_space` where no text is written in it.
    fn heard(ui: &Ui, takes_space: bool) -> Self {
        ui.input_mut(|input| {
            let mut is_pressed = |key| input.consume_key(Modifiers::NONE, key);
            let (up, down) = (is_pressed(Key::ArrowUp), is_pressed(Key::ArrowDown));
            let (is_first, is_last) =
                if takes_space { (is_pressed(Key::Home), is_pressed(Key::End)) } else { (false, false) };
            let by = match (is_first, is_last) {
                (true, _) => isize::MIN,
                (_, true) => isize::MAX,
                _ => isize::from(down) - isize::from(up),
            };
            let is_space = takes_space && is_pressed(Key::Space);
            Self { by, is_taken: is_pressed(Key::Enter) || is_space, is_left: is_pressed(Key::Escape) }
        })
    }

    /// Where the keyboard goes from a place in a list.
    fn moved(&self, at: usize, length: usize) -> usize {
        at.saturating_add_signed(self.by).min(length.saturating_sub(1))
    }
}

impl<T> Choice<T> {
    fn fits(&self, wanted: &str) -> bool {
        wanted.trim().is_empty()
            || matches(wanted, &self.text)
            || (!self.also.is_empty() && matches(wanted, &self.also))
    }
}

/// A button that opens a menu of actions; returns the place of the one chosen.
pub fn menu_button(ui: &mut Ui, theme: &Theme, icon: Icon, name: &str, actions: &[&str]) -> Option<usize> {
    let head = Button::icon_only(icon, name).ui(ui, theme);
    let mut chosen = None;
    Popup::menu(&head).show(|ui| {
        for (place, words) in actions.iter().enumerate() {
            if ui.add(egui::Button::new(*words).min_size(egui::vec2(160.0, ROW)).frame_when_inactive(false)).clicked() {
                chosen = Some(place);
                ui.close();
            }
        }
    });
    chosen
}
