//! The keyboard in the calendar of leave: arrows move and select, figures enter, Ctrl moves what is there.

use egui::{Id, Key, Modifiers, Ui};

use crate::app::absence::Shift;
use crate::domain::LeaveKind;
use crate::ui::widget::held_keys;

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyWish {
    /// Move the cursor: rows down, half-days right; select with the second.
    Go(isize, isize, bool),
    /// Enter leave of a kind.
    Enter(LeaveKind),
    /// Open what is there, or the form of a new absence.
    Open,
    /// Move or stretch what is there by so many half-days.
    Shift(Shift, i64),
    /// Delete what is there.
    Delete,
    /// The month before or after.
    Month(i32),
    /// Select nothing, or leave the calendar.
    Leave,
}

/// The keys of this frame, where the calendar has the keyboard.
pub fn heard(ui: &Ui, id: Id) -> Vec<KeyWish> {
    held_keys(ui, id).into_iter().filter_map(|(key, modifiers)| wish(key, modifiers)).collect()
}

fn wish(key: Key, modifiers: Modifiers) -> Option<KeyWish> {
    let sideways = |sign: i64| match (modifiers.command, modifiers.shift) {
        (true, false) => KeyWish::Shift(Shift::Whole, sign),
        (true, true) => KeyWish::Shift(Shift::End, sign),
        (false, extends) => KeyWish::Go(0, if sign < 0 { -1 } else { 1 }, extends),
    };
    if let Some(place) = figure(key).filter(|_| modifiers.is_none()) {
        return LeaveKind::ALL.get(place).copied().map(KeyWish::Enter);
    }
    Some(match key {
        Key::ArrowUp => KeyWish::Go(-1, 0, false),
        Key::ArrowDown => KeyWish::Go(1, 0, false),
        // Alt and an arrow go back and forth between pages.
        Key::ArrowLeft if !modifiers.alt => sideways(-1),
        Key::ArrowRight if !modifiers.alt => sideways(1),
        Key::Home => KeyWish::Go(0, isize::MIN, modifiers.shift),
        Key::End => KeyWish::Go(0, isize::MAX, modifiers.shift),
        Key::PageUp => KeyWish::Month(-1),
        Key::PageDown => KeyWish::Month(1),
        Key::Enter | Key::F2 => KeyWish::Open,
        Key::Delete | Key::Backspace => KeyWish::Delete,
        Key::Escape => KeyWish::Leave,
        _ => return None,
    })
}

/// The figure keys 1–7 as places of the kinds.
fn figure(key: Key) -> Option<usize> {
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7].iter().position(|one| *one == key)
}
