//! Heads of columns: sort by a click, filter below, and the list of columns.

use egui::{Align2, Popup, PopupCloseBehavior, Rect, RichText, Role, Sense, TextEdit, Ui, WidgetInfo, pos2, vec2};

use super::source::{Column, ColumnKind};
use super::state::TableState;
use crate::ui::page::PageCx;
use crate::ui::theme::{self, ROW};
use crate::ui::widget::button::Button;
use crate::ui::widget::icon::Icon;

/// Space between a cell's edge and its text, in points.
pub(super) const PAD: f32 = 8.0;

/// Draws the head of a column, and its filter under it.
pub(super) fn cell_ui(ui: &mut Ui, cx: &PageCx<'_>, columns: &[Column], place: usize, state: &mut TableState) {
    let Some(column) = columns.get(place) else { return };
    let theme = cx.theme;
    let whole = ui.max_rect();
    let rect = Rect::from_min_size(whole.min, vec2(whole.width(), ROW));
    ui.painter().rect_filled(whole, 0, theme.raised);
    ui.painter().hline(whole.x_range(), whole.bottom() - 0.5, egui::Stroke::new(1.0, theme.line));
    let response = ui.interact(rect, ui.scope_id().with(("sort", column.key)), Sense::click());
    let sorting = state.sorting(column);
    response.widget_info(|| WidgetInfo::selected(Role::ColumnHeader, true, sorting.is_some(), &column.title));
    let ink = if response.hovered() { theme.ink } else { theme.muted };
    let (at, anchor) = match column.kind {
        ColumnKind::Text => (pos2(rect.left() + PAD, rect.center().y), Align2::LEFT_CENTER),
        ColumnKind::Number => (pos2(rect.right() - PAD, rect.center().y), Align2::RIGHT_CENTER),
        ColumnKind::Mark => (rect.center(), Align2::CENTER_CENTER),
    };
    let text = ui.painter_at(rect).text(at, anchor, &column.title, theme::caption(), ink);
    if let Some(is_descending) = sorting {
        let icon = if is_descending { Icon::Down } else { Icon::Up };
        let x = if column.kind == ColumnKind::Number { text.left() - 10.0 } else { text.right() + 10.0 };
        icon.paint(
            &ui.painter_at(rect),
            Rect::from_center_size(pos2(x, rect.center().y), vec2(12.0, 12.0)),
            theme.accent,
        );
    }
    if response.has_focus() {
        crate::ui::widget::button::focus_ring(ui, theme, rect.shrink(2.0));
    }
    if response.clicked() {
        state.sort_by(column);
    }
    response.on_hover_text(cx.tr.sort_by(&column.title));
    if state.has_filters() {
        let below = Rect::from_min_max(pos2(whole.left() + 2.0, rect.bottom()), whole.max - vec2(4.0, 3.0));
        let mut words = state.filter(place);
        let edit = TextEdit::singleline(&mut words)
            .hint_text(RichText::new(cx.tr.filter_hint()).color(theme.muted))
            .font(theme::caption())
            .margin(egui::Margin::symmetric(6, 2))
            .min_size(vec2(0.0, 20.0))
            .desired_width(f32::INFINITY);
        if ui.put(below, edit).accessible_name(cx.tr.filter_by(&column.title)).changed() {
            state.set_filter(place, words);
        }
    }
}

/// Draws the button that lists the columns: shown or not, and in which order.
pub(super) fn chooser_ui(ui: &mut Ui, cx: &PageCx<'_>, columns: &[Column], state: &mut TableState) {
    let (tr, theme) = (cx.tr, cx.theme);
    let head = Button::icon_only(Icon::Columns, tr.table_columns()).ui(ui, theme);
    Popup::menu(&head).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_min_width(220.0);
        for place in state.ordered_columns(columns) {
            let Some(column) = columns.get(place) else { continue };
            ui.horizontal(|ui| {
                let mut is_shown = state.is_column_shown(column);
                if ui.checkbox(&mut is_shown, &column.title).changed() {
                    state.show_column(column, is_shown);
                }
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let forth = tr.move_right(&column.title);
                    if Button::icon_only(Icon::Right, &forth).ui(ui, theme).clicked() {
                        state.move_column(columns, place, false);
                    }
                    let back = tr.move_left(&column.title);
                    if Button::icon_only(Icon::Left, &back).ui(ui, theme).clicked() {
                        state.move_column(columns, place, true);
                    }
                });
            });
        }
        ui.separator();
        if Button::quiet(tr.table_as_before()).ui(ui, theme).clicked() {
            state.forget_layout();
        }
    });
}
