//! The top bar: title, the page's own part, search.

use egui::{Align, Align2, Layout, Panel, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::page::{Command, Page, PageCx, PageId};
use super::shortcut::keys_of;
use super::theme::{self, CORNER, ROW};
use super::widget::{Button, Icon};

/// Below this width, in points, the search box is an icon.
const ROOMY: f32 = 960.0;

/// Draws the bar above a page.
pub fn ui(ui: &mut Ui, cx: &mut PageCx<'_>, at: PageId, page: &mut dyn Page) {
    let margin = egui::Margin { left: 16, right: 12, top: 8, bottom: 8 };
    let frame = egui::Frame::new().fill(cx.theme.paper).inner_margin(margin);
    Panel::top("bar").exact_size(48.0).resizable(false).frame(frame).show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            search_ui(ui, cx);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.label(RichText::new(at.text(cx.tr)).font(theme::heading()));
                ui.add_space(8.0);
                page.bar_ui(ui, cx);
            });
        });
    });
}

fn search_ui(ui: &mut Ui, cx: &mut PageCx<'_>) {
    let (tr, theme) = (cx.tr, cx.theme);
    let keys = keys_of(&Command::Palette);
    if ui.ctx().content_rect().width() < ROOMY {
        let button = Button::icon_only(Icon::Search, tr.command_palette()).shortcut(&keys);
        if button.ui(ui, theme).clicked() {
            cx.out.push(Command::Palette);
        }
        return;
    }
    let (rect, response) = ui.allocate_exact_size(vec2(188.0, ROW), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, tr.command_palette()));
    let fill = if response.hovered() { theme.hover } else { theme.raised };
    ui.painter().rect(rect, CORNER, fill, Stroke::new(1.0, theme.line), StrokeKind::Inside);
    let icon = Rect::from_center_size(pos2(rect.left() + 16.0, rect.center().y), vec2(16.0, 16.0));
    Icon::Search.paint(ui.painter(), icon, theme.muted);
    let (left, right) = (pos2(rect.left() + 32.0, rect.center().y), pos2(rect.right() - 10.0, rect.center().y));
    ui.painter().text(left, Align2::LEFT_CENTER, tr.search_anything(), theme::body(), theme.muted);
    ui.painter().text(right, Align2::RIGHT_CENTER, &keys, theme::caption(), theme.muted);
    if response.has_focus() {
        super::widget::button::focus_ring(ui, theme, rect);
    }
    if response.on_hover_text(tr.command_palette_hint()).clicked() {
        cx.out.push(Command::Palette);
    }
}
