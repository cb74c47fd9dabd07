//! Sizes and places of the timeline, all from one rectangle and the days that are shown.

use chrono::{Days, NaiveDate};
use egui::{Pos2, Rect, Vec2, pos2, vec2};

use crate::domain::Period;

/// Height of a line, in points.
pub const LINE: f32 = 32.0;
/// Height of the heads of years and months, in points.
pub const HEAD: f32 = 48.0;
/// The names take no more than this, in points.
const WIDEST_NAMES: f32 = 216.0;
/// Nor more than this share of the width.
const NAMES_SHARE: f32 = 0.34;
/// Room for the scroll bar, in points.
const SCROLL_BAR: f32 = 10.0;

/// How much time is in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Zoom {
    /// A few months, week by week.
    Month,
    /// About a year, month by month.
    #[default]
    Quarter,
    /// Several years, quarter by quarter.
    Year,
}

impl Zoom {
    /// Width of a day, in points.
    pub const fn day(self) -> f32 {
        match self {
            Self::Month => 6.5,
            Self::Quarter => 2.3,
            Self::Year => 0.85,
        }
    }
}

/// Where everything is.
#[derive(Debug, Clone, Copy)]
pub struct Metrics {
    /// All of it.
    pub area: Rect,
    /// Width of the names.
    pub names: f32,
    /// Width of a day.
    pub day: f32,
    /// The days that are shown.
    pub span: Period,
    lines: usize,
}

impl Metrics {
    /// Shares the area out; a short span fills the width.
    pub fn new(area: Rect, span: Period, lines: usize, zoom: Zoom) -> Self {
        let names = WIDEST_NAMES.min(area.width() * NAMES_SHARE);
        let days = ((span.to() - span.from()).num_days() + 1).max(1) as f32;
        let least = (area.width() - names - SCROLL_BAR).max(0.0) / days;
        Self { area, names, day: zoom.day().max(least), span, lines }
    }

    /// The part that scrolls.
    pub fn body(&self) -> Rect {
        Rect::from_min_max(self.area.min + vec2(self.names, HEAD), self.area.max)
    }

    /// The strip of months, right of the names.
    pub fn head(&self) -> Rect {
        Rect::from_min_max(self.area.min + vec2(self.names, 0.0), pos2(self.area.right(), self.area.top() + HEAD))
    }

    /// The strip of names, under the corner.
    pub fn side(&self) -> Rect {
        Rect::from_min_max(self.area.min + vec2(0.0, HEAD), pos2(self.area.left() + self.names, self.area.bottom()))
    }

    /// How large all lines together are.
    pub fn content(&self) -> Vec2 {
        let days = (self.span.to() - self.span.from()).num_days() + 1;
        vec2(days as f32 * self.day, self.lines as f32 * LINE)
    }

    /// Where a day begins, from where the content begins.
    pub fn x(&self, left: f32, on: NaiveDate) -> f32 {
        ((on - self.span.from()).num_days() as f32).mul_add(self.day, left)
    }

    /// Where a day ends.
    pub fn after(&self, left: f32, on: NaiveDate) -> f32 {
        self.x(left, on) + self.day
    }

    /// The day at a place, from where the content begins.
    pub fn day_at(&self, left: f32, x: f32) -> NaiveDate {
        let days = ((x - left) / self.day).floor().max(0.0) as u64;
        self.span.from().checked_add_days(Days::new(days)).unwrap_or(self.span.to())
    }

    /// A line, where the content begins at `origin`.
    pub fn line(&self, origin: Pos2, place: usize) -> Rect {
        let min = pos2(origin.x, (place as f32).mul_add(LINE, origin.y));
        Rect::from_min_size(min, vec2(self.content().x, LINE))
    }

    /// The lines that a strip of the content touches.
    pub fn lines_in(&self, top: f32, bottom: f32) -> std::ops::Range<usize> {
        let first = (top / LINE).floor().max(0.0) as usize;
        let last = (bottom / LINE).ceil().max(0.0) as usize;
        first.min(self.lines)..last.min(self.lines)
    }
}
