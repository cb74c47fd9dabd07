//! The pages as they will be printed, on a quiet ground, each whole in the room there is or enlarged.

use egui::{
    Color32, Key, Modifiers, RichText, ScrollArea, Sense, Stroke, StrokeKind, TextureHandle, TextureOptions, Ui, vec2,
};

use crate::ui::page::PageCx;
use crate::ui::theme;
use crate::ui::widget::{BannerTone, Button, Icon, banner};

use super::press::Made;

/// The widest a page is shown, as a share of its size on paper.
const LARGEST: f32 = 3.0;
/// The smallest a page is shown.
const SMALLEST: f32 = 0.4;

/// The pages as textures.
#[derive(Default)]
pub struct Paper {
    textures: Vec<(TextureHandle, egui::Vec2)>,
    revision: u64,
    /// Enlargement against the size at which a whole page fits.
    zoom: Option<f32>,
}

impl std::fmt::Debug for Paper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Paper").field("pages", &self.textures.len()).finish_non_exhaustive()
    }
}

/// The keys leaf through the pages while nothing else has the focus.
fn scroll_by_keys(ui: &Ui) {
    if ui.memory(|memory| memory.focused().is_some()) {
        return;
    }
    let page = ui.available_height();
    for (key, by) in [(Key::PageDown, -page), (Key::PageUp, page), (Key::ArrowDown, -48.0), (Key::ArrowUp, 48.0)] {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            ui.scroll_with_delta(vec2(0.0, by));
        }
    }
}

impl Paper {
    /// Draws the pages, one under the other.
    pub fn ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>, made: &Made) {
        self.load(ui, made);
        ui.add_space(theme::GRID * 2.0);
        if made.fallback.is_some() {
            banner(ui, cx.theme, BannerTone::Warning, cx.tr.preview_fallback(), None);
        }
        self.zoom_ui(ui, cx);
        let zoom = self.zoom.unwrap_or(1.0);
        ScrollArea::both().id_salt("pages").auto_shrink([false, false]).show(ui, |ui| {
            scroll_by_keys(ui);
            // Below the page stand its number and a gap.
            let room = ui.available_size() - vec2(8.0, 32.0);
            for (place, (texture, size)) in self.textures.iter().enumerate() {
                let scale = ((room.x / size.x).min(room.y / size.y) * zoom).clamp(SMALLEST, LARGEST);
                let shown = *size * scale;
                ui.vertical_centered(|ui| {
                    let (rect, response) = ui.allocate_exact_size(vec2(shown.x, shown.y), Sense::hover());
                    let words = cx.tr.preview_page(place + 1, self.textures.len());
                    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &words));
                    let whole = egui::Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
                    ui.painter().image(texture.id(), rect, whole, Color32::WHITE);
                    ui.painter().rect_stroke(rect, 0, Stroke::new(1.0, cx.theme.line), StrokeKind::Outside);
                    ui.label(RichText::new(words).font(theme::caption()).color(cx.theme.muted));
                });
                ui.add_space(theme::GRID * 2.0);
            }
        });
    }

    fn zoom_ui(&mut self, ui: &mut Ui, cx: &PageCx<'_>) {
        ui.horizontal(|ui| {
            let zoom = self.zoom.unwrap_or(1.0);
            if Button::icon_only(Icon::Minus, cx.tr.preview_smaller()).ui(ui, cx.theme).clicked() {
                self.zoom = Some((zoom / 1.25).max(0.25));
            }
            if Button::icon_only(Icon::Add, cx.tr.preview_larger()).ui(ui, cx.theme).clicked() {
                self.zoom = Some((zoom * 1.25).min(4.0));
            }
            if self.zoom.is_some() && Button::quiet(cx.tr.preview_fit()).ui(ui, cx.theme).clicked() {
                self.zoom = None;
            }
        });
    }

    /// Hands new pictures to the graphics card, once.
    fn load(&mut self, ui: &Ui, made: &Made) {
        if self.revision == made.revision {
            return;
        }
        self.revision = made.revision;
        let load = |(place, page): (usize, &super::press::Picture)| {
            let options = TextureOptions { mipmap_mode: Some(egui::TextureFilter::Linear), ..TextureOptions::LINEAR };
            (ui.ctx().load_texture(format!("page {place}"), page.image.clone(), options), page.size)
        };
        self.textures = made.pages.iter().enumerate().map(load).collect();
    }
}
