//! Sizes and places of the calendar of leave, all from one rectangle.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

/// Height of a row, in points.
pub const ROW: f32 = 38.0;
/// Height of the day heads, in points.
pub const HEAD: f32 = 46.0;
/// Width of the totals, in points.
pub const TOTAL: f32 = 56.0;
/// The names take no more than this, in points.
const NAMES: f32 = 148.0;
/// A half-day is no narrower, in points: one character fits.
const NARROWEST: f32 = 14.0;
const WIDEST: f32 = 26.0;
/// Room for the scroll bar, in points.
const SCROLL_BAR: f32 = 10.0;

/// Where everything is.
#[derive(Debug, Clone, Copy)]
pub struct Metrics {
    /// All of it.
    pub area: Rect,
    /// Width of the names.
    pub names: f32,
    /// Width of a half-day.
    pub half: f32,
    halves: usize,
    rows: usize,
}

impl Metrics {
    /// Shares the area out.
    pub fn new(area: Rect, days: usize, rows: usize) -> Self {
        let names = NAMES.min(area.width() * 0.3);
        let halves = days * 2;
        let free = area.width() - names - TOTAL - SCROLL_BAR;
        let half = (free / halves.max(1) as f32).clamp(NARROWEST, WIDEST);
        Self { area, names, half, halves, rows }
    }

    /// The part that scrolls.
    pub fn body(&self) -> Rect {
        Rect::from_min_max(self.area.min + vec2(self.names, HEAD), self.area.max)
    }

    /// The strip of days, right of the names.
    pub fn head(&self) -> Rect {
        Rect::from_min_max(self.area.min + vec2(self.names, 0.0), pos2(self.area.right(), self.area.top() + HEAD))
    }

    /// The strip of names, under the corner.
    pub fn side(&self) -> Rect {
        Rect::from_min_max(self.area.min + vec2(0.0, HEAD), pos2(self.area.left() + self.names, self.area.bottom()))
    }

    /// How large all rows together are, the totals included.
    pub fn content(&self) -> Vec2 {
        vec2(self.half.mul_add(self.halves as f32, TOTAL), self.rows as f32 * ROW)
    }

    /// A row, where the content begins at `origin`.
    pub fn row(&self, origin: Pos2, row: usize) -> Rect {
        Rect::from_min_size(pos2(origin.x, (row as f32).mul_add(ROW, origin.y)), vec2(self.content().x, ROW))
    }

    /// Half-days of a row, both ends included.
    pub fn halves(&self, row: Rect, from: usize, to: usize) -> Rect {
        let left = self.half.mul_add(from as f32, row.left());
        let right = self.half.mul_add((to + 1) as f32, row.left());
        Rect::from_x_y_ranges(left..=right, row.y_range())
    }

    /// The row and half-day at a place, where the content begins at `origin`; the nearest one outside.
    pub fn at(&self, origin: Pos2, at: Pos2) -> (usize, usize) {
        let place = |points: f32, size: f32, count: usize| {
            ((points / size).floor().max(0.0) as usize).min(count.saturating_sub(1))
        };
        (place(at.y - origin.y, ROW, self.rows), place(at.x - origin.x, self.half, self.halves))
    }

    /// The rows that a strip of the content touches.
    pub fn rows_in(&self, top: f32, bottom: f32) -> std::ops::Range<usize> {
        let first = (top / ROW).floor().max(0.0) as usize;
        let last = (bottom / ROW).ceil().max(0.0) as usize;
        first.min(self.rows)..last.min(self.rows)
    }
}
