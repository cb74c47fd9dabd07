//! Sizes and places of the grid, all from one rectangle.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

use super::view::Spot;

/// Width of the name column, in points.
pub const NAME: f32 = 128.0;
/// Width of the half-day column, in points.
pub const SLOT: f32 = 40.0;
/// Height of the day heads, in points.
pub const HEAD: f32 = 44.0;
/// No half-day line is lower, in points.
const LOWEST_LINE: f32 = 38.0;
/// Higher lines only scatter the words, in points.
const HIGHEST_LINE: f32 = 46.0;
/// No day is narrower, in points.
const NARROWEST_DAY: f32 = 88.0;
/// Wider days only scatter the words, in points.
const WIDEST_DAY: f32 = 220.0;
/// Room for the scroll bar, in points.
const SCROLL_BAR: f32 = 10.0;

/// Where everything is.
#[derive(Debug, Clone, Copy)]
pub struct Metrics {
    /// All of it.
    pub area: Rect,
    /// Width of a day.
    pub day: f32,
    /// Height of a half-day line.
    pub line: f32,
    lines: usize,
    slots: usize,
}

impl Metrics {
    /// Shares the area out.
    #[must_use]
    pub fn new(area: Rect, lines: usize, slots: usize) -> Self {
        let free = area.width() - NAME - SLOT - SCROLL_BAR;
        let line = (area.height() - HEAD - 1.0) / points(lines.max(1));
        let line = line.floor().clamp(LOWEST_LINE, HIGHEST_LINE);
        Self { area, line, day: (free / 7.0).floor().clamp(NARROWEST_DAY, WIDEST_DAY), lines, slots }
    }

    /// The part that scrolls.
    #[must_use]
    pub fn body(&self) -> Rect {
        Rect::from_min_max(self.area.min + vec2(NAME + SLOT, HEAD), self.area.max)
    }

    /// The strip of the day heads, right of the names.
    #[must_use]
    pub fn head(&self) -> Rect {
        Rect::from_min_max(self.area.min + vec2(NAME + SLOT, 0.0), pos2(self.area.right(), self.area.top() + HEAD))
    }

    /// The strip of names and half-days, under the corner.
    #[must_use]
    pub fn side(&self) -> Rect {
        Rect::from_min_max(self.area.min + vec2(0.0, HEAD), pos2(self.area.left() + NAME + SLOT, self.area.bottom()))
    }

    /// How large all cells together are.
    #[must_use]
    pub fn content(&self) -> Vec2 {
        vec2(self.day * 7.0, self.line * points(self.lines))
    }

    /// Height of a person's row.
    #[must_use]
    pub fn row(&self) -> f32 {
        self.line * points(self.slots)
    }

    /// A cell, where the content begins at `origin`.
    #[must_use]
    pub fn cell(&self, origin: Pos2, spot: Spot) -> Rect {
        let min = origin + vec2(self.day * points(spot.day), self.line * points(spot.line));
        Rect::from_min_size(min, vec2(self.day, self.line))
    }

    /// The lines that a strip of the content touches, as a range.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hundred lines, never negative")]
    pub fn lines_in(&self, top: f32, bottom: f32) -> std::ops::Range<usize> {
        let first = (top / self.line).floor().max(0.0) as usize;
        let last = (bottom / self.line).ceil().max(0.0) as usize;
        first.min(self.lines)..last.min(self.lines)
    }
}

/// A small count as a factor of lengths.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "lines and days of one week")]
pub const fn points(count: usize) -> f32 {
    count as f32
}
