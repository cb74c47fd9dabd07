//! The icon of the window.

use egui::IconData;

/// The icon of the window and the task bar.
#[must_use]
pub fn window_icon() -> IconData {
    // The picture is part of the program; without it the desktop shows its own.
    eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icons/chuanbangdai.png"))
        .inspect_err(|error| tracing::error!(%error, "window icon"))
        .unwrap_or_default()
}
