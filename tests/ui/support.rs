//! A window over the sample hospital, off screen: the office answers on the spot, so nothing waits.

use chrono::{NaiveDate, NaiveDateTime};
use chuanbangdai::app::settings::{Preferences, Shade};
use chuanbangdai::app::{Clock, Desk, Office, sample};
use chuanbangdai::i18n::Lang;
use chuanbangdai::ui::{Command, Window, fonts};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use tempfile::TempDir;

/// The size of the smallest screen the program is made for.
pub const SCREEN: [f32; 2] = [1366.0, 768.0];

/// The window and the folder of its data file.
pub struct Scene {
    pub window: Window,
    pub desk: Desk,
    _folder: TempDir,
}

/// Monday 12 June 2023, ten o'clock.
pub fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2023, 6, 12).unwrap().and_hms_opt(10, 0, 0).unwrap()
}

/// Choices of a computer with a language and a shade.
pub fn preferences(lang: Lang, shade: Shade) -> Preferences {
    Preferences { lang, shade, is_calm: true, ..Preferences::default() }
}

/// An office over a new file, with the sample hospital or empty.
pub fn desk(with_sample: bool) -> (Desk, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let mut office = Office::create(&folder.path().join("test.db"), Clock::Fixed(now())).unwrap();
    if with_sample {
        let edit = sample::sample(office.registry(), now().date());
        office.run(&edit).unwrap();
    }
    (Desk::inline(office), folder)
}

/// A window over the sample hospital, or over an empty file.
pub fn window(with_sample: bool, chosen: Preferences) -> Harness<'static, Scene> {
    window_of_size(with_sample, chosen, SCREEN)
}

/// A window of a size in points.
pub fn window_of_size(with_sample: bool, chosen: Preferences, size: [f32; 2]) -> Harness<'static, Scene> {
    let (desk, folder) = desk(with_sample);
    let window = Window::new(desk.clone(), Clock::Fixed(now()), chosen);
    let scene = Scene { window, desk, _folder: folder };
    let mut harness =
        Harness::builder().with_size(size).with_max_steps(32).with_context_setup(fonts::install).build_ui_state(
            |ui, scene: &mut Scene| {
                scene.window.logic(ui.ctx());
                scene.window.ui(ui);
            },
            scene,
        );
    harness.run();
    harness
}

/// A Chinese window in the light shade over the sample hospital.
pub fn sample_window() -> Harness<'static, Scene> {
    window(true, preferences(Lang::Zh, Shade::Light))
}

/// Asks for a command, as a click would.
pub fn ask(harness: &mut Harness<'_, Scene>, command: Command) {
    harness.state_mut().window.ask(command);
    harness.run();
}

/// Presses a key with Ctrl.
pub fn ctrl(harness: &mut Harness<'_, Scene>, key: Key) {
    press(harness, Modifiers::COMMAND, key);
}

/// Presses a key.
pub fn press(harness: &mut Harness<'_, Scene>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

/// Types text into whatever has the focus.
pub fn write(harness: &mut Harness<'_, Scene>, text: &str) {
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run();
}
