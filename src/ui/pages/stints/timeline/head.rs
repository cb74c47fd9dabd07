//! Years, months or weeks over the lines, and the line of today.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use egui::{Align2, Color32, Rect, Stroke, Ui, pos2, vec2};

use super::metrics::{Metrics, Zoom};
use crate::domain::{Period, Week};
use crate::i18n::Tr;
use crate::ui::PageCx;
use crate::ui::theme::{self, Theme};
use crate::ui::widget::button::text_width;

/// The firsts of the stretches that the upper line of the head names.
fn upper(span: Period, zoom: Zoom) -> Vec<NaiveDate> {
    match zoom {
        Zoom::Month => firsts(span, 1),
        Zoom::Quarter | Zoom::Year => firsts(span, 12),
    }
}

/// The firsts of the stretches that the lower line of the head names.
pub fn lower(span: Period, zoom: Zoom) -> Vec<NaiveDate> {
    match zoom {
        Zoom::Month => {
            let week = std::iter::successors(Some(Week::of(span.from()).next().monday()), |on| {
                on.checked_add_days(Days::new(7))
            });
            week.take_while(|on| *on <= span.to()).collect()
        }
        Zoom::Quarter => firsts(span, 1),
        Zoom::Year => firsts(span, 3),
    }
}

/// The first day of every so-many-month stretch that touches the span, by the calendar.
fn firsts(span: Period, months: u32) -> Vec<NaiveDate> {
    let month = span.from().month0() / months * months + 1;
    let first = NaiveDate::from_ymd_opt(span.from().year(), month, 1);
    std::iter::successors(first, |on| on.checked_add_months(Months::new(months)))
        .take_while(|on| *on <= span.to())
        .collect()
}

/// Draws the head; it stands still while the lines scroll.
pub fn head_ui(ui: &Ui, cx: &PageCx<'_>, metrics: &Metrics, zoom: Zoom, today: NaiveDate, scrolled: f32) {
    let (theme, strip) = (cx.theme, metrics.head());
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(strip));
    painter.rect_filled(strip, 0, theme.paper);
    let left = strip.left() - scrolled;
    let middle = strip.top() + 22.0;
    let ends = |all: &[NaiveDate], place: usize| {
        all.get(place + 1).map_or(strip.right().max(metrics.x(left, metrics.span.to())), |next| metrics.x(left, *next))
    };
    let tall = upper(metrics.span, zoom);
    for (place, first) in tall.iter().enumerate() {
        let (from, to) = (metrics.x(left, *first), ends(&tall, place));
        let words = if zoom == Zoom::Month { cx.tr.month(*first) } else { cx.tr.reports_year(first.year()) };
        painter.vline(from, strip.y_range(), Stroke::new(1.0, theme.line));
        // The name of a year stays in sight while any of it is.
        let at = (from + 8.0).max(strip.left() + 8.0).min(to - text_width(ui, &words, &theme::strong()) - 8.0);
        painter.text(pos2(at, strip.top() + 12.0), Align2::LEFT_CENTER, words, theme::strong(), theme.ink);
    }
    let low = lower(metrics.span, zoom);
    for (place, first) in low.iter().enumerate() {
        let (from, to) = (metrics.x(left, *first), ends(&low, place));
        painter.vline(from, middle..=strip.bottom(), Stroke::new(1.0, theme.line));
        let words = lower_words(*first, zoom, cx.tr);
        let centre = pos2(f32::midpoint(from, to), strip.bottom() - 12.0);
        let is_now = *first <= today && low.get(place + 1).is_none_or(|next| today < *next);
        let ink = if is_now { theme.accent } else { theme.muted };
        painter.text(centre, Align2::CENTER_CENTER, words, theme::caption(), ink);
    }
    today_mark(ui, cx, &painter, metrics, today, left);
    painter.hline(strip.x_range(), strip.bottom(), Stroke::new(1.0, theme.line));
}

fn lower_words(first: NaiveDate, zoom: Zoom, tr: Tr) -> String {
    match zoom {
        Zoom::Month => first.day().to_string(),
        Zoom::Quarter => tr.timeline_month(first),
        Zoom::Year => tr.timeline_quarter(first),
    }
}

/// The word 今天 over the line of today.
fn today_mark(ui: &Ui, cx: &PageCx<'_>, painter: &egui::Painter, metrics: &Metrics, today: NaiveDate, left: f32) {
    let words = cx.tr.timeline_today_mark(&format!("{}-{}", today.month(), today.day()));
    let width = text_width(ui, &words, &theme::caption()) + 12.0;
    let x = metrics.x(left, today) + metrics.day / 2.0;
    let mark = Rect::from_center_size(pos2(x, metrics.head().top() + 12.0), vec2(width, 18.0));
    painter.rect_filled(mark, 9, cx.theme.accent);
    painter.text(mark.center(), Align2::CENTER_CENTER, words, theme::caption(), cx.theme.on_accent);
    painter.vline(x, mark.bottom()..=metrics.head().bottom(), Stroke::new(1.5, cx.theme.accent));
}

/// Hairlines at the firsts, weekends where days are wide enough, and the line of today.
pub fn ground(painter: &egui::Painter, theme: &Theme, metrics: &Metrics, zoom: Zoom, left: f32, seen: Rect) {
    let height = seen.y_range();
    if zoom == Zoom::Month {
        for on in metrics.span.days().filter(|on| on.weekday() == Weekday::Sat) {
            let x = metrics.x(left, on);
            if x < seen.right() && x + 2.0 * metrics.day > seen.left() {
                let column = Rect::from_min_max(pos2(x, seen.top()), pos2(x + 2.0 * metrics.day, seen.bottom()));
                painter.rect_filled(column, 0, theme.weekend);
            }
        }
    }
    let quiet = theme.line.gamma_multiply(0.7);
    let lines = |firsts: Vec<NaiveDate>, ink: Color32, width: f32| {
        for x in firsts.into_iter().map(|first| metrics.x(left, first)).filter(|x| seen.x_range().contains(*x)) {
            painter.vline(x, height, Stroke::new(width, ink));
        }
    };
    lines(lower(metrics.span, zoom), quiet, 1.0);
    lines(upper(metrics.span, zoom), theme.line, 1.5);
}

/// The line of today, over everything.
pub fn today_line(painter: &egui::Painter, theme: &Theme, metrics: &Metrics, today: NaiveDate, left: f32, seen: Rect) {
    let x = metrics.x(left, today) + metrics.day / 2.0;
    painter.vline(x, seen.y_range(), Stroke::new(1.5, theme.accent));
}
