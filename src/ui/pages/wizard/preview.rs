//! The second step: what every sheet and row would become, and the choices that change it.

use egui::{Key, Modifiers, RichText, Ui};

use crate::app::intake::{MappingChoice, OnDup, kinds};
use crate::i18n::Tr;
use crate::ui::page::PageCx;
use crate::ui::theme;
use crate::ui::widget::{BannerTone, Button, Choice, Dropdown, Table, banner, chip};

use super::flow::{Flow, Preview, Stage};
use super::picture::{SheetPicture, Target};
use super::sheets::{self, Face, SheetsView};
use super::{columns, outside};

/// What the clerk wants of the sheet that is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// What its headings say, columns too.
    Automatic,
    /// Another kind.
    Kind(&'static str),
    /// Not imported.
    LeaveOut,
    /// A column is taken for something else.
    Column(String, Target),
    /// What the sheet does not say; empty for nothing.
    Outside(&'static str, String),
}

/// Draws the main button with what it would do.
pub fn bar_ui(ui: &mut Ui, cx: &PageCx<'_>, flow: &mut Flow) {
    let Stage::Preview(preview) = flow.stage() else { return };
    let taken = preview.report.added + preview.report.changed;
    let words = cx.tr.wizard_apply(taken);
    let is_ready = !preview.prepared.is_idle();
    let keys = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let on_dup = on_dup_ui(ui, cx, flow.on_dup());
    let back = Button::new(cx.tr.wizard_other_files()).ui(ui, cx.theme);
    let button = Button::main(&words).shortcut("Ctrl+Enter").enabled(is_ready).ui(ui, cx.theme);
    if is_ready && (keys || button.clicked()) {
        flow.apply(cx);
    } else if back.clicked() {
        flow.restart();
    } else if let Some(on_dup) = on_dup {
        flow.choose_on_dup(on_dup);
    }
}

/// Draws what happens to records that differ; gives what is newly chosen.
fn on_dup_ui(ui: &mut Ui, cx: &PageCx<'_>, before: OnDup) -> Option<OnDup> {
    let tr = cx.tr;
    let choices = [
        Choice::new(OnDup::Update, tr.wizard_dup_update()),
        Choice::new(OnDup::Skip, tr.wizard_dup_skip()),
        Choice::new(OnDup::Fail, tr.wizard_dup_fail()),
    ];
    let mut chosen = before;
    Dropdown::new(tr.wizard_dup(), &choices).bare().width(180.0).ui(ui, cx.theme, tr, &mut chosen);
    (chosen != before).then_some(chosen)
}

/// Draws the sheets and the one that is looked at.
pub fn ui(ui: &mut Ui, cx: &mut PageCx<'_>, flow: &mut Flow, view: &mut SheetsView) {
    let Stage::Preview(preview) = flow.stage() else { return };
    let report = &preview.report;
    let result = cx.tr.import_line(report.added, report.changed, report.unchanged, report.rejected, report.hints);
    let tone = if report.rejected > 0 { BannerTone::Warning } else { BannerTone::Info };
    banner(ui, cx.theme, tone, &cx.tr.wizard_would(&result), None);
    ui.add_space(theme::GRID * 2.0);
    let width = sheets::WIDTH.min(ui.available_width() * 0.3);
    let list = egui::Frame::new();
    egui::Panel::left("import sheets").exact_size(width).show_separator_line(false).frame(list).show(ui, |ui| {
        sheets::ui(ui, cx, &preview.sheets, view);
    });
    let place = view.chosen();
    let frame = egui::Frame::new().inner_margin(egui::Margin { left: 12, ..Default::default() });
    let wish = egui::CentralPanel::default().frame(frame).show(ui, |ui| sheet_ui(ui, cx, preview, view)).inner;
    match wish {
        Some(Wish::Automatic) => flow.choose(place, |choice| *choice = MappingChoice::default()),
        Some(Wish::Kind(kind)) => flow.choose(place, |choice| {
            (choice.ignore, choice.kind) = (false, Some(kind.to_owned()));
            choice.columns.clear();
        }),
        Some(Wish::LeaveOut) => flow.choose(place, |choice| choice.ignore = true),
        Some(Wish::Column(name, target)) => flow.choose(place, |choice| {
            match target {
                Target::Automatic => choice.columns.remove(&name),
                Target::Heading(heading) => choice.columns.insert(name, heading.to_owned()),
                Target::LeaveOut => choice.columns.insert(name, String::new()),
            };
        }),
        Some(Wish::Outside(key, value)) => flow.choose(place, |choice| {
            choice.context.insert(key.to_owned(), value);
            choice.context.retain(|_, value| !value.trim().is_empty());
        }),
        None => {}
    }
}

/// Draws the sheet that is looked at, by the face that was chosen.
fn sheet_ui(ui: &mut Ui, cx: &mut PageCx<'_>, preview: &Preview, view: &mut SheetsView) -> Option<Wish> {
    let sheet = preview.sheets.get(view.chosen())?;
    let mut wish = kind_ui(ui, cx, sheet);
    ui.add_space(theme::GRID);
    faces_ui(ui, cx, sheet, view);
    ui.add_space(theme::GRID);
    match view.face {
        Face::Rows => {
            if let Some(kind) = sheet.preview.kind {
                ignored_ui(ui, cx, sheet);
                Table::new(kind, &sheet.name, &sheet.columns, view.revision).ui(ui, cx, sheet, &mut view.table);
            } else {
                ui.label(RichText::new(&sheet.kind).color(cx.theme.muted));
            }
        }
        Face::Columns => wish = wish.or(columns::ui(ui, cx, sheet)),
        Face::Outside => wish = wish.or(outside::ui(ui, cx, sheet, &preview.lists, view)),
        Face::Notes => notes_ui(ui, cx, sheet),
    }
    wish
}

fn kind_ui(ui: &mut Ui, cx: &PageCx<'_>, sheet: &SheetPicture) -> Option<Wish> {
    let tr = cx.tr;
    let mut choices = vec![Choice::new(Wish::Automatic, tr.wizard_kind_automatic())];
    choices.extend(kinds().map(|kind| Choice::new(Wish::Kind(kind), tr.sheet_kind(kind))));
    choices.push(Choice::new(Wish::LeaveOut, tr.wizard_kind_leave_out()));
    let chosen = sheet.preview.choice.kind.as_deref().and_then(|chosen| kinds().find(|kind| *kind == chosen));
    let before = match (sheet.preview.kind.or(chosen), sheet.preview.choice.ignore) {
        (_, true) => Wish::LeaveOut,
        (Some(kind), false) => Wish::Kind(kind),
        (None, false) => Wish::Automatic,
    };
    let mut wish = before.clone();
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(tr.wizard_kind()).color(cx.theme.muted));
        Dropdown::new(tr.wizard_kind(), &choices).bare().width(200.0).ui(ui, cx.theme, tr, &mut wish);
        if sheet.preview.is_remembered {
            ui.label(RichText::new(tr.wizard_remembered()).color(cx.theme.muted));
        }
        if has_choice(sheet) && Button::quiet(tr.wizard_forget()).ui(ui, cx.theme).clicked() {
            wish = Wish::Automatic;
        }
    });
    (wish != before).then_some(wish)
}

