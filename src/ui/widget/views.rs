//! The views of a page: chips side by side, or one list to choose from where they do not fit.

use egui::{Key, Modifiers, Ui};

use super::button::text_width;
use super::{Choice, Dropdown, chip};
use crate::i18n::Tr;
use crate::ui::theme::{self, Theme};

/// What a chip adds to its text, and the gap behind it, in points.
const CHIP: f32 = 20.0;

/// Draws them inside a left side; Ctrl+PageDown and Ctrl+PageUp go on and back.
pub fn views<T: Copy + PartialEq>(
    ui: &mut Ui,
    theme: &Theme,
    tr: Tr,
    name: &str,
    choices: &[(T, &str)],
    chosen: &mut T,
) {
    let at = choices.iter().position(|(value, _)| value == chosen).unwrap_or_default();
    for (key, to) in [(Key::PageDown, at + 1), (Key::PageUp, at + choices.len().saturating_sub(1))] {
        let is_pressed = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, key));
        if let Some((value, _)) = choices.get(to % choices.len().max(1)).filter(|_| is_pressed) {
            *chosen = *value;
        }
    }
    let widths = choices.iter().map(|(_, words)| text_width(ui, words, &theme::body()) + CHIP);
    let gap = ui.spacing().item_spacing.x;
    let needed = widths.map(|width| width + gap).sum::<f32>() - gap;
    if needed <= ui.clip_rect().width() {
        for (value, words) in choices {
            if chip(ui, theme, words, chosen == value).clicked() {
                *chosen = *value;
            }
        }
        return;
    }
    let widest = choices.iter().map(|(_, words)| text_width(ui, words, &theme::body())).fold(0.0, f32::max);
    let choices: Vec<_> = choices.iter().map(|(value, words)| Choice::new(*value, *words)).collect();
    Dropdown::new(name, &choices).bare().width(widest + 56.0).ui(ui, theme, tr, chosen);
}
