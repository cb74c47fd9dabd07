//! A week or a month by departments, by sites, and who is free: people under half-days, to be moved and filled in like
//! the grid.

use chrono::NaiveDate;
use egui::scroll_area::{DragScroll, ScrollSource};
use egui::{Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::board::Board;
use super::listed::{self, Done};
use super::metrics::{MONTH_LISTS, Metrics, WEEK, points};
use super::mode::Mode;
use super::names::slot_words;
use super::roam::{self, Plot, Point};
use super::view::View;
use super::{editor_ui, half, head, mouse, who};
use crate::app::week::{Among, CellKey, DayHead, DepartmentRow, GridVm, Presence};
use crate::domain::{DayKind, Slot};
use crate::ui::PageCx;
use crate::ui::theme;

/// Height of one expert's line, in points.
pub const LINE: f32 = 22.0;
/// Height of the line that takes somebody new under others, in points.
pub const ADD: f32 = 16.0;
/// Space above and below the lines of a half-day, in points.
const AIR: f32 = 4.0;
/// The same in a month.
const SMALL_AIR: f32 = 1.0;
/// A row of a month that has more people than this in a half-day says how many they are.
const MOST: usize = 8;

/// The rows as a view to move in: every half-day of a row is a line.
pub struct Rows<'a> {
    /// The days shown.
    pub vm: &'a GridVm,
    all: &'a [DepartmentRow],
    takes_more: bool,
    /// Whether it is a month: names only.
    pub is_small: bool,
}

impl Rows<'_> {
    /// Half-days of a row.
    pub fn slots(&self) -> usize {
        self.vm.slots.len().max(1)
    }

    /// The row of a line of half-days.
    pub fn row(&self, band: usize) -> Option<&DepartmentRow> {
        self.all.get(band / self.slots())
    }

    /// Everybody in a half-day, also where only their number is shown.
    pub fn all_there(&self, band: usize, column: usize) -> &[Presence] {
        let place = column * self.slots() + band % self.slots();
        self.row(band).and_then(|row| row.cells.get(place)).map_or(&[], Vec::as_slice)
    }

    /// Those shown by name in a half-day.
    pub fn there(&self, band: usize, column: usize) -> &[Presence] {
        if self.is_counted(band) { &[] } else { self.all_there(band, column) }
    }

    /// Whether the row only says how many people there are: a month has no room for all of their names.
    pub fn is_counted(&self, band: usize) -> bool {
        self.is_small && self.row(band).is_some_and(|row| row.cells.iter().any(|there| there.len() > MOST))
    }

    /// Whether it is a day off of a month on which nobody does anything.
    fn is_quiet(&self, column: usize) -> bool {
        let is_off = |day: &DayHead| matches!(day.kind, DayKind::Weekend | DayKind::Holiday);
        self.is_small
            && self.vm.days.get(column).is_some_and(is_off)
            && (0..self.bands()).all(|band| self.all_there(band, column).is_empty())
    }

    /// Space above and below the people of a half-day.
    pub fn air(&self) -> f32 {
        if self.is_small { SMALL_AIR } else { AIR }
    }

    /// Height of a half-day: as many lines as the fullest day has people.
    pub fn half_height(&self, band: usize) -> f32 {
        let most = (0..self.columns()).map(|column| self.there(band, column).len()).max().unwrap_or_default();
        let add = if self.takes_more && most > 0 && !self.is_small { ADD } else { 0.0 };
        LINE.mul_add(points(most.max(1)), 2.0_f32.mul_add(self.air(), add))
    }

    fn height(&self, row: usize) -> f32 {
        (row * self.slots()..(row + 1) * self.slots()).map(|band| self.half_height(band)).sum()
    }
}

impl Plot for Rows<'_> {
    fn bands(&self) -> usize {
        self.all.len() * self.slots()
    }

    fn columns(&self) -> usize {
        self.vm.days.len()
    }

    fn keys(&self, band: usize, column: usize) -> impl Iterator<Item = CellKey> {
        self.there(band, column).iter().map(|presence| presence.key)
    }

    fn half(&self, band: usize, column: usize) -> Option<(NaiveDate, Slot)> {
        Some((self.vm.days.get(column)?.on, *self.vm.slots.get(band % self.slots())?))
    }

    fn among(&self, band: usize) -> (Among<'_>, &str) {
        let Some(row) = self.row(band) else { return (Among::All, "") };
        (row.site.map_or(Among::Department(&row.name), Among::Site), &row.name)
    }

    fn takes_more(&self) -> bool {
        self.takes_more
    }
}

