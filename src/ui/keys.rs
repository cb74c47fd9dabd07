//! The list of keys (F1).

use egui::{Context, Grid, RichText, ScrollArea, Ui};

use super::shortcut::{fixed, written};
use super::theme::{self, Theme};
use super::widget::{Dialog, DialogAnswer, keycap};
use crate::i18n::Tr;

/// Draws the list; `page` are the keys that only the open page knows. Returns whether it stays open.
pub fn ui(ctx: &Context, theme: &Theme, tr: Tr, page: &[(&'static str, &'static str)]) -> bool {
    let dialog = Dialog::new("keys", tr.command_keys(), tr.close()).width(640.0);
    let answer = dialog.ui(ctx, theme, |ui| {
        ScrollArea::vertical().max_height(ctx.content_rect().height() - 200.0).auto_shrink([false, true]).show(
            ui,
            |ui| {
                let everywhere: Vec<(String, &str)> = fixed(tr)
                    .iter()
                    .filter_map(|fixed| fixed.keys.first().map(|keys| (written(keys), fixed.text)))
                    .collect();
                if !page.is_empty() {
                    let here: Vec<(String, &str)> =
                        page.iter().map(|(keys, text)| ((*keys).to_owned(), *text)).collect();
                    group_ui(ui, theme, tr.keys_here(), &here);
                }
                group_ui(ui, theme, tr.keys_everywhere(), &everywhere);
                let table = tr.keys_of_table().map(|(keys, text)| (keys.to_owned(), text));
                group_ui(ui, theme, tr.keys_in_tables(), &table);
            },
        );
    });
    answer == DialogAnswer::Open
}

fn group_ui(ui: &mut Ui, theme: &Theme, title: &str, keys: &[(String, &str)]) {
    ui.label(RichText::new(title).font(theme::strong()));
    ui.add_space(4.0);
    Grid::new(title).num_columns(4).min_col_width(120.0).spacing([16.0, 6.0]).show(ui, |ui| {
        for pair in keys.chunks(2) {
            for (written, text) in pair {
                ui.horizontal(|ui| keycap(ui, theme, written));
                ui.label(*text);
            }
            ui.end_row();
        }
    });
    ui.add_space(12.0);
}
