//! The card beside a bar that is moved or stretched: its days, what would be wrong, how to keep it.

use egui::{Align2, Area, Id, Order, Pos2, RichText, Ui, vec2};

use crate::app::timeline::Outlook;
use crate::ui::PageCx;
use crate::ui::theme::{self, CORNER};
use crate::ui::widget::Icon;

/// Widest card, in points.
const WIDTH: f32 = 320.0;

/// Draws the card at a place.
pub fn card_ui(ui: &Ui, cx: &PageCx<'_>, outlook: &Outlook, at: Pos2, is_by_mouse: bool) {
    let (theme, tr) = (cx.theme, cx.tr);
    let area = Area::new(Id::unique("moved bar")).order(Order::Tooltip).interactable(false);
    area.fixed_pos(at + vec2(12.0, 14.0)).pivot(Align2::LEFT_TOP).show(ui.ctx(), |ui| {
        egui::Frame::popup(ui.style()).fill(theme.paper).corner_radius(CORNER).show(ui, |ui| {
            ui.set_max_width(WIDTH);
            ui.spacing_mut().interact_size.y = 16.0;
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.label(RichText::new(&outlook.name).font(theme::strong()));
            ui.label(&outlook.words);
            ui.label(RichText::new(&outlook.by).font(theme::caption()).color(theme.muted));
            for words in &outlook.refused {
                line_ui(ui, Icon::Failure, words, theme.danger);
            }
            for words in &outlook.warnings {
                line_ui(ui, Icon::Warning, words, theme.warning);
            }
            for words in &outlook.mended {
                line_ui(ui, Icon::Done, &tr.timeline_mended(words), theme.ok);
            }
            let hint = if is_by_mouse { tr.timeline_drop_hint() } else { tr.timeline_confirm_hint() };
            ui.label(RichText::new(hint).font(theme::caption()).color(theme.muted));
        });
    });
}

fn line_ui(ui: &mut Ui, icon: Icon, words: &str, ink: egui::Color32) {
    ui.horizontal(|ui| {
        icon.ui(ui, 14.0, ink);
        ui.add(egui::Label::new(RichText::new(words).font(theme::caption()).color(ink)).wrap());
    });
}
