//! The keys of a widget that is painted as one whole: while it has the focus, arrows and Escape are its own.

use egui::{Event, EventFilter, Id, Key, Modifiers, Ui};

/// The keys pressed in this frame, where the widget has the keyboard. Tab stays with the window, so that nobody is
/// caught inside.
#[must_use]
pub fn held_keys(ui: &Ui, id: Id) -> Vec<(Key, Modifiers)> {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return Vec::new();
    }
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let events = ui.input(|input| input.filtered_events(&filter));
    let pressed = events.into_iter().filter_map(|event| match event {
        Event::Key { key, pressed: true, modifiers, .. } => Some((key, modifiers)),
        _ => None,
    });
    pressed.collect()
}
