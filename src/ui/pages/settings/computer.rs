//! The choices of this computer: size of text, look, language, movement; and where everything lies.

use egui::{RichText, Ui};

use crate::app::place;
use crate::app::settings::{Preferences, Shade};
use crate::i18n::Lang;
use crate::ui::page::PageCx;
use crate::ui::theme;
use crate::ui::widget::{chip, slider};

/// Width of the names before the choices, in points.
const NAMES: f32 = 120.0;
/// Width of the slider of the text size, in points.
const SLIDER: f32 = 100.0;

/// Draws the choices; each takes effect at once.
pub(super) fn ui(ui: &mut Ui, cx: &mut PageCx<'_>) {
    let tr = cx.tr;
    line(ui, cx, tr.setting_text_size(), size_ui);
    line(ui, cx, tr.setting_shade(), |ui, cx| {
        let shades =
            [(Shade::System, tr.shade_system()), (Shade::Light, tr.shade_light()), (Shade::Dark, tr.shade_dark())];
        for (shade, words) in shades {
            if chip(ui, cx.theme, words, cx.preferences.shade == shade).clicked() {
                cx.preferences.shade = shade;
            }
        }
    });
    line(ui, cx, tr.setting_lang(), |ui, cx| {
        for (lang, words) in [(Lang::Zh, tr.lang_zh()), (Lang::En, tr.lang_en())] {
            if chip(ui, cx.theme, words, cx.preferences.lang == lang).clicked() {
                cx.preferences.lang = lang;
            }
        }
    });
    line(ui, cx, tr.setting_motion(), |ui, cx| {
        for (is_calm, words) in [(false, tr.motion_on()), (true, tr.motion_off())] {
            if chip(ui, cx.theme, words, cx.preferences.is_calm == is_calm).clicked() {
                cx.preferences.is_calm = is_calm;
            }
        }
    });
    line(ui, cx, tr.setting_reminder(), |ui, cx| {
        for (is_quiet, words) in [(false, tr.reminder_on()), (true, tr.reminder_off())] {
            if chip(ui, cx.theme, words, cx.preferences.is_quiet == is_quiet).clicked() {
                cx.preferences.is_quiet = is_quiet;
            }
        }
    });
    line(ui, cx, tr.setting_place(), |ui, cx| {
        let folder = place::folder().map_or_else(|_| String::new(), |folder| folder.display().to_string());
        ui.vertical(|ui| {
            ui.add(egui::Label::new(folder).wrap().selectable(true));
            let hint = if place::is_portable() { tr.place_portable() } else { tr.place_usual() };
            let hint = RichText::new(hint).font(theme::caption()).color(cx.theme.muted);
            ui.add(egui::Label::new(hint).wrap());
        });
    });
}

/// The slider of the text size; the new size is taken when the slider is let go, for the slider moves with it.
fn size_ui(ui: &mut Ui, cx: &mut PageCx<'_>) {
    let id = ui.scope_id().with("size");
    let mut size = ui.data(|data| data.get_temp::<u16>(id)).unwrap_or(cx.preferences.text_size);
    let about = (cx.tr.setting_text_size(), SLIDER);
    let response = slider(ui, cx.theme, about, &mut size, (Preferences::TEXT_SIZES, 10.0));
    ui.label(format!("{size}%"));
    if response.dragged() {
        ui.data_mut(|data| data.insert_temp(id, size));
    } else {
        ui.data_mut(|data| data.remove_temp::<u16>(id));
        cx.preferences.text_size = size;
    }
}

fn line(ui: &mut Ui, cx: &mut PageCx<'_>, name: &str, draw: impl FnOnce(&mut Ui, &mut PageCx<'_>)) {
    ui.horizontal(|ui| {
        ui.set_min_height(32.0);
        let (rect, _) = ui.allocate_exact_size(egui::vec2(NAMES, 24.0), egui::Sense::hover());
        let at = egui::pos2(rect.left(), rect.center().y);
        ui.painter().text(at, egui::Align2::LEFT_CENTER, name, theme::body(), cx.theme.muted);
        draw(ui, cx);
    });
    ui.add_space(4.0);
}
