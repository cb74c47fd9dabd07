//! The second step: what every sheet and row would become, and the choices that change it.

use egui::{Key, Modifiers, RichText, Ui};

use crate::app::intake::kinds;
use crate::ui::page::PageCx;
use crate::ui::theme;
use crate::ui::widget::{BannerTone, Button, Choice, Dropdown, Table, banner};

use super::flow::{Flow, Stage};
use super::picture::SheetPicture;
use super::sheets::{self, SheetsView};

/// Draws the main button with what it would do.
pub fn bar_ui(ui: &mut Ui, cx: &PageCx<'_>, flow: &mut Flow) {
    let Stage::Preview(preview) = flow.stage() else { return };
    let taken = preview.report.added + preview.report.changed;
    let words = cx.tr.wizard_apply(taken);
    let is_ready = !preview.prepared.is_idle();
    let keys = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let button = Button::main(&words).shortcut("Ctrl+Enter").enabled(is_ready).ui(ui, cx.theme);
    let back = Button::new(cx.tr.wizard_other_files()).ui(ui, cx.theme);
    if is_ready && (keys || button.clicked()) {
        flow.apply(cx);
    } else if back.clicked() {
        flow.restart();
    }
}

/// Draws the sheets and the one that is looked at.
pub fn ui(ui: &mut Ui, cx: &mut PageCx<'_>, flow: &mut Flow, view: &mut SheetsView) {
    let Stage::Preview(preview) = flow.stage() else { return };
    let report = &preview.report;
    let result = cx.tr.import_line(report.added, report.changed, report.unchanged, report.rejected, report.hints);
    let tone = if report.rejected > 0 { BannerTone::Warning } else { BannerTone::Info };
    banner(ui, cx.theme, tone, &cx.tr.wizard_would(&result), None);
    ui.add_space(theme::GRID * 2.0);
    let mut wish = None;
    egui::Panel::left("import sheets").exact_size(sheets::WIDTH).show_separator_line(false).show(ui, |ui| {
        sheets::ui(ui, cx, &preview.sheets, view);
    });
    if let Some(sheet) = preview.sheets.get(view.chosen()) {
        egui::CentralPanel::default()
            .frame(egui::Frame::new().inner_margin(egui::Margin { left: 12, ..Default::default() }))
            .show(ui, |ui| {
                wish = choices_ui(ui, cx, sheet);
                notes_ui(ui, cx, sheet);
                if let Some(kind) = sheet.preview.kind {
                    Table::new(kind, &sheet.name, &sheet.columns, view.revision).ui(ui, cx, sheet, &mut view.table);
                }
            });
    }
    let key = preview.sheets.get(view.chosen()).map(|sheet| sheet.key.clone());
    if let (Some(wish), Some(key)) = (wish, key) {
        flow.choose(&key, |choice| {
            choice.ignore = wish == Wish::LeaveOut;
            choice.kind = if let Wish::Kind(kind) = wish { Some(kind.to_owned()) } else { None };
        });
    }
}

/// What the clerk wants a sheet to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    /// What its headings say.
    Automatic,
    /// Another kind.
    Kind(&'static str),
    /// Not imported.
    LeaveOut,
}

fn choices_ui(ui: &mut Ui, cx: &PageCx<'_>, sheet: &SheetPicture) -> Option<Wish> {
    let mut choices = vec![Choice::new(Wish::Automatic, cx.tr.wizard_kind_automatic())];
    choices.extend(kinds().map(|kind| Choice::new(Wish::Kind(kind), cx.tr.sheet_kind(kind))));
    choices.push(Choice::new(Wish::LeaveOut, cx.tr.wizard_kind_leave_out()));
    let before = sheet.preview.kind.map_or(Wish::LeaveOut, Wish::Kind);
    let mut wish = before;
    ui.horizontal(|ui| {
        Dropdown::new(cx.tr.wizard_kind(), &choices).width(220.0).ui(ui, cx.theme, cx.tr, &mut wish);
        ui.vertical(|ui| {
            ui.add_space(20.0);
            ui.label(RichText::new(&sheet.extent).color(cx.theme.muted));
        });
    });
    (wish != before).then_some(wish)
}

/// Columns that are not imported, refused rows with place and reason, and hints.
fn notes_ui(ui: &mut Ui, cx: &PageCx<'_>, sheet: &SheetPicture) {
    if !sheet.preview.ignored_columns.is_empty() {
        let words = cx.tr.import_ignored_columns(&sheet.preview.ignored_columns.join("、"));
        ui.label(RichText::new(words).font(theme::caption()).color(cx.theme.muted));
    }
    let rows = sheet.preview.refusals.iter().map(|row| (cx.theme.danger, row));
    let rows: Vec<_> = rows.chain(sheet.preview.hints.iter().map(|row| (cx.theme.warning, row))).collect();
    if rows.is_empty() {
        return;
    }
    let height = (ui.available_height() * 0.3).max(72.0);
    egui::ScrollArea::vertical().id_salt("notes").max_height(height).show(ui, |ui| {
        for (ink, row) in rows {
            ui.label(RichText::new(row.text.as_deref().unwrap_or_default()).color(ink));
        }
    });
    ui.add_space(theme::GRID);
}
