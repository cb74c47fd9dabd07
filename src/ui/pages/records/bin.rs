//! 回收站: what was deleted, to be fetched back, and the only question the program asks: emptying it.

use egui::Ui;

use crate::app::records::{BinLine, bin};
use crate::i18n::Tr;
use crate::ui::page::{Command, Live, PageCx};
use crate::ui::widget::table::CellTone;
use crate::ui::widget::{Button, Column, Dialog, DialogAnswer, Empty, Icon, Table, TableRow, TableState, live_ui};

/// The bin.
#[derive(Debug, Default)]
pub(super) struct Bin {
    items: Live<Vec<BinLine>>,
    table: TableState,
    is_asking: bool,
}

impl TableRow for BinLine {
    fn key(&self) -> i64 {
        self.entry
    }

    fn cell(&self, column: usize) -> &str {
        match column {
            0 => &self.name,
            1 => self.table,
            _ => &self.at,
        }
    }

    fn tone(&self, column: usize) -> CellTone {
        if column == 0 { CellTone::Plain } else { CellTone::Muted }
    }
}

fn columns(tr: Tr) -> Vec<Column> {
    vec![
        Column::text("name", tr.bin_what(), 280.0).wide(),
        Column::text("table", tr.bin_table(), 120.0),
        Column::text("at", tr.bin_when(), 140.0),
    ]
}

impl Bin {
    /// Asks for the picture again.
    pub(super) const fn expire(&mut self) {
        self.items.expire();
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let (tr, theme) = (cx.tr, cx.theme);
        self.items.refresh(|| cx.desk.ask(move |office| bin(office, tr)));
        let has_items = matches!(self.items.get(), Some(Ok(items)) if !items.is_empty());
        if has_items {
            self.buttons_ui(ui, cx);
        }
        let revision = self.items.revision();
        let table = &mut self.table;
        live_ui(ui, theme, tr, self.items.get(), |ui, items| {
            let columns = columns(tr);
            let menu = [tr.bin_fetch_back()];
            let empty = Empty { icon: Icon::Bin, title: tr.bin_empty(), text: tr.bin_empty_hint(), action: None };
            let view = Table::new("bin", tr.tab_bin(), &columns, revision).menu(&menu).empty(empty);
            let events = view.ui(ui, cx, items, table);
            let chosen = events.chosen.map(|(_, entries)| entries).unwrap_or_default();
            for entry in events.opened.into_iter().chain(chosen) {
                cx.out.push(Command::FetchBack(entry));
            }
        });
        self.question_ui(ui, cx);
    }

    fn buttons_ui(&mut self, ui: &mut Ui, cx: &mut PageCx<'_>) {
        let selected = self.table.selected();
        ui.horizontal(|ui| {
            let fetch = Button::new(cx.tr.bin_fetch_back()).icon(Icon::Undo).enabled(!selected.is_empty());
            if fetch.ui(ui, cx.theme).clicked() {
                for entry in selected {
                    cx.out.push(Command::FetchBack(*entry));
                }
            }
            if Button::quiet(cx.tr.bin_forget()).icon(Icon::Bin).ui(ui, cx.theme).clicked() {
                self.is_asking = true;
            }
        });
        ui.add_space(8.0);
    }

    fn question_ui(&mut self, ui: &Ui, cx: &mut PageCx<'_>) {
        if !self.is_asking {
            return;
        }
        let dialog = Dialog::new("forget", cx.tr.bin_forget(), cx.tr.cancel()).danger(cx.tr.bin_forget_yes());
        let answer = dialog.ui(ui.ctx(), cx.theme, |ui| {
            ui.add(egui::Label::new(cx.tr.bin_forget_question()).wrap());
        });
        if answer == DialogAnswer::Confirmed {
            cx.out.push(Command::EmptyBin);
        }
        self.is_asking = answer == DialogAnswer::Open;
    }
}
