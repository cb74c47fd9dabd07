//! The paper and what stands on it: size, orientation, text, rows, places to sign, legend, empty form, marks.

use egui::Ui;

use super::options::WIDTH;
use crate::domain::DocumentKind;
use crate::report::{DocumentRequest, PaperOptions, PaperSize, Rows};
use crate::ui::page::PageCx;
use crate::ui::widget::{Choice, Dropdown};

/// Draws the options.
pub fn ui(ui: &mut Ui, cx: &PageCx<'_>, request: &mut DocumentRequest) {
    let (tr, kind, paper) = (cx.tr, request.kind, &mut request.paper);
    let half = (WIDTH - 32.0) / 2.0;
    ui.horizontal(|ui| {
        let sizes = [Choice::new(PaperSize::A4, tr.options_a4()), Choice::new(PaperSize::A3, tr.options_a3())];
        Dropdown::new(tr.options_paper(), &sizes).width(half).ui(ui, cx.theme, tr, &mut paper.size);
        if !kind.has_papers() {
            let ways = [
                Choice::new(None, tr.options_usual_way()),
                Choice::new(Some(true), tr.options_across()),
                Choice::new(Some(false), tr.options_upright()),
            ];
            Dropdown::new(tr.options_way(), &ways).width(half).ui(ui, cx.theme, tr, &mut paper.is_landscape);
        }
    });
    ui.horizontal(|ui| {
        let fit = Choice::new(None, tr.options_text_fit());
        let sizes = PaperOptions::TEXT_SIZES.map(|size| Choice::new(Some(size), tr.options_points(size)));
        let sizes: Vec<Choice<Option<u8>>> = std::iter::once(fit).chain(sizes).collect();
        Dropdown::new(tr.options_text_size(), &sizes).width(half).ui(ui, cx.theme, tr, &mut paper.text_size);
        if matches!(kind, DocumentKind::WeekSchedule | DocumentKind::MonthSchedule) {
            let choices = [
                Choice::new(Rows::People, tr.options_rows_people()),
                Choice::new(Rows::Departments, tr.options_rows_departments()),
                Choice::new(Rows::Places, tr.options_rows_places()),
            ];
            let mut rows = paper.rows.unwrap_or_default();
            if Dropdown::new(tr.options_rows(), &choices).width(half).ui(ui, cx.theme, tr, &mut rows) {
                paper.rows = Some(rows);
            }
        }
    });
    ui.checkbox(&mut paper.has_signatures, tr.options_signatures());
    ui.checkbox(&mut paper.has_legend, tr.options_legend());
    if !matches!(kind, DocumentKind::Posting | DocumentKind::Roster) {
        ui.checkbox(&mut paper.is_blank, tr.options_blank());
    }
    if kind == DocumentKind::WeekSchedule {
        ui.checkbox(&mut paper.marks_changes, tr.options_marks());
        ui.checkbox(&mut paper.has_code, tr.options_code());
    }
}
