//! Sizes and places of the grid, all from one rectangle.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

use super::view::Spot;

/// Height of the day heads, in points.
pub const HEAD: f32 = 44.0;
/// Room for the scroll bar, in points.
const SCROLL_BAR: f32 = 10.0;

/// How much room things have in a view, in points.
#[derive(Debug, PartialEq)]
pub struct Size {
    /// Width of the name column.
    pub name: f32,
    /// Width of the half-day column.
    pub slot: f32,
    /// Width of what stands right of the days.
    pub beside: f32,
    /// No half-day line is lower, and none higher: that would only scatter the words.
    line: (f32, f32),
    /// The same for the width of days.
    day: (f32, f32),
    /// Width of a day on which nothing takes place, where it gives its room to the others.
    quiet: f32,
    /// Whether there is only room for a letter or a name in a half-day.
    pub is_small: bool,
}

/// A week.
pub const WEEK: Size =
    Size { name: 128.0, slot: 40.0, beside: 0.0, line: (38.0, 46.0), day: (88.0, 220.0), quiet: 0.0, is_small: false };
/// A month by person, a letter in each half-day.
pub const MONTH: Size =
    Size { name: 112.0, slot: 22.0, beside: 184.0, line: (22.0, 28.0), day: (22.0, 44.0), quiet: 0.0, is_small: true };
/// A month of people under half-days, a name in each line.
pub const MONTH_LISTS: Size =
    Size { name: 112.0, slot: 22.0, beside: 0.0, line: (22.0, 22.0), day: (42.0, 64.0), quiet: 22.0, is_small: true };

/// Where everything is.
#[derive(Debug, Clone)]
pub struct Metrics {
    /// All of it.
    pub area: Rect,
    /// How much room things have.
    pub size: &'static Size,
    /// Height of a half-day line.
    pub line: f32,
    lines: usize,
    slots: usize,
    /// The left edge of each day from that of the first, and the right edge of the last.
    edges: Vec<f32>,
}

impl Metrics {
    /// Shares the area out among lines, of which so many belong to a row, and days, of which some are quiet.
    #[must_use]
    pub fn new(area: Rect, size: &'static Size, (lines, slots): (usize, usize), is_quiet: &[bool]) -> Self {
        let quiet = is_quiet.iter().filter(|is_quiet| **is_quiet).count();
        let beside = size.name + size.slot + size.beside + SCROLL_BAR;
        let free = size.quiet.mul_add(-points(quiet), area.width() - beside);
        let line = (area.height() - HEAD - 1.0) / points(lines.max(1));
        let line = line.floor().clamp(size.line.0, size.line.1);
        let day = (free / points((is_quiet.len() - quiet).max(1))).floor().clamp(size.day.0, size.day.1);
        let mut edges = vec![0.0];
        let mut right = 0.0;
        for is_quiet in is_quiet {
            right += if *is_quiet { size.quiet } else { day };
            edges.push(right);
        }
        Self { area, size, line, lines, slots, edges }
    }

    /// How far a day is from the first, and its width.
    #[must_use]
    pub fn day(&self, day: usize) -> (f32, f32) {
        let edge = |at: usize| self.edges.get(at).copied().unwrap_or_else(|| self.days());
        (edge(day), edge(day + 1) - edge(day))
    }

    /// Width of what stands left of the days.
    #[must_use]
    pub fn lead(&self) -> f32 {
        self.size.name + self.size.slot
    }

    /// Width of all days together.
    #[must_use]
    pub fn days(&self) -> f32 {
        self.edges.last().copied().unwrap_or_default()
    }

    /// The part that scrolls.
    #[must_use]
    pub fn body(&self) -> Rect {
        Rect::from_min_max(self.area.min + vec2(self.lead(), HEAD), self.area.max)
    }

    /// The strip of the day heads, right of the names.
    #[must_use]
    pub fn head(&self) -> Rect {
        Rect::from_min_max(self.area.min + vec2(self.lead(), 0.0), pos2(self.area.right(), self.area.top() + HEAD))
    }

    /// The strip of names and half-days, under the corner.
    #[must_use]
    pub fn side(&self) -> Rect {
        Rect::from_min_max(self.area.min + vec2(0.0, HEAD), pos2(self.area.left() + self.lead(), self.area.bottom()))
    }

    /// How large all cells together are.
    #[must_use]
    pub fn content(&self) -> Vec2 {
        vec2(self.days() + self.size.beside, self.line * points(self.lines))
    }

    /// Height of a person's row.
    #[must_use]
    pub fn row(&self) -> f32 {
        self.line * points(self.slots)
    }

    /// A cell, where the content begins at `origin`.
    #[must_use]
    pub fn cell(&self, origin: Pos2, spot: Spot) -> Rect {
        let (left, width) = self.day(spot.day);
        Rect::from_min_size(origin + vec2(left, self.line * points(spot.line)), vec2(width, self.line))
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
#[expect(clippy::cast_precision_loss, reason = "lines and days of one month")]
pub const fn points(count: usize) -> f32 {
    count as f32
}