fn has_choice(sheet: &SheetPicture) -> bool {
    let choice = &sheet.preview.choice;
    choice.ignore || choice.kind.is_some() || !choice.columns.is_empty()
}

fn faces_ui(ui: &mut Ui, cx: &PageCx<'_>, sheet: &SheetPicture, view: &mut SheetsView) {
    let notes = sheet.preview.refusals.len() + sheet.preview.hints.len();
    let mut faces = vec![
        (Face::Rows, cx.tr.wizard_face_rows().to_owned()),
        (Face::Columns, cx.tr.wizard_face_columns().to_owned()),
        (Face::Outside, cx.tr.wizard_face_outside().to_owned()),
    ];
    if notes > 0 {
        faces.push((Face::Notes, cx.tr.wizard_face_notes(notes)));
    } else if view.face == Face::Notes {
        view.face = Face::Rows;
    }
    let is_forward = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::PageDown));
    let is_back = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::PageUp));
    let at = faces.iter().position(|(face, _)| *face == view.face).unwrap_or(0);
    let next = if is_forward { at + 1 } else { at.saturating_sub(usize::from(is_back)) };
    if let Some((face, _)) = faces.get(next) {
        view.face = *face;
    }
    ui.horizontal_wrapped(|ui| {
        for (face, words) in &faces {
            if chip(ui, cx.theme, words, view.face == *face).clicked() {
                view.face = *face;
            }
        }
        if sheet.preview.kind.is_some() {
            ui.label(RichText::new(&sheet.extent).font(theme::caption()).color(cx.theme.muted));
        }
    });
}

fn ignored_ui(ui: &mut Ui, cx: &PageCx<'_>, sheet: &SheetPicture) {
    if !sheet.preview.ignored_columns.is_empty() {
        let words = cx.tr.import_ignored_columns(&sheet.preview.ignored_columns.join(cx.tr.list_comma()));
        ui.add(egui::Label::new(RichText::new(words).font(theme::caption()).color(cx.theme.muted)).wrap());
    }
    missing_ui(ui, cx, sheet);
}

/// Draws what is required and has no column.
pub fn missing_ui(ui: &mut Ui, cx: &PageCx<'_>, sheet: &SheetPicture) {
    if !sheet.preview.missing.is_empty() {
        let words = missing_words(cx.tr, sheet);
        ui.add(egui::Label::new(RichText::new(words).color(cx.theme.warning)).wrap());
    }
}

fn missing_words(tr: Tr, sheet: &SheetPicture) -> String {
    tr.wizard_missing(&sheet.preview.missing.join(tr.list_comma()))
}

/// Refused rows with place and reason, and hints.
fn notes_ui(ui: &mut Ui, cx: &PageCx<'_>, sheet: &SheetPicture) {
    let rows = sheet.preview.refusals.iter().map(|row| (cx.theme.danger, row));
    let rows: Vec<_> = rows.chain(sheet.preview.hints.iter().map(|row| (cx.theme.warning, row))).collect();
    egui::ScrollArea::vertical().id_salt("notes").auto_shrink(false).show_rows(
        ui,
        theme::ROW,
        rows.len(),
        |ui, range| {
            for (ink, row) in rows.get(range).unwrap_or_default() {
                ui.set_min_height(theme::ROW);
                ui.label(RichText::new(row.text.as_deref().unwrap_or_default()).color(*ink));
            }
        },
    );
}
