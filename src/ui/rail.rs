//! The left rail: an icon and two characters for each page.

use egui::{Align2, Panel, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::page::{Command, Outbox, PageId};
use super::shortcut::keys_of;
use super::theme::{self, CORNER, Theme};
use super::widget::button::focus_ring;
use crate::i18n::{Lang, Tr};

/// Between two entries, points.
const GAP: f32 = 4.0;
/// Height of an entry, points: on a low window they move together until icon and word touch.
const HEIGHTS: std::ops::RangeInclusive<f32> = 42.0..=52.0;

/// Draws the rail; the page that is open is marked.
pub fn ui(ui: &mut Ui, theme: &Theme, tr: Tr, at: PageId, out: &mut Outbox) {
    // English words are longer than two characters.
    let width = if tr.lang() == Lang::Zh { 64.0 } else { 88.0 };
    let frame = egui::Frame::new().fill(theme.raised).inner_margin(egui::Margin::symmetric(6, 8));
    Panel::left("rail").exact_size(width).resizable(false).frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = GAP;
        #[allow(clippy::cast_precision_loss, reason = "there are nine")]
        let share = ui.available_height() / PageId::RAIL.len() as f32 - GAP;
        let height = share.clamp(*HEIGHTS.start(), *HEIGHTS.end()).floor();
        for page in PageId::RAIL {
            if entry_ui(ui, (theme, tr), page, height, page == at.rail()) {
                out.push(Command::Go(page));
            }
        }
    });
}

fn entry_ui(ui: &mut Ui, (theme, tr): (&Theme, Tr), page: PageId, height: f32, is_open: bool) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let text = page.text(tr);
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_open, text));
    let (fill, ink) = match (is_open, response.hovered()) {
        (true, _) => (theme.selection, theme.accent),
        (false, true) => (theme.hover, theme.ink),
        (false, false) => (theme.raised, theme.muted),
    };
    ui.painter().rect_filled(rect, CORNER, fill);
    if is_open {
        let bar = Rect::from_min_size(pos2(rect.left() - 6.0, rect.top() + 10.0), vec2(3.0, rect.height() - 20.0));
        ui.painter().rect_filled(bar, 1, theme.accent);
    }
    let icon = Rect::from_center_size(pos2(rect.center().x, rect.center().y - 8.0), vec2(20.0, 20.0));
    page.icon().paint(ui.painter(), icon, ink);
    let at = pos2(rect.center().x, rect.center().y + 12.0);
    ui.painter().text(at, Align2::CENTER_CENTER, text, theme::caption(), ink);
    if response.has_focus() {
        focus_ring(ui, theme, rect.shrink(2.0));
    }
    let words = format!("{}  {}", page.hint(tr), keys_of(&Command::Go(page)));
    response.on_hover_text(words).clicked()
}
