//! The keyboard on the timeline: up and down choose a bar, left and right move or stretch it, Enter keeps it.

use egui::{Id, Key, Modifiers, Ui};

use crate::app::timeline::{Grip, Target};
use crate::ui::widget::held_keys;

/// Days of a long step.
const WEEK: i64 = 7;

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyWish {
    /// Choose a bar so many further down.
    Go(isize),
    /// Move or stretch the chosen bar by so many steps.
    Pull(Grip, i64),
    /// Keep what was moved, or open the bar.
    Enter,
    /// Leave what was moved, or the timeline.
    Leave,
}

/// The keys of this frame, where the timeline has the keyboard.
pub fn heard(ui: &Ui, id: Id) -> Vec<KeyWish> {
    held_keys(ui, id).into_iter().filter_map(|(key, modifiers)| wish(key, modifiers)).collect()
}

fn wish(key: Key, modifiers: Modifiers) -> Option<KeyWish> {
    let sideways = |sign: i64| {
        let grip = match (modifiers.shift, modifiers.command) {
            (false, _) => Grip::Body,
            (true, false) => Grip::End,
            (true, true) => Grip::Start,
        };
        let steps = if modifiers.command && !modifiers.shift { WEEK } else { 1 };
        Some(KeyWish::Pull(grip, sign * steps))
    };
    match key {
        Key::ArrowUp => Some(KeyWish::Go(-1)),
        Key::ArrowDown => Some(KeyWish::Go(1)),
        Key::PageUp => Some(KeyWish::Go(-8)),
        Key::PageDown => Some(KeyWish::Go(8)),
        Key::Home => Some(KeyWish::Go(isize::MIN)),
        Key::End => Some(KeyWish::Go(isize::MAX)),
        // Alt and an arrow go back and forth between pages.
        Key::ArrowLeft if !modifiers.alt => sideways(-1),
        Key::ArrowRight if !modifiers.alt => sideways(1),
        Key::Enter => Some(KeyWish::Enter),
        Key::Escape => Some(KeyWish::Leave),
        _ => None,
    }
}

/// The bar so many further down than the chosen one; the first one where none is chosen.
pub fn neighbour(bars: &[Target], chosen: Option<Target>, by: isize) -> Option<Target> {
    let place = match chosen.and_then(|chosen| bars.iter().position(|bar| *bar == chosen)) {
        Some(at) => at.saturating_add_signed(by).min(bars.len().saturating_sub(1)),
        None => 0,
    };
    bars.get(place).copied()
}
