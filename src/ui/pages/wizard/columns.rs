//! What each column of a sheet is taken for, chosen by hand where its heading does not say.

use egui::{Label, RichText, ScrollArea, Ui, vec2};

use crate::ui::page::PageCx;
use crate::ui::theme::{self, ROW};
use crate::ui::widget::Dropdown;

use super::picture::{SheetPicture, WrittenColumn, kind_of};
use super::preview::{Wish, missing_ui};

/// Width of the list to choose from, in points.
const TARGET: f32 = 240.0;

/// Draws the columns from the left, one a line; returns what was chosen.
pub fn ui(ui: &mut Ui, cx: &PageCx<'_>, sheet: &SheetPicture) -> Option<Wish> {
    let (tr, theme) = (cx.tr, cx.theme);
    if sheet.written.is_empty() {
        ui.label(RichText::new(tr.wizard_no_columns()).color(theme.muted));
        return None;
    }
    let is_known = kind_of(&sheet.preview).is_some();
    let words = if is_known { tr.wizard_remember_hint() } else { tr.wizard_kind_first() };
    ui.label(RichText::new(words).font(theme::caption()).color(theme.muted));
    missing_ui(ui, cx, sheet);
    ui.add_space(theme::GRID);
    let mut wish = None;
    let name_width = (ui.available_width() * 0.28).clamp(88.0, 220.0);
    let target_width = TARGET.min(ui.available_width() * 0.42);
    let heads = [tr.wizard_columns_written(), tr.wizard_columns_target(), tr.wizard_columns_samples()];
    ui.horizontal(|ui| {
        for (words, width) in heads.into_iter().zip([name_width, target_width, ui.available_width()]) {
            cell(ui, width, RichText::new(words).font(theme::caption()).color(theme.muted));
        }
    });
    ScrollArea::vertical().id_salt("columns").auto_shrink(false).show(ui, |ui| {
        for (place, column) in sheet.written.iter().enumerate() {
            ui.push_id(place, |ui| {
                ui.horizontal(|ui| {
                    let ink = if column.is_taken { theme.ink } else { theme.muted };
                    cell(ui, name_width, RichText::new(&column.written).color(ink));
                    wish = wish.take().or_else(|| target_ui(ui, cx, column, target_width));
                    let rest = ui.available_width();
                    cell(ui, rest, RichText::new(&column.samples).color(theme.muted));
                });
            });
        }
        ui.add_space(theme::GRID * 2.0);
    });
    wish
}

fn target_ui(ui: &mut Ui, cx: &PageCx<'_>, column: &WrittenColumn, width: f32) -> Option<Wish> {
    if column.choices.is_empty() {
        cell(ui, width, RichText::new(""));
        return None;
    }
    let mut target = column.target;
    let name = cx.tr.wizard_column_is(&column.written);
    let list = Dropdown::new(&name, &column.choices).bare().width(width);
    list.ui(ui, cx.theme, cx.tr, &mut target).then(|| Wish::Column(column.name.clone(), target))
}

/// A text in a place of its own width, cut with dots and whole under the pointer.
fn cell(ui: &mut Ui, width: f32, text: RichText) {
    ui.allocate_ui_with_layout(vec2(width, ROW), egui::Layout::left_to_right(egui::Align::Center), |ui| {
        ui.set_min_width(width);
        ui.add(Label::new(text).truncate());
    });
}