/// Draws departments, or sites in their place, into the free space; returns the day whose week was asked for.
pub fn departments_ui(
    ui: &mut Ui,
    cx: &mut PageCx<'_>,
    vm: &GridVm,
    view: &View<'_>,
    board: &mut Board,
    mode: Mode,
) -> Option<NaiveDate> {
    let all = match mode {
        Mode::Places | Mode::MonthPlaces => &vm.by_place,
        Mode::Free => &vm.free,
        _ => &vm.by_department,
    };
    let narrowed: Vec<DepartmentRow>;
    let rows = if view.filter.is_set() {
        narrowed = all.iter().filter_map(|row| row.narrowed(|key| view.shows(key))).collect();
        narrowed.as_slice()
    } else {
        all.as_slice()
    };
    let plot = Rows { vm, all: rows, takes_more: mode != Mode::Free, is_small: mode.is_of_month() };
    let area = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(area);
    roam::hear(ui, cx, vm, view, &plot, board, area);
    let size = if plot.is_small { &MONTH_LISTS } else { &WEEK };
    let quiet: Vec<bool> = (0..plot.columns()).map(|column| plot.is_quiet(column)).collect();
    let metrics = Metrics::new(area, size, (1, 1), &quiet);
    let body = metrics.body();
    let mut child = ui.new_child(UiBuilder::new().max_rect(body).id_salt("departments"));
    child.set_clip_rect(ui.clip_rect().intersect(body));
    let shown = ScrollArea::both()
        .id_salt("departments")
        .auto_shrink(false)
        .scroll_source(ScrollSource { drag: DragScroll::Never, ..ScrollSource::default() })
        .show_viewport(&mut child, |ui, seen| rows_ui(ui, cx, &plot, view, board, &metrics, seen));
    let scrolled = shown.state.clamped_offset();
    let asked = head::head_ui(ui, cx, vm, &metrics, scrolled.x);
    names_ui(ui, cx, &plot, &metrics, scrolled.y);
    if let Some(done) = shown.inner {
        listed::answer(ui, cx, vm, view, &plot, board, done);
    }
    mouse::drag_ui(ui, cx, vm, board);
    who::who_ui(ui, cx, vm, board);
    editor_ui::editor_ui(ui, cx, vm, view, board);
    asked
}

/// Draws the rows in sight, and that of the cursor.
fn rows_ui(
    ui: &mut Ui,
    cx: &PageCx<'_>,
    plot: &Rows<'_>,
    view: &View<'_>,
    board: &mut Board,
    metrics: &Metrics,
    seen: Rect,
) -> Option<(Point, Done)> {
    let origin = ui.max_rect().min;
    let total: f32 = (0..plot.all.len()).map(|row| plot.height(row)).sum();
    ui.allocate_rect(Rect::from_min_size(origin, vec2(metrics.days(), total)), Sense::hover());
    let (mut y, mut done) = (0.0, None);
    for row in 0..plot.all.len() {
        let high = plot.height(row);
        let has_cursor = board.roam.as_ref().and_then(|roam| roam.at).map(|at| at.band / plot.slots());
        if (y + high >= seen.top() && y <= seen.bottom()) || has_cursor == Some(row) {
            done = done.or(half::row_ui(ui, cx, plot, view, board, metrics, row, origin + vec2(0.0, y)));
        }
        y += high;
    }
    done
}

/// The names and half-days of the rows stand still while the days move beside them.
fn names_ui(ui: &Ui, cx: &PageCx<'_>, plot: &Rows<'_>, metrics: &Metrics, scrolled: f32) {
    let strip = metrics.side();
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(strip));
    painter.rect_filled(strip, 0, cx.theme.paper);
    ui.painter().rect_filled(Rect::from_min_max(metrics.area.min, strip.right_top()), 0, cx.theme.paper);
    let mut y = strip.top() - scrolled;
    for (number, row) in plot.all.iter().enumerate() {
        let rect = Rect::from_min_size(pos2(strip.left(), y), vec2(strip.width(), plot.height(number)));
        y = rect.bottom();
        if !rect.intersects(strip) {
            continue;
        }
        let head = Rect::from_min_size(rect.min, vec2(metrics.size.name, rect.height())).intersect(strip);
        let response = ui.interact(head, ui.scope_id().with(("name", number)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, &row.name));
        let name = painter.layout(row.name.clone(), theme::strong(), cx.theme.ink, metrics.size.name - 12.0);
        painter.galley(rect.min + vec2(8.0, plot.air() + 3.0), name, cx.theme.ink);
        let mut top = rect.top();
        for (slot, word) in plot.vm.slots.iter().enumerate() {
            let centre = pos2(rect.right() - metrics.size.slot / 2.0, top + plot.air() + LINE / 2.0);
            let words = slot_words(cx, metrics, *word);
            painter.text(centre, egui::Align2::CENTER_CENTER, words, theme::caption(), cx.theme.muted);
            top += plot.half_height(number * plot.slots() + slot);
        }
        painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, cx.theme.line));
    }
    painter.vline(strip.right(), strip.y_range(), Stroke::new(1.0, cx.theme.line));
}
