//! Paints one cell: fill, letter, words, mark of a change, corner of a conflict.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Color32, FontId, Galley, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use crate::app::week::{Absence, CellVm};
use crate::domain::Severity;
use crate::i18n::Tr;
use crate::ui::theme::{self, Theme};
use crate::ui::widget::Icon;
use crate::ui::widget::chip::severity_look;
use crate::ui::widget::one_line;

/// Space between a cell's line and its fill, in points.
const INSET: f32 = 2.0;
/// Width of the letter's place, in points.
const LETTER: f32 = 22.0;
/// Side of a conflict corner, in points.
const CORNER: f32 = 16.0;

/// Side of the same in a cell with room for a letter only, in points.
const SMALL_CORNER: f32 = 8.0;

/// Room for the mark of a change, in points.
const MARK: f32 = 24.0;

/// How dense the veil over a cell is that is not looked for.
const VEIL: f32 = 0.7;

/// Paints the content of a cell.
pub fn cell(painter: &Painter, theme: &Theme, tr: Tr, rect: Rect, cell: &CellVm) {
    content(painter, theme, tr, rect, cell);
    if cell.is_locked {
        lock(painter, theme, rect.shrink(INSET));
    }
}

fn content(painter: &Painter, theme: &Theme, tr: Tr, rect: Rect, cell: &CellVm) {
    let inner = rect.shrink(INSET);
    if cell.sessions.is_empty() {
        absence(painter, theme, tr, inner, cell.absence);
        covers(painter, theme, inner, &cell.covers);
        return;
    }
    if let Some(hue) = cell.hue {
        let fill = if cell.is_struck { theme.raised } else { theme.hue(hue) };
        painter.rect_filled(inner, 4, fill);
    }
    let ink = if cell.is_struck || cell.hue.is_none() { theme.muted } else { theme.ink };
    let left = if cell.hue.is_some() {
        painter.text(
            inner.left_center() + vec2(LETTER / 2.0 + 1.0, 0.0),
            Align2::CENTER_CENTER,
            &cell.letter,
            theme::strong(),
            ink,
        );
        inner.left() + LETTER + 2.0
    } else {
        inner.left() + 6.0
    };
    // The mark of a change stands in the corner: words end before it.
    let right = if cell.mark.is_some() { MARK } else { 4.0 };
    words(painter, theme, cell, Rect::from_min_max(pos2(left, inner.top()), inner.max - vec2(right, 0.0)), ink);
    if let Some(status) = cell.mark {
        mark(painter, theme, tr.session_status(status), inner.right_bottom());
    }
    if let Some(severity) = cell.worst {
        corner(painter, theme, severity, inner.right_top());
    }
}

/// Paints a cell with room for a letter only: that of the activity, or the word of what became of it.
pub fn small(painter: &Painter, theme: &Theme, tr: Tr, rect: Rect, cell: &CellVm) {
    let inner = rect.shrink(1.0);
    if let Some(hue) = cell.hue {
        let fill = if cell.is_struck { theme.raised } else { theme.hue(hue) };
        painter.rect_filled(inner, 3, fill);
    } else if cell.sessions.is_empty() && cell.absence.is_some() {
        hatch(painter, inner, theme.line);
    }
    if !cell.covers.is_empty() && cell.sessions.is_empty() {
        painter.rect_stroke(inner, 3, Stroke::new(1.0, theme.line), StrokeKind::Inside);
    }
    let ink = if cell.is_struck || cell.hue.is_none() { theme.muted } else { theme.ink };
    let mark = cell.mark.map_or("", |status| tr.session_status(status));
    let both = format!("{}{mark}", cell.letter);
    // Where letter and word do not both fit, the word of a change says more.
    let whole = painter.layout_no_wrap(both, theme::caption(), ink);
    let words = if whole.size().x <= inner.width() || mark.is_empty() {
        whole
    } else {
        painter.layout_no_wrap(mark.to_owned(), theme::caption(), ink)
    };
    painter.galley(inner.center() - words.size() / 2.0, words, ink);
    if cell.is_locked {
        let spot = Rect::from_center_size(inner.left_bottom() + vec2(4.0, -4.0), vec2(8.0, 8.0));
        Icon::Lock.paint(painter, spot, theme.muted);
    }
    if let Some(severity) = cell.worst {
        let (_, colour, _) = severity_look(theme, severity);
        let at = inner.right_top();
        let points = vec![at - vec2(SMALL_CORNER, 0.0), at, at + vec2(0.0, SMALL_CORNER)];
        painter.add(Shape::convex_polygon(points, colour, Stroke::NONE));
    }
}

/// Veils a cell that is not what is looked for.
pub fn set_back(painter: &Painter, theme: &Theme, rect: Rect) {
    painter.rect_filled(rect.shrink(1.0), 4, theme.paper.gamma_multiply(VEIL));
}

/// Paints the frame of a selected, hovered or dragged-over cell.
pub fn frame(painter: &Painter, rect: Rect, width: f32, colour: Color32) {
    painter.rect_stroke(rect.shrink(1.0), 5, Stroke::new(width, colour), StrokeKind::Inside);
}

/// One line of text that ends in … where it is too long.
pub fn line(painter: &Painter, text: &str, font: FontId, colour: Color32, width: f32) -> Arc<Galley> {
    one_line(painter, text, font, colour, width)
}

