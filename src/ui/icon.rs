//! The icon of the window.

use egui::IconData;

/// The icon of the window and the task bar.
#[must_use]
pub fn window_icon() -> IconData {
    IconData::default()
}
