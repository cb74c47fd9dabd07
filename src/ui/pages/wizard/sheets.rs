//! The list of sheets beside the preview: which is looked at, what kind each is, what would become of it.

use std::collections::BTreeMap;

use egui::{RichText, ScrollArea, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::ui::page::PageCx;
use crate::ui::theme::{self, CORNER};
use crate::ui::widget::TableState;

use super::picture::SheetPicture;

/// Width of the list, in points.
pub const WIDTH: f32 = 240.0;

/// What of a sheet is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Face {
    /// The first rows as they would be taken.
    #[default]
    Rows,
    /// What each column is taken for.
    Columns,
    /// What the sheet does not say itself.
    Outside,
    /// Refused rows and hints.
    Notes,
}

/// What of the plan is looked at.
#[derive(Debug, Default)]
pub struct SheetsView {
    chosen: usize,
    /// What of the sheet is looked at.
    pub face: Face,
    /// What is written for the sheet and not confirmed yet, by the key of the value.
    pub drafts: BTreeMap<&'static str, String>,
    /// Grows with every plan.
    pub revision: u64,
    /// The table of the sheet that is looked at.
    pub table: TableState,
}

impl SheetsView {
    /// A new plan has come: the look stays on the same sheet, or goes to the first that needs one.
    pub fn renew(&mut self, sheets: &[SheetPicture]) {
        self.revision += 1;
        self.drafts.clear();
        if self.revision == 1 || self.chosen >= sheets.len() {
            let first = sheets.iter().position(|sheet| sheet.preview.rejected > 0);
            let known = || sheets.iter().position(|sheet| sheet.preview.kind.is_some());
            self.look_at(first.or_else(known).unwrap_or(0));
        }
    }

    /// The place of the sheet that is looked at.
    pub const fn chosen(&self) -> usize {
        self.chosen
    }

    fn look_at(&mut self, place: usize) {
        self.chosen = place;
        self.revision += 1;
        self.drafts.clear();
        self.table = TableState::default();
    }
}

/// Draws the list.
pub fn ui(ui: &mut Ui, cx: &PageCx<'_>, sheets: &[SheetPicture], view: &mut SheetsView) {
    ScrollArea::vertical().id_salt("sheets").auto_shrink([false, false]).show(ui, |ui| {
        let mut file = "";
        for (place, sheet) in sheets.iter().enumerate() {
            if sheet.preview.file != file {
                file = &sheet.preview.file;
                ui.add_space(theme::GRID);
                let name = RichText::new(file).font(theme::caption()).color(cx.theme.muted);
                ui.add(egui::Label::new(name).truncate());
            }
            if item_ui(ui, cx, sheet, place == view.chosen) {
                view.look_at(place);
            }
        }
    });
}

fn item_ui(ui: &mut Ui, cx: &PageCx<'_>, sheet: &SheetPicture, is_chosen: bool) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 66.0), Sense::click());
    response.widget_info(|| {
        let spoken = format!("{} {} {}", sheet.name, sheet.kind, sheet.counts);
        WidgetInfo::selected(egui::Role::Button, true, is_chosen, spoken)
    });
    let fill = match (is_chosen, response.hovered()) {
        (true, _) => cx.theme.selection,
        (false, true) => cx.theme.hover,
        (false, false) => cx.theme.paper,
    };
    let line = if response.has_focus() { cx.theme.accent } else { cx.theme.line };
    ui.painter().rect(rect, CORNER, fill, Stroke::new(1.0, line), egui::StrokeKind::Inside);
    let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(rect.shrink2(vec2(10.0, 5.0))));
    inside.spacing_mut().item_spacing.y = 0.0;
    let is_taken = sheet.preview.kind.is_some();
    let ink = if is_taken { cx.theme.ink } else { cx.theme.muted };
    inside.add(egui::Label::new(RichText::new(&sheet.name).font(theme::strong()).color(ink)).truncate());
    inside.add(egui::Label::new(RichText::new(&sheet.kind).font(theme::caption()).color(cx.theme.muted)).truncate());
    let tone = if sheet.preview.rejected > 0 { cx.theme.danger } else { cx.theme.muted };
    inside.add(egui::Label::new(RichText::new(&sheet.counts).font(theme::caption()).color(tone)).truncate());
    response.clicked()
}