fn laid_out(painter: &Painter, text: &str, format: TextFormat, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping::truncate_at_width(width.max(8.0));
    painter.layout_job(job)
}

/// Words on as many lines as the cell has room for: one, or two smaller ones.
fn wrapped(painter: &Painter, text: &str, format: TextFormat, area: Rect) -> Arc<Galley> {
    let single = LayoutJob::single_section(text.to_owned(), format.clone());
    let single = painter.layout_job(LayoutJob { wrap: TextWrapping::no_max_width(), ..single });
    if single.size().x <= area.width() {
        return single;
    }
    // A single long word (English) is cut at its end and not in its middle.
    if text.is_ascii() && !text.contains([' ', '/']) {
        return laid_out(painter, text, TextFormat { font_id: theme::caption(), ..format }, area.width());
    }
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat { font_id: theme::caption(), ..format });
    job.wrap = TextWrapping { max_width: area.width().max(8.0), max_rows: 2, ..TextWrapping::default() };
    painter.layout_job(job)
}

fn words(painter: &Painter, theme: &Theme, cell: &CellVm, area: Rect, ink: Color32) {
    let strike = if cell.is_struck { Stroke::new(1.0, ink) } else { Stroke::NONE };
    let format = TextFormat { font_id: theme::body(), color: ink, strikethrough: strike, ..TextFormat::default() };
    if cell.place.is_empty() {
        let first = wrapped(painter, &cell.what, format, area);
        painter.galley(pos2(area.left(), area.center().y - first.size().y / 2.0), first, ink);
        return;
    }
    let first = laid_out(painter, &cell.what, format, area.width());
    let quiet = if cell.is_struck { theme.muted } else { ink };
    let second = line(painter, &cell.place, theme::caption(), quiet, area.width());
    let height = first.size().y + second.size().y - 2.0;
    let top = area.center().y - height / 2.0;
    let below = top + first.size().y - 2.0;
    painter.galley(pos2(area.left(), top), first, ink);
    painter.galley(pos2(area.left(), below), second, quiet);
}

/// What is done here for somebody else: framed and not filled, as the session stands in the other's cell.
fn covers(painter: &Painter, theme: &Theme, area: Rect, words: &str) {
    if words.is_empty() {
        return;
    }
    painter.rect_stroke(area, 4, Stroke::new(1.0, theme.line), StrokeKind::Inside);
    let inner = area.shrink2(vec2(6.0, 0.0));
    let format = TextFormat { font_id: theme::caption(), color: theme.muted, ..TextFormat::default() };
    let galley = wrapped(painter, words, format, inner);
    painter.galley(pos2(inner.left(), inner.center().y - galley.size().y / 2.0), galley, theme.muted);
}

fn absence(painter: &Painter, theme: &Theme, tr: Tr, area: Rect, absence: Option<Absence>) {
    match absence {
        None => {}
        Some(Absence::OffPost) => hatch(painter, area, theme.line),
        Some(Absence::Leave(kind)) => {
            hatch(painter, area, theme.line);
            let galley = line(painter, tr.leave_kind(kind), theme::caption(), theme.muted, area.width());
            let ground = Rect::from_center_size(area.center(), galley.size() + vec2(8.0, 2.0));
            painter.rect_filled(ground, 4, theme.paper);
            painter.galley(ground.center() - galley.size() / 2.0, galley, theme.muted);
        }
    }
}

/// Slanted lines: nobody is expected here.
fn hatch(painter: &Painter, area: Rect, colour: Color32) {
    let painter = painter.with_clip_rect(painter.clip_rect().intersect(area));
    let mut x = area.left() - area.height();
    while x < area.right() {
        painter.line_segment([pos2(x, area.bottom()), pos2(x + area.height(), area.top())], Stroke::new(1.0, colour));
        x += 8.0;
    }
}

/// A padlock in the lower left corner: plans leave the half-day.
fn lock(painter: &Painter, theme: &Theme, area: Rect) {
    let spot = Rect::from_center_size(area.left_bottom() + vec2(9.0, -8.0), vec2(12.0, 12.0));
    Icon::Lock.paint(painter, spot, theme.muted);
}

/// The word of a change, boxed, in the lower right corner.
fn mark(painter: &Painter, theme: &Theme, word: &str, corner: Pos2) {
    let galley = painter.layout_no_wrap(word.to_owned(), theme::caption(), theme.ink);
    let size = vec2((galley.size().x + 6.0).max(18.0), 16.0);
    let area = Rect::from_min_size(corner - size - vec2(2.0, 2.0), size);
    painter.rect(area, 3, theme.paper, Stroke::new(1.0, theme.ink), StrokeKind::Inside);
    painter.galley(area.center() - galley.size() / 2.0, galley, theme.ink);
}

/// The folded corner of a conflict, with a stroke and a dot in it.
pub fn corner(painter: &Painter, theme: &Theme, severity: Severity, at: Pos2) {
    let (_, colour, _) = severity_look(theme, severity);
    let points = vec![at - vec2(CORNER, 0.0), at, at + vec2(0.0, CORNER)];
    painter.add(Shape::convex_polygon(points, colour, Stroke::NONE));
    let x = at.x - 4.5;
    painter.line_segment([pos2(x, at.y + 2.0), pos2(x, at.y + 5.5)], Stroke::new(1.5, theme.paper));
    painter.circle_filled(pos2(x, at.y + 8.0), 0.9, theme.paper);
}
