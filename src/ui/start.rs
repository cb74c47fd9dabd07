//! Opens the window, as the command line asks for it.

use std::path::PathBuf;

use thiserror::Error;

use super::fonts;
use super::program::Program;
use crate::app::Clock;
use crate::app::settings::Preferences;
use crate::i18n::{Lang, Tr};

/// What the command line says to the window.
#[derive(Debug, Clone)]
pub struct Options {
    /// The data file, where one is named.
    pub db: Option<PathBuf>,
    /// The clock.
    pub clock: Clock,
    /// The language, where one is asked for.
    pub lang: Option<Lang>,
    /// Whether nothing is to be changed.
    pub is_read_only: bool,
}

/// Why there is no window.
#[derive(Debug, Error)]
pub enum StartError {
    /// No display, or no graphics.
    #[error("no window: {0}")]
    NoWindow(#[from] eframe::Error),
}

/// Opens the window and stays until it is closed.
///
/// # Errors
/// Where there is no display.
pub fn run(options: Options) -> Result<(), StartError> {
    let mut preferences = Preferences::load();
    if let Some(lang) = options.lang {
        preferences.lang = lang;
    }
    let tr = Tr::new(preferences.lang);
    let viewport = egui::ViewportBuilder::default()
        .with_title(tr.app_name())
        .with_app_id("chuanbangdai")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([800.0, 480.0])
        .with_icon(super::icon::window_icon());
    let native = eframe::NativeOptions { viewport, ..Default::default() };
    let make = move |cc: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        fonts::install(&cc.egui_ctx);
        Ok(Box::new(Program::new(&cc.egui_ctx, options, preferences)))
    };
    Ok(eframe::run_native(tr.app_name(), native, Box::new(make))?)
}
