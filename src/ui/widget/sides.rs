//! The two sides of a bar: what is on the left gives way to what is on the right, and scrolls where room is short.

use egui::{Align, Layout, ScrollArea, Ui, UiBuilder};

/// Space between the two sides, in points.
const GAP: f32 = 8.0;

/// Draws the left side in the room that the right one leaves; to be followed by [`right_side`].
pub fn left_side(ui: &mut Ui, draw: impl FnOnce(&mut Ui)) {
    let right = width_of_right(ui);
    let mut room = ui.available_rect_before_wrap();
    room.max.x = (room.max.x - right - GAP).max(room.min.x);
    let layout = Layout::left_to_right(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(room).layout(layout), |ui| {
        ScrollArea::horizontal()
            .id_salt("left side")
            .auto_shrink([true, false])
            .scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden)
            .show(ui, |ui| ui.with_layout(layout, draw));
    });
}

/// Draws the right side against the right edge, in reading order.
pub fn right_side(ui: &mut Ui, draw: impl FnOnce(&mut Ui)) {
    let width = width_of_right(ui);
    let mut room = ui.available_rect_before_wrap();
    room.min.x = (room.max.x - width).max(room.min.x);
    let builder = UiBuilder::new().max_rect(room).layout(Layout::left_to_right(Align::Center));
    let drawn = ui.scope_builder(builder, draw).response.rect.width();
    if (drawn - width).abs() > 0.5 {
        // How wide it is is only known once it is drawn; the next frame follows at once.
        ui.data_mut(|data| data.insert_temp(right_id(ui), drawn));
        ui.ctx().request_repaint();
    }
}

fn right_id(ui: &Ui) -> egui::Id {
    ui.scope_id().with("right side")
}

fn width_of_right(ui: &Ui) -> f32 {
    let id = right_id(ui);
    ui.data(|data| data.get_temp::<f32>(id)).unwrap_or_default()
}
