//! What a page shows in place of its content: nothing yet, still loading, gone wrong; and banners above it.

use egui::{RichText, Stroke, Ui, vec2};

use super::button::Button;
use super::icon::Icon;
use crate::app::{Failure, Told};
use crate::i18n::Tr;
use crate::ui::theme::{self, CORNER, Theme};

/// What belongs in an empty place, and the first step towards it.
#[derive(Debug, Clone, Copy)]
pub struct Empty<'a> {
    /// Its picture.
    pub icon: Icon,
    /// What belongs here.
    pub title: &'a str,
    /// How it gets here.
    pub text: &'a str,
    /// The first step, as a button.
    pub action: Option<&'a str>,
}

impl Empty<'_> {
    /// Draws it in the middle; returns whether the first step was asked for.
    pub fn ui(&self, ui: &mut Ui, theme: &Theme) -> bool {
        let mut is_asked = false;
        centred(ui, |ui| {
            self.icon.ui(ui, 40.0, theme.muted);
            ui.add_space(8.0);
            ui.label(RichText::new(self.title).font(theme::heading()));
            ui.label(RichText::new(self.text).color(theme.muted));
            if let Some(action) = self.action {
                ui.add_space(12.0);
                is_asked = Button::main(action).ui(ui, theme).clicked();
            }
        });
        is_asked
    }
}

/// Draws what went wrong, what did not change and what to do next; the buttons are the way out.
/// Returns the place of the button that was pressed.
pub fn trouble(ui: &mut Ui, theme: &Theme, told: &Told, buttons: &[&str]) -> Option<usize> {
    let mut pressed = None;
    centred(ui, |ui| {
        Icon::Warning.ui(ui, 40.0, theme.danger);
        ui.add_space(8.0);
        ui.label(RichText::new(&told.what).font(theme::heading()));
        for words in [&told.unchanged, &told.next].into_iter().filter(|words| !words.is_empty()) {
            ui.label(RichText::new(words).color(theme.muted));
        }
        ui.add_space(12.0);
        // The buttons stand in the middle: their width is only known after the first frame.
        let id = ui.scope_id().with("way out");
        let width = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or_default();
        ui.horizontal(|ui| {
            ui.add_space(((ui.available_width() - width) / 2.0).max(0.0));
            let start = ui.cursor().left();
            for (place, words) in buttons.iter().enumerate() {
                let button = if place == 0 { Button::main(words) } else { Button::new(words) };
                if button.ui(ui, theme).clicked() {
                    pressed = Some(place);
                }
            }
            let drawn = ui.cursor().left() - start - ui.spacing().item_spacing.x;
            ui.data_mut(|data| data.insert_temp(id, drawn));
        });
    });
    pressed
}

/// Draws a view model that renews itself: a skeleton before the first answer, the trouble where it failed.
pub fn live_ui<T>(
    ui: &mut Ui,
    theme: &Theme,
    tr: Tr,
    shown: Option<&Result<T, Failure>>,
    draw: impl FnOnce(&mut Ui, &T),
) {
    match shown {
        None => skeleton(ui, theme, 8),
        Some(Ok(picture)) => draw(ui, picture),
        Some(Err(failure)) => {
            trouble(ui, theme, &failure.told(tr), &[]);
        }
    }
}

/// Grey rows that stand where the content will be, so that nothing jumps.
pub fn skeleton(ui: &mut Ui, theme: &Theme, rows: usize) {
    for row in 0..rows {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), theme::ROW), egui::Sense::hover());
        let share = [0.6, 0.8, 0.5, 0.7].get(row % 4).copied().unwrap_or(0.6);
        let bar = egui::Rect::from_min_size(rect.left_top() + vec2(0.0, 8.0), vec2(rect.width() * share, 12.0));
        ui.painter().rect_filled(bar, 4, theme.hover);
    }
}

/// A strip above the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BannerTone {
    /// Worth knowing.
    Info,
    /// Should be settled, such as a missing calendar year.
    Warning,
    /// Something is wrong.
    Danger,
}

/// Draws a strip above the content; returns whether its button was pressed.
pub fn banner(ui: &mut Ui, theme: &Theme, tone: BannerTone, words: &str, action: Option<&str>) -> bool {
    let (icon, ink, fill) = match tone {
        BannerTone::Info => (Icon::Info, theme.info, theme.info_tint),
        BannerTone::Warning => (Icon::Warning, theme.warning, theme.warning_tint),
        BannerTone::Danger => (Icon::Failure, theme.danger, theme.danger_tint),
    };
    let mut is_pressed = false;
    egui::Frame::new()
        .fill(fill)
        .corner_radius(CORNER)
        .stroke(Stroke::NONE)
        .inner_margin(egui::Margin::symmetric(12, 6))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                icon.ui(ui, 16.0, ink);
                ui.add(egui::Label::new(RichText::new(words).color(ink)).wrap());
                if let Some(action) = action {
                    is_pressed = Button::new(action).ui(ui, theme).clicked();
                }
            });
        });
    is_pressed
}

/// Puts a column of things in the middle of the free space.
pub fn centred(ui: &mut Ui, draw: impl FnOnce(&mut Ui)) {
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() * 0.28).max(8.0));
        ui.set_max_width(520.0_f32.min(ui.available_width()));
        draw(ui);
    });
}
