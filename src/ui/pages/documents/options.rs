//! The few options of a document, on the left; remembered for each document.

use chrono::{Datelike, NaiveDate};
use egui::{RichText, ScrollArea, Ui};

use crate::app::paper::documents;
use crate::domain::{DocumentKind, PairingId, Period, PersonId, RelationId, Setting, Week, WorkCalendar};
use crate::report::{DocumentRequest, Mask, TaskPreset, Wording};
use crate::ui::page::PageCx;
use crate::ui::theme;
use crate::ui::widget::{Button, Choice, DateField, Dropdown, month_stepper, week_stepper};

use super::paper_options;
use super::whose_ui;

/// Width of the options, in points.
pub const WIDTH: f32 = 280.0;
/// Width of a list to choose from, in points.
const LIST: f32 = 120.0;
/// Most empty rows that can be asked for.
const MOST_EMPTY_ROWS: u8 = 12;
/// The list of documents takes at most this share of the height.
const LIST_SHARE: f32 = 0.34;

/// What the data file offers to the options.
#[derive(Debug, Clone, Default)]
pub struct Offers {
    /// The work calendar, once it is known.
    pub calendar: Option<std::sync::Arc<WorkCalendar>>,
    /// Relations that a document can be narrowed to.
    pub relations: Vec<(RelationId, String)>,
    /// People whom a document can be narrowed to.
    pub people: Vec<(PersonId, String)>,
    /// Pairs that can be chosen.
    pub pairs: Vec<(PairingId, String)>,
    /// The text that can be worded: its row and what stands in it.
    pub wording: Option<(Wording, Setting, String)>,
}

/// Draws the options; returns whether one changed.
pub fn ui(ui: &mut Ui, cx: &mut PageCx<'_>, offers: &Offers, request: &mut DocumentRequest) -> bool {
    let before = request.clone();
    ui.spacing_mut().item_spacing.y = theme::GRID;
    ui.add_space(theme::GRID);
    heading(ui, cx, cx.tr.preview_document());
    kinds_ui(ui, cx, request);
    ScrollArea::vertical().id_salt("options").auto_shrink(false).show(ui, |ui| {
        ui.add_space(theme::GRID * 2.0);
        heading(ui, cx, cx.tr.preview_period());
        period_ui(ui, cx, offers, request);
        ui.add_space(theme::GRID * 2.0);
        content_ui(ui, cx, offers, request);
        ui.add_space(theme::GRID * 2.0);
        ui.checkbox(&mut request.is_grey, cx.tr.preview_grey());
        paper_options::ui(ui, cx, request);
        ui.add_space(theme::GRID * 2.0);
    });
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

fn kinds_ui(ui: &mut Ui, cx: &PageCx<'_>, request: &mut DocumentRequest) {
    let height = ui.available_height() * LIST_SHARE;
    ScrollArea::vertical().id_salt("documents").max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        for document in documents(cx.tr) {
            let words = format!("{} {}", document.code, document.title);
            let is_on = request.kind == document.kind;
            let response = Button::quiet(&words).on(is_on).cut().ui(ui, cx.theme);
            // One that was asked for from another page is brought into sight once.
            let shown_id = egui::Id::unique("document shown");
            let is_new = is_on && ui.data(|data| data.get_temp::<DocumentKind>(shown_id)) != Some(document.kind);
            if is_new {
                ui.data_mut(|data| data.insert_temp(shown_id, document.kind));
            }
            if response.has_focus() || is_new {
                response.scroll_to_me(None);
            }
            if response.clicked() && !is_on {
                *request = turned_to(request, document.kind, cx);
            }
        }
    });
}

/// Another document of the same days, as it was printed last.
fn turned_to(request: &DocumentRequest, kind: DocumentKind, cx: &PageCx<'_>) -> DocumentRequest {
    let period = DocumentRequest::usual_period(kind, request.period.from());
    let of = DocumentRequest {
        relation: request.relation,
        person: request.person.filter(|_| whose_ui::is_of_people(kind)),
        people: if whose_ui::is_of_people(kind) { request.people.clone() } else { Vec::new() },
        ..DocumentRequest::new(kind, period)
    };
    cx.preferences.dressed(&of)
}

