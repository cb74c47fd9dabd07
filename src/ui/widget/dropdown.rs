//! A list to choose from, with a filter by characters or pinyin initials where it is long.

use egui::{Id, Key, Modifiers, Popup, PopupCloseBehavior, Response, RichText, Role, ScrollArea, Ui, WidgetInfo};

use super::button::{Button, text_width};
use super::field::search_box;
use super::icon::Icon;
use crate::app::search::matches;
use crate::i18n::Tr;
use crate::ui::theme::{self, CORNER, ROW, Theme};

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
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            if self.shows_label {
                ui.label(RichText::new(self.label).font(theme::caption()).color(theme.muted));
            }
            let shown =
                self.choices.iter().find(|choice| choice.value == *chosen).map_or("", |choice| choice.text.as_str());
            let head = self.head_ui(ui, theme, shown);
            let list_id = head.id.with("list");
            let mut is_changed = false;
            Popup::menu(&head)
                .id(list_id)
                .width(self.width)
                .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
                .show(|ui| {
                    if let Some(value) = self.list_ui(ui, theme, tr, list_id, chosen) {
                        is_changed = value != *chosen;
                        *chosen = value;
                        ui.close();
                    }
                });
            is_changed
        })
        .inner
    }

    fn head_ui(&self, ui: &mut Ui, theme: &Theme, shown: &str) -> Response {
        let width = self.width.min(ui.available_width());
        let (rect, response) = ui.allocate_exact_size(egui::vec2(width, ROW), egui::Sense::click());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, true, self.label);
            info.current_text_value = Some(shown.to_owned());
            info
        });
        let fill = if response.hovered() { theme.hover } else { theme.paper };
        ui.painter().rect(rect, CORNER, fill, egui::Stroke::new(1.0, theme.line), egui::StrokeKind::Inside);
        let inside = rect.shrink2(egui::vec2(10.0, 0.0)).with_max_x(rect.right() - 26.0);
        let at = egui::pos2(inside.left(), inside.center().y);
        ui.painter_at(inside).text(at, egui::Align2::LEFT_CENTER, shown, theme::body(), theme.ink);
        let square =
            egui::Rect::from_center_size(egui::pos2(rect.right() - 15.0, rect.center().y), egui::vec2(14.0, 14.0));
        Icon::Down.paint(ui.painter(), square, theme.muted);
        if response.has_focus() {
            super::button::focus_ring(ui, theme, rect);
        }
        if text_width(ui, shown, &theme::body()) > inside.width() { response.on_hover_text(shown) } else { response }
    }

    fn list_ui(&self, ui: &mut Ui, theme: &Theme, tr: Tr, id: Id, chosen: &T) -> Option<T> {
        ui.set_width(self.width.max(160.0));
        let mut wanted = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_default();
        let mut taken = None;
        if self.choices.len() >= FILTER_FROM {
            let box_id = id.with("filter");
            let response = search_box(ui, theme, box_id, tr.filter_list(), f32::INFINITY, &mut wanted);
            response.request_focus();
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
                taken = self.choices.iter().find(|choice| choice.fits(&wanted)).map(|choice| choice.value.clone());
            }
        }
        ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
            for choice in self.choices.iter().filter(|choice| choice.fits(&wanted)) {
                let is_on = choice.value == *chosen;
                if ui
                    .add(
                        egui::Button::selectable(is_on, choice.text.as_str())
                            .min_size(egui::vec2(ui.available_width(), ROW)),
                    )
                    .clicked()
                {
                    taken = Some(choice.value.clone());
                }
            }
        });
        let kept = if taken.is_some() { String::new() } else { wanted };
        ui.data_mut(|data| data.insert_temp(id, kept));
        taken
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
