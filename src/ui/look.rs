//! How the window looks at present: words, theme, size; poured into egui only where a choice changed.

use egui::Context;

use super::style;
use super::theme::Theme;
use crate::app::settings::{Preferences, Shade};
use crate::i18n::{Lang, Tr};

/// The look that is on the screen.
#[derive(Debug)]
pub struct Look {
    /// The colours.
    pub theme: Theme,
    /// The words.
    pub tr: Tr,
    poured: Option<(Lang, bool, u16, bool)>,
}

impl Default for Look {
    fn default() -> Self {
        Self { theme: Theme::light(), tr: Tr::default(), poured: None }
    }
}

impl Look {
    /// Follows the choices of this computer; returns whether the words changed.
    pub fn follow(&mut self, ctx: &Context, chosen: &Preferences) -> bool {
        let is_dark = match chosen.shade {
            Shade::Light => false,
            Shade::Dark => true,
            Shade::System => ctx.input(|input| input.raw.system_theme) == Some(egui::Theme::Dark),
        };
        let wanted = (chosen.lang, is_dark, chosen.text_size, chosen.is_calm);
        if self.poured == Some(wanted) {
            return false;
        }
        let is_first = self.poured.is_none();
        self.poured = Some(wanted);
        self.theme = if is_dark { Theme::dark() } else { Theme::light() };
        let has_new_words = !is_first && self.tr.lang() != chosen.lang;
        self.tr = Tr::new(chosen.lang);
        if is_first {
            // Text size has its own commands, which remember the choice.
            ctx.options_mut(|options| options.zoom_with_keyboard = false);
        }
        style::apply(ctx, &self.theme, chosen.is_calm);
        ctx.set_zoom_factor(f32::from(chosen.text_size) / 100.0);
        has_new_words
    }
}
