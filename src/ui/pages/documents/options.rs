//! The few options of a document, on the left; remembered while the program runs.

use egui::{RichText, Ui};

use crate::app::paper::documents;
use crate::domain::{DocumentKind, Period, Week, WorkCalendar};
use crate::report::{DocumentRequest, Mask};
use crate::ui::page::PageCx;
use crate::ui::theme;
use crate::ui::widget::{Button, Choice, DateField, Dropdown, month_stepper, week_stepper};

use super::paper_options;

/// Width of the options, in points.
pub const WIDTH: f32 = 280.0;
/// Most empty rows that can be asked for.
const MOST_EMPTY_ROWS: u8 = 12;

/// Draws the options; returns whether one changed.
pub fn ui(ui: &mut Ui, cx: &mut PageCx<'_>, calendar: Option<&WorkCalendar>, request: &mut DocumentRequest) -> bool {
    let before = request.clone();
    ui.spacing_mut().item_spacing.y = theme::GRID * 1.5;
    ui.add_space(theme::GRID);
    heading(ui, cx, cx.tr.preview_document());
    for document in documents(cx.tr) {
        let words = format!("{} {}", document.code, document.title);
        let is_on = request.kind == document.kind;
        if Button::quiet(&words).on(is_on).ui(ui, cx.theme).clicked() {
            turn_to(request, document.kind);
            *request = cx.preferences.dressed(request);
        }
    }
    ui.add_space(theme::GRID * 2.0);
    heading(ui, cx, cx.tr.preview_period());
    period_ui(ui, cx, calendar, request);
    ui.add_space(theme::GRID * 2.0);
    if request.kind != DocumentKind::Posting {
        let masks = [
            Choice::new(Mask::Partial, cx.tr.mask_partial()),
            Choice::new(Mask::None, cx.tr.mask_none()),
            Choice::new(Mask::Full, cx.tr.mask_full()),
        ];
        Dropdown::new(cx.tr.preview_phones(), &masks).width(WIDTH - 24.0).ui(ui, cx.theme, cx.tr, &mut request.mask);
    }
    let rows: Vec<_> = (0..=MOST_EMPTY_ROWS).map(|rows| Choice::new(rows, rows.to_string())).collect();
    Dropdown::new(cx.tr.preview_empty_rows(), &rows).width(96.0).ui(ui, cx.theme, cx.tr, &mut request.empty_rows);
    ui.checkbox(&mut request.is_grey, cx.tr.preview_grey());
    paper_options::ui(ui, cx, request);
    if *request == before {
        return false;
    }
    if request.kind == before.kind {
        cx.preferences.keep_paper(request);
    }
    true
}

fn heading(ui: &mut Ui, cx: &PageCx<'_>, words: &str) {
    ui.label(RichText::new(words).font(theme::caption()).color(cx.theme.muted));
}

/// Another document of the same days.
fn turn_to(request: &mut DocumentRequest, kind: DocumentKind) {
    let from = request.period.from();
    request.period = DocumentRequest::usual_period(kind, from);
    request.kind = kind;
}

fn period_ui(ui: &mut Ui, cx: &PageCx<'_>, calendar: Option<&WorkCalendar>, request: &mut DocumentRequest) {
    if request.kind == DocumentKind::Roster {
        let mut on = Some(request.period.from());
        if let Some(calendar) = calendar {
            DateField::new(cx.tr.preview_on_day(), calendar, cx.today).ui(ui, cx.theme, cx.tr, &mut on);
        }
        if let Some(on) = on {
            request.period = Period::day(on);
        }
        return;
    }
    if matches!(request.kind, DocumentKind::TourPlan | DocumentKind::TourRecord | DocumentKind::MonthSchedule) {
        let mut month = request.period.from();
        ui.horizontal_wrapped(|ui| {
            if month_stepper(ui, cx.theme, cx.tr, cx.today, &mut month) {
                request.period = DocumentRequest::usual_period(request.kind, month);
            }
        });
        return;
    }
    let mut week = Week::of(request.period.from());
    ui.horizontal_wrapped(|ui| {
        if week_stepper(ui, cx.theme, cx.tr, cx.today, &mut week) {
            request.period = week.period();
        }
    });
}