/// What the document is of.
fn content_ui(ui: &mut Ui, cx: &PageCx<'_>, offers: &Offers, request: &mut DocumentRequest) {
    let tr = cx.tr;
    if offers.relations.len() > 1 {
        let mut relations = vec![Choice::new(None, tr.preview_every_relation())];
        relations.extend(offers.relations.iter().map(|(id, words)| Choice::new(Some(*id), words.clone())));
        let list = Dropdown::new(tr.preview_relation(), &relations).width(2.0 * LIST + 8.0);
        list.ui(ui, cx.theme, tr, &mut request.relation);
    }
    whose_ui::ui(ui, cx, offers, request);
    if request.kind == DocumentKind::TaskList {
        let presets = TaskPreset::ALL.map(|preset| Choice::new(preset, preset.text(tr)));
        let list = Dropdown::new(tr.field("list"), &presets).width(2.0 * LIST + 8.0);
        list.ui(ui, cx.theme, tr, &mut request.paper.tasks);
    }
    ui.horizontal(|ui| {
        // A posting for the public shows no phone of anybody.
        if request.kind != DocumentKind::Posting {
            let masks = [
                Choice::new(Mask::Partial, tr.mask_partial()),
                Choice::new(Mask::None, tr.mask_none()),
                Choice::new(Mask::Full, tr.mask_full()),
            ];
            Dropdown::new(tr.preview_phones(), &masks).width(LIST).ui(ui, cx.theme, tr, &mut request.mask);
        }
        let rows: Vec<_> = (0..=MOST_EMPTY_ROWS).map(|rows| Choice::new(rows, rows.to_string())).collect();
        Dropdown::new(tr.preview_empty_rows(), &rows).width(LIST).ui(ui, cx.theme, tr, &mut request.empty_rows);
    });
}

/// The days of the document: a day, a week, a month, or from … to … where it is usually none of them.
fn period_ui(ui: &mut Ui, cx: &PageCx<'_>, offers: &Offers, request: &mut DocumentRequest) {
    let from = request.period.from();
    let usual = DocumentRequest::usual_period(request.kind, from);
    if usual == Period::day(from) {
        if let Some(on) = day_ui(ui, cx, offers, cx.tr.preview_on_day(), from) {
            request.period = Period::day(on);
        }
    } else if usual == Week::of(from).period() {
        let mut week = Week::of(from);
        ui.horizontal_wrapped(|ui| {
            if week_stepper(ui, cx.theme, cx.tr, cx.today, &mut week) {
                request.period = week.period();
            }
        });
    } else if is_month(usual) {
        let mut month = usual.from();
        ui.horizontal_wrapped(|ui| {
            if month_stepper(ui, cx.theme, cx.tr, cx.today, &mut month) {
                request.period = DocumentRequest::usual_period(request.kind, month);
            }
        });
    } else if is_year(usual) {
        let years: Vec<_> =
            (from.year() - 2..=from.year() + 2).map(|year| Choice::new(year, cx.tr.reports_year(year))).collect();
        let mut year = from.year();
        Dropdown::new(cx.tr.reports_table(), &years).bare().width(LIST).ui(ui, cx.theme, cx.tr, &mut year);
        if let Some(first) = from.with_year(year) {
            request.period = DocumentRequest::usual_period(request.kind, first);
        }
    } else {
        let period = request.period;
        let first = day_ui(ui, cx, offers, cx.tr.preview_from(), period.from()).unwrap_or(period.from());
        let last = day_ui(ui, cx, offers, cx.tr.preview_to(), period.to()).unwrap_or(period.to());
        request.period = Period::new(first, last.max(first)).unwrap_or(period);
    }
}

fn is_month(period: Period) -> bool {
    let ends = period.to().succ_opt().is_some_and(|next| next.day() == 1);
    period.from().day() == 1 && ends && period.from().month() == period.to().month()
}

fn is_year(period: Period) -> bool {
    period.from().ordinal() == 1 && period.to().month() == 12 && period.to().day() == 31
}

fn day_ui(ui: &mut Ui, cx: &PageCx<'_>, offers: &Offers, label: &str, on: NaiveDate) -> Option<NaiveDate> {
    let mut on = Some(on);
    if let Some(calendar) = &offers.calendar {
        DateField::new(label, calendar, cx.today).ui(ui, cx.theme, cx.tr, &mut on);
    }
    on
}
