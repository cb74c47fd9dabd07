//! What 复制上周 brought, and what stayed behind and why.

use egui::{Context, RichText, ScrollArea};

use crate::app::week::{Carry, LeftOut};
use crate::ui::PageCx;
use crate::ui::theme;
use crate::ui::widget::{Dialog, DialogAnswer};

/// The summary of a copied week, while it is shown.
pub struct Summary {
    count: usize,
    left_out: Vec<LeftOut>,
}

impl Summary {
    /// The summary of what a copy brings.
    pub fn of(carry: &Carry) -> Self {
        Self { count: carry.rows.len(), left_out: carry.left_out.clone() }
    }
}

/// Draws the summary where there is one with something to read.
pub fn summary_ui(ctx: &Context, cx: &PageCx<'_>, summary: &mut Option<Summary>) {
    let Some(shown) = summary else { return };
    let tr = cx.tr;
    let answer = Dialog::new("copied week", tr.schedule_copied_title(), tr.close()).ui(ctx, cx.theme, |ui| {
        ui.label(tr.schedule_copied(shown.count));
        if shown.left_out.is_empty() {
            return;
        }
        ui.add_space(4.0);
        ui.label(RichText::new(tr.schedule_left_out(shown.left_out.len())).font(theme::strong()));
        ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
            egui::Grid::new("left out").num_columns(3).striped(false).spacing([16.0, 4.0]).show(ui, |ui| {
                for left in &shown.left_out {
                    ui.label(tr.half_day(left.on, left.slot));
                    ui.label(&left.what);
                    ui.label(RichText::new(&left.why).color(cx.theme.muted));
                    ui.end_row();
                }
            });
        });
    });
    if answer != DialogAnswer::Open {
        *summary = None;
    }
}
